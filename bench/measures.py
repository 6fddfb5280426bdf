"""Runs the modules of one bench that have `measure(data)`, and makes one table of what they say.

A row of a module is {task, part, metric, value, n, low, high, bar}, and may have `baseline` (what the best simple rule
reaches) and `at_most` (True: the bar is a ceiling); low, high, bar and baseline may be None, and sets that are not
there give no rows. Parts whose name says "tuning" were looked at while rules were made, parts that say "report" were
only counted.
"""

import argparse
import pkgutil
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any

import bench
from bench.machine import this_machine

DATA = Path("../shared/data")
COLUMNS = ("tuning", "reporting", "whole")
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Bench:
    """One bench: the prefix of its modules, what it is about, where its table goes, and the command that makes it."""

    prefix: str
    about: str
    out: Path
    command: str


@dataclass(slots=True)
class Figure:
    """One line of the table: a task and metric, its bar (None: no bar), and the rows of each column."""

    task: str
    metric: str
    bar: float | None
    rows: dict[str, Row] = field(default_factory=dict)

    @property
    def verdict(self) -> str:
        """Return whether the bar is met, by the part that was not looked at where there is one."""
        row = next((self.rows[one] for one in ("reporting", "whole", "tuning") if one in self.rows), None)
        if self.bar is None or row is None or not row["n"]:
            return ""
        met = row["value"] <= self.bar if row.get("at_most") else row["value"] >= self.bar
        return "yes" if met else "**no**"


def run(one: Bench, arguments: Sequence[str] | None = None) -> int:
    """Measure everything that has data; return 1 when a module failed."""
    parser = argparse.ArgumentParser(prog=one.command, description=f"Measure {one.about[0].lower()}{one.about[1:]}.")
    parser.add_argument("--data", type=Path, default=DATA, help="the folder with the labelled sets")
    parser.add_argument("--out", type=Path, default=one.out, help="where the table goes")
    parser.add_argument("--only", default="", help="names of modules, such as titles,tone")
    options = parser.parse_args(arguments)
    chosen = [name for name in options.only.split(",") if name]
    rows, failed = measure_all(one.prefix, options.data, chosen or modules(one.prefix))
    text = _head(one) + table(figures(rows)) + _failures(failed)
    print(text)
    options.out.write_text(text, encoding="utf-8")
    return 1 if failed else 0


def modules(prefix: str) -> list[str]:
    """Return the names of the modules with a prefix, without it."""
    names = sorted(one.name for one in pkgutil.iter_modules(bench.__path__) if one.name.startswith(prefix))
    return [name.removeprefix(prefix) for name in names]


def measure_all(prefix: str, data: Path, names: Iterable[str]) -> tuple[list[Row], dict[str, str]]:
    """Return the rows of the named modules, and name → reason for those that failed."""
    rows: list[Row] = []
    failed: dict[str, str] = {}
    for name in names:
        measure = getattr(import_module(f"bench.{prefix}{name}"), "measure", None)
        if measure is None:
            continue
        started = time.perf_counter()
        try:
            found = list(measure(data))
        except Exception as error:  # noqa: BLE001 - one broken measurement must not cost the others
            failed[name] = f"{type(error).__name__}: {error}"
            found = []
        rows += found
        print(f"{name}: {len(found)} rows in {time.perf_counter() - started:.0f} s", file=sys.stderr, flush=True)
    return rows, failed


def figures(rows: Iterable[Row]) -> list[Figure]:
    """Return one figure a task and metric, in the order of the rows; what else a part says joins the task's name."""
    found: dict[tuple[str, str], Figure] = {}
    for row in rows:
        column, rest = column_of(str(row["part"]))
        task = f"{row['task']} ({rest})" if rest else str(row["task"])
        figure = found.setdefault((task, str(row["metric"])), Figure(task, str(row["metric"]), row["bar"]))
        figure.rows[column] = row
    return list(found.values())


def column_of(part: str) -> tuple[str, str]:
    """Return the column of a part, and the words of its name that say something else."""
    words = [one.strip() for one in part.split(",") if one.strip()]
    for column, mark in (("tuning", "tuning"), ("reporting", "report")):
        if named := [one for one in words if one.startswith(mark)]:
            return column, ", ".join(one for one in words if one != named[0])
    return "whole", ", ".join(one for one in words if one not in {"all", "whole"})


def table(found: Iterable[Figure]) -> str:
    """Return the figures as a Markdown table."""
    listed = list(found)
    compared = any(row.get("baseline") is not None for one in listed for row in one.rows.values())
    titles = [
        "task",
        "metric",
        "tuning",
        "reporting",
        "whole set",
        *(["simple rule"] if compared else []),
        "bar",
        "met",
    ]
    lines = [f"| {' | '.join(titles)} |", f"|{'---|' * len(titles)}"]
    lines += [f"| {' | '.join(_cells(one, compared=compared))} |" for one in listed]
    return "\n".join(lines) + "\n"


def _cells(one: Figure, *, compared: bool) -> list[str]:
    cells = [one.task, one.metric, *(_cell(one.rows.get(column)) for column in COLUMNS)]
    if compared:
        known = [row["baseline"] for row in one.rows.values() if row.get("baseline") is not None]
        cells.append(_number(known[-1]) if known else "")
    ceiling = any(row.get("at_most") for row in one.rows.values())
    return [*cells, "" if one.bar is None else f"{'≤ ' if ceiling else ''}{one.bar:g}", one.verdict]


def _cell(row: Row | None) -> str:
    if row is None:
        return ""
    if not row["n"]:
        return "n 0"
    span = "" if row["low"] is None else f"; {_number(row['low'])} to {_number(row['high'])}"
    return f"{_number(row['value'])} (n {row['n']:,}{span})"


def _number(value: float) -> str:
    return f"{value:.3f}" if abs(value) < 10 else f"{value:,.0f}"


def _head(one: Bench) -> str:
    machine = this_machine("")
    shared = ", machine shared: speeds are too low" if machine.load > 0.5 else ""
    return (
        f"# {one.about}, at {machine.commit}{' with changes' if machine.changed else ''}\n\n"
        f"Made by `{one.command}` on {machine.cores} cores, Python {machine.python}; load {machine.load}{shared}. "
        "In brackets: how many cases, and the 95 % interval (of speeds: slowest and fastest third). Rules were made "
        "on the tuning part; the reporting part was only counted, and decides whether a bar is met.\n\n"
    )


def _failures(failed: dict[str, str]) -> str:
    return "".join(_failure_lines(failed))


def _failure_lines(failed: dict[str, str]) -> Iterator[str]:
    for name, reason in failed.items():
        yield f"\n`{name}` could not be measured: {reason}\n"
