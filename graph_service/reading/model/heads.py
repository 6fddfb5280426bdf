"""The small classifiers that stand on the vectors of the sentence model: their weights, and what they say of vectors.

`python -m tools.train_heads` makes the files; nothing is learnt here.
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import msgspec
import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]


class HeadFile(msgspec.Struct, frozen=True):
    """The file of a head: what it was trained on in words, its classes, and a row of weights and a bias for each."""

    about: str
    classes: tuple[str, ...]
    weights: tuple[tuple[float, ...], ...]
    bias: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """A logistic regression with one row of weights a class."""

    classes: tuple[str, ...]
    weights: Matrix
    bias: Matrix

    def shares(self, vectors: NDArray[np.float32]) -> Matrix:
        """Return the share of each class (columns, they sum to 1) for each vector (rows)."""
        scores = vectors.astype(np.float64) @ self.weights.T + self.bias
        raised = np.exp(scores - scores.max(axis=1, keepdims=True))
        shares: Matrix = raised / raised.sum(axis=1, keepdims=True)
        return shares


@cache
def head(name: str) -> Head:
    """Return the head of a name, such as "tone"."""
    text = files("graph_service.reading.model").joinpath(f"head_{name}.json").read_bytes()
    read = msgspec.json.decode(text, type=HeadFile)
    return Head(read.classes, np.array(read.weights), np.array(read.bias))
