"""Runs the benchmark: python -m bench [--worlds S,M] [--parts ingest,reads,past,inference,memory] [--json]."""

import argparse
import asyncio
import json
import logging
import sys
from collections.abc import Sequence
from typing import Any

import structlog

from bench.inference import infer, measure_inference, same_facts
from bench.ingest import compare
from bench.machine import this_machine
from bench.memory import load_apart, measure_mailbox
from bench.past import measure_past
from bench.place import Place, opened
from bench.reads import measure_reads
from bench.report import table, write_files
from bench.world import SIZES, World
from graph_service import clock
from graph_service.settings import Settings

PARTS = ("ingest", "reads", "past", "inference", "memory")
SAME_FACTS_IN = frozenset({"XS", "S"})
"""Worlds small enough to hold all facts twice in memory."""
Result = dict[str, Any]


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what the arguments ask for; print it, and keep it in `bench/results`."""
    options = _options(arguments)
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    result = asyncio.run(measure_all(options))
    if not options.dry:
        for path in write_files(result, clock.now()):
            _say(f"wrote {path.name}")
    print(json.dumps(result, indent=1) if options.json else table(result))
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measure the service beside bare Neo4j.")
    parser.add_argument("--worlds", type=_names(SIZES), default=["S", "M"], help="S, M (and XS to try it out)")
    parser.add_argument("--parts", type=_names(PARTS), default=list(PARTS), help=", ".join(PARTS))
    parser.add_argument("--json", action="store_true", help="print JSON, not a table")
    parser.add_argument("--keep", action="store_true", help="keep server and worlds, and use worlds that were kept")
    parser.add_argument("--mailbox-mb", type=int, default=1024, help="size of the mailbox that is read for its memory")
    parser.add_argument("--dry", action="store_true", help="write no files")
    return parser.parse_args(arguments)


def _names(known: Sequence[str] | dict[str, Any]) -> Any:
    def names(text: str) -> list[str]:
        given = [one.strip() for one in text.split(",") if one.strip()]
        if unknown := [one for one in given if one not in known]:
            raise argparse.ArgumentTypeError(f"{', '.join(unknown)}: choose from {', '.join(known)}")
        return given

    return names


async def measure_all(options: argparse.Namespace) -> Result:
    """Return the results of all worlds and parts."""
    async with opened(Settings.load(), keep=options.keep) as place:
        result: Result = {"machine": this_machine(place.neo4j).as_dict(), "worlds": {}}
        for name in options.worlds:
            result["worlds"][name] = await _measure_world(place, World(SIZES[name]), options)
    if "memory" in options.parts:
        _say(f"reading a mailbox of {options.mailbox_mb} MB")
        result["mailbox"] = await measure_mailbox(options.mailbox_mb)
    return result


async def _measure_world(place: Place, world: World, options: argparse.Namespace) -> Result:
    """Return the results of one world: loading first, reads before the comparison fills the database."""
    result: Result = {}
    name = f"bench{world.size.name}"
    workspace = await place.find(name) if options.keep else None
    first = None
    if workspace is None:
        _say(f"world {world.size.name}: loading")
        workspace = await place.workspace(name)
        result["load"] = await load_apart(place, world, workspace)
        first = await infer(place, workspace, rebuild=False)
    if "reads" in options.parts:
        _say(f"world {world.size.name}: reads")
        result["reads"] = await measure_reads(place, workspace)
    if "past" in options.parts:
        _say(f"world {world.size.name}: views of the past")
        result["past"] = await measure_past(place, workspace)
    if "inference" in options.parts:
        _say(f"world {world.size.name}: inference")
        result["inference"] = await measure_inference(place, world, workspace, first)
        if world.size.name in SAME_FACTS_IN:
            result["inference"]["same_facts"] = await same_facts(place, workspace)
    if "ingest" in options.parts:
        _say(f"world {world.size.name}: writing beside the bare loop")
        result["write"] = await compare(place, world)
    return result


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
