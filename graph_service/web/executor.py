"""Owns a faster way through objects whose selected fields are all plain attributes. Never changes an answer.

graphql-core spends some 5 microseconds on each field, whatever it is. A page of 1000 rows with ten plain fields is
10,000 of them. Here such an object, with the plain objects and lists in it, is read in one loop by readers that are
made once for each selection, and kept. Whatever is unusual (arguments, resolvers, permissions, middleware, `@defer`,
interfaces and unions, awaitables, bad values) takes the reference path, which also words the errors.
Pass as `strawberry.Schema(..., execution_context_class=FastLeafExecutor)`.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Any

from graphql import (
    GraphQLField,
    GraphQLLeafType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLResolveInfo,
    GraphQLSchema,
    is_leaf_type,
)
from graphql.execution.collect_fields import FieldDetails, FieldDetailsList
from graphql.pyutils import AwaitableOrValue, Path
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext
from strawberry.types.field import StrawberryField

from graph_service.web.completion import (
    AS_IS,
    Field,
    ObjectReader,
    Reader,
    UnusualError,
    Values,
    fields_reader,
    leaf_reader,
    list_reader,
    object_reader,
    objects_reader,
)

TYPENAME = "__typename"
DEFINITION = "strawberry-definition"
DONE = frozenset({"skip", "include"})
"""Directives that were obeyed when the fields were collected; any other is for the reference path."""
KEPT = 500
EXTENSION = "graph_service.kept_readers"


@dataclass(slots=True)
class Kept:
    """Readers of selections, kept from one execution to the next: a parser's cache gives back the same nodes.

    What a selection comes to depends on its nodes, on the fragments, and on Boolean variables through `@skip` and
    `@include`; these are the key. The nodes are held beside the reader, so that their ids stay their own.
    """

    values: Values
    readers: dict[Hashable, tuple[ObjectReader | None, object]] = field(default_factory=dict)

    def keep(self, key: Hashable, reader: ObjectReader | None, nodes: object) -> None:
        """Keep a reader; when there are too many, all go."""
        if len(self.readers) >= KEPT:
            self.readers.clear()
        self.readers[key] = reader, nodes


def kept_of(schema: GraphQLSchema, is_awaitable: Callable[[Any], bool]) -> Kept:
    """Return what is kept with a schema for executions with this test of awaitables; it goes with the schema."""
    by_test: dict[Callable[[Any], bool], Kept] = schema.extensions.setdefault(EXTENSION, {})
    return by_test.setdefault(is_awaitable, Kept(Values(is_awaitable)))


class FastLeafExecutor(StrawberryGraphQLCoreExecutionContext):
    """Strawberry's executor with a shortcut for objects of plain fields."""

    _found: tuple[Kept, Hashable, object]
    _readers: dict[tuple[int, int], ObjectReader | None]

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
        read = self._reader_of(return_type, field_details_list) if position_context is None else None
        if read is not None:
            try:
                if return_type.is_type_of and return_type.is_type_of(result, info) is not True:
                    raise UnusualError  # noqa: TRY301
                return read(result)
            except Exception:  # noqa: BLE001, S110 - the reference path meets it again and reports path and place
                pass
        return super().complete_object_value(return_type, field_details_list, info, path, result, position_context)

    def _reader_of(self, return_type: GraphQLObjectType, details: FieldDetailsList) -> ObjectReader | None:
        """Return the reader of one selection of an object type; None where there is none."""
        # graphql-core keeps the list alive for the whole execution, so its id stays its own
        readers: dict[tuple[int, int], ObjectReader | None] = self.__dict__.setdefault("_readers", {})
        here = (id(return_type), id(details))
        if here not in readers:
            readers[here] = self._kept_reader(return_type, details)
        return readers[here]

    def _kept_reader(self, return_type: GraphQLObjectType, details: FieldDetailsList) -> ObjectReader | None:
        """Return the reader that an earlier execution left, else a new one."""
        middleware = self.middleware_manager is not None and self.middleware_manager.middlewares
        if middleware or self.abort_signal is not None:
            return None
        kept, place, definitions = self._place()
        key = (place, id(return_type), tuple(id(one.node) for one in details))
        if key in kept.readers:
            return kept.readers[key][0]
        if any(one.defer_usage or one.fragment_variable_values for one in details):
            return None
        reader = self._make_reader(return_type, details)
        kept.keep(key, reader, (return_type, [one.node for one in details], definitions))
        return reader

    def _place(self) -> tuple[Kept, Hashable, object]:
        """Return what holds for the whole execution: what is kept, the part of its keys, and what they name."""
        if "_found" not in self.__dict__:
            kept = kept_of(self.schema, self.is_awaitable)
            flags = tuple((name, on) for name, on in self.variable_values.coerced.items() if isinstance(on, bool))
            definitions = [one.definition for one in self.fragments.values()]
            self._found = kept, (flags, tuple(map(id, definitions))), definitions
        return self._found

    def _make_reader(self, return_type: GraphQLObjectType, details: FieldDetailsList) -> ObjectReader | None:
        collected = self.collect_subfields(return_type, details)
        if collected.new_defer_usages or collected.forbidden_directive_instances:
            return None
        fields: list[Field] = []
        constants: dict[str, str] = {}
        for response_name, below in collected.grouped_field_set.items():
            if below[0].node.name.value == TYPENAME:
                constants[response_name] = return_type.name
                continue
            found = self._field(response_name, return_type, below)
            if found is None:
                return None
            fields.append(found)
        return fields_reader(fields, constants, tuple(collected.grouped_field_set))

    def _field(self, response_name: str, parent: GraphQLObjectType, details: FieldDetailsList) -> Field | None:
        """Return how to read one selected field, or None when more than an attribute is behind it."""
        node = details[0].node
        definition = parent.fields.get(node.name.value)
        attribute = plain_attribute(definition)
        if definition is None or attribute is None or node.arguments or any(map(is_special, details)):
            return None
        found = self._reader(definition.type, details)
        return None if found is None else Field(response_name, attribute, *found)

    def _reader(self, kind: Any, details: FieldDetailsList) -> tuple[Reader, type | None] | None:
        """Return the reader of a type, and the type whose values are output already; None where there is none."""
        nullable = not isinstance(kind, GraphQLNonNull)
        bare = kind if nullable else kind.of_type
        values = self._place()[0].values
        if is_leaf_type(bare):
            leaf: GraphQLLeafType = bare
            return leaf_reader(leaf.name, leaf.coerce_output_value, values, nullable=nullable), AS_IS.get(leaf.name)
        if isinstance(bare, GraphQLList):
            return self._list_reader(bare.of_type, details, values, nullable=nullable)
        fields = self._plain_fields(bare, details)
        return None if fields is None else (object_reader(fields, _belongs(bare), values, nullable=nullable), None)

    def _list_reader(
        self, kind: Any, details: FieldDetailsList, values: Values, *, nullable: bool
    ) -> tuple[Reader, None] | None:
        item = self._reader(kind, details)
        if item is None:
            return None
        bare = kind.of_type if isinstance(kind, GraphQLNonNull) else kind
        fields = self._plain_fields(bare, details)
        if fields is not None and _belongs(bare) is None:
            return objects_reader(fields, item[0], values, nullable=nullable), None
        return list_reader(*item, nullable=nullable), None

    def _plain_fields(self, kind: Any, details: FieldDetailsList) -> ObjectReader | None:
        """Return the reader of the selected fields of an object type; None for other types, and where there is none."""
        if not isinstance(kind, GraphQLObjectType) or not knows_its_own(kind):
            return None
        return self._reader_of(kind, details)


def is_special(detail: FieldDetails) -> bool:
    """Tell whether a selected field is deferred, streamed, or carries another directive that is still to be obeyed."""
    return bool(detail.defer_usage) or any(one.name.value not in DONE for one in detail.node.directives or ())


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
