"""Which values fit which field: numbers in their limits, choices from the models, texts that can be sent."""

from datetime import date
from math import isfinite

from graph_service.errors import QuestionError
from graph_service.query.ir import Compare, OneOf
from graph_service.query.vocabulary import TARGETS
from graph_service.query.words import Field, Kind, spoken

MAX_TEXT = 500
MAX_VALUES = 50
ORDERED = frozenset({"<", "<=", ">", ">="})
COMPARISONS = ORDERED | {"=", "!="}
FIRST_YEAR = 1900
LAST_YEAR = 2199
UPPER = 0.6
"""How far up its scale the example of a number lies."""


def check_value(node: Compare | OneOf, field: Field) -> None:
    """Raise `QuestionError` unless operator and value fit the field."""
    if isinstance(node, OneOf):
        _check_list(node, field)
        return
    value = node.value
    match field.kind:
        case Kind.NUMBER | Kind.SHARE if isinstance(value, float):
            _check_number(value, field)
        case Kind.DAY if type(value) is date:
            _check_day(value)
        case Kind.TEXT | Kind.TEXTS if isinstance(value, str):
            check_text(value)
        case Kind.CHOICE if isinstance(value, str):
            _check_choice(value, field)
        case _:
            raise QuestionError(
                f"`{field.name}` is a {field.kind}; it cannot be compared with this", usage(field, value)
            )
    if not _fits(node, field):
        raise QuestionError(f"`{field.name}` is a {field.kind}; `{node.op}` does not fit it", usage(field))


def _fits(node: Compare, field: Field) -> bool:
    if field.kind in {Kind.TEXT, Kind.TEXTS}:
        return node.op in {"=", "!=", "contains", "starts with"}
    if field.kind is Kind.CHOICE:
        return node.op in {"=", "!="}
    return node.op in COMPARISONS


def check_operator(op: str, allowed: frozenset[str]) -> None:
    """Raise `QuestionError` unless the operator is one of those that can be meant here."""
    if op not in allowed:
        raise QuestionError("this cannot be compared so", f"compared with: {' '.join(sorted(allowed))}")


def _check_list(node: OneOf, field: Field) -> None:
    if field.kind not in {Kind.TEXT, Kind.TEXTS, Kind.CHOICE}:
        raise QuestionError(f"`{field.name}` is a {field.kind}; `in` takes texts or choices", usage(field))
    if not 1 <= len(node.values) <= MAX_VALUES:
        raise QuestionError(f"`in` takes 1 to {MAX_VALUES} values", usage(field))
    for value in node.values:
        if field.kind is Kind.CHOICE:
            _check_choice(value, field)
        else:
            check_text(value)


def _check_number(value: float, field: Field) -> None:
    low, high = field.limits or (float("-inf"), float("inf"))
    if not isfinite(value) or not low <= value <= high:
        share = " or a percentage: 60%" if field.kind is Kind.SHARE else ""
        reach = f"{field.name} goes from {low:g} to {high:g}{share}" if field.limits else "write a number like 1000"
        raise QuestionError(f"{value:g} is out of range", reach)


def _check_day(value: date) -> None:
    if not FIRST_YEAR <= value.year <= LAST_YEAR:
        raise QuestionError(f"the year {value.year} is out of range", f"use {FIRST_YEAR} to {LAST_YEAR}")


def _check_choice(value: str, field: Field) -> None:
    keys = [key for key, _ in field.choices]
    if value not in keys:
        raise QuestionError(f"`{field.name}` is never `{value[:40]}`", f"it is one of: {', '.join(keys)}")


def check_text(value: str) -> None:
    """Raise `QuestionError` unless the text can be sent to the database as a value."""
    if len(value) > MAX_TEXT:
        raise QuestionError(f"a text of {len(value)} characters is too long", f"use at most {MAX_TEXT}")
    if any("\ud800" <= letter <= "\udfff" for letter in value):
        raise QuestionError("the text holds half a character (a lone surrogate)", "write the character itself")


def expect(field: Field, kinds: set[Kind]) -> None:
    """Raise `QuestionError` unless the field is of one of these kinds."""
    if field.kind not in kinds:
        raise QuestionError(f"`{field.name}` is a {field.kind}", usage(field))


EXAMPLES = {
    Kind.NUMBER: "{} >= 10",
    Kind.SHARE: "{} >= 50%",
    Kind.TEXT: '{} contains "…"',
    Kind.TEXTS: '{} contains "…"',
    Kind.FLAG: "{} (alone), or: not {}",
    Kind.DAY: "{} within 30 days",
    Kind.AGE: "{} >= 5 business days",
}


def usage(field: Field, said: object = "") -> str:
    """Return how the field is asked, by example; of a number, also what beside it is asked in words.

    `said` is what somebody wrote: where it is a word of the field beside it, only that one is shown.
    """
    beside = _beside(field) if field.kind in {Kind.NUMBER, Kind.SHARE} else None
    if beside is None:
        return f"write: {_example(field)}"
    key = {spoken(word): key for key, label in beside.choices for word in (key, label)}.get(spoken(str(said)))
    if key is not None:
        return f"write: {beside.name} = {key}"
    return f"write: {_example(field)}, or: {_example(beside)}"


def _example(field: Field) -> str:
    if field.kind is Kind.CHOICE:
        return f"{field.name} = {field.choices[0][0]}"
    if field.kind is Kind.SHARE and field.limits is None:
        return f"{field.name} <= -20%"  # a share without limits is a change
    if field.kind is Kind.NUMBER and field.limits is not None:
        low, high = field.limits
        return f"{field.name} >= {low + UPPER * (high - low):g}"
    return EXAMPLES[field.kind].format(field.name, field.name)


def _beside(field: Field) -> Field | None:
    """Return the choice that goes by the name of a number: its trend, or the state it is the number of."""
    target = next((one for one in TARGETS.values() if field in one.fields), None)
    return next((one for one in target.fields if _belongs(one, field)), None) if target else None


def _belongs(choice: Field, number: Field) -> bool:
    short, long = sorted((choice.name, number.name), key=len)
    return choice.kind is Kind.CHOICE and long.startswith(f"{short} ")
