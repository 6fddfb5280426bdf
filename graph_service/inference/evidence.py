"""Which interactions a term rests on: the newest few.

Owns the order and the cap of evidence. It may not decide what counts.
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from graph_service.inference.touches import Touch

CAP = 5


@dataclass(frozen=True, slots=True)
class Trail:
    """Distinct interactions in order of (day, time, uid)."""

    days: tuple[int, ...]
    uids: tuple[str, ...]

    def newest(self, day: int) -> tuple[str, ...]:
        """Return up to five interactions up to and with `day`, newest first."""
        end = bisect_right(self.days, day)
        return self.uids[max(0, end - CAP) : end][::-1]


def trail_of(touches: Iterable[Touch]) -> Trail:
    """Return the trail of `touches`, in any order; each interaction once."""
    ordered = sorted({(touch.day, touch.at_ms, touch.interaction_uid) for touch in touches})
    return Trail(tuple(day for day, _, _ in ordered), tuple(uid for _, _, uid in ordered))
