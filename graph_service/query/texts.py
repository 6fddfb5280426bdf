"""Conditions on words: texts whose letter case does not count, lists of texts, and choices that the past forgot."""

from graph_service.query.asking import Asking, Bound
from graph_service.query.ir import Compare, OneOf
from graph_service.query.terms import not_kept, value_of
from graph_service.query.words import Field, Kind

_OPERATORS = {"=": "=", "!=": "=", "contains": "CONTAINS", "starts with": "STARTS WITH"}
"""Of `!=` the equality, which is denied as a whole."""


def text_condition(node: Compare | OneOf, field: Field, bound: Bound, asking: Asking) -> str:
    """Return the condition on a loose text, or on any text of a list; `!=`: on none of them.

    What is unknown fits neither a comparison nor its opposite.
    """
    value = value_of(field, bound, asking)
    if field.kind is Kind.TEXTS:
        one = asking.fresh("text")
        holds = f"any({one} IN {value} WHERE {_fits(node, one, asking)})"
    else:
        holds = _fits(node, value, asking)
    return f"NOT {holds}" if isinstance(node, Compare) and node.op == "!=" else holds


def _fits(node: Compare | OneOf, text: str, asking: Asking) -> str:
    """Return the condition that a text is what is asked for, `!=` read as `=`."""
    if isinstance(node, OneOf):
        word = asking.fresh("word")
        return f"toLower({text}) IN [{word} IN {asking.value(list(node.values))} | toLower({word})]"
    return f"toLower({text}) {_OPERATORS[node.op]} toLower({asking.value(node.value)})"


def refuse_forgotten(node: Compare | OneOf, field: Field, asking: Asking) -> None:
    """Raise `QuestionError` for a choice of the past that no spell tells from others."""
    asked = node.values if isinstance(node, OneOf) else (node.value,)
    for value in asked if field.kept and not asking.live else ():
        if value not in field.kept:
            raise not_kept(f"`{field.name} = {str(value).replace('_', ' ')}`")
