"""How well rank is read off a mail graph alone, with every title hidden, and with half of them known.

The log of one firm with titles (`enron_org`): for each pair of people of different rank, is the higher one ranked
higher? Intervals resample people. The network part is the product's own (`influence.network`, `influence.standings`).
"""

import csv
import gzip
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from io import StringIO
from pathlib import Path
from random import Random
from typing import Any

import numpy as np

from graph_service.inference.influence.levels import title_level, title_of
from graph_service.inference.influence.network import Gathering, network_rank, shared_counts
from graph_service.inference.influence.score import NEIGHBOURS, NETWORK, WEIGHTS
from graph_service.inference.influence.standings import neighbour_levels

TASK, VENDOR = "seniority from the mail graph", "seniority, half of the titles and 12 mailboxes"
PARTS = ("tuning", "reporting")
BAR, ABOVE = 0.77, 0.02
SAMPLES, DRAWS, MAILBOXES = 1_000, 60, 12

Ranks = Mapping[str, int]
Scores = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Mail:
    """One message: who wrote it and who got it."""

    sender: str
    receivers: tuple[str, ...]


def measure(data: Path, draws: int = DRAWS) -> list[dict[str, Any]]:
    """Return rows of figures (task, part, metric, value, n, low, high, bar, baseline); none where the set is absent."""
    folder = data / "enron_org"
    if not (folder / "messages.tsv.gz").is_file():
        return []
    mails, people = read_mails(folder), _table(folder / "employees_labels_open.tsv")
    titles = {row["employee_id"]: row["title"] for row in people}
    ranks = {uid: rank for uid, text in titles.items() if (rank := title_of(text, "").rank)}
    senior = {row["employee_id"]: int(row["seniority"] == "Senior") for row in people}
    return [*_alone(mails, ranks, senior), *_vendor(mails, ranks, titles, draws)]


def read_mails(folder: Path) -> list[Mail]:
    """Return the messages of the log."""
    receivers: dict[str, set[str]] = defaultdict(set)
    for row in _table(folder / "recipients.tsv.gz"):
        receivers[row["mid"]].add(row["receiver_id"])
    rows = _table(folder / "messages.tsv.gz")
    return [Mail(row["sender_id"], tuple(sorted(receivers[row["mid"]] - {row["sender_id"]}))) for row in rows]


def gatherings(mails: Iterable[Mail]) -> Iterator[Gathering]:
    """Yield each message as the network part takes it."""
    for mail in mails:
        yield Gathering((mail.sender, *mail.receivers), len(mail.receivers) + 1)


def network_scores(mails: Sequence[Mail]) -> dict[str, float]:
    """Return N' of everybody in the log, as the product computes it."""
    shared = shared_counts(gatherings(mails))
    return network_rank(shared, {uid for pair in shared for uid in pair})


def in_degrees(mails: Iterable[Mail]) -> dict[str, float]:
    """Return the baseline: from how many distinct people each got mail."""
    pairs = {(mail.sender, uid) for mail in mails for uid in mail.receivers}
    return {uid: float(count) for uid, count in Counter(uid for _, uid in pairs).items()}


def _alone(mails: Sequence[Mail], ranks: Ranks, senior: Ranks) -> Iterator[dict[str, Any]]:
    """Yield pair accuracy of the network, of in-degree, and their difference, by half of the people."""
    ours, theirs = network_scores(mails), in_degrees(mails)
    for part in (*PARTS, "all"):
        mine = {uid: rank for uid, rank in ranks.items() if part in {"all", part_of(uid)}}
        ahead, behind = _Pairs.of(ours, mine), _Pairs.of(theirs, mine)
        base = behind.accuracy()
        yield _row(TASK, part, "pairs in order", ahead, ahead.accuracy, BAR, base)
        yield _row(TASK, part, "pairs in order, in-degree", behind, behind.accuracy, None, None)
        yield _row(TASK, part, "above in-degree", ahead, _difference(ahead, behind), ABOVE, 0.0)
    labelled = _Pairs.of(ours, senior)
    base = _Pairs.of(theirs, senior).accuracy()
    yield _row(TASK, "all", "senior above junior", labelled, labelled.accuracy, None, base)


def part_of(uid: str) -> str:
    """Return the part a person belongs to."""
    return PARTS[int(sha256(f"influence:{uid}".encode()).hexdigest()[:8], 16) % 2]


def _difference(one: "_Pairs", other: "_Pairs") -> Callable[..., float]:
    return lambda weights=None: one.accuracy(weights) - other.accuracy(weights)


@dataclass(frozen=True, slots=True)
class _Pairs:
    """For people i and j of different rank: 1 where the scores are in order, 0.5 for equal scores."""

    won: np.ndarray[Any, np.dtype[np.float64]]
    counted: np.ndarray[Any, np.dtype[np.float64]]

    @classmethod
    def of(cls, scores: Scores, ranks: Ranks) -> "_Pairs":
        uids = sorted(ranks)
        rank = np.array([float(ranks[uid]) for uid in uids])
        score = np.array([scores.get(uid, 0.0) for uid in uids])
        higher = rank[:, None] > rank[None, :]
        over = np.sign(score[:, None] - score[None, :])
        return cls(np.where(higher, (over + 1) / 2, 0.0), higher.astype(float))

    def accuracy(self, weights: Any = None) -> float:
        """Return the share of pairs in order; `weights` are how often each person was drawn."""
        taken = np.ones(len(self.won)) if weights is None else weights
        return float(taken @ self.won @ taken) / max(float(taken @ self.counted @ taken), 1.0)


def _row(
    task: str, part: str, metric: str, pairs: _Pairs, value: Callable[..., float], bar: float | None,
    baseline: float | None,
) -> dict[str, Any]:  # fmt: skip
    """Return one row; the interval (95 %) draws people with replacement. n are pairs."""
    random = np.random.default_rng(7)
    size = len(pairs.won)
    drawn = sorted(value(np.bincount(random.integers(0, size, size), minlength=size)) for _ in range(SAMPLES))
    low, high = drawn[int(SAMPLES * 0.025)], drawn[int(SAMPLES * 0.975)]
    return _made(task, part, metric, value(), int(pairs.counted.sum()), low, high, bar, baseline)


def _made(
    task: str, part: str, metric: str, value: float, n: int, low: float, high: float, bar: float | None,
    baseline: float | None,
) -> dict[str, Any]:  # fmt: skip
    figures = {"value": round(value, 4), "n": n, "low": round(low, 4), "high": round(high, 4), "bar": bar}
    return {"task": task, "part": part, "metric": metric, **figures, "baseline": baseline and round(baseline, 4)}


def _vendor(mails: Sequence[Mail], ranks: Ranks, titles: Mapping[str, str], draws: int) -> Iterator[dict[str, Any]]:
    """Yield what a vendor would see: twelve mailboxes, half of the titles; the people of the other half are ranked.

    n is the mean number of pairs of a draw, the interval that of the draws (mailboxes and hidden titles).
    """
    found: dict[str, list[float]] = defaultdict(list)
    counts: list[int] = []
    for draw in range(draws):
        random = Random(draw)
        boxes = set(random.sample(sorted({mail.sender for mail in mails}), MAILBOXES))
        seen = [mail for mail in mails if mail.sender in boxes or boxes.intersection(mail.receivers)]
        hidden = set(random.sample(sorted(ranks), len(ranks) // 2))
        known = {uid: text for uid, text in titles.items() if uid not in hidden}
        for name, scores in _seen_scores(seen, known).items():
            pairs = _Pairs.of(scores, {uid: ranks[uid] for uid in hidden if uid in scores or uid not in boxes})
            found[name].append(pairs.accuracy())
        counts.append(int(pairs.counted.sum()))
    base = float(np.mean(found["in-degree"]))
    found["above in-degree"] = [a - b for a, b in zip(found["network + neighbours"], found["in-degree"], strict=True)]
    for name, values in found.items():
        low, high = np.quantile(values, (0.025, 0.975))
        against = None if name == "in-degree" else 0.0 if name == "above in-degree" else base
        n = int(np.mean(counts))
        yield _made(VENDOR, "all", name, float(np.mean(values)), n, float(low), float(high), None, against)


def _seen_scores(seen: Sequence[Mail], known: Mapping[str, str]) -> dict[str, Scores]:
    """Return the scores of everybody by each measure; both parts of the network in the weights of the product."""
    levels = {uid: level for uid, text in known.items() if (level := title_level(title_of(text, ""), text)) is not None}
    network = network_scores(seen)
    neighbours = neighbour_levels(shared_counts(gatherings(seen)), levels, sorted(network))
    both = {uid: WEIGHTS[NETWORK] * network[uid] + WEIGHTS[NEIGHBOURS] * neighbours[uid] for uid in network}
    return {"network + neighbours": both, "network": network, "in-degree": in_degrees(seen)}


def _table(path: Path) -> list[dict[str, str]]:
    data = path.read_bytes()
    text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8")
    return list(csv.DictReader(StringIO(text, newline=""), delimiter="\t"))
