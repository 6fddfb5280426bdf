"""What a short text about software speaks of: concepts such as `single_sign_on`, by the words people use for them.

Owns the lexicon `concepts.txt` and how it is found in a text. It is general knowledge of business software; the names
of a workspace's own features come in as broad things beside it. It does not judge what is wanted of a concept.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from graph_service.inference.topics.words import stems

WEAK = 0.5
REACH = 9
"""Words within which the parts of a `+` term have to stand."""

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """One way to say a concept: `parts` are phrases (tuples of stems) that must all be there near each other."""

    concept: str
    parts: tuple[Phrase, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class Found:
    """A concept in a text: how surely (above 0, at most 1), and the stems by which it was said."""

    sure: float
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All terms by the first stem of their first part, and which concepts are broad or objects (see the file)."""

    terms: dict[str, tuple[Term, ...]]
    broad: frozenset[str]
    objects: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """Return the lexicon that ships beside the code, read once."""
    lines = files("graph_service.inference.topics").joinpath("concepts.txt").read_text("utf-8").splitlines()
    terms: dict[str, list[Term]] = defaultdict(list)
    names = []
    for line in lines:
        name, colon, rest = line.partition(":")
        if line.startswith("#") or not colon:
            continue
        names.append(name)
        for said in rest.split(";"):
            term = _term(name.lstrip("~-"), said)
            terms[term.parts[0][0]].append(term)
    broad, objects = (frozenset(one[1:] for one in names if one[0] == mark) for mark in "~-")
    return Lexicon({first: tuple(found) for first, found in terms.items()}, broad, objects)


def concepts_in(text: str, features: Sequence[str] = ()) -> dict[str, Found]:
    """Return the concepts a text speaks of; names of the workspace's own `features` count as broad ones."""
    words = stems(text)
    found: dict[str, dict[tuple[Phrase, ...], float]] = defaultdict(dict)
    terms = lexicon().terms
    for place, word in enumerate(words):
        for term in terms.get(word, ()):
            if _holds(term, words, place):
                found[term.concept][term.parts] = term.weight
    sure = {concept: _found(said) for concept, said in sorted(found.items())}
    own = {f"own:{' '.join(one)}": Found(1.0, frozenset(one)) for one in _features_in(words, features)}
    return {**sure, **own}


def is_broad(concept: str) -> bool:
    """Tell whether a concept only says where (a report, a plan), so that it never is an answer by itself."""
    return concept.startswith("own:") or concept in lexicon().broad


def is_object(concept: str) -> bool:
    """Tell whether people want many different things of a concept, so that having it in common is not enough."""
    return concept in lexicon().objects


def _found(said: dict[tuple[Phrase, ...], float]) -> Found:
    return Found(min(1.0, sum(said.values())), frozenset(word for parts in said for part in parts for word in part))


def _features_in(words: Sequence[str], features: Iterable[str]) -> list[Phrase]:
    phrases = {tuple(stems(name)) for name in features} - {()}
    return sorted(phrase for phrase in phrases if _starts(words, phrase, range(len(words))))


def _term(concept: str, said: str) -> Term:
    said = said.strip()
    weight = WEAK if said.endswith("?") else 1.0
    return Term(concept, tuple(tuple(stems(part)) for part in said.rstrip("?").split(" + ")), weight)


def _holds(term: Term, words: Sequence[str], place: int) -> bool:
    """Tell whether the term's first part stands at `place` and all others near it."""
    first, *others = term.parts
    if tuple(words[place : place + len(first)]) != first:
        return False
    near = range(max(0, place - REACH), min(len(words), place + REACH + 1))
    return all(_starts(words, part, near) for part in others)


def _starts(words: Sequence[str], phrase: Phrase, places: Iterable[int]) -> bool:
    return any(tuple(words[at : at + len(phrase)]) == phrase for at in places)
