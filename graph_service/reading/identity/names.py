"""A person's name taken apart: given names, family name. Pure; compares nothing (see `name_agreement`)."""

import re
from dataclasses import dataclass
from email.header import decode_header, make_header
from functools import lru_cache

from nameparser import HumanName

from graph_service.reading.identity.folding import LONGEST, fold, skeleton
from graph_service.reading.identity.word_classes import generic_names, word_class

_ADDRESS = re.compile(r"<[^<>]{0,200}>|\bmailto:\S{0,200}|\S{1,80}@\S{1,120}")
_SPELLED_ADDRESS = re.compile(
    r"\S{1,80} (?:at|\[at\]|\(at\)) \S{1,80}(?: (?:dot|\[dot\]|\(dot\)) \S{1,40}){1,4}", re.IGNORECASE
)
_BRACKETED = re.compile(r"[(\[{][^()\[\]{}]{0,120}[)\]}]")
_QUOTED = re.compile(r'["“”„][^"“”„]{0,60}["“”„]')
_TAIL = re.compile(
    r"\s(?:via|on behalf of|im auftrag von|pour le compte de|i\.a\.|c/o)\s.{0,200}$|\s?[|/•·–—]\s?.{0,200}$"
    r"|\s-\s.{0,200}$|\s@\s?.{0,200}$|\s(?:ext|external|extern)\.?$",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"^[\d:.,\s]{1,40}(?:[AP]M\b)?\s?")
_WRAPPED = re.compile(r"^\s*(?:on behalf of|via|from|re|to|cc)\s*:?\s+", re.IGNORECASE)
_SUFFIXES, _TITLES, _PARTICLES = (word_class("name_words", kind) for kind in ("suffix", "title", "particle"))
_PLAIN = re.compile(r"[^\W\d_'’-]{2,30}(?:[-'’][^\W\d_]{1,30})? [^\W\d_'’-]{2,30}(?:[-'’][^\W\d_]{1,30})?")
_TOKEN = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class PersonName:
    """Skeletons: `given` holds all given names and initials, `last` the family name without particles, or "".

    `full_last` keeps the particles ("vanderberg"); `parts` are the pieces of a double family name.
    """

    given: tuple[str, ...] = ()
    last: str = ""
    full_last: str = ""
    parts: frozenset[str] = frozenset()

    @property
    def first(self) -> str:
        """Return the first given name or initial."""
        return self.given[0] if self.given else ""

    @property
    def is_full(self) -> bool:
        """Tell whether a whole first name and a whole family name are known."""
        return len(self.first) > 1 and len(self.last) > 1


NOBODY = PersonName()


@lru_cache(maxsize=131_072)
def parse_name(text: str) -> PersonName:
    """Return the name in a display name: "Last, First", titles, firms in brackets, "via X", addresses are dealt with.

    Words that name nobody ("root", "unknown") give `NOBODY`. Never raises.
    """
    clean = _cleaned(text)
    if not clean:
        return NOBODY
    if _PLAIN.fullmatch(clean):
        first, last = clean.split(" ")
        if fold(first) not in _TITLES and fold(last) not in _SUFFIXES and fold(first) not in _PARTICLES:
            return _shouted(first, last) or _made([first], last)
    return _parsed(clean)


@lru_cache(maxsize=131_072)
def name_of(first: str, last: str) -> PersonName:
    """Return the name of two columns; a missing one is looked for in the other ("Anna Berg" as a last name)."""
    first, last = _cleaned(first), _cleaned(last)
    if not first or not last:
        return parse_name(first or last) if " " in (first or last) else _made([first] if first else [], last)
    return _made(_TOKEN.findall(first) or [first], _without_suffix(last))


def _cleaned(text: str) -> str:
    short = _CLOCK.sub("", " ".join(_decoded(text[:LONGEST]).replace("\\", "").replace("_", " ").split()))
    for pattern in (_ADDRESS, _SPELLED_ADDRESS, _BRACKETED):
        short = pattern.sub(" ", short)
    if len(_TOKEN.findall(_QUOTED.sub("", short))) > 1:
        short = _QUOTED.sub(" ", short)
    short = _WRAPPED.sub("", _TAIL.sub("", short)).strip(" ,;:'\"“”„.<>()-")
    if "." in short and " " not in short:
        short = short.replace(".", " ")
    return "" if not _TOKEN.search(short) or skeleton(short) in generic_names() else " ".join(short.split())


def _decoded(text: str) -> str:
    """Return a header's encoded words (RFC 2047) as text; what cannot be decoded stays."""
    if "=?" not in text:
        return text
    try:
        return str(make_header(decode_header(text)))
    except (ValueError, LookupError):
        return text


def _shouted(first: str, last: str) -> PersonName | None:
    """Serve "MEIER Anna": a family name written first, in capitals."""
    if len(first) > 2 and first.isupper() and not last.isupper() and not last.islower():
        return _made([last], first)
    return None


def _parsed(clean: str) -> PersonName:
    if len(clean.split()) == 1:
        return _made([clean], "")
    human = HumanName(clean)
    given = _TOKEN.findall(f"{human.first} {human.middle}")
    last = _without_suffix(human.last)
    if not given and human.title and last:
        given = [word for word in _TOKEN.findall(human.title) if fold(word) not in _TITLES]
    if not last and len(given) > 1:
        given, last = given[:-1], given[-1]
    return _made(given, last)


def _without_suffix(last: str) -> str:
    kept = [word for word in last.replace(",", " ").split() if fold(word).replace(".", "") not in _SUFFIXES]
    return " ".join(kept) or last


def _made(given: list[str], last: str) -> PersonName:
    first = tuple(key for word in given if (key := skeleton(word)) and fold(word) not in _TITLES)[:6]
    pieces = [piece for piece in _TOKEN.findall(last) if piece]
    core = [piece for piece in pieces if fold(piece) not in _PARTICLES] or pieces
    keys = [skeleton(piece) for piece in core]
    whole = "".join(keys)
    if not first and not whole:
        return NOBODY
    parts = frozenset(key for key in keys if len(key) > 2)
    return PersonName(first, whole, "".join(skeleton(piece) for piece in pieces), parts)
