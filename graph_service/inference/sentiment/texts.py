"""The texts whose tone counts: what people of the account wrote or said themselves.

Owns which sayings are taken. It reads no tone (`reading.tone` does) and removes no channel effect.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from graph_service.inference.casefile import CaseFile, sayings_of

KIND = "sentiment"


@dataclass(frozen=True, slots=True)
class Text:
    """One text of a person: its evidence's uid, when, whose, through which channel, and its tone in -1..1."""

    day: int
    at_ms: int
    uid: str
    by_uid: str
    channel: str
    tone: float


def texts_of(case: CaseFile, horizon_day: int) -> list[Text]:
    """Return the texts of the account's people up to the horizon, in order of (day, time, uid).

    Left out: ours, those of writers who are unknown or no person, and what a program sent.
    """
    people = {one.uid for one in case.people if one.is_person}
    automatic = {one.uid for one in case.occasions if one.is_automatic}
    found = [
        Text(one.day, one.at_ms, one.uid, one.by_uid, one.channel, min(1.0, max(-1.0, one.weight)))
        for one in sayings_of(case, (KIND,), horizon_day)
        if not one.by_us and one.by_uid in people and one.interaction_uid not in automatic
    ]
    return sorted(found, key=lambda one: (one.day, one.at_ms, one.uid))


def by_writer(texts: Iterable[Text]) -> dict[str, list[Text]]:
    """Return writer → their texts, order kept."""
    found: dict[str, list[Text]] = {}
    for one in texts:
        found.setdefault(one.by_uid, []).append(one)
    return found
