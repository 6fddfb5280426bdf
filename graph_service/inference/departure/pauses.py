"""When people are away: automatic replies → spells `away`, and days on which their silence says nothing.

Owns the spells and the pauses. Short absence ends on the day they named (two weeks where none was); leave ends then or
with their next own act, and without a day goes on for half a year in the clock.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from graph_service.domain.facts import SpellFact, Term, day_of
from graph_service.inference.casefile import Saying

KIND, AWAY = "away", "away"
LEAVE = frozenset({"parental_leave", "long_leave"})
SHORT = "out_of_office"
SHORT_DAYS, LEAVE_DAYS, LONGEST_DAYS = 14, 182, 550


@dataclass(frozen=True, slots=True)
class Absence:
    """Away from `day` on, until `ends` (exclusive); `until` is the day they named. `uid` is the newest evidence."""

    day: int
    ends: int
    until: int | None
    is_leave: bool
    uid: str


def absences_of(replies: Sequence[Saying], acts: Sequence[int]) -> list[Absence]:
    """Return one person's absences, ascending, none overlapping. `replies` are theirs up to the horizon, in order."""
    found: list[Absence] = []
    for one in replies:
        if one.topic not in LEAVE and one.topic != SHORT:
            continue
        absence = _absence(one, acts)
        if absence is None:
            continue
        if found and absence.day < found[-1].ends:
            last = found[-1]
            if (last.until, last.is_leave) == (absence.until, absence.is_leave):
                continue
            found[-1] = Absence(last.day, absence.day, last.until, last.is_leave, last.uid)
            if found[-1].ends <= last.day:
                found.pop()
        found.append(absence)
    return found


def _absence(one: Saying, acts: Sequence[int]) -> Absence | None:
    until = one.until_day if one.until_day is not None and one.day < one.until_day <= one.day + LONGEST_DAYS else None
    if one.until_day is not None and until is None and one.until_day <= one.day and one.topic == SHORT:
        return None
    is_leave = one.topic in LEAVE
    ends = until if until is not None else one.day + (LEAVE_DAYS if is_leave else SHORT_DAYS)
    place = bisect_right(acts, one.day)
    if place < len(acts):
        ends = min(ends, acts[place])
    return Absence(one.day, ends, until, is_leave, one.uid) if ends > one.day else None


def away_spells(absences: Sequence[Absence], horizon_day: int) -> tuple[SpellFact, ...]:
    """Return the spells; the end of one that lasts beyond the horizon is not known yet. Detail: the day they named."""
    return tuple(
        SpellFact(
            KIND, AWAY, day_of(one.day), day_of(one.ends) if one.ends <= horizon_day else None, day_of(one.day),
            (Term("auto_reply", 1.0, (one.uid,)),), detail="" if one.until is None else day_of(one.until).isoformat(),
        )
        for one in absences
    )  # fmt: skip


def away_on(absences: Sequence[Absence], day: int) -> Absence | None:
    """Return the absence that holds on `day`."""
    place = bisect_right(absences, day, key=_day)
    return absences[place - 1] if place and day < absences[place - 1].ends else None


def _day(one: Absence) -> int:
    return one.day
