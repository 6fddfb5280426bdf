"""Champions of an account: for each person how likely they are one, and which state holds since when, and why.

Owns the order of work and what is handed back. Formula: inference design, section 6 (P2, P7, P8). Pure, independent
of input order; what lies after the horizon is not seen.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph_service.domain.facts import Score, SpellFact, Term, day_of
from graph_service.inference.buckets import day_buckets
from graph_service.inference.casefile import CaseFile, Person, Saying, sayings_of
from graph_service.inference.champions.acts import Act, acts_of, newest_uids, standing_along, weights_by_day
from graph_service.inference.champions.cooling import cooling_intervals
from graph_service.inference.champions.gate import Pin
from graph_service.inference.champions.probability import (
    USUAL_TONE,
    Standing,
    engagement_steps,
    probabilities,
    probability,
    terms_of,
)
from graph_service.inference.champions.silence import silent_intervals
from graph_service.inference.champions.states import NONE, Change, Signs, changes_of
from graph_service.inference.champions.tracks import (
    Interval,
    Steps,
    Tracks,
    edges_of,
    intervals_of,
    is_in,
    spells_within,
    steps_of,
)
from graph_service.inference.decay import next_close
from graph_service.inference.evidence import CAP, Trail, trail_of
from graph_service.inference.inferred import Inferred
from graph_service.inference.models import Models
from graph_service.inference.series import change_points, last_value
from graph_service.inference.touches import Touch

KIND = "champion"
METRIC = "champion_probability"
RULINGS = {"champion": True, "not_champion": False}
QUIET_STATES = frozenset({"watch", "gone_quiet"})
NO_TRACKS = Tracks()


@dataclass(frozen=True, slots=True)
class _Given:
    """What one person is judged by, cut at the horizon."""

    person: Person
    acts: Sequence[Act]
    tones: Sequence[Saying]
    tracks: Tracks
    active: Mapping[int, set[str]]
    models: Models
    horizon_day: int


@dataclass(frozen=True, slots=True)
class _View:
    """One person folded: the inputs of P, what the states rest on, and what they are explained by."""

    standing: Standing
    signs: Signs
    trail: Trail
    acts: Sequence[Act]
    tones: Sequence[Saying]
    falling: Sequence[SpellFact]
    quiet: Sequence[SpellFact]


def infer_champions(
    case: CaseFile, tracks: Mapping[str, Tracks], models: Models, horizon_day: int
) -> dict[str, Inferred]:
    """Return stakeholder → series `champion_probability`, spells `champion`, score and copies, known at the horizon.

    Terms are points of probability, and their sum is the probability. The detail of a spell says why it opened:
    probability, recovered, ruling, departed, little_influence, low_probability, falling_sentiment, cooling,
    gone_quiet, no_recent_act (comma separated). Shared mailboxes are left out.
    """
    acts, active = acts_of(case, horizon_day), _active_days(case, horizon_day)
    tones: dict[str, list[Saying]] = defaultdict(list)
    for one in sayings_of(case, ("sentiment",), horizon_day):
        tones[one.by_uid].append(one)
    return {
        person.uid: _infer(
            _Given(
                person,
                acts.get(person.uid, ()),
                sorted(tones.get(person.uid, ()), key=lambda one: (one.day, one.at_ms, one.uid)),
                tracks.get(person.uid, NO_TRACKS),
                active,
                models,
                horizon_day,
            )
        )
        for person in case.people
        if person.is_person
    }


def _infer(given: _Given) -> Inferred:
    view, days, values = _view(given)
    series = change_points(METRIC, days, values)
    changes, due = changes_of(view.signs, given.horizon_day)
    spells = tuple(_spell(changes, place, view) for place in range(len(changes)) if changes[place].state != NONE)
    last = last_value(series)
    state = changes[-1].state if changes else NONE
    return Inferred(
        uid=given.person.uid,
        series=(series,),
        spells=spells,
        scores=((METRIC, Score(last, _terms(view, days[-1]))),) if last is not None else (),
        copies=(("champion_state", state), (METRIC, last)),
        review_day=_review_day(view, due, given.horizon_day),
    )


def _view(given: _Given) -> tuple[_View, list[int], list[float]]:
    horizon, tracks = given.horizon_day, given.tracks
    touches = [one for one in given.person.touches if one.day <= horizon]
    falling = spells_within(tracks.sentiment_spells, {"falling"}, horizon)
    quiet = spells_within(tracks.departure_spells, QUIET_STATES, horizon)
    away = intervals_of(spells_within(tracks.departure_spells, {"away"}, horizon), horizon)
    standing = Standing(
        engagement=engagement_steps(steps_of(given.person.units, horizon), given.models),
        sentiment=steps_of(tracks.sentiment, horizon, USUAL_TONE),
        advocacy=standing_along(weights_by_day(given.acts), horizon),
        influence=steps_of(tracks.influence, horizon),
        falling=intervals_of(falling, horizon),
        cooling=_without(cooling_intervals(day_buckets(touches).totals, horizon), away),
    )
    days = [day for day in standing.points() if day <= horizon]
    values = probabilities(standing, days)
    signs = Signs(
        Steps(days, values), standing.influence, given.acts, _pins(given.person, horizon), standing.falling,
        standing.cooling, [*intervals_of(quiet, horizon), *_silent(given, touches, away)],
        intervals_of(spells_within(tracks.departure_spells, {"departed"}, horizon), horizon),
    )  # fmt: skip
    return _View(standing, signs, trail_of(touches), given.acts, given.tones, falling, quiet), days, values


def _without(cooling: Sequence[Interval], away: Sequence[Interval]) -> list[Interval]:
    """Return `cooling` less the days on which somebody was said to be away: their silence is explained."""
    if not away or not cooling:
        return list(cooling)
    days = sorted(edges_of(cooling) | edges_of(away))
    found: list[Interval] = []
    for place, day in enumerate(days):
        end = days[place + 1] if place + 1 < len(days) else None
        if is_in(cooling, day) and not is_in(away, day):
            found.append((day, end))
    return found


def _silent(given: _Given, touches: Sequence[Touch], away: Sequence[Interval]) -> list[Interval]:
    """Return when they were silent for too long; of those who did nothing for us it makes no difference."""
    if not given.acts and not given.person.rulings:
        return []
    own = {one.day for one in touches if one.inbound}
    uid = given.person.uid
    others = sorted(day for day, people in given.active.items() if people != {uid})
    return silent_intervals(own, others, away, given.horizon_day)


def _active_days(case: CaseFile, horizon_day: int) -> dict[int, set[str]]:
    """Return day → who of the account acted on it."""
    found: dict[int, set[str]] = defaultdict(set)
    for person in case.people:
        for one in person.touches:
            if person.is_person and one.inbound and one.day <= horizon_day:
                found[one.day].add(person.uid)
    return found


def _pins(person: Person, horizon_day: int) -> list[Pin]:
    ruled = (one for one in person.rulings if one.kind in RULINGS and one.day <= horizon_day)
    return sorted((Pin(one.day, RULINGS[one.kind], one.uid) for one in ruled), key=lambda pin: (pin.day, pin.uid))


def _spell(changes: Sequence[Change], place: int, view: _View) -> SpellFact:
    """Return the spell that a change opened, with the terms of that day and what set it off."""
    change = changes[place]
    day = day_of(change.day)
    end = day_of(changes[place + 1].day) if place + 1 < len(changes) else None
    terms = (*_terms(view, change.day), *_causes(view, change))
    chance = probability(view.standing.parts(change.day))
    detail = ",".join(change.reasons)
    return SpellFact(KIND, change.state, day, end, day, terms, chance, None, detail)


def _causes(view: _View, change: Change) -> list[Term]:
    """Return the causes that P does not hold, as terms of zero: they name their evidence."""
    found: list[Term] = []
    if "ruling" in change.reasons:
        newest = max(pin for pin in ((one.day, one.uid) for one in view.signs.pins) if pin[0] <= change.day)
        found.append(Term("ruling", 0.0, (newest[1],)))
    if "gone_quiet" in change.reasons:
        uids = _spell_evidence(view.quiet, change.day) or view.trail.newest(change.day)
        found.append(Term("gone_quiet", 0.0, uids))
    if "spoke_against" in change.reasons:
        found.append(Term("spoke_against", 0.0, newest_uids(view.acts, change.day, CAP, against=True)))
    return found


def _terms(view: _View, day: int) -> tuple[Term, ...]:
    parts = view.standing.parts(day)
    newest = view.trail.newest(day)
    against = parts[2] <= 0.0
    evidence = (
        newest, _tone_evidence(view.tones, day), newest_uids(view.acts, day, CAP, against=against), (),
        _spell_evidence(view.falling, day), newest,
    )  # fmt: skip
    return terms_of(parts, evidence)


def _tone_evidence(tones: Sequence[Saying], day: int) -> tuple[str, ...]:
    return tuple(one.uid for one in reversed(tones) if one.day <= day)[:CAP]


def _spell_evidence(spells: Sequence[SpellFact], day: int) -> tuple[str, ...]:
    """Return what the spell rests on that holds on `day`."""
    held = [one for one in spells if one.valid_from <= day_of(day)]
    uids = (uid for term in held[-1].terms for uid in term.evidence) if held else ()
    return tuple(dict.fromkeys(uids))[:CAP]


def _review_day(view: _View, due: int | None, horizon_day: int) -> int | None:
    """Return the next close while acts fade or contact may cool, or the day on which a time is up."""
    acts = view.standing.advocacy
    lives = bool(acts.values and acts.values[-1]) or bool(view.standing.engagement.values)
    days = [day for day in (due, next_close(horizon_day) if lives else None) if day is not None]
    return min(days, default=None)
