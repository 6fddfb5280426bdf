"""The tickets an account's people opened, by day.

Owns which occasions are tickets, how severe each is and what it is about. It may not judge whether they are many.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph_service.inference.casefile import CaseFile, Occasion

SEVERITY = {
    "urgent": 4.0, "critical": 4.0, "blocker": 4.0, "emergency": 4.0, "highest": 4.0, "p0": 4.0, "p1": 4.0, "sev1": 4.0,
    "high": 2.0, "major": 2.0, "important": 2.0, "p2": 2.0, "sev2": 2.0,
}  # fmt: skip
"""Weight by priority, 1 for every other word and for none (inference.md, section 8)."""


@dataclass(frozen=True, slots=True)
class Opened:
    """One ticket: who opened it when, how severe (1, 2 or 4), its topics (tags, and its type where it has no tag)."""

    uid: str
    day: int
    severity: float
    topics: tuple[str, ...]
    by_uid: str


def opened_tickets(case: CaseFile, horizon_day: int) -> list[Opened]:
    """Return the tickets opened up to the horizon, ascending by (day, uid); tickets we opened ourselves are none.

    A source holds only the newest priority and tags of a ticket: they are taken as those of its opening.
    """
    found = (
        Opened(one.uid, one.day, severity_of(one.priority), topics_of(one), one.sender_uid)
        for one in case.occasions
        if one.day <= horizon_day and is_ticket(one) and one.is_opening and one.direction != "outbound"
    )
    return sorted(found, key=lambda one: (one.day, one.uid))


def is_ticket(one: Occasion) -> bool:
    """Tell whether an occasion belongs to a ticket that people made."""
    return one.channel == "ticket" and not one.is_automatic


def severity_of(priority: str) -> float:
    """Return 1, 2 or 4; words that are not known count 1."""
    return SEVERITY.get(priority.strip().lower().replace("-", "").replace(" ", ""), 1.0)


def topics_of(one: Occasion) -> tuple[str, ...]:
    """Return what a ticket is about, each topic once, in order."""
    tags = sorted({tag.strip().lower() for tag in one.tags} - {""})
    return tuple(tags or ([one.ticket_type.strip().lower()] if one.ticket_type.strip() else []))


def counted(tickets: Iterable[Opened]) -> dict[int, float]:
    """Return day → tickets opened."""
    days: dict[int, float] = {}
    for one in tickets:
        days[one.day] = days.get(one.day, 0.0) + 1.0
    return days


def weighed(tickets: Iterable[Opened]) -> dict[int, float]:
    """Return day → sum of severities."""
    days: dict[int, float] = {}
    for one in tickets:
        days[one.day] = days.get(one.day, 0.0) + one.severity
    return days


def newest(tickets: Sequence[Opened], first_day: int, last_day: int, cap: int = 5) -> tuple[str, ...]:
    """Return up to five tickets of the days from `first_day` to `last_day`, newest first."""
    return tuple(one.uid for one in reversed(tickets) if first_day <= one.day <= last_day)[:cap]
