"""Sentences of a text with their exact place in it (code points), so that a quote can be found again.

Lines that were broken on purpose (blank lines, bullets, greetings, short lines) end a sentence; wrapped lines do not.
Inside a paragraph spaCy's rule-based splitter decides; it knows "Mr." and "e.g.".
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

WRAP_COLUMNS = 60
_BULLET = re.compile(r"[ \t]*(?:[-*•·–o]|\(?(?:\d{1,2}|[a-zA-Z])[.)])[ \t]+\S")
_GREETING = re.compile(
    r"[ \t]*(?:(?:hi|hello|hey|dear|good\s+(?:morning|afternoon|evening|day)|hallo|guten\s+(?:tag|morgen)"
    r"|liebe[rs]?|sehr\s+geehrte[rs]?|moin|bonjour|salut"
    r"|chère?|beste|geachte|dag|hej|hejsan|bästa|ciao|hola|cześć)\b[^.!?\n]{0,50}"
    r"|[A-ZÄÖÜŁŚ][\w.'’-]*(?:\s+(?:and|&|/)\s+[A-Z][\w'’-]*)?\s*[,:!])[,!:-]*[ \t]*",
    re.IGNORECASE,
)
_SPLITTABLE = re.compile(r"[.!?。！？…][\"')\]]*\s")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: `text` is exactly `own[start:end]`; `block` counts the paragraphs from 0."""

    text: str
    start: int
    end: int
    block: int


def sentences(text: str) -> list[Sentence]:
    """Return the sentences of `text` in order; offsets are code points, and `text[start:end]` is the sentence."""
    found: list[Sentence] = []
    for block, (begin, end) in enumerate(_blocks(text)):
        for start, stop in _split(text, begin, end):
            trimmed = _trimmed(text, start, stop)
            if trimmed is not None:
                found.append(Sentence(text[trimmed[0] : trimmed[1]], *trimmed, block))
    return found


def _split(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    block = text[begin:end]
    if not _SPLITTABLE.search(block):
        yield begin, end
        return
    for sentence in _splitter()(block).sents:
        yield begin + sentence.start_char, begin + sentence.end_char


@lru_cache(maxsize=1)
def _splitter() -> Callable[[str], Any]:
    # Imported at the first use: spaCy takes about a second to load, and most commands never read a text.
    import spacy  # noqa: PLC0415

    language = spacy.blank("en")
    language.add_pipe("sentencizer")
    language.max_length = 10_000_000
    made: Callable[[str], Any] = language
    return made


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans between line ends that were meant."""
    begin, at = 0, 0
    while at < len(text):
        line_end = text.find("\n", at)
        if line_end < 0:
            break
        if _is_meant(text[at:line_end], text[line_end + 1 : line_end + 400].split("\n", 1)[0]):
            yield begin, line_end
            begin = line_end + 1
        at = line_end + 1
    if begin < len(text):
        yield begin, len(text)


def _is_meant(line: str, following: str) -> bool:
    """Tell whether the writer ended this line on purpose."""
    words = following.split(maxsplit=1)
    if not line.strip() or not words or _BULLET.match(following) or _GREETING.fullmatch(line):
        return True
    fits = len(line.rstrip()) + 1 + len(words[0]) <= WRAP_COLUMNS
    return fits and (not words[0][0].islower() or line.rstrip().endswith((".", "!", "?", ":", ";")))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None
