"""Open logs of mail, one record a message, and the days on which its ties are asked for.

For the bench only. The mails with headers (`enron_mail`) are left out: of their 490 pairs across the firm's border 14
wrote on three days or more.
"""

import csv
import gzip
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path

from bench.people_departures_logs import EU_LAST_DAY
from graph_service.domain.facts import epoch_day

DAY_SECONDS, AHEAD = 86_400, 90
EITHER, BOTH, THEY = OUTCOMES = ("either writes", "both write", "they write")
FIRM_START, FIRM_DAYS = epoch_day(date(2000, 1, 1)), 9
INSTITUTE_DAYS, INSTITUTE_SHARE = (160, 250, 340, 430), 3
"""Days of the log, the last 90 before its gap; one in so many people is taken, as if there were no others."""


@dataclass(frozen=True, slots=True)
class Mail:
    """One message: when (Unix seconds), who wrote it and who got it."""

    uid: str
    at: int
    sender: str
    receivers: frozenset[str]


@dataclass(frozen=True, slots=True)
class Log:
    """The mails of one place, the epoch days on which ties are asked for, and its bars by outcome."""

    name: str
    mails: Sequence[Mail]
    days: Sequence[int]
    bars: Mapping[str, float]


def logs(data: Path) -> Iterator[Log]:
    """Yield the logs that are there."""
    if (data / "enron_org" / "messages.tsv.gz").is_file():
        days = range(FIRM_START, FIRM_START + FIRM_DAYS * AHEAD, AHEAD)
        yield Log("mails inside a firm", _firm(data / "enron_org"), days, {EITHER: 0.79, BOTH: 0.82})
    if (data / "inactivity" / "email_eu").is_dir():
        mails = _institute(data / "inactivity" / "email_eu")
        first = min(mail.at for mail in mails) // DAY_SECONDS
        yield Log("mails of an institute", mails, [first + day for day in INSTITUTE_DAYS], {})


def _firm(folder: Path) -> list[Mail]:
    receivers: dict[str, set[str]] = defaultdict(set)
    for row in _table(folder / "recipients.tsv.gz"):
        receivers[row["mid"]].add(row["receiver_id"])
    rows = _table(folder / "messages.tsv.gz")
    return [Mail(row["mid"], int(row["unix_time"]), row["sender_id"], frozenset(receivers[row["mid"]])) for row in rows]


def _institute(folder: Path) -> list[Mail]:
    sizes, nodes, times = (_numbers(folder / f"email-Eu-{name}.txt.gz") for name in ("nverts", "simplices", "times"))
    mails: list[Mail] = []
    place, end = 0, min(times) + (EU_LAST_DAY + 1) * DAY_SECONDS
    for number, (size, at) in enumerate(zip(sizes, times, strict=True)):
        sender, *others = map(str, nodes[place : place + size])
        place += size
        taken = frozenset(uid for uid in others if _is_taken(uid))
        if at < end and taken and _is_taken(sender):
            mails.append(Mail(str(number), at, sender, taken))
    return mails


@cache
def _is_taken(uid: str) -> bool:
    return sha256(f"institute:{uid}".encode()).digest()[0] % INSTITUTE_SHARE == 0


def _table(path: Path) -> list[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def _numbers(path: Path) -> list[int]:
    with gzip.open(path, "rt", encoding="ascii") as file:
        return [int(line) for line in file]
