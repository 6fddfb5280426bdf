"""Whether what somebody did is enough to call them champion or coach, whatever their probability.

Owns the tiers of evidence: at least one costly act within a year. A title, friendliness or praise to our face never
do. It may not know probabilities or states.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph_service.inference.champions.acts import HALF_LIFE, Act

GATE_DAYS = 365
"""Acts older than that open no gate: an act weighs an eighth by then."""

RECENT_DAYS = int(HALF_LIFE)


@dataclass(frozen=True, slots=True)
class Pin:
    """What a person of ours said: it holds for 90 days from `day`."""

    day: int
    is_champion: bool
    uid: str


class Gate:
    """What the acts and rulings of one person allow to be said of them on a day."""

    def __init__(self, acts: Sequence[Act], pins: Iterable[Pin]) -> None:
        self._costly = sorted({act.day for act in acts if act.is_costly})
        self._against = sorted({act.day for act in acts if act.weight < 0})
        self._confirmed = sorted({pin.day for pin in pins if pin.is_champion})

    @property
    def days(self) -> list[int]:
        """Return the days on which the gate may open or close."""
        listed = {*self._costly, *self._against, *self._confirmed}
        return [*listed, *(day + GATE_DAYS for day in listed), *(day + RECENT_DAYS for day in self._costly)]

    def is_open(self, day: int) -> bool:
        """Tell whether there is a costly act in the last 365 days."""
        return _newest(self._costly, day) is not None

    def is_fresh(self, day: int) -> bool:
        """Tell whether there is a costly act in the last 365 days, or a person said so in that time."""
        return self.is_open(day) or _newest(self._confirmed, day) is not None

    def spoke_lately(self, day: int) -> bool:
        """Tell whether they did something costly for us within one half-life of acts, and nothing against us since."""
        costly = _newest(self._costly, day)
        return costly is not None and day - costly < RECENT_DAYS and not self.has_turned(day)

    def has_turned(self, day: int) -> bool:
        """Tell whether they spoke against us in the last 365 days and did nothing costly for us since."""
        against, costly = _newest(self._against, day), _newest(self._costly, day)
        return against is not None and (costly is None or costly < against)


def _newest(days: Sequence[int], day: int) -> int | None:
    """Return the newest of `days` by `day`, None where it is older than a year."""
    place = bisect_right(days, day)
    return days[place - 1] if place and days[place - 1] > day - GATE_DAYS else None
