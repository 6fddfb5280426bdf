"""What a conversation is made of: the shape of a topic, and how its text becomes one particular text.

Notation of the texts: `[one|two]` picks one, `{slot}` is filled per thread, `¶` starts a paragraph, and `⟦ ⟧` marks a
sentence that asks us for something (the marks are taken out; the sentences go to the truth file).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from random import Random
from typing import Literal

from graph_service.demo.people import Language

Side = Literal["them", "us"]
_CHOICE = re.compile(r"\[([^\[\]]*)\]")
_SENTENCE = re.compile(r"((?:^|¶|[.!?]⟧? )⟦?)([a-zà-ÿ])")
_ASK = re.compile(r"⟦(.*?)⟧")


@dataclass(frozen=True, slots=True)
class Turn:
    """One mail of a conversation. An optional turn is left out half of the time."""

    side: Side
    text: str
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Topic:
    """A conversation. `area` is who at the customer's leads it, `role` who of us does."""

    key: str
    language: Language
    area: str
    role: str
    subject: str
    turns: tuple[Turn, ...]

    @property
    def asks(self) -> bool:
        """Tell whether the customer asks for something in it."""
        return any(turn.side == "them" and "⟦" in turn.text for turn in self.turns)


def topic(language: Language, key: str, who: str, subject: str, *lines: str) -> Topic:
    """Return a topic from short notation: `who` is "area>role"; lines start with "T:", "U:" ("T?:" when optional)."""
    area, _, role = who.partition(">")
    turns = []
    for line in lines:
        mark, _, text = line.partition(":")
        side: Side = "them" if mark.startswith("T") else "us"
        turns.append(Turn(side, text.strip(), mark.endswith("?")))
    return Topic(f"{language}-{key}", language, area, role, subject, tuple(turns))


def render(rng: Random, text: str, slots: Mapping[str, str]) -> tuple[str, tuple[str, ...]]:
    """Return the finished text, its sentences capitalised, and the asks in it."""
    while _CHOICE.search(text):
        text = _CHOICE.sub(lambda match: rng.choice(match[1].split("|")), text)
    text = _SENTENCE.sub(lambda match: match[1] + match[2].upper(), text.format_map(slots))
    asks = tuple(match.strip() for match in _ASK.findall(text))
    return _ASK.sub(r"\1", text).replace("¶", "\n\n"), asks
