"""The statements by which identities are matched, merged, split and placed, bound to their types."""

from dataclasses import dataclass, field
from typing import Any

from graph_service.graph.query import NoParams, NoRow, ReadQuery, RowsParams, WriteQuery
from graph_service.ingest.queries import Uids


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A contact: identities (uid, kind, value), employers, places (stakeholder, account), and where each link hangs."""

    uid: str
    identities: list[tuple[str, str, str]]
    employers: list[str]
    places: list[tuple[str, str]]
    links: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """One person a record."""

    person: PersonRow


@dataclass(frozen=True, slots=True)
class IdentityRow:
    """An identity as it stands, with the contact it stands for.

    `employers` are the accounts its CRM record names, `keyed_at` that which its help desk's keys tell. The latter says
    where what it did belongs, and neither who is who nor whose a domain is: it follows from both.
    """

    uid: str
    kind: str
    value: str
    name: str
    phone: str
    title: str
    firms: list[str]
    address: str
    contact_uid: str
    rule: str
    p: float
    matched: str
    is_resolved: bool
    employers: list[str]
    keyed_at: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class IdentityRows:
    """All identities."""

    identities: list[IdentityRow]


@dataclass(frozen=True, slots=True)
class DecidedPair:
    """What somebody said of two identities."""

    one: str
    other: str
    is_same: bool
    rule: str


@dataclass(frozen=True, slots=True)
class DecidedPairs:
    """All of them."""

    pairs: list[DecidedPair]


@dataclass(frozen=True, slots=True)
class DomainRow:
    """A mail domain and its account, and by which rule it is that account's."""

    name: str
    account_uid: str
    account: str
    rule: str = ""


@dataclass(frozen=True, slots=True)
class DomainRows:
    """All of them."""

    domains: list[DomainRow]


@dataclass(frozen=True, slots=True)
class AddressUse:
    """Since when an address was in letters, and when somebody last wrote from it (0: never), in epoch milliseconds."""

    identity_uid: str
    first_at: int
    sent_at: int


@dataclass(frozen=True, slots=True)
class KeyedPerson:
    """An address whose firm is known by keys, its contact, and the accounts it was put at by them."""

    identity_uid: str
    contact_uid: str
    address: str
    keys: list[str]
    accounts: list[str]


@dataclass(frozen=True, slots=True)
class Job:
    """An account that a CRM record has its person at; `rule` is "domain" where its address alone says so.

    `is_told` tells whether the person has a place there, with the title and date of the record.
    """

    account_uid: str
    rule: str
    is_told: bool


@dataclass(frozen=True, slots=True)
class ListingRow:
    """A CRM record of a person, `record` its CRM and id, that is at no account but by its address."""

    identity_uid: str
    contact_uid: str
    record: str
    address: str
    jobs: list[Job]


@dataclass(frozen=True, slots=True)
class Resolved:
    """Identities that were compared with all others, and the pairs to look at."""

    uids: list[str]
    rows: list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class AccountName:
    """An account and its name."""

    uid: str
    name: str


@dataclass(frozen=True, slots=True)
class CallRow:
    """A call: its labels with their identities, and people as (uid, label of the node, name, address).

    `empty` is how many who were in it have been forgotten.
    """

    uid: str
    labels: list[str]
    identity_uids: list[str]
    unknown: list[str]
    person_uids: list[str]
    present: list[tuple[str, str, str, str]]
    others: list[tuple[str, str, str, str]]
    linked: list[tuple[str, str]]
    empty: int = 0


@dataclass(frozen=True, slots=True)
class CallRecordRow:
    """One call a record."""

    call: CallRow


READ_CALLS = ReadQuery("ingest.read_calls", NoParams, CallRecordRow)
LINK_SPEAKERS = WriteQuery("ingest.link_speakers", RowsParams, NoRow)
LIST_ACCOUNT_NAMES = ReadQuery("ingest.list_account_names", NoParams, AccountName)
READ_IDENTITIES = ReadQuery("ingest.read_identities", NoParams, IdentityRows)
READ_DECIDED_PAIRS = ReadQuery("ingest.read_decided_pairs", NoParams, DecidedPairs)
READ_LISTINGS = ReadQuery("ingest.read_listings", NoParams, ListingRow)
READ_DOMAINS = ReadQuery("ingest.read_domains", NoParams, DomainRows)
READ_ADDRESS_USE = ReadQuery("ingest.read_address_use", Uids, AddressUse)
READ_PEOPLE = ReadQuery("ingest.read_people", Uids, PersonRecord)
REPOINT_IDENTITIES = WriteQuery("ingest.repoint_identities", RowsParams, NoRow)
READ_KEYED_PEOPLE = ReadQuery("ingest.read_keyed_people", NoParams, KeyedPerson)
PLACE_KEYED_PEOPLE = WriteQuery("ingest.place_keyed_people", RowsParams, NoRow)
UPSERT_LISTINGS = WriteQuery("ingest.upsert_listings", RowsParams, NoRow)
DROP_LISTINGS = WriteQuery("ingest.drop_listings", RowsParams, NoRow)
MOVE_LINKS = WriteQuery("ingest.move_links", RowsParams, NoRow)
RENEW_CONTACTS = WriteQuery("ingest.renew_contacts", Uids, NoRow)
DROP_EMPTY_CONTACTS = WriteQuery("ingest.drop_empty_contacts", RowsParams, NoRow)
REPOINT_ALIASES = WriteQuery("ingest.repoint_aliases", RowsParams, NoRow)
DROP_ALIASES = WriteQuery("ingest.drop_aliases", Uids, NoRow)
REOPEN_IDENTITIES = WriteQuery("ingest.reopen_identities", Uids, NoRow)
MARK_RESOLVED = WriteQuery("ingest.mark_resolved", Resolved, NoRow)
DECIDE_PAIRS = WriteQuery("ingest.decide_pairs", RowsParams, NoRow)
