"""Decisions that change nothing, on every action of a world: they only answer, and what they answer must not leak."""

from datetime import timedelta
from typing import Any

import msgspec

from graph_service.graph.query import WriteQuery
from graph_service.graph.viewer import ViewerGateway
from graph_service.resolvers import queries as q
from tests.visibility import records as r
from tests.visibility.explaining_reads import corrected
from tests.visibility.reads import Answers, plain
from tests.visibility.topic_reads import regrouped
from tests.visibility.world import World


async def settled(world: World, who: str, only: str = "") -> Answers:
    """Return what somebody learns by snoozing what is closed and by reopening what is open; `only` by one statement."""
    gateway = await world.gateway(who)
    found = Answers({**await corrected(world, who, only), **await regrouped(world, who, only)})
    rows = await world.run("MATCH (a:Action {workspace_id: $workspace_id}) RETURN a.uid AS uid, a.status AS status")
    by = gateway.viewer.user_uid
    for row in rows:
        uid = row["uid"]
        if row["status"] in {"open", "snoozed"}:
            again = q.Reopen(uid, "", by, r.NOW, include_evidence=True)
            found |= await _one(gateway, q.REOPEN_ACTION, again, only) if row["status"] == "open" else {}
        else:
            later = q.Decide(uid, "snoozed", None, r.NOW + timedelta(days=1), "", by, r.NOW, include_evidence=True)
            found |= await _one(gateway, q.DECIDE_ACTION, later, only)
    return found


async def _one(gateway: ViewerGateway, query: WriteQuery[Any, Any], asked: Any, only: str) -> Answers:
    if only not in {"", query.name}:
        return {}
    return {f"{query.name} {asked}": plain(msgspec.to_builtins(await gateway.decide(query, asked)))}
