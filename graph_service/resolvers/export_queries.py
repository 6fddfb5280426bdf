"""The viewer's exports, bound to their types: one statement and one record a page, in order of id."""

from dataclasses import dataclass
from datetime import datetime

from graph_service.graph.query import ReadQuery
from graph_service.resolvers import export_rows as rows

OUTSIDE = "~"
"""The page of contacts after all people at accounts: those without one begin here. No uid begins so."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page after the key `after_uid` (empty: the first) as known at `as_of`; `account_uid` keeps one account."""

    account_uid: str | None
    as_of: datetime
    limit: int
    after_uid: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FactsPage(Page):
    """A page of what holds facts over time. `as_of_date` and `as_of_day` are the workspace's day of `as_of`.

    `include_undated`: also what nobody knows the beginning of, which only an export of the present may hold.
    """

    as_of_date: datetime
    as_of_day: int
    include_undated: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsPage(Page):
    """A page of interactions, with their words or without."""

    include_words: bool


@dataclass(frozen=True, slots=True)
class SayingsOf:
    """What is said of these contacts; names that nobody knows the beginning of with `include_undated` alone."""

    uids: list[str]
    as_of: datetime
    include_undated: bool


EXPORT_CONTACTS = ReadQuery("export.contacts", FactsPage, rows.ContactsPage)
EXPORT_SAYINGS = ReadQuery("export.sayings", SayingsOf, rows.SayingsPage)
EXPORT_ACCOUNTS = ReadQuery("export.accounts", FactsPage, rows.AccountsPage)
EXPORT_INTERACTIONS = ReadQuery("export.interactions", WordsPage, rows.InteractionsPage)
EXPORT_EVIDENCE = ReadQuery("export.evidence", Page, rows.EvidencePage)
EXPORT_ACTIONS = ReadQuery("export.actions", Page, rows.ActionsPage)
