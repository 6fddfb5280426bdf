"""`forgetContact` (M12): admins and who sees the person whole may; all others are answered as if there were nobody."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import strawberry

from graph_service.app.forgetting import LocalForgetting
from graph_service.domain.forgetting import Forgetting
from graph_service.resolvers.context import Context, SchemaConfig
from graph_service.resolvers.cursors import Cursors
from graph_service.resolvers.forgetting_roots import ForgettingMutation
from graph_service.schema.ids import Kind
from graph_service.settings import Settings
from tests.graphql.world import NOW, World

pytestmark = pytest.mark.neo4j
FORGET = """
mutation Forget($input: ForgetContactInput!) {
  forgetContact(input: $input) {
    ... on ForgetContactPayload {
      clientMutationId
      report {
        contactId done doneBefore proved namesakeIds
        removed { what count } masked { what count } sources { what count } kept { what count }
        searched { place values found } files { place values found }
      }
    }
    ... on UserError { code message hint }
  }
}
"""


SLEEPING = """
MATCH (one:Playbook {workspace_id: $workspace_id}) WHERE one.is_enabled IS NULL
SET one.is_enabled = false, one.text = ''
"""
"""The world's own playbooks are names without a text."""


@strawberry.type
class Query:
    """A schema needs a query."""

    ready: bool = True


@dataclass(frozen=True, slots=True)
class ForgettingContext(Context):
    """A request that may have people forgotten."""

    forgetting: Forgetting | None = None


SCHEMA = strawberry.Schema(
    query=Query, mutation=ForgettingMutation, config=SchemaConfig(cursors=Cursors("a secret of the tests"))
)


async def ask(world: World, folder: Path, who: str, name: str, **given: Any) -> Mapping[str, Any]:
    plain = world.context(who)
    side = LocalForgetting(
        world.database, world.workspace, Settings.load().model_copy(update={"data_dir": folder}), NOW
    )
    context = ForgettingContext(
        plain.gateway, plain.now, plain.workspace_name, zone=plain.zone, desk=plain.desk, forgetting=side
    )
    await world.run(SLEEPING)
    values = {"input": {"contactId": world.id_of(Kind.CONTACT, name), **given}}
    result = await SCHEMA.execute(FORGET, variable_values=values, context_value=context)
    assert not result.errors, result.errors
    assert result.data is not None
    answer: Mapping[str, Any] = result.data["forgetContact"]
    return answer


async def names(world: World) -> set[str]:
    rows = await world.run("MATCH (one:Contact {workspace_id: $workspace_id}) RETURN one.name AS name")
    return {row["name"] for row in rows}


async def test_who_does_not_see_the_person_is_answered_as_if_there_were_nobody(
    own_world: World, tmp_path: Path
) -> None:
    """Forbidden and unknown answer alike, before and after."""
    own_world.uids["nobody"] = "x" * 26
    unknown = await ask(own_world, tmp_path, "ben", "nobody")
    assert unknown["code"] == "NOT_FOUND"
    assert await ask(own_world, tmp_path, "ben", "sol") == unknown
    assert await ask(own_world, tmp_path, "cleo", "ada") == unknown
    assert "Sol Ray" in await names(own_world)
    done = await ask(own_world, tmp_path, "admin", "sol")
    assert done["report"]["done"]
    assert await ask(own_world, tmp_path, "ben", "sol") == unknown, "that somebody was forgotten is told to nobody else"


async def test_who_sees_the_person_whole_has_them_forgotten_and_may_send_it_again(
    own_world: World, tmp_path: Path
) -> None:
    dry = await ask(own_world, tmp_path, "anna", "ada", dryRun=True)
    assert (dry["report"]["done"], dry["report"]["proved"]) == (False, False)
    assert {"what": "people", "count": 1} in dry["report"]["removed"]
    assert "Ada Lane" in await names(own_world)
    first = await ask(own_world, tmp_path, "anna", "ada", clientMutationId="once")
    report = first["report"]
    assert first["clientMutationId"] == "once"
    assert (report["done"], report["proved"], report["doneBefore"]) == (True, True, False)
    assert "Ada Lane" not in await names(own_world)
    assert "Carl Moe" in await names(own_world)
    again = (await ask(own_world, tmp_path, "anna", "ada", clientMutationId="once"))["report"]
    assert (again["done"], again["proved"], again["doneBefore"]) == (True, True, True)


async def test_counts_of_the_whole_workspace_are_told_to_admins_alone(own_world: World, tmp_path: Path) -> None:
    """Who does not see all accounts could learn from them how much there is that they do not see."""
    anna = (await ask(own_world, tmp_path, "anna", "carl"))["report"]
    assert (anna["masked"], anna["sources"], anna["kept"], anna["files"], anna["namesakeIds"]) == ([], [], [], [], [])
    assert {one["values"] for one in anna["searched"]} == {None}
    admin = (await ask(own_world, tmp_path, "admin", "ada"))["report"]
    assert all(one["values"] for one in admin["searched"])
    assert {"what": "mail", "count": 24} in admin["sources"]


async def test_actions_and_decisions_about_the_person_say_nothing_any_more(own_world: World, tmp_path: Path) -> None:
    text = (
        "MATCH (one:Action {workspace_id: $workspace_id}) WHERE one.uid IN $uids "
        "RETURN one.title AS title, one.reasons AS reasons, one.status AS status ORDER BY one.uid"
    )
    await ask(own_world, tmp_path, "admin", "ada")
    rows = await own_world.run(text, uids=["actanswer", "actsouth"])
    assert rows[0] == {"title": "Somebody who was forgotten", "reasons": [], "status": "expired"}
    assert rows[1]["title"] == "Do south"


async def test_a_key_that_is_too_long_is_refused(own_world: World, tmp_path: Path) -> None:
    refused = await ask(own_world, tmp_path, "admin", "ada", clientMutationId="x" * 201)
    assert refused["code"] == "BAD_INPUT"
    assert "Ada Lane" in await names(own_world)
