"""The instances of one entry or series of a calendar.

Owns the bounds: which rules are expanded at all, from when, until when, how many. The expansion itself (RRULE,
RDATE, EXDATE, moved and cancelled instances) is the work of `recurring_ical_events`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import recurring_ical_events
from icalendar import Calendar, Event

from graph_service.ingest.connectors.calendar_rules import fault_of

RULES = ("RRULE", "RDATE", "EXDATE")
SLICE_YEARS = 4
EARLIEST = date(1970, 1, 1)
LATEST = date(2200, 1, 1)


@dataclass(frozen=True, slots=True)
class Bounds:
    """Days between which instances are wanted (`until` excluded), and the most of one series; the newest are kept."""

    since: date
    until: date
    most: int


@dataclass(frozen=True, slots=True)
class Instances:
    """The instances in order of start, and what a person should know about those that are missing."""

    events: tuple[Event, ...]
    notes: tuple[str, ...] = ()


def without_rules(events: Sequence[Event]) -> tuple[Event, ...]:
    """Return the entries as they stand, for a series whose rules cannot be calculated."""
    for event in events:
        for name in RULES:
            event.pop(name, None)
    return tuple(events)


def is_series(events: Sequence[Event]) -> bool:
    """Tell whether the entries of one UID stand for more than one meeting."""
    return any(event.get(name) is not None for event in events for name in ("RRULE", "RDATE", "RECURRENCE-ID"))


def expand(events: Sequence[Event], zone: str, bounds: Bounds) -> Instances:
    """Return the instances of the entries of one UID; `zone` is the calendar's X-WR-TIMEZONE or empty.

    An entry without recurrence comes whatever `bounds` says. May raise what the library raises for broken rules.
    """
    notes = [note for event in events if (note := _refuse_rule(event))]
    if not is_series(events):
        return Instances((_newest(events),), tuple(notes))
    book = Calendar()
    if zone:
        book.add("X-WR-TIMEZONE", zone)
    for event in sorted(events, key=_changed, reverse=True):  # of equal revisions the library takes the first
        book.add_component(event)
    query = recurring_ical_events.of(book)
    first = max(min(_day(event, name) for event in events for name in ("DTSTART", "RECURRENCE-ID")), bounds.since)
    found: dict[tuple[object, ...], Event] = {}
    for start, stop in _slices(first, bounds.until):
        for event in query.between(start, stop):
            found[_identity(event)] = event
        if len(found) > bounds.most:
            break
    ordered = sorted((event for event in found.values() if _within(event, bounds)), key=_moment)
    if len(ordered) > bounds.most:
        kept = ordered[-bounds.most :]
        notes.append(
            f"only the last {bounds.most} meetings of the series are read, from {_moment(kept[0]):%Y-%m-%d} on"
        )
        ordered = kept
    return Instances(tuple(ordered), tuple(notes))


def _slices(first: date, until: date) -> Iterator[tuple[date, date]]:
    """Yield spans of some years, the latest first."""
    if until <= first:
        return
    years = range(first.year, until.year + SLICE_YEARS + 1, SLICE_YEARS)
    edges = [first - timedelta(days=2), *(date(year, 1, 1) for year in years if first.year < year <= until.year)]
    edges.append(until + timedelta(days=2))
    yield from reversed(list(pairwise(edges)))


def _refuse_rule(event: Event) -> str:
    """Take a rule away that nobody meets by, or that never ends to be calculated; return what was wrong with it."""
    rules = event.get("RRULE")
    if rules is None:
        return ""
    for rule in rules if isinstance(rules, list) else [rules]:
        reason = fault_of(rule)
        if reason:
            del event["RRULE"]
            return f"its rule of recurrence {reason}, so only the first meeting is read"
    return ""


def _newest(events: Sequence[Event]) -> Event:
    return max(events, key=lambda event: (_sequence(event), _changed(event)))


def _sequence(event: Event) -> int:
    value = event.get("SEQUENCE", 0)
    return int(value) if str(value).isdigit() else 0


def _changed(event: Event) -> datetime:
    for name in ("LAST-MODIFIED", "DTSTAMP", "CREATED"):
        value = getattr(event.get(name), "dt", None)
        if isinstance(value, datetime):
            return value if value.tzinfo else value.replace(tzinfo=UTC)
    return datetime(1970, 1, 1, tzinfo=UTC)


def _identity(event: Event) -> tuple[object, ...]:
    """Tell instances apart; one that spans two slices is found twice."""
    return (event["RECURRENCE-ID"].to_ical(), event["DTSTART"].to_ical())


def _day(event: Event, name: str) -> date:
    value = getattr(event.get(name), "dt", LATEST)
    return value.date() if isinstance(value, datetime) else value if isinstance(value, date) else LATEST


def _within(event: Event, bounds: Bounds) -> bool:
    return max(bounds.since, EARLIEST) <= _day(event, "DTSTART") < min(bounds.until, LATEST)


def _moment(event: Event) -> datetime:
    value = event.get("DTSTART").dt
    if not isinstance(value, datetime):
        return datetime(value.year, value.month, value.day, tzinfo=UTC)
    return value if value.tzinfo else value.replace(tzinfo=UTC)
