"""Owns how large a query may be. The edge rejects larger ones before they are run; it never looks at data.

Three gates, cheapest first: characters, tokens (while parsing), and the measured size (while validating). The rule is
one class at module level, so that Strawberry's `ValidationCache`, whose key holds the rules, keeps hitting. Page sizes
given as variables are not part of that key; they are weighed in a second look just before execution.
"""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from graphql import (
    ASTValidationRule,
    DocumentNode,
    ExecutionResult,
    OperationDefinitionNode,
    ValidationContext,
)
from graphql.validation.validate import ValidationAbortedError
from strawberry.extensions import SchemaExtension

from graph_service.web.cost import Meter, Size

TOO_COMPLEX = "TOO_COMPLEX"
KEPT = 500


@dataclass(frozen=True, slots=True)
class QueryLimits:
    """The largest query that is answered. Cost is in field reads, each list weighted by its page."""

    characters: int = 20_000
    tokens: int = 2_000
    depth: int = 12
    width: int = 20
    aliases: int = 30
    fields: int = 400
    directives: int = 10
    cost: int = 20_000


LIMITS = QueryLimits()
HINTS = {
    "depth": "Ask for the inner objects in a query of their own.",
    "width": "Send the root fields in several requests.",
    "aliases": "Send the aliased fields in several requests.",
    "fields": "Ask for fewer fields, or split the query.",
    "directives": "Write the query without most of the directives.",
    "cost": "Ask for smaller pages (first: 20), or leave out inner lists.",
}
NAMES = {"width": "number of root fields", "aliases": "number of aliases", "directives": "number of directives"}


class TooComplexError(ValidationAbortedError):
    """A query over a limit. Raised inside validation it also stops all rules that would come after."""

    def __init__(self, message: str, hint: str, node: OperationDefinitionNode | None = None) -> None:
        super().__init__(message, node, extensions={"code": TOO_COMPLEX, "hint": hint})


def check_size(size: Size, node: OperationDefinitionNode, limits: QueryLimits = LIMITS) -> None:
    """Raise `TooComplexError` for the first limit that the size exceeds."""
    for name, hint in HINTS.items():
        got, most = getattr(size, name), getattr(limits, name)
        if got > most:
            what = NAMES.get(name, name)
            raise TooComplexError(f"The query's {what} is {got}; the limit is {most}.", hint, node)


def check_document(meter: Meter, document: DocumentNode, limits: QueryLimits = LIMITS) -> None:
    """Raise `TooComplexError` when any operation of the document is over a limit."""
    for definition in document.definitions:
        if isinstance(definition, OperationDefinitionNode):
            check_size(meter.operation(definition), definition, limits)


class LimitsRule(ASTValidationRule):
    """Rejects a document over the limits, before any other rule spends time on it."""

    limits: ClassVar[QueryLimits] = LIMITS

    def enter_document(self, node: DocumentNode, *_: Any) -> None:
        """Measure the whole document once."""
        context: ValidationContext = self.context  # type: ignore[assignment]  # rules of `validate` get this kind
        check_document(Meter(context.schema, node), node, self.limits)


class Limits(SchemaExtension):
    """Applies all three gates. Its place among the other extensions does not matter."""

    rule: ClassVar[type[LimitsRule]] = LimitsRule
    weighed: ClassVar[dict[Hashable, object]] = {}

    def on_operation(self) -> Iterator[None]:
        """Refuse over-long text, and add token limit and rule to this operation."""
        context, limits = self.execution_context, self.rule.limits
        if len(context.query or "") > limits.characters:
            raise TooComplexError(
                f"The query has {len(context.query or '')} characters; the limit is {limits.characters}.",
                "Pass values as variables and split the query.",
            )
        context.parse_options["max_tokens"] = limits.tokens
        context.validation_rules = (self.rule, *context.validation_rules)
        yield

    def on_execute(self) -> Iterator[None]:
        """Weigh again with the page sizes that came as variables; answer in place of running what is too large."""
        context = self.execution_context
        document, schema = context.graphql_document, context.schema._schema  # noqa: SLF001
        numbers = {name: value for name, value in (context.variables or {}).items() if isinstance(value, int)}
        key = (id(schema), id(document), self.rule.limits, *numbers.items())
        if document and numbers and key not in self.weighed:
            try:
                check_document(Meter(schema, document, numbers), document, self.rule.limits)
            except TooComplexError as error:
                context.result = ExecutionResult(data=None, errors=[error])
            else:
                self._keep(key, (schema, document))
        yield

    def _keep(self, key: Hashable, named: object) -> None:
        """Remember that a document with these page sizes is small enough; when there are too many, all are forgotten.

        What the key names is held beside it, so that the ids stay their own.
        """
        if len(self.weighed) >= KEPT:
            self.weighed.clear()
        self.weighed[key] = named
