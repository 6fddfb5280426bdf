"""Canary cases of networks and alerts: around everybody, now and at past moments; every alert, page by page."""

from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from graph_service.resolvers import alerts_rows as a
from graph_service.resolvers import leaving_queries as q
from graph_service.resolvers.alerts_pages import alert_page

if TYPE_CHECKING:
    from tests.visibility.reads import Asker

Found = AsyncIterator[tuple[str, Any]]


async def network(asker: "Asker") -> Found:
    """The network around every person, and around them at each account, with who is known from elsewhere."""
    for moment in (asker.now, *asker.moments):
        for uid, named in (
            *((one, True) for one in asker.of("Contact")),
            *((one, False) for one in asker.of("Stakeholder")),
        ):
            at, date, day = asker.day(moment)
            whom = q.Whom(uid if named else "", "" if named else uid, at, date, day, moment == asker.now)
            asked = q.around_all_places(whom)
            yield f"{q.NETWORK.name} {asked}", await asker.gateway.rows(q.NETWORK, asked)


async def alerts(asker: "Asker") -> Found:
    """All alerts of each moment, those of single accounts and people, and all page by page."""
    for moment in (asker.now, *asker.moments):
        _, date, _ = asker.day(moment)
        every = alert_page(date, 200, evidence=True)
        every = replace(
            every, kinds=[*every.kinds, "successor"], person_states=[*every.person_states, "successor successor"]
        )
        yield f"{a.ALERTS.name} {every}", await asker.gateway.rows(a.ALERTS, every)
        for uid in (*asker.of("Account"), *asker.of("Stakeholder")) if asker.thorough else ():
            asked = replace(every, subject_uids=[uid])
            yield f"{a.ALERTS.name} {asked}", await asker.gateway.rows(a.ALERTS, asked)
        page, pages = replace(every, limit=3), []
        while found := await asker.gateway.rows(a.ALERTS, page):
            pages.append(found)
            last = found[-1].alert
            page = replace(page, after_at=last.at, after_rank=last.rank, after_uid=last.uid)
        yield f"{a.ALERTS.name} pages at {moment}", pages


LEAVING: dict[str, Callable[["Asker"], Found]] = {"NETWORK": network, "ALERTS": alerts}
