"""What a compilation carries along: the moment asked for, the calendar, the parameters and the fresh variables.

Every value that reaches a statement goes through `Asking.value`; there is no other way from a question to its text.
"""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from graph_service.domain.business_days import BusinessDays
from graph_service.domain.facts import epoch_day


@dataclass(slots=True)
class Asking:
    """One compilation. `live` reads the current copies, else the spells and series of `as_of`."""

    as_of: datetime
    live: bool
    calendar: BusinessDays
    params: dict[str, Any] = field(default_factory=dict)
    _made: int = 0
    _valued: int = 0

    def __post_init__(self) -> None:
        self.params["as_of"] = self.as_of.astimezone(UTC)
        if not self.live:
            self.params["as_of_day"] = epoch_day(self.today)
            self.params["as_of_date"] = _stored(self.today)

    @property
    def today(self) -> date:
        """Return the workspace's day of the moment asked for."""
        return self.calendar.day(self.as_of)

    def value(self, value: Any) -> str:
        """Return the parameter that stands for a value."""
        self._valued += 1
        name = f"value_{self._valued}"
        self.params[name] = value
        return f"${name}"

    def fresh(self, stem: str) -> str:
        """Return a variable that no other part of the statement uses."""
        self._made += 1
        return f"{stem}_{self._made}"


def _stored(day: date) -> datetime:
    """Return the moment as which plain days are kept in the graph."""
    return datetime.combine(day, time(), tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Bound:
    """The variables of the target at hand, by label or relationship type, and of what leads to it."""

    target: str
    variables: dict[str, str]

    def of(self, label: str) -> str:
        """Return the variable that stands for `label` here."""
        return self.variables[label]

    def has(self, label: str) -> bool:
        """Tell whether `label` is bound here."""
        return label in self.variables

    def step(self, target: str, **variables: str) -> "Bound":
        """Return the bindings one relation further; what was bound before stays known."""
        return Bound(target, {**self.variables, **variables})


@dataclass(frozen=True, slots=True)
class DayTerm:
    """A day in the graph: an epoch day, a day kept as midnight UTC or a moment of the workspace's days."""

    expression: str
    epoch: bool
    whole_day: bool

    def at_least(self, day: date, asking: Asking) -> str:
        """Return the condition that the day is `day` or later."""
        return f"{self.expression} >= {self._start(day, asking)}"

    def at_most(self, day: date, asking: Asking) -> str:
        """Return the condition that the day is `day` or earlier."""
        if self.epoch:
            return f"{self.expression} <= {asking.value(epoch_day(day))}"
        return f"{self.expression} < {self._start(day + timedelta(days=1), asking)}"

    def _start(self, day: date, asking: Asking) -> str:
        if self.epoch:
            return asking.value(epoch_day(day))
        if self.whole_day:
            return asking.value(_stored(day))
        return asking.value(asking.calendar.midnight(day))
