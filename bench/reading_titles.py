"""How well titles are read: level group and area against a labelled set, rank and function in an invented world.

Titles are split by a hash of their lower-case form into a part for tuning and a part that is only reported.
"""

import csv
from collections.abc import Callable, Iterator
from hashlib import sha256
from math import sqrt
from pathlib import Path
from random import Random
from typing import Any

from graph_service.reading.titles.titles import Title, read_title

PARTS = ("tuning", "reporting")
SAMPLES = 400
BARS = {"level": 0.93, "area": 0.86}
WORLD_FUNCTIONS = {
    "operations": "operations", "supply chain": "operations", "it": "it", "engineering": "it", "data": "it",
    "logistics": "warehouse", "procurement": "procurement", "finance": "finance", "quality": "quality",
    "customer success": "cs", "support": "support", "sales": "sales", "marketing": "sales", "product": "product",
}  # fmt: skip
"""The names that the worlds use for our functions."""

Pair = tuple[str, str]


def part_of(title: str) -> str:
    """Return the part a title belongs to: "tuning" or "reporting"."""
    return PARTS[int(sha256(f"titles:{title.lower()}".encode()).hexdigest()[:8], 16) % 2]


def measure(data: Path) -> list[dict[str, Any]]:
    """Return rows of figures (task, part, metric, value, n, low, high, bar); sets that are absent are left out."""
    rows: list[dict[str, Any]] = []
    if (path := data / "job_titles" / "titles.tsv").is_file():
        rows += _labelled(path)
    if (path := data / "town_small" / "truth" / "employments.csv").is_file():
        rows += _world(path)
    return rows


def world_function(title: Title) -> str:
    """Return the function of a title by the world's name for it, or "" where the world has none."""
    return next((WORLD_FUNCTIONS[one] for one in title.functions if one in WORLD_FUNCTIONS), "")


def _labelled(path: Path) -> Iterator[dict[str, Any]]:
    rows = _table(path, "\t")
    for part in (*PARTS, "all"):
        mine = [(row, read_title(row["title"])) for row in rows if part in {"all", part_of(row["title"])}]
        for name, read in (("level", _group), ("area", _area)):
            pairs = [(row[name], read(title)) for row, title in mine if row[name]]
            low, high = _bootstrap(pairs, macro_f1)
            yield _row(f"title {name}", part, "macro F1", macro_f1(pairs), len(pairs), low, high, BARS[name])


def _group(title: Title) -> str:
    return title.level_group


def _area(title: Title) -> str:
    return title.area


def _world(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the shares that are right among different titles of the world, each counted once."""
    seen = {row["title"].lower(): row for row in _table(path, ",")}
    for part in PARTS:
        mine = [(row, read_title(row["title"])) for key, row in seen.items() if part_of(key) == part]
        ranked = [(int(row["level"]), title.rank) for row, title in mine if title.rank]
        named = [(row["function"], name) for row, title in mine if (name := world_function(title))]
        yield _share("titles of the world", part, "rank known", len(ranked), len(mine))
        yield _share("titles of the world", part, "rank right", sum(a == b for a, b in ranked), len(ranked))
        near = sum(abs(a - b) <= 1 for a, b in ranked)
        yield _share("titles of the world", part, "rank within one", near, len(ranked))
        yield _share("titles of the world", part, "function right", sum(a == b for a, b in named), len(named))


def macro_f1(pairs: list[Pair]) -> float:
    """Return the mean F1 over the labels that occur in the truth."""
    scores = []
    for label in sorted({truth for truth, _ in pairs}):
        right = sum(truth == label == read for truth, read in pairs)
        wrong = sum((truth == label) != (read == label) for truth, read in pairs)
        scores.append(2 * right / (2 * right + wrong))
    return sum(scores) / max(len(scores), 1)


def _table(path: Path, delimiter: str) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as stream:
        return list(csv.DictReader(stream, delimiter=delimiter))


def _bootstrap(pairs: list[Pair], value: Callable[[list[Pair]], float]) -> tuple[float, float]:
    """Return the 95 % interval over titles drawn with replacement."""
    random = Random(7)
    values = sorted(value(random.choices(pairs, k=len(pairs))) for _ in range(SAMPLES))
    return values[int(SAMPLES * 0.025)], values[int(SAMPLES * 0.975)]


def _share(task: str, part: str, metric: str, right: int, n: int) -> dict[str, Any]:
    """Return a row for a share with its Wilson interval (95 %)."""
    z = 1.96
    middle = (right + z * z / 2) / (n + z * z)
    half = z * sqrt(right * (n - right) / max(n, 1) + z * z / 4) / (n + z * z)
    return _row(task, part, metric, right / max(n, 1), n, max(0.0, middle - half), min(1.0, middle + half), None)


def _row(
    task: str, part: str, metric: str, value: float, n: int, low: float, high: float, bar: float | None
) -> dict[str, Any]:
    figures = {"value": round(value, 4), "n": n, "low": round(low, 4), "high": round(high, 4), "bar": bar}
    return {"task": task, "part": part, "metric": metric, **figures}
