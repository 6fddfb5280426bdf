"""Rank from who shares mail and meetings with whom: the network part of influence.

Owns the graph (whom an interaction joins), its eigenvector, percentiles and their shrinkage. It knows no titles, no
days and no account: the product calls it with the window of one account, the bench with a whole mail log.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

MAX_MAIL = 11
"""Participants of a mail or ticket that still says who belongs together: a writer and ten recipients."""
MAX_MEETING = 8
EDGE = 2
"""Shared interactions from which two people are joined; a small meeting alone is enough and counts this much."""
SMALL = 8
"""Nodes from which the eigenvector is used."""
SHRINKAGE = 5.0
MIDDLE = 0.5
FEW = 100
"""Nodes up to which the matrix itself is squared; above, a vector is multiplied until it settles."""
SQUARINGS = 16
ROUNDS, SETTLED = 1_000, 1e-12

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Gathering:
    """The known people of one interaction, each once; `size` counts strangers too."""

    people: tuple[str, ...]
    size: int
    is_together: bool = False


def shared_pairs(one: Gathering) -> tuple[int, list[Pair]]:
    """Return how much an interaction counts, and the pairs it joins, each in order of uid; none for a crowd."""
    if len(one.people) < 2 or one.size > (MAX_MEETING if one.is_together else MAX_MAIL):
        return 0, []
    return EDGE if one.is_together else 1, list(combinations(sorted(one.people), 2))


def shared_counts(gatherings: Iterable[Gathering]) -> Counter[Pair]:
    """Return how often each pair was on one interaction, crowds left out."""
    counts: Counter[Pair] = Counter()
    for one in gatherings:
        size, pairs = shared_pairs(one)
        for pair in pairs:
            counts[pair] += size
    return counts


def network_rank(
    shared: Mapping[Pair, int], ranked: Collection[str], writers: Mapping[str, int] | None = None
) -> dict[str, float]:
    """Return N' in 0..1 for each of `ranked` who is in the graph: their rank by whom they are joined with.

    `shared` counts what two people took part in together (`shared_counts`): all who are on one mail, not only its
    writer with each reader, so that being copied beside those who matter counts as well. An undirected, unweighted
    edge joins two people from two shared interactions on; each is scored by the eigenvector of the largest eigenvalue
    (Bonacich 1972, "Factoring and weighting approaches to status scores and clique identification"), here by numpy.
    Weights and directions are left out on purpose: on mail with titles they lost to plain edges, as counts of mail
    did. N is the percentile among `ranked` (mid-ranks for ties), shrunk as N' = (n N + 5 * 0.5) / (n + 5) with n nodes
    in the graph. Below eight nodes an eigenvector says nothing: there people rank by `writers`, how many distinct
    colleagues were seen to write to them.
    """
    nodes = sorted({uid for pair in shared for uid in pair})
    known = sorted(set(nodes) & set(ranked))
    if len(nodes) < SMALL:
        found = writers or {}
        return percentiles({uid: float(found.get(uid, 0)) for uid in known}, len(nodes))
    scores = centrality(nodes, [pair for pair, count in shared.items() if count >= EDGE])
    return percentiles({uid: scores[uid] for uid in known}, len(nodes))


def percentiles(values: Mapping[str, float], n: int) -> dict[str, float]:
    """Return the percentile of each value (mid-rank of equals; the only one: 0.5), shrunk to 0.5 by `n`."""
    ordered = sorted(values.values())
    below: dict[float, int] = {}
    for place, value in enumerate(ordered):
        below.setdefault(value, place)
    equal = Counter(ordered)
    last = max(1, len(ordered) - 1)
    places = {value: (below[value] + (equal[value] - 1) / 2) / last for value in below}
    if len(ordered) == 1:
        places = dict.fromkeys(places, MIDDLE)
    return {uid: (n * places[value] + SHRINKAGE * MIDDLE) / (n + SHRINKAGE) for uid, value in values.items()}


def centrality(nodes: Sequence[str], edges: Iterable[Pair]) -> dict[str, float]:
    """Return the eigenvector centrality of `nodes`, 1 for the highest, rounded to 9 digits so that equals stay equal.

    By power iteration from ones on A + 1, which has no second eigenvalue of the same size but another sign. Where
    several components share the largest eigenvalue, ones are projected on all of them; nodes outside those get 0.
    """
    places = {uid: place for place, uid in enumerate(nodes)}
    matrix = np.zeros((len(nodes), len(nodes)))
    for one, other in edges:
        matrix[places[one], places[other]] = matrix[places[other], places[one]] = 1.0
    if not matrix.any():
        return dict.fromkeys(nodes, 0.0)
    vector = _squared(matrix) if len(nodes) <= FEW else _iterated(matrix)
    top = float(vector.max())
    return {uid: round(float(value) / top, 9) + 0.0 for uid, value in zip(nodes, vector, strict=True)}


def _squared(matrix: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return (A + 1)^65536 times ones: power iteration by squaring, which is quick while the matrix is small."""
    power = matrix + np.eye(len(matrix))
    for _ in range(SQUARINGS):
        power = power @ power
        power /= power.max()
    vector: NDArray[np.float64] = power.sum(axis=1)
    return vector


def _iterated(matrix: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the same by power iteration, a vector at a time."""
    vector = np.ones(len(matrix))
    for _ in range(ROUNDS):
        following = matrix @ vector + vector
        following /= np.linalg.norm(following)
        if float(np.abs(following - vector).max()) < SETTLED:
            return following
        vector = following
    return vector
