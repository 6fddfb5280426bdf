"""How the values of an export look: opaque ids, moments, days, terms; as JSON, or flat in cells. Pure.

The type of a field decides, so a new field needs no word here. It may not look anything up.
"""

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, cast, get_args, get_origin, get_type_hints

from graph_service.domain.facts import day_of
from graph_service.domain.workspace import utc_millis
from graph_service.resolvers.export_rows import Day, Key, Moment, Ref, Term
from graph_service.schema.ids import Kind, encode_id

Printer = Callable[[Any, str], Any]
FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What spreadsheets take for the start of a formula, or skip before one."""
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "=": "\\="})


def printed(row: Any, workspace_id: str) -> dict[str, Any]:
    """Return a row as plain values by name, without its keys."""
    found = _printer(_as_key(type(row)))(row, workspace_id)
    return cast(dict[str, Any], found)


def columns(kind: type[Any]) -> tuple[str, ...]:
    """Return the columns of a row's table: one a field, several for a field that is itself a record."""
    return tuple(name for name, _, _ in _cells(_as_key(kind)))


def cells(row: Any, workspace_id: str) -> list[str]:
    """Return the cells of a row, in the order of `columns`."""
    plain = printed(row, workspace_id)
    return [
        _cell((plain[name] or {}).get(inner) if inner else plain[name]) for _, name, inner in _cells(_as_key(type(row)))
    ]


def opaque(ref: str, workspace_id: str) -> str:
    """Return the API's id for `kind:uid`; kinds that the API does not list yet look the same."""
    kind, _, uid = ref.partition(":")
    return encode_id(cast(Kind, kind), workspace_id, uid)


def _as_key(kind: Any) -> Any:
    """Return a type as what it is, which the checker doubts: something that a cache can look up."""
    return kind


@cache
def _printer(kind: Any) -> Printer:
    options = [one for one in get_args(kind) if one is not type(None)]
    if type(None) in get_args(kind):
        inner = _printer(options[0])
        return lambda value, where: None if value is None else inner(value, where)
    if get_origin(kind) is list:
        return _list_printer(options[0])
    if is_dataclass(kind):
        return _record_printer(kind)
    plain: dict[Any, Printer] = {
        Ref: opaque,
        Moment: lambda value, _: utc_millis(value).isoformat().replace("+00:00", "Z"),
        Day: lambda value, _: day_of(value).isoformat(),
    }
    return plain.get(kind, lambda value, _: value)


def _list_printer(kind: Any) -> Printer:
    if kind is Term:
        return lambda value, _: dict(value)
    inner = _printer(kind)
    return lambda value, where: [inner(one, where) for one in value]


def _record_printer(kind: Any) -> Printer:
    parts = [(name, _printer(hint)) for name, hint in _hints(kind)]
    return lambda value, where: {name: inner(getattr(value, name), where) for name, inner in parts}


@cache
def _hints(kind: Any) -> tuple[tuple[str, Any], ...]:
    """Return the fields of a dataclass that are printed, with their types."""
    hints = get_type_hints(kind)
    return tuple((one.name, hints[one.name]) for one in fields(kind) if hints[one.name] is not Key)


@cache
def _cells(kind: Any) -> tuple[tuple[str, str, str], ...]:
    """Return (column, field, field inside of it) of each cell."""
    return tuple(_columns_of(kind))


def _columns_of(kind: Any) -> Iterator[tuple[str, str, str]]:
    for name, hint in _hints(kind):
        record = next(
            (one for one in (hint, *get_args(hint)) if is_dataclass(one) and get_origin(hint) is not list), None
        )
        if record is None:
            yield name, name, ""
        else:
            yield from ((f"{name}_{inner}", name, inner) for inner, _ in _hints(_as_key(record)))


def _cell(value: Any) -> str:
    """Return one cell; text that a spreadsheet would run gets a leading apostrophe, numbers do not."""
    if isinstance(value, bool | int | float) or value is None:
        return _word(value)
    text = value if isinstance(value, str) else "; ".join(_items(value))
    return f"'{text}" if text.startswith(FORMULAS) else text


def _items(value: Any) -> Iterator[str]:
    """Yield the parts of a list or of terms; what separates parts has a backslash where it stands inside of one."""
    if isinstance(value, dict):
        yield from (f"{_part(name)}={_part(one)}" for name, one in value.items())
        return
    for one in value:
        if isinstance(one, dict):
            yield ", ".join(f"{name}={_part(inner)}" for name, inner in one.items() if inner is not None)
        else:
            yield _part(one)


def _part(value: Any) -> str:
    return _word(value).translate(_ESCAPED)


def _word(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)
