"""Monthly values ↔ the stored `ModelVersion`: parallel lists of names and numbers."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from graph_service.domain.facts import day_of, epoch_day
from graph_service.domain.ids import Ids
from graph_service.inference.models import Models, ModelValues
from graph_service.inference.queries import ModelRow

NAMES = ("scale", "medium_cut", "high_cut", "reply_a", "reply_b", "log_hours", "contacts")
TONE = "tone "


def model_rows(models: Models, ids: Ids) -> list[dict[str, Any]]:
    """Return the rows that pin the values of every month."""
    return [_row(values, ids) for values in models.months]


def _row(values: ModelValues, ids: Ids) -> dict[str, Any]:
    month = day_of(values.month_day or 0).isoformat()
    names = [*NAMES, *(f"reply_day_{place}" for place in range(len(values.reply_days)))]
    numbers = [*(float(getattr(values, name)) for name in NAMES), *values.reply_days]
    names += [f"{TONE}{name}" for name, _ in values.tones]
    numbers += [value for _, value in values.tones]
    return {"uid": ids.uid("model", month), "month": month, "names": names, "values": numbers}


def models_of(rows: Iterable[ModelRow]) -> Models:
    """Return the pinned values as they were written."""
    months = [row for row in rows if row.month[:1].isdigit()]
    return Models(tuple(_values(row) for row in sorted(months, key=lambda row: row.month)))


def _values(row: ModelRow) -> ModelValues:
    numbers = dict(zip(row.names, row.values, strict=True))
    days = tuple(numbers[name] for name in row.names if name.startswith("reply_day_"))
    tones = tuple((name.removeprefix(TONE), numbers[name]) for name in row.names if name.startswith(TONE))
    known = {name: numbers[name] for name in NAMES if name != "contacts"}
    return ModelValues(
        month_day=epoch_day(date.fromisoformat(row.month)),
        reply_days=days,
        contacts=int(numbers["contacts"]),
        tones=tones,
        **known,
    )
