"""Has the server plan the viewer's reads before the first person asks: a cold plan of a large read takes seconds."""

from datetime import UTC, datetime
from typing import Any

import structlog
from neo4j.exceptions import DriverError, Neo4jError

from graph_service.errors import ServiceError
from graph_service.graph.catalog import CypherFile, catalog
from graph_service.graph.driver import Database
from graph_service.graph.query import Statement

NOWHERE = "no-workspace"
SAMPLES: dict[str, Any] = {
    "str": NOWHERE, "str?": None, "int": 1, "float": 1.0, "bool": False, "list[str]": [NOWHERE],
    "datetime": datetime(2000, 1, 1, tzinfo=UTC), "datetime?": None,
}  # fmt: skip
OF_VIEWERS = {"principal_ids": [NOWHERE, "everyone"]}
"""Whoever asks is somebody and everyone; the server plans a list of one apart from longer ones."""
log = structlog.get_logger("graph_service.warming")


async def warm_reads(database: Database) -> int:
    """Run every viewer's read once, of a workspace that does not exist; return how many were planned.

    A read that cannot be run so is skipped: it will be planned when it is first asked.
    """
    planned = 0
    for file in catalog().values():
        if file.header["visibility"] != "viewer" or file.header["mode"] != "read":
            continue
        try:
            await database.read(Statement(file.text, _samples(file), f"warm {file.name}"), seconds=30.0)
            planned += 1
        except (ServiceError, DriverError, Neo4jError) as error:
            log.debug("not warmed", statement=file.name, reason=str(error))
    return planned


def _samples(file: CypherFile) -> dict[str, Any]:
    return {name: SAMPLES.get(kind) for name, kind in file.params.items()} | OF_VIEWERS
