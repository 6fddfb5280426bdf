"""Reads subjects in batches, the next ones while the last is worked on, and writes one while the next is worked on."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from itertools import islice
from typing import TypeVar

R = TypeVar("R")
T = TypeVar("T")
AHEAD = 1
"""Batches that are read beside the one waited for: the database answers one while another is taken apart."""


async def batches(
    read: Callable[[list[str]], Awaitable[R]], uids: Sequence[str], size: int
) -> AsyncIterator[tuple[R, int]]:
    """Yield what `read` gives for each batch of `uids`, in order, and how many subjects that brings the total to."""
    under_way: deque[asyncio.Future[R]] = deque()
    starts = iter(range(0, len(uids), size))
    try:
        for done in range(0, len(uids), size):
            for start in islice(starts, AHEAD + 1 - len(under_way)):
                under_way.append(asyncio.ensure_future(read(list(uids[start : start + size]))))
            yield await under_way.popleft(), min(done + size, len(uids))
    finally:
        for waiting in under_way:  # nobody is left to take them
            waiting.cancel()


async def worked(
    found: AsyncIterator[tuple[R, int]], start: Callable[[R], Awaitable[T]], width: int
) -> AsyncIterator[tuple[T, int]]:
    """Yield what the work on each batch gives, in order, with `width` of them at work while the next is read."""
    running: deque[tuple[Awaitable[T], int]] = deque()
    async for batch, done in found:
        running.append((start(batch), done))
        if len(running) > width:
            first, upto = running.popleft()
            yield await first, upto
    for first, upto in running:
        yield await first, upto


class Behind:
    """One write at a time that runs while the next is prepared; the order of writes is that of asking."""

    def __init__(self) -> None:
        self._running: asyncio.Future[object] | None = None

    async def add(self, write: Awaitable[object]) -> None:
        """Wait for the last write, then let `write` run; a failure of one shows when the next is added."""
        await self.settle()
        self._running = asyncio.ensure_future(write)

    async def settle(self) -> None:
        """Wait until nothing is being written."""
        running, self._running = self._running, None
        if running is not None:
            await running
