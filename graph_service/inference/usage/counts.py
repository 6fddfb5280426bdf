"""Daily counts of use: by feature, by user and for the whole account.

Owns which counts are people's use and which a machine's. It may not judge whether use falls.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from graph_service.inference.casefile import CaseFile, Usage

Counts = NDArray[np.float64]
SETTLING_DAYS = 56
"""History before anything is said of use; within it is also decided which counts are people's."""

_MACHINE = re.compile(r"(?:^|[^a-z])(?:api|apis|webhooks?|sync|batch|cron|bot|integrations?)(?:$|[^a-z])")


@dataclass(frozen=True, slots=True)
class DailyUse:
    """Counts of every day from `first_day` to the horizon.

    `every` is feature → counts of all use. `total`, `features` and `users` (known ones) are people's use alone; what
    is people's is settled by the first eight weeks, so that later days change no earlier ones. `judged` is what falls
    are looked for in: known users' counts by their square roots, nobody's as they are.
    """

    first_day: int
    every: Mapping[str, Counts]
    total: Counts
    judged: Counts
    features: Mapping[str, Counts]
    users: Mapping[str, Counts]


def daily_use(usage: Iterable[Usage], horizon_day: int) -> DailyUse | None:
    """Return the counts of an account up to the horizon, None while it has none; independent of order."""
    there = (row for row in usage if any(day <= horizon_day for day in row.days))
    rows = sorted(there, key=lambda row: (row.feature, row.stakeholder_uid, row.days, row.counts))
    if not rows:
        return None
    first = min(day for row in rows for day in row.days)
    length = horizon_day - first + 1
    shown = [(row, _counts(row, first, length)) for row in rows]
    chosen = _by_people(shown)
    return DailyUse(
        first_day=first,
        every=_grouped(((row.feature, counts) for row, counts in shown), length),
        total=sum_of((counts for _, counts in chosen), length),
        judged=sum_of((_damped(row, counts) for row, counts in chosen), length),
        features=_grouped(((row.feature, counts) for row, counts in chosen), length),
        users=_grouped(((row.stakeholder_uid, counts) for row, counts in chosen if row.stakeholder_uid), length),
    )


def judged_counts(case: CaseFile, horizon_day: int) -> dict[int, float]:
    """Return day → an account's use as falls are looked for in it, up to the horizon: what `common_mode` takes."""
    use = daily_use(case.usage, horizon_day)
    if use is None:
        return {}
    return {use.first_day + int(place): float(use.judged[place]) for place in np.flatnonzero(use.judged)}


def sum_of(rows: Iterable[Counts], length: int) -> Counts:
    """Return the sum of `rows`, zeros where there are none."""
    total = np.zeros(length)
    for counts in rows:
        total += counts
    return total


def _damped(row: Usage, counts: Counts) -> Counts:
    """Return what a row adds to the judged counts: one person's long session must not outweigh ten people's day."""
    damped: Counts = np.sqrt(counts) if row.stakeholder_uid else counts
    return damped


def _counts(row: Usage, first_day: int, length: int) -> Counts:
    counts = np.zeros(length)
    for day, count in zip(row.days, row.counts, strict=True):
        if day - first_day < length:
            counts[day - first_day] += count
    return counts


def _by_people(shown: list[tuple[Usage, Counts]]) -> list[tuple[Usage, Counts]]:
    """Return the rows that are people's use, as the first eight weeks tell.

    Features named as machine access are left out, and so is use by nobody known where known users make most of it: a
    nightly job's thousands would hide what people do. Where nothing is left, all rows count.
    """
    named = [(row, counts) for row, counts in shown if not _is_machine(row)]
    early = {bool(row.stakeholder_uid): 0 for row, _ in named}
    for row, counts in named:
        early[bool(row.stakeholder_uid)] += int(np.count_nonzero(counts[:SETTLING_DAYS]))
    if early.get(True, 0) > early.get(False, 0):
        named = [(row, counts) for row, counts in named if row.stakeholder_uid]
    return named if any(early.values()) else shown


def _is_machine(row: Usage) -> bool:
    return _MACHINE.search(row.feature[:200].lower()) is not None


def _grouped(rows: Iterable[tuple[str, Counts]], length: int) -> dict[str, Counts]:
    grouped: dict[str, Counts] = {}
    for name, counts in rows:
        if name not in grouped:
            grouped[name] = np.zeros(length)
        grouped[name] += counts
    return dict(sorted(grouped.items()))
