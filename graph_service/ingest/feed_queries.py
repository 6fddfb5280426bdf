"""The statements that write feeds and notes, and settle whose they are, bound to their types."""

from dataclasses import dataclass

from graph_service.graph.query import NoParams, NoRow, ReadQuery, RowsParams, Uids, WriteQuery


@dataclass(frozen=True, slots=True)
class UsageRow:
    """A series of use as it stands, and the accounts it is linked to."""

    uid: str
    days: list[int]
    counts: list[int]
    accounts: list[str]


@dataclass(frozen=True, slots=True)
class UsageKeyRow:
    """A key of the product: (domain, users) pairs, the accounts linked now (doubles are possible), series and links."""

    account_key: str
    domains: list[tuple[str, int]]
    accounts: list[str]
    series_count: int
    link_count: int


@dataclass(frozen=True, slots=True)
class AccountKeyRow:
    """What an account is known by."""

    uid: str
    keys: list[str]
    crm_ids: list[str]
    domains: list[str]


@dataclass(frozen=True, slots=True)
class SaidJob:
    """One observation of a job; times in epoch milliseconds."""

    uid: str
    company: str
    title: str
    valid_from: int | None
    valid_to: int | None
    known_at: int


@dataclass(frozen=True, slots=True)
class ProfileRow:
    """A profile as it stands: its observations, the places of its person, and the rank of its name."""

    uid: str
    spells: list[SaidJob]
    places: list[str]
    name_rank: str


@dataclass(frozen=True, slots=True)
class ReleaseRow:
    """A release as it stands; `shipped_at` in epoch milliseconds."""

    uid: str
    name: str
    notes: str
    items: list[str]
    shipped_at: int


@dataclass(frozen=True, slots=True)
class UserKeyRow:
    """One of our people and what an export may call them."""

    email: str
    name: str
    crm_ids: list[str]


LOOKUP_USAGE = ReadQuery("ingest.lookup_usage", Uids, UsageRow)
UPSERT_USAGE = WriteQuery("ingest.upsert_usage", RowsParams, NoRow)
READ_USAGE_KEYS = ReadQuery("ingest.read_usage_keys", NoParams, UsageKeyRow)
READ_ACCOUNT_KEYS = ReadQuery("ingest.read_account_keys", NoParams, AccountKeyRow)
LINK_USAGE = WriteQuery("ingest.link_usage", RowsParams, NoRow)
LOOKUP_PROFILES = ReadQuery("ingest.lookup_profiles", Uids, ProfileRow)
UPSERT_PROFILES = WriteQuery("ingest.upsert_profiles", RowsParams, NoRow)
UPSERT_OBSERVATIONS = WriteQuery("ingest.upsert_observations", RowsParams, NoRow)
LOOKUP_RELEASES = ReadQuery("ingest.lookup_releases", Uids, ReleaseRow)
UPSERT_RELEASES = WriteQuery("ingest.upsert_releases", RowsParams, NoRow)
UPSERT_NOTES = WriteQuery("ingest.upsert_notes", RowsParams, NoRow)
SETTLE_NOTES = WriteQuery("ingest.settle_notes", NoParams, NoRow)
UPSERT_CRM_IDENTITIES = WriteQuery("ingest.upsert_crm_identities", RowsParams, NoRow)
LIST_USER_KEYS = ReadQuery("ingest.list_user_keys", NoParams, UserKeyRow)
