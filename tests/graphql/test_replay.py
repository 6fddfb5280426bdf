"""A world replayed day by day: what each day said, and what the end says of that day, are the same (issue of time, M5).

The first is the current view after inference with that day as its horizon; the second the view as of that day after
everything else has happened. Whatever knows the future differs.
"""

import secrets
from collections.abc import Mapping
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import strawberry

from graph_service.domain.viewer import ADMIN
from graph_service.graph.driver import Database
from graph_service.graph.system import SystemGateway
from graph_service.graph.workspaces import NewWorkspace, ensure_workspace
from graph_service.inference.stage import InferenceStage
from graph_service.schema.ids import Kind
from tests.graphql.world import World
from tests.integration.memory import END, START
from tests.integration.small_firm import BOUNCED, LAST_DAY, load

pytestmark = pytest.mark.neo4j
DAYS = (20, 45, 88, 130, LAST_DAY - 1, LAST_DAY + 1, BOUNCED + 1, BOUNCED + 12)
SCORES = "influence { value } sentiment { value inWords trend sampleSize since } strength { value level }"
STATES = """departure { state value since lastDay awayUntil newEmployer inWords }
  champion { state value since inWords } role { title source level functions since }"""
PERSON = f"""name title engagementLevel replyRate replyHours inCrm group lastInteractionAt lastInboundAt
  {SCORES} {STATES} successors {{ stakeholder {{ name }} }} ties {{ user {{ name }} strength lastAt }}"""
MAP = f"""query Map($id: ID!, $asOf: DateTime) {{ stakeholderMap(accountId: $id, asOf: $asOf) {{
  stakeholderCount gaps {{ kind reason }} groups {{ group stakeholders {{ {PERSON} }} }} }} }}"""
ACCOUNT = """query Account($id: ID!, $asOf: DateTime) { account(id: $id, asOf: $asOf) {
  name inCrm coverage { value } singleThreadedShare mainStakeholder { name } nextStakeholder { name }
  quiet { state since rhythmDays } health { value band inWords } sentiment { value inWords trend }
  usage { state inWords } tickets { state } signals { kind state since } championCount departedCount
  lastInboundAt lastInteractionAt contactCount activeContactCount } }"""
HEALTH = """query Health($id: ID!, $from: DateTime!, $to: DateTime!) {
  changes(accountId: $id, from: $from, to: $to, first: 200) { edges { node {
    subject beforeValue afterValue parts { name before after move } } } } }"""
EXPLAINED = """query Explained($id: ID!, $asOf: DateTime) {
  explain(id: $id, metric: HEALTH, asOf: $asOf) { terms { name value } } }"""
BOOK = """query Book($asOf: DateTime) { peopleGraph(asOf: $asOf) {
  clusters { edges { node { peopleCount championCount atRiskCount departedCount meanSentiment ratedCount } } }
  nodes { name engagementLevel strength { value } sentiment { value trend } champion { state } departure { state } }
  edges { user { name } strength } } }"""


async def firm_of(database: Database, folder: Path, schema: strawberry.Schema) -> World:
    new = NewWorkspace(
        f"r{secrets.token_hex(5)}", "Ours", ("ours.example",), salt="fixed", products=(("Planner",),)
    )  # fmt: skip
    workspace = await ensure_workspace(database, new)
    await load(database, workspace, folder)
    world = World(database, workspace, schema)
    rows = await world.run(
        "MATCH (account:Account {workspace_id: $workspace_id, name: 'North Ltd'}) SET account.seen_by = $seen_by "
        "RETURN account.uid AS uid", seen_by=[ADMIN],
    )  # fmt: skip
    world.uids["north"] = rows[0]["uid"]
    return world


async def told(world: World, now: datetime, **when: Any) -> dict[str, Mapping[str, Any]]:
    """Return what the three views say now, or as of another moment."""
    asked = {"id": world.id_of(Kind.ACCOUNT, "north")}
    return {
        "map": await world.ask(MAP, "admin", now, **asked, **when),
        "account": await world.ask(ACCOUNT, "admin", now, **asked, **when),
        "book": await world.ask(BOOK, "admin", now, **when),
    }


async def infer(world: World, day: datetime) -> None:
    system = SystemGateway(world.database, world.workspace.workspace_id)
    await InferenceStage(system, world.workspace, day).run(rebuild=True)


def differing(path: str, one: Any, other: Any) -> list[str]:
    """Return where two answers differ, each with both values; of the last contact the past keeps the day alone."""
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return [line for key in one for line in differing(f"{path}.{key}", one[key], other[key])]
    if isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        return [
            line
            for place, pair in enumerate(zip(one, other, strict=True))
            for line in differing(f"{path}[{place}]", *pair)
        ]
    if isinstance(one, float) and isinstance(other, float) and one == pytest.approx(other, abs=1e-6):
        return []
    if path.endswith(("lastInteractionAt", "lastInboundAt")) and one and other:
        one, other = one[:10], other[:10]
    return [] if one == other else [f"{path}: {one!r} on the day, {other!r} from the end"]


async def test_each_day_is_seen_from_the_end_as_it_was_seen_on_that_day(
    database: Database, tmp_path: Path, schema: strawberry.Schema
) -> None:
    world = await firm_of(database, tmp_path, schema)
    moments = {day: (START + timedelta(days=day)).replace(hour=23, minute=59) for day in DAYS}
    then = {}
    for day, moment in moments.items():
        await infer(world, moment)
        then[day] = await told(world, moment)
    await infer(world, END)
    found = []
    for day, moment in moments.items():
        found += differing(f"day {day}", then[day], await told(world, END, asOf=moment.isoformat()))
    assert found == [], "\n".join(found)
    await the_parts_of_health_are_those_of_both_days(world, moments)


async def the_parts_of_health_are_those_of_both_days(world: World, moments: Mapping[int, datetime]) -> None:
    """Whatever was inferred since, each part is what it was on its day, and the moves sum to that of health."""
    north = world.id_of(Kind.ACCOUNT, "north")
    seen = 0
    for start, end in pairwise(moments.values()):
        days = {"from": start.isoformat(), "to": end.isoformat()}
        changes = (await world.ask(HEALTH, "admin", END, id=north, **days))["changes"]["edges"]
        for change in (edge["node"] for edge in changes if edge["node"]["subject"] == "health points"):
            for name, moment in (("before", start), ("after", end)):
                day = await world.ask(EXPLAINED, "admin", END, id=north, asOf=moment.isoformat())
                terms = {one["name"]: one["value"] for one in day["explain"]["terms"]}
                assert {one["name"]: one[name] for one in change["parts"] if one[name] is not None} == terms
            moved = change["afterValue"] - change["beforeValue"]
            assert sum(one["move"] for one in change["parts"]) == pytest.approx(moved, abs=1e-6)
            sizes = [abs(one["move"]) for one in change["parts"]]
            assert sizes == sorted(sizes, reverse=True)
            seen += 1
        assert all(edge["node"]["parts"] == [] for edge in changes if edge["node"]["subject"] != "health points")
    assert seen, "health must change on some of these days"
