"""How much each level of agreement in each field tells: Fellegi and Sunter's weights, fitted without labels.

u (how often strangers agree) comes from value counts and random pairs; m (how often one person's records agree) by
expectation-maximisation over compared pairs, held near shipped values. Source: Fellegi and Sunter 1969; Winkler 2000.
"""

import math
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from graph_service.reading.identity.field_values import (
    CLOSE,
    DIFFERENT,
    EXACT,
    MISSING,
    WEAK,
    Row,
    agreement,
    values_of,
)
from graph_service.reading.identity.records import Record

_SHIPPED_M = {
    "given": (0.80, 0.10, 0.04, 0.06), "last": (0.84, 0.10, 0.03, 0.03), "born": (0.85, 0.07, 0.05, 0.03),
    "firm": (0.72, 0.20, 0.06, 0.02),
}  # fmt: skip
_SHIPPED_U = {
    "given": 0.01, "last": 0.002, "middle": 0.02, "street": 0.002, "number": 0.02, "city": 0.03, "area": 0.2,
    "born": 0.0005, "postcode": 0.005, "phone": 0.0005, "mail": 0.0001, "firm": 0.001,
}  # fmt: skip
"""How often strangers agree exactly, by field (0.1 for others). Worth `_PSEUDO` records in short lists."""
_PSEUDO = 100
_STRANGE = (0.01, 0.02, 0.97)
"""How the rest of strangers' pairs are spread over close, weak and different."""
_USUAL_M = (0.78, 0.10, 0.04, 0.08)
_HELD = 60.0
"""So many pairs' worth of trust in the shipped values of m; more for a firm's name: neighbours share all else."""
_SWAPS = (("given", "last"), ("street", "other:street2"))
BLOCK_CAP = 60
_BAD = (MISSING, WEAK, DIFFERENT)
_SAMPLE = 10_000
"""So many random pairs show how strangers agree."""
_FITTED_ON = 20_000
_ROUNDS = 12
_SEED = 20_240_101


@dataclass(frozen=True, slots=True)
class FieldModel:
    """Fields in order, counts of values, and log2 weights of levels; `prior` is the log2 of the odds before comparing;
    `logs` (by level) and `exact` (by value) are the weights that `score` adds up.
    """

    fields: tuple[str, ...] = ()
    counts: tuple[dict[str, int], ...] = ()
    m: tuple[tuple[float, ...], ...] = ()
    u: tuple[tuple[float, ...], ...] = ()
    size: int = 0
    prior: float = 0.0
    logs: tuple[tuple[float, ...], ...] = ()
    exact: tuple[dict[str, float], ...] = ()

    def row(self, record: Record) -> Row:
        """Return a record's values in the order of the fields."""
        values = values_of(record) if self.fields else {}
        return tuple(values.get(field, "") for field in self.fields)

    def score(self, one: Row, two: Row) -> tuple[float, str]:
        """Return the probability (0..1) that two rows are one person, and the fields that agree (from 0.5 on)."""
        levels, total = self.levels(one, two), self.prior
        for place, level in enumerate(levels):
            if level == EXACT:
                total += self.exact[place].get(one[place], self.logs[place][EXACT])
            elif level:
                total += self.logs[place][level]
        p = 1 / (1 + 2 ** -max(-60.0, min(60.0, total)))
        if p < 0.5:
            return p, ""
        agreeing = (field for field, level in zip(self.fields, levels, strict=True) if level in (EXACT, CLOSE))
        return p, ", ".join(field.removeprefix("other:") for field in agreeing)

    def levels(self, one: Row, two: Row) -> list[int]:
        """Return the level of agreement of each field; two fields filled the wrong way round count as close."""
        found = [
            (EXACT if a == b else agreement(field, a, b)) if a and b else MISSING
            for field, a, b in zip(self.fields, one, two, strict=True)
        ]
        for i, j in _swap_places(self.fields):
            if found[i] in _BAD and found[j] in _BAD:
                self._swap(found, i, j, one, two)
        return found

    def _swap(self, found: list[int], i: int, j: int, one: Row, two: Row) -> None:
        crossed = agreement(self.fields[i], one[i], two[j]), agreement(self.fields[j], one[j], two[i])
        if EXACT in crossed or crossed == (CLOSE, CLOSE):
            found[i], found[j] = (CLOSE if level in (EXACT, CLOSE) else level for level in crossed)


@lru_cache(maxsize=64)
def _swap_places(fields: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    """Return the places of fields that people fill the wrong way round."""
    return tuple((fields.index(a), fields.index(b)) for a, b in _SWAPS if a in fields and b in fields)


def fit_fields(records: Sequence[Record]) -> FieldModel:
    """Return the weights that a set of records teaches; fields that less than a twentieth of them fill are left out."""
    values = [values_of(record) for record in records]
    filled = Counter(field for row in values for field in row)
    fields = tuple(sorted(field for field, count in filled.items() if count * 20 >= len(records)))
    rows = [tuple(row.get(field, "") for field in fields) for row in values]
    counts = tuple(dict(Counter(row[place] for row in rows if row[place])) for place in range(len(fields)))
    m = tuple(_with_missing(_SHIPPED_M.get(field, _USUAL_M)) for field in fields)
    usual = tuple(_with_missing(_USUAL_M) for _ in fields)
    model = FieldModel(fields, counts, m, usual, max(len(rows), 2), -math.log2(max(len(rows), 2)))
    return _weighed(_fitted(replace(model, u=_strangers(model, rows)), rows))


def _chance(field: str, count: int, size: int) -> float:
    """Return how likely a stranger has a value that `count` of `size` records hold."""
    usual = _SHIPPED_U.get(field, 0.1)
    return min((max(count - 1, 0) + _PSEUDO * usual) / (size - 1 + _PSEUDO), 0.9)


def _weighed(model: FieldModel) -> FieldModel:
    """Return the model with its log2 weights: of each level, and of an exact value by how common it is."""
    logs = tuple(
        tuple(math.log2(m / u) for m, u in zip(own, strange, strict=True))
        for own, strange in zip(model.m, model.u, strict=True)
    )
    exact = tuple(
        {value: math.log2(own[EXACT] / _chance(field, count, model.size)) for value, count in counts.items()}
        for field, own, counts in zip(model.fields, model.m, model.counts, strict=True)
    )
    return replace(model, logs=logs, exact=exact)


def _with_missing(levels: tuple[float, ...]) -> tuple[float, ...]:
    return (1.0, *levels)


def _strangers(model: FieldModel, rows: Sequence[Row]) -> tuple[tuple[float, ...], ...]:
    """Return how often two random records reach each level of each field."""
    source = random.Random(_SEED)  # noqa: S311 - a sample, no secret
    pairs = (
        [source.sample(range(len(rows)), 2) for _ in range(min(_SAMPLE, len(rows) * (len(rows) - 1) // 2))]
        if len(rows) > 1
        else []
    )
    seen = _counted(model, ((rows[a], rows[b]) for a, b in pairs))
    found = []
    for field, column in zip(model.fields, seen, strict=True):
        exact = _SHIPPED_U.get(field, 0.1)
        usual = (exact, *((1 - exact) * part for part in _STRANGE))
        total = float(column.sum()) + _PSEUDO
        found.append(_with_missing(tuple((float(n) + _PSEUDO * u) / total for n, u in zip(column, usual, strict=True))))
    return tuple(found)


def _counted(model: FieldModel, pairs: Iterable[tuple[Row, Row]]) -> NDArray[np.float64]:
    seen = np.zeros((len(model.fields), 4))
    for one, two in pairs:
        for place, level in enumerate(model.levels(one, two)):
            if level:
                seen[place, level - 1] += 1
    return seen


def _fitted(model: FieldModel, rows: Sequence[Row]) -> FieldModel:
    """Return the model with m and the prior odds by expectation-maximisation over (a sample of) the blocked pairs."""
    candidates = sorted(_candidates(rows))
    pairs = candidates
    if len(pairs) > _FITTED_ON:
        pairs = random.Random(_SEED).sample(candidates, _FITTED_ON)  # noqa: S311 - a sample, no secret
    if not pairs:
        return model
    levels = np.array([model.levels(rows[a], rows[b]) for a, b in pairs], dtype=np.int8)
    start = m = np.array(model.m)
    held = [_HELD * (50 if field == "firm" else 1) for field in model.fields]
    surprise, prior = _surprise(model, rows, pairs, levels), model.prior
    for _ in range(_ROUNDS):
        sure = _sure(m, levels, surprise, prior)
        m = _better(start, levels, sure, held)
        prior = _odds(float(sure.sum()) * len(candidates) / len(pairs), model.size)
    return replace(model, m=tuple(tuple(float(value) for value in row) for row in m), prior=prior)


def _odds(matches: float, size: int) -> float:
    """Return log2 of the odds that two random records are one person; a record has half to ten partners."""
    bounded = min(max(matches, size / 2), size * 10)
    return math.log2(bounded * 2 / (size * (size - 1)))


def _surprise(
    model: FieldModel, rows: Sequence[Row], pairs: Sequence[tuple[int, int]], levels: NDArray[np.int8]
) -> NDArray[np.float64]:
    """Return log2 u of each pair and field; that of an exact value is how common the value is."""
    u = np.log2(np.array(model.u))
    found = np.zeros(levels.shape)
    for place in range(len(model.fields)):
        found[:, place] = u[place][levels[:, place]]
        for pair in np.flatnonzero(levels[:, place] == EXACT):
            count = model.counts[place].get(rows[pairs[int(pair)][0]][place], 1)
            found[pair, place] = math.log2(_chance(model.fields[place], count, model.size))
    return found


def _sure(
    m: NDArray[np.float64], levels: NDArray[np.int8], surprise: NDArray[np.float64], prior: float
) -> NDArray[np.float64]:
    """Return the probability of each pair under the weights of this round."""
    logs = np.log2(m)
    weight = np.full(len(levels), prior)
    for place in range(m.shape[0]):
        weight += np.where(levels[:, place] == MISSING, 0.0, logs[place][levels[:, place]] - surprise[:, place])
    sure: NDArray[np.float64] = 1 / (1 + np.exp2(-np.clip(weight, -60, 60)))
    return sure


def _better(
    start: NDArray[np.float64], levels: NDArray[np.int8], sure: NDArray[np.float64], held: Sequence[float]
) -> NDArray[np.float64]:
    """Return m of the next round: shares of the levels among sure pairs, held near the start."""
    better = start.copy()
    for place in range(start.shape[0]):
        mass = np.array([sure[levels[:, place] == level].sum() for level in (EXACT, CLOSE, WEAK, DIFFERENT)])
        better[place, 1:] = (mass + held[place] * start[place, 1:]) / (mass.sum() + held[place])
    return better


def field_keys(row: Row) -> Iterable[tuple[str, ...]]:
    """Yield the keys under which a row is compared: the starts of every two values, and each whole long value."""
    starts = [(str(place), value.replace(" ", "")[:4]) for place, value in enumerate(row) if value]
    for (one, left), (two, right) in combinations(starts, 2):
        yield "two", one, left, two, right
    for place, value in enumerate(row):
        if len(value) > 5:
            yield "whole", str(place), value


def _candidates(rows: Sequence[Row]) -> set[tuple[int, int]]:
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, row in enumerate(rows):
        for key in field_keys(row):
            blocks[key].append(place)
    pairs: set[tuple[int, int]] = set()
    for members in blocks.values():
        if 1 < len(members) <= BLOCK_CAP:
            pairs.update(combinations(members, 2))
    return pairs
