"""A firm's name taken apart: what tells it from others, and what every firm may carry. Compares nothing."""

import re
from dataclasses import dataclass
from functools import lru_cache

from cleanco import basename

from graph_service.reading.addresses import domain_of
from graph_service.reading.identity.folding import LONGEST, skeleton, words
from graph_service.reading.identity.word_classes import word_class, word_pairs

_URL = re.compile(r"^\s*(?:https?://)?(?:www\d?\.)?([\w-]{1,63}(?:\.[\w-]{1,63}){1,5})(?:[/?#:].{0,200})?\s*$")
_BRACKETED = re.compile(r"[(\[{][^()\[\]{}]{0,120}[)\]}]")
_ALSO = re.compile(
    r"[\s,;(]+(?:formerly|f/?k/?a|a/?k/?a|d/?b/?a|trading as|t/a|previously|now|ex|c/o|attn\.?"
    r"|a division of|a subsidiary of|an? .{1,40} company)\b.{0,200}$",
    re.IGNORECASE,
)
_DOTTED = re.compile(r"(?<![\w.])(?:[^\W\d_]\.\s?){2,8}(?:[^\W\d_](?![\w.]))?")
_TIGHT_AND = re.compile(r"(?<=\b[A-Z])&(?=[A-Z]\b)|(?<=\b[A-Z]{2})&(?=[A-Z]\b)")
_TAILS = ("corporation", "corp", "gmbh", "inc", "llc", "ltd", "group", "ag", "hq")
_LEGAL, _FILLER, _GENERIC, _LINES, _PLACES = (
    word_class("firm_words", kind) for kind in ("legal", "filler", "generic", "line", "place")
)
_SHORT = word_pairs("firm_words", "short")
_PLURAL_EXCEPTIONS = ("ss", "us", "is", "os")


@dataclass(frozen=True, slots=True)
class FirmName:
    """`core` are the words that tell the firm; `generic`, `lines` (of business) and `places` what many carry.

    `joined` is the core in one word ("dataworks"), `whole` all words in
    one word, `initials` the
    first letters of all words, `is_domain` tells that it was read from a web or mail domain.
    """

    core: tuple[str, ...]
    generic: frozenset[str]
    lines: frozenset[str]
    places: frozenset[str]
    joined: str
    whole: str
    initials: str
    is_domain: bool = False

    def __bool__(self) -> bool:
        return bool(self.whole)


@lru_cache(maxsize=131_072)
def parse_firm(text: str) -> FirmName:
    """Return a firm's name without legal form, "The", punctuation, accents; a domain gives its main label."""
    if found := _URL.match(text[:LONGEST]):
        return _from_domain(found.group(1))
    clean = _ALSO.sub("", " ".join(text[:LONGEST].split()))
    bare = _BRACKETED.sub(" ", clean)
    clean = _DOTTED.sub(lambda dotted: re.sub(r"[.\s]", "", dotted.group()) + " ", bare if words(bare) else clean)
    clean = _TIGHT_AND.sub("", clean)
    stripped = basename(clean) or clean
    found_words = [skeleton(word) for word in words(stripped.replace("&", " and ").replace("+", " "))]
    return _made(_without_legal(found_words) or found_words, is_domain=False)


def _from_domain(host: str) -> FirmName:
    label = domain_of(host).partition(".")[0] or host.partition(".")[0]
    found = [skeleton(word) for word in re.split(r"[-_]+", label.lower()) if word]
    if len(found) == 1:
        for tail in _TAILS:
            if found[0].endswith(tail) and len(found[0]) > len(tail) + 3:
                found = [found[0][: -len(tail)]]
                break
    return _made(_without_legal(found) or found, is_domain=True)


def _without_legal(found: list[str]) -> list[str]:
    """Drop legal forms from both ends, and fillers; "Co" inside ("Co Work") stays."""
    kept = [word for word in found if word not in _FILLER or len(found) == 1]
    while len(kept) > 1 and kept[-1] in _LEGAL:
        kept.pop()
    while len(kept) > 1 and kept[0] in _LEADING:
        kept.pop(0)
    return kept


_LEADING = frozenset({"pt", "ooo", "oao", "zao", "pao", "ao", "tov", "cv", "sc", "fa"})


def _made(found: list[str], *, is_domain: bool) -> FirmName:
    stems = [_stem(_SHORT.get(word, word)) for word in found if word]
    core = tuple(stem for stem in stems if stem not in _GENERIC and stem not in _LINES and stem not in _PLACES)
    if not core:
        # "General Electric" and "American Airlines" are told apart by words that elsewhere say nothing.
        core = tuple(stems)
    rest = [stem for stem in stems if stem not in core]
    return FirmName(
        core, frozenset(stem for stem in rest if stem in _GENERIC), frozenset(stem for stem in rest if stem in _LINES),
        frozenset(stem for stem in rest if stem in _PLACES),
        "".join(core), "".join(stems), "".join(word[0] for word in found if word), is_domain,
    )  # fmt: skip


@lru_cache(maxsize=65_536)
def _stem(word: str) -> str:
    if len(word) > 5 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith("s") and not word.endswith(_PLURAL_EXCEPTIONS):
        return word[:-1]
    return word
