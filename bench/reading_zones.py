"""How well the zones of a mail are found, against labelled sets: signature lines, invented signatures, own words.

Each set is split by a hash of the mail's id into a part for tuning and a part that is only reported.
"""

import gzip
import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from math import sqrt
from pathlib import Path
from random import Random
from typing import Any

from graph_service.reading.zones.lines import split_lines
from graph_service.reading.zones.zones import find_zones

PARTS = ("tuning", "reporting")
SAMPLES = 400
WEBIS = ("webis_enron", "webis_gmane_validation")
LINES = "enron_sig_lines"
SIGNED = frozenset({"signature", "signoff"})
REPEATED = frozenset({"quote", "forward"})

_SIGNATURE = frozenset({"closing", "personal_signature"})
_HEADERS = frozenset({"inline_headers", "quotation_marker"})
_PASSED = re.compile(r"original message|forwarded", re.IGNORECASE)
_LEFT_OUT = frozenset({"visual_separator", "mua_signature"})


@dataclass(frozen=True, slots=True)
class Counts:
    """What one mail adds: signature lines found rightly, wrongly and missed; characters right of all; any signature."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    characters_right: int = 0
    characters: int = 0

    @property
    def signed(self) -> bool:
        """Tell whether the labels hold a signature."""
        return self.right + self.missed > 0


def part_of(key: str) -> str:
    """Return the part a mail belongs to: "tuning" or "reporting"."""
    return PARTS[int(sha256(f"zones:{key}".encode()).hexdigest()[:8], 16) % 2]


def measure(data: Path) -> list[dict[str, Any]]:
    """Return rows of figures (task, part, metric, value, n, low, high, bar) for the sets that stand in `data`."""
    rows: list[dict[str, Any]] = []
    for name in (*WEBIS, LINES):
        path = data / "signatures" / f"{name}.jsonl.gz"
        if path.is_file():
            count = count_lines if name == LINES else count_labels
            rows += _rows(name, path, count)
    return rows


def _rows(name: str, path: Path, count: Callable[[dict[str, Any]], Counts]) -> Iterator[dict[str, Any]]:
    mails = list(_read(path))
    for part in PARTS:
        counts = [count(mail) for mail in mails if part_of(str(mail["id"])) == part]
        low, high = _bootstrap(counts, _f1)
        yield _row(f"signature lines, {name}", part, "F1", _f1(counts), len(counts), low, high, 0.82)
        for metric, value in (("precision", _precision(counts)), ("recall", _recall(counts))):
            yield _row(f"signature lines, {name}", part, metric, value, len(counts), 0.0, 1.0, None)
        bare = [one for one in counts if not one.signed]
        silent = sum(1 for one in bare if not one.wrong)
        if bare:
            low, high = _wilson(silent, len(bare))
            yield _row(f"no signature invented, {name}", part, "share", silent / len(bare), len(bare), low, high, 0.95)
        if any(one.characters for one in counts):
            low, high = _bootstrap(counts, _characters)
            yield _row(f"own words, {name}", part, "characters", _characters(counts), len(counts), low, high, 0.97)


def _row(
    task: str, part: str, metric: str, value: float, n: int, low: float, high: float, bar: float | None
) -> dict[str, Any]:
    return {
        "task": task,
        "part": part,
        "metric": metric,
        "value": round(value, 4),
        "n": n,
        "low": round(low, 4),
        "high": round(high, 4),
        "bar": bar,
    }


def count_lines(mail: dict[str, Any]) -> Counts:
    """Return the counts of a mail that is labelled line by line."""
    text = "\n".join(str(line["text"]) for line in mail["lines"])
    gold = [bool(line["is_signature"]) for line in mail["lines"]]
    found = [kind in SIGNED for kind in _line_kinds(text)]
    lines = text.split("\n")
    return _tally((gold[i], found[i]) for i in range(len(gold)) if lines[i].strip(" \t-_=*"))


def count_labels(mail: dict[str, Any]) -> Counts:
    """Return the counts of a mail whose spans are labelled; only what its own writer wrote can hold a signature."""
    text = str(mail["text"])
    gold = gold_characters(text, mail["labels"])
    kinds = _line_kinds(text, sender_of(mail))
    lines = split_lines(text)
    pairs: list[tuple[bool, bool]] = []
    right = total = 0
    for index, line in enumerate(lines.texts):
        marks = [
            gold[at] for at in range(lines.starts[index], lines.starts[index] + len(line)) if not text[at].isspace()
        ]
        judged = [mark for mark in marks if mark in ("own", "signature", "repeated")]
        total += len(judged)
        right += sum(1 for mark in judged if (mark == "repeated") == (kinds[index] in REPEATED))
        if marks and "separator" not in marks:
            pairs.append((marks.count("signature") * 2 > len(marks), kinds[index] in SIGNED))
    tally = _tally(pairs)
    return Counts(tally.right, tally.wrong, tally.missed, right, total)


def gold_characters(text: str, labels: list[list[Any]]) -> list[str]:
    """Return the gold class of each character: own, signature, repeated, added, separator, or "" without a label."""
    marks = [""] * len(text)
    ordered = sorted((int(start), int(end), str(kind)) for start, end, kind in labels)
    borrowed = False
    for place, (start, end, kind) in enumerate(ordered):
        following = [k for _, _, k in ordered[place + 1 :] if k not in _HEADERS][:3]
        # A reply header over text that carries no quote marks makes all that follows another writer's.
        heads = kind == "inline_headers" or (kind == "quotation_marker" and _PASSED.search(text[start:end]))
        if heads and "quotation" not in following and not text[start:end].lstrip().startswith(">"):
            borrowed = True
        if borrowed or kind in _HEADERS or kind == "quotation":
            mark = "repeated" if kind not in _LEFT_OUT else "added"
        elif kind in _LEFT_OUT:
            mark = "separator" if kind == "visual_separator" else "added"
        else:
            mark = "signature" if kind in _SIGNATURE else "own"
        marks[start:end] = [mark] * (min(end, len(text)) - start)
    return marks


def sender_of(mail: dict[str, Any]) -> str:
    """Return the sender that the mail's own header gives, or ""."""
    headers = mail["meta"].get("headers")
    if not isinstance(headers, dict):
        return ""
    return str(headers.get("from") or headers.get("from_email") or "")


def _line_kinds(text: str, sender: str = "") -> list[str]:
    kinds: list[str] = []
    zones = iter(find_zones(text, sender))
    zone = next(zones, None)
    for start in split_lines(text).starts[:-1]:
        while zone is not None and start >= zone.end:
            zone = next(zones, None)
        kinds.append(zone.kind if zone else "")
    return kinds


def _tally(pairs: Iterable[tuple[bool, bool]]) -> Counts:
    right = wrong = missed = 0
    for gold, found in pairs:
        right += gold and found
        wrong += found and not gold
        missed += gold and not found
    return Counts(right, wrong, missed)


def _read(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def _f1(counts: list[Counts]) -> float:
    right = sum(one.right for one in counts)
    return 2 * right / max(sum(2 * one.right + one.wrong + one.missed for one in counts), 1)


def _precision(counts: list[Counts]) -> float:
    right = sum(one.right for one in counts)
    return right / max(sum(one.right + one.wrong for one in counts), 1)


def _recall(counts: list[Counts]) -> float:
    right = sum(one.right for one in counts)
    return right / max(sum(one.right + one.missed for one in counts), 1)


def _characters(counts: list[Counts]) -> float:
    return sum(one.characters_right for one in counts) / max(sum(one.characters for one in counts), 1)


def _bootstrap(counts: list[Counts], value: Callable[[list[Counts]], float]) -> tuple[float, float]:
    """Return the 95 % interval over mails drawn with replacement."""
    random = Random(7)
    values = sorted(value(random.choices(counts, k=len(counts))) for _ in range(SAMPLES))
    return values[int(SAMPLES * 0.025)], values[int(SAMPLES * 0.975)]


def _wilson(hits: int, n: int) -> tuple[float, float]:
    """Return Wilson's 95 % interval of a share."""
    z = 1.96
    middle = (hits + z * z / 2) / (n + z * z)
    half = z * sqrt(hits * (n - hits) / n + z * z / 4) / (n + z * z)
    return middle - half, middle + half
