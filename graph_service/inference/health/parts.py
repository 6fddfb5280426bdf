"""What health is made of: five parts, each a share of its full points over time, or not known.

Owns how each part is read from series and spells. It may not add parts up, nor look into mail, tickets or use.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from graph_service.domain.facts import SeriesFact, SpellFact, epoch_day
from graph_service.inference.inferred import spell_at, value_at

FULL = {"usage": 30.0, "relationship": 25.0, "sentiment": 15.0, "support": 15.0, "champions": 15.0}
"""Points of each part at its best (inference.md, section 8)."""
PRESSURE_SHARE = 0.5
"""Of the points of use: half for not falling, half for the seats in use."""
TICKETS_SEEN_DAYS = 182
"""Without a ticket for half a year there is nothing to say of support."""
SETTLING_DAYS = 28
"""Days after somebody was first seen before relationship and champions count: all accounts begin with none."""
EMPTY = SeriesFact("", (), ())


@dataclass(frozen=True, slots=True)
class HealthParts:
    """The facts of one account that health reads; what is not there is left empty.

    `coverage` 0..1 and `sentiment` -1..1 are the account's series; `usage_pressure` and `seat_use` those of
    `inference.usage.drops.usage_facts`; `tickets_weekly` and `support` (spells `tickets` and `escalation`) those of
    `inference.tickets.ticket_facts`; `champions` the champion spells of each of the account's people, one entry a
    person, the empty one for people without; `people_since` the first day anybody was seen there (None: nobody,
    which leaves relationship and champions out).
    """

    coverage: SeriesFact = EMPTY
    sentiment: SeriesFact = EMPTY
    usage_pressure: SeriesFact = EMPTY
    seat_use: SeriesFact = EMPTY
    tickets_weekly: SeriesFact = EMPTY
    support: Sequence[SpellFact] = ()
    champions: Sequence[Sequence[SpellFact]] = ()
    people_since: int | None = None


@dataclass(frozen=True, slots=True)
class Share:
    """A part on one day: 0..1 of its points, and what it rests on."""

    value: float
    evidence: tuple[str, ...] = ()


def shares_on(parts: HealthParts, day: int) -> dict[str, Share]:
    """Return the parts known on `day` with their shares; parts that nothing is known of are missing."""
    readers: dict[str, Callable[[HealthParts, int], Share | None]] = {
        "usage": _usage,
        "relationship": _relationship,
        "sentiment": _sentiment,
        "support": _support,
        "champions": _champions,
    }
    found = ((name, read(parts, day)) for name, read in readers.items())
    return {name: share for name, share in found if share is not None}


def _usage(parts: HealthParts, day: int) -> Share | None:
    """Return half for how far use is from a fall, half for seats; no use in 28 days is 0, not calm."""
    pressure, seats = value_at(parts.usage_pressure, day), value_at(parts.seat_use, day)
    if pressure is None and seats is None:
        return None
    if seats == 0:
        return Share(0.0)
    if pressure is None or seats is None:
        return Share(_clip(1.0 - pressure if pressure is not None else seats or 0.0))
    return Share(_clip(PRESSURE_SHARE * (1.0 - pressure) + (1.0 - PRESSURE_SHARE) * seats))


def _relationship(parts: HealthParts, day: int) -> Share | None:
    coverage = value_at(parts.coverage, day) if _has_settled(parts, day) else None
    return None if coverage is None else Share(_clip(coverage))


def _has_settled(parts: HealthParts, day: int) -> bool:
    return parts.people_since is not None and day >= parts.people_since + SETTLING_DAYS


def _sentiment(parts: HealthParts, day: int) -> Share | None:
    """Return 0 at -1, half at 0, 1 at +1."""
    tone = value_at(parts.sentiment, day)
    return None if tone is None else Share(_clip((tone + 1.0) / 2.0))


def _support(parts: HealthParts, day: int) -> Share | None:
    """Return 1, less a half for a surge and a half for an escalation that hold."""
    if not _has_tickets(parts.tickets_weekly, day) and not parts.support:
        return None
    held = [spell for kind in ("tickets", "escalation") if (spell := spell_at(parts.support, kind, day)) is not None]
    if not held and not _has_tickets(parts.tickets_weekly, day):
        return None
    return Share(1.0 - 0.5 * len(held), _evidence(held))


def _has_tickets(weekly: SeriesFact, day: int) -> bool:
    """Tell whether a value of the last half year, the one it began with included, was more than none."""
    end = bisect_right(weekly.days, day)
    start = max(0, bisect_right(weekly.days, day - TICKETS_SEEN_DAYS) - 1)
    return any(value > 0 for value in weekly.values[start:end])


def _champions(parts: HealthParts, day: int) -> Share | None:
    """Return 10 points for one champion, 15 for two or more, less 5 where one is at risk."""
    if not _has_settled(parts, day):
        return None
    held = [spell for spells in parts.champions if (spell := spell_at(spells, "champion", day)) is not None]
    counted = [spell for spell in held if spell.state in {"champion", "at_risk"}]
    points = (0.0, 10.0, 15.0)[min(2, len(counted))]
    points -= 5.0 if any(spell.state == "at_risk" for spell in counted) else 0.0
    return Share(_clip(points / FULL["champions"]), _evidence(counted))


def _evidence(spells: Iterable[SpellFact]) -> tuple[str, ...]:
    """Return up to five things the spells rest on, each once."""
    return tuple(dict.fromkeys(uid for spell in spells for term in spell.terms for uid in term.evidence))[:5]


def _clip(share: float) -> float:
    return min(1.0, max(0.0, share))


def change_days(parts: HealthParts, horizon_day: int) -> list[int]:
    """Return the days up to the horizon on which any part changes, ascending."""
    days = {
        day
        for series in (
            parts.coverage, parts.sentiment, parts.usage_pressure, parts.seat_use, parts.tickets_weekly,
        )
        for day in series.days
    }  # fmt: skip
    for spell in (*parts.support, *(spell for spells in parts.champions for spell in spells)):
        days.add(max(epoch_day(spell.valid_from), epoch_day(spell.known_on)))
        days.update([epoch_day(spell.valid_to)] if spell.valid_to is not None else [])
    days.update([parts.people_since + SETTLING_DAYS] if parts.people_since is not None else [])
    return sorted(day for day in days if day <= horizon_day)
