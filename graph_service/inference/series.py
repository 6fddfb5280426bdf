"""Change points out of values on days.

Owns the storage rule of numbers over time: rounded to 1e-9, a point only where the value differs from the one
before. It may not know what the numbers mean.
"""

from collections.abc import Iterable, Sequence

from graph_service.domain.facts import SeriesFact

DIGITS = 9


def change_points(metric: str, days: Sequence[int], values: Iterable[float | None]) -> SeriesFact:
    """Return the series of `values` on `days` (ascending, one value each); None means not known yet and is left out."""
    kept_days: list[int] = []
    kept_values: list[float] = []
    last: float | None = None
    for day, value in zip(days, values, strict=True):
        if value is None:
            continue
        rounded = round(value, DIGITS)
        if rounded != last:
            kept_days.append(day)
            kept_values.append(rounded)
            last = rounded
    return SeriesFact(metric, tuple(kept_days), tuple(kept_values))


def last_day_series(metric: str, days: Iterable[int]) -> SeriesFact:
    """Return a series that says on each of `days` that this was the last such day."""
    ordered = sorted(set(days))
    return SeriesFact(metric, tuple(ordered), tuple(float(day) for day in ordered))


def last_value(series: SeriesFact) -> float | None:
    """Return the value of the last change point, None where there is none."""
    return series.values[-1] if series.values else None
