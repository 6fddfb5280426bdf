"""Strict conversion: database records to frozen dataclasses, and outgoing rows against the models."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import cache
from typing import Any, TypeVar

import msgspec
from neomodel import (
    ArrayProperty,
    BooleanProperty,
    DateTimeNeo4jFormatProperty,
    FloatProperty,
    IntegerProperty,
)

from graph_service.graph.models import Record

R = TypeVar("R")

_TYPES: dict[type[Any], Any] = {
    BooleanProperty: bool,
    DateTimeNeo4jFormatProperty: datetime,
    FloatProperty: float,
    IntegerProperty: int,
}


def to_row(record: Mapping[str, Any], row: type[R]) -> R:
    """Return `record` as `row`, nested maps included; a missing or wrong field raises `msgspec.ValidationError`."""
    return msgspec.convert(record, row)


@cache
def _checker(model: type[Record]) -> type[msgspec.Struct]:
    """Build a strict struct from a neomodel declaration: wrong types and unknown keys are errors.

    neomodel's own `deflate` drops unknown keys in silence and costs ten times as much a row.
    """
    declared = model.defined_properties(rels=False, aliases=False)
    struct_fields: list[Any] = [
        (name, _type_of(definition)) if definition.required else (name, _type_of(definition) | None, None)
        for name, definition in sorted(declared.items(), key=lambda item: not item[1].required)
    ]
    return msgspec.defstruct(f"{model.__name__}Row", struct_fields, forbid_unknown_fields=True)


def _type_of(definition: Any) -> Any:
    if isinstance(definition, ArrayProperty):
        return list[_type_of(definition.base_property)]  # type: ignore[misc]
    return _TYPES.get(type(definition), str)


def checked(model: type[Record], rows: Iterable[dict[str, Any]], workspace_id: str) -> list[dict[str, Any]]:
    """Return the property maps of `rows`, checked against `model` and sorted by `uid`.

    Raises `msgspec.ValidationError` naming the property; values are passed on as they are.
    """
    checker = _checker(model)  # type: ignore[arg-type]  # neomodel classes are hashable, their stubs say no
    out = []
    for row in rows:
        properties = {**row, "workspace_id": workspace_id}
        msgspec.convert(properties, checker)
        out.append(properties)
    out.sort(key=lambda properties: properties["uid"])
    return out
