"""The cursor of the subscription: it holds what was told, fits its limit, and cannot be made up."""

import asyncio

import pytest

from graph_service.resolvers.alerts_following import Following, Told, read_start, sign_start
from graph_service.resolvers.alerts_reading import unbroken
from graph_service.resolvers.cursors import BadCursorError, Cursors

CURSORS = Cursors("secret")


def test_a_cursor_brings_back_where_it_was_and_what_was_told() -> None:
    told = Told()
    assert told.add("one")
    assert not told.add("one")
    start = read_start(CURSORS, "follow/w", sign_start(CURSORS, "follow/w", 7, 123, told))
    assert (start.seq, start.since) == (7, 123)
    assert not start.told.add("one")
    assert start.told.add("two")


def test_a_cursor_stays_within_the_length_that_is_read_however_much_was_told() -> None:
    told = Told()
    for number in range(5000):
        told.add(f"alert {number}")
    start = read_start(CURSORS, "follow/w", sign_start(CURSORS, "follow/w", 10**12, 10**13, told))
    assert not start.told.add("alert 4999")


@pytest.mark.parametrize("place", ["follow/other", "alerts/w"])
def test_a_cursor_of_another_list_or_workspace_is_refused(place: str) -> None:
    cursor = sign_start(CURSORS, "follow/w", 1, 2, Told())
    with pytest.raises(BadCursorError):
        read_start(CURSORS, place, cursor)


def test_a_cursor_of_another_form_is_refused() -> None:
    with pytest.raises(BadCursorError):
        read_start(CURSORS, "follow/w", CURSORS.sign("follow/w", (1, 2)))


def test_what_a_socket_carries_keeps_its_token_out_of_the_log() -> None:
    carried = Following({"authorization": "Bearer hush"}, {"authorization": "Bearer hush"})
    assert "hush" not in repr(carried)


async def test_a_read_that_is_cancelled_ends_before_it_gives_way() -> None:
    done: list[str] = []

    async def read() -> None:
        await asyncio.sleep(0.05)
        done.append("read")

    task = asyncio.create_task(unbroken(read()))
    await asyncio.sleep(0.01)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert done == ["read"]


async def test_a_read_that_fails_raises_its_error() -> None:
    async def read() -> None:
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        await unbroken(read())
