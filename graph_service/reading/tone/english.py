"""Whether a sentence is English, by its small words; sentences of other languages are not judged for tone."""

from collections.abc import Iterable
from functools import cache
from importlib.resources import files


def is_english(words: Iterable[str]) -> bool:
    """Return False where words of other languages outnumber English ones; a sentence without either passes."""
    english, other = _words("english_words"), _words("other_words")
    ours = theirs = 0
    for word in words:
        ours += word in english
        theirs += word in other
    return theirs <= ours


@cache
def _words(name: str) -> frozenset[str]:
    text = files("graph_service.reading.tone").joinpath(f"{name}.txt").read_text("utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())
