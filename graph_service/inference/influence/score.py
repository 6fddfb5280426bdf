"""The formula of influence: a weighted mean of what is known, as terms that add up to it.

Owns weights and confidence. It may not gather the parts.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import exp2, fsum

from graph_service.domain.facts import Score, Term
from graph_service.inference.influence.held_titles import Held

TITLE, NETWORK, NEIGHBOURS, MENTIONS, COPIES = "title", "network", "neighbours", "mentions", "copies"
TITLE_WEIGHT = 6.0
WEIGHTS = {NETWORK: 1.5, NEIGHBOURS: 1.0, MENTIONS: 1.0, COPIES: 0.5}
DIGITS = 9


@dataclass(frozen=True, slots=True)
class Standing:
    """What the network says of one person on the day of a close: part → 0..1, None where nothing is known.

    `count` is how many interactions of the last year they were in.
    """

    day: int
    network: float | None = None
    neighbours: float | None = None
    mentions: float | None = None
    copies: float | None = None
    count: int = 0

    def parts(self) -> dict[str, float]:
        """Return the parts that are known, in the order they are shown."""
        named = ((NETWORK, self.network), (NEIGHBOURS, self.neighbours), (MENTIONS, self.mentions))
        return {name: value for name, value in (*named, (COPIES, self.copies)) if value is not None}


def influence_shares(held: Held | None, standing: Standing | None) -> dict[str, float]:
    """Return the summands of I by name; empty where nothing is known.

    I = (6 q T + 1.5 N' + 1.0 A + 1.0 M + 0.5 C) / (sum of the weights present), inference.md, section 3. The weight
    of a title is 6 q: one that is less trusted counts less, it does not count as a lower one.
    """
    weighted: list[tuple[str, float, float]] = []
    if held is not None and held.level is not None:
        weighted.append((TITLE, TITLE_WEIGHT * held.trust, held.level))
    if standing is not None:
        weighted += [(name, WEIGHTS[name], value) for name, value in standing.parts().items()]
    whole = fsum(weight for _, weight, _ in weighted)
    return {name: weight * value / whole for name, weight, value in weighted}


def score_of(shares: Mapping[str, float], evidence: Mapping[str, tuple[str, ...]]) -> Score:
    """Return the summands as a score, rounded so that they still add up."""
    value = round(fsum(shares.values()), DIGITS)
    names = list(shares)
    rest = [round(shares[name], DIGITS) for name in names[1:]]
    rounded = [round(value - fsum(rest), DIGITS), *rest]
    terms = (Term(name, one, evidence.get(name, ())) for name, one in zip(names, rounded, strict=False))
    return Score(value, tuple(terms))


def confidence_of(held: Held | None, standing: Standing | None) -> float:
    """Return 1 - 2^(-(6 q + n / 10) / 3) with q the trust in the title (0 without) and n interactions; in 0..1."""
    known = TITLE_WEIGHT * held.trust if held is not None and held.level is not None else 0.0
    count = standing.count if standing is not None else 0
    return round(1.0 - exp2(-(known + count / 10) / 3), DIGITS)
