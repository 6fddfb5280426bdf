"""Where short texts lie beside each other: vectors of words, letters and concepts, and the angle between them.

Owns the weights of terms and the latent space. Fitted on the texts of one workspace known before a month began, so
that what was said of a month never changes later. Formula: inference.md section 8 (L2 of word 1-2 and letter 3-5
TF-IDF, then 150 latent dimensions where there are texts enough), with the concepts of the lexicon as a third block.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import blake2b
from itertools import pairwise
from math import log, sqrt

import numpy as np
from numpy.typing import NDArray

from graph_service.inference.topics.concepts import concepts_in, is_broad, is_object
from graph_service.inference.topics.specifics import hinted_by
from graph_service.inference.topics.words import content

WORDS, LETTERS, CONCEPTS = 0.2, 0.1, 0.7
"""Shares of the three blocks in a vector; a block that a text does not have leaves its share to the others."""
BROAD, OBJECT, HINT = 0.3, 0.7, 0.5
ASIDE, LONG = 0.5, 80
"""What a sentence after the first counts in a text of more than so many characters."""
LATENT = 150
FEWEST = 300
"""Different texts below which the latent space would only repeat them: then terms are compared as they are."""
MOST = 500
"""Different texts a latent space is fitted on, drawn by a hash of the text."""

Weights = Mapping[str, float]
Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Model:
    """Weights of terms, and the latent space where there is one: `places` of terms in the rows of `basis`."""

    count: int
    idf: Weights
    places: Mapping[str, int] = field(default_factory=dict)
    basis: Matrix | None = None

    def weight(self, term: str) -> float:
        """Return how much a term says: ln((1 + n) / (1 + texts with it)) + 1."""
        return self.idf.get(term, log(1 + self.count) + 1)


@dataclass(frozen=True, slots=True)
class Vector:
    """One text in the space: weights of terms and concepts, of length 1 together, and its latent place."""

    terms: Weights
    concepts: Weights
    latent: Matrix | None = None


EMPTY = Model(0, {})


def fit(texts: Iterable[str]) -> Model:
    """Return the model of a set of texts; the same whatever their order and however often each is there."""
    chosen = sorted(set(texts), key=lambda text: (blake2b(text.encode(), digest_size=8).digest(), text))
    seen = Counter(term for text in chosen for term in terms_of(text))
    idf = {term: log((1 + len(chosen)) / (1 + times)) + 1 for term, times in seen.items()}
    model = Model(len(chosen), idf)
    return _with_latent(model, chosen[:MOST]) if len(chosen) >= FEWEST else model


def place(text: str, model: Model, features: Sequence[str] = ()) -> Vector:
    """Return where a text lies; `features` are names of the workspace's own."""
    counts = terms_of(text)
    blocks = [
        (WORDS, {term: _tf(n) * model.weight(term) for term, n in counts.items() if term[0] == "w"}),
        (LETTERS, {term: _tf(n) * model.weight(term) for term, n in counts.items() if term[0] == "c"}),
    ]
    concepts = weigh_concepts(text, tuple(features))
    whole = sum(share for share, block in [*blocks, (CONCEPTS, concepts)] if block) or 1.0
    terms = {term: value for share, block in blocks for term, value in _scaled(block, share / whole).items()}
    latent = _project(terms, model)
    return Vector(terms, _scaled(concepts, CONCEPTS / whole), latent)


def cosine(left: Vector, right: Vector) -> float:
    """Return the cosine of two texts, 0..1."""
    if left.latent is not None and right.latent is not None:
        lexical = float(left.latent @ right.latent)
    else:
        lexical = _dot(left.terms, right.terms)
    return min(1.0, max(0.0, lexical + _dot(left.concepts, right.concepts)))


def blend(left: Vector, right: Vector, share: float) -> Vector:
    """Return the mean of two places, `share` of it right; the dot product of two means is their average link."""
    latent = None
    if left.latent is not None and right.latent is not None:
        latent = left.latent * (1 - share) + right.latent * share
    terms = _mixed(left.terms, right.terms, share) if latent is None else {}
    return Vector(terms, _mixed(left.concepts, right.concepts, share), latent)


@lru_cache(maxsize=20_000)
def weigh_concepts(text: str, features: tuple[str, ...] = ()) -> Weights:
    """Return the concepts of a text with their weights: broad ones and later sentences less, hints of names half."""
    weights: dict[str, float] = {}
    first, _, rest = text.partition(". ") if len(text) > LONG else (text, "", "")
    for part, share in ((first, 1.0), (rest, ASIDE)):
        for one, found in concepts_in(part, features).items():
            weight = found.sure * share * (BROAD if is_broad(one) else OBJECT if is_object(one) else 1.0)
            weights[one] = max(weights.get(one, 0.0), weight)
    for hint in hinted_by(text):
        weights[hint] = min(1.0, weights.get(hint, 0.0) + HINT)
    return weights


@lru_cache(maxsize=20_000)
def terms_of(text: str) -> Counter[str]:
    """Return how often each term is in a text: `w` words and pairs of words, `c` three to five letters of a word."""
    words = content(text)
    terms: Counter[str] = Counter(f"w{word}" for word in words)
    terms.update(f"w{one} {two}" for one, two in pairwise(words))
    for word in words:
        padded = f"_{word}_"
        terms.update(f"c{padded[at : at + n]}" for n in (3, 4, 5) for at in range(len(padded) - n + 1))
    return terms


def _tf(times: int) -> float:
    return 1.0 + log(times)


def _scaled(block: Weights, share: float) -> dict[str, float]:
    """Return a block with the length sqrt(share)."""
    length = sqrt(sum(value * value for value in block.values()))
    return {term: value * sqrt(share) / length for term, value in block.items()} if length else {}


def _mixed(left: Weights, right: Weights, share: float) -> dict[str, float]:
    mixed = {term: value * (1 - share) for term, value in left.items()}
    for term, value in right.items():
        mixed[term] = mixed.get(term, 0.0) + value * share
    return mixed


def _dot(left: Weights, right: Weights) -> float:
    few, many = (left, right) if len(left) <= len(right) else (right, left)
    return sum(value * many[term] for term, value in sorted(few.items()) if term in many)


def _with_latent(model: Model, texts: Sequence[str]) -> Model:
    """Return the model with the first right singular vectors of its texts, by way of their small Gram matrix."""
    places = {term: at for at, term in enumerate(sorted({term for text in texts for term in terms_of(text)}))}
    rows = np.zeros((len(texts), len(places)), dtype=np.float32)
    for row, text in enumerate(texts):
        for term, value in place(text, model).terms.items():
            rows[row, places[term]] = value
    gram = (rows @ rows.T).astype(np.float64)
    values, vectors = np.linalg.eigh(gram)
    keep = [at for at in range(len(values) - 1, -1, -1) if values[at] > 1e-6][:LATENT]
    basis = (rows.T @ vectors[:, keep].astype(np.float32)) / np.sqrt(values[keep])
    return Model(model.count, model.idf, places, basis.astype(np.float64))


def _project(terms: Weights, model: Model) -> Matrix | None:
    """Return the place in the latent space, as long as the text was; None where the model has no such space."""
    if model.basis is None:
        return None
    known = [(model.places[term], value) for term, value in sorted(terms.items()) if term in model.places]
    if not known:
        return np.zeros(model.basis.shape[1])
    at, values = zip(*known, strict=True)
    found: Matrix = np.asarray(values) @ model.basis[list(at)]
    inside, length = float(np.sqrt(found @ found)), sqrt(sum(value * value for value in terms.values()))
    share = sqrt(sum(value * value for value in values)) / length if length else 0.0
    return found * (length * share / inside) if inside > 1e-9 else found
