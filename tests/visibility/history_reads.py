"""Canary cases of histories: of everybody at each of their accounts, and of every account, now and at past moments."""

from collections.abc import AsyncIterator, Callable
from typing import TYPE_CHECKING, Any

from graph_service.resolvers import history_queries as h

if TYPE_CHECKING:
    from tests.visibility.reads import Asker

Found = AsyncIterator[tuple[str, Any]]


async def person_history(asker: "Asker") -> Found:
    """The numbers and states of every person at each account, those that are over too."""
    for moment in (asker.now, *asker.moments):
        for uid in asker.of("Stakeholder"):
            asked = h.PersonHistoryOf(uid, *asker.day(moment)[1:])
            yield f"{h.PERSON_HISTORY.name} {asked}", await asker.gateway.rows(h.PERSON_HISTORY, asked)


async def account_history(asker: "Asker") -> Found:
    """The numbers and states of every account, those that are over too."""
    for moment in (asker.now, *asker.moments):
        for uid in asker.of("Account"):
            asked = h.AccountHistoryOf(uid, *asker.day(moment)[1:])
            yield f"{h.ACCOUNT_HISTORY.name} {asked}", await asker.gateway.rows(h.ACCOUNT_HISTORY, asked)


HISTORY: dict[str, Callable[["Asker"], Found]] = {
    "PERSON_HISTORY": person_history, "ACCOUNT_HISTORY": account_history,
}  # fmt: skip
