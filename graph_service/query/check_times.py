"""Which lengths of time fit which field, and how long they may be."""

from math import isfinite

from graph_service.errors import QuestionError
from graph_service.query.check_values import COMPARISONS, ORDERED, check_operator, expect, usage
from graph_service.query.ir import Age, Change, Duration, Unit
from graph_service.query.words import Field, Kind, Past

MAX_DURATION = {
    Unit.HOUR: 24_000, Unit.DAY: 3_650, Unit.BUSINESS_DAY: 2_500, Unit.WEEK: 520, Unit.MONTH: 120, Unit.YEAR: 10,
}  # fmt: skip


def check_age(node: Age, field: Field) -> None:
    """Raise `QuestionError` unless the field has an age that can be compared so."""
    expect(field, {Kind.DAY, Kind.AGE})
    check_duration(node.duration, clock=field.clock)
    check_operator(node.op, ORDERED)


def check_change(node: Change, field: Field) -> None:
    """Raise `QuestionError` unless the field's numbers are kept over time."""
    if field.past is not Past.SERIES or field.kind not in {Kind.NUMBER, Kind.SHARE}:
        raise QuestionError(f"no history of `{field.name}` is kept to compare with", usage(field))
    if not isfinite(node.amount):
        raise QuestionError(f"{node.amount} is no number to compare with", "write a number")
    check_operator(node.op, COMPARISONS)
    check_duration(node.window, clock=False)
    if node.window.amount == 0:
        raise QuestionError("a change needs a window of at least one day", "write: change over 28 days")


def check_duration(duration: Duration, *, clock: bool) -> None:
    """Raise `QuestionError` unless the length is sensible; `clock` allows hours."""
    most = MAX_DURATION.get(duration.unit, -1)
    if not 0 <= duration.amount <= most:
        raise QuestionError(f"{duration.amount} {duration.unit}s is out of range", f"use 0 to {most} {duration.unit}s")
    if duration.unit is Unit.HOUR and not clock:
        raise QuestionError("this is kept by the day, not by the hour", "use days or business days")
