"""How often departures are told rightly, in invented worlds, and how well silence alone ranks people in open logs.

Seeds below 100 were looked at, those above were only counted. The figures of a whole invented company come from `make
bench-town`, which needs a database. Recency is the baseline everywhere. Calibration (intercept and slope) is fitted on
the older snapshots of the people of the other half (purchases: on the same day, for the log is short).
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bench.people_departures_logs import Log, Snapshot, logs, snapshots
from bench.people_departures_world import START, Plan, Truth, World, make_world
from bench.reading_bounces import wilson
from graph_service.domain.facts import SpellFact, epoch_day
from graph_service.inference.departure.calibration import chance_of, fit_platt, reliability
from graph_service.inference.departure.departures import infer_departures
from graph_service.inference.models import Models

Row = dict[str, Any]
SEEDS = {"tuning": (11, 12, 13), "report": (101, 102, 103)}
PLANS = {
    "invented accounts": Plan(accounts=20),
    "invented accounts, most leave silently": Plan(
        accounts=20, bounces=0.1, profiles=0.1, told=0.1, farewells=0.1, leaving=0.025
    ),
}
QUIETLY = PLANS["invented accounts, most leave silently"]
PLANS |= {
    "silent leavers among rare writers": replace(QUIETLY, gaps=(10.0, 30.0)),
    "silent leavers among writers in bursts": replace(
        QUIETLY, gaps=(2.0, 10.0), stays_busy=0.93, gets_busy=0.06, idle=0.03
    ),
    "silent leavers in seasonal accounts": replace(QUIETLY, seasons=0.6),
}
EARLY_DAYS, WIND_DOWN_DAYS, SEEN_DAYS, LEAST_ACTS = 60, 45, 75, 6
RESAMPLES = 200


@dataclass(slots=True)
class Counts:
    """What was claimed of a world, and what of it was right."""

    departed: int = 0
    departed_right: int = 0
    explicit: int = 0
    explicit_found: int = 0
    silent: int = 0
    silent_found: int = 0
    false_quiet: int = 0
    contact_years: float = 0.0

    def add(self, other: "Counts") -> None:
        """Add the counts of another world."""
        for name in self.__slots__:
            setattr(self, name, getattr(self, name) + getattr(other, name))


def measure(data: Path) -> list[Row]:
    """Return rows of figures (task, part, metric, value, n, low, high, bar); logs that are absent give none."""
    rows = [row for task, plan in PLANS.items() for part in SEEDS for row in _world_rows(task, part, plan)]
    for log in logs(data):
        for part in SEEDS:
            rows += _log_rows(log, part)
    return rows


def world_counts(world: World) -> Counts:
    """Return the counts of one world; the account that went quiet as a whole has no silent leavers to be found."""
    found = Counts()
    for case in world.cases:
        _, people = infer_departures(case, world.backdrop, world.horizon_day, Models())
        for uid, facts in people.items():
            spells = [one for one in facts.spells if one.kind == "departure"]
            found.add(_counts(world.truth[uid], spells, world.horizon_day))
    return found


def _counts(truth: Truth, spells: Sequence[SpellFact], horizon_day: int) -> Counts:
    days: dict[str, list[int]] = defaultdict(list)
    for one in spells:
        days[one.state].append(epoch_day(one.valid_from))
    left = truth.left_day
    claimed = days["departed"][:1]
    found = Counts(
        departed=len(claimed),
        departed_right=sum(1 for day in claimed if left is not None and day >= left - EARLY_DAYS),
        explicit=int(bool(truth.signs)),
        explicit_found=int(bool(truth.signs and claimed)),
        false_quiet=sum(1 for day in days["gone_quiet"] if not _may_be_quiet(truth, day)),
        contact_years=((left or horizon_day) - START) / 365,
    )
    if left is not None and _fell_silent(truth, left, horizon_day):
        found.silent = 1
        found.silent_found = int(any(day >= left - WIND_DOWN_DAYS for day in (*days["gone_quiet"], *claimed)))
    return found


def _fell_silent(truth: Truth, left: int, horizon_day: int) -> bool:
    """Tell whether an active person left without a word, long enough before the end to be missed."""
    is_seen = left <= horizon_day - SEEN_DAYS and truth.acts >= LEAST_ACTS
    return is_seen and not truth.signs and not truth.in_odd_account


def _may_be_quiet(truth: Truth, day: int) -> bool:
    """Tell whether somebody may rightly be called quiet: left, in a lull, on long leave, or the account is odd."""
    left = truth.left_day is not None and day >= truth.left_day - WIND_DOWN_DAYS
    lull = any(start <= day <= end + 30 for start, end in truth.pauses)
    leave = any(start <= day <= end + 14 for start, end in truth.leaves if end - start > 30)
    return left or lull or leave or truth.in_odd_account


def _world_rows(task: str, part: str, plan: Plan) -> list[Row]:
    found = Counts()
    for seed in SEEDS[part]:
        found.add(world_counts(make_world(replace(plan, seed=seed))))
    shares = (
        ("departed, precision", found.departed_right, found.departed, 0.94),
        ("departed, recall of explicit signs", found.explicit_found, found.explicit, 0.9),
        ("gone quiet, recall of silent leavers", found.silent_found, found.silent, 0.7),
    )
    rows = [_share(task, part, metric, hits, n, bar) for metric, hits, n, bar in shares if n]
    rate = found.false_quiet / found.contact_years
    rows.append(_row(task, part, "gone quiet, false a contact-year (at most 0.15)", rate, int(found.contact_years)))
    return rows


def _log_rows(log: Log, part: str) -> list[Row]:
    """Return area under the curve against recency, and calibration fitted on other people and older time."""
    half = list(SEEDS).index(part)
    cases, older = snapshots(log, newer=True, part=half), snapshots(log, newer=False, part=1 - half)
    base, slope = fit_platt([one.score for one in older], [one.gone for one in older])
    said = [chance_of(base + slope * one.score) for one in cases]
    found = reliability(said, [one.gone for one in cases])
    task = f"silence alone: {log.name}"
    low, high = _interval(cases, lambda some: _area(some, "score") - _area(some, "recency"))
    gain = _area(cases, "score") - _area(cases, "recency")
    return [
        _row(task, part, "AUC", _area(cases, "score"), len(cases), _interval(cases, lambda some: _area(some, "score"))),
        _row(task, part, "AUC of recency", _area(cases, "recency"), len(cases)),
        _row(task, part, "AUC above recency (one log: 0.02)", gain, len(cases), (low, high), -0.01),
        _row(task, part, "calibration error (at most 0.05)", found.ece, found.count),
        _row(task, part, "Brier score", found.brier, found.count),
    ]


def _area(cases: Sequence[Snapshot], name: str) -> float:
    """Return the area under the curve: how often one who is gone has the higher value, ties counting half."""
    values = np.array([float(getattr(one, name)) for one in cases])
    gone = np.array([one.gone for one in cases])
    _, inverse, counts = np.unique(values, return_inverse=True, return_counts=True)
    ends = np.cumsum(counts)
    ranks = ((ends - counts + 1 + ends) / 2)[inverse]
    positives = int(gone.sum())
    pairs = positives * (len(cases) - positives)
    return float((ranks[gone].sum() - positives * (positives + 1) / 2) / pairs) if pairs else 0.5


def _interval(cases: Sequence[Snapshot], figure: Callable[[Sequence[Snapshot]], float]) -> tuple[float, float]:
    """Return the 95 % interval of a figure by a bootstrap over people."""
    random = np.random.default_rng(1)
    people: dict[str, list[Snapshot]] = defaultdict(list)
    for one in cases:
        people[one.person].append(one)
    groups = list(people.values())
    drawn: NDArray[np.float64] = np.array(
        [
            figure([one for place in random.integers(0, len(groups), len(groups)) for one in groups[place]])
            for _ in range(RESAMPLES)
        ]
    )
    return float(np.quantile(drawn, 0.025)), float(np.quantile(drawn, 0.975))


def _share(task: str, part: str, metric: str, hits: int, n: int, bar: float) -> Row:
    return _row(task, part, metric, hits / n, n, wilson(hits, n), bar)


def _row(
    task: str, part: str, metric: str, value: float, n: int, span: tuple[float, float] | None = None,
    bar: float | None = None,
) -> Row:  # fmt: skip
    low, high = (None, None) if span is None else (round(span[0], 4), round(span[1], 4))
    return {
        "task": task, "part": part, "metric": metric, "value": round(value, 4), "n": n, "low": low, "high": high,
        "bar": bar,
    }  # fmt: skip
