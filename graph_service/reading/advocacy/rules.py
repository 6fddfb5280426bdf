"""What a rule of advocacy is. The rules themselves stand in `tells`, `prefers`, `stands_by` and `reverses`."""

import re
from dataclasses import dataclass, field
from functools import cache, reduce
from operator import or_

from graph_service.reading.plain_text.gates import Gated, GatedAny, Gates
from graph_service.reading.plain_text.wording import Line
from graph_service.reading.sentences import Sentence

GATES = Gates()
"""The gates of all patterns of advocacy."""

WEIGHTS = {
    "tells_upward": 3.0,
    "defends": 3.0,
    "brings_people": 2.0,
    "prefers": 2.0,
    "offers": 3.0,
    "relies": 1.0,
    "coaches": 2.0,
}
"""The strength of each act (design, section 6; inside advice, which it does not name, counts as bringing people does).

The reverse of an act counts the same with a minus.
"""


@dataclass(frozen=True, slots=True)
class Rule:
    """A family of wordings: any pattern of `pattern` is the act.

    `needs` are patterns that must hold anywhere in the sentence, `bars` patterns that must not; `allows` names the
    vetoes of `vetoes` that this family is exempt from, since its own words look like them.
    """

    name: str
    act: str
    confidence: float
    pattern: tuple[Gated, ...]
    needs: tuple[GatedAny, ...] = ()
    bars: tuple[GatedAny, ...] = ()
    allows: frozenset[str] = frozenset()
    bits: int = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "bits", reduce(or_, (one.bit for one in self.pattern)))

    @property
    def weight(self) -> float:
        """Return the signed strength of the act."""
        act = self.act.removeprefix("against_")
        return -WEIGHTS[act] if act != self.act else WEIGHTS[act]


@dataclass(frozen=True, slots=True)
class Read:
    """A sentence with its plain form and the signs that its words show (see `Gates.passing`)."""

    sentence: Sentence
    plain: str
    passing: int


def read(line: Line) -> Read:
    """Return a line with the signs of its words."""
    return Read(line.sentence, line.plain, GATES.passing(line.words))


def first_match(patterns: tuple[Gated, ...], line: Read) -> re.Match[str] | None:
    """Return the leftmost match of any of the patterns."""
    found = [match for one in patterns if (match := one.search(line.plain, line.passing))]
    return min(found, key=lambda match: match.start(), default=None)


@cache
def gated(pattern: str) -> GatedAny:
    """Return a pattern that is tried only where the words it needs are there; it tells whether it is found."""
    return GATES.any_of(pattern)


def any_of(*alternatives: str) -> tuple[Gated, ...]:
    """Return the patterns of which one must be found."""
    return tuple(map(GATES.pattern, alternatives))


def words(text: str) -> frozenset[str]:
    """Return the words of a written list."""
    return frozenset(text.split())
