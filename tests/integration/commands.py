"""Runs the command line in this process, through its real `main`, and keeps what it printed."""

import json
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from graph_service.cli.main import main
from graph_service.graph.driver import Connection


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a command ended: exit code, data and remarks."""

    code: int
    out: str
    err: str

    @property
    def objects(self) -> list[dict[str, Any]]:
        """The data as JSON Lines."""
        return [json.loads(line) for line in self.out.splitlines() if line.startswith("{")]

    @property
    def summary(self) -> dict[str, Any]:
        """The last JSON object."""
        return self.objects[-1]


class Shell:
    """A user at a terminal: a data folder, a server, and a workspace of its own."""

    def __init__(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], data: Path, connection: Connection
    ) -> None:
        self._monkeypatch = monkeypatch
        self._capsys = capsys
        self.workspace = f"t{secrets.token_hex(6)}"
        monkeypatch.setenv("GRAPH_SERVICE_DATA_DIR", str(data))
        monkeypatch.setenv("COLUMNS", "300")
        self.use(connection)

    def use(self, connection: Connection) -> None:
        """Point the commands at a server."""
        self._monkeypatch.setenv("NEO4J_URI", connection.uri)
        self._monkeypatch.setenv("NEO4J_USER", connection.user)
        self._monkeypatch.setenv("NEO4J_PASSWORD", connection.password)

    def run(self, *words: str) -> Outcome:
        """Run one command."""
        self._capsys.readouterr()
        self._monkeypatch.setattr("sys.argv", ["graph-service", *words])
        code = 0
        try:
            main()
        except SystemExit as ended:
            code = ended.code if isinstance(ended.code, int) else 0
        printed = self._capsys.readouterr()
        return Outcome(code, printed.out, printed.err)

    def ingest(self, kind: str, path: Path, *more: str) -> Outcome:
        """Load a path into the workspace, without inferring."""
        words = ("--our-domain", "ours.example", "-w", self.workspace, "--json", "--quiet", "--no-refresh")
        return self.run("ingest", kind, str(path), *words, *more)

    def aside(self) -> list[dict[str, Any]]:
        """What `ingest errors` lists."""
        found = self.run("ingest", "errors", "-w", self.workspace, "--json")
        assert found.code == 0
        return found.objects
