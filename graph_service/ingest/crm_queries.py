"""The statements CRM ingest and the settling of places run, bound to their types."""

from dataclasses import dataclass
from typing import Any

from graph_service.graph.query import CountRow, NoParams, NoRow, ReadQuery, RowsParams, Uids, WriteQuery


@dataclass(frozen=True, slots=True)
class Accounts:
    """Accounts with something of theirs, as maps."""

    accounts: list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class People:
    """People with their places, as maps."""

    people: list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class UidRow:
    """Something that exists."""

    uid: str


@dataclass(frozen=True, slots=True)
class StaleClaims:
    """The claims that some tables of one CRM make now; others of these tables are no longer made."""

    system: str
    tables: list[str]
    keep: list[str]


LOOKUP_ACCOUNTS = ReadQuery("ingest.lookup_accounts", Uids, UidRow)
READ_CRM_DOMAINS = ReadQuery("ingest.read_crm_domains", NoParams, Accounts)
READ_OPPORTUNITIES = ReadQuery("ingest.read_opportunities", NoParams, Accounts)
UPSERT_CRM_USERS = WriteQuery("ingest.upsert_crm_users", RowsParams, NoRow)
UPSERT_CRM_ACCOUNTS = WriteQuery("ingest.upsert_crm_accounts", RowsParams, NoRow)
UPSERT_DOMAINS = WriteQuery("ingest.upsert_domains", RowsParams, NoRow)
UPSERT_EMPLOYMENTS = WriteQuery("ingest.upsert_employments", RowsParams, NoRow)
UPSERT_OPPORTUNITIES = WriteQuery("ingest.upsert_opportunities", RowsParams, NoRow)
UPSERT_SHARE_CLAIMS = WriteQuery("ingest.upsert_share_claims", RowsParams, NoRow)
UPSERT_SOURCE_SPELLS = WriteQuery("ingest.upsert_source_spells", RowsParams, NoRow)
CLOSE_SOURCE_SPELLS = WriteQuery("ingest.close_source_spells", Uids, NoRow)
SET_COMMERCIALS = WriteQuery("ingest.set_commercials", RowsParams, NoRow)
RENEW_ABOUTS = WriteQuery("ingest.renew_abouts", RowsParams, NoRow)
DROP_EMPTY_PLACES = WriteQuery("ingest.drop_empty_places", Uids, NoRow)
DROP_EMPTY_ACCOUNTS = WriteQuery("ingest.drop_empty_accounts", Uids, NoRow)
DROP_STALE_CLAIMS = WriteQuery("ingest.drop_stale_claims", StaleClaims, CountRow)
