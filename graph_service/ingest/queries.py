"""The statements ingest runs, bound to their types."""

from dataclasses import dataclass

from graph_service.graph.query import NoRow, ReadQuery, RowsParams, WriteQuery
from graph_service.graph.query import Uids as Uids  # noqa: PLC0414  # given on beside the statements that take it


@dataclass(frozen=True, slots=True)
class Clearing:
    """Interactions to empty, and the evidence that will be there again: what people decided about it stays."""

    uids: list[str]
    keep: list[str]


@dataclass(frozen=True, slots=True)
class Groups:
    """Thread groups to read again."""

    groups: list[str]


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """The contact behind an identity, the CRM accounts it works at, and all its mail addresses."""

    identity_uid: str
    contact_uid: str
    crm_accounts: list[str]
    addresses: list[str]


@dataclass(frozen=True, slots=True)
class KnownDomain:
    """The account of a mail domain."""

    domain_uid: str
    account_uid: str


@dataclass(frozen=True, slots=True)
class KnownInteraction:
    """An interaction that is there already."""

    uid: str
    copy_rank: str
    reader: str
    vouched: str = ""


@dataclass(frozen=True, slots=True)
class StoredMail:
    """A mail that is there already, as far as threading needs it."""

    uid: str
    message_id: str
    subject: str
    sender: str | None
    reply_keys: list[str]
    thread_id: str
    thread_group: str
    at: int
    outside: list[str]
    people: list[str]
    outsiders: list[str]
    stakeholders: list[str]


@dataclass(frozen=True, slots=True)
class StoredMails:
    """All mails of some thread groups."""

    mails: list[StoredMail]


@dataclass(frozen=True, slots=True)
class SourceRow:
    """How far a source has been read."""

    uid: str
    offset: int
    fingerprint: str
    record_count: int


LOOKUP_PEOPLE = ReadQuery("ingest.lookup_people", Uids, KnownPerson)
LOOKUP_DOMAINS = ReadQuery("ingest.lookup_domains", Uids, KnownDomain)
LOOKUP_INTERACTIONS = ReadQuery("ingest.lookup_interactions", Uids, KnownInteraction)
READ_THREAD_GROUPS = ReadQuery("ingest.read_thread_groups", Groups, StoredMails)
READ_SOURCES = ReadQuery("ingest.read_sources", Uids, SourceRow)

UPSERT_USERS = WriteQuery("ingest.upsert_users", RowsParams, NoRow)
UPSERT_DOMAIN_ACCOUNTS = WriteQuery("ingest.upsert_domain_accounts", RowsParams, NoRow)
UPSERT_CONTACTS = WriteQuery("ingest.upsert_contacts", RowsParams, NoRow)
UPSERT_STAKEHOLDERS = WriteQuery("ingest.upsert_stakeholders", RowsParams, NoRow)
UNSETTLE_ANSWERED = WriteQuery("ingest.unsettle_answered", Uids, NoRow)
CLEAR_INTERACTIONS = WriteQuery("ingest.clear_interactions", Clearing, NoRow)
UPSERT_INTERACTIONS = WriteQuery("ingest.upsert_interactions", RowsParams, NoRow)
UPSERT_CONTENTS = WriteQuery("ingest.upsert_contents", RowsParams, NoRow)
LINK_USERS = WriteQuery("ingest.link_users_to_interactions", RowsParams, NoRow)
LINK_STAKEHOLDERS = WriteQuery("ingest.link_stakeholders_to_interactions", RowsParams, NoRow)
LINK_CONTACTS = WriteQuery("ingest.link_contacts_to_interactions", RowsParams, NoRow)
LINK_ACCOUNTS = WriteQuery("ingest.link_interactions_to_accounts", RowsParams, NoRow)
UPSERT_EVIDENCE = WriteQuery("ingest.upsert_evidence", RowsParams, NoRow)
EVIDENCE_BY_USERS = WriteQuery("ingest.link_evidence_to_users", RowsParams, NoRow)
EVIDENCE_BY_STAKEHOLDERS = WriteQuery("ingest.link_evidence_to_stakeholders", RowsParams, NoRow)
EVIDENCE_BY_CONTACTS = WriteQuery("ingest.link_evidence_to_contacts", RowsParams, NoRow)
EVIDENCE_ABOUT_USERS = WriteQuery("ingest.link_evidence_about_users", RowsParams, NoRow)
EVIDENCE_ABOUT_STAKEHOLDERS = WriteQuery("ingest.link_evidence_about_stakeholders", RowsParams, NoRow)
EVIDENCE_ABOUT_CONTACTS = WriteQuery("ingest.link_evidence_about_contacts", RowsParams, NoRow)
UPSERT_STATEMENTS = WriteQuery("ingest.upsert_statements", RowsParams, NoRow)
ADD_FIRMS = WriteQuery("ingest.add_firms", RowsParams, NoRow)
UPSERT_OCCASIONS = WriteQuery("ingest.upsert_occasions", RowsParams, NoRow)
VOUCH_MEETINGS = WriteQuery("ingest.vouch_meetings", RowsParams, NoRow)
SET_THREADS = WriteQuery("ingest.set_threads", RowsParams, NoRow)
SAVE_SOURCE = WriteQuery("ingest.save_source", RowsParams, NoRow)
GIVE_DEFAULT_SIGHT = WriteQuery("grants.give_default_sight", Uids, NoRow)
