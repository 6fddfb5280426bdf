"""Touches and asks of a whole workspace as numpy columns, for fitting; made account by account, then joined.

Owns the flattening only. It may not estimate anything.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from graph_service.domain.workspace import Workspace
from graph_service.inference.buckets import day_buckets
from graph_service.inference.case_events import CaseEvents, case_events
from graph_service.inference.happenings import opened
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


@dataclass(frozen=True, slots=True)
class Columns:
    """What the statistics of a month are fitted to."""

    units: UnitColumns
    asks: AskColumns


def columns_of_accounts(happened: Iterable[bytes], workspace: Workspace) -> Columns:
    """Return the columns of all people of some accounts."""
    return columns_of(source for row in happened for source in _inputs(case_events(opened(row), workspace)))


def _inputs(events: CaseEvents) -> Iterator[StakeholderInput]:
    for uid in events.here:
        yield StakeholderInput(uid, "", events.touches.get(uid, ()), events.asks.of_person.get(uid, ()))


def columns_of(inputs: Iterable[StakeholderInput]) -> Columns:
    """Return day buckets and counted asks of `inputs`; their order does not matter."""
    sources = sorted(inputs, key=lambda source: source.uid)
    units = [
        (place, day, unit)
        for place, source in enumerate(sources)
        for day, unit in day_buckets(source.touches).totals.items()
    ]
    asks = [
        (place, ask.day, NEVER if ask.closed_day is None else ask.closed_day, ask.log_hours)
        for place, source in enumerate(sources)
        for ask in count_asks(source.asks, source.uid, NEVER)
    ]
    owners, days, sizes = zip(*units, strict=True) if units else ((), (), ())
    askers, asked, closed, hours = zip(*asks, strict=True) if asks else ((), (), (), ())
    return Columns(
        _units(_ints(owners), _ints(days), np.array(sizes, np.float64), len(sources)),
        _asks(_ints(askers), _ints(asked), _ints(closed), np.array(hours, np.float64)),
    )


def _ints(values: Sequence[int]) -> Ints:
    return np.array(values, np.int64)


def joined(parts: Sequence[Columns]) -> Columns:
    """Return the columns of all `parts` as one; whose they are is told apart by part and place in it."""
    if not parts:
        return columns_of(())
    starts = np.cumsum([0, *(part.units.contacts for part in parts)]).tolist()
    placed = list(zip(parts, starts, strict=False))
    every = np.concatenate
    return Columns(
        _units(
            every([part.units.owners + start for part, start in placed]),
            every([part.units.days for part in parts]),
            every([part.units.units for part in parts]),
            starts[-1],
        ),
        _asks(
            every([part.asks.owners + start for part, start in placed]),
            every([part.asks.days for part in parts]),
            every([part.asks.closed_days for part in parts]),
            every([part.asks.log_hours for part in parts]),
        ),
    )


def _units(owners: Ints, days: Ints, units: Floats, contacts: int) -> UnitColumns:
    order = np.lexsort((units, owners, days))
    return UnitColumns(owners[order], days[order], units[order], contacts)


def _asks(owners: Ints, days: Ints, closed_days: Ints, log_hours: Floats) -> AskColumns:
    order = np.lexsort((np.nan_to_num(log_hours, nan=-np.inf), closed_days, owners, days))
    return AskColumns(owners[order], days[order], closed_days[order], log_hours[order])
