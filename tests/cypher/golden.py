"""Golden cases as data: reads `cases/*.yaml` and builds the small graph that a case starts from.

A case names its statement and says what is `given`, with which `params`, and what to `expect`:

    - statement: inference.accounts_of
      case: an account is named once, however many of its people are asked for
      given:
        a1: Account
        s1: [Stakeholder, {name: Ida}]
        links: [[s1, AT, a1]]
      params: {uids: [s1]}
      expect: [{uids: [a1]}]

A key under `given` is the node's uid; `workspace` stands for the workspace's own. A write has a `check` too, the query
whose rows `expect` lists; it is run twice, as every write may be, unless the case says `repeats: false`. Maps in
`expect` may leave keys out, lists may not.
"""

import secrets
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from graph_service.graph.query import Statement

FOLDER = Path(__file__).parent / "cases"
WORKSPACE = "workspace"
KEYS = {"statement", "case", "given", "params", "check", "expect", "repeats", "isolated", "contains"}


@dataclass(frozen=True, slots=True)
class Case:
    """One golden case.

    `isolated` is off where a statement serves all workspaces on purpose; `contains` lets lists hold more than expected.
    """

    statement: str
    case: str
    expect: list[dict[str, Any]]
    given: dict[str, Any] = field(default_factory=dict)
    params: dict[str, Any] = field(default_factory=dict)
    check: str = ""
    repeats: bool = True
    isolated: bool = True
    contains: bool = False

    def build(self, workspace_id: str) -> list[Statement]:
        """Return the statements that make the given graph in a workspace."""
        entries = {uid: entry for uid, entry in self.given.items() if uid != "links"}
        nodes = {workspace_id if uid == WORKSPACE else uid: _node(entry) for uid, entry in entries.items()}
        makes = [
            Statement(
                f"CREATE (node:{labels}) SET node = $properties",
                {"properties": {"workspace_id": workspace_id, "uid": uid, **properties}},
                "given",
            )
            for uid, (labels, properties) in nodes.items()
        ]
        return makes + [_link(entry, nodes, workspace_id) for entry in self.given.get("links", [])]


def cases() -> list[Case]:
    """Return all cases of all files; a key that means nothing is an error."""
    return [Case(**_of_this_run(entry, secrets.token_hex(6))) for entry in _entries()]


def case_of(statement: str) -> Case:
    """Return the first case of a statement."""
    found = next(entry for entry in _entries() if entry["statement"] == statement)
    return Case(**_of_this_run(found, secrets.token_hex(6)))


@cache
def _entries() -> tuple[dict[str, Any], ...]:
    """Return what all files hold. Reading them takes a second of a processor, so they are read once a run."""
    return tuple(_read())


def _read() -> Iterator[dict[str, Any]]:
    for path in sorted(FOLDER.glob("*.yaml")):
        for entry in yaml.safe_load(path.read_text(encoding="utf-8")):
            assert set(entry) <= KEYS, f"{path.name}: unknown {sorted(set(entry) - KEYS)} in {entry.get('case')}"
            yield entry


def _of_this_run(value: Any, run: str) -> Any:
    """Return the value with `RUN-ID` made unique: for what is kept outside workspaces and would meet the last run's."""
    if isinstance(value, dict):
        return {key: _of_this_run(one, run) for key, one in value.items()}
    if isinstance(value, list):
        return [_of_this_run(one, run) for one in value]
    return value.replace("RUN-ID", run) if isinstance(value, str) else value


def fits(actual: Any, expected: Any, *, contains: bool = False) -> bool:
    """Tell whether a value is the expected one; expected maps may leave keys out, lists only with `contains`."""
    if isinstance(expected, dict):
        return isinstance(actual, dict) and all(
            key in actual and fits(actual[key], one, contains=contains) for key, one in expected.items()
        )
    if isinstance(expected, list):
        return isinstance(actual, list) and (_holds if contains else _equals)(actual, expected)
    return bool(actual == expected) and isinstance(actual, bool) == isinstance(expected, bool)


def _equals(actual: list[Any], expected: list[Any]) -> bool:
    return len(actual) == len(expected) and all(map(fits, actual, expected))


def _holds(actual: list[Any], expected: list[Any]) -> bool:
    return all(any(fits(one, other, contains=True) for one in actual) for other in expected)


def _node(entry: str | list[Any]) -> tuple[str, dict[str, Any]]:
    """Return the labels and properties of `Label` or `[Label, {property: value}]`."""
    labels, properties = (entry, {}) if isinstance(entry, str) else entry
    return labels, properties


def _link(entry: list[Any], nodes: dict[str, tuple[str, dict[str, Any]]], workspace_id: str) -> Statement:
    """Return what makes `[start, TYPE, end]` or `[start, TYPE, end, {property: value}]`."""
    start, kind, end, properties = entry if len(entry) == 4 else [*entry, {}]
    text = (
        f"MATCH (start:{nodes[start][0]} {{workspace_id: $workspace_id, uid: $start}}) "
        f"MATCH (end:{nodes[end][0]} {{workspace_id: $workspace_id, uid: $end}}) "
        f"CREATE (start)-[link:{kind}]->(end) SET link = $properties"
    )
    params = {"workspace_id": workspace_id, "start": start, "end": end, "properties": properties}
    return Statement(text, params, "given")
