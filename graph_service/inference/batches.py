"""Reads subjects in batches, the next one while the last is worked on."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from typing import TypeVar

R = TypeVar("R")


async def batches(
    read: Callable[[list[str]], Awaitable[R]], uids: Sequence[str], size: int
) -> AsyncIterator[tuple[R, int]]:
    """Yield what `read` gives for each batch of `uids`, and how many subjects that brings the total to."""
    waiting: asyncio.Future[R] | None = None
    for start in range(0, len(uids), size):
        current = waiting or asyncio.ensure_future(read(list(uids[start : start + size])))
        following = list(uids[start + size : start + 2 * size])
        found = await current
        waiting = asyncio.ensure_future(read(following)) if following else None
        yield found, min(start + size, len(uids))
