"""A job title as a row of plain words with their places: abbreviations spelled out, slips of the keyboard mended.

It knows spellings, not ranks. Only the first `LONGEST` characters of a title are read.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from rapidfuzz.distance import OSA

LONGEST = 400

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){1,5}[^\W\d_](?!\w)\.?|(?:[^\W\d_]\.){2,5}|[^\W_]+(?:['’´`][^\W_]+)*|[,;|/&@:()+•·\n–—-]"
)
_JOINS = {"–": "-", "—": "-", "•": "|", "·": "|", "\n": "|", "+": "&"}
_AND = frozenset({"and", "und"})


@dataclass(frozen=True, slots=True)
class Word:
    """A plain word or a separator (`, ; | / & @ : ( ) -`): `plain` is lower case; it stands at `title[start:end]`."""

    plain: str
    start: int
    end: int
    is_separator: bool = False
    is_mended: bool = False


def title_words(title: str) -> list[Word]:
    """Return the words of a title in order; an abbreviation yields the words it stands for, at one place."""
    found: list[Word] = []
    for match in _TOKEN.finditer(title[:LONGEST]):
        raw, start, end = match[0], match.start(), match.end()
        if not raw[0].isalnum():
            mark = _JOINS.get(raw, raw)
            if mark != "-" or _stands_alone(title, start, end):
                found.append(Word(mark, start, end, is_separator=True))
            continue
        # "a.i." is ad interim, AI is a trade
        plain, is_mended = ("interim", False) if raw.lower().strip(".") == "a.i" else _spell(_fold(raw))
        if plain == "&":
            found.append(Word(plain, start, end, is_separator=True))
        else:
            found += [Word(one, start, end, is_mended=is_mended) for one in plain.split()]
    return _joined(found)


def _stands_alone(title: str, start: int, end: int) -> bool:
    """Tell whether a hyphen parts two phrases: space on one side at least."""
    return title[start - 1 : start].isspace() or title[end : end + 1].isspace()


def _fold(raw: str) -> str:
    """Return a word in lower case, without accents and without the dots of an abbreviation or a possessive s."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", raw.casefold()) if not unicodedata.combining(c))
    plain = plain.replace(".", "")
    return re.sub(r"['’´`]s?$", "", plain) or plain


@lru_cache(maxsize=20_000)
def _spell(word: str) -> tuple[str, bool]:
    """Return the usual spelling of a folded word, and whether a slip was mended."""
    if word in _AND:
        return "&", False
    if word in _abbreviations():
        return _abbreviations()[word], False
    common = _words("common_words")
    if len(word) < 6 or word in common or word in _words("real_words"):
        return word, False
    slips = 1 if len(word) < 9 else 2
    near = [(OSA.distance(word, known, score_cutoff=slips), known) for known in sorted(common) if known[0] == word[0]]
    best = min(near, default=(slips + 1, word))
    # a word that only goes on ("directors", "managerial") is no slip
    if best[0] > slips or word.startswith(best[1]) or best[1].startswith(word):
        return _singular(word), False
    return best[1], True


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and word[:-1] in _words("common_words") else word


@cache
def _abbreviations() -> dict[str, str]:
    lines = files("graph_service.reading.titles").joinpath("abbreviations.tsv").read_text("utf-8").splitlines()
    found: dict[str, str] = {}
    for line in lines:
        if line and not line.startswith("#"):
            short, words = line.split("\t")
            found[short] = words
    return found


@cache
def _words(name: str) -> frozenset[str]:
    text = files("graph_service.reading.titles").joinpath(f"{name}.txt").read_text("utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())


def _joined(words: list[Word]) -> list[Word]:
    """Return the words with "vice president" and its like as one: `vp`."""
    kept: list[Word] = []
    for word in words:
        if word.plain == "president" and kept and kept[-1].plain in {"vice", "vise"}:
            kept[-1] = Word("vp", kept[-1].start, word.end, is_mended=kept[-1].plain == "vise")
        else:
            kept.append(word)
    return kept
