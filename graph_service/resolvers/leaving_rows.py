"""The rows of the network around a person, as `cypher/read/leaving_network.cypher` returns them. No behaviour."""

from dataclasses import dataclass

from graph_service.resolvers.fact_rows import Millis

Known = tuple[str, float]
"""(stakeholder, strength 0 to 100)."""
Together = tuple[str, str, int, int]
"""(stakeholder, stakeholder, messages, meetings) of a year; the first uid sorts before the second."""


@dataclass(frozen=True, slots=True)
class SubjectSource:
    """Whom it is about, at this account."""

    uid: str
    name: str


@dataclass(frozen=True, slots=True)
class OfficeSource:
    """The account, with its revenue a year as known at the moment."""

    uid: str
    name: str
    currency: str | None
    arr: float | None


@dataclass(frozen=True, slots=True)
class ElsewhereSource:
    """The same person at another account."""

    uid: str
    account_uid: str
    account_name: str


@dataclass(frozen=True, slots=True)
class MemberSource:
    """One of their people. Of a past moment `decision_power` is null and `role` the title that counted then."""

    uid: str
    name: str
    influence: float
    title: str | None
    contact_uid: str | None
    decision_power: float | None
    role: str | None


@dataclass(frozen=True, slots=True)
class OursSource:
    """One of ours, and whom they know there."""

    uid: str
    name: str
    known: list[Known]


@dataclass(frozen=True, slots=True)
class FriendSource:
    """One of ours who knew somebody at another account: how well now, and how well at best."""

    uid: str
    name: str
    strength: float
    peak: float


@dataclass(frozen=True, slots=True)
class AlumnusSource:
    """Somebody there (`uid`) who is or was at another account too; `moved_at` where they were found to have moved."""

    uid: str
    account_uid: str
    account_name: str
    was_champion: bool
    moved_at: Millis | None
    users: list[FriendSource]


@dataclass(frozen=True, slots=True)
class NetworkRow:
    """The network at one account of the person; where they were seen last comes first."""

    subject: SubjectSource
    account: OfficeSource
    others: list[ElsewhereSource]
    people: list[MemberSource]
    users: list[OursSource]
    colleagues: list[Together]
    alumni: list[AlumnusSource]
