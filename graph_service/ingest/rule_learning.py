"""What people's decisions teach of the matching rules: how often each was right here. Pure: counts in, shares out.

A rule begins with the share that it had on made and open data, worth 20 observations; each match of it that a person
kept or took back in this workspace counts as one more (design: Beta(20p + kept, 20(1 - p) + reverted)).
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

PRIOR = 20.0
RULES: Mapping[str, tuple[float, str]] = {
    "R1": (0.991, "the same mail address"),
    "R2": (1.0, "the same profile, or the same id in one system"),
    "R3": (0.96, "the same phone and family name"),
    "R4": (0.98, "the same firm and the same name"),
    "R5": (0.97, "the same firm and a name spelt nearly so"),
    "R6": (0.955, "the same firm, and an initial that fits nobody else"),
    "R7": (0.97, "an address that spells the name"),
    "R8": (0.978, "a first name that one person bears there"),
    "R10": (0.955, "the whole name on a private address"),
    "R11": (0.85, "the name at another firm, after silence at the first"),
    "R12": (0.955, "the same handle at two hosts of private mail"),
}
"""The rules of people in business: what each begins with in its usual case, and in words what agrees."""
_RULE = re.compile(r"[RA]\d{1,2}")


@dataclass(frozen=True, slots=True)
class Lesson:
    """How many matches by a rule people looked at and kept, and how many they took back or refused."""

    rule: str
    kept: int = 0
    reverted: int = 0


def is_rule(name: str) -> bool:
    """Tell whether a link was made by a rule of the matcher, of which there is something to learn."""
    return _RULE.fullmatch(name) is not None


def lessons_of(said: Iterable[tuple[str, bool]]) -> dict[str, Lesson]:
    """Return the lessons of decisions (rule of the match, whether it was kept), by rule."""
    found: dict[str, Lesson] = {}
    for rule, is_kept in said:
        if is_rule(rule):
            before = found.get(rule, Lesson(rule))
            found[rule] = Lesson(rule, before.kept + is_kept, before.reverted + (not is_kept))
    return dict(sorted(found.items()))


def learned_p(rule: str, p: float, kept: int, reverted: int) -> float:
    """Return how often a match by `rule` is right (0..1), as decisions suggest; it is shown, matching does not use it.

    It is the mean of Beta(20p + kept, 20(1 - p) + reverted).

    `p` is what the rule says of the match at hand. What is no rule of the matcher (somebody's decision) stays as it is.
    """
    if not is_rule(rule) or not (kept or reverted):
        return p
    return (PRIOR * p + kept) / (PRIOR + kept + reverted)
