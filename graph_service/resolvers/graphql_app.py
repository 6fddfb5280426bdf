"""Makes the GraphQL schema. The edge brings its extensions, executor and error handling; none of them is known here."""

from collections.abc import Callable, Sequence

import strawberry
from strawberry.extensions import SchemaExtension
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext

from graph_service.resolvers.alerts_roots import AlertSubscription
from graph_service.resolvers.context import SchemaConfig
from graph_service.resolvers.cursors import Cursors
from graph_service.resolvers.roots import Mutation, Query


def make_schema(
    cursor_secret: str,
    *,
    extensions: Sequence[type[SchemaExtension] | Callable[[], SchemaExtension]] = (),
    execution_context_class: type[StrawberryGraphQLCoreExecutionContext] | None = None,
    schema_class: type[strawberry.Schema] = strawberry.Schema,
    suggest_fields: bool = False,
) -> strawberry.Schema:
    """Return the schema. `cursor_secret` signs cursors; see `Cursors` for what it may be.

    `suggest_fields` lets error messages name fields like a misspelt one; leave it off where the schema is not public.
    """
    return schema_class(
        query=Query,
        mutation=Mutation,
        subscription=AlertSubscription,
        extensions=extensions,
        execution_context_class=execution_context_class,
        config=SchemaConfig(cursors=Cursors(cursor_secret), disable_field_suggestions=not suggest_fields),
    )
