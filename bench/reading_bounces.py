"""How well bounces and automatic replies are read, on the open data, for a tuning and a reporting part."""

import csv
import gzip
import hashlib
import json
import mailbox
import tarfile
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from email.message import EmailMessage, Message
from importlib import import_module
from math import sqrt
from pathlib import Path
from typing import Any

from graph_service.ingest.connectors.mail_body import body_text
from graph_service.ingest.connectors.mail_headers import parse
from graph_service.reading.automatic.bounces import read_bounce
from graph_service.reading.automatic.headers import header, header_addresses, sent_at
from graph_service.reading.automatic.kinds import kind_of
from graph_service.reading.automatic.replies import read_auto_reply

PARTS = ("tuning", "reporting")
BOUNCE_KINDS = frozenset({"bounce"})
_BOUNCES = {"hard_bounce", "soft_or_other_bounce", "permanent_failure", "temporary_failure", "bounce"}
_OTHERS = {"complaint_feedback", "auto_reply", "delivered_report", "not_bounce"}
_TOPICS = {
    "left": {"left"}, "internal move": {"internal_move"}, "parental": {"parental_leave"},
    "vacation": {"out_of_office", "parental_leave", "long_leave"}, "sick": {"long_leave", "out_of_office"},
}  # fmt: skip
MAX_LIST_POSTS = 3000

Row = dict[str, Any]
Counts = dict[tuple[str, str, str], list[bool]]


def measure(data: Path) -> list[Row]:
    """Return one row per task, part and metric with n and a 95 % Wilson interval; sets that are absent are skipped."""
    rows: list[Row] = []
    if (data / "bounces" / "labels.jsonl.gz").exists():
        rows += _bounce_rows(data / "bounces")
    hits: Counts = {}
    for name, key, message in _human_mail(data):
        said = kind_of(message, body_text(message))
        _count(hits, f"human mail not called automatic: {name}", key, not said.is_automatic)
    if (data / "town_small" / "truth" / "autoreplies.csv").exists():
        _count_town(hits, data / "town_small")
    return rows + _rows(
        hits, {f"human mail not called automatic: {name}": 0.999 for name in ("enron", "lists", "town")}
    )


def part_of(key: str) -> str:
    """Return the part a mail belongs to: by the hash of its key, half and half."""
    return PARTS[int(hashlib.sha256(f"tuning:{key}".encode()).hexdigest()[:8], 16) % 2]


def wilson(hits: int, n: int) -> tuple[float, float]:
    """Return the 95 % Wilson interval of a share (Wilson 1927)."""
    if n == 0:
        return 0.0, 1.0
    z, share = 1.96, hits / n
    middle, spread = share + z * z / (2 * n), z * sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    return (middle - spread) / (1 + z * z / n), (middle + spread) / (1 + z * z / n)


def _bounce_rows(folder: Path) -> list[Row]:
    hits: Counts = {}
    hard: dict[str, list[tuple[bool, bool]]] = {part: [] for part in PARTS}
    for label, message in _labelled(folder):
        key, text, category = label["file"], body_text(message), label["category"]
        found = read_bounce(message, text)
        if category in _BOUNCES | _OTHERS:
            kind = kind_of(message, text)
            _count(hits, "bounce or not", key, (kind.kind in BOUNCE_KINDS) == (category in _BOUNCES))
            _count(hits, "automatic or not", key, kind.is_automatic == (category != "not_bounce"))
        if label["source"] == "sisimai" and category in ("hard_bounce", "soft_or_other_bounce"):
            hard[part_of(key)].append((category == "hard_bounce", found is not None and found.is_hard))
        if category in ("permanent_failure", "temporary_failure"):
            asked = {one.lower() for one in label["recipients"]}
            _count(hits, "failed address", key, {one.address for one in found.recipients} == asked if found else False)
    rows = [row for part in PARTS for row in _hard_rows(part, hard[part])]
    return rows + _rows(hits, {"bounce or not": 0.98, "automatic or not": 0.98, "failed address": 0.95})


def _hard_rows(part: str, pairs: list[tuple[bool, bool]]) -> list[Row]:
    called = [true for true, said in pairs if said]
    dead = [said for true, said in pairs if true]
    return [
        _row("hard bounce", part, "precision", called, 0.92),
        _row("hard bounce", part, "recall", dead, 0.92),
    ]


def _count_town(hits: Counts, town: Path) -> None:
    with (town / "truth" / "autoreplies.csv").open(encoding="utf-8") as lines:
        replies = {row["ref"].removeprefix("mail:<").rstrip(">"): row for row in csv.DictReader(lines)}
    with (town / "truth" / "bounces.csv").open(encoding="utf-8") as lines:
        bounces = {row["ref"].removeprefix("mail:<").rstrip(">"): row for row in csv.DictReader(lines)}
    for key, message in _town_mails(town):
        if key in replies:
            _count_reply(hits, key, message, replies[key])
        elif key in bounces:
            _count_bounce(hits, key, message, bounces[key])


def _count_reply(hits: Counts, key: str, message: Message, row: dict[str, str]) -> None:
    text, moment = body_text(message), sent_at(message)
    _count(hits, "town: reply is automatic", key, kind_of(message, text).is_automatic)
    said = read_auto_reply(header(message, "Subject"), text, moment.date() if moment else None)
    _count(hits, "town: reply topic", key, said is not None and said.topic in _TOPICS.get(row["reason"], set()))
    if said is not None and said.returns_on and row["until"] and row["reason"] == "vacation":
        days = abs((said.returns_on - date.fromisoformat(row["until"])).days)
        _count(hits, "town: return date within 2 days", key, days <= 2)


def _count_bounce(hits: Counts, key: str, message: Message, row: dict[str, str]) -> None:
    text = body_text(message)
    found = read_bounce(message, text)
    named = {one.address for one in found.recipients} if found else set()
    _count(hits, "town: bounce kind", key, kind_of(message, text).kind == "bounce")
    _count(hits, "town: failed address", key, row["address"].lower() in named)
    returned = f"mail:<{found.reported_message_id}>" if found else ""
    _count(hits, "town: returned mail", key, not row["of"] or returned == row["of"])


def _labelled(folder: Path) -> Iterator[tuple[dict[str, Any], Message]]:
    with gzip.open(folder / "labels.jsonl.gz", "rt", encoding="utf-8") as lines:
        labels = {label["file"]: label for label in map(json.loads, lines)}
    with tarfile.open(folder / "mails.tar.gz") as archive:
        for member in archive:
            name = next((one for one in labels if member.name.endswith(one)), "")
            content = archive.extractfile(member) if member.isfile() and name else None
            if content is not None:
                yield labels[name], parse(content.read())


def _human_mail(data: Path) -> Iterator[tuple[str, str, Message]]:
    """Yield mails that people wrote, each with the name of its set and its key.

    Of the Enron mails a few are automatic and none is labelled, so their share is a lower bound.
    """
    enron = data / "enron_mail" / "emails.jsonl.gz"
    if enron.exists():
        with gzip.open(enron, "rt", encoding="utf-8") as lines:
            for mail in map(json.loads, lines):
                yield "enron", str(mail["id"]), parse(mail["raw"].encode("utf-8", "surrogateescape"))
    for path in sorted((data / "r_mailing_lists").glob("*.parquet")):
        for row in _table(path)[:MAX_LIST_POSTS]:
            yield "lists", str(row["message_id"] or row["id"]), _post(row)
    if (data / "town_small" / "truth" / "identities.csv").exists():
        yield from _town_people(data / "town_small")


def _table(path: Path) -> list[Row]:
    """Return the rows of a Parquet file, none where no reader for it is installed."""
    try:
        reader = import_module("pyarrow.parquet")
    except ImportError:
        return []
    rows: list[Row] = reader.read_table(path).to_pylist()
    return rows


def _town_people(town: Path) -> Iterator[tuple[str, str, Message]]:
    with (town / "truth" / "identities.csv").open(encoding="utf-8") as lines:
        people = {row["identifier"].lower() for row in csv.DictReader(lines) if row["source"] == "mail"}
    with (town / "truth" / "autoreplies.csv").open(encoding="utf-8") as lines:
        replies = {row["ref"] for row in csv.DictReader(lines)}
    for key, message in _town_mails(town):
        if (
            f"mail:<{key}>" not in replies
            and set(header_addresses(message, "From")) & people
            and message.get_content_type() != "multipart/report"
        ):
            yield "town", key, message


def _town_mails(town: Path) -> Iterator[tuple[str, Message]]:
    """Yield every mail of the town once."""
    seen: set[str] = set()
    for path in sorted((town / "input" / "mail").glob("*.mbox")):
        with closing(mailbox.mbox(path)) as box:
            for raw in box:
                message = parse(raw.as_bytes())
                key = header(message, "Message-ID").strip("<>")
                if key not in seen:
                    seen.add(key)
                    yield key, message


def _post(row: dict[str, Any]) -> Message:
    message = EmailMessage()
    message["From"] = f"writer-{str(row['from_email_hash'])[:12]}@writers.example"
    message["Subject"] = " ".join(str(row["subject"] or "").split())[:300]
    if row["in_reply_to"]:
        message["In-Reply-To"] = " ".join(str(row["in_reply_to"]).split())[:300]
    message.set_content(str(row["body"] or "").encode("utf-8", "replace").decode("utf-8"))
    return message


def _count(hits: Counts, task: str, key: str, hit: bool) -> None:
    hits.setdefault((task, part_of(key), "accuracy"), []).append(hit)


def _rows(hits: Counts, bars: dict[str, float]) -> list[Row]:
    return [_row(task, part, metric, found, bars.get(task)) for (task, part, metric), found in sorted(hits.items())]


def _row(task: str, part: str, metric: str, found: list[bool], bar: float | None) -> Row:
    n, right = len(found), sum(found)
    low, high = wilson(right, n)
    value = right / n if n else 0.0
    return {"task": task, "part": part, "metric": metric, "value": value, "n": n, "low": low, "high": high, "bar": bar}
