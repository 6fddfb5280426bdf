"""Reads that a listener who goes away does not break off: a connection cut in the middle is lost to the pool."""

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

T = TypeVar("T")


async def unbroken(read: Coroutine[Any, Any, T]) -> T:
    """Return what a read returns. When cancelled it lets the read end (reads have time limits), then gives way."""
    task = asyncio.ensure_future(read)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.wait({task})
        if not task.cancelled():
            task.exception()  # seen, so that nobody is told of an error that nobody waits for
        raise
