"""How well an account is covered: the strength of all its people taken together.

Owns coverage, its terms, the single-threaded share, and the main and next person. It may not look at mail.
coverage = 1 - prod_i (1 - I_i strength_i / 100), over people (shared mailboxes and automatic senders are none).
The strength of who is known to have left comes in as 0 (`inference.staying`).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import exp, fsum, log

from graph_service.domain.facts import Score, SeriesFact, Term
from graph_service.inference.results import StakeholderSummary
from graph_service.inference.series import change_points

INFLUENCE = 0.5
"""I_i of everybody until influence is inferred: the middle of its scale, so that nobody counts for more."""

TOP = 10
OTHERS = "others"


@dataclass(frozen=True, slots=True)
class CoverageFacts:
    """Coverage at the last change point and over time; the two strongest people there."""

    score: Score
    series: SeriesFact
    share: float | None
    share_series: SeriesFact
    main_uid: str | None
    next_uid: str | None


def coverage_facts(people: Iterable[StakeholderSummary], horizon_day: int) -> CoverageFacts:
    """Return the coverage of an account by `people` (persons only), in any order.

    With L_i = -ln(1 - I_i strength_i / 100), each person's term is coverage * L_i / sum L: the ten largest by
    uid, the rest as `others`. The share is the largest L_i / sum L, None while nobody has any strength.
    """
    days: list[int] = []
    covered: list[float] = []
    shares: list[float] = []
    losses: dict[str, float] = {}
    for day, changes in groupby(_changes(people, horizon_day), key=lambda change: change[0]):
        losses.update({uid: -log(1.0 - INFLUENCE * strength / 100.0) for _, uid, strength in changes})
        total = fsum(losses.values())
        days.append(day)
        covered.append(1.0 - exp(-total))
        shares.append(max(losses.values()) / total if total > 0 else 0.0)
    ranked = sorted(((uid, loss) for uid, loss in losses.items() if loss > 0), key=lambda item: (-item[1], item[0]))
    return CoverageFacts(
        score=_score(ranked),
        series=change_points("coverage", days, covered),
        share=round(shares[-1], 9) if ranked else None,
        share_series=change_points("single_threaded_share", days, shares),
        main_uid=ranked[0][0] if ranked else None,
        next_uid=ranked[1][0] if len(ranked) > 1 else None,
    )


def _changes(people: Iterable[StakeholderSummary], horizon_day: int) -> list[tuple[int, str, float]]:
    """Return every change point of a person's strength as (day, uid, strength), ascending."""
    return sorted(
        (day, person.uid, value)
        for person in people
        for day, value in zip(person.strength_series.days, person.strength_series.values, strict=True)
        if day <= horizon_day
    )


def _score(ranked: Sequence[tuple[str, float]]) -> Score:
    """Return coverage with a term per person; the rest beyond the ten largest is one term."""
    total = fsum(loss for _, loss in ranked)
    value = round(1.0 - exp(-total), 9)
    terms = [Term(uid, round(value * loss / total, 9)) for uid, loss in ranked[:TOP]]
    if len(ranked) > TOP:
        terms.append(Term(OTHERS, round(value - fsum(term.value for term in terms), 9)))
    elif terms:
        rest = value - fsum(term.value for term in terms[1:])
        terms[0] = Term(terms[0].name, round(rest, 9))
    return Score(value, tuple(terms))
