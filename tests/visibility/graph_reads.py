"""Canary cases of the people graph and of changes: every filter, page and window, now and at past moments."""

from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import msgspec

from graph_service.domain.business_days import BusinessDays
from graph_service.query.embedding import people_question
from graph_service.resolvers import changes_queries as c
from graph_service.resolvers import people_graph_queries as p
from graph_service.resolvers.evidence_paths import EVERYTHING
from graph_service.resolvers.moments import Moment

if TYPE_CHECKING:
    from tests.visibility.reads import Asker

Found = AsyncIterator[tuple[str, Any]]
FILTERS = (
    "", 'contact where name contains "c" or role contains "CANARY" or account.name contains "canary"',
    "contact where new employer is known", "contact where has tie where strength > 1", "contact where has ask",
    "contact where departed within 3650 days or departure is gone_quiet or champion != none",
)  # fmt: skip
EVERYTHING_ON = p.PeoplePage(
    limit=200, cluster_limit=200, include_clusters=True, include_people=True, include_ties=True, include_links=True,
    include_total=True, evidence_of=EVERYTHING,
)  # fmt: skip


async def people_graph(asker: "Asker") -> Found:
    """Everybody and the accounts they are at, by every filter, with all there is, and page by page."""
    async for found in _people(asker, Moment(asker.now, True, asker.day(asker.now)[2], asker.day(asker.now)[1])):
        yield found


async def people_graph_as_of(asker: "Asker") -> Found:
    """The same at past moments."""
    for moment in asker.moments:
        at, date, day = asker.day(moment)
        async for found in _people(asker, Moment(at, False, day, date)):
            yield found


async def _people(asker: "Asker", moment: Moment) -> Found:
    name = (p.PEOPLE_GRAPH if moment.live else p.PEOPLE_GRAPH_AS_OF).name
    calendar = BusinessDays(asker.workspace.country, asker.workspace.zone)
    for text in FILTERS if asker.thorough else FILTERS[:1]:
        question, page = people_question(text), EVERYTHING_ON
        whole = await p.read_people(asker.gateway, page, question, moment, calendar)
        yield f"{name} {text} at {moment}", [whole.clusters, whole.people] if whole.total or whole.clusters else []
        if not asker.thorough:
            continue
        pages, page = [], replace(page, limit=2, cluster_limit=1)
        while (row := await p.read_people(asker.gateway, page, question, moment, calendar)).people:
            pages.append(msgspec.to_builtins(row))
            last = row.people[-1]
            page = replace(
                page, after_name=last.account_name, after_account=last.account_uid, after_person=last.name,
                after_uid=last.uid,
            )  # fmt: skip
        yield f"{name} {text} pages at {moment}", pages


async def changes(asker: "Asker") -> Found:
    """What differs between all pairs of moments, of all accounts, of each, and page by page."""
    moments = [Moment(*_parts(asker, one)) for one in (*asker.moments, asker.now)]
    first = Moment(*_parts(asker, min(asker.moments) - timedelta(days=3650)))
    for start, end in zip((first, first, *moments), (*moments, moments[-1], moments[-1]), strict=False):
        if start.at >= end.at:
            continue
        page = c.changes_page(start, end, None, 500)
        row = await asker.gateway.first(c.CHANGES, page)
        yield f"{c.CHANGES.name} {start.at} {end.at}", row.changes if row else []
        for uid in asker.of("Account") if asker.thorough else ():
            one = c.changes_page(start, end, uid, 500)
            row = await asker.gateway.first(c.CHANGES, one)
            yield f"{c.CHANGES.name} {start.at} {end.at} of {uid}", row.changes if row else []


def _parts(asker: "Asker", moment: Any) -> tuple[Any, bool, int, Any]:
    at, date, day = asker.day(moment)
    return at, moment == asker.now, day, date


GRAPH: dict[str, Callable[["Asker"], Found]] = {
    "PEOPLE_GRAPH": people_graph, "PEOPLE_GRAPH_AS_OF": people_graph_as_of, "CHANGES": changes,
}  # fmt: skip
"""The canary case of each read, by its name in `people_graph_queries` and `changes_queries`."""
