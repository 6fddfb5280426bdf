"""The reads that people wait for are planned before the first one asks."""

import pytest

from graph_service.graph.catalog import catalog
from graph_service.graph.driver import Database
from graph_service.graph.warming import warm_reads

pytestmark = pytest.mark.neo4j


async def test_every_viewer_read_can_be_planned_ahead(database: Database) -> None:
    reads = [one for one in catalog().values() if (one.header["visibility"], one.header["mode"]) == ("viewer", "read")]
    assert await warm_reads(database) == len(reads)
