"""A desk at a fresh workspace."""

from pathlib import Path

import pytest

from graph_service.domain.workspace import Workspace
from graph_service.graph.driver import Database
from tests.rules.desk import Desk


@pytest.fixture
def desk(database: Database, workspace: Workspace, tmp_path: Path) -> Desk:
    """A person who works the queue of an empty workspace."""
    return Desk(database, workspace, tmp_path)
