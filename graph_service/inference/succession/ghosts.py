"""Ghosts: people of an account who take part in what we do with it, and whom no CRM lists.

Owns the score and the decision. score = ln(1 + occasions) + ln(1 + days) / 2 + ln(1 + ours) / 2, less 2 for who left;
a ghost from `LEAST`: one occasion on one day with one of ours. It may not say who left.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import fsum, log

from graph_service.domain.facts import Score, SpellFact, Term
from graph_service.inference.casefile import CaseFile, Occasion
from graph_service.inference.evidence import CAP
from graph_service.inference.inferred import Inferred
from graph_service.inference.succession.ghost_marks import may_be_ghosts, mostly_automatic
from graph_service.inference.succession.leavers import departures_by
from graph_service.inference.succession.presence import presence_of

METRIC = "ghost"
LEAST = 1.0
LEFT = -9.0
DIGITS = 9
NO_GHOST = (("is_ghost", False), (f"{METRIC}_names", None), (f"{METRIC}_values", None))
"""The copies of somebody without a score: the terms of an earlier one go."""


def infer_ghosts(
    case: CaseFile, horizon_day: int, departed: Mapping[str, SpellFact] | None = None
) -> dict[str, Inferred]:
    """Return each person whom no CRM lists and who was seen → `is_ghost`, with the score and its terms.

    The score's terms are `occasions`, `days`, `our people` and, of those in `departed`, `left`. People whom the CRM
    lists have the copy too, False and without a score, so that a new contact in the CRM clears the mark.
    """
    presence = presence_of(case, horizon_day)
    seen: dict[str, list[Occasion]] = defaultdict(list)
    for one in presence.occasions:
        for uid in {part.uid for part in one.people}:
            seen[uid].append(one)
    last = {uid: found[-1].day for uid, found in seen.items()}
    gone = _gone(departed or {}, horizon_day)
    scores = {
        one.uid: _score(seen[one.uid], has_left=one.uid in gone)
        for one in may_be_ghosts(case, horizon_day, last, mostly_automatic(case, horizon_day))
        if one.uid in seen
    }
    return {one.uid: _inferred(one.uid, scores.get(one.uid)) for one in sorted(case.people, key=lambda one: one.uid)}


def _gone(departed: Mapping[str, SpellFact], horizon_day: int) -> set[str]:
    known = departures_by(departed, horizon_day)
    return {uid for uid, spell in known.items() if spell.valid_to is None}


def _inferred(uid: str, score: Score | None) -> Inferred:
    if score is None:
        return Inferred(uid, copies=NO_GHOST)
    return Inferred(uid, scores=((METRIC, score),), copies=(("is_ghost", score.value >= LEAST),))


def _score(seen: Sequence[Occasion], *, has_left: bool) -> Score:
    """Return the score of somebody seen on `seen` (ascending)."""
    days = {one.day: one.uid for one in seen}
    ours = {part.uid: one.uid for one in seen for part in one.users}
    terms = [
        Term("occasions", round(log(1.0 + len(seen)), DIGITS), tuple(one.uid for one in seen[:-CAP - 1:-1])),
        Term("days", round(log(1.0 + len(days)) / 2.0, DIGITS), tuple(list(days.values())[:-CAP - 1:-1])),
        Term("our people", round(log(1.0 + len(ours)) / 2.0, DIGITS), tuple(sorted(set(ours.values())))[:CAP]),
    ]  # fmt: skip
    if has_left:
        terms.append(Term("left", LEFT))
    return Score(round(fsum(one.value for one in terms), DIGITS), tuple(terms))
