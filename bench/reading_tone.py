"""How well tone is read: whole business mails with human labels, mails of an invented world, sentences of reviews.

Mails are split by a hash of their id into a part for tuning and a part that is only reported. In the world the same
wordings stand in both parts, so its reporting part flatters; other worlds word otherwise.
"""

import csv
import gzip
import json
from collections.abc import Callable, Iterator, Sequence
from email import message_from_string, policy
from email.message import EmailMessage
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any, TypeVar

from bench.reading_sayings import said_in
from graph_service.reading.own_words import own_words
from graph_service.reading.tone.tone import read_tone
from graph_service.reading.tone.verdict import Tone

PARTS = ("tuning", "reporting")
SAMPLES = 400
POSITIVE = frozenset({"4.1", "4.2", "4.3", "4.4", "4.5", "4.6", "4.7", "4.8", "4.14", "4.15"})
NEGATIVE = frozenset({"4.9", "4.11", "4.12", "4.13", "4.16", "4.17", "4.18", "4.19"})
SIGNS = {"p2": 1, "p1": 1, "n": 0, "m1": -1, "m2": -1, "cold": -1, "sarcasm": -1}
LABELS = {"pos": 1, "neu": 0, "neg": -1}
REVIEWS = ("amazon_cells", "yelp", "imdb")

Scored = tuple[float, bool]
Read = Callable[[str], Tone]
Item = TypeVar("Item")


def part_of(key: str) -> str:
    """Return the part a mail belongs to: "tuning" or "reporting"."""
    return PARTS[int(sha256(f"tone:{key}".encode()).hexdigest()[:8], 16) % 2]


def measure(data: Path) -> list[dict[str, Any]]:
    """Return rows of figures (task, part, metric, value, n, low, high, bar); sets that are absent are left out."""
    rows: list[dict[str, Any]] = []
    if (path := data / "enron_mail" / "emails.jsonl.gz").is_file():
        rows += mail_rows(path)
    if (data / "town_small").is_dir():
        rows += world_rows(data / "town_small")
    for name in REVIEWS:
        if (path := data / "sentiment" / "uci_sentences" / f"{name}_labelled.txt.gz").is_file():
            rows += _reviews(name, path)
    return rows


def labelled_mails(path: Path) -> Iterator[tuple[str, str, bool]]:
    """Yield the id, own words and polarity (True: positive) of the mails whose tone is labelled one way only."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            mail = json.loads(line)
            codes = {one["code"] for one in mail["labels"] or () if one["group"] == "emotional_tone"}
            if bool(codes & POSITIVE) != bool(codes & NEGATIVE):
                message = message_from_string(mail["raw"], policy=policy.default)
                yield str(mail["id"]), own_words(_body(message), str(message["From"] or "")), bool(codes & POSITIVE)


def _body(message: EmailMessage) -> str:
    try:
        return str(message.get_content())
    except (LookupError, ValueError, KeyError):
        return str(message.get_payload())


def mail_rows(path: Path, read: Read = read_tone, note: str = "", bar: float = 0.7) -> Iterator[dict[str, Any]]:
    """Yield how well a reader of tone parts labelled mails; `note` is put behind the name of the task."""
    mails = [(key, read(text), is_good) for key, text, is_good in labelled_mails(path)]
    for part in (*PARTS, "all"):
        mine = [(tone, is_good) for key, tone, is_good in mails if part in {"all", part_of(key)}]
        pairs = [(tone.value, is_good) for tone, is_good in mine]
        yield _auc_row(f"tone of whole mails{note}", part, pairs, bar)
        judged = [(tone.value, is_good) for tone, is_good in mine if tone.label != "abstain"]
        yield _auc_row(f"tone of whole mails, not abstained{note}", part, judged, None)


def world_rows(world: Path, read: Read = read_tone, note: str = "") -> Iterator[dict[str, Any]]:
    """Yield how well a reader of tone reads the mails of a world; `note` is put behind the name of the task."""
    with (world / "truth" / "mail_tone.csv").open(newline="", encoding="utf-8") as stream:
        truth = {row["ref"].replace("<", "").replace(">", ""): row for row in csv.DictReader(stream)}
    told = [
        (truth[said.marks[0][1]], read(said.turn.text))
        for said in said_in(world)
        if said.setting.channel == "email" and said.marks[0][1] in truth
    ]
    for part in PARTS:
        mine = [(row, tone) for row, tone in told if part_of(row["ref"]) == part and tone.label != "abstain"]
        marked = [(tone, SIGNS[row["expressed"]], row["expressed"]) for row, tone in mine if row["expressed"]]
        yield _auc_row(f"tone, world{note}", part, [(tone.value, sign > 0) for tone, sign, _ in marked if sign], None)
        strong = [(tone.value, sign > 0) for tone, sign, said in marked if said in {"p2", "m2"}]
        yield _auc_row(f"strong tone, world{note}", part, strong, None)
        labels = [(LABELS[tone.label], sign) for tone, sign, _ in marked]
        low, high = _bootstrap(labels, macro_f1)
        yield _row(f"tone, world{note}", part, "macro F1", macro_f1(labels), len(labels), low, high, None)
        latent = [(tone.value, float(row["latent"])) for row, tone in mine]
        low, high = _bootstrap(latent, rank_correlation)
        yield _row(
            f"latent sentiment, world{note}", part, "Spearman", rank_correlation(latent), len(latent), low, high, None
        )


def _reviews(name: str, path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [line.rstrip("\n").rsplit("\t", 1) for line in lines]
    yield _auc_row(
        f"review sentences, {name}", "all", [(read_tone(text).value, good == "1") for text, good in rows], None
    )


def auc(pairs: Sequence[Scored]) -> float:
    """Return the chance that a positive text scores above a negative one, ties counted half."""
    ranks = _ranks([value for value, _ in pairs])
    good = [rank for rank, (_, is_good) in zip(ranks, pairs, strict=True) if is_good]
    n, m = len(good), len(pairs) - len(good)
    return (sum(good) - n * (n + 1) / 2) / (n * m) if n and m else 0.5


def macro_f1(pairs: Sequence[tuple[int, int]]) -> float:
    """Return the mean F1 of neg, neu and pos over (read, truth)."""
    scores = []
    for label in (-1, 0, 1):
        right = sum(read == label == truth for read, truth in pairs)
        wrong = sum((read == label) != (truth == label) for read, truth in pairs)
        scores.append(2 * right / max(2 * right + wrong, 1))
    return sum(scores) / 3


def rank_correlation(pairs: Sequence[tuple[float, float]]) -> float:
    """Return Spearman's rank correlation."""
    one, two = _ranks([a for a, _ in pairs]), _ranks([b for _, b in pairs])
    middle = (len(pairs) + 1) / 2
    both = sum((a - middle) * (b - middle) for a, b in zip(one, two, strict=True))
    spread = sum((a - middle) ** 2 for a in one) * sum((b - middle) ** 2 for b in two)
    return float(both / spread**0.5) if spread else 0.0


def _ranks(values: Sequence[float]) -> list[float]:
    """Return the rank of each value from 1, equal values sharing their mean rank."""
    order = sorted(range(len(values)), key=values.__getitem__)
    ranks = [0.0] * len(values)
    at = 0
    while at < len(order):
        end = at
        while end + 1 < len(order) and values[order[end + 1]] == values[order[at]]:
            end += 1
        for place in order[at : end + 1]:
            ranks[place] = (at + end) / 2 + 1
        at = end + 1
    return ranks


def _auc_row(task: str, part: str, pairs: list[Scored], bar: float | None) -> dict[str, Any]:
    low, high = _bootstrap(pairs, auc)
    return _row(task, part, "AUC", auc(pairs), len(pairs), low, high, bar)


def _bootstrap(items: list[Item], value: Callable[[list[Item]], float]) -> tuple[float, float]:
    """Return the 95 % interval over texts drawn with replacement."""
    random = Random(7)
    values = sorted(value(random.choices(items, k=len(items))) for _ in range(SAMPLES))
    return values[int(SAMPLES * 0.025)], values[int(SAMPLES * 0.975)]


def _row(
    task: str, part: str, metric: str, value: float, n: int, low: float, high: float, bar: float | None
) -> dict[str, Any]:
    figures = {"value": round(value, 4), "n": n, "low": round(low, 4), "high": round(high, 4), "bar": bar}
    return {"task": task, "part": part, "metric": metric, **figures}
