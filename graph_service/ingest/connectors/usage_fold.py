"""Counts of use, folded to days while a file streams by. Pure: no file, no clock.

Memory grows with the series (key, user, feature) and the months they cover, never with the rows.
"""

from array import array
from collections.abc import Iterator

BLOCK = 32
ABSENT = -1
MOST = 2**62
Key = tuple[str, str, str]


class UsageFold:
    """Sums of counts by (account key, user, feature) and day. A day with a count of nought is a day that is known."""

    def __init__(self) -> None:
        self._series: dict[Key, dict[int, array[int]]] = {}

    def add(self, key: Key, day: int, count: int) -> None:
        """Add to a day; `count` is not negative."""
        blocks = self._series.setdefault(key, {})
        number, place = divmod(day, BLOCK)
        block = blocks.get(number)
        if block is None:
            block = blocks[number] = array("i", [ABSENT] * BLOCK)
        total = max(block[place], 0) + count
        try:
            block[place] = total
        except OverflowError:
            blocks[number] = block = array("q", block)
            block[place] = min(total, MOST)

    def __len__(self) -> int:
        return len(self._series)

    def series(self) -> Iterator[tuple[Key, tuple[int, ...], tuple[int, ...]]]:
        """Yield each series with its days, rising, and their counts, in the order of the keys."""
        for key in sorted(self._series):
            blocks = self._series[key]
            known = [
                (number * BLOCK + place, count)
                for number in sorted(blocks)
                for place, count in enumerate(blocks[number])
                if count != ABSENT
            ]
            yield key, tuple(day for day, _ in known), tuple(count for _, count in known)
