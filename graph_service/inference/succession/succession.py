"""Who took over from a person who left, best first, with the reasons. Looked at again each week for 90 days.

Owns candidates, the day-by-day walk, and the probabilities. Of each candidate the terms are nats; the last term,
`rivals`, is -ln(1 + sum of e^score of the others), so that p = 1 / (1 + e^-sum of terms), and the p of all candidates
and of "nobody whom we see" (e^0) add up to 1. It may not decide who left.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, fsum, log

from graph_service.domain.facts import Score, SeriesFact, SpellFact, Term, epoch_day
from graph_service.inference.casefile import CaseFile, Occasion, Person, sayings_of
from graph_service.inference.decay import next_close
from graph_service.inference.inferred import Inferred, Link, value_at
from graph_service.inference.succession import weights
from graph_service.inference.succession.handover import Handover
from graph_service.inference.succession.history import spells_and_links, steadied
from graph_service.inference.succession.leavers import LAST_MAILS_DAYS, Leaver, before, departures_by, leaver_of
from graph_service.inference.succession.presence import Presence, presence_of
from graph_service.inference.succession.roll import Roll
from graph_service.inference.succession.said import KINDS, Hearing
from graph_service.inference.succession.standing import likeness, standing_at

KIND = "SUCCEEDED_BY"
SPELL, STATE = "successor", "succeeded"
TOP = 3
LEAST = 0.02
"""A candidate below this probability is nobody's successor."""
ARRIVAL_DAYS = (-30, 90)
DIGITS = 9


@dataclass(frozen=True, slots=True)
class _Scene:
    """What all leavers of one account share."""

    case: CaseFile
    people: Mapping[str, Person]
    presence: Presence
    days: Sequence[int]
    hearing: Hearing
    departed: Mapping[str, SpellFact]
    influence: Mapping[str, SeriesFact]
    horizon_day: int


def infer_succession(
    case: CaseFile, departed: Mapping[str, SpellFact], influence: Mapping[str, SeriesFact], horizon_day: int
) -> dict[str, Inferred]:
    """Return leaver → up to three SUCCEEDED_BY links (best first), and spells that hold their history.

    `departed` are the departure spells by stakeholder; those not known by the horizon are ignored. A spell of kind
    `successor` (detail: the successor's uid, probability, terms) holds while that link stood with that probability, so
    the links as of any day are the spells that hold on it. Leavers without a candidate are left out.
    """
    known = departures_by(departed, horizon_day)
    people = {one.uid: one for one in case.people}
    leavers = [leaver_of(people[uid], spell) for uid, spell in known.items() if uid in people and people[uid].is_person]
    if not leavers:
        return {}
    presence = presence_of(case, horizon_day)
    sayings = sayings_of(case, KINDS, horizon_day)
    hearing = Hearing(sayings, presence.occasions, Roll(case.people, presence.since))
    days = [one.day for one in presence.occasions]
    scene = _Scene(case, people, presence, days, hearing, known, influence, horizon_day)
    found = ((leaver, _history(leaver, scene)) for leaver in leavers)
    return {leaver.uid: _inferred(leaver, history, horizon_day) for leaver, history in found if any(history.values())}


Standings = dict[int, Sequence[Link]]


def _history(leaver: Leaver, scene: _Scene) -> Standings:
    """Return day → links, on the day the departure was known, each close and each day of news about it.

    A slow fade within one step keeps the links as they were written (`history.steadied`).
    """
    last = min(scene.horizon_day, leaver.until_day)
    handover = Handover(leaver, before(leaver, _upto(scene, leaver.pivot)), scene.hearing)
    for one in _between(scene, leaver.pivot - LAST_MAILS_DAYS, leaver.pivot):
        handover.introduce(one)
    others = {uid: epoch_day(spell.known_on) for uid, spell in scene.departed.items() if uid != leaver.uid}
    spoken = sorted(day for day in scene.hearing.days_about(leaver) if day <= last)
    found: Standings = {}
    standing: Sequence[Link] = ()
    folded, place = leaver.pivot, 0
    for day in _days(leaver, spoken, last):
        for one in _between(scene, folded, day):
            handover.absorb(one)
        folded = max(folded, day)
        while place < len(spoken) and spoken[place] <= day:
            scene.hearing.hear(leaver, others, spoken[place], handover.signs)
            place += 1
        found[day] = standing = steadied(standing, _links(leaver, handover, scene, day))
    return found


def _days(leaver: Leaver, spoken: Sequence[int], last: int) -> list[int]:
    """Return the days on which to look, ascending."""
    days = {leaver.known_day, *(day for day in spoken if day > leaver.known_day)}
    close = next_close(leaver.known_day)
    while close <= last:
        days.add(close)
        close = next_close(close)
    return sorted(day for day in days if day <= last)


def _upto(scene: _Scene, day: int) -> Sequence[Occasion]:
    return scene.presence.occasions[: bisect_right(scene.days, day)]


def _between(scene: _Scene, after: int, upto: int) -> Sequence[Occasion]:
    return scene.presence.occasions[bisect_right(scene.days, after) : bisect_right(scene.days, upto)]


def _links(leaver: Leaver, handover: Handover, scene: _Scene, day: int) -> list[Link]:
    candidates = _candidates(leaver, scene, day)
    if not candidates:
        return []
    arrivals = _arrivals(leaver, candidates, scene)
    standing = standing_at(leaver.person, day)
    scored: dict[str, list[Term]] = {}
    for uid in candidates:
        terms = [Term("somebody follows", weights.SOMEBODY - log(len(candidates)))]
        terms += handover.terms(uid, day)
        terms += likeness(standing, standing_at(scene.people[uid], day))
        terms += [arrivals[uid], *_rise(scene.influence.get(uid), leaver, day)]
        scored[uid] = terms
    return _ranked(scored, day)


def _candidates(leaver: Leaver, scene: _Scene, day: int) -> list[str]:
    """Return the persons at the account who are known on `day` and have not left by then."""
    since = scene.presence.since
    return [
        one.uid
        for one in scene.case.people
        if one.is_person
        and since.get(one.uid, day + 1) <= day
        and one.uid != leaver.uid
        and one.contact_uid != leaver.person.contact_uid
        and not _has_left(scene.departed.get(one.uid), day)
    ]


def _has_left(spell: SpellFact | None, day: int) -> bool:
    if spell is None or max(epoch_day(spell.known_on), epoch_day(spell.valid_from)) > day:
        return False
    return spell.valid_to is None or epoch_day(spell.valid_to) > day


def _arrivals(leaver: Leaver, candidates: Sequence[str], scene: _Scene) -> dict[str, Term]:
    """Return the term of who is new: worth the more, the fewer are new here.

    With a share s of all candidates first known around the departure: ln(.45 / s) for them, ln(.55 / (1 - s)) for
    the rest, within bounds.
    """
    early, late = (leaver.last_day + days for days in ARRIVAL_DAYS)
    new = {uid for uid in candidates if early <= scene.presence.since[uid] <= late}
    share = (len(new) + 1.0) / (len(candidates) + 2.0)
    fresh = weights.within(log(weights.NEW_IF_SUCCESSOR / share), weights.NEW_BOUNDS)
    old = weights.within(log((1.0 - weights.NEW_IF_SUCCESSOR) / (1.0 - share)), weights.OLD_BOUNDS)
    return {uid: Term("new here", fresh) if uid in new else Term("here before", old) for uid in candidates}


def _rise(series: SeriesFact | None, leaver: Leaver, day: int) -> list[Term]:
    """Return the term of influence gained since the pivot."""
    if series is None:
        return []
    now, then = value_at(series, day), value_at(series, leaver.pivot)
    if now is None or then is None or now == then:
        return []
    return [Term("influence gained", weights.within(weights.RISE_SLOPE * (now - then), weights.RISE_BOUNDS))]


def _ranked(scored: Mapping[str, list[Term]], day: int) -> list[Link]:
    """Return the best few as links; ties by uid."""
    totals = {uid: fsum(term.value for term in terms) for uid, terms in scored.items()}
    best = sorted(totals, key=lambda uid: (-round(totals[uid], DIGITS), uid))[:TOP]
    mass = {uid: exp(total) for uid, total in totals.items()}
    links = [
        _link(uid, scored[uid], log(fsum((1.0, *(one for other, one in mass.items() if other != uid)))), day)
        for uid in best
    ]
    return [one for one in links if one.p >= LEAST]


def _link(uid: str, terms: Sequence[Term], rivals: float, day: int) -> Link:
    kept = [Term(one.name, round(one.value, DIGITS), one.evidence) for one in (*terms, Term("rivals", -rivals))]
    value = round(fsum(one.value for one in kept), DIGITS)
    return Link(KIND, uid, round(1.0 / (1.0 + exp(-value)), DIGITS), day, Score(value, tuple(kept)))


def _inferred(leaver: Leaver, history: Standings, horizon_day: int) -> Inferred:
    ended = leaver.until_day + 1 if leaver.came_back and leaver.until_day < horizon_day else None
    spells, links = spells_and_links(SPELL, STATE, history, ended)
    close = next_close(horizon_day)
    return Inferred(leaver.uid, spells=spells, links=links, review_day=close if close <= leaver.until_day else None)
