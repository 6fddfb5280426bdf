"""Tokens to values: numbers, percentages, texts, dates and durations; what cannot be meant is a located error."""

import json
from datetime import date
from decimal import Decimal
from typing import cast

from lark import Token, Tree

from graph_service.query.ir import Duration, Operator, Unit
from graph_service.query.names import place, text_of
from graph_service.query.problems import QuestionTextError, nearest_word, quoted
from graph_service.query.syntax import branches, tokens, words

_SAME = {"<>": "!=", "≠": "!=", "≥": ">=", "≤": "<="}
UNITS = {name: unit for unit in Unit for name in (str(unit), f"{unit}s")}
MAX_DIGITS = 15


def operator(token: Token) -> Operator:
    """Return the comparison an operator token stands for."""
    return cast(Operator, _SAME.get(str(token), str(token)))


def number(token: Token) -> float:
    """Return the value of a number; of a percentage, its hundredth, exactly rounded."""
    digits = token.rstrip("%").strip()
    if len(digits) > MAX_DIGITS + 325:
        raise QuestionTextError(place(token), digits[:MAX_DIGITS], "this number is too long", hint="use fewer digits")
    value = Decimal(digits) / 100 if token.type == "PERCENT" else Decimal(digits)
    return float(value)


def whole_number(token: Token) -> int:
    """Return the value of a number without decimals, or fail at its place."""
    if not token.isdecimal() or len(token) > MAX_DIGITS:
        said = f"{quoted(str(token))} is not a whole number that fits here"
        raise QuestionTextError(place(token), str(token), said, hint="write digits only, such as 10")
    return int(token)


def text(token: Token) -> str:
    """Return the text inside double quotes; escapes are those of JSON."""
    try:
        return str(json.loads(token, strict=False))
    except ValueError as error:
        hint = r"inside quotes, write \" for a quote and \\ for a backslash"
        raise QuestionTextError(place(token), str(token), "this text has a bad escape", hint=hint) from error


def day(token: Token) -> date:
    """Return the date of a YYYY-MM-DD token, or fail at its place."""
    try:
        return date.fromisoformat(token)
    except ValueError as error:
        raise QuestionTextError(
            place(token), str(token), f"{token} is not a day of the calendar", hint="write: YYYY-MM-DD"
        ) from error


def duration(tree: Tree[Token]) -> Duration:
    """Return the length of time that `duration` says, such as `5 business days`."""
    amount, named = tokens(tree, "NUMBER")[0], words(branches(tree)[0])
    unit = UNITS.get(text_of(named))
    if unit is None:
        found = text_of(named)
        near = nearest_word(found, UNITS)
        said = f"{quoted(found)} is not a unit of time"
        raise QuestionTextError(place(named[0]), found, said, allowed=[f"{unit}s" for unit in Unit], nearest=near)
    return Duration(whole_number(amount), unit)
