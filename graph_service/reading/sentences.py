"""Sentences of a text with their exact place in it (code points), so that a quote can be found again.

Lines that were broken on purpose (blank lines, bullets, greetings, short lines) end a sentence; wrapped lines do not.
Inside a paragraph spaCy's rule-based splitter decides; it knows "Mr." and "e.g.".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

WRAP_COLUMNS = 60
WORD, PUNCTUATION, MARK = range(3)
KEPT_WORDS, LONGEST_KEPT = 4_000, 60
_BULLET = re.compile(r"[ \t]*(?:[-*•·–o]|\(?(?:\d{1,2}|[a-zA-Z])[.)])[ \t]+\S")
_GREETING = re.compile(
    r"[ \t]*(?:(?:hi|hello|hey|dear|good\s+(?:morning|afternoon|evening|day)|hallo|guten\s+(?:tag|morgen)"
    r"|liebe[rs]?|sehr\s+geehrte[rs]?|moin|bonjour|salut"
    r"|chère?|beste|geachte|dag|hej|hejsan|bästa|ciao|hola|cześć)\b[^.!?\n]{0,50}"
    r"|[A-ZÄÖÜŁŚ][\w.'’-]*(?:\s+(?:and|&|/)\s+[A-Z][\w'’-]*)?\s*[,:!])[,!:-]*[ \t]*",
    re.IGNORECASE,
)
_RUN = re.compile(r"\s+|\S+")
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
    """Yield the spans that spaCy's splitter makes of a block, with whatever space stands around them."""
    block = text[begin:end]
    if not _SPLITTABLE.search(block):
        yield begin, end
        return
    start = 0
    for following in _starts(block):
        yield begin + start, begin + following
        start = following
    yield begin + start, end


def _starts(block: str) -> Iterator[int]:
    """Yield where a new sentence starts: at the first token after an end mark that is neither mark nor punctuation.

    This walks as spaCy's `Sentencizer` does, but has only those words cut into tokens on which it depends: the ones
    that hold a mark, and the ones right after. spaCy cuts every word by itself, so that the tokens are the same.
    """
    cutter = _cutter()
    is_open = False  # an end mark was seen, and no sentence has started since
    for found in _RUN.finditer(block):
        run, at = found[0], found.start()
        if run.isspace():
            # one blank belongs to the word before it; what is left is a token of its own
            blank = run[0] == " " and at > 0
            if is_open and len(run) > blank:
                is_open = False
                yield at + blank
        elif cutter.marks.search(run) or (is_open and not run[0].isalnum()):
            for offset, kind in cutter.cut(run):
                if kind == MARK:
                    is_open = True
                elif is_open and kind == WORD:
                    is_open = False
                    yield at + offset
        elif is_open:
            is_open = False
            yield at


class _Cutter:
    """spaCy's tokenizer, and the end marks that its splitter knows."""

    def __init__(self) -> None:
        # Imported at the first use: spaCy takes about a second to load, and most commands never read a text.
        import spacy  # noqa: PLC0415
        from spacy.pipeline import Sentencizer  # noqa: PLC0415

        self._tokenizer = spacy.blank("en").tokenizer
        self._ends = frozenset(Sentencizer.default_punct_chars)
        self.marks = re.compile("[" + "".join(map(re.escape, sorted(self._ends))) + "]")
        self._kept = lru_cache(maxsize=KEPT_WORDS)(self._cut)

    def cut(self, word: str) -> tuple[tuple[int, int], ...]:
        """Return the offset and kind of each token of a text without space."""
        return self._kept(word) if len(word) <= LONGEST_KEPT else self._cut(word)

    def _cut(self, word: str) -> tuple[tuple[int, int], ...]:
        return tuple(
            (token.idx, MARK if token.text in self._ends else PUNCTUATION if token.is_punct else WORD)
            for token in self._tokenizer(word)
        )


@lru_cache(maxsize=1)
def _cutter() -> _Cutter:
    return _Cutter()


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
