"""Results as a table in plain words, and as files. Owns the wording of what was measured and of the bars."""

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

RESULTS = Path(__file__).parent / "results"
WRITE_BAR, REFRESH_BAR = 0.6, 0.05
Result = dict[str, Any]


def write_files(result: Result, now: datetime, folder: Path = RESULTS) -> tuple[Path, Path]:
    """Write the result as JSON and as a table, named by day and commit; return both paths."""
    folder.mkdir(exist_ok=True, parents=True)
    stem = f"{now:%Y-%m-%d}-{result['machine']['commit']}"
    data, text = folder / f"{stem}.json", folder / f"{stem}.md"
    data.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    text.write_text(table(result) + "\n", encoding="utf-8")
    return data, text


def table(result: Result) -> str:
    """Return everything that was measured as Markdown."""
    machine = result["machine"]
    lines = [
        f"# Benchmark of {machine['commit']}{' with changes' if machine['changed'] else ''}",
        "",
        _of_machine(machine),
    ]
    for name, world in result["worlds"].items():
        lines += ["", f"## World {name}", "", *_world(world)]
    if mailbox := result.get("mailbox"):
        lines += ["", "## Reading a mailbox", "", _mailbox(mailbox)]
    return "\n".join(lines)


def _of_machine(machine: Result) -> str:
    return (
        f"{machine['cores']} cores, {machine['memory_gb']} GB, {machine['system']}, Python {machine['python']}, "
        f"Neo4j {machine['neo4j']}; load before: {machine['load']}."
    )


def verdict(value: float, bar: float, *, at_least: bool) -> str:
    """Return how a value stands to its bar, in words."""
    met = value >= bar if at_least else value <= bar
    return f"{'met' if met else 'MISSED'}, the bar is {'at least' if at_least else 'at most'} {bar:g}"


def _world(world: Result) -> Iterator[str]:
    if load := world.get("load"):
        yield (
            f"Loaded {load['mails']:,} mails ({load['rows']:,} nodes and relationships) in {load['seconds']} s, "
            f"reading included: {load['mails_per_second']:,} mails/s, {load['rows_per_second']:,} rows/s. "
            f"The loading process took {load['peak_mb']} MB at most."
        )
    if write := world.get("write"):
        yield from _write(write)
    if inference := world.get("inference"):
        yield from _inference(inference)
    if reads := world.get("reads"):
        yield from _reads(reads)
    if past := world.get("past"):
        yield from _past(past)


def _write(write: Result) -> Iterator[str]:
    yield (
        f"\nThe writer writes {write['rows_per_second']:,} rows/s, a bare loop {write['bare_rows_per_second']:,} "
        f"rows/s of the same rows. Ratio {write['ratio']} ({verdict(write['ratio'], WRITE_BAR, at_least=True)})."
    )
    parts = ", ".join(f"{name} {seconds} s" for name, seconds in write["seconds"].items())
    yield f"Where the time goes: {parts}."


def _inference(inference: Result) -> Iterator[str]:
    rebuild = inference["rebuild"]
    yield (
        f"\nInferring all {rebuild['stakeholders']:,} people again takes {rebuild['seconds']} s, a refresh after mail "
        f"from 1 % of them {inference['refresh_seconds']} s. "
        f"Ratio {inference['ratio']} ({verdict(inference['ratio'], REFRESH_BAR, at_least=False)})."
    )
    if (same := inference.get("same_facts")) is not None:
        yield f"Facts after the refreshes {'equal' if same else 'DIFFER FROM'} those of a rebuild."


def _reads(reads: Result) -> Iterator[str]:
    yield (
        f"\nReads over HTTP beside Cypher by hand (ms, median / 95 %). The queue has {reads['open_actions']} actions, "
        f"the map {reads['people_of_the_map']} people; serving took {reads['serving_process_mb']} MB at most.\n"
    )
    yield "| Read | Service | By hand | By hand, with sight | Ratio | With sight | 8 clients, calls/s | by hand |"
    yield "|---|---|---|---|---|---|---|---|"
    for read in reads["reads"]:
        one, eight = read["one_client"], read["eight_clients"]
        times = " | ".join(
            f"{one[way]['p50_ms']:.2f} / {one[way]['p95_ms']:.2f}"
            for way in ("service", "by_hand", "by_hand_with_sight")
        )
        bar = f" ({verdict(read['ratio'], read['bar'], at_least=False)})" if read["bar"] else ""
        yield (
            f"| {read['read']} | {times} | {read['ratio']}{bar} | {read['ratio_with_sight']} "
            f"| {eight['service']['per_second']:.0f} | {eight['by_hand']['per_second']:.0f} |"
        )
    layers = list(reads["breakdown"][0]["ms"])
    yield "\nWhere the time goes: the median of each read (ms) with one layer more from column to column.\n"
    yield "| Read | " + " | ".join(layers) + " |"
    yield "|---" * (len(layers) + 1) + "|"
    for read in reads["breakdown"]:
        yield f"| {read['read']} | " + " | ".join(f"{read['ms'][layer]:.2f}" for layer in layers) + " |"


def _past(past: Result) -> Iterator[str]:
    days = list(past["views"][0]["past_ms"])
    yield (
        f"\nViews of past days beside the same view of now, over HTTP (ms, median); the map has "
        f"{past['people_of_the_map']} people.\n"
    )
    yield f"| View | now | {' | '.join(f'{one} days ago' for one in days)} | Ratio of the slowest |"
    yield "|---" * (len(days) + 3) + "|"
    for view in past["views"]:
        times = " | ".join(f"{view['past_ms'][one]:.2f}" for one in days)
        bar = verdict(view["ratio"], view["bar"], at_least=False)
        yield f"| {view['view']} | {view['now_ms']:.2f} | {times} | {view['ratio']} ({bar}) |"


def _mailbox(mailbox: Result) -> str:
    return (
        f"{mailbox['mailbox_mb']} MB with {mailbox['mails']:,} mails took {mailbox['seconds']} s and at most "
        f"{mailbox['peak_mb']} MB of memory ({verdict(mailbox['peak_mb'], mailbox['bar_mb'], at_least=False)})."
    )
