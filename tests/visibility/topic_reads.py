"""Canary cases of topics and releases: every topic, page, search and moment; and vain decisions on all of them."""

from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import msgspec

from graph_service.graph.query import Uids, WriteQuery
from graph_service.graph.viewer import ViewerGateway
from graph_service.resolvers import topics_queries as q
from tests.visibility import records as r
from tests.visibility.topic_records import ACROSS_UIDS
from tests.visibility.world import World

if TYPE_CHECKING:
    from tests.visibility.reads import Asker

Found = AsyncIterator[tuple[str, Any]]
TAKEN = """
MATCH (one:Decision {workspace_id: $workspace_id}) WHERE one.kind STARTS WITH 'withdrawn topic' RETURN one.uid AS uid
"""
SEARCHES = ("canary", "otto", "wish", "alpha", "")


def _everything(at: datetime) -> q.TopicsPage:
    return q.TopicsPage(
        as_of=at, recent_from=at - timedelta(days=28), limit=100, request_limit=100, include_trend=True,
        include_requests=True, include_releases=True, include_rulings=True,
    )  # fmt: skip


async def topics(asker: "Asker") -> Found:
    """All topics, by every search, by every request in them, and page by page, now and at past moments."""
    for moment in (asker.now, *asker.moments):
        page = _everything(moment)
        for text in SEARCHES:
            yield await _one(asker, replace(page, search=text))
        for uid in asker.of("Evidence") if asker.thorough else ():
            yield await _one(asker, replace(page, request_uids=[uid], include_trend=False))
        found, page = [], replace(page, limit=1)
        while (row := await asker.gateway.first(q.TOPICS, page)) and row.topics:
            found.append(msgspec.to_builtins(row))
            last = row.topics[-1]
            page = replace(page, after_recent=last.recent, after_accounts=last.accounts, after_uid=last.uid)
        yield f"{q.TOPICS.name} pages at {moment}", found


async def _one(asker: "Asker", page: q.TopicsPage) -> tuple[str, Any]:
    row = await asker.gateway.first(q.TOPICS, page)
    return f"{q.TOPICS.name} {page}", row if row and (row.topics or row.asks or row.total) else None


async def topics_to_judge(asker: "Asker") -> Found:
    """The topic of every request."""
    asked = Uids([*asker.of("Evidence"), *ACROSS_UIDS])
    yield f"{q.TOPICS_TO_JUDGE.name} {asked}", await asker.gateway.rows(q.TOPICS_TO_JUDGE, asked)


async def releases(asker: "Asker") -> Found:
    """All releases with what they answer, by name and page by page, now and at past moments."""
    for moment in (asker.now, *asker.moments):
        page = q.ReleasesPage(as_of=moment, limit=100, include_answers=True)
        for text in SEARCHES:
            asked = replace(page, search=text)
            yield f"{q.RELEASES.name} {asked}", await asker.gateway.rows(q.RELEASES, asked)
        one = replace(page, release_uid="release of all")
        yield f"{q.RELEASES.name} {one}", await asker.gateway.rows(q.RELEASES, one)


TOPICS: dict[str, Callable[["Asker"], Found]] = {
    "TOPICS": topics, "TOPICS_TO_JUDGE": topics_to_judge, "RELEASES": releases,
}  # fmt: skip
TOPIC_DECISIONS = {"RULE_ON_REQUESTS", "WITHDRAW_TOPIC_RULING", "RULE_ON_ANSWER"}
"""The writes of a viewer that correct topics."""


async def regrouped(world: World, who: str, only: str = "") -> dict[str, Any]:
    """Return what somebody learns by deciding what is decided, and by taking back what was taken back.

    `only` names the one statement that is to be tried.
    """
    gateway, found = await world.gateway(who), dict[str, Any]()
    taken = [str(row["uid"]) for row in await world.run(TAKEN)]
    by = gateway.viewer.user_uid
    for uid in (await world.uids())["Evidence"]:
        again = q.RuleOnRequests(taken[0], "topic_named", [{"uid": uid, "part": "one"}], "name", None, by, r.NOW)
        found |= await _decided(gateway, q.RULE_ON_REQUESTS, again, only)
        nothing = q.RuleOnAnswer("release of all", uid, "withdrawn", None, "", by, r.NOW)
        found |= await _decided(gateway, q.RULE_ON_ANSWER, nothing, only)
    for uid in taken:
        found |= await _decided(gateway, q.WITHDRAW_TOPIC_RULING, q.WithdrawTopicRuling(uid, None, by, r.NOW), only)
    assert {row["outcome"] for row in found.values() if row} <= {"settled"}, "what is tried here must change nothing"
    return found


async def _decided(gateway: ViewerGateway, query: WriteQuery[Any, Any], asked: Any, only: str) -> dict[str, Any]:
    if only not in {"", query.name}:
        return {}
    return {f"{query.name} {asked}": msgspec.to_builtins(await gateway.decide(query, asked))}
