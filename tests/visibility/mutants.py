"""Visibility with one hole in it: the statement of one guarded variable, or one kind of guard in all questions."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache

import pytest

from graph_service.graph.catalog import CypherFile, catalog, predicate, predicates
from graph_service.graph.viewer import ViewerGateway

Predicate = Callable[[str, str], str]
PLANNED_FAST = "CYPHER runtime=slotted "
"""This runtime answers the same and is planned in half the time."""


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


def pierce(monkeypatch: pytest.MonkeyPatch, statement: str, hole: Hole | None) -> None:
    """Let the gateway use the statement with `true` in the place of one guard, or with all of them; in memory only.

    Each guard gets a switch of its own, and all holes of a statement are one text: the server plans it once, not once a
    hole. `true OR guard` is true also where the guard is null, and `false OR guard` is the guard.
    """
    files: dict[str, CypherFile] = {
        **catalog(),
        statement: replace(catalog()[statement], text=PLANNED_FAST + switched(statement)),
    }
    monkeypatch.setattr("graph_service.graph.viewer.catalog", lambda: files)
    monkeypatch.setattr("graph_service.query.embedding.catalog", lambda: files)
    sight = ViewerGateway._sight
    monkeypatch.setattr(ViewerGateway, "_sight", lambda gateway: {**sight(gateway), "left_out": str(hole or "")})


@cache
def switched(statement: str) -> str:
    """Return the statement with `$left_out = hole OR guard` in the place of every guard."""
    flat = " ".join(catalog()[statement].text.split())
    for hole in holes():
        if hole.statement == statement:
            guard = predicate(hole.kind, hole.variable)
            assert guard in flat
            flat = flat.replace(guard, f"($left_out = '{hole}' OR ({guard}))")
    return flat


def pierce_questions(monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    """Let the compiler write the workspace alone in the place of one kind of guard."""

    def weak(wanted: str, variable: str) -> str:
        return f"{variable}.workspace_id = $workspace_id" if wanted == kind else predicate(wanted, variable)

    monkeypatch.setattr("graph_service.query.steps.predicate", weak)
    monkeypatch.setattr("graph_service.query.compiler.predicate", weak)


def unused_kinds() -> set[str]:
    """Return the predicates that no statement uses."""
    return set(predicates()) - {hole.kind for hole in holes()}
