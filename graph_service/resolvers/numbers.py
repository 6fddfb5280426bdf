"""Looks into what a read returned: numbers of a past moment, states that hold, values with their terms. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph_service.resolvers.fact_rows import Point, SpellSource


@dataclass(frozen=True, slots=True)
class Scored:
    """A value with its terms. Of a past moment the terms are empty, unless the value is still the newest."""

    value: float
    names: Sequence[str]
    values: Sequence[float]


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers of a moment: of the present the current copies, else the points of series that hold then."""

    points: dict[str, tuple[float, bool]] | None

    @classmethod
    def of(cls, points: Sequence[Point] | None) -> "Numbers":
        """Return the numbers by metric; None stands for the present."""
        return cls(None if points is None else {metric: (value, newest) for metric, value, newest in points})

    @property
    def live(self) -> bool:
        """Tell whether this is the present."""
        return self.points is None

    def value(self, metric: str, copy: float | None) -> float | None:
        """Return the value of a metric; `copy` is that of now."""
        if self.points is None:
            return copy
        return self.points[metric][0] if metric in self.points else None

    def is_newest(self, metric: str) -> bool:
        """Tell whether the value of a metric is that of now."""
        return self.points is None or self.points.get(metric, (0.0, False))[1]

    def scored(self, metric: str, copy: float | None, names: Sequence[str], values: Sequence[float]) -> Scored | None:
        """Return the value of a metric with its terms; None where there is none."""
        value = self.value(metric, copy)
        if value is None:
            return None
        kept = self.is_newest(metric) and len(names) == len(values)
        return Scored(value, names if kept else (), values if kept else ())


def spell_of(spells: Iterable[SpellSource], *kinds: str) -> SpellSource | None:
    """Return the newest state of one of the kinds that holds, or None."""
    return max((one for one in spells if one.kind in kinds), key=lambda one: one.since, default=None)
