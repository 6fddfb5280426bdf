"""Part (d): the most memory that reading a large mailbox, loading a world, and serving it take."""

import asyncio
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter
from typing import Any

from bench.machine import REPOSITORY
from bench.mbox import write_mbox
from bench.place import Place
from bench.timing import Peak
from bench.world import SIZES, World
from graph_service.domain.workspace import Workspace

BAR_MB = 500


async def measure_mailbox(size_mb: int) -> dict[str, Any]:
    """Return the peak of reading a generated mailbox of `size_mb` megabytes, without a database."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.mbox"
        await asyncio.to_thread(write_mbox, path, World(SIZES["M"]), size_mb * 2**20)
        outcome = await _watch(["read", str(path)], {})
    if outcome.get("rejected"):
        raise AssertionError(f"the connector refused {outcome['rejected']} of the generated mails")
    return {"mailbox_mb": size_mb, "bar_mb": BAR_MB, **outcome}


async def load_apart(place: Place, world: World, workspace: Workspace) -> dict[str, Any]:
    """Load a world in a process of its own; return how fast, and its peak: pipeline and driver, the server not."""
    connection = place.connection
    environment = {
        "NEO4J_URI": connection.uri, "NEO4J_USER": connection.user, "NEO4J_PASSWORD": connection.password,
        "NEO4J_DATABASE": connection.database,
    }  # fmt: skip
    return await _watch(["load", world.size.name, workspace.workspace_id], environment)


async def _watch(arguments: list[str], environment: dict[str, str]) -> dict[str, Any]:
    """Run a child to its end; return what it says, with its peak and its seconds."""
    return await asyncio.to_thread(_run, arguments, environment)


def _run(arguments: list[str], environment: dict[str, str]) -> dict[str, Any]:
    started = perf_counter()
    child = subprocess.Popen(  # noqa: S603 - our own interpreter
        [sys.executable, "-m", "bench.child", *arguments],
        cwd=REPOSITORY, env={**os.environ, **environment}, stdout=subprocess.PIPE,
    )  # fmt: skip
    with child, Peak(child.pid) as peak:
        said, _ = child.communicate()
    if child.returncode:
        raise AssertionError(f"bench.child {' '.join(arguments)} ended with {child.returncode}")
    outcome: dict[str, Any] = json.loads(said)
    return {"seconds": round(perf_counter() - started, 1), **outcome, "peak_mb": peak.megabytes}
