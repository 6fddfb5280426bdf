"""How well two names of persons agree. Grades only; what a grade is worth is said by the rules."""

from functools import lru_cache

from rapidfuzz.distance import OSA, JaroWinkler

from graph_service.reading.identity.names import PersonName
from graph_service.reading.identity.word_classes import common_names, nickname_classes

SAME, NICKNAME, CLOSE, INITIAL, UNKNOWN, OTHER = "same", "nickname", "close", "initial", "unknown", "other"


@lru_cache(maxsize=524_288)
def first_agreement(one: tuple[str, ...], two: tuple[str, ...]) -> str:
    """Return how given names agree: same, nickname, close (a typo), initial, unknown (one is missing), other."""
    if not one or not two:
        return UNKNOWN
    first, second = one[0], two[0]
    if len(first) == 1 or len(second) == 1:
        # "J. Robert" and "Robert": the rest of the names may hold the one that is used.
        return (
            INITIAL if first[0] == second[0] else SAME if any(len(name) > 2 and name in two for name in one) else OTHER
        )
    if first == second or "".join(one) == second or first == "".join(two) or first in two[1:] or second in one[1:]:
        return SAME
    if share_nickname(first, second):
        return NICKNAME
    return CLOSE if is_close(first, second) else OTHER


@lru_cache(maxsize=524_288)
def share_nickname(one: str, two: str) -> bool:
    """Tell whether two first names are in one nickname class."""
    classes = nickname_classes()
    return not classes.get(one, frozenset()).isdisjoint(classes.get(two, frozenset()))


@lru_cache(maxsize=524_288)
def is_close(one: str, two: str) -> bool:
    """Tell whether one word is likely a typo of the other: one edit in five letters or more, Jaro-Winkler >= 0.88.

    Two names that both are common ("Marion", "Marian") are two names, no typo.
    """
    if min(len(one), len(two)) < 4 or {one, two} <= common_names():
        return False
    edits = OSA.distance(one, two, score_cutoff=2)
    return edits <= (1 if min(len(one), len(two)) < 8 else 2) and JaroWinkler.similarity(one, two) >= 0.88


def last_agreement(one: PersonName, two: PersonName) -> str:
    """Return how family names agree: same (also one half of a double name), close, initial, unknown, other."""
    return _last(one.last, two.last, one.parts, two.parts)


@lru_cache(maxsize=524_288)
def _last(one: str, two: str, parts: frozenset[str], others: frozenset[str]) -> str:
    if not one or not two:
        return UNKNOWN
    if one == two:
        return SAME if len(one) > 1 else INITIAL
    if len(one) == 1 or len(two) == 1:
        return INITIAL if one[0] == two[0] else OTHER
    if one in others or two in parts:
        return CLOSE
    close = len(one) > 3 and len(two) > 3 and JaroWinkler.similarity(one, two) >= 0.92
    edits = OSA.distance(one, two, score_cutoff=3)
    if close and edits <= (1 if min(len(one), len(two)) < 8 else 2):
        return CLOSE
    return OTHER


def names_conflict(one: PersonName, two: PersonName) -> bool:
    """Tell whether two names cannot be one person's: both given names, or both family names, are known and differ.

    A changed family name alone is a conflict unless the first names are the same and rare in neither.
    """
    if is_turned(one, two):
        return False
    first, last = first_agreement(one.given, two.given), last_agreement(one, two)
    return OTHER in {first, last}


def is_turned(one: PersonName, two: PersonName) -> bool:
    """Tell whether one name is the other with first and family name in the other order."""
    return one.is_full and two.is_full and one.first == two.last and one.last == two.first


def rarity(name: PersonName) -> int:
    """Return how many of first and family name are not common: 2 for a rare name, 0 for "John Smith"."""
    common = common_names()
    return sum(1 for part in (name.first, name.last) if len(part) > 2 and part not in common)
