"""How an account is doing: a sum of points from the signals that are there.

Owns the sum, what share of the signals it rests on, and its bands. It may not read a signal (`parts`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import fsum

from graph_service.domain.facts import Score, SpellFact, Term, day_of
from graph_service.inference.casefile import CaseFile
from graph_service.inference.decay import next_close
from graph_service.inference.health.parts import FULL, HealthParts, Share, change_days, shares_on
from graph_service.inference.inferred import Inferred
from graph_service.inference.series import change_points

HEALTH = "health"
LEAST_SHARE, LEAST_PARTS = 0.4, 2
"""Below this share of the points, or on one signal alone, no health is told: a guess would look like a fact."""
BANDS = (("poor", 0.0), ("fair", 40.0), ("good", 70.0))
MARGIN = 3.0
"""A band is left only when health is this far beyond its border."""


def infer_health(case: CaseFile, parts: HealthParts, horizon_day: int) -> Inferred:
    """Return health as known at the end of `horizon_day` (inference.md, section 8; P-health).

    Series `health` 0..100, spells `health` good, fair, poor, copies health and health_share. Health is 100 times the
    points of the known parts over their full points; the terms sum to it exactly. Looked at on each day a part
    changes, and at the closes between. Pure; no part of a later day counts.
    """
    days = _days(parts, horizon_day)
    scores = [_score(shares_on(parts, day)) for day in days]
    series = change_points(HEALTH, days, [None if score is None else score.value for score in scores])
    last = scores[-1] if scores else None
    share = _present(shares_on(parts, days[-1])) if days else 0.0
    return Inferred(
        uid=case.uid,
        series=(series,) if series.days else (),
        spells=_bands(days, scores),
        scores=((HEALTH, last),) if last is not None else (),
        copies=((HEALTH, None if last is None else last.value), ("health_share", share)),
        review_day=next_close(horizon_day) if days else None,
    )


def _days(parts: HealthParts, horizon_day: int) -> list[int]:
    """Return the days to look at: each with a change, and every close after the first."""
    changed = change_days(parts, horizon_day)
    closes = range(next_close(changed[0]), horizon_day + 1, 7) if changed else range(0)
    return sorted({*changed, *closes})


def _present(shares: Mapping[str, Share]) -> float:
    return round(fsum(FULL[name] for name in shares) / fsum(FULL.values()), 9)


def _score(shares: Mapping[str, Share]) -> Score | None:
    """Return 100 times the points over the full points of the known parts; None where too few are known."""
    if len(shares) < LEAST_PARTS or _present(shares) < LEAST_SHARE:
        return None
    whole = fsum(FULL[name] for name in shares)
    terms = tuple(
        Term(name, round(100.0 * FULL[name] * share.value / whole, 9), share.evidence) for name, share in shares.items()
    )
    return Score(round(fsum(term.value for term in terms), 9), terms)


def _bands(days: Sequence[int], scores: Sequence[Score | None]) -> tuple[SpellFact, ...]:
    """Return the spells of bands; one ends too when too little is known to tell."""
    spells: list[SpellFact] = []
    held: str | None = None
    for day, score in zip(days, scores, strict=True):
        band = None if score is None else band_of(score.value, held)
        if band == held:
            continue
        if held is not None:
            spells[-1] = replace(spells[-1], valid_to=day_of(day))
        if band is not None and score is not None:
            spells.append(SpellFact(HEALTH, band, day_of(day), None, day_of(day), score.terms))
        held = band
    return tuple(spells)


def band_of(value: float, held: str | None) -> str:
    """Return the band of `value`: `held` while it is at most three points outside that, else where it lies."""
    fresh = [name for name, border in BANDS if value >= border][-1]
    if held is None or fresh == held:
        return fresh
    names = [name for name, _ in BANDS]
    place = names.index(held)
    low = BANDS[place][1] - MARGIN
    high = BANDS[place + 1][1] + MARGIN if place + 1 < len(BANDS) else float("inf")
    return held if low <= value < high else fresh
