"""The phrases of `phrases.tsv`, found over the words of a sentence; it knows no single words.

Each phrase is tried only where its first word stands, so that the cost grows with the words, not with the phrases.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

GAP = 2
"""How many other words a `*` may stand for."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase: what it belongs to, its weight, the words allowed at each place (None: a gap), and its anchors."""

    group: str
    weight: float
    places: tuple[frozenset[str] | None, ...]
    at_start: bool
    at_end: bool


@dataclass(frozen=True, slots=True)
class PhraseHit:
    """A phrase that covers the words `first` to `last` (last not included)."""

    phrase: Phrase
    first: int
    last: int


def find_phrases(words: Sequence[str]) -> list[PhraseHit]:
    """Return the phrases in a sentence, the longest at each place, none overlapping."""
    index = _index()
    found: list[PhraseHit] = []
    at = 0
    while at < len(words):
        best: PhraseHit | None = None
        for phrase in index.get(words[at], ()):
            last = _reach(phrase, words, at)
            if last and (best is None or last > best.last):
                best = PhraseHit(phrase, at, last)
        if best:
            found.append(best)
        at = best.last if best else at + 1
    return found


def _reach(phrase: Phrase, words: Sequence[str], at: int) -> int:
    """Return where the phrase ends that begins at a word, or 0."""
    if phrase.at_start and at:
        return 0
    place, gap = at, 0
    for allowed in phrase.places:
        if allowed is None:
            gap = GAP
            continue
        for step in range(gap + 1):
            if place + step < len(words) and words[place + step] in allowed:
                place += step + 1
                break
        else:
            return 0
        gap = 0
    return 0 if phrase.at_end and place < len(words) else min(place + gap, len(words)) if gap else place


@cache
def _index() -> dict[str, tuple[Phrase, ...]]:
    """Return the phrases by each word they may begin with; what is strong comes first among equals."""
    index: dict[str, list[Phrase]] = {}
    for line in files("graph_service.reading.tone").joinpath("phrases.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            phrase = _read(line)
            for word in phrase.places[0] or ():
                index.setdefault(word, []).append(phrase)
    return {word: tuple(sorted(known, key=lambda one: -abs(one.weight))) for word, known in index.items()}


def _read(line: str) -> Phrase:
    group, weight, form = line.split("\t")
    marks = form.split()
    places = tuple(None if mark == "*" else frozenset(mark.split("/")) for mark in marks if mark not in {"^", "$"})
    return Phrase(group, float(weight), places, marks[0] == "^", marks[-1] == "$")
