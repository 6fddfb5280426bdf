"""How likely a person has left, on any day: log-odds out of named parts (`inference.md` section 7).

logit P = prior + silence + asks + signs, each sign less the person's own acts after it; silence is what
`silence_score` adds to the prior. Owns the sum and what each part rests on; it may not find signs, nor say what state
follows.
"""

from bisect import bisect_right

from graph_service.domain.facts import Score, Term
from graph_service.inference.departure.calibration import chance_of
from graph_service.inference.departure.pauses import away_on
from graph_service.inference.departure.silence import DAYS_A_WORKING_DAY, LATELY_DAYS, prior_nats, silence_score
from graph_service.inference.departure.subject import Subject
from graph_service.inference.evidence import CAP
from graph_service.inference.series import DIGITS

AWAY_NATS = -2.3
EXPECTED_NATS = -1.5
MOST_SILENT = 6.0
PINNED = 0.99
RULED = "confirmed_by_a_person"

Part = tuple[str, float, tuple[str, ...]]
"""A name, its nats, and the evidence it rests on."""


def parts_on(subject: Subject, day: int) -> list[Part]:
    """Return the parts of the log-odds on `day`, in the order in which they are explained; their sum is the logit."""
    parts = _quiet_parts(subject, day)
    for sign, nats in subject.standing(day):
        if nats:
            parts.append((sign.kind, nats, (sign.uid,) if sign.uid else ()))
    return parts


def _quiet_parts(subject: Subject, day: int) -> list[Part]:
    """Return prior, silence, asks, and what speaks against them. What silence rests on is named by `score_on`."""
    since = subject.silent_since(day)
    prior = prior_nats(day - since)
    parts: list[Part] = [("prior", prior, ())]
    away = away_on(subject.absences, day) if subject.absences else None
    if away is not None:
        parts.append(("away", AWAY_NATS, (away.uid,)))
    place = subject.lives(day)
    if not place or subject.has_moved(day):
        return parts
    asks, uids = subject.asks.nats(day, since, subject.working, subject.models)
    silent = subject.silent(since, day) * DAYS_A_WORKING_DAY
    lately = place - bisect_right(subject.presence.acts, day - LATELY_DAYS, hi=place)
    score = silence_score(silent, lately, place)
    if score <= prior and not asks:
        return parts
    pulse = subject.pulse(since, day)
    if pulse < 1.0:
        score = silence_score(silent * pulse, lately, place)
    silence = min(MOST_SILENT, max(0.0, score - prior))
    asks = min(asks * pulse, MOST_SILENT - silence)
    parts += [
        (name, nats, found) for name, nats, found in (("silence", silence, ()), ("asks", asks, uids)) if nats > 0.0
    ]
    if silence > 0.0 and subject.is_expected(since, day):
        parts.append(("among_colleagues", max(EXPECTED_NATS, -silence), ()))
    return parts


def probability_on(subject: Subject, day: int) -> float:
    """Return the probability on `day`; what a person of ours decided holds."""
    if subject.ruled_gone(day):
        return PINNED
    return chance_of(sum(nats for _, nats, _ in parts_on(subject, day)))


def score_on(subject: Subject, day: int) -> Score:
    """Return the probability as a sum: what each part added to it, in the order of explanation."""
    last, total, terms = 0.0, 0.0, list[Term]()
    for name, nats, evidence in parts_on(subject, day):
        total += nats
        reached = round(chance_of(total), DIGITS)
        rests_on = subject.presence.newest(day) if name == "silence" else evidence
        terms.append(Term(name, round(reached - last, DIGITS), rests_on[:CAP]))
        last = reached
    ruling = subject.ruled_gone(day)
    if ruling is not None:
        terms.append(Term(RULED, round(PINNED - last, DIGITS), (ruling.uid,)))
        last = PINNED
    return Score(last, tuple(terms))
