"""What the part of an address before the @ says about a name: which names fit it, and whether it is distinctive."""

import re
from functools import lru_cache

from graph_service.reading.identity.folding import skeleton
from graph_service.reading.identity.name_agreement import is_close, share_nickname
from graph_service.reading.identity.names import NOBODY, PersonName
from graph_service.reading.identity.word_classes import common_names, generic_names, nickname_classes

FULL, INITIAL_LAST, FIRST_INITIAL, LAST, FIRST, NONE = (
    "full",
    "initial and last",
    "first and initial",
    "last",
    "first",
    "",
)
_SEPARATOR = re.compile(r"[._\-+=]+")
_DIGITS = re.compile(r"\d+")


@lru_cache(maxsize=131_072)
def local_words(local: str) -> tuple[str, ...]:
    """Return the letters-only words of a local part as skeletons; what follows a plus, and digits, are dropped."""
    plain = local[:80].partition("+")[0]
    return tuple(key for word in _SEPARATOR.split(plain) if (key := skeleton(_DIGITS.sub("", word))))


@lru_cache(maxsize=131_072)
def name_from_local(local: str) -> PersonName:
    """Return the name that a local part spells out: "anna.berg" and "berg_anna2"; `NOBODY` if it gives less.

    The order is not known for sure; first.last is taken unless only the second word is a known first name.
    """
    found = [word for word in local_words(local) if word not in generic_names()]
    if len(found) not in (2, 3) or len(found[0]) + len(found[-1]) < 4:
        return NOBODY
    first, last = found[0], found[-1]
    if len(last) == 1 or (last in nickname_classes() and first not in nickname_classes() and len(first) > 1):
        first, last = last, first
    return PersonName((first,), last, last, frozenset({last}) if len(last) > 2 else frozenset())


@lru_cache(maxsize=524_288)
def local_fit(local: str, name: PersonName) -> str:
    """Return how a name fits a local part: full, initial and last, first and initial, last, first, or "" for none."""
    found = local_words(local)
    if not found or not (name.given or name.last):
        return NONE
    grades = [_spelled(found, first, name) for first in name.given[:2] or ("",)]
    grades += [_joined("".join(found), first, name) for first in name.given[:2] or ("",)]
    return min(grades, key=_ORDER.index)


_ORDER = (FULL, INITIAL_LAST, FIRST_INITIAL, LAST, FIRST, NONE)


def _spelled(found: tuple[str, ...], first: str, name: PersonName) -> str:
    """Grade a local part of several words: each word is held against first name and family name."""
    lasts = {name.last, name.full_last, *name.parts} - {""}
    has_last = any(word in lasts or (len(word) > 4 and any(is_close(word, last) for last in lasts)) for word in found)
    rest = [word for word in found if word not in lasts]
    has_first = any(_is_first(word, first) for word in rest)
    if has_last and has_first:
        return FULL
    if has_last:
        return INITIAL_LAST if first and any(word == first[0] for word in rest) else (LAST if not rest else NONE)
    if has_first:
        initials = {last[0] for last in lasts}
        others = [word for word in rest if not _is_first(word, first)]
        if any(word in initials for word in others):
            return FIRST_INITIAL
        return FIRST if not others else NONE
    return NONE


def _is_first(word: str, first: str) -> bool:
    if len(first) < 2:
        return False
    return word == first or share_nickname(word, first) or (len(word) > 4 and is_close(word, first))


def _joined(whole: str, first: str, name: PersonName) -> str:
    """Grade a local part of one word: firstlast, flast, lastf, firstl."""
    for last in dict.fromkeys((name.last, name.full_last)):
        if len(last) < 2 or not first:
            continue
        if len(first) > 1 and whole in (first + last, last + first):
            return FULL
        initials = "".join(given[0] for given in name.given)
        if whole in (first[0] + last, last + first[0], initials + last, last + initials):
            return INITIAL_LAST
        if len(first) > 1 and whole in (first + last[0], last[0] + first):
            return FIRST_INITIAL
        if whole.endswith(last) and len(whole) > len(last) + 1 and share_nickname(whole[: -len(last)], first):
            return FULL
        if len(last) > 7 and whole in (first[0] + last[:7], last[:7] + first[0]):
            return INITIAL_LAST
    return NONE


@lru_cache(maxsize=131_072)
def is_distinctive(local: str) -> bool:
    """Tell whether a local part is one person's handle wherever it stands: not "info", "john", "j.smith" or "dev1"."""
    found = local_words(local)
    whole = "".join(found)
    if len(whole) < 4 or whole in generic_names() or any(word in generic_names() for word in found):
        return False
    if len(found) > 1 and min(len(word) for word in found) > 2:
        return not set(found) <= common_names()
    if whole in common_names() or whole in nickname_classes():
        return False
    # An initial before a common family name ("jsmith") is borne by many; so is a first name with an initial ("annab").
    shortened = {whole[1:], whole[:-1]}
    return shortened.isdisjoint(common_names()) and whole[:-1] not in nickname_classes()
