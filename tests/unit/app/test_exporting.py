"""The order of reading: pages follow each other, one round trip each, and a slow page becomes a small one."""

from collections.abc import Sequence
from dataclasses import dataclass

import pytest

from graph_service.app.exporting import ALPHABET, Read, in_pages, share_done
from graph_service.graph.failures import DatabaseTimeoutError

KEYS = [f"k{number:03}" for number in range(250)]


@dataclass(frozen=True, slots=True)
class Row:
    """What has a place in an order."""

    key: str


def reader(asked: list[tuple[str, int]], keys: Sequence[str] = KEYS, most: int = 1_000) -> Read:
    """Return what reads pages of `keys`, and times out beyond `most` rows."""

    async def read(after: str, size: int) -> Sequence[Row]:
        asked.append((after, size))
        if size > most:
            raise DatabaseTimeoutError("too slow")
        return [Row(key) for key in keys if key > after][:size]

    return read


async def found(read: Read, size: int, starts: Sequence[str] = ("",)) -> list[str]:
    return [row.key async for page in in_pages(read, size, starts) for row in page]


async def test_every_row_comes_once_in_one_round_trip_a_page() -> None:
    asked: list[tuple[str, int]] = []
    assert await found(reader(asked), 100) == KEYS
    assert asked == [("", 100), ("k099", 100), ("k199", 100)]


async def test_a_full_last_page_is_followed_by_an_empty_one() -> None:
    asked: list[tuple[str, int]] = []
    assert await found(reader(asked, KEYS[:2]), 2) == KEYS[:2]
    assert asked == [("", 2), ("k001", 2)]


async def test_a_second_start_follows_the_first() -> None:
    asked: list[tuple[str, int]] = []
    assert await found(reader(asked, ["a", "b"]), 5, ("", "a")) == ["a", "b", "b"]


async def test_a_page_that_takes_too_long_is_asked_for_in_smaller_ones() -> None:
    asked: list[tuple[str, int]] = []
    assert await found(reader(asked, most=20), 100) == KEYS
    assert asked[:2] == [("", 100), ("", 20)]
    assert {size for _, size in asked[1:]} == {20}


async def test_when_even_a_small_page_takes_too_long_the_error_is_told() -> None:
    asked: list[tuple[str, int]] = []
    with pytest.raises(DatabaseTimeoutError):
        await found(reader(asked, most=0), 1_000)
    assert [size for _, size in asked] == [1_000, 200, 40, 10]


def test_progress_follows_the_place_of_the_last_row() -> None:
    done = [share_done(Row(first + second * 25)) for first in ALPHABET for second in ALPHABET]
    assert done == sorted(done)
    assert done[0] == 0.0
    assert 0.99 < done[-1] < 1.0
    assert share_done(Row("UPPER")) == 0.0
