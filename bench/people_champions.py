"""How well champions are found: forty written stories, and week by week in an invented world.

The stories are those of the tests, with an expected state for every week. For the world, `town_rows` takes its case
files as they were loaded (the table of `make bench-people` has none; `make bench-town` scores the same through the
stored spells). A week counts as in `town_score`: every seventh day from first sighting to leaving.
"""

import csv
import json
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

from bench.reading_bounces import PARTS, part_of
from graph_service.domain.facts import SpellFact, epoch_day
from graph_service.inference.casefile import Backdrop, CaseFile, Person
from graph_service.inference.champions.champions import infer_champions
from graph_service.inference.champions.tracks import Tracks
from graph_service.inference.departure.departures import infer_departures
from graph_service.inference.inferred import Inferred, series_named
from graph_service.inference.influence.influence import infer_influence
from graph_service.inference.models import Models
from graph_service.inference.sentiment.sentiment import infer_sentiment
from tests.unit.inference.champions.stories import WEEKS, WHO, Story, judged, macro_f1, stories, weeks_of
from tests.unit.inference.worlds import MONDAY

TASK, TOWN = "champions by week, written stories", "champions by week, town_small"
BAR_STORIES, BAR_TOWN = 0.85, 0.76
DRAWS, SEED = 400, 1
NEWS_DAYS = 7
TOP_SHARE = 10
Row = dict[str, Any]
Weeks = Sequence[tuple[str, str]]
Spans = Mapping[tuple[str, str], Sequence[tuple[int, int]]]
"""(person, account) of the truth → from when to when (both inclusive) somebody is a champion."""


def measure(data: Path) -> list[Row]:  # noqa: ARG001 - the stories are the project's own
    """Return rows of figures (task, part, metric, value, n, low, high, bar)."""
    told = stories()
    found = {one.name: judged(one) for one in told}
    ours = [list(zip(one.expected, weeks_of(found[one.name]), strict=True)) for one in told]
    guesses = {
        "macro F1, always none": [[(want, "none") for want in one.expected] for one in told],
        "macro F1, power and contact alone": [_by_power(one) for one in told],
    }
    rows = [_story_row("macro F1", ours, BAR_STORIES)]
    rows += [_story_row(name, weeks, None) for name, weeks in guesses.items()]
    flips = sum(_flips(found[one.name].spells, _news(_who(one), one.case, one.tracks[WHO])) for one in told)
    quarters = len(told) * WEEKS / 13
    return [
        *rows,
        _row(TASK, "whole", "changes without news a contact-quarter (at most 1)", flips / quarters, len(told)),
    ]


def town_rows(world: Path, cases: Iterable[CaseFile], models: Models, horizon_day: int) -> list[Row]:
    """Return the rows of an invented world whose accounts were loaded into `cases`; truth is read from `world`."""
    truth = _Truth(world / "truth")
    listed = list(cases)
    tracks = {case.uid: tracks_of(case, models, horizon_day) for case in listed}
    found = {case.uid: infer_champions(case, tracks[case.uid], models, horizon_day) for case in listed}
    ours = truth.spans(listed, lambda case, one: _champion_days(found[case.uid].get(one.uid), horizon_day))
    most = truth.spans(listed, lambda case, one: _most_mail(case, one, horizon_day))
    rows: list[Row] = []
    for part in (*PARTS, "whole"):
        for name, spans, bar in (("macro F1", ours, BAR_TOWN), ("macro F1, top tenth by contact", most, None)):
            units = truth.units(spans, part)
            low, high = _bootstrap(units, _macro_of_counts)
            weeks = sum(map(sum, units))
            rows.append(_row(TOWN, part, name, _macro_of_counts(units), weeks, low, high, bar))
    flips, quarters = 0, 0.0
    for case in listed:
        for one in case.people:
            held = found[case.uid].get(one.uid)
            spells = [spell for spell in held.spells if spell.state == "champion"] if held else []
            flips += _flips(spells, _news(one, case, tracks[case.uid][one.uid]))
            quarters += max(0.25, (horizon_day - epoch_day(spells[0].valid_from)) / 91.3) if spells else 0.0
    value = flips / quarters if quarters else 0.0
    return [
        *rows,
        _row(TOWN, "whole", "flips without news a claimed contact-quarter (at most 1)", value, round(quarters)),
    ]


def tracks_of(case: CaseFile, models: Models, horizon_day: int) -> dict[str, Tracks]:
    """Return what the other inferences say of each person of `case`."""
    weight = {uid: series_named(one.series, "influence") for uid, one in infer_influence(case, horizon_day).items()}
    _, tone = infer_sentiment(case, Backdrop(), weight, horizon_day)
    _, gone = infer_departures(case, Backdrop(), horizon_day, models)
    return {
        one.uid: Tracks(
            weight.get(one.uid, Tracks().influence),
            series_named(tone[one.uid].series, "sentiment") if one.uid in tone else Tracks().sentiment,
            tone[one.uid].spells if one.uid in tone else (),
            gone[one.uid].spells if one.uid in gone else (),
        )
        for one in case.people
    }


class _Truth:
    """What really happened: champions' spells, who was seen from when to when, and whose address is whose."""

    def __init__(self, folder: Path) -> None:
        self._jobs = _table(folder / "employments.csv")
        self._accounts = {row["account_id"]: row["name"] for row in _table(folder / "accounts.csv")}
        self._owner = {row["identifier"].lower(): row["person_id"] for row in _table(folder / "identities.csv")}
        self._owner |= {row["email"].lower(): row["person_id"] for row in self._jobs}
        self._seen = {
            (row["person_id"], row["account_id"]): epoch_day(date.fromisoformat(row["first_seen"][:10]))
            for row in _table(folder / "sightings.csv")
            if int(row["sightings"]) >= 3
        }
        window = json.loads((folder.parent / "input" / "workspace.json").read_text(encoding="utf-8"))["window"]
        self.start, self.end = (epoch_day(date.fromisoformat(window[key][:10])) for key in ("start", "end"))
        self._ends = {key: self._last_day(*key) for key in self._seen}
        self._champions: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
        for row in _table(folder / "champions.csv"):
            last = epoch_day(date.fromisoformat(row["to"])) if row["to"] else 10**6
            key = row["person_id"], row["account_id"]
            self._champions[key].append((epoch_day(date.fromisoformat(row["from"])), last))

    def spans(self, cases: Iterable[CaseFile], held: Callable[[CaseFile, Person], Sequence[tuple[int, int]]]) -> Spans:
        """Return (person, account) → the days claimed for them, wherever one of their addresses is listed."""
        found: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
        for case in cases:
            for one in case.people:
                owners = {self._owner[text] for text in one.addresses if text in self._owner}
                for key in self._seen:
                    if key[0] in owners and self._is_at(key, one):
                        found[key] += held(case, one)
        return found

    def units(self, claimed: Spans, part: str) -> list[list[int]]:
        """Return by account: weeks rightly, wrongly, not claimed, and rightly not claimed."""
        found: dict[str, list[int]] = {}
        for key, first in self._seen.items():
            if part not in {"whole", part_of(self._accounts.get(key[1], ""))}:
                continue
            counts = found.setdefault(key[1], [0, 0, 0, 0])
            for day in range(self.start, self._ends[key] + 1, 7):
                if day >= first:
                    is_true, is_said = _is_on(self._champions.get(key, ()), day), _is_on(claimed.get(key, ()), day)
                    counts[(0 if is_said else 2) if is_true else (1 if is_said else 3)] += 1
        return [found[account] for account in sorted(found)]

    def _is_at(self, key: tuple[str, str], one: Person) -> bool:
        here = [row["email"].lower() for row in self._jobs if (row["person_id"], row["account_id"]) == key]
        places = {row["account_id"] for row in self._jobs if row["person_id"] == key[0]}
        return len(places) == 1 or any(mail in one.addresses for mail in here)

    def _last_day(self, person: str, account: str) -> int:
        ends = [row["end"] for row in self._jobs if (row["person_id"], row["account_id"]) == (person, account)]
        if not ends or "" in ends:
            return self.end
        return min(self.end, max(epoch_day(date.fromisoformat(day)) for day in ends))


def _champion_days(inferred: Inferred | None, horizon_day: int) -> list[tuple[int, int]]:
    spells = [one for one in inferred.spells if one.state == "champion"] if inferred else []
    return [(epoch_day(one.valid_from), epoch_day(one.valid_to) - 1 if one.valid_to else horizon_day) for one in spells]


def _most_mail(case: CaseFile, one: Person, horizon_day: int) -> list[tuple[int, int]]:
    """Return the whole time for the tenth of an account that is most in touch."""
    counts = sorted((len(person.touches) for person in case.people if person.is_person), reverse=True)
    limit = counts[max(0, -(-len(counts) // TOP_SHARE) - 1)] if counts else 0
    return [(0, horizon_day)] if limit and len(one.touches) >= limit else []


def _by_power(story: Story) -> list[tuple[str, str]]:
    """Return the guess that somebody with power is a champion while there is contact."""
    one, power = _who(story), story.tracks[WHO].influence
    days = sorted(touch.day for touch in one.touches if touch.inbound)
    guessed: list[tuple[str, str]] = []
    for week, want in enumerate(story.expected):
        end = MONDAY + 7 * week + 6
        is_near = bisect_left(days, end + 1) > bisect_left(days, end - 27)
        guessed.append((want, "champion" if is_near and power.values[0] >= 0.4 else "none"))
    return guessed


def _who(story: Story) -> Person:
    return next(one for one in story.case.people if one.uid == WHO)


def _news(one: Person, case: CaseFile, tracks: Tracks) -> list[int]:
    """Return the days with anything new of a person: contact, what they said, a shift, a departure, a ruling."""
    told = (*tracks.sentiment_spells, *tracks.departure_spells)
    days = {touch.day for touch in one.touches} | {said.day for said in case.sayings if said.by_uid == one.uid}
    days |= {epoch_day(day) for spell in told for day in (spell.valid_from, spell.valid_to) if day is not None}
    return sorted(days | {ruling.day for ruling in one.rulings} | set(tracks.influence.days))


def _flips(spells: Iterable[SpellFact], news: Sequence[int]) -> int:
    """Return how many spells began or ended with no news in the week before."""
    edges = {epoch_day(day) for spell in spells for day in (spell.valid_from, spell.valid_to) if day is not None}
    return sum(bisect_left(news, edge - NEWS_DAYS) == bisect_left(news, edge + 1) for edge in edges)


def _macro_of_counts(units: Iterable[Sequence[int]]) -> float:
    hit, false, missed, rest = (sum(column) for column in zip(*units, strict=True))
    return (_f1(hit, false, missed) + _f1(rest, missed, false)) / 2


def _f1(hit: int, false: int, missed: int) -> float:
    return 2 * hit / max(1, 2 * hit + false + missed)


def _bootstrap(units: Sequence[Any], figure: Callable[[list[Any]], float]) -> tuple[float, float]:
    """Return the 95 % interval of `figure` when units are drawn again with replacement."""
    random = Random(SEED)
    drawn = sorted(figure(random.choices(units, k=len(units))) for _ in range(DRAWS))
    return drawn[int(0.025 * DRAWS)], drawn[int(0.975 * DRAWS)]


def _story_row(metric: str, weeks: Sequence[Weeks], bar: float | None) -> Row:
    def figure(chosen: Sequence[Weeks]) -> float:
        return macro_f1([pair for one in chosen for pair in one])

    low, high = _bootstrap(weeks, figure)
    return _row(TASK, "whole", metric, figure(weeks), sum(map(len, weeks)), low, high, bar)


def _row(
    task: str, part: str, metric: str, value: float, n: int, low: float | None = None, high: float | None = None,
    bar: float | None = None,
) -> Row:  # fmt: skip
    return {
        "task": task, "part": part, "metric": metric, "value": value, "n": n, "low": low, "high": high, "bar": bar,
    }  # fmt: skip


def _is_on(spans: Iterable[tuple[int, int]], day: int) -> bool:
    return any(first <= day <= last for first, last in spans)


def _table(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))
