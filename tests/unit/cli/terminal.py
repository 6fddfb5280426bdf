"""Runs the command line's `main` in this process, away from any database."""

import pytest

from graph_service.cli.main import main


def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    """Return exit code, data and remarks of one command."""
    monkeypatch.setattr("sys.argv", ["graph-service", *words])
    monkeypatch.setenv("NEO4J_URI", "bolt://127.0.0.1:1")
    monkeypatch.setenv("NEO4J_PASSWORD", "no-such-word")
    monkeypatch.setenv("COLUMNS", "200")
    code = 0
    try:
        main()
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else 0
    printed = capsys.readouterr()
    return code, printed.out, printed.err
