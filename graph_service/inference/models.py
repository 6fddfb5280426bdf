"""Workspace statistics pinned by month: the only numbers of a score that come from other accounts.

Owns the shape, the defaults and the look-up of model values. It may not fit them (`fitting`).
Values are rounded when fitted, so that one late mail rarely makes a new version; a rebuild and a refresh both use
the rounded ones.
"""

import hashlib
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from functools import cache

from graph_service.domain.facts import day_of

INACTIVE_CUT = 0.25
RIPE_DAYS = 20
"""Business days after which an open ask counts as fully refused, whatever the reply-time curve says."""


@dataclass(frozen=True, slots=True)
class ModelValues:
    """Statistics of one month. `month_day` is its first epoch day (None: the shipped defaults).

    `scale` is K of the strength curve (units of A_60); `medium_cut`, `high_cut` are the 40 % and 75 % quantiles of
    A_45; `reply_a`, `reply_b` the beta prior of the reply rate; `log_hours` the mean of ln(business hours to
    reply); `reply_days` the 10 %, 20 % ... 90 % quantiles of the reply time in business days; `contacts` how many
    live contacts the values rest on; `tones` what is usual in tone, by name (`sentiment.norms`).
    """

    month_day: int | None = None
    scale: float = 4.0
    medium_cut: float = 1.0
    high_cut: float = 3.0
    reply_a: float = 2.4
    reply_b: float = 1.6
    log_hours: float = 2.1
    reply_days: tuple[float, ...] = (0.05, 0.1, 0.2, 0.35, 0.55, 0.9, 1.5, 2.5, 5.0)
    contacts: int = 0
    tones: tuple[tuple[str, float], ...] = ()

    def replied_by(self, age_days: int) -> float:
        """Return F: the share of replies that have come `age_days` business days after the ask, 1 from RIPE_DAYS."""
        if age_days >= RIPE_DAYS:
            return 1.0
        return bisect_right(self.reply_days, age_days) / (len(self.reply_days) + 1)


@cache
def version_of(values: ModelValues) -> str:
    """Return a name that changes with the content: the month (or `default`) and eight hex digits."""
    month = "default" if values.month_day is None else day_of(values.month_day).strftime("%Y-%m")
    return f"{month}-{hashlib.sha256(repr(astuple(values)).encode()).hexdigest()[:8]}"


DEFAULTS = ModelValues()


@dataclass(frozen=True, slots=True)
class Models:
    """The values of every month, ascending by `month_day`. Before the first month the shipped defaults hold."""

    months: tuple[ModelValues, ...] = ()

    def at(self, day: int) -> ModelValues:
        """Return the values pinned for the month of `day`."""
        place = bisect_right(self.months, day, key=_month_day)
        return self.months[place - 1] if place else DEFAULTS

    def along(self, days: Sequence[int]) -> list[ModelValues]:
        """Return the values for each of `days`, which must ascend."""
        found: list[ModelValues] = []
        place, values, count = 0, DEFAULTS, len(self.months)
        for day in days:
            while place < count and _month_day(self.months[place]) <= day:
                values = self.months[place]
                place += 1
            found.append(values)
        return found


def _month_day(values: ModelValues) -> int:
    return 0 if values.month_day is None else values.month_day
