"""Stories of `timelines.yaml` as case files, and how far what is inferred agrees with what they expect."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from graph_service.domain.facts import SeriesFact, SpellFact, day_of
from graph_service.inference.casefile import Backdrop, CaseFile, Person, Ruling, Saying
from graph_service.inference.champions.champions import infer_champions
from graph_service.inference.champions.tracks import Tracks
from graph_service.inference.inferred import Inferred, series_named, spell_at
from graph_service.inference.models import Models
from graph_service.inference.sentiment.sentiment import infer_sentiment
from graph_service.inference.stakeholders import infer_stakeholder
from graph_service.inference.touches import Touch
from tests.unit.inference.worlds import MONDAY, noon, person, touch

FILE = Path(__file__).with_name("timelines.yaml")
WEEKS = 26
HORIZON = MONDAY + 7 * WEEKS - 1
WHO, COLLEAGUE = "stakeholder-1", "stakeholder-2"
WEIGHTS = {"tells_upward": 3, "defends": 3, "offers": 3, "brings_people": 2, "coaches": 2, "prefers": 2, "relies": 1}
STATES = ("none", "supporter", "coach", "champion", "at_risk", "lapsed", "departed")


@dataclass(frozen=True, slots=True)
class Story:
    """One story: the account as it was, what else was known of the person, and the state expected each week."""

    name: str
    case: CaseFile
    tracks: dict[str, Tracks]
    expected: tuple[str, ...]


def stories() -> list[Story]:
    """Return all stories of the file."""
    return [_story(one) for one in yaml.safe_load(FILE.read_text(encoding="utf-8"))]


def weeks_of(inferred: Inferred) -> tuple[str, ...]:
    """Return the state at the end of each week."""
    found = (spell_at(inferred.spells, "champion", MONDAY + 7 * week + 6) for week in range(WEEKS))
    return tuple(spell.state if spell else "none" for spell in found)


def judged(story: Story) -> Inferred:
    """Return what is inferred of the person of a story."""
    return infer_champions(story.case, story.tracks, Models(), HORIZON)[WHO]


def macro_f1(pairs: Iterable[tuple[str, str]]) -> float:
    """Return the mean F1 over the states that occur in (expected, found) pairs."""
    counts = Counter(pairs)
    occurring = {state for pair in counts for state in pair}
    scores = []
    for state in sorted(occurring):
        hit = counts[state, state]
        false = sum(n for (want, got), n in counts.items() if got == state and want != state)
        missed = sum(n for (want, got), n in counts.items() if want == state and got != state)
        scores.append(2 * hit / (2 * hit + false + missed))
    return sum(scores) / len(scores)


def act(day: int, topic: str, *, by_us: bool = False, uid: str = "", by: str = WHO) -> Saying:
    """Return one act of advocacy, of theirs or of one of ours."""
    plain = topic.removeprefix("against_")
    weight = -float(WEIGHTS[plain]) if plain != topic else float(WEIGHTS[plain])
    name = uid or f"{'our' if by_us else 'their'}-{topic}-{day}"
    return _said(name, "advocacy", day, topic, weight, by_us=by_us, by="user-1" if by_us else by)


def units_of(touches: tuple[Touch, ...], horizon_day: int = HORIZON) -> SeriesFact:
    """Return A_45 of the touches as the engagement inference makes it."""
    return infer_stakeholder(person(*touches), Models(), horizon_day).units_series


def spell(kind: str, state: str, first_day: int, end_day: int | None) -> SpellFact:
    """Return a spell as another inference would hand it over."""
    first = day_of(first_day)
    return SpellFact(kind, state, first, None if end_day is None else day_of(end_day), first)


def _story(row: dict[str, Any]) -> Story:
    touches = tuple(_touches(row))
    one = Person(WHO, "contact-1", "Someone", touches=touches, units=units_of(touches), rulings=tuple(_rulings(row)))
    sayings = [act(_day(week), topic) for week, topic in row.get("acts", {}).items()]
    sayings += [act(_day(week), topic, by_us=True) for week, topic in row.get("ours", {}).items()]
    written = set(_weeks(row.get("writes", [])))
    for span, tone in row.get("tone", {}).items():
        sayings += [
            _said(f"tone-{week}", "sentiment", _day(week), "", tone) for week in _weeks(span) if week in written
        ]
    alive = tuple(touch(MONDAY + 7 * week + 4, inbound=True, uid=f"colleague-{week}") for week in range(WEEKS))
    colleague = Person(COLLEAGUE, "contact-2", "Another", touches=alive)
    case = CaseFile(
        "account-1", "Acme", people=(one, colleague), sayings=tuple(sorted(sayings, key=lambda s: (s.at_ms, s.uid)))
    )
    return Story(row["name"], case, {WHO: _tracks(row, case)}, _expected(row))


def _tracks(row: dict[str, Any], case: CaseFile) -> Tracks:
    power = row["power"] if isinstance(row["power"], dict) else {"1-26": row["power"]}
    steps = sorted((MONDAY + 7 * (_weeks(span)[0] - 1), float(value)) for span, value in power.items())
    influence = SeriesFact("influence", tuple(day for day, _ in steps), tuple(value for _, value in steps))
    tone = infer_sentiment(case, Backdrop(), {WHO: influence}, HORIZON)[1][WHO]
    states = (("quiet", "departure", "gone_quiet"), ("left", "departure", "departed"), ("away", "away", "away"))
    spells = [_spell_of(row[key], kind, state) for key, kind, state in states if key in row]
    return Tracks(influence, series_named(tone.series, "sentiment"), tone.spells, tuple(spells))


def _spell_of(span: str, kind: str, state: str) -> SpellFact:
    weeks = _weeks(span)
    end = None if weeks[-1] == WEEKS else MONDAY + 7 * weeks[-1]
    return spell(kind, state, MONDAY + 7 * (weeks[0] - 1), end)


def _touches(row: dict[str, Any]) -> Iterable[Touch]:
    for week in _weeks(row.get("writes", [])):
        yield touch(_day(week), inbound=True)
    for week in _weeks(row.get("we_write", [])):
        yield touch(_day(week), inbound=False)
    for week in _weeks(row.get("meets", [])):
        yield touch(_day(week) + 1, inbound=True, uid=f"meeting-{week}", people=4, channel="meeting")


def _rulings(row: dict[str, Any]) -> Iterable[Ruling]:
    for key, kind in (("says_yes", "champion"), ("says_no", "not_champion")):
        for week in row.get(key, []):
            yield Ruling(kind, _day(week), f"ruling-{week}", "user-1")


def _expected(row: dict[str, Any]) -> tuple[str, ...]:
    found = {week: state for span, state in row["expect"].items() for week in _weeks(span)}
    assert sorted(found) == list(range(1, WEEKS + 1)), row["name"]
    assert set(found.values()) <= set(STATES), row["name"]
    return tuple(found[week] for week in sorted(found))


def _weeks(span: object) -> list[int]:
    """Return the weeks of `3`, `[3, 5]`, `1-26`, `1-26/2` or several of them with commas between."""
    parts = [str(one) for one in span] if isinstance(span, list) else str(span).split(",")
    found: list[int] = []
    for part in parts:
        reach, _, step = part.strip().partition("/")
        first, _, last = reach.partition("-")
        found += range(int(first), int(last or first) + 1, int(step or 1))
    return sorted(found)


def _day(week: int) -> int:
    """Return the Tuesday of a week of the story; the first is 1."""
    return MONDAY + 7 * (week - 1) + 1


def _said(uid: str, kind: str, day: int, topic: str, weight: float, *, by_us: bool = False, by: str = WHO) -> Saying:
    return Saying(
        uid, kind, noon(day), day, f"mail-{day}-in", "email", by, by_us, topic=topic, weight=weight, confidence=0.8
    )
