"""Every root field costs one round trip, however much is selected below it; `workspace` costs none.

A decision on who is who is refused after one; carried out, it costs what working everything out again costs.
"""

from pathlib import Path
from typing import Any

import pytest
import strawberry
from graphql import FieldNode, OperationDefinitionNode, parse

from graph_service.graph.driver import count_round_trips
from graph_service.schema.ids import Kind, encode_id
from tests.graphql.world import World

DOCUMENTS = sorted((Path(__file__).parent / "documents").glob("*.graphql"))
TEXTS = {path: path.read_text(encoding="utf-8") for path in DOCUMENTS}
FREE = {"workspace", "__typename"}
LONG = {"forgetContact"}
"""What goes through the whole store, step by step, and proves it (`tests/graphql/forgetting`)."""


def root_fields(text: str) -> list[str]:
    operations = [one for one in parse(text).definitions if isinstance(one, OperationDefinitionNode)]
    assert len(operations) == 1
    selected = operations[0].selection_set.selections
    return [one.name.value for one in selected if isinstance(one, FieldNode) and one.name.value not in FREE]


def variables_of(text: str, world: World) -> dict[str, Any]:
    workspace = world.workspace.workspace_id
    known: dict[str, Any] = {
        "first": 20, "after": None, "accountId": world.id_of(Kind.ACCOUNT, "north"),
        "contactId": world.id_of(Kind.CONTACT, "ada"), "actionId": world.id_of(Kind.ACTION, "action answer"),
        "stakeholderId": world.id_of(Kind.STAKEHOLDER, "ada there"),
        "evidenceId": encode_id(Kind.EVIDENCE, workspace, "nothing"),
        "nobodyId": encode_id(Kind.STAKEHOLDER, workspace, "nobody"),
        "requestId": world.id_of(Kind.EVIDENCE, "request"), "releaseId": world.id_of(Kind.RELEASE, "spring"),
        "noTopicId": encode_id(Kind.TOPIC, workspace, "nothing"),
        "noRulingId": encode_id(Kind.RULING, workspace, "nothing"),
    }  # fmt: skip
    return {name: value for name, value in known.items() if f"${name}" in text}


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
async def test_a_document_costs_one_round_trip_for_each_root_field(own_world: World, path: Path) -> None:
    text = TEXTS[path]
    async with count_round_trips() as counted:
        data = await own_world.ask(text, **variables_of(text, own_world))
    assert counted.count == len(root_fields(text))
    assert all(value is not None for value in data.values())


def test_the_documents_use_every_root_field(schema: strawberry.Schema) -> None:
    used = {name for text in TEXTS.values() for name in root_fields(text)} | FREE | LONG
    for kind in ("Query", "Mutation"):
        found = schema._schema.get_type(kind)
        assert found is not None
        assert set(getattr(found, "fields", {})) <= used
