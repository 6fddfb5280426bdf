"""What silence alone says: the log-odds that somebody who fell silent is gone for good.

Owns the rhythm of a person's acts and the one function that judges a silence, which product and bench share. It is a
logit of three logarithms: days of silence, days with acts in the last 90, and in all (`inference.md` section 7: the
features that held on other people in later time; the own mean gap added nothing to them). Weights are round numbers
that rank no worse than recency in each of three open logs; only base and slope need a fit to be a calibrated
probability (`calibration`).
"""

from dataclasses import dataclass
from math import expm1, log, log1p

GAP_FADE = 0.93
PRIOR_GAP, PRIOR_WEIGHT = 10.0, 2.0
LEAVING_A_MONTH = 0.016
"""Share of people who leave their job in a month: -ln(1 - .32) / 24, of a survey of decision-makers 2021-22."""
FLOOR_DAYS = 30
"""A departure can be told before the last act, so that the prior is never that of fewer days."""
BASE, SLOPE = -4.4, 1.3
LATELY_WEIGHT, ACTS_WEIGHT = 0.5, 0.4
LATELY_DAYS = 90
DAYS_A_WORKING_DAY = 7 / 5


@dataclass(slots=True)
class Rhythm:
    """The mean gap between days of acts, the older ones fading: (S_gap + 2 * 10) / (S_n + 2) working days."""

    gaps: float = 0.0
    count: float = 0.0
    acts: int = 0

    def beat(self, gap: float | None) -> None:
        """Take in a day of acts, `gap` working days after the one before (None: the first)."""
        self.acts += 1
        if gap is not None:
            self.gaps = GAP_FADE * self.gaps + gap
            self.count = GAP_FADE * self.count + 1.0

    @property
    def mean(self) -> float:
        """Return the mean gap in working days, shrunk to ten days by two gaps."""
        return (self.gaps + PRIOR_WEIGHT * PRIOR_GAP) / (self.count + PRIOR_WEIGHT)


def prior_nats(days: float) -> float:
    """Return the log-odds of having left within `days` calendar days, at the rate at which people change jobs."""
    hazard = max(float(FLOOR_DAYS), days) * LEAVING_A_MONTH / 30.0
    return log(expm1(hazard)) if hazard < 30.0 else hazard


def silence_score(days: float, lately: int, acts: int, asks: float = 0.0) -> float:
    """Return the log-odds of being gone after `days` without an act (calendar days, pauses taken out).

    `lately` and `acts` count days with acts, in the last 90 days and in all: their ratio to the silence is the rhythm.
    `asks` is the term of unanswered asks. More silence and more asks never lower it.
    """
    rhythm = LATELY_WEIGHT * log1p(lately) + ACTS_WEIGHT * log1p(acts)
    return BASE + SLOPE * (log1p(max(0.0, days)) - rhythm) + asks
