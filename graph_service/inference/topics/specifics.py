"""Names of one kind (file formats, languages, chat tools), of which having one does not help who wants another.

Owns the families in `specifics.txt` and what two texts that name members of one family mean for each other.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from graph_service.inference.topics.words import stems


@dataclass(frozen=True, slots=True)
class Named:
    """A member of a family: the phrase it is said by, its own name, and the concept it hints at."""

    phrase: tuple[str, ...]
    family: str
    member: str
    concept: str


def named_in(text: str) -> dict[str, frozenset[str]]:
    """Return family → the members a text names."""
    found: dict[str, set[str]] = defaultdict(set)
    for one in _all_in(stems(text)):
        found[one.family].add(one.member)
    return {family: frozenset(members) for family, members in found.items()}


def hinted_by(text: str) -> frozenset[str]:
    """Return the concepts that the named members hint at."""
    return frozenset(one.concept for one in _all_in(stems(text)) if one.concept)


def clash(wanted: dict[str, frozenset[str]], given: dict[str, frozenset[str]]) -> bool:
    """Tell whether a family is named on both sides without one member in common."""
    return any(family in given and not members & given[family] for family, members in wanted.items())


def _all_in(words: Sequence[str]) -> list[Named]:
    known = _families()
    return [
        one
        for place, word in enumerate(words)
        for one in known.get(word, ())
        if tuple(words[place : place + len(one.phrase)]) == one.phrase
    ]


@cache
def _families() -> dict[str, tuple[Named, ...]]:
    """Return the members by the first word of their phrase."""
    found: dict[str, list[Named]] = defaultdict(list)
    lines = files("graph_service.inference.topics").joinpath("specifics.txt").read_text("utf-8").splitlines()
    for line in lines:
        head, colon, rest = line.partition(":")
        if line.startswith("#") or not colon:
            continue
        family, _, concept = head.rstrip(") ").partition(" (")
        for said in rest.split(";"):
            alias, _, member = said.partition("=")
            phrase = tuple(stems(alias))
            found[phrase[0]].append(Named(phrase, family, (member or alias).strip(), concept.strip()))
    return {first: tuple(members) for first, members in found.items()}
