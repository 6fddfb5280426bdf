"""Durations to thresholds: the days and moments that `waiting >= 2 business days` and its like compare with."""

from datetime import date, datetime, timedelta

from graph_service.query.asking import Asking, DayTerm
from graph_service.query.ir import Duration, Operator, Unit

_DAYS = {Unit.DAY: 1, Unit.WEEK: 7, Unit.MONTH: 30, Unit.YEAR: 365}
_DAY = timedelta(days=1)


def day_ago(duration: Duration, asking: Asking, *, more: int = 0) -> date:
    """Return the latest day that is `duration` (and `more` of its days) ago or longer, by the day asked for."""
    if duration.unit is Unit.BUSINESS_DAY:
        return asking.calendar.latest_day(asking.today, duration.amount + more)
    return asking.today - (duration.amount * _DAYS[duration.unit] + more) * _DAY


def day_ahead(duration: Duration, asking: Asking) -> date:
    """Return the day that is `duration` ahead of the day asked for."""
    if duration.unit is Unit.BUSINESS_DAY:
        return asking.calendar.day_ahead(asking.today, duration.amount)
    return asking.today + duration.amount * _DAYS[duration.unit] * _DAY


def day_age(term: DayTerm, op: Operator, duration: Duration, asking: Asking) -> str:
    """Return the condition that the day lies so long ago; ages of days are whole days."""
    match op:
        case ">=":
            return term.at_most(day_ago(duration, asking), asking)
        case ">":
            return term.at_most(day_ago(duration, asking, more=1), asking)
        case "<":
            return term.at_least(day_ago(duration, asking) + _DAY, asking)
        case _:
            return term.at_least(day_ago(duration, asking, more=1) + _DAY, asking)


def moment_age(expression: str, op: Operator, duration: Duration, asking: Asking) -> str:
    """Return the condition that the moment lies so long ago; ages of moments are exact."""
    first, last = _moments_ago(duration, asking)
    match op:
        case ">=":
            return f"{expression} <= {asking.value(last)}"
        case ">":
            return f"{expression} < {asking.value(first)}"
        case "<":
            return f"{expression} > {asking.value(last)}"
        case _:
            return f"{expression} >= {asking.value(first)}"


def _moments_ago(duration: Duration, asking: Asking) -> tuple[datetime, datetime]:
    if duration.unit is Unit.BUSINESS_DAY:
        return asking.calendar.moments_ago(asking.as_of, duration.amount)
    hours = 1 if duration.unit is Unit.HOUR else 24 * _DAYS[duration.unit]
    moment = asking.params["as_of"] - timedelta(hours=duration.amount * hours)
    return moment, moment


def compare_day(term: DayTerm, op: Operator, day: date, asking: Asking) -> str:
    """Return the condition that the term's day compares so with a date."""
    match op:
        case "<":
            return term.at_most(day - _DAY, asking)
        case "<=":
            return term.at_most(day, asking)
        case ">":
            return term.at_least(day + _DAY, asking)
        case ">=":
            return term.at_least(day, asking)
        case "=":
            return f"({term.at_least(day, asking)} AND {term.at_most(day, asking)})"
        case _:
            return f"NOT ({term.at_least(day, asking)} AND {term.at_most(day, asking)})"
