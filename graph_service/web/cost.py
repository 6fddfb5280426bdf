"""Owns measuring a query before it runs: its depth, breadth and list-weighted cost. Decides nothing.

Each fragment is measured once, however often it is spread, so the work is linear in the length of the query. What a
list costs depends on its page size, which may stand on the field itself or on the connection around it. The second kind
is kept apart as `per_item`, a factor of a page size not known yet; that keeps a fragment's measure independent of
where it is spread.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLArgument,
    GraphQLCompositeType,
    GraphQLField,
    GraphQLNamedType,
    GraphQLNonNull,
    GraphQLSchema,
    InlineFragmentNode,
    IntValueNode,
    OperationDefinitionNode,
    SelectionNode,
    SelectionSetNode,
    VariableNode,
    get_named_type,
    is_composite_type,
    is_list_type,
)
from strawberry.types.field import StrawberryField

from graph_service.schema.paging import SHARES_PAGE

DEFINITION = "strawberry-definition"
PAGE_ARGUMENTS = ("first", "last", "limit")
USUAL_PAGE = 50
"""Items of a page whose size is a variable and not known yet."""
PLAIN_LIST = 5
"""Items of a list without any page argument: terms, reasons, roles."""
CEILING = 10**9
"""Numbers stop growing here, so that a hostile query cannot make huge integers."""
INTROSPECTION = frozenset({"__schema", "__type"})


@dataclass(frozen=True, slots=True)
class Size:
    """What one selection set asks for. `width` counts its own fields, `fields` all of them, spreads expanded."""

    depth: int = 0
    width: int = 0
    aliases: int = 0
    fields: int = 0
    directives: int = 0
    cost: int = 0
    per_item: int = 0

    def beside(self, other: "Size") -> "Size":
        """Return the size of both next to each other in one selection set."""
        return Size(
            max(self.depth, other.depth),
            min(CEILING, self.width + other.width),
            min(CEILING, self.aliases + other.aliases),
            min(CEILING, self.fields + other.fields),
            min(CEILING, self.directives + other.directives),
            min(CEILING, self.cost + other.cost),
            min(CEILING, self.per_item + other.per_item),
        )

    def total_cost(self, page: int) -> int:
        """Return the cost in field reads when lists paged by their surroundings yield `page` items."""
        return min(CEILING, self.cost + self.per_item * page)


class Meter:
    """Measures the operations of one document; `visited` counts the selections it looked at.

    `variables` are the request's values; None means that they are not known yet, and a usual page is assumed.
    """

    def __init__(
        self, schema: GraphQLSchema, document: DocumentNode, variables: Mapping[str, object] | None = None
    ) -> None:
        self.visited = 0
        self._schema = schema
        self._variables = variables
        self._fragments = {d.name.value: d for d in document.definitions if isinstance(d, FragmentDefinitionNode)}
        self._measured: dict[str, Size] = {}
        self._defaults = variable_defaults(document)

    def operation(self, node: OperationDefinitionNode) -> Size:
        """Return the size of one operation; all cost is in `cost`, none left in `per_item`."""
        size = self._selections(node.selection_set, self._schema.get_root_type(node.operation))
        own = len(node.directives or ())
        return Size(
            size.depth,
            size.width,
            size.aliases,
            size.fields,
            min(CEILING, size.directives + own),
            size.total_cost(PLAIN_LIST),
        )

    def _selections(self, node: SelectionSetNode | None, parent: GraphQLNamedType | None) -> Size:
        total = Size()
        for selection in node.selections if node else ():
            self.visited += 1
            total = total.beside(self._selection(selection, parent))
        return total

    def _selection(self, node: SelectionNode, parent: GraphQLNamedType | None) -> Size:
        own = Size(directives=len(node.directives or ()))
        if isinstance(node, FieldNode):
            return own.beside(self._field(node, parent))
        if isinstance(node, FragmentSpreadNode):
            return own.beside(self._spread(node.name.value))
        assert isinstance(node, InlineFragmentNode)
        on = self._schema.get_type(node.type_condition.name.value) if node.type_condition else parent
        return own.beside(self._selections(node.selection_set, on))

    def _spread(self, name: str) -> Size:
        """Measure a fragment once. A cycle counts nothing here: another rule rejects it."""
        if name not in self._measured:
            self._measured[name] = Size()
            fragment = self._fragments.get(name)
            if fragment:
                on = self._schema.get_type(fragment.type_condition.name.value)
                self._measured[name] = self._selections(fragment.selection_set, on)
        return self._measured[name]

    def _field(self, node: FieldNode, parent: GraphQLNamedType | None) -> Size:
        definition = field_of(self._schema, parent, node.name.value)
        child = get_named_type(definition.type) if definition else None
        inner = self._selections(node.selection_set, child)
        cost, per_item = self._weigh(node, definition, inner)
        return Size(
            # How deep introspection may nest is settled by graphql-core's own rule.
            1 if node.name.value in INTROSPECTION else inner.depth + 1,
            1,
            min(CEILING, inner.aliases + bool(node.alias)),
            min(CEILING, inner.fields + 1),
            inner.directives,
            cost,
            per_item,
        )

    def _weigh(self, node: FieldNode, definition: GraphQLField | None, inner: Size) -> tuple[int, int]:
        """Return (cost, cost for each item of the page around this field)."""
        if node.name.value in INTROSPECTION:
            return min(CEILING, 1 + inner.fields), 0
        page = self._page(node, definition)
        if definition and page is None and shares_page(definition):
            return min(CEILING, 1 + PLAIN_LIST * (1 + inner.cost)), inner.per_item
        if definition and is_a_list(definition):
            item = 1 + inner.total_cost(PLAIN_LIST)
            return (1, item) if page is None else (min(CEILING, 1 + page * item), 0)
        return min(CEILING, 1 + inner.total_cost(PLAIN_LIST if page is None else page)), 0

    def _page(self, node: FieldNode, definition: GraphQLField | None) -> int | None:
        """Return how many items the field's own page argument allows, or None when it has no such argument."""
        names = [name for name in PAGE_ARGUMENTS if definition and name in definition.args]
        if not names or not definition:
            return None
        given = {argument.name.value: argument.value for argument in node.arguments or ()}
        for name in names:
            if name in given:
                return self._number(given[name])
        return max(default_of(definition.args[name]) or USUAL_PAGE for name in names)

    def _number(self, value: object) -> int:
        if isinstance(value, IntValueNode):
            return max(1, literal(value))
        if isinstance(value, VariableNode):
            name = value.name.value
            given = (self._variables or {}).get(name, self._defaults.get(name))
            return max(1, min(given, CEILING)) if isinstance(given, int) else USUAL_PAGE
        return USUAL_PAGE


def literal(node: IntValueNode) -> int:
    """Return the number written in the query, cut at the ceiling (Python refuses to read thousands of digits)."""
    return min(CEILING, int(node.value)) if len(node.value) < 12 else CEILING


def default_of(argument: GraphQLArgument) -> int | None:
    """Return an argument's default; graphql-core keeps it as a value or, in a schema read from text, as a literal."""
    default = argument.default
    for value in (argument.default_value, default.value if default else None):
        if isinstance(value, int):
            return value
    node = default.literal if default else None
    return literal(node) if isinstance(node, IntValueNode) else None


def variable_defaults(document: DocumentNode) -> dict[str, int]:
    """Return the whole-number defaults of the document's variables; of equal names the largest."""
    found: dict[str, int] = {}
    for operation in document.definitions:
        if isinstance(operation, OperationDefinitionNode):
            for variable in operation.variable_definitions or ():
                if isinstance(variable.default_value, IntValueNode):
                    name = variable.variable.name.value
                    found[name] = max(found.get(name, 1), literal(variable.default_value))
    return found


def field_of(schema: GraphQLSchema, parent: GraphQLNamedType | None, name: str) -> GraphQLField | None:
    """Return the schema's definition of a field, or None for a field that does not exist."""
    if parent is None or not is_composite_type(parent):
        return None
    composite: GraphQLCompositeType = parent
    return schema.get_field(composite, name)


def shares_page(definition: GraphQLField) -> bool:
    """Tell whether the items of a list divide the page around it between them."""
    field = (definition.extensions or {}).get(DEFINITION)
    return isinstance(field, StrawberryField) and SHARES_PAGE in field.metadata and is_a_list(definition)


def is_a_list(definition: GraphQLField) -> bool:
    """Tell whether a field yields a list, null or not."""
    kind = definition.type.of_type if isinstance(definition.type, GraphQLNonNull) else definition.type
    return is_list_type(kind)
