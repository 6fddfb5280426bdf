"""Expected value of an action, as a sum of named terms. Pure; weights from inference.md, section 9.

EV = p_useful * p_change * value * urgency * renewal * (0.5 + 0.75 confidence). The stored score is ln EV, so that
it is the sum of its terms (each the ln of a factor); ties are broken by the action's key.
"""

from dataclasses import dataclass
from math import exp, log
from statistics import median

from graph_service.domain.facts import Score, Term

USEFUL = {"low": 0.3, "normal": 0.5, "high": 0.7}
"""p_useful before anybody has judged: the playbook's configured priority."""
FALLBACK_ARR = 10_000.0
"""What an account is taken to be worth where no account of the workspace has an ARR."""
DEFAULT_CONFIDENCE = 0.7
URGENCY_DAYS = 10.0
RENEWAL_DAYS = 30.0


@dataclass(frozen=True, slots=True)
class Stake:
    """What the ranking of one match rests on. Ages in business days, `days_to_renewal` in days."""

    priority: str
    change: float
    arr: float
    age: int
    days_to_renewal: int | None
    confidence: float


def rank(stake: Stake, evidence: tuple[str, ...] = ()) -> Score:
    """Return ln EV with its terms."""
    dated = stake.days_to_renewal
    factors = (
        ("usefulness", USEFUL[stake.priority]),
        ("chance to change it", stake.change),
        ("value at stake", max(stake.arr, 1.0) ** 0.7),
        ("urgency", 2 ** (-max(stake.age, 0) / URGENCY_DAYS)),
        ("renewal ahead", 1.0 if dated is None or dated < 0 else 1.0 + 2 ** (-dated / RENEWAL_DAYS)),
        ("confidence", 0.5 + 0.75 * stake.confidence),
    )
    terms = tuple(Term(name, round(log(value), 9), evidence if name == "confidence" else ()) for name, value in factors)
    return Score(round(sum(term.value for term in terms), 9), terms)


def expected_value(score: float) -> float:
    """Return EV from the stored ln EV."""
    return exp(score)


def typical_arr(known: list[tuple[str, float]]) -> dict[str, float]:
    """Return what an account without ARR is taken to be worth, by segment; "" is for a segment without any."""
    by_segment: dict[str, list[float]] = {"": []}
    for segment, arr in known:
        by_segment.setdefault(segment, []).append(arr)
        if segment:
            by_segment[""].append(arr)
    return {segment: median(arrs) if arrs else FALLBACK_ARR for segment, arrs in by_segment.items()}
