"""How often the one who took over is named first, or among three, in invented accounts with one departure each.

Measured beside it: whoever is seen most after the departure. Seeds below 1,000 were looked at, those above were only
counted. The figures of a whole invented company come from `make bench-town`, which needs a database.
"""

from collections import Counter
from pathlib import Path
from typing import Any

from bench.people_successors_world import Case, make_case
from bench.reading_bounces import wilson
from graph_service.domain.facts import epoch_day
from graph_service.inference.succession.succession import infer_succession

PARTS = {"tuning": range(200), "report": range(1000, 1200)}
BARS = {1: 0.6, 3: 0.8}


def measure(data: Path) -> list[dict[str, Any]]:
    """Return rows of figures (task, part, metric, value, n, low, high, bar); the worlds need no `data`."""
    del data
    return [row for part, seeds in PARTS.items() for row in _rows(part, [make_case(seed) for seed in seeds])]


def _rows(part: str, cases: list[Case]) -> list[dict[str, Any]]:
    ours, count = Counter[int](), Counter[int]()
    known = [case for case in cases if _is_seen(case)]
    for case in known:
        heir = next(iter(case.successor.values()))
        for top in BARS:
            ours[top] += heir in _named(case)[:top]
            count[top] += heir in _most_seen(case)[:top]
    n = len(known)
    return [
        row
        for top, bar in BARS.items()
        for row in (
            _row("successors, invented accounts", part, f"top-{top}", ours[top], n, bar),
            _row("successors, invented accounts, next in mail count", part, f"top-{top}", count[top], n, None),
        )
    ]


def _is_seen(case: Case) -> bool:
    """Tell whether the successor was seen at all after the leaver's last weeks."""
    (heir,) = case.successor.values()
    return heir in _most_seen(case)


def _named(case: Case) -> list[str]:
    (leaver,) = case.successor
    found = infer_succession(case.case, case.departed, {}, case.horizon_day).get(leaver)
    return [link.to_uid for link in found.links] if found else []


def _most_seen(case: Case) -> list[str]:
    """Return everybody but the leaver, by how many occasions they are on after the departure."""
    ((leaver, spell),) = case.departed.items()
    last = epoch_day(spell.began_on or spell.known_on)
    counts = Counter(part.uid for one in case.case.occasions if one.day > last for part in one.people)
    return [uid for uid, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0])) if uid != leaver]


def _row(task: str, part: str, metric: str, hits: int, n: int, bar: float | None) -> dict[str, Any]:
    low, high = wilson(hits, n)
    value = round(hits / n, 4)
    return {
        "task": task, "part": part, "metric": metric, "value": value, "n": n,
        "low": round(low, 4), "high": round(high, 4), "bar": bar,
    }  # fmt: skip
