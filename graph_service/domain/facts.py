"""What inference says: named terms, states that hold for an interval, and numbers over time."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time

DAY_MS = 86_400_000
"""Milliseconds of a day; the graph tells moments and stored days in milliseconds."""


@dataclass(frozen=True, slots=True)
class Term:
    """One summand of a score. `evidence` are uids of the interactions or evidence it rests on."""

    name: str
    value: float
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Score:
    """A value that is exactly the sum of its terms (tested to 1e-9)."""

    value: float
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class SpellFact:
    """A state that holds from `valid_from` (inclusive) to `valid_to` (exclusive; None: still).

    It could first be said on `known_on`. `terms` explain why it opened; `probability` is the detector's, where it has
    one. `began_on` is the best guess of when the thing itself happened (the last working day, the start of a drop);
    `detail` says what the state leaves open (the new employer, the features that fell).
    """

    kind: str
    state: str
    valid_from: date
    valid_to: date | None
    known_on: date
    terms: tuple[Term, ...] = ()
    probability: float | None = None
    began_on: date | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class SeriesFact:
    """A number over time as change points: `values[i]` holds from `days[i]` (epoch days) to the next point."""

    metric: str
    days: tuple[int, ...]
    values: tuple[float, ...]


EPOCH = date(1970, 1, 1)


def epoch_day(day: date) -> int:
    """Return whole days since 1970-01-01."""
    return (day - EPOCH).days


def day_of(epoch: int) -> date:
    """Return the date that is `epoch` days after 1970-01-01."""
    return date.fromordinal(epoch + EPOCH.toordinal())


def midnight(day: date) -> datetime:
    """Return the UTC moment a day is stored as."""
    return datetime.combine(day, time(), UTC)
