"""Which model of the texts holds on a day: fitted on what was known before its month began, never on what came later.

Owns the order of fitting. A month that brought little new keeps the model of the month before.
"""

from bisect import bisect_left
from collections.abc import Iterable

from graph_service.domain.facts import day_of, epoch_day
from graph_service.inference.topics.space import EMPTY, Model, fit

GROWTH = 1.5
"""A model is fitted anew when there are so many times as many different texts as when it was fitted last."""


class Months:
    """The models of one workspace, fitted when first asked for; `texts` are (day known, text)."""

    def __init__(self, texts: Iterable[tuple[int, str]]) -> None:
        first: dict[str, int] = {}
        for day, text in sorted(texts):
            first.setdefault(text, day)
        self._texts = sorted((day, text) for text, day in first.items())
        self._sizes = self._fitting_sizes()
        self._models: dict[int, Model] = {0: EMPTY}

    def model(self, day: int) -> Model:
        """Return the model that holds on `day`."""
        known = bisect_left(self._texts, (month_start(day), ""))
        size = max((one for one in self._sizes if one <= known), default=0)
        if size not in self._models:
            self._models[size] = fit(text for _, text in self._texts[:size])
        return self._models[size]

    def _fitting_sizes(self) -> list[int]:
        """Return how many texts each fit saw: the counts at month starts, where they have grown enough."""
        starts = sorted({month_start(day) for day, _ in self._texts} | {next_month(day) for day, _ in self._texts})
        sizes, last = [0], 0
        for start in starts:
            known = bisect_left(self._texts, (start, ""))
            if known > last * GROWTH:
                sizes.append(known)
                last = known
        return sizes


def month_start(day: int) -> int:
    """Return the first day of the month of an epoch day."""
    return epoch_day(day_of(day).replace(day=1))


def next_month(day: int) -> int:
    """Return the first day of the month after that of an epoch day."""
    return month_start(month_start(day) + 31)
