"""Words of names, as they are compared: small letters, no accents; and the ways in which a name is written. Pure.

Knows nothing of who was forgotten. A name is a sequence of words; "Vance, Quillon" and "quillon.vance" are ways to
write one.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

MAX_WORDS = 6
MAX_TEXT = 400_000
LONG_LOCAL = 6
"""From how many letters on the part of an address before the @ means somebody by itself."""
PARTICLES = frozenset({
    "van", "von", "der", "den", "de", "la", "le", "les", "di", "da", "del", "della", "dos", "das", "du", "el", "bin",
    "ibn", "the", "st", "dr", "mr", "mrs", "ms", "prof", "jr", "sr",
})  # fmt: skip
"""Words of names that are words of sentences too."""
_TOKEN = re.compile(r"(?:[^\W_][\u0300-\u036f]*)+")
ADDRESS = re.compile(r"[^\s<>()\[\],;:\"'@]{1,64}@[\w.-]{1,190}")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: where it stands, and how it is compared."""

    start: int
    end: int
    folded: str


def folded(text: str) -> str:
    """Return a text without accents, in small letters."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text)
    return "".join(one for one in plain if not unicodedata.combining(one)).lower()


def words_in(text: str) -> list[Word]:
    """Return the words of a text in order; of a very long text the first 400,000 letters count."""
    return [Word(one.start(), one.end(), folded(one[0])) for one in _TOKEN.finditer(text, 0, MAX_TEXT)]


def sequences_of(names: Iterable[str], addresses: Iterable[str]) -> set[tuple[str, ...]]:
    """Return the sequences of words that mean one person: their names either way round, and telling addresses."""
    found: set[tuple[str, ...]] = set()
    for name in names:
        words = tuple(one.folded for one in words_in(name.partition("@")[0]))
        long = [one for one in words if len(one) > 1]
        if len(long) >= 2 and len(words) <= MAX_WORDS:
            found |= {words, (words[-1], *words[:-1]), (long[0], long[-1]), (long[-1], long[0])}
    plain = {word for sequence in found for word in sequence}
    for address in addresses:
        local = tuple(one.folded for one in words_in(address.partition("@")[0]))
        is_telling = len(local) == 1 and len(local[0]) >= LONG_LOCAL and local[0] not in plain
        if is_telling or (len(local) > 1 and min(map(len, local)) > 1 and len(local) <= MAX_WORDS):
            found.add(local)
    return {one for one in found if len(one) > 1 or one[0] not in plain}


def single_words(names: Iterable[str], addresses: Iterable[str]) -> set[str]:
    """Return the words by which somebody is spoken of where they are known to be there: "Quillon", "Vance"."""
    parts = [*names, *(address.partition("@")[0] for address in addresses)]
    found = {word.folded for part in parts for word in words_in(part)}
    return {one for one in found if len(one) > 1 and one not in PARTICLES and not one.isdigit()}
