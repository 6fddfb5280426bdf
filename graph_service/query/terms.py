"""Fields to Cypher expressions: the current copy on the node, or what its spells and series said at a past moment."""

from graph_service.errors import QuestionError
from graph_service.query.asking import Asking, Bound, DayTerm
from graph_service.query.words import Field, Kind, Past

AS_OF_DAY = "$as_of_day"


def value_of(field: Field, bound: Bound, asking: Asking) -> str:
    """Return the expression of a field's value; null where it is unknown. Raises `QuestionError` if it is not kept."""
    subject = bound.of(field.label)
    current = f"{subject}.{field.prop}"
    if asking.live or field.past in {Past.SAME, Past.EVENT}:
        return current
    match field.past:
        case Past.KNOWN:
            return f"CASE WHEN {subject}.{field.known_by} <= $as_of THEN {current} END"
        case Past.SERIES:
            return series_at(field, subject, AS_OF_DAY, asking)
        case Past.SPELL:
            return _spell_at(field, subject, asking)
        case Past.EDGE_SERIES:
            return _point_at(f"{subject}.series_days", f"{subject}.series_values", AS_OF_DAY, asking)
        case Past.EDGE_DAYS:
            return _point_at(f"{subject}.days", f"{subject}.days", AS_OF_DAY, asking)
        case _:
            raise QuestionError(
                f"`{field.name}` is not kept for the past", "ask it of today, or ask how a number changed over a window"
            )


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


def _spell_at(field: Field, subject: str, asking: Asking) -> str:
    """Return the state that held on the day and was known by then (decision 4); spells hold days as midnights UTC."""
    spell = asking.fresh("spell")
    return (
        f"head([({subject})-[:HAS_SPELL]->({spell}:Spell) WHERE {spell}.workspace_id = $workspace_id"
        f" AND {spell}.kind = '{field.stored_as}' AND {spell}.valid_from <= $as_of_date"
        f" AND ({spell}.valid_to IS NULL OR {spell}.valid_to > $as_of_date) AND {spell}.known_at <= $as_of_date"
        f" | {spell}.state])"
    )


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
