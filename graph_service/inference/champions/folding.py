"""One person's case → the inputs of P, the signs that states rest on, and the grounds of both.

Owns the cut at the horizon and what of the other inferences is used. It may not know states or terms.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph_service.inference.buckets import day_buckets
from graph_service.inference.casefile import Person, Saying
from graph_service.inference.champions.acts import Act, standing_along, weights_by_day
from graph_service.inference.champions.cooling import cooling_intervals
from graph_service.inference.champions.gate import Gate, Pin
from graph_service.inference.champions.grounds import Grounds
from graph_service.inference.champions.probability import USUAL_TONE, Standing, engagement_steps, probabilities
from graph_service.inference.champions.signs import Signs
from graph_service.inference.champions.silence import silent_intervals
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
from graph_service.inference.evidence import trail_of
from graph_service.inference.models import Models
from graph_service.inference.touches import Touch
from graph_service.inference.working_days import WorkingDays

RULINGS = {"champion": True, "not_champion": False}
QUIET_STATES = frozenset({"watch", "gone_quiet"})


@dataclass(frozen=True, slots=True)
class Given:
    """What one person is judged by. `acts` and `tones` end at the horizon; `active` is day → who of them acted."""

    person: Person
    acts: Sequence[Act]
    tones: Sequence[Saying]
    tracks: Tracks
    active: Mapping[int, set[str]]
    models: Models
    working: WorkingDays
    horizon_day: int


@dataclass(frozen=True, slots=True)
class Folded:
    """One person folded up to the horizon; `signs.probability` is P at each day with news or a close."""

    standing: Standing
    signs: Signs
    grounds: Grounds


def fold(given: Given) -> Folded:
    """Return everything that is said of one person's champion states."""
    horizon, tracks = given.horizon_day, given.tracks
    touches = [one for one in given.person.touches if one.day <= horizon]
    falling = spells_within(tracks.sentiment_spells, {"falling"}, horizon)
    quiet = spells_within(tracks.departure_spells, QUIET_STATES, horizon)
    away = intervals_of(spells_within(tracks.departure_spells, {"away"}, horizon), horizon)
    left = spells_within(tracks.departure_spells, {"departed"}, horizon)
    pins = _pins(given.person, horizon)
    standing = Standing(
        engagement=engagement_steps(steps_of(given.person.units, horizon), given.models),
        sentiment=steps_of(tracks.sentiment, horizon, USUAL_TONE),
        advocacy=standing_along(weights_by_day(given.acts), horizon),
        influence=steps_of(tracks.influence, horizon),
        falling=intervals_of(falling, horizon),
        cooling=_without(cooling_intervals(day_buckets(touches).totals, horizon), away),
    )
    days = [day for day in standing.points() if day <= horizon]
    signs = Signs(
        probability=Steps(days, probabilities(standing, days)),
        influence=standing.influence,
        gate=Gate(given.acts, pins),
        pins=pins,
        falling=standing.falling,
        cooling=standing.cooling,
        quiet=[*intervals_of(quiet, horizon), *_silent(given, touches, away)],
        departed=intervals_of(left, horizon),
    )
    return Folded(standing, signs, Grounds(standing, trail_of(touches), given.acts, given.tones, pins, falling, quiet))


def _without(cooling: Sequence[Interval], away: Sequence[Interval]) -> list[Interval]:
    """Return `cooling` less the days on which somebody was said to be away: their silence is explained."""
    if not away or not cooling:
        return list(cooling)
    days = sorted(edges_of(cooling) | edges_of(away))
    ends = [*days[1:], None]
    return [(day, end) for day, end in zip(days, ends, strict=True) if is_in(cooling, day) and not is_in(away, day)]


def _silent(given: Given, touches: Sequence[Touch], away: Sequence[Interval]) -> list[Interval]:
    """Return when they were silent for too long; of those who did nothing for us it makes no difference."""
    if not given.acts and not given.person.rulings:
        return []
    own = {one.day for one in touches if one.inbound}
    uid = given.person.uid
    others = sorted(day for day, people in given.active.items() if people != {uid})
    return silent_intervals(own, others, away, given.horizon_day, given.working)


def _pins(person: Person, horizon_day: int) -> list[Pin]:
    ruled = (one for one in person.rulings if one.kind in RULINGS and one.day <= horizon_day)
    return sorted((Pin(one.day, RULINGS[one.kind], one.uid) for one in ruled), key=lambda pin: (pin.day, pin.uid))
