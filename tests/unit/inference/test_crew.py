"""Work apart from the event loop: the same results in the same order, and nobody left behind."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from operator import add
from pathlib import Path

import psutil  # type: ignore[import-untyped, unused-ignore]
import pytest

from graph_service.errors import ServiceError
from graph_service.inference import crew
from graph_service.inference.batches import worked
from graph_service.inference.crew import MANY, crew_for

ORPHANED = """
import os, sys, time
from graph_service.inference.crew import MANY, crew_for
if __name__ == "__main__":
    with crew_for(MANY) as crew:
        print(crew.executor.submit(os.getpid).result(), flush=True)
        time.sleep(60)
"""


async def _numbers(count: int) -> AsyncIterator[tuple[int, int]]:
    for one in range(count):
        yield one, one + 1


@pytest.mark.parametrize("people", [1, MANY])
async def test_results_come_in_the_order_of_the_batches(people: int) -> None:
    with crew_for(people) as workers:
        found = [pair async for pair in worked(_numbers(7), lambda one: workers.start(add, one, 100), workers.width)]
    assert found == [(100 + one, one + 1) for one in range(7)]


async def test_little_work_stays_in_this_process_and_much_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "_cores", lambda: 2)
    assert await _where(1) == os.getpid()
    assert await _where(MANY) != os.getpid()


async def _where(people: int) -> int:
    with crew_for(people) as workers:
        return await asyncio.wrap_future(workers.executor.submit(os.getpid))


async def test_no_more_batches_are_taken_than_can_be_worked_on() -> None:
    """Memory stays flat however many batches there are."""
    taken: list[int] = []

    async def counted() -> AsyncIterator[tuple[int, int]]:
        async for pair in _numbers(20):
            taken.append(pair[0])
            yield pair

    with crew_for(1) as workers:
        results = worked(counted(), lambda one: workers.start(add, one, 1), workers.width)
        await anext(results)
        assert len(taken) == workers.width + 1


async def test_a_failure_in_the_work_is_raised_where_the_result_is_wanted() -> None:
    with crew_for(1) as workers, pytest.raises(TypeError):
        await workers.start(add, 1, "one")


async def test_a_worker_that_is_killed_is_told_with_a_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "_cores", lambda: 2)
    with crew_for(MANY) as workers, pytest.raises(ServiceError, match="ended from outside") as told:
        await workers.start(os.kill, workers.executor.submit(os.getpid).result(), signal.SIGKILL)
    assert told.value.hint


async def test_one_core_alone_starts_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "_cores", lambda: 1)
    assert await _where(MANY) == os.getpid()


def test_a_worker_ends_with_the_process_that_started_it_even_when_that_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "orphaned.py"
    script.write_text(ORPHANED)
    with subprocess.Popen([sys.executable, script], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        worker = psutil.Process(int(parent.stdout.readline()))
        parent.kill()
    until = time.monotonic() + 10
    while worker.is_running() and worker.status() != psutil.STATUS_ZOMBIE and time.monotonic() < until:
        time.sleep(0.05)
    assert not worker.is_running() or worker.status() == psutil.STATUS_ZOMBIE
