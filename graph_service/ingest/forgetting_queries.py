"""The statements by which a person is found everywhere, taken out, and looked for again; bound to their types."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from graph_service.graph.query import NoRow, ReadQuery, RowsParams, Uids, WriteQuery


@dataclass(frozen=True, slots=True)
class ContactUid:
    """One contact."""

    contact_uid: str


@dataclass(frozen=True, slots=True)
class UsedSeries:
    """A series of use of the person."""

    uid: str
    account_key: str
    feature: str
    domain: str
    days: list[int]
    counts: list[int]
    accounts: list[str]


@dataclass(frozen=True, slots=True)
class Person:
    """A person as sources and people named them.

    `identities` are (uid, kind, value, address), `places` (stakeholder, account), `sayings` (evidence, kind);
    `touched` are people of whom something was inferred from this one.
    """

    uid: str
    names: list[str]
    identities: list[tuple[str, str, str, str]]
    places: list[tuple[str, str]]
    employers: list[str]
    aliases: list[str]
    sayings: list[tuple[str, str]]
    touched: list[str]
    usage: list[tuple[str, str, str, str, list[int], list[int], list[str]]]

    @property
    def nodes(self) -> list[str]:
        """Return the nodes that stand for the person: the contact and the places."""
        return [self.uid, *(place for place, _ in self.places)]

    @property
    def addresses(self) -> list[str]:
        """Return the mail addresses, small."""
        mail = [value for _, kind, value, _ in self.identities if kind == "email"]
        return sorted({one.lower() for one in (*mail, *(address for *_, address in self.identities)) if "@" in one})

    @property
    def series(self) -> list[UsedSeries]:
        """Return what the person used."""
        return [UsedSeries(*one) for one in self.usage]


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """One person a record."""

    person: Person


@dataclass(frozen=True, slots=True)
class SlotRecord:
    """One interaction a record, with its texts, its people and its sayings."""

    slot: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Needles:
    """What to look for: a text is a hit where all words of one needle stand in it. `marks` are accents to pass over."""

    needles: list[list[str]]
    marks: list[str]


@dataclass(frozen=True, slots=True)
class NodeHits:
    """A property of nodes of some labels: how many values were looked at, and the hits (uid, is_list, texts)."""

    labels: list[str]
    key: str
    searched: int
    hits: list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class EdgeHits:
    """A property of relationships of a type: how many values, and the hits (start, end, is_list, texts)."""

    type: str
    key: str
    searched: int
    hits: list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class UidRow:
    """One uid."""

    uid: str


@dataclass(frozen=True, slots=True)
class ForgettingRow:
    """That somebody was forgotten, and who decided it."""

    uid: str
    by_uid: str


@dataclass(frozen=True, slots=True)
class RestingOn:
    """What actions may rest on; `now` closes them."""

    people: list[str]
    evidence: list[str]
    written: list[str]
    now: datetime


@dataclass(frozen=True, slots=True)
class DecidedOn:
    """What decisions may be on."""

    people: list[str]
    identities: list[str]
    evidence: list[str]


@dataclass(frozen=True, slots=True)
class Texts:
    """Sentences and words to remove."""

    evidence: list[str]
    contents: list[str]


@dataclass(frozen=True, slots=True)
class Threads:
    """Threads, and groups of mails with one subject."""

    threads: list[str]
    groups: list[str]


@dataclass(frozen=True, slots=True)
class ForgettingRecord:
    """What is kept of a forgetting: an id that names nobody, who, when."""

    uid: str
    by_uid: str
    at: datetime


READ_PERSON = ReadQuery("forget.read_person", ContactUid, PersonRecord)
READ_SLOTS = ReadQuery("forget.read_slots", Uids, SlotRecord)
SEARCH_NODES = ReadQuery("forget.search_nodes", Needles, NodeHits)
SEARCH_EDGES = ReadQuery("forget.search_edges", Needles, EdgeHits)
OWNERS_OF = ReadQuery("forget.owners_of", Uids, UidRow)
FIND_FORGETTING = ReadQuery("forget.find_forgetting", Uids, ForgettingRow)

EMPTY_ACTIONS = WriteQuery("forget.empty_actions", RestingOn, NoRow)
EMPTY_DECISIONS = WriteQuery("forget.empty_decisions", DecidedOn, NoRow)
FOLD_USAGE = WriteQuery("forget.fold_usage", RowsParams, NoRow)
REWRITE_NODES = WriteQuery("forget.rewrite_nodes", RowsParams, NoRow)
REWRITE_EDGES = WriteQuery("forget.rewrite_edges", RowsParams, NoRow)
DROP_SUBJECTS = WriteQuery("forget.drop_subjects", Threads, NoRow)
DROP_TEXTS = WriteQuery("forget.drop_texts", Texts, NoRow)
DROP_SPELLS = WriteQuery("forget.drop_spells", Uids, NoRow)
DROP_PERSON = WriteQuery("forget.drop_person", ContactUid, NoRow)
DROP_LONELY_ACCOUNTS = WriteQuery("forget.drop_lonely_accounts", Uids, NoRow)
RECORD_FORGETTING = WriteQuery("rules.record_forgetting", ForgettingRecord, NoRow)
