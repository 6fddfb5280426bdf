"""Touches and asks of a whole workspace as numpy columns, for fitting.

Owns the flattening only. It may not estimate anything.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from graph_service.inference.buckets import day_buckets
from graph_service.inference.replies import count_asks
from graph_service.inference.touches import StakeholderInput

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

NEVER = 2**62


@dataclass(frozen=True, slots=True)
class UnitColumns:
    """One row per contact and day, ascending by day. `owners` are places 0 .. `contacts` - 1."""

    owners: Ints
    days: Ints
    units: Floats
    contacts: int


@dataclass(frozen=True, slots=True)
class AskColumns:
    """One row per counted ask, ascending by day. `closed_days` is NEVER while open.

    `log_hours` is nan unless the contact answered in person.
    """

    owners: Ints
    days: Ints
    closed_days: Ints
    log_hours: Floats


def columns_of(inputs: Iterable[StakeholderInput]) -> tuple[UnitColumns, AskColumns]:
    """Return day buckets and counted asks of `inputs`; their order does not matter."""
    sources = sorted(inputs, key=lambda source: source.uid)
    units = [
        (day, place, unit)
        for place, source in enumerate(sources)
        for day, unit in day_buckets(source.touches).totals.items()
    ]
    asks = [
        (ask.day, place, NEVER if ask.closed_day is None else ask.closed_day, ask.log_hours)
        for place, source in enumerate(sources)
        for ask in count_asks(source.asks, source.uid, NEVER)
    ]
    units.sort()
    asks.sort(key=lambda row: (*row[:3], -1e9 if row[3] is None else row[3]))
    return (
        UnitColumns(
            _ints(row[1] for row in units),
            _ints(row[0] for row in units),
            np.fromiter((row[2] for row in units), np.float64),
            len(sources),
        ),
        AskColumns(
            _ints(row[1] for row in asks),
            _ints(row[0] for row in asks),
            _ints(row[2] for row in asks),
            np.fromiter((np.nan if row[3] is None else row[3] for row in asks), np.float64),
        ),
    )


def _ints(values: Iterable[int]) -> Ints:
    return np.fromiter(values, np.int64)
