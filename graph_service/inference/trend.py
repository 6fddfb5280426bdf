"""Whether a relationship grows or cools: its recent rate against its own longer one.

Owns the trend formula. It may not look at other stakeholders.
"""

from collections.abc import Mapping
from math import exp2, log, log2, sqrt

from graph_service.domain.facts import Term
from graph_service.inference.decay import left_of

FAST, SLOW = 21.0, 90.0
RATE_FLOOR = 1 / 90
STEEP, SURE = 0.5, 1.64


def trend_of(weights: Mapping[int, float], day: int) -> tuple[str, tuple[Term, ...]]:
    """Return `growing`, `steady` or `cooling` on `day` for the units in `weights`, and the terms rho and z.

    With rates l_h = A_h ln 2 / h / (1 - 2^(-age / h)) per day: rho = log2((l_21 + e) / (l_90 + e)), e = 1/90, and
    z = (l_21 - l_90) / sqrt(l_90 (ln 2 / 2) (1/21 + 1/90)). Cooling: rho < -0.5 and z < -1.64; growing mirrored.
    Age is days since the first touch: without it everybody who is new would seem to grow for half a year, because
    the slow sum fills more slowly.
    """
    age = day - min(weights, default=day) + 1
    fast, slow = (_rate(weights, day, half_life, age) for half_life in (FAST, SLOW))
    steepness = log2((fast + RATE_FLOOR) / (slow + RATE_FLOOR))
    spread = sqrt(slow * log(2) / 2 * (1 / FAST + 1 / SLOW))
    sureness = (fast - slow) / spread if spread > 0 else 0.0
    terms = Term("rho", round(steepness, 9)), Term("z", round(sureness, 9))
    if steepness < -STEEP and sureness < -SURE:
        return "cooling", terms
    if steepness > STEEP and sureness > SURE:
        return "growing", terms
    return "steady", terms


def _rate(weights: Mapping[int, float], day: int, half_life: float, age: int) -> float:
    """Return units per day, as if the accumulator had had time to fill."""
    filled = 1.0 - exp2(-max(1, age) / half_life)
    return left_of(weights, day, half_life) * log(2) / half_life / filled
