"""Exports everything a viewer may know as of a moment: pages out of the graph, one at a time, so memory stays flat.

Owns the order of reading, nothing of what is read: each page is one statement (contacts: two), whatever it holds.
"""

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from graph_service.app.export_facts import full_account, full_action, full_contact
from graph_service.domain.facts import epoch_day, midnight
from graph_service.domain.workspace import Workspace
from graph_service.graph.failures import DatabaseTimeoutError
from graph_service.graph.viewer import ViewerGateway
from graph_service.resolvers import export_queries as q
from graph_service.resolvers import export_rows as rows

PAGE = 1_000
PAGE_OF_WORDS = 200
SHARE, SMALLEST, TRIES = 5, 10, 3
"""A page that takes too long is asked for again in fifths, down to ten rows, three times."""
ALPHABET = "234567abcdefghijklmnopqrstuvwxyz"
"""What uids are written in, in the order in which they sort."""


class What(StrEnum):
    """What can be exported."""

    CONTACTS = "contacts"
    ACCOUNTS = "accounts"
    INTERACTIONS = "interactions"
    EVIDENCE = "evidence"
    ACTIONS = "actions"


ROWS: dict[What, type[Any]] = {
    What.CONTACTS: rows.ContactRow,
    What.ACCOUNTS: rows.AccountRow,
    What.INTERACTIONS: rows.InteractionRow,
    What.EVIDENCE: rows.EvidenceRow,
    What.ACTIONS: rows.ActionRow,
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to export, as known at which moment. `live`: the moment is now. `account_uid`: only what is at it."""

    what: What
    at: datetime
    live: bool
    account_uid: str | None = None
    words: bool = False
    page: int = PAGE


class Export:
    """One export of one viewer, in order of id (contacts: by account, then those without one)."""

    def __init__(self, gateway: ViewerGateway, workspace: Workspace, wanted: Wanted) -> None:
        self._gateway = gateway
        self._wanted = wanted
        self._day = workspace.day(wanted.at)

    def pages(self) -> AsyncIterator[Sequence[Any]]:
        """Yield the rows page by page; raises `DatabaseTimeoutError` when even a small page takes too long."""
        size = min(self._wanted.page, PAGE_OF_WORDS) if self._wanted.words else self._wanted.page
        outside = self._wanted.what is What.CONTACTS and self._wanted.account_uid is None
        return in_pages(self._page, size, ("", q.OUTSIDE) if outside else ("",))

    async def _page(self, after: str, size: int) -> Sequence[Any]:
        given = (self._wanted.account_uid, self._wanted.at, size, after)
        match self._wanted.what:
            case What.CONTACTS:
                return await self._contacts(self._facts(after, size))
            case What.ACCOUNTS:
                accounts = await self._gateway.first(q.EXPORT_ACCOUNTS, self._facts(after, size))
                return [full_account(one) for one in accounts.page] if accounts else []
            case What.INTERACTIONS:
                wanted = q.WordsPage(*given, include_words=self._wanted.words)
                found = await self._gateway.first(q.EXPORT_INTERACTIONS, wanted)
                return found.page if found else []
            case What.EVIDENCE:
                evidence = await self._gateway.first(q.EXPORT_EVIDENCE, q.Page(*given))
                return evidence.page if evidence else []
            case What.ACTIONS:
                actions = await self._gateway.first(q.EXPORT_ACTIONS, q.Page(*given))
                millis = int(self._wanted.at.timestamp() * 1000)
                return [full_action(one, millis) for one in actions.page] if actions else []

    def _facts(self, after: str, size: int) -> q.FactsPage:
        wanted = self._wanted
        return q.FactsPage(
            wanted.account_uid,
            wanted.at,
            size,
            after,
            as_of_date=midnight(self._day),
            as_of_day=epoch_day(self._day),
            include_undated=wanted.live,
        )

    async def _contacts(self, wanted: q.FactsPage) -> Sequence[rows.ContactRow]:
        found = await self._gateway.first(q.EXPORT_CONTACTS, wanted)
        if not found or not found.page:
            return []
        uids = sorted({one.contact_uid for one in found.page})
        said = await self._gateway.first(q.EXPORT_SAYINGS, q.SayingsOf([*uids], wanted.as_of, wanted.include_undated))
        by_uid = {one.contact_uid: one for one in said.people} if said else {}
        return [full_contact(one, by_uid.get(one.contact_uid)) for one in found.page]


Read = Callable[[str, int], Awaitable[Sequence[Any]]]


async def in_pages(read: Read, size: int, starts: Sequence[str] = ("",)) -> AsyncIterator[Sequence[Any]]:
    """Yield pages of at most `size` rows that have a `key`, after each start; `read` returns what follows a key."""
    for start in starts:
        after, more = start, True
        while more:
            page, size = await _patiently(read, after, size)
            more = len(page) == size
            if page:
                yield page
                after = page[-1].key


async def _patiently(read: Read, after: str, size: int) -> tuple[Sequence[Any], int]:
    """Return a page and how many rows were asked for: fewer, where as many take the database too long."""
    for _ in range(TRIES):
        try:
            return await read(after, size), size
        except DatabaseTimeoutError:
            size = min(size, max(size // SHARE, SMALLEST))
    return await read(after, size), size


def share_done(row: Any) -> float:
    """Return about how much of an export lies before a row, 0 to 1: uids are spread evenly over what they can be."""
    key = row.key.removeprefix(q.OUTSIDE)
    if not key or any(letter not in ALPHABET for letter in key[:2]):
        return 0.0
    first, second = (ALPHABET.index(letter) for letter in (key * 2)[:2])
    return (first + second / len(ALPHABET)) / len(ALPHABET)
