"""Owns a faster way through objects whose selected fields are all plain attributes. Never changes an answer.

graphql-core spends some 5 microseconds on each field, whatever it is. A page of 1000 rows with ten plain fields is
10,000 of them. Here such an object, with the plain objects and lists in it, is read in one loop over a plan that is
made once for each selection. Whatever is unusual (arguments, resolvers, permissions, middleware, `@defer`, interfaces
and unions, awaitables, bad values) takes the reference path, which also words the errors.
Pass as `strawberry.Schema(..., execution_context_class=FastLeafExecutor)`.
"""

from collections.abc import Callable
from typing import Any

from graphql import (
    GraphQLField,
    GraphQLLeafType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLResolveInfo,
    is_leaf_type,
)
from graphql.execution.collect_fields import FieldDetailsList
from graphql.pyutils import AwaitableOrValue, Path
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext
from strawberry.types.field import StrawberryField

from graph_service.web.completion import (
    AS_IS,
    Field,
    Plan,
    Reader,
    UnusualError,
    Values,
    leaf_reader,
    list_reader,
    make_plan,
    nullable,
    object_reader,
    read_object,
    required,
)

TYPENAME = "__typename"
DEFINITION = "strawberry-definition"
DONE = frozenset({"skip", "include"})
"""Directives that were obeyed when the fields were collected; any other is for the reference path."""


class FastLeafExecutor(StrawberryGraphQLCoreExecutionContext):
    """Strawberry's executor with a shortcut for objects of plain fields."""

    _plans: dict[tuple[int, int], Plan | None]
    _values: Values

    def complete_object_value(
        self,
        return_type: GraphQLObjectType,
        field_details_list: FieldDetailsList,
        info: GraphQLResolveInfo[Any],
        path: Path,
        result: Any,
        position_context: Any,
    ) -> AwaitableOrValue[dict[str, Any]]:
        """Return the object's response map; a value out of the ordinary goes through graphql-core."""
        plan = self._plan(return_type, field_details_list) if position_context is None else None
        if plan is not None:
            try:
                if return_type.is_type_of and return_type.is_type_of(result, info) is not True:
                    raise UnusualError  # noqa: TRY301
                return read_object(plan, result)
            except Exception:  # noqa: BLE001, S110 - the reference path meets it again and reports path and place
                pass
        return super().complete_object_value(return_type, field_details_list, info, path, result, position_context)

    def _plan(self, return_type: GraphQLObjectType, field_details_list: FieldDetailsList) -> Plan | None:
        # graphql-core keeps the list alive for the whole execution, so its id stays its own
        plans: dict[tuple[int, int], Plan | None] = self.__dict__.setdefault("_plans", {})
        key = (id(return_type), id(field_details_list))
        if key not in plans:
            plans[key] = self._make_plan(return_type, field_details_list)
        return plans[key]

    def _make_plan(self, return_type: GraphQLObjectType, field_details_list: FieldDetailsList) -> Plan | None:
        collected = self.collect_subfields(return_type, field_details_list)
        middleware = self.middleware_manager is not None and self.middleware_manager.middlewares
        deferred = collected.new_defer_usages or collected.forbidden_directive_instances
        if deferred or middleware or self.abort_signal is not None:
            return None
        fields: list[Field] = []
        constants: dict[str, str] = {}
        for response_name, details in collected.grouped_field_set.items():
            if details[0].node.name.value == TYPENAME:
                constants[response_name] = return_type.name
                continue
            field = self._field(response_name, return_type, details)
            if field is None:
                return None
            fields.append(field)
        return make_plan(fields, constants, tuple(collected.grouped_field_set))

    def _field(self, response_name: str, parent: GraphQLObjectType, details: FieldDetailsList) -> Field | None:
        """Return how to read one selected field, or None when more than an attribute is behind it."""
        node = details[0].node
        field = parent.fields.get(node.name.value)
        attribute = plain_attribute(field)
        unusual = node.arguments or any(
            detail.defer_usage or any(one.name.value not in DONE for one in detail.node.directives or ())
            for detail in details
        )
        if field is None or attribute is None or unusual:
            return None
        found = self._reader(field.type, details)
        return None if found is None else Field(response_name, attribute, *found)

    def _reader(self, kind: Any, details: FieldDetailsList) -> tuple[Reader, type | None] | None:
        """Return the reader of a type, and the type whose values are output already; None where there is no plan."""
        if isinstance(kind, GraphQLNonNull):
            found = self._bare_reader(kind.of_type, details)
            return None if found is None else (required(found[0]), found[1])
        found = self._bare_reader(kind, details)
        return None if found is None else (nullable(found[0]), found[1])

    def _bare_reader(self, kind: Any, details: FieldDetailsList) -> tuple[Reader, type | None] | None:
        values: Values = self.__dict__.setdefault("_values", Values(self.is_awaitable))
        if is_leaf_type(kind):
            leaf: GraphQLLeafType = kind
            return leaf_reader(leaf.name, leaf.coerce_output_value, values), AS_IS.get(leaf.name)
        if isinstance(kind, GraphQLList):
            item = self._reader(kind.of_type, details)
            return None if item is None else (list_reader(*item), None)
        if not isinstance(kind, GraphQLObjectType) or not knows_its_own(kind):
            return None
        plan = self._plan(kind, details)
        return None if plan is None else (object_reader(plan, _belongs(kind), values), None)


def plain_attribute(field: GraphQLField | None) -> str | None:
    """Return the attribute a field is read from, or None where a resolver or arguments stand before it."""
    definition = (field.extensions or {}).get(DEFINITION) if field else None
    if field is None or field.args or not isinstance(definition, StrawberryField):
        return None
    # Strawberry marks the resolver it makes for a plain attribute; anything else may compute.
    plain = getattr(field.resolve, "_is_default", False) and definition.default_resolver is getattr
    return definition.python_name if plain else None


def knows_its_own(kind: GraphQLObjectType) -> bool:
    """Tell whether a type's test of its objects is Strawberry's own or none, so that it needs no place in the query."""
    definition = (kind.extensions or {}).get(DEFINITION)
    return kind.is_type_of is None or (definition is not None and definition.is_type_of is None)


def _belongs(kind: GraphQLObjectType) -> Callable[[Any], bool] | None:
    is_type_of: Any = kind.is_type_of
    return None if is_type_of is None else lambda value: is_type_of(value, None)
