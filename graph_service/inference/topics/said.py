"""What people decided of pairs of requests so far: tied together, or with a wall between them. The newest word holds.

Owns the pairs only; `groups` brings the groups in line with them.
"""

from collections import defaultdict
from collections.abc import Collection

from graph_service.inference.topics.records import Ruling

Pairs = defaultdict[str, set[str]]
"""Request → those that are paired with it; each pair is there both ways."""


class Said:
    """The decisions that hold at one moment."""

    def __init__(self) -> None:
        self._ties: Pairs = defaultdict(set)
        self._walls: Pairs = defaultdict(set)
        self._own: set[str] = set()

    @property
    def ties(self) -> list[frozenset[str]]:
        """Return the pairs that belong together, in an order that does not hang on that of the decisions."""
        pairs = {frozenset((one, other)) for one, others in self._ties.items() for other in others}
        return sorted(pairs, key=sorted)

    def note(self, ruling: Ruling) -> None:
        """Take over a decision; what was said of the same two before holds no longer."""
        new, old = (self._ties, self._walls) if ruling.is_together else (self._walls, self._ties)
        _drop(old, ruling.first_uid, ruling.second_uid)
        new[ruling.first_uid].add(ruling.second_uid)
        new[ruling.second_uid].add(ruling.first_uid)

    def leave(self, uid: str, group: Collection[str]) -> None:
        """Give a request a topic of its own: it belongs with none of its old group any more."""
        self._own.add(uid)
        for other in self._ties.get(uid, set()) & set(group):
            _drop(self._ties, uid, other)

    def unite(self, left: Collection[str], right: Collection[str]) -> None:
        """Forget all that stands between two groups: they are one now."""
        self._own.difference_update(left, right)
        for one in left:
            for other in self._walls.get(one, set()) & set(right):
                _drop(self._walls, one, other)

    def is_own(self, group: Collection[str]) -> bool:
        """Tell whether somebody made the group: then only people put it together with another."""
        return not self._own.isdisjoint(group)

    def keeps_apart(self, left: Collection[str], right: Collection[str]) -> bool:
        """Tell whether there is a wall between members of two groups."""
        few, many = sorted((left, right), key=len)
        walls = [self._walls[uid] for uid in few if uid in self._walls]
        return any(not others.isdisjoint(many) for others in walls)

    def bound(self, uid: str) -> frozenset[str]:
        """Return the requests that people tied to one, directly or by way of others, itself among them."""
        found, new = {uid}, {uid}
        while new:
            new = {other for one in new for other in self._ties.get(one, ())} - found
            found |= new
        return frozenset(found)


def _drop(pairs: Pairs, one: str, other: str) -> None:
    pairs[one].discard(other)
    pairs[other].discard(one)
