"""Everything one turn of talk says: runs all readers of words over it, in one order. No rule of its own."""

from collections.abc import Callable
from dataclasses import replace

from graph_service.reading.advocacy.advocacy import find_advocacy
from graph_service.reading.asks import find_asks
from graph_service.reading.departures.finder import read_departures
from graph_service.reading.findings import Finding
from graph_service.reading.hints.finder import find_hints
from graph_service.reading.mentions.finder import find_mentions
from graph_service.reading.next_steps.finder import find_next_steps
from graph_service.reading.requests.requests import find_requests
from graph_service.reading.setting import Setting, Turn

VERSION = "2"
"""Changes whenever a reader finds other things, so that what an older one read can be read again."""


def read_turn(turn: Turn, setting: Setting) -> list[Finding]:
    """Return what a turn says, in order of place; findings of different kinds may overlap."""
    found = [one for find in FINDERS for one in find(turn, setting)]
    return sorted(found, key=lambda one: (one.start, one.end, one.kind, one.rule, one.value))


def _asks(turn: Turn, _: Setting) -> list[Finding]:
    return [Finding("ask", ask.quote, ask.start, ask.end, ask.rule, ask.confidence) for ask in find_asks(turn.text)]


def _departures(turn: Turn, setting: Setting) -> list[Finding]:
    return [
        replace(
            one.finding, person=one.successor, address=one.successor_address, firm=one.new_employer, until=one.last_day
        )
        for one in read_departures(turn, setting)
    ]


FINDERS: tuple[Callable[[Turn, Setting], list[Finding]], ...] = (
    _asks, find_requests, find_advocacy, _departures, find_mentions, find_next_steps, find_hints,
)  # fmt: skip
"""All readers of words. Tone is read of whole texts, see `sentiment`."""
