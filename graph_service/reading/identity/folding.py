"""Names made comparable: lower case, no accents, one spelling of umlauts. Knows nothing of persons or firms."""

import re
import unicodedata
from functools import lru_cache

LONGEST = 200
"""Code points of a name that are looked at; what is longer is no name."""

_LETTERS = str.maketrans({
    "ß": "ss", "ł": "l", "ø": "oe", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ŋ": "n", "å": "a",
    "ä": "ae", "ö": "oe", "ü": "ue", "’": "'", "`": "'", "´": "'",
})  # fmt: skip
_UMLAUT = re.compile(r"(?<=[b-df-hj-np-tv-z])(?:ae|oe|ue)")
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")


@lru_cache(maxsize=262_144)
def fold(text: str) -> str:
    """Return the text in lower case without accents; German umlauts become ae, oe, ue; at most `LONGEST` long."""
    lowered = unicodedata.normalize("NFC", text[:LONGEST]).lower().translate(_LETTERS)
    plain = unicodedata.normalize("NFKD", lowered)
    return "".join(char for char in plain if not unicodedata.combining(char))


@lru_cache(maxsize=262_144)
def skeleton(text: str) -> str:
    """Return a key that is equal for spellings which mean the same name: "Müller", "Mueller" and "Muller"."""
    plain = fold(text)
    return "".join(char for char in _UMLAUT.sub(lambda found: found.group()[0], plain) if char.isalnum())


def words(text: str) -> list[str]:
    """Return the folded words of a text; an apostrophe inside a word is dropped ("o'brien" gives "obrien")."""
    return [word.replace("'", "") for word in _WORD.findall(fold(text))]
