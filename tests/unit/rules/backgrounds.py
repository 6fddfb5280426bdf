"""What may be known behind a match, to word."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from graph_service.rules.background import NOTHING, Background, Heir, Other, State, Support, Ticket

TODAY = date(2026, 3, 4)


def millis(day: date, hour: int = 0) -> int:
    """The moment of an hour of a day."""
    return int((datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(hours=hour)).timestamp() * 1000)


def before(days: int, hour: int = 0) -> int:
    """The moment so many days ago."""
    return millis(TODAY - timedelta(days=days), hour)


def state(kind: str, name: str, since: int, until: int | None = None, **changes: Any) -> State:
    """A state from so many days ago, to so many days ago where it is over."""
    terms: dict[str, float] = changes.pop("terms", {})
    basis = State(
        uid=f"{kind}-{since}", kind=kind, state=name, detail=None, probability=None, holds=until is None,
        names=list(terms), amounts=list(terms.values()), since=before(since),
        until=None if until is None else before(until), began=None, support=[],
    )  # fmt: skip
    return replace(basis, **changes)


def support(term: str, quote: str | None = None, days: int = 3, who: str | None = None, uid: str = "") -> Support:
    """A sentence of so many days ago."""
    return Support(uid or f"{term}-{days}", term, "departure_said", quote, before(days, 9), who)


def behind(*states: State, **changes: Any) -> Background:
    """What is known: some states, and else what is given."""
    return replace(NOTHING, states=list(states), **changes)


def other(name: str, strength: float = 10.0, contacts: int = 2, level: str | None = "low") -> Other:
    """Somebody else there."""
    return Other(name.lower(), name, contacts, strength, level)


def heir(name: str, p: float) -> Heir:
    """Somebody who may follow."""
    return Heir(name.lower(), name, p)


def ticket(days: int, subject: str | None = "Export fails") -> Ticket:
    """A ticket of so many days ago."""
    return Ticket(f"t{days}", before(days, 12), subject)
