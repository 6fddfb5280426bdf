"""Role, influence and decision power of every stakeholder of one account.

Owns the order of work and the evidence of terms. It may not read a clock or a store. The network is looked at on
closes (each Sunday of an account's first eight weeks, then every fourth), titles on the days they come to count and
on closes: between two closes the network part stays as it was, so nothing of a later day reaches an earlier one.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph_service.domain.facts import Score, SeriesFact
from graph_service.inference.casefile import CaseFile, Person
from graph_service.inference.evidence import CAP
from graph_service.inference.inferred import Copy, Inferred
from graph_service.inference.influence.held_titles import Held
from graph_service.inference.influence.namings import Naming, namings_of
from graph_service.inference.influence.network import shared_pairs
from graph_service.inference.influence.power import Sign, power_score, signs_of
from graph_service.inference.influence.roles import role_copies, role_spells
from graph_service.inference.influence.score import (
    COPIES,
    MENTIONS,
    NEIGHBOURS,
    NETWORK,
    TITLE,
    Standing,
    confidence_of,
    score_of,
)
from graph_service.inference.influence.standings import standings_of
from graph_service.inference.influence.subjects import Subject
from graph_service.inference.influence.tracks import INFLUENCE, POWER, Track, points_of
from graph_service.inference.influence.window import MONTH, WINDOW_DAYS, Meetup, Window, closes, meetups_of


@dataclass(frozen=True, slots=True)
class _View:
    """What the account says of all of its people."""

    horizon_day: int
    closes: Sequence[int]
    subjects: Mapping[str, Subject]
    standings: Mapping[str, Sequence[Standing]]
    meetups: Mapping[str, Sequence[Meetup]]
    namings: Mapping[str, Sequence[Naming]]
    signs: Mapping[str, Sequence[Sign]]
    review_day: int | None


def infer_influence(case: CaseFile, horizon_day: int) -> dict[str, Inferred]:
    """Return stakeholder uid → series `influence` and `decision_power` (0..1), spells `role`, copies and scores.

    Formulas: inference.md, section 3. Pure and independent of input order; facts of a later horizon, cut back to an
    earlier day, equal the facts of that day. Shared mailboxes get no influence. A person of whom neither a title nor
    an interaction is known has no point; one who is silent for a year keeps the last value.
    """
    view = _view(case, horizon_day)
    return {person.uid: _inferred(person, view) for person in sorted(case.people, key=lambda one: one.uid)}


def _view(case: CaseFile, horizon_day: int) -> _View:
    people = sorted((person for person in case.people if person.is_person), key=lambda one: one.uid)
    subjects = {person.uid: Subject.of(person, case.name, horizon_day) for person in people}
    meetups, namings = meetups_of(case, horizon_day), namings_of(case, horizon_day)
    news = [day for one in subjects.values() for day in one.news]
    known = [*(one.day for one in meetups[:1]), *(one.day for one in namings[:1]), *news]
    days = closes(min(known), horizon_day) if known else []

    def levels_on(day: int) -> dict[str, float]:
        held = ((uid, subject.held(day)) for uid, subject in subjects.items() if subject.news)
        return {uid: one.level for uid, one in held if one is not None and one.level is not None}

    met: dict[str, list[Meetup]] = defaultdict(list)
    named: dict[str, list[Naming]] = defaultdict(list)
    for meetup in meetups:
        for uid in meetup.people:
            met[uid].append(meetup)
    for naming in namings:
        named[naming.of_uid].append(naming)
    standings = standings_of(Window(meetups, namings), list(subjects), days, levels_on)
    newest = max((*(one.day for one in meetups[-1:]), *(one.day for one in namings[-1:]), *news), default=None)
    review = _review_day(min(known, default=0), newest, _coming(people, horizon_day), horizon_day)
    return _View(
        horizon_day, days, subjects, standings, met, named, signs_of(case, namings, horizon_day), review
    )  # fmt: skip


def _coming(people: Iterable[Person], horizon_day: int) -> int | None:
    """Return the next day on which a job begins or ends as a profile already says."""
    return min(
        (
            day
            for person in people
            for job in person.jobs
            if job.is_here and job.known_day <= horizon_day
            for day in (job.from_day, job.to_day)
            if day is not None and day > horizon_day
        ),
        default=None,
    )


def _review_day(first: int, newest: int | None, coming: int | None, horizon_day: int) -> int | None:
    """Return the next close while anything is left to leave the window or to grow old, or the day a job changes."""
    days = [] if coming is None else [coming]
    if newest is not None and horizon_day - newest <= WINDOW_DAYS + MONTH:
        days += [day for day in closes(first, horizon_day + MONTH + 7) if day > horizon_day][:1]
    return min(days, default=None)


def _inferred(person: Person, view: _View) -> Inferred:
    subject = view.subjects.get(person.uid)
    if subject is None:
        empty = SeriesFact(INFLUENCE, (), ()), SeriesFact(POWER, (), ())
        copies = _copies(None, None, Score(0.0, ()), None)
        return Inferred(person.uid, empty, copies=copies, review_day=None)
    signs = view.signs.get(person.uid, ())
    standings = view.standings.get(person.uid, ())
    points = points_of(subject, view.closes, standings, signs)
    track = Track.along(subject, points, standings, signs)
    held = subject.held(points[-1]) if points else None
    scores = []
    if track.shares:
        scores.append((INFLUENCE, score_of(track.shares, _evidence(subject, view, track))))
    power = power_score(track.power, signs, track.power_day, subject.proof(held) if held else ())
    if track.powers.days:
        scores.append((POWER, power))
    return Inferred(
        person.uid, (track.influences, track.powers),
        role_spells(((day, subject.held(day)) for day in points), subject.proof), tuple(scores),
        _copies(held, track.standing, power, track.influences.values[-1] if track.influences.values else None),
        review_day=view.review_day,
    )  # fmt: skip


def _copies(
    held: Held | None, standing: Standing | None, power: Score, influence: float | None
) -> tuple[tuple[str, Copy], ...]:
    return (
        (INFLUENCE, influence), ("influence_confidence", confidence_of(held, standing)), *role_copies(held),
        (POWER, power.value),
    )  # fmt: skip


def _evidence(subject: Subject, view: _View, track: Track) -> dict[str, tuple[str, ...]]:
    """Return the newest interactions or sayings behind each term of the newest score."""
    uid = subject.person.uid
    until = track.standing.day if track.standing else track.day
    since = until - WINDOW_DAYS
    met = [one for one in reversed(view.meetups.get(uid, ())) if since < one.day <= until]
    shared = [one for one in met if shared_pairs(one.gathering)[1]]
    titled = {other for other, one in view.subjects.items() if other != uid and one.held(until) is not None}
    named = [one for one in reversed(view.namings.get(uid, ())) if since < one.day <= until]
    return {
        TITLE: subject.proof(track.held) if track.held else (),
        NETWORK: _few(one.uid for one in shared),
        NEIGHBOURS: _few(one.uid for one in shared if titled.intersection(one.people)),
        MENTIONS: _few(one.saying_uid for one in named),
        COPIES: _few(one.uid for one in met if uid in one.copied),
    }


def _few(uids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(uids))[:CAP]
