"""What is known behind a match on a day: states with what they rest on, the others there, ties, moves, tickets.

Owns the shape of it and the statement that reads it. It may not word anything.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from graph_service.graph.query import ReadQuery

Millis = int


@dataclass(frozen=True, slots=True)
class Support:
    """A sentence or an interaction a state rests on, of this account alone: whoever sees the account may read it.

    `weight` is a sentence's tone (-1 to 1) where it has one.
    """

    uid: str
    term: str
    kind: str
    quote: str | None
    at: Millis | None
    who: str | None
    weight: float | None = None


@dataclass(frozen=True, slots=True)
class State:
    """A state of the person or the account as it was known on the day; `support` is read of those that hold."""

    uid: str
    kind: str
    state: str
    detail: str | None
    probability: float | None
    holds: bool
    names: list[str]
    amounts: list[float]
    since: Millis
    until: Millis | None
    began: Millis | None
    support: list[Support]

    def amount(self, name: str) -> float | None:
        """Return the value of a term, None where there is none of that name."""
        return dict(zip(self.names, self.amounts, strict=False)).get(name)


@dataclass(frozen=True, slots=True)
class Other:
    """Somebody else at the account who is still there. `contacts` are the exchanges of the last 30 days."""

    uid: str
    name: str
    contacts: int
    strength: float
    level: str | None


@dataclass(frozen=True, slots=True)
class Heir:
    """Who may have taken over, with what probability."""

    uid: str
    name: str
    p: float


@dataclass(frozen=True, slots=True)
class Acquaintance:
    """One of ours who knows the person; strength 0..100."""

    uid: str
    name: str
    strength: float
    last_day: int | None


@dataclass(frozen=True, slots=True)
class Place:
    """The same person at another account."""

    uid: str
    account_uid: str
    account: str
    p: float


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Another account of the person, and the principals who see it."""

    uid: str
    seen_by: list[str]


@dataclass(frozen=True, slots=True)
class Ticket:
    """A ticket of the account; `subject` only where it is this account's alone."""

    uid: str
    at: Millis
    subject: str | None


@dataclass(frozen=True, slots=True)
class Background:
    """All that is known behind one match; the newest of states and tickets come first, the best of the rest."""

    account_uid: str
    stakeholder_uid: str | None
    employer: str | None
    states: list[State]
    others: list[Other]
    heirs: list[Heir]
    ties: list[Acquaintance]
    places: list[Place]
    elsewhere: list[Elsewhere]
    tickets: list[Ticket]
    last_inbound_day: float | None

    def held(self, kind: str) -> State | None:
        """Return the state of a kind that holds."""
        return next((one for one in self.states if one.kind == kind and one.holds), None)

    def past(self, kind: str, states: Iterable[str]) -> State | None:
        """Return the newest state of a kind that is one of `states`, whether it holds or not."""
        wanted = frozenset(states)
        return next((one for one in self._by_day(kind) if one.state in wanted), None)

    def opened(self, kind: str) -> Millis | None:
        """Return when the state that holds was first said: of states in a row that say the same, the first's day."""
        held = self.held(kind)
        if held is None:
            return None
        since = held.since
        for one in self._by_day(kind):
            if one.state == held.state and one.until == since:
                since = one.since
        return since

    def _by_day(self, kind: str) -> list[State]:
        return sorted((one for one in self.states if one.kind == kind), key=lambda one: (-one.since, one.uid))


NOTHING = Background("", None, None, [], [], [], [], [], [], [], None)
"""What is known behind a match that nobody looked behind."""


@dataclass(frozen=True, slots=True)
class BackgroundParams:
    """Matches to look behind, the kinds of states that are wanted, and the day as number, moment and date.

    `live`: the day is today, so that current copies count too: who of ours is still here, where somebody is now.
    """

    rows: list[dict[str, str | None]]
    kinds: list[str]
    day: int
    as_of: datetime
    as_of_date: datetime
    live: bool


@dataclass(frozen=True, slots=True)
class BackgroundRow:
    """One record."""

    background: Background


READ_BACKGROUNDS = ReadQuery("rules.read_backgrounds", BackgroundParams, BackgroundRow)
