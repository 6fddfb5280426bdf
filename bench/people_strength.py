"""Whether the strength of a tie says who will still be in touch in 90 days, in open logs of mail.

On days 90 apart every pair that ever wrote is asked for. The logs have no customers, so each pair is two ties, once
with either as our user; the score is the tie's strength as the product gives it on that day, with models fitted on the
past. Simple rules are recency and the all-time count; strength from both sides, which no vendor sees, is the mean of
the two. Figures are means over the days; intervals resample people; parts are by the hash of the pair.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bench.people_strength_logs import AHEAD, BOTH, DAY_SECONDS, EITHER, OUTCOMES, THEY, Log, Mail, logs
from graph_service.inference.fitting import fit_models
from graph_service.inference.fitting_columns import columns_of
from graph_service.inference.models import Models
from graph_service.inference.stakeholders import infer_stakeholder
from graph_service.inference.touches import StakeholderInput, Touch

Row = dict[str, Any]
Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Figure = Callable[[Floats], float]
"""A figure as a function of how often each person was drawn."""

TASK = "still in touch in 90 days"
PARTS = ("tuning", "reporting")
SAMPLES = 300
STRENGTH, BOTH_SIDES, RECENCY, COUNT = SCORES = ("strength", "strength from both sides", "recency", "all-time count")


@dataclass(frozen=True, slots=True)
class Tie:
    """A stakeholder and a user on one day: what each score says (by name), and what came of it."""

    person: str
    user: str
    scores: Mapping[str, float]
    outcomes: Mapping[str, bool]


def measure(data: Path) -> list[Row]:
    """Return rows (task, part, metric, value, n, low, high, bar, baseline); logs that are absent give none."""
    return [row for log in logs(data) for row in measure_log(log)]


def measure_log(log: Log) -> list[Row]:
    """Return the rows of one log."""
    inputs = stakeholder_inputs(log.mails)
    models = fit_models(columns_of(inputs), log.days[0], log.days[-1])
    days = [ties_on(inputs, models, day) for day in log.days]
    return [row for part in (*PARTS, "all") for row in _rows(log, part, days)]


def stakeholder_inputs(mails: Iterable[Mail]) -> list[StakeholderInput]:
    """Return everybody of a log as a stakeholder of everybody else; each message is a thread of its own."""
    touches: dict[str, list[Touch]] = defaultdict(list)
    for mail in sorted(mails, key=lambda mail: (mail.at, mail.uid)):
        others, day = mail.receivers - {mail.sender}, mail.at // DAY_SECONDS
        for uid in sorted(others):
            for person, user in ((uid, mail.sender), (mail.sender, uid)):
                is_theirs = person == mail.sender
                one = Touch(mail.uid, mail.at * 1000, day, user, is_theirs, len(others) + 1, mail.uid)
                touches[person].append(one)
    return [StakeholderInput(uid, uid, tuple(found)) for uid, found in sorted(touches.items())]


def ties_on(inputs: Sequence[StakeholderInput], models: Models, day: int) -> list[Tie]:
    """Return every tie with a message on or before `day`, its strength from what was known by then.

    `inputs` are those of `stakeholder_inputs`, in which touches ascend.
    """
    strengths = {
        (one.uid, tie.user_uid): tie.strength.value
        for one in inputs
        for tie in infer_stakeholder(one, models, day).ties
    }
    found: dict[tuple[str, str], list[Touch]] = defaultdict(list)
    for one in inputs:
        for touch in one.touches:
            found[one.uid, touch.user_uid].append(touch)
    return [_tie(pair, found[pair], day, strengths) for pair in strengths]


def _tie(
    pair: tuple[str, str], touches: Sequence[Touch], day: int, strengths: Mapping[tuple[str, str], float]
) -> Tie:  # fmt: skip
    known = bisect_right(touches, day, key=lambda touch: touch.day)
    ahead = {touch.inbound for touch in touches[known:] if touch.day <= day + AHEAD}
    person, user = pair
    scores = {
        STRENGTH: strengths[pair],
        BOTH_SIDES: (strengths[pair] + strengths[user, person]) / 2,
        RECENCY: float(touches[known - 1].day),
        COUNT: float(known),
    }
    return Tie(person, user, scores, {EITHER: bool(ahead), BOTH: len(ahead) == 2, THEY: True in ahead})


def part_of(one: str, other: str) -> str:
    """Return the part a pair belongs to, whoever is named first."""
    return PARTS[sha256(f"strength:{'-'.join(sorted((one, other)))}".encode()).digest()[0] % 2]


@dataclass(frozen=True, slots=True)
class _Columns:
    """The ties of one day as columns; `ends` are the places of both people among those of all days."""

    ends: tuple[Ints, Ints]
    levels: Mapping[str, Ints]
    outcomes: Mapping[str, NDArray[np.bool_]]

    @classmethod
    def of(cls, ties: Sequence[Tie], places: Mapping[str, int]) -> "_Columns":
        """Return the columns of `ties`; a level is the place of a score among the different scores, from 0."""
        ends = (np.array([places[one.person] for one in ties]), np.array([places[one.user] for one in ties]))
        levels = {name: np.unique([one.scores[name] for one in ties], return_inverse=True)[1] for name in SCORES}
        return cls(ends, levels, {name: np.array([one.outcomes[name] for one in ties]) for name in OUTCOMES})

    def area(self, score: str, outcome: str, drawn: Floats) -> float:
        """Return how often a tie with the outcome has the higher score, equal ones counting half; nan for no case.

        A tie counts as often as both of its people were drawn together.
        """
        weights = drawn[self.ends[0]] * drawn[self.ends[1]]
        held = self.outcomes[outcome]
        with_it = np.bincount(self.levels[score], weights * held)
        without = np.bincount(self.levels[score], weights * ~held)
        cases = float(with_it.sum() * without.sum())
        return float(with_it @ (np.cumsum(without) - without / 2)) / cases if cases else float("nan")


@dataclass(frozen=True, slots=True)
class _Part:
    """The ties of one part on every day, and the figures made of them."""

    task: str
    name: str
    days: Sequence[_Columns]
    people: int
    size: int

    def area(self, score: str, outcome: str) -> Figure:
        """Return the mean area under the curve over the days that have cases; nan where none has."""

        def figure(drawn: Floats) -> float:
            areas = np.array([one.area(score, outcome, drawn) for one in self.days])
            known = areas[~np.isnan(areas)]
            return float(known.mean()) if known.size else float("nan")

        return figure

    def row(self, metric: str, figure: Figure, bar: float | None, baseline: float) -> Row:
        """Return one row; n are ties times days."""
        random, chance = np.random.default_rng(7), np.full(self.people, 1 / self.people)
        drawn = [figure(random.multinomial(self.people, chance).astype(np.float64)) for _ in range(SAMPLES)]
        numbers = {"value": figure(np.ones(self.people)), "baseline": baseline}
        numbers["low"], numbers["high"] = np.nanquantile(drawn, (0.025, 0.975)).tolist()
        rounded = {name: round(number, 4) for name, number in numbers.items()}
        return {"task": self.task, "part": self.name, "metric": metric, "n": self.size, "bar": bar, **rounded}


def _rows(log: Log, name: str, days: Sequence[Sequence[Tie]]) -> list[Row]:
    """Return the figures of one part of a log."""
    mine = [[one for one in ties if name in {"all", part_of(one.person, one.user)}] for ties in days]
    people = sorted({uid for ties in mine for one in ties for uid in (one.person, one.user)})
    places = {uid: place for place, uid in enumerate(people)}
    columns = [_Columns.of(ties, places) for ties in mine if ties]
    part = _Part(f"{TASK}: {log.name}", name, columns, len(people), sum(map(len, mine)))
    return [row for outcome in OUTCOMES for row in _outcome_rows(part, outcome, log.bars.get(outcome))]


def _outcome_rows(part: _Part, outcome: str, bar: float | None) -> list[Row]:
    ours, theirs = part.area(STRENGTH, outcome), part.area(RECENCY, outcome)
    base = theirs(np.ones(part.people))
    return [
        part.row(f"AUC, {outcome}", ours, bar, base),
        part.row(f"above recency, {outcome}", lambda drawn: ours(drawn) - theirs(drawn), None, 0.0),
        part.row(f"AUC of {COUNT}, {outcome}", part.area(COUNT, outcome), None, base),
        part.row(f"AUC of {BOTH_SIDES}, {outcome}", part.area(BOTH_SIDES, outcome), None, base),
    ]
