"""Which "Words:" at the start of a line are the label of a speaker, judged over a whole transcript.

Owns only that. A colon alone proves nothing ("One thing: we wait"), so labels count when the transcript uses them:
often enough, or more than once.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

MAX_WORDS = 5
LEAST_SHARE = 0.25
_PREFIX = re.compile(
    r"\s*(?:[-–>]{1,2}\s*)?([^\s:<>{}][^:<>{}\n]{0,60}?)\s*:\s+(?=\S)|\s*([^\s:<>{}][^:<>{}\n]{0,60}):\s*$"
)
_NOTE = re.compile(r"\s*\(([^()]{0,40})\)\s*$")
_NO_NAMES = (
    "note notes action actions question answer q a e.g i.e ps p.s re fw fwd http https date time title subject topic "
    "duration participants attendees host recorded location agenda summary next steps todo to-do warning important "
    "example update status result decision datum dauer teilnehmer thema ort"
)
NO_NAMES = frozenset(_NO_NAMES.split())
_PARTICLES = "van von der den de del della di da dos du la le el al bin ibn of and und et"
PARTICLES = frozenset(_PARTICLES.split())


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels that one transcript uses."""

    known: frozenset[str]

    @classmethod
    def of(cls, texts: Iterable[str]) -> "Labels":
        """Return the labels of these lines: likely names, when a quarter of the lines has one, else those repeated.

        A transcript that mostly writes labels on lines of their own has no others.
        """
        inline: Counter[str] = Counter()
        alone: Counter[str] = Counter()
        total = 0
        for text in texts:
            total += bool(text.strip())
            found = _PREFIX.match(text[:100])
            if found and is_likely_name(found[1] or found[2] or ""):
                (inline if found[1] else alone)[_key(found[1] or found[2])] += 1
        counts = alone if alone.total() > max(1, inline.total()) else inline + alone
        is_used = total > 0 and counts.total() >= LEAST_SHARE * total
        return cls(frozenset(name for name, times in counts.items() if is_used or times > 1))

    @property
    def are_used(self) -> bool:
        """Whether the transcript names its speakers this way."""
        return bool(self.known)

    def begins(self, line: str) -> bool:
        """Tell whether a line begins with a label."""
        found = _PREFIX.match(line[:100])
        return bool(found) and _key((found[1] or found[2]) if found else "") in self.known

    def is_name(self, line: str) -> bool:
        """Tell whether a line is nothing but a label or a likely name."""
        return _key(line) in self.known or (len(line) < 50 and ":" not in line and is_likely_name(line))

    def split(self, text: str, before: str) -> tuple[str, str]:
        """Return speaker and words; a line without a label is still spoken by `before`."""
        found = _PREFIX.match(text[:100])
        if found and self.begins(text):
            return (found[1] or found[2]).strip(), text[found.end() :].strip()
        return before if self.known else "", text.strip()


def is_likely_name(text: str) -> bool:
    """Tell whether words could be what a recorder calls a speaker: few, and written as names or as a script without
    capitals.
    """
    bare = _NOTE.sub("", text.strip()).strip("*_# ")
    words = bare.replace(",", " ").split()
    if not words or len(words) > MAX_WORDS or bare.casefold() in NO_NAMES or bare[-1] in "?!;":
        return False
    if "@" in bare:
        return len(words) == 1
    return any(word[0].isalpha() for word in words) and all(_is_name_word(word) for word in words)


def _is_name_word(word: str) -> bool:
    first = word.strip("\"'(.-")[:1]
    is_cased = first.lower() != first.upper()
    return not is_cased or first.isupper() or word.casefold() in PARTICLES or word[1:2].isupper()


def _key(label: str) -> str:
    return " ".join(label.split()).casefold()
