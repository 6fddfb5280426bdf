"""Who stopped, in open logs of mails and purchases: snapshots of people with their silence, and what came after.

For the bench only. A person of a log is somebody who wrote or bought; a snapshot asks, on one day, whether an act
follows within the log's span. The R lists are left out: they are stored as Parquet, which no library here reads.
"""

import csv
import gzip
import hashlib
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from graph_service.inference.departure.silence import LATELY_DAYS, silence_score

DAY_SECONDS = 86_400
EU_LAST_DAY = 520
"""No mail was collected for months after this day."""


@dataclass(frozen=True, slots=True)
class Log:
    """Days of acts by person. Snapshots `older` set the calibration, those `newer` are reported, `span` days ahead.

    Asked are people with `least` days of acts whose last lies at most `reach` days back.
    """

    name: str
    days: Mapping[str, tuple[int, ...]]
    older: tuple[int, ...]
    newer: tuple[int, ...]
    span: int
    least: int = 5
    reach: int = 180


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One person on one day: recency in days, our score, and whether nothing followed."""

    person: str
    recency: int
    score: float
    gone: bool


def logs(data: Path) -> list[Log]:
    """Return the logs that are there."""
    found: list[Log] = []
    if (data / "inactivity" / "email_eu").is_dir():
        days = _email_eu(data / "inactivity" / "email_eu")
        found.append(Log("mails of an institute", days, _every(100, 181, 20), _every(271, 431, 20), 90))
    if (data / "inactivity" / "cdnow_open.csv.gz").exists():
        days = _cdnow(data / "inactivity" / "cdnow_open.csv.gz")
        # Half of the log is one span, so that its calibration is of other people, but not of an older time.
        found.append(Log("purchases", days, (272,), (272,), 273, 1, 999))
    if (data / "enron_org" / "messages.tsv.gz").exists():
        days = _enron(data / "enron_org" / "messages.tsv.gz")
        found.append(Log("mails inside a firm", days, _every(300, 711, 30), _every(801, 1110, 30), 90))
    return found


def snapshots(log: Log, *, newer: bool, part: int) -> list[Snapshot]:
    """Return the snapshots of the people of one half, by the hash of their id."""
    found: list[Snapshot] = []
    for person, days in sorted(log.days.items()):
        if part_of(person) != part:
            continue
        for day in log.newer if newer else log.older:
            one = _snapshot(log, person, days, day)
            if one is not None:
                found.append(one)
    return found


def part_of(person: str) -> int:
    """Return 0 for people whose figures were looked at, 1 for those who were only counted."""
    return hashlib.sha256(f"departures:{person}".encode()).digest()[0] % 2


def _snapshot(log: Log, person: str, days: tuple[int, ...], day: int) -> Snapshot | None:
    count = bisect_right(days, day)
    if count < log.least or day - days[count - 1] > log.reach:
        return None
    recency = day - days[count - 1]
    lately = count - bisect_right(days, day - LATELY_DAYS, hi=count)
    gone = count == len(days) or days[count] > day + log.span
    return Snapshot(person, recency, silence_score(recency, lately, count), gone)


def _every(start: int, end: int, step: int) -> tuple[int, ...]:
    return tuple(range(start, end, step))


def _email_eu(folder: Path) -> dict[str, tuple[int, ...]]:
    sizes, nodes, times = (_numbers(folder / f"email-Eu-{name}.txt.gz") for name in ("nverts", "simplices", "times"))
    first, place = min(times), 0
    pairs: list[tuple[str, int]] = []
    for size, at in zip(sizes, times, strict=True):
        pairs.append((str(nodes[place]), (at - first) // DAY_SECONDS))
        place += size
    return _by_person(pair for pair in pairs if pair[1] <= EU_LAST_DAY)


def _numbers(path: Path) -> list[int]:
    with gzip.open(path, "rt", encoding="ascii") as file:
        return [int(line) for line in file]


def _cdnow(path: Path) -> dict[str, tuple[int, ...]]:
    start = date(1997, 1, 1).toordinal()
    with gzip.open(path, "rt", encoding="ascii") as file:
        rows = [row for row in csv.reader(file) if len(row) > 1 and row[1].isdigit()]
    return _by_person(
        (row[0], date(int(row[1][:4]), int(row[1][4:6]), int(row[1][6:8])).toordinal() - start) for row in rows
    )


def _enron(path: Path) -> dict[str, tuple[int, ...]]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    days = [(row["sender_id"], int(row["unix_time"]) // DAY_SECONDS) for row in rows]
    first = min(day for _, day in days)
    return _by_person((person, day - first) for person, day in days)


def _by_person(pairs: Iterable[tuple[str, int]]) -> dict[str, tuple[int, ...]]:
    found: dict[str, set[int]] = defaultdict(set)
    for person, day in pairs:
        found[person].add(day)
    return {person: tuple(sorted(days)) for person, days in found.items()}
