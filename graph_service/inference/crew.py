"""Where the formulas run while the event loop reads and writes: in a thread for little work, in processes for much.

Python computes in one thread at a time, so a large book is inferred in processes of their own. Their start costs a
second each, which a small one would not earn back.
"""

import asyncio
import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeVar

from graph_service.errors import ServiceError

MANY = 40
"""From so many accounts on processes are worth their start."""
MOST = 4
SELDOM = (100_000, 50, 100)
"""How seldom a worker looks for garbage in rings: what it makes holds none, and looking took a fifth of its time."""
A = TypeVar("A")
B = TypeVar("B")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Crew:
    """Runs pure functions apart from the event loop, `width` of them at once."""

    width: int
    executor: Executor

    def start(self, work: Callable[[A, B], R], first: A, second: B) -> asyncio.Future[R]:
        """Start `work`, a function of a module, with arguments that can be sent to another process."""
        return asyncio.ensure_future(self._run(work, first, second))

    async def _run(self, work: Callable[[A, B], R], first: A, second: B) -> R:
        try:
            return await asyncio.get_running_loop().run_in_executor(self.executor, work, first, second)
        except BrokenProcessPool as error:
            raise ServiceError(
                "A process that worked out facts was ended from outside, perhaps for want of memory.",
                "Free some memory and run it again: it goes on where it stopped.",
            ) from error


@contextmanager
def crew_for(accounts: int) -> Iterator[Crew]:
    """Give a crew fit for so many accounts; what has not begun when the block ends is not done."""
    cores = _cores()
    is_much = cores > 1 and accounts >= MANY
    width = min(cores, MOST) if is_much else 1  # who reads and writes waits for the database most of the time
    executor: Executor
    if is_much:
        context = multiprocessing.get_context("spawn")  # a fork would take along the threads and sockets we have open
        executor = ProcessPoolExecutor(width, context, initializer=_begin)
    else:
        executor = ThreadPoolExecutor(width)
    try:
        yield Crew(width, executor)
    finally:
        executor.shutdown(wait=True, cancel_futures=True)


def _cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _begin() -> None:
    """Leave Ctrl-C to the process that started this one, and end when it ends, however it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.freeze()
    gc.set_threshold(*SELDOM)
    threading.Thread(target=_follow, daemon=True).start()


def _follow() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(0)
