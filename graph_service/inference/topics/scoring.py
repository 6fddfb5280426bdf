"""How well one change of a release answers one request, with the terms that say why.

Formula: inference.md section 8: 0.6 cosine + 0.4 token set ratio of the key phrases; a common issue key is 1. What
keeps a change from being an answer (it names another format or language, repairs something, is not for a wish) is
taken off as terms of their own.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from rapidfuzz.fuzz import token_set_ratio

from graph_service.domain.facts import Score, Term
from graph_service.inference.topics.concepts import concepts_in, is_broad, is_object
from graph_service.inference.topics.records import Request
from graph_service.inference.topics.shipped import Change, Nature
from graph_service.inference.topics.space import Model, Vector, cosine, place, weigh_concepts
from graph_service.inference.topics.specifics import clash, hinted_by, named_in
from graph_service.inference.topics.wishes import said_by, wish_of
from graph_service.inference.topics.words import content

COSINE, PHRASES = 0.6, 0.4
OTHER_KIND, NOT_SHARED, REPAIRED, THERE = -0.4, -0.2, -0.5, -0.25
KEY_WORDS = 3
SURE = 0.6
"""Concepts below this weight (one weak sign, an aside) are no feature in common by themselves."""
_KEY = re.compile(r"(?<![\w-])([A-Z][A-Z0-9]{1,9}-\d{1,6}|#\d{3,7})(?![\w-])")
_NO_KEY = frozenset(
    ("UTF", "ISO", "SHA", "RFC", "HTTP", "TLS", "AES", "COVID", "IEC", "DIN", "EN", "ES", "WCAG", "GPT")
)


@dataclass(frozen=True, slots=True)
class Read:
    """A text prepared for comparison. Texts without a common one of `marks` have nothing to do with each other."""

    vector: Vector
    phrases: str
    words: str
    named: dict[str, frozenset[str]]
    features: frozenset[str]
    objects: frozenset[str]
    beside: frozenset[str]
    keys: frozenset[str]
    marks: frozenset[str]
    is_fault: bool = False
    there: frozenset[str] = frozenset()
    """Features that the text speaks of as there already: "the report should …"."""


def read_request(request: Request, model: Model, features: Sequence[str]) -> Read | None:
    """Return a request prepared; None where nothing is wanted any more."""
    wish = wish_of(request)
    keys = issue_keys(said_by(request))
    if not wish.text and not keys:
        return None
    read = prepare(wish.text, model, features, keys)
    named = read.features | hinted_by(wish.text)
    return replace(read, is_fault=wish.is_fault, there=frozenset(weigh_concepts(wish.existing)) & named)


def read_change(change: Change, model: Model, features: Sequence[str]) -> Read:
    """Return a change of a release prepared."""
    return prepare(change.text, model, features, issue_keys(change.item))


def prepare(text: str, model: Model, features: Sequence[str], keys: frozenset[str] = frozenset()) -> Read:
    """Return a text prepared for comparison."""
    own = tuple(features)
    weights = {one: weight for one, weight in weigh_concepts(text, own).items() if not is_broad(one)}
    sure = {one for one, weight in weights.items() if weight >= SURE}
    objects = frozenset(one for one in sure if is_object(one))
    beside = _beside(text, own)
    return Read(
        vector=place(text, model, own), phrases=key_phrases(text, model, own),
        words=" ".join(sorted(set(content(text)))), named=named_in(text),
        features=frozenset(sure - objects), objects=objects, beside=beside, keys=keys,
        marks=beside | {f"={one}" for one in weights},
    )  # fmt: skip


def _beside(text: str, features: tuple[str, ...]) -> frozenset[str]:
    """Return the words that mean something and belong to no concept."""
    taken = {word for found in concepts_in(text, features).values() for word in found.words}
    return frozenset(content(text)) - taken


def score_pair(wanted: Read, change: Change, given: Read, request_uid: str) -> Score:
    """Return how well a change answers a request, at most 1; its terms add up to it."""
    evidence = (request_uid,)
    if wanted.keys & given.keys:
        return Score(1.0, (Term("issue key", 1.0, evidence),))
    terms = [
        Term("words and meaning", round(COSINE * cosine(wanted.vector, given.vector), 9), evidence),
        Term("key phrases", round(PHRASES * _ratio(wanted, given), 9), evidence),
    ]
    if clash(wanted.named, given.named):
        terms.append(Term("names another one of its kind", OTHER_KIND, evidence))
    if not _share_a_feature(wanted, given):
        terms.append(Term("no feature in common", NOT_SHARED, evidence))
    elif wanted.there and not wanted.beside & given.beside and not (wanted.features - wanted.there) & given.features:
        terms.append(Term("speaks of it as there", THERE, evidence))
    if (change.nature is Nature.REPAIR) != wanted.is_fault:
        terms.append(Term("a repair is no new feature", REPAIRED, evidence))
    return Score(sum(one.value for one in terms), tuple(terms))


def _share_a_feature(wanted: Read, given: Read) -> bool:
    """Tell whether both speak of one feature; of a mere object only where other words agree, or none are there.

    A wish without a feature that the lexicon knows has to have words in common, half of them where the change has one.
    """
    if wanted.features & given.features:
        return True
    beside = wanted.beside & given.beside
    if wanted.objects & given.objects:
        return bool(beside) or not (wanted.beside or wanted.features)
    if wanted.features or not beside:
        return False
    return not given.features or 2 * len(beside) >= len(wanted.beside)


@lru_cache(maxsize=20_000)
def issue_keys(text: str) -> frozenset[str]:
    """Return the keys of issues a text names: ABC-123 or #1234."""
    found = _KEY.findall(text[:2_000])
    return frozenset(one for one in found if one.partition("-")[0] not in _NO_KEY)


def key_phrases(text: str, model: Model, features: tuple[str, ...] = ()) -> str:
    """Return what a text is about as words: its concepts, and the words that say most beside them."""
    weights = weigh_concepts(text, features)
    sure = sorted(one for one in weights if not is_broad(one))
    words = sorted(set(content(text)), key=lambda word: (-model.weight(f"w{word}"), word))
    most = KEY_WORDS if not sure else 1
    return " ".join([*(one.replace("_", "") for one in sure), *sorted(words[:most])])


def _ratio(wanted: Read, given: Read) -> float:
    """Return the token set ratio, 0..1: of a text without concepts, its words against all words of the other."""
    other = given.phrases if wanted.features or wanted.objects else given.words
    return token_set_ratio(wanted.phrases, other) / 100 if wanted.phrases and other else 0.0
