"""Fields to Cypher expressions: the current copy on the node, or what its spells and series said at a past moment."""

from graph_service.errors import QuestionError
from graph_service.graph.catalog import predicate
from graph_service.query.asking import Asking, Bound, DayTerm
from graph_service.query.spells import detail_at, opened_on, stated_at
from graph_service.query.words import Field, Kind, Past

AS_OF_DAY = "$as_of_day"


def value_of(field: Field, bound: Bound, asking: Asking) -> str:
    """Return the expression of a field's value; null where it is unknown. Raises `QuestionError` if it is not kept."""
    subject = bound.of(field.label)
    value = _value_of(field, subject, asking)
    if field.whole:
        told = _seen_whole(subject, asking)
        if field.sourced:
            source = f"{subject}.{field.sourced}" if asking.live else detail_at(field.stored_as, subject, asking)
            told = f"{source} = 'crm' OR {told}"
        value = f"CASE WHEN {told} THEN {value} END"
    return _not_empty(value, asking) if field.loose else value


def _not_empty(value: str, asking: Asking) -> str:
    text = asking.fresh("text")
    return f"head([{text} IN [{value}] WHERE {text} <> ''])"


def _value_of(field: Field, subject: str, asking: Asking) -> str:
    if field.past is Past.OPENED:
        return opened_on(field, subject, asking)
    current = f"{subject}.{field.prop}"
    is_current = asking.live or field.past in {Past.SAME, Past.EVENT}
    return current if is_current else _past_value(field, subject, asking)


def _past_value(field: Field, subject: str, asking: Asking) -> str:
    match field.past:
        case Past.KNOWN:
            return f"CASE WHEN {subject}.{field.known_by} <= $as_of THEN {subject}.{field.prop} END"
        case Past.SERIES:
            return series_at(field, subject, AS_OF_DAY, asking)
        case Past.SPELL:
            return stated_at(field, subject, asking)
        case Past.EDGE_SERIES:
            return _point_at(f"{subject}.series_days", f"{subject}.series_values", AS_OF_DAY, asking)
        case Past.EDGE_DAYS:
            return _point_at(f"{subject}.days", f"{subject}.days", AS_OF_DAY, asking)
        case _:
            raise not_kept(f"`{field.name}`")


def not_kept(said: str) -> QuestionError:
    """Return the error for what cannot be asked of the past."""
    return QuestionError(
        f"{said} is not kept for the past", "ask it of today, or ask how a number changed over a window"
    )


def _seen_whole(stakeholder: str, asking: Asking) -> str:
    """Return the condition that the viewer sees every account of the person."""
    person = asking.fresh("person")
    return f"EXISTS {{ MATCH ({person}:Contact)-[:IS]->({stakeholder}) WHERE {predicate('whole', person)} }}"


def day_of(field: Field, bound: Bound, asking: Asking) -> DayTerm:
    """Return the field's day in whatever form it lies in the graph."""
    epoch = not asking.live and field.past in {Past.SERIES, Past.EDGE_DAYS}
    return DayTerm(value_of(field, bound, asking), epoch, field.whole_day)


def series_at(field: Field, subject: str, day: str, asking: Asking) -> str:
    """Return the expression of a series' value on an epoch day: its last point by that day (decision 8)."""
    series = asking.fresh("series")
    point = _point_at(f"{series}.days", f"{series}.values", day, asking)
    return (
        f"head([({subject})-[:HAS_SERIES]->({series}:Series) WHERE {series}.workspace_id = $workspace_id"
        f" AND {series}.metric = '{field.stored_as}' | {point}])"
    )


def _point_at(days: str, values: str, day: str, asking: Asking) -> str:
    index = asking.fresh("i")
    return f"[{index} IN range(0, size({days}) - 1) WHERE {days}[{index}] <= {day} | {values}[{index}]][-1]"


def flag(field: Field, bound: Bound, asking: Asking) -> str:
    """Return a flag's condition: true only when it is known to be so, never null, so that `not` is its opposite."""
    if field.past is Past.EVENT:
        answered = f"{bound.of(field.label)}.{field.prop}"
        if field.name == "open":
            return f"({answered} IS NULL OR {answered} > $as_of)"
        return f"coalesce({answered} <= $as_of, false)"
    value = value_of(field, bound, asking)
    return f"coalesce({value} = '{field.equals}', false)" if field.equals else f"coalesce({value}, false)"


def is_daily(field: Field) -> bool:
    """Tell whether the field's age counts in whole days."""
    return field.kind is Kind.DAY or not field.clock
