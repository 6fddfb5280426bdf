"""Since when each person of an account is known, and when they took part.

Owns the look into occasions that every other step here shares. It may not weigh anything.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph_service.inference.casefile import CaseFile, Occasion, Part, occasions_of

ABSENT = frozenset({"declined"})


@dataclass(frozen=True, slots=True)
class Presence:
    """The occasions up to the horizon in order; `since`: uid → first day known (seen or listed) by the horizon."""

    occasions: Sequence[Occasion]
    since: dict[str, int]


def presence_of(case: CaseFile, horizon_day: int) -> Presence:
    """Return who is known since when, by what sources said and by what happened up to the horizon."""
    occasions = occasions_of(case, horizon_day)
    since: dict[str, int] = {}
    for person in case.people:
        days = [day for day in (person.first_seen_day, person.crm_day) if day is not None and day <= horizon_day]
        if days:
            since[person.uid] = min(days)
    for one in occasions:
        for part in one.people:
            since[part.uid] = min(since.get(part.uid, one.day), one.day)
    return Presence(occasions, since)


def took_part(occasion: Occasion, part: Part) -> bool:
    """Tell whether a part counts: not absent, not declined, no meeting that was called off."""
    return part.role != "absent" and part.response not in ABSENT and occasion.status != "cancelled"


def attending(occasion: Occasion) -> Iterable[Part]:
    """Return the parts of their people that count."""
    return (part for part in occasion.people if took_part(occasion, part))
