"""Loads an invented company and writes what the service believes of it: python -m bench.town WORLD OUT.

`WORLD/input` goes through the same connectors as anyone's folder, into a fresh workspace. What the service then
believes is written as the claims files of the scorer that lies beside the worlds, whose table is printed when there
are truths to compare with. The truth itself is never opened here.
"""

import argparse
import asyncio
import json
import logging
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import structlog

from bench.place import Place, opened
from bench.town_claims import Claim, claims_of
from bench.town_graph_claims import graph_claims
from graph_service import clock
from graph_service.app.loading import load, plan_of
from graph_service.app.refreshing import refresh
from graph_service.app.workspace_files import load_team, new_workspace
from graph_service.domain.workspace import Workspace
from graph_service.graph.system import SystemGateway
from graph_service.graph.workspaces import ensure_workspace
from graph_service.settings import Settings

SCORER = "town_score"


def main(arguments: Sequence[str] | None = None) -> int:
    """Load, write the claims, and print the scorer's table where it can be made."""
    parser = argparse.ArgumentParser(prog="python -m bench.town", description=__doc__)
    parser.add_argument("world", type=Path, help="a folder with input/")
    parser.add_argument("out", type=Path, help="where the claims go")
    parser.add_argument("--scorer", type=Path, default=Path("../shared"), help="the folder that holds town_score")
    options = parser.parse_args(arguments)
    if not (options.world / "input").is_dir():
        parser.error(f"{options.world} has no folder called input")
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    asyncio.run(write_claims(options.world / "input", options.out))
    return _score(options.world, options.out, options.scorer)


async def write_claims(source: Path, out: Path) -> None:
    """Load `source` into a fresh workspace and write the claims into `out`."""
    settings = Settings.load()
    async with opened(settings, keep=bool(settings.neo4j_uri)) as place:
        workspace = await _loaded(place, source, settings)
        system = SystemGateway(place.database, workspace.workspace_id)
        _write(out, await claims_of(system, workspace) | await graph_claims(system))


def _write(out: Path, claims: dict[str, list[Claim]]) -> None:
    out.mkdir(parents=True, exist_ok=True)
    for name, rows in claims.items():
        lines = [json.dumps(row, ensure_ascii=False, sort_keys=True, default=str) + "\n" for row in rows]
        (out / f"{name}.jsonl").write_text("".join(lines), encoding="utf-8")
        _say(f"{name}: {len(rows)} claims")


async def _loaded(place: Place, source: Path, settings: Settings) -> Workspace:
    new = new_workspace(source, f"town{os.urandom(4).hex()}")
    workspace = await ensure_workspace(place.database, new)
    await load_team(place.database, workspace, source)
    started = time.perf_counter()
    summaries = await load(place.database, workspace, plan_of(source, ()), settings, workspace.now(clock.now()))
    seconds = time.perf_counter() - started
    for one in summaries:
        _say(f"{one.connector}: {one.read} records read, {one.set_aside} set aside")
    read = sum(one.read for one in summaries)
    _say(f"loaded {read} records in {seconds:.1f} s, {read / seconds:.0f} a second")
    started = time.perf_counter()
    await refresh(place.database, workspace, workspace.now(clock.now()), lambda *_: None)
    _say(f"inferred in {time.perf_counter() - started:.1f} s")
    return workspace


def _score(world: Path, out: Path, scorer: Path) -> int:
    if not (world / "truth").is_dir() or not (scorer / SCORER).is_dir():
        return 0
    command = [sys.executable, "-m", SCORER, str(world), str(out)]
    environment = {**os.environ, "PYTHONPATH": str(scorer)}
    return subprocess.run(command, check=False, env=environment).returncode  # noqa: S603  # our own words


def _say(text: str) -> None:
    print(text, file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
