"""GraphQL documents that select every field there is, written from the schema itself, and answers made comparable."""

import base64
import binascii
from collections.abc import Iterable
from typing import Any

import strawberry
from graphql import GraphQLNamedType, GraphQLObjectType, GraphQLUnionType, get_named_type
from strawberry.types import ExecutionResult

from graph_service.app.correcting import LocalFacts
from graph_service.app.forgetting import LocalForgetting
from graph_service.app.identity_desk import LocalDesk
from graph_service.resolvers.context import Context
from graph_service.settings import Settings
from tests.visibility import records as r
from tests.visibility.world import World

MARKS = {"cursor", "startCursor", "endCursor", "requestId"}
"""What holds a signature of the workspace or of the request; pages are followed elsewhere."""
MANY = {
    "actionQueue": "first: 100", "accounts": "first: 100", "search": "first: 100", "stakeholderMap": "first: 100",
    "identityReview": "first: 100", "peopleGraph": "first: 100",
    "changes": 'first: 100, from: "2016-01-01T00:00:00Z"', "alerts": "first: 100", "explain": "metric: HEALTH",
}  # fmt: skip


def selection(kind: GraphQLNamedType) -> str:
    """Return the selection set of a type with all its fields, to the leaves."""
    if isinstance(kind, GraphQLUnionType):
        return "{ __typename " + " ".join(f"... on {one.name} {selection(one)}" for one in kind.types) + " }"
    if not isinstance(kind, GraphQLObjectType):
        return ""
    fields = (f"{name} {selection(get_named_type(field.type))}" for name, field in kind.fields.items())
    return "{ " + " ".join(fields) + " }"


def queries(schema: strawberry.Schema) -> dict[str, tuple[str, str]]:
    """Return, for each root field, a document with all it has, and the name of the argument it needs ("" for none)."""
    root = schema._schema.query_type
    assert root is not None
    found = {}
    for name, field in root.fields.items():
        needed = next((one for one in ("id", "accountId", "text", "contactId", "to") if one in field.args), "")
        given = [MANY[name]] if name in MANY else []
        given += [f"{needed}: $given"] if needed else []
        given += ["asOf: $asOf"] if "asOf" in field.args else []
        declared = [f"$given: {field.args[needed].type}"] if needed else []
        declared += ["$asOf: DateTime"] if "asOf" in field.args else []
        head = f"query Q({', '.join(declared)}) " if declared else ""
        arguments = f"({', '.join(given)})" if given else ""
        found[name] = (f"{head}{{ {name}{arguments} {selection(get_named_type(field.type))} }}", needed)
    return found


async def execute(
    schema: strawberry.Schema, world: World, who: str, document: str, **variables: Any
) -> ExecutionResult:
    """Return what somebody gets for a document."""
    zone = world.workspace.zone
    desk = LocalDesk(world.database, world.workspace, r.NOW)
    facts = LocalFacts(world.database, world.workspace, r.NOW)
    forgetting = LocalForgetting(world.database, world.workspace, Settings(data_dir=world.folder), r.NOW)
    context = Context(
        await world.gateway(who), r.NOW, world.workspace.name, zone=zone, desk=desk, recomputing=facts,
        forgetting=forgetting,
    )  # fmt: skip
    return await schema.execute(document, variable_values=variables, context_value=context)


def payload(result: ExecutionResult, world: World) -> Any:
    """Return the whole answer, errors included, with the workspace taken out of its ids."""
    errors = [error.formatted for error in result.errors or ()]
    return _plain({"data": result.data, "errors": errors}, world.workspace.workspace_id)


def _plain(value: Any, workspace_id: str) -> Any:
    if isinstance(value, dict):
        return {key: _in_order(key, _plain(one, workspace_id)) for key, one in value.items() if key not in MARKS}
    if isinstance(value, list):
        return [_plain(one, workspace_id) for one in value]
    return decoded(value).replace(workspace_id, "here") if isinstance(value, str) else value


def _in_order(key: str, value: Any) -> Any:
    return sorted(value, key=repr) if key in {"evidence", "participants"} else value


def decoded(text: str) -> str:
    """Return what an id says, or the text itself."""
    try:
        plain = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True).decode()
    except (binascii.Error, ValueError):
        return text
    return plain if plain.count(":") == 2 else text


def words_of(found: Iterable[Any]) -> str:
    """Return all answers as one text in lower case."""
    return repr(list(found)).lower()
