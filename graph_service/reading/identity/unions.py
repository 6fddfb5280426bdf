"""Disjoint sets of numbers; the smallest number names its set. Knows nothing of what the numbers stand for."""

from collections.abc import Sequence


class Unions:
    """Sets of 0..n-1, each alone at first."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))
        self._members: list[list[int]] = [[i] for i in range(size)]

    def root(self, one: int) -> int:
        """Return the smallest number of a set."""
        path = []
        while self._parent[one] != one:
            path.append(one)
            one = self._parent[one]
        for step in path:
            self._parent[step] = one
        return one

    def members(self, one: int) -> Sequence[int]:
        """Return the set of a number; do not change it."""
        return self._members[self.root(one)]

    def join(self, one: int, two: int) -> None:
        """Make two sets one."""
        low, high = sorted((self.root(one), self.root(two)))
        if low != high:
            self._parent[high] = low
            self._members[low].extend(self._members[high])
            self._members[high] = []
