"""Visibility with one hole in it: the statement of one guarded variable, or one kind of guard in all questions."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import pytest

from graph_service.graph.catalog import CypherFile, catalog, predicate, predicates

Predicate = Callable[[str, str], str]
PLANNED_FAST = "CYPHER runtime=slotted "
"""Every hole is a new statement to plan; this runtime answers the same and is planned in half the time."""


@dataclass(frozen=True, slots=True)
class Hole:
    """One guard that is left out of one statement."""

    statement: str
    variable: str
    kind: str

    def __str__(self) -> str:
        return f"{self.statement}-{self.variable}-{self.kind}"


def holes() -> Iterator[Hole]:
    """Yield every guard of every statement of a viewer."""
    for name, file in sorted(catalog().items()):
        if file.header["visibility"] == "viewer":
            for claim in file.header["visible"].split(","):
                variable, colon, kind = claim.strip().partition(":")
                if colon:
                    yield Hole(name, variable, kind)


def pierce(monkeypatch: pytest.MonkeyPatch, hole: Hole) -> None:
    """Let the gateway use the statement with `true` in the place of the guard; in memory only."""
    file = catalog()[hole.statement]
    flat, guard = " ".join(file.text.split()), predicate(hole.kind, hole.variable)
    assert guard in flat
    files: dict[str, CypherFile] = {
        **catalog(),
        hole.statement: replace(file, text=PLANNED_FAST + flat.replace(guard, "true")),
    }
    monkeypatch.setattr("graph_service.graph.viewer.catalog", lambda: files)
    monkeypatch.setattr("graph_service.query.embedding.catalog", lambda: files)


def pierce_questions(monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    """Let the compiler write the workspace alone in the place of one kind of guard."""

    def weak(wanted: str, variable: str) -> str:
        return f"{variable}.workspace_id = $workspace_id" if wanted == kind else predicate(wanted, variable)

    monkeypatch.setattr("graph_service.query.steps.predicate", weak)
    monkeypatch.setattr("graph_service.query.compiler.predicate", weak)


def unused_kinds() -> set[str]:
    """Return the predicates that no statement uses."""
    return set(predicates()) - {hole.kind for hole in holes()}
