"""A terminal for tests that use the command line."""

from pathlib import Path

import pytest

from graph_service.graph.driver import Connection
from tests.integration.commands import Shell


@pytest.fixture
def shell(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path, connection: Connection
) -> Shell:
    """A user at a terminal, on the test server."""
    return Shell(monkeypatch, capsys, tmp_path / "data", connection)
