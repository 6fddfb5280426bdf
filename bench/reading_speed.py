"""How fast mail is read by one process: the connector with all readers, and each stage of it, on a mailbox.

Every mail is read once, after a few that warm up; the intervals are the slowest and the fastest third of the mailbox.
Times are processor time of this process, so that others on the machine count less.
"""

import asyncio
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from time import process_time
from typing import Any

from graph_service.app.ingesting import make_connector
from graph_service.domain.workspace import Workspace
from graph_service.ingest.connector import MailRecord
from graph_service.ingest.mail_facts import read_mail
from graph_service.reading.own_words import own_words
from graph_service.reading.reader import FINDERS
from graph_service.reading.setting import Setting, Turn, Vocabulary
from graph_service.reading.signatures.signature import read_signature
from graph_service.reading.tone.tone import read_tone
from graph_service.reading.zones.forwards import find_forwards

NOW = datetime(2026, 1, 1, tzinfo=UTC)
THIRDS, WARM = 3, 60
VOCABULARY = Vocabulary(("Lanternfish",), (("Lanternfish Desk", "Desk"),), ("bulk export",), (("Brightwater", "BW"),))
FINDER_NAMES = (
    "asks, and splitting sentences",
    "requests",
    "advocacy",
    "departures",
    "mentions",
    "next steps",
    "hints",
)
Row = dict[str, Any]


def measure(data: Path) -> list[Row]:
    """Return mails a second of parse and read, and the time a mail of each stage; nothing without the mailbox."""
    path = data / "enron_mail" / "enron.mbox"
    if not path.is_file():
        return []
    parsing, mails = [0.0] * THIRDS, asyncio.run(_records(path))
    for third in range(THIRDS):
        parsing[third] = _timed(lambda: asyncio.run(_records(path))) / len(mails)
    workspace = Workspace("bench", "Bench", ("enron.com",), "UTC", "US", "bench")
    for mail in mails[:WARM]:
        read_mail(mail, workspace)
        _stages(mail)
    parts = [mails[WARM + third :: THIRDS] for third in range(THIRDS)]
    reading = [_timed(lambda part=part: [read_mail(one, workspace) for one in part]) / len(part) for part in parts]  # type: ignore[misc]
    speed = [1 / (one + other) for one, other in zip(parsing, reading, strict=True)]
    n = len(mails) - WARM
    return [
        _row("speed: parse and read, one process", "mails/s", speed, n),
        _row("time a mail: parse, kind of mail, bounces", "ms", [1000 * one for one in parsing], n),
        _row("time a mail: read as ingest does", "ms", [1000 * one for one in reading], n),
        *_stage_rows(parts, n),
    ]


def _stage_rows(parts: list[list[MailRecord]], n: int) -> Iterator[Row]:
    """Yield the time a mail of each stage, in the order in which a mail goes through them."""
    sums: list[Counter[str]] = []
    for part in parts:
        total: Counter[str] = Counter()
        for mail in part:
            total.update(_stages(mail))
        sums.append(total)
    for name in sums[0]:
        values = [1000 * total[name] / len(part) for total, part in zip(sums, parts, strict=True)]
        yield _row(f"time a mail: {name}", "ms", values, n)


def _stages(mail: MailRecord) -> dict[str, float]:
    """Return stage → seconds of one mail."""
    sender = f"{mail.sender.name} {mail.sender.address}"
    kept: list[str] = []
    spent = {"zones and own words": _timed(lambda: kept.append(own_words(mail.text, sender)[:20_000]))}
    spent["mails inside it"] = _timed(lambda: find_forwards(mail.text))
    spent["signature"] = _timed(lambda: read_signature(mail.text, mail.sender.name, mail.sender.address))
    turn, setting = Turn(kept[0], is_ours=False), Setting(VOCABULARY, mail.sent_at.date())
    for name, find in zip(FINDER_NAMES, FINDERS, strict=True):
        spent[name] = _timed(lambda find=find: find(turn, setting))  # type: ignore[misc]
    spent["tone"] = _timed(lambda: read_tone(turn.text))
    return spent


async def _records(path: Path) -> list[MailRecord]:
    connector = make_connector("mail", NOW, path=path)
    return [
        record
        for source in connector.sources()
        async for record in connector.records(source)
        if isinstance(record, MailRecord)
    ]


def _timed(run: Callable[[], object]) -> float:
    started = process_time()
    run()
    return process_time() - started


def _row(task: str, metric: str, values: list[float], n: int) -> Row:
    figures = {"value": sorted(values)[len(values) // 2], "n": n, "low": min(values), "high": max(values), "bar": None}
    return {"task": task, "part": "whole", "metric": metric, **figures}
