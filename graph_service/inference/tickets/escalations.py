"""Spells of escalation: urgent tickets, tickets chased or of the same topic again and again, and words of customers.

Owns the points of each sign and when they make an escalation. It may not look at other accounts.
Points are judgement, not measurement: no open data labels escalations.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph_service.domain.facts import SpellFact, Term, day_of
from graph_service.inference.casefile import CaseFile, Occasion, Saying
from graph_service.inference.evidence import CAP
from graph_service.inference.tickets.opened import Opened, counted, is_ticket
from graph_service.inference.tickets.surge_test import LEAST, WINDOW, Baseline, reading_of
from graph_service.inference.tickets.surges import SETTLING_DAYS

ESCALATION, ESCALATED = "escalation", "escalated"
WINDOW_DAYS = 14
OPENS, CLOSES = 4.0, 2.0
"""Points within 14 days from which an account is escalated, and below which it is not any more."""
POINTS = {"urgent": 1.0, "marked": 3.0, "chased": 1.0, "again": 2.0, "threat": 3.0, "complaint": 1.5}
CAPS = {"urgent": 2.0, "chased": 3.0, "complaint": 3.0}
"""Most that one sign gives in 14 days, the points of one otherwise: no single sign but plain words is enough."""
TOPIC_RATE = 0.25
"""Tickets a week of one topic, as a share of the workspace's, before anything is known of the account."""
EVERYWHERE = 0.6
"""A label on more than this share of the tickets before is no topic."""

_THREAT = re.compile(
    r"\b(?:escalat(?:e|ed|ing|ion)|eskalier\w{1,4}|unacceptable|not acceptable|inakzeptabel|nicht akzeptabel"
    r"|inacceptable|(?:your|our) (?:lawyers?|legal team)|breach of (?:contract|sla)|"
    r"(?:cancel|terminate|end) (?:the|our) (?:contract|subscription|agreement)|"
    r"(?:talk|speak) to (?:your|a) (?:manager|boss|director|management))\b",
    re.IGNORECASE,
)
_COMPLAINT = re.compile(
    r"\b(?:still (?:waiting|no (?:answer|reply|response|fix|news))|(?:third|fourth|fifth|tenth|umpteenth) time|"
    r"(?:again and again|over and over)|for (?:days|weeks|months) now|"
    r"(?:since|for) (?:two|three|four|five|\d{1,3}) weeks|"
    r"nobody (?:answers|replies|responds|has answered)|losing patience|last (?:warning|chance)|fed up|"
    r"immer noch (?:keine|nicht)|zum (?:dritten|vierten) mal|asap|production is down|business critical)\b",
    re.IGNORECASE,
)
_NO_THREAT = re.compile(r"\b(?:no need to|don'?t need to|not|never|without) (?:\w{1,12} ){0,2}escalat", re.IGNORECASE)
LONGEST_QUOTE = 2000


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign on one day: its name (a key of `POINTS`) and what it rests on."""

    day: int
    name: str
    uid: str


def escalation_spells(
    case: CaseFile, tickets: Sequence[Opened], per_week: float, still: frozenset[int], horizon_day: int
) -> tuple[SpellFact, ...]:
    """Return the escalations up to the horizon; a sign counts for 14 days, and each kind of sign up to its cap."""
    signs = sorted(
        {*_of_tickets(tickets), *_marked(case, horizon_day), *_chased(case, horizon_day), *_said(case, horizon_day)}
        | set(_again(tickets, per_week, still)),
        key=lambda sign: (sign.day, sign.name, sign.uid),
    )
    spells: list[SpellFact] = []
    closed: int | None = 0
    for day in sorted({sign.day for sign in signs}):
        if closed is None or day < closed:
            continue
        terms = terms_of(signs, day)
        if sum(term.value for term in terms) >= OPENS:
            closed = _closing(signs, day, horizon_day)
            until = None if closed is None else day_of(closed)
            detail = ", ".join(term.name for term in terms)
            spells.append(SpellFact(ESCALATION, ESCALATED, day_of(day), until, day_of(day), terms, detail=detail))
    return tuple(spells)


def terms_of(signs: Iterable[Sign], day: int) -> tuple[Term, ...]:
    """Return the points of each kind of sign in the 14 days up to `day`, largest first, newest evidence first."""
    uids: dict[str, list[str]] = defaultdict(list)
    for sign in signs:
        if day - WINDOW_DAYS < sign.day <= day and sign.uid not in uids[sign.name]:
            uids[sign.name].append(sign.uid)
    terms = [
        Term(name, min(CAPS.get(name, POINTS[name]), POINTS[name] * len(found)), tuple(reversed(found))[:CAP])
        for name, found in uids.items()
        if found
    ]
    return tuple(sorted(terms, key=lambda term: (-term.value, term.name)))


def _closing(signs: Sequence[Sign], opened: int, horizon_day: int) -> int | None:
    for day in range(opened + 1, horizon_day + 1):
        if sum(term.value for term in terms_of(signs, day)) < CLOSES:
            return day
    return None


def _of_tickets(tickets: Iterable[Opened]) -> list[Sign]:
    return [Sign(one.day, "urgent", one.uid) for one in tickets if one.severity >= POINTS["urgent"] * 4]


def _marked(case: CaseFile, horizon_day: int) -> list[Sign]:
    """Return tickets that the help desk itself calls escalated or opened again."""
    return [
        Sign(one.day, "marked", one.uid)
        for one in case.occasions
        if one.day <= horizon_day and is_ticket(one) and one.is_opening and _is_marked(one)
    ]


def _is_marked(one: Occasion) -> bool:
    labels = " ".join((one.ticket_type, one.status, *one.tags)).lower()
    return "escalat" in labels or "reopen" in labels or "re-open" in labels


def _chased(case: CaseFile, horizon_day: int) -> list[Sign]:
    """Return the comments by which a customer asks again, a day or more after their last, with no word of ours."""
    waiting: dict[str, int] = {}
    found: list[Sign] = []
    for one in sorted(case.occasions, key=lambda one: (one.at_ms, one.uid)):
        if one.day > horizon_day or not is_ticket(one):
            continue
        if one.direction != "inbound":
            waiting.pop(one.thread_id, None)
            continue
        asked = waiting.setdefault(one.thread_id, one.day)
        if one.day > asked:
            found.append(Sign(one.day, "chased", one.uid))
            waiting[one.thread_id] = one.day
    return found


def _again(tickets: Sequence[Opened], per_week: float, still: frozenset[int]) -> list[Sign]:
    """Return the tickets on whose day their topic came more often than it does (the test of surges, by topic)."""
    by_topic: dict[str, list[Opened]] = defaultdict(list)
    for one in tickets:
        for topic in one.topics:
            by_topic[topic].append(one)
    found: list[Sign] = []
    settled = tickets[0].day + SETTLING_DAYS if tickets else 0
    for topic, some in by_topic.items():
        baseline = Baseline(counted(some), tickets[0].day, still)
        for day in sorted(baseline.counts):
            week = sum(baseline.counts.get(day - back, 0.0) for back in range(WINDOW))
            if day < settled or week < LEAST or _is_everywhere(tickets, topic, day):
                continue
            if not reading_of(baseline, day, per_week * TOPIC_RATE).is_surge:
                continue
            found += [Sign(day, "again", one.uid) for one in some if one.day == day]
    return found


def _is_everywhere(tickets: Sequence[Opened], topic: str, day: int) -> bool:
    before = [topic in one.topics for one in tickets if one.day <= day]
    return sum(before) > EVERYWHERE * len(before)


def _said(case: CaseFile, horizon_day: int) -> list[Sign]:
    """Return what customers said in words that leave no doubt, wherever they said it."""
    sayings = (one for one in case.sayings if one.day <= horizon_day and not one.by_us and one.quote)
    return [Sign(one.day, name, one.interaction_uid or one.uid) for one in sayings if (name := sign_of(one))]


def sign_of(one: Saying) -> str:
    """Return threat, complaint or nothing for a customer's sentence; a friendly one is no sign."""
    quote = one.quote[:LONGEST_QUOTE]
    if one.kind == "sentiment" and one.topic in {"pos", "positive"}:
        return ""
    if _THREAT.search(quote) and not _NO_THREAT.search(quote):
        return "threat"
    return "complaint" if _COMPLAINT.search(quote) else ""
