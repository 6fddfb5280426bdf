"""How well two firms' names agree, 0 to 1, and whether they speak against each other; rare words tell most."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA, JaroWinkler

from graph_service.reading.identity.companies import FirmName


@dataclass(frozen=True, slots=True)
class FirmAgreement:
    """`score` 0..1; `why` says what agreed; `conflict` tells that each side has a telling word the other lacks."""

    score: float
    why: str
    conflict: bool = False


class WordWeights:
    """How much a word tells: 1 for one that stands in a single name, less for one in many. Fixed once made."""

    def __init__(self, names: Iterable[FirmName] = ()) -> None:
        listed = [name for name in names if name.core]
        distinct = {name.core for name in listed}
        self._followers: dict[str, set[str]] = defaultdict(set)
        for name in listed:
            self._followers[name.core[0]] |= {name.core[1]} if len(name.core) > 1 else name.lines
        self._seen = Counter(word for core in distinct for word in set(core))
        self._total = max(len(distinct), 50)

    def __call__(self, word: str) -> float:
        """Return the weight of a word, 0.2 to 1."""
        seen = self._seen.get(word, 1)
        weight = 1 - math.log(seen) / math.log(self._total)
        return max(0.2, weight) * (0.5 if len(word) < 3 and not word.isdecimal() else 1.0)

    def is_one_family(self, word: str) -> bool:
        """Tell whether all names that start with a word go on alike, so that the bare word can only mean that one."""
        return len(self._followers.get(word, ())) < 2


def compare_firms(one: FirmName, two: FirmName, weights: WordWeights) -> FirmAgreement:
    """Return how well two names agree; see the module's duty. Symmetric."""
    if not one or not two:
        return FirmAgreement(0.0, "")
    if one.joined == two.joined:
        return _same_core(one, two)
    if one.whole == two.whole:
        return FirmAgreement(0.98, "same words, written together or apart")
    if _is_acronym(one, two) or _is_acronym(two, one):
        return FirmAgreement(0.86, "initials of the other's words")
    if (
        _is_typo_of(one.joined, two.joined)
        and min(len(one.joined), len(two.joined)) >= 7
        and len(one.core) != len(two.core)
    ):
        return FirmAgreement(0.9, "one typo, written together or apart")
    return _by_words(one, two, weights)


def _same_core(one: FirmName, two: FirmName) -> FirmAgreement:
    """Judge names that differ by generic words and places only: "Acme Group" is Acme, "Acme Germany" a part of it."""
    if one.whole == two.whole:
        return FirmAgreement(1.0, "same name")
    if _other_line(one, two):
        return FirmAgreement(0.7, "same name, other line of business", conflict=True)
    if one.places != two.places and one.places and two.places:
        return FirmAgreement(0.84, "same name, two places")
    if one.places != two.places:
        return FirmAgreement(0.9, "same name, one with a place")
    return FirmAgreement(0.95, "same name but for general words")


def _other_line(one: FirmName, two: FirmName) -> bool:
    """Tell whether both names say what the firm does, and say different things (no misspelt or cut word)."""
    if not one.lines or not two.lines or one.lines & two.lines:
        return False
    return not any(_is_typo_of(a, b) or _is_cut_of(a, b) for a in one.lines for b in two.lines)


def _is_acronym(short: FirmName, long: FirmName) -> bool:
    letters = short.joined
    if len(short.core) != 1 or not 3 <= len(letters) <= 6 or len(long.initials) < 3:
        return False
    return long.initials == letters or (len(letters) > 3 and long.initials.startswith(letters))


@lru_cache(maxsize=524_288)
def _is_typo_of(one: str, two: str) -> bool:
    """Tell whether one word is the other with a typo: one edit in five letters, two in nine; never a mere start."""
    shorter = min(len(one), len(two))
    if shorter < 5 or one.isdecimal() or two.isdecimal():
        return False
    edits = OSA.distance(one, two, score_cutoff=3)
    if edits <= 1:
        return True
    if one.startswith(two) or two.startswith(one):
        return False
    return shorter >= 9 and edits == 2 and JaroWinkler.similarity(one, two) >= 0.9


def _is_cut_of(one: str, two: str) -> bool:
    """Tell whether one word is the other cut short ("pharm", "pharmaceutical")."""
    short, long = sorted((one, two), key=len)
    return len(short) >= 4 and len(long) - len(short) >= 3 and long.startswith(short)


def _by_words(one: FirmName, two: FirmName, weights: WordWeights) -> FirmAgreement:
    left, right = list(dict.fromkeys(one.core)), list(dict.fromkeys(two.core))
    pairs, exact = _aligned(left, right)
    if not pairs:
        return FirmAgreement(0.0, "", conflict=True)
    common = sum(min(weights(a), weights(b)) * (1.0 if a == b else 0.9) for a, b in pairs)
    alone = [sum(weights(word) for word in left), sum(weights(word) for word in right)]
    why = "shares " + ", ".join(a if a == b else f"{a}/{b}" for a, b in pairs)
    if alone[0] == 0 and alone[1] == 0:
        if _other_line(one, two):
            return FirmAgreement(0.6, why, conflict=True)
        score = 0.96 if exact else 0.9
        return FirmAgreement(score - 0.08 * (one.places != two.places and bool(one.places and two.places)), why)
    if alone[0] and alone[1]:
        share = common / (common + max(alone))
        return FirmAgreement(min(0.8, share), why, conflict=share < 0.72)
    extra = max(alone)
    first = one.core[0] == two.core[0] or _is_typo_of(one.core[0], two.core[0])
    share = common / (common + extra)
    rare = max(weights(a) for a, _ in pairs)
    short, long = sorted((one, two), key=lambda firm: len(firm.core))
    family = all(weights.is_one_family(firm.core[0]) for firm in (short, long))
    if (
        first
        and rare >= 0.6
        and family
        and short.generic | short.lines <= long.generic | long.lines
        and len(short.joined) > 3
    ):
        return FirmAgreement(0.82, f"{why}, a rare name; the other has words more")
    return FirmAgreement(min(0.79, (0.55 if first else 0.3) + 0.35 * share), why)


def _aligned(left: list[str], right: list[str]) -> tuple[list[tuple[str, str]], bool]:
    """Take matching words out of both lists; return the pairs, and whether all of them are the same word."""
    pairs = [(word, word) for word in left if word in right]
    for word, _ in pairs:
        left.remove(word)
        right.remove(word)
    exact = True
    for test in (_is_typo_of, _is_cut_of):
        for word in list(left):
            other = next((other for other in right if test(word, other)), None)
            if other is not None:
                pairs.append((word, other))
                left.remove(word)
                right.remove(other)
                exact = False
    return pairs, exact
