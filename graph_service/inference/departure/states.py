"""Probability over time → states in plain words: watch, gone quiet, departed.

Owns the rules of the states and their spells. It may not weigh evidence. `departed` needs hard evidence that stands,
or a decision of a person; silence and asks alone are `gone_quiet`, at the most. A state ends below 0.2.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from graph_service.domain.facts import SpellFact, day_of
from graph_service.inference.departure.odds import probability_on, score_on
from graph_service.inference.departure.signs import Sign
from graph_service.inference.departure.subject import Subject

KIND = "departure"
PRESENT, WATCH, GONE_QUIET, DEPARTED = "present", "watch", "gone_quiet", "departed"
SURE, QUIET, LIKELY, OVER = 0.9, 0.35, 0.25, 0.2
"""Probabilities from which states open, and below which they end. Those of silence alone were set in a simulator."""
LEAST_ACTS = 6
"""Days of life below which nobody has a rhythm that could be broken."""
OWN_GAPS = 4.0
"""Mean gaps of their own that a silence must last: who writes every six weeks is not gone after ten."""
LIVELY = 0.5
"""Pulse of the account below which nobody's silence is their own: the account has gone quiet."""
STATED = ("farewell", "auto_reply_left", "said_by_colleague", "crm_says_left")
GAP_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class _Step:
    day: int
    state: str
    employer: str
    ruled_last: int | None
    probability: float

    @property
    def said(self) -> tuple[str, str, int | None]:
        """Return what makes it another step than the one before."""
        return self.state, self.employer, self.ruled_last


def state_on(subject: Subject, day: int, chance: float, before: str) -> str:
    """Return the state on `day` of somebody who was in state `before`."""
    if subject.ruled_gone(day):
        return DEPARTED
    if chance < OVER:
        return PRESENT
    standing = subject.standing(day)
    is_hard = any(one.is_hard and nats > 0.0 for one, nats in standing)
    if is_hard and (chance >= SURE or before == DEPARTED):
        return DEPARTED
    has_rhythm = subject.lives(day) >= LEAST_ACTS
    if before == GONE_QUIET or (chance >= QUIET and has_rhythm and not is_hard and _is_their_own(subject, day)):
        return GONE_QUIET
    return WATCH if before != PRESENT or (chance >= LIKELY and (has_rhythm or standing)) else PRESENT


def _is_their_own(subject: Subject, day: int) -> bool:
    """Tell whether a silence breaks the person's own rhythm while others of the account go on."""
    since = subject.silent_since(day)
    pulse = subject.pulse(since, day)
    return pulse >= LIVELY and subject.silent(since, day) * pulse >= OWN_GAPS * subject.rhythm[subject.lives(day) - 1]


def steps_of(subject: Subject, points: Sequence[int]) -> list[_Step]:
    """Return the state at each of `points`, ascending."""
    steps: list[_Step] = []
    state = PRESENT
    for day in points:
        chance = probability_on(subject, day)
        state = state_on(subject, day, chance, state)
        ruling = subject.ruled_gone(day)
        employer = employer_on(subject, day) if state == DEPARTED else ""
        steps.append(_Step(day, state, employer, ruling.last_day if ruling else None, chance))
    return steps


def departure_spells(subject: Subject, steps: Sequence[_Step]) -> tuple[SpellFact, ...]:
    """Return the spells; one of `departed` ends and goes on as another when the new employer becomes known.

    So it does when one of us gives the last day.
    """
    changes: list[_Step] = []
    for one in steps:
        if not changes or one.said != changes[-1].said:
            changes.append(one)
    spells: list[SpellFact] = []
    for place, one in enumerate(changes):
        if one.state != PRESENT:
            end = day_of(changes[place + 1].day) if place + 1 < len(changes) else None
            spells.append(_spell(subject, one, end))
    return tuple(spells)


def _spell(subject: Subject, step: _Step, end: date | None) -> SpellFact:
    began = last_working_day(subject, step.day)
    opened = day_of(step.day)
    score = score_on(subject, step.day)
    return SpellFact(
        KIND, step.state, opened, end, opened, score.terms, score.value,
        None if began is None else day_of(began), step.employer,
    )  # fmt: skip


def employer_on(subject: Subject, day: int) -> str:
    """Return the new employer as known on `day`; empty where nobody said one.

    What one of us said holds, else the newest word.
    """
    ruling = subject.ruled_gone(day)
    if ruling is not None and ruling.employer:
        return ruling.employer
    known = [one for one in subject.signs if one.employer and one.stands(day)]
    return (
        max(known, key=lambda one: (one.kind in {"new_employer", "other_employer"}, one.day, one.uid)).employer
        if known
        else ""
    )


def last_working_day(subject: Subject, day: int) -> int | None:
    """Return the best guess, on `day`, of the last working day; None where no act of theirs was ever seen.

    What one of us said holds. Then a day that was stated wins; then a farewell's own day; then the profile's, not
    before the last act; else the last act and half of the usual gap, at most half-way to the first sign.
    """
    ruling = subject.ruled_gone(day)
    if ruling is not None and ruling.last_day is not None:
        return ruling.last_day
    standing = [one for one in subject.signs if one.stands(day)]
    stated = [one for one in standing if one.kind in STATED and one.last_day is not None]
    if stated:
        best = min(stated, key=lambda one: (STATED.index(one.kind), -one.day, one.uid))
        return best.last_day
    farewells = [one.day for one in standing if one.kind == "farewell"]
    if farewells:
        return min(farewells)
    return _guessed(subject, standing, day)


def _guessed(subject: Subject, standing: Sequence[Sign], day: int) -> int | None:
    first = min((one.day for one in standing), default=day)
    place = subject.lives(min(day, first))
    told = [one.last_day for one in standing if one.last_day is not None and one.kind != "seen_elsewhere"]
    if not place:
        return min(told) if told else None
    last = subject.presence.acts[place - 1]
    if told and min(told) >= last:
        return min(*told, day)
    gap = 1.4 * subject.rhythm[place - 1]
    return last + int(min(gap, max(0, first - last)) * GAP_SHARE)
