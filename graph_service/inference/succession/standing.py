"""How alike two people's titles are: same words, same function, how many levels apart.

Owns the terms of likeness. It may not judge influence; a title is read by `reading.titles`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from graph_service.domain.facts import Term
from graph_service.inference.casefile import Person, Title
from graph_service.inference.succession import weights
from graph_service.reading.titles.titles import read_title

LONGEST = 200
TRUST = {"signature": 2, "linkedin": 1, "crm": 0}


@dataclass(frozen=True, slots=True)
class Standing:
    """What a title says: its words, rank 1 to 6 (None: unknown), functions."""

    words: str
    rank: int | None
    functions: frozenset[str]


@lru_cache(maxsize=65_536)
def standing_of(text: str) -> Standing:
    """Return what a title says."""
    read = read_title(text[:LONGEST])
    return Standing(" ".join(text.casefold().split()), read.rank, frozenset(read.functions))


def standing_at(person: Person, day: int) -> Standing | None:
    """Return the newest title that was known on `day`; of equal days the signature, then the profile, then the CRM."""
    known = [one for one in person.titles if one.known_day <= day and one.text.strip()]
    return standing_of(max(known, key=_rank).text) if known else None


def _rank(title: Title) -> tuple[int, int, str]:
    return title.known_day, TRUST.get(title.source, 0), title.text


def likeness(leaver: Standing | None, other: Standing | None) -> Iterable[Term]:
    """Return the terms of likeness; none where a title is not known."""
    if leaver is None or other is None:
        return ()
    terms = []
    if leaver.words == other.words:
        terms.append(Term("same title", weights.SAME_TITLE))
    if leaver.functions and other.functions:
        is_same = not leaver.functions.isdisjoint(other.functions)
        terms.append(Term("function", weights.SAME_FUNCTION if is_same else weights.OTHER_FUNCTION))
    if leaver.rank is not None and other.rank is not None:
        apart = min(abs(leaver.rank - other.rank), len(weights.LEVELS) - 1)
        terms.append(Term("level", weights.LEVELS[apart]))
    return terms
