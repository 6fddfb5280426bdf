"""Asks the explaining and correcting fields of a seeded world, as the service serves them."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import strawberry

from graph_service.graph.digest import facts
from graph_service.resolvers.context import Context, SchemaConfig
from graph_service.resolvers.cursors import Cursors
from graph_service.resolvers.explaining_roots import ExplainingMutation, ExplainingQuery
from tests.graphql.world import NOW, World

SCHEMA = strawberry.Schema(
    query=ExplainingQuery, mutation=ExplainingMutation, config=SchemaConfig(cursors=Cursors("a secret of the tests"))
)
DECISIONS = ('"Decision"', '["ON"')
"""What rightly stays of a decision that was taken back."""


def context_of(world: World, who: str, now: datetime = NOW) -> Context:
    """Return the context of a request of somebody."""
    return world.context(who, now)


async def ask(
    world: World, document: str, who: str = "anna", now: datetime = NOW, **variables: Any
) -> Mapping[str, Any]:
    """Return the data of a document; fails on any error."""
    result = await SCHEMA.execute(document, variable_values=variables, context_value=context_of(world, who, now))
    assert not result.errors, result.errors
    assert result.data is not None
    return result.data


async def derived(world: World) -> list[str]:
    """Return every fact of the world but the decisions themselves."""
    lines = await facts(world.database, world.workspace.workspace_id)
    return [line for line in lines if not any(mark in line for mark in DECISIONS)]
