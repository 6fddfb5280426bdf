"""Everything one turn of talk says: runs all readers of words over it, in one order. No rule of its own."""

from collections.abc import Callable
from dataclasses import replace

from graph_service.reading.advocacy.advocacy import find_advocacy
from graph_service.reading.asks import find_asks
from graph_service.reading.departures.finder import read_departures
from graph_service.reading.findings import Finding
from graph_service.reading.hints.finder import find_hints
from graph_service.reading.mentions.finder import find_mentions
from graph_service.reading.model.sayings import find_by_model
from graph_service.reading.model.switch import is_on
from graph_service.reading.next_steps.finder import find_next_steps
from graph_service.reading.requests.requests import find_requests
from graph_service.reading.setting import Setting, Turn
from graph_service.reading.tone.tone import read_tone

BY_RULES, BY_MODEL = "3", "1"
"""One changes whenever the rules find other things, the other whenever the model does."""


def version() -> str:
    """Return what readings are marked with, so that what was read otherwise is read again: by older rules, or without
    the model.
    """
    return f"{BY_RULES}+model{BY_MODEL}" if is_on() else BY_RULES


def read_turn(turn: Turn, setting: Setting) -> list[Finding]:
    """Return what a turn says, in order of place; findings of different kinds may overlap."""
    found = [one for find in FINDERS for one in find(turn, setting)]
    if is_on():
        found += find_by_model(turn, setting, found)
    if setting.channel != "call":  # in a call the tone is that of all that somebody says
        found += find_tone(turn, setting)
    return sorted(found, key=lambda one: (one.start, one.end, one.kind, one.rule, one.value))


def _asks(turn: Turn, _: Setting) -> list[Finding]:
    return [Finding("ask", ask.quote, ask.start, ask.end, ask.rule, ask.confidence) for ask in find_asks(turn.text)]


def find_tone(turn: Turn, setting: Setting) -> list[Finding]:
    """Return the tone of a turn as one finding, or nothing where it cannot be told. Ours is not read.

    `weight` is the tone from -1 to 1, `topic` "pos", "neu" or "neg", the quote the sentence that makes most of it.
    """
    if turn.is_ours:
        return []
    tone = read_tone(turn.text, setting.channel)
    if tone.label == "abstain":
        return []
    return [
        Finding(
            "sentiment", tone.quote, tone.start, tone.end, "tone", tone.confidence, topic=tone.label, weight=tone.value
        )
    ]


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
"""All readers of words; tone is read of whole texts."""
