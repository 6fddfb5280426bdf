"""Spells of ticket surges of one account, on all its tickets and on a copy weighed by severity.

Owns when a surge opens and closes, and what it is told to be about. It may not look at other accounts.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph_service.domain.facts import SpellFact, Term, day_of
from graph_service.inference.tickets.opened import Opened, counted, newest, weighed
from graph_service.inference.tickets.surge_test import LEAST, SURPRISE, TIMES, WINDOW, Baseline, Reading, reading_of

TICKETS, SURGE = "tickets", "surge"
SETTLING_DAYS = 28
"""Days after an account's first ticket before anything is told: before, nobody knows what is usual."""
SEVERE_SURPRISE = 2.5
"""-log10 p of the copy weighed by severity: it is a second look at the same tickets, so it has to be surer."""
SEVERE_SCALE = 2.0
"""E[w^2] / E[w] for weights 1, 2 and 4 as tickets usually have them (70, 20 and 10 %)."""
CALM_TIMES = 1.5
LONGEST = 28
"""A surge is over when a week has fewer than three tickets or less than 1.5 times the mean; after four weeks, the new
rate is what is usual."""
TOPIC_SHARE, TOPIC_LIFT = 0.25, 1.5
"""A topic is named when two or more, and at least this share, of the week's tickets are about it, and when it is this
many times as common among them as before (a label that every ticket carries says nothing)."""


@dataclass(frozen=True, slots=True)
class SurgeInput:
    """An account's tickets (ascending), the workspace's tickets a week and account, and days without delivery.

    `surprise` is the -log10 p that a surge needs, `times` the multiple of the mean.
    """

    tickets: Sequence[Opened]
    per_week: float
    still: frozenset[int]
    surprise: float = SURPRISE
    times: float = TIMES


def surge_spells(source: SurgeInput, horizon_day: int) -> tuple[SpellFact, ...]:
    """Return the surges up to the horizon: one opens on the day of a ticket, and ends on the first calm day."""
    if not source.tickets:
        return ()
    first = source.tickets[0].day
    plain = Baseline(counted(source.tickets), first, source.still)
    severe = Baseline(weighed(source.tickets), first, source.still)
    spells: list[SpellFact] = []
    over = first + SETTLING_DAYS
    for day in sorted(plain.counts):
        if day < over:
            continue
        reading, weighty = _read(plain, day, source), _read_severe(severe, day, source)
        if not reading.is_surge and not weighty.is_surge:
            continue
        closed = _calm_day(plain.counts, day, reading.mean, horizon_day)
        spells.append(_spell(source.tickets, day, closed, reading, weighty))
        if closed is None:
            break
        over = closed
    return tuple(spells)


def _read(baseline: Baseline, day: int, source: SurgeInput) -> Reading:
    return reading_of(baseline, day, source.per_week, surprise=source.surprise, times=source.times)


def _read_severe(baseline: Baseline, day: int, source: SurgeInput) -> Reading:
    return reading_of(baseline, day, source.per_week, scale=SEVERE_SCALE, surprise=SEVERE_SURPRISE)


def _calm_day(counts: Mapping[int, float], opened: int, mean: float, horizon_day: int) -> int | None:
    """Return the first day after `opened` whose week is calm, None up to the horizon.

    What is usual is taken as of the opening: a long surge must not become usual.
    """
    for day in range(opened + 1, min(opened + LONGEST, horizon_day + 1)):
        week = sum(counts.get(day - back, 0.0) for back in range(WINDOW))
        if week < LEAST or week < CALM_TIMES * mean:
            return day
    return opened + LONGEST if opened + LONGEST <= horizon_day else None


def _spell(tickets: Sequence[Opened], day: int, closed: int | None, plain: Reading, severe: Reading) -> SpellFact:
    evidence = newest(tickets, day - WINDOW + 1, day)
    told = [*_topics(tickets, day), *(["severe"] if severe.is_surge else [])]
    return SpellFact(
        kind=TICKETS,
        state=SURGE,
        valid_from=day_of(day),
        valid_to=None if closed is None else day_of(closed),
        known_on=day_of(day),
        terms=(
            Term("tickets", plain.count, evidence),
            Term("expected", round(plain.mean, 9)),
            Term("surprise", round(plain.surprise, 9)),
            Term("surprise of severity", round(severe.surprise, 9)),
        ),
        began_on=day_of(min(one.day for one in tickets if day - WINDOW < one.day <= day)),
        detail=", ".join(told),
    )


def _topics(tickets: Sequence[Opened], day: int) -> list[str]:
    """Return up to three topics that stand out in the week up to `day`, the most frequent first."""
    week = [one for one in tickets if day - WINDOW < one.day <= day]
    before = [one for one in tickets if one.day <= day - WINDOW]
    now, then = (Counter(topic for one in some for topic in one.topics) for some in (week, before))
    named = [
        topic
        for topic, count in now.items()
        if count >= max(2, TOPIC_SHARE * len(week))
        and count / len(week) >= TOPIC_LIFT * (then[topic] + 0.5) / (len(before) + 1)
    ]
    return sorted(named, key=lambda topic: (-now[topic], topic))[:3]
