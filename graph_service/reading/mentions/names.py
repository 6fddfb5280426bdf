"""Where the names of a workspace stand in a text: competitors, products and people, with their exact place.

A name that is also a common word ("Anchor", "Summit") counts only with a capital and in a place where a name can
stand, or in lower case beside words of buying. Names inside links and mail addresses do not count. What a workspace
calls things is compiled once; who takes part in a conversation is looked up each time.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from graph_service.reading.mentions.name_places import common_names, stands_as_name
from graph_service.reading.mentions.person_names import SEPARATOR, forms_of, is_family_name, lowered, spans_of
from graph_service.reading.mentions.slips import MIN_LETTERS, find_slips
from graph_service.reading.setting import Vocabulary

MAX_CHARACTERS = 50_000
_LINK = re.compile(r"(?:https?://|www\.)\S{1,500}|[\w.+-]{1,64}@[\w.-]{1,100}")
_NO_LETTERS = re.compile(r"[\W_]")


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a text: `text[start:end]` is how it is said, `name` the name to report, `kind` what it names."""

    name: str
    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Names:
    """The names of a workspace: a pattern of them, what each stands for, their parts, and the rare ones."""

    pattern: re.Pattern[str] | None
    by_alias: dict[str, tuple[str, str]]
    parts: tuple[tuple[str, ...], ...]
    rare: dict[str, tuple[str, str]]


def names_in(text: str, vocabulary: Vocabulary, people: tuple[str, ...] = ()) -> list[Named]:
    """Return the names of the first 50,000 characters in order; overlapping names give the longest."""
    names = _compiled(vocabulary)
    text = text[:MAX_CHARACTERS]
    small = lowered(text)
    persons = {form: (name, "person") for form, name in forms_of(people).items() if form not in names.by_alias}
    known = {**names.by_alias, **persons}
    found = [one for span in _spans(text, small, names, persons) if (one := _named(text, *span, known)) is not None]
    found = [one for one in found if not _is_somebody(one, text, people)]
    found += _misspelt(small, names, {named.name for named in found})
    if not found:
        return []
    links = [match.span() for match in _LINK.finditer(text)]
    kept = [one for one in found if not any(start <= one.start < end for start, end in links)]
    return sorted(kept, key=lambda one: one.start)


@lru_cache(maxsize=8)
def _compiled(vocabulary: Vocabulary) -> _Names:
    by_alias: dict[str, tuple[str, str]] = {}
    for kind, groups in (("product", vocabulary.products), ("competitor", vocabulary.competitors)):
        for aliases in groups:
            for alias in aliases:
                by_alias[" ".join(alias.lower().split())] = (aliases[0], kind)
    by_alias = {alias: name for alias, name in by_alias.items() if name[0] and len(alias) > 1}
    words = sorted(map(_loose, by_alias), key=len, reverse=True)
    pattern = re.compile(rf"(?<![\w@/]){'(?:' + '|'.join(words) + ')'}(?![\w@])", re.IGNORECASE) if words else None
    parts = tuple(tuple(SEPARATOR.split(alias)) for alias in by_alias)
    rare: dict[str, tuple[str, str]] = {}
    for alias, name in by_alias.items():
        if _is_rare(alias):
            rare.setdefault(_NO_LETTERS.sub("", alias), name)
    return _Names(pattern, by_alias, parts, rare)


def _loose(alias: str) -> str:
    """Return a pattern of an alias whose parts may be joined by any blank or hyphen."""
    return r"[\s-]{1,3}".join(re.escape(part) for part in SEPARATOR.split(alias))


def _is_rare(alias: str) -> bool:
    """Tell whether a name is no common word, so that lower case and slips of the pen do not matter."""
    return len(_NO_LETTERS.sub("", alias)) >= MIN_LETTERS and alias not in common_names()


def _spans(text: str, small: str, names: _Names, persons: dict[str, tuple[str, str]]) -> Iterator[tuple[int, int]]:
    """Yield where a name may stand, from left to right without overlap; of two that begin together the longer."""
    people = sorted(((start, -len(_loose(form)), end) for form in persons for start, end in spans_of(small, form)))
    pattern = names.pattern if any(all(part in small for part in parts) for parts in names.parts) else None
    at = 0
    ours = pattern.search(text) if pattern is not None else None
    for start, size, end in people:
        while pattern is not None and ours is not None and (ours.start(), -_size(ours)) < (start, size):
            yield ours.span()
            at = ours.end()
            ours = pattern.search(text, at)
        if start >= at:
            yield start, end
            at = end
            if pattern is not None and ours is not None and ours.start() < at:
                ours = pattern.search(text, at)
    while pattern is not None and ours is not None:
        yield ours.span()
        ours = pattern.search(text, ours.end())


def _size(match: re.Match[str]) -> int:
    return len(_loose(match[0].lower()))


def _named(text: str, start: int, end: int, known: dict[str, tuple[str, str]]) -> Named | None:
    said = text[start:end].lower()
    entry = known.get(" ".join(SEPARATOR.split(said))) or known.get(said)
    if entry is None or not stands_as_name(text, start, end, entry[1]):
        return None
    return Named(*entry, start, end)


def _is_somebody(one: Named, text: str, people: tuple[str, ...]) -> bool:
    """Tell whether what reads as a competitor is a person's family name ("Kestrel, Simon")."""
    return one.kind == "competitor" and is_family_name(text, one.start, one.end, people)


def _misspelt(small: str, names: _Names, found: set[str]) -> Iterator[Named]:
    """Yield rare names that are written with one slip, or in two words."""
    for start, end, alias in find_slips(small, tuple(names.rare)):
        name, kind = names.rare[alias]
        if name not in found and small[start:end] not in common_names():
            yield Named(name, kind, start, end)
