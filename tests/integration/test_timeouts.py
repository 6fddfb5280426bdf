"""A statement that takes longer than it may is ended by the server, and told as something to act on."""

import pytest

from graph_service.graph.driver import Database
from graph_service.graph.failures import DatabaseTimeoutError
from graph_service.graph.query import Statement

pytestmark = pytest.mark.neo4j

ENDLESS = Statement(
    "UNWIND range(1, 1000000) AS one UNWIND range(1, 1000000) AS other RETURN sum(one * other % 7) AS n", {}, "endless"
)


async def test_a_read_that_takes_too_long_says_so_with_a_hint(database: Database) -> None:
    for read in (database.read, database.read_now):
        with pytest.raises(DatabaseTimeoutError, match="endless") as caught:
            await read(ENDLESS, seconds=0.2)
        assert "less" in caught.value.hint


async def test_a_write_that_takes_too_long_says_so_and_the_connection_is_still_good(database: Database) -> None:
    with pytest.raises(DatabaseTimeoutError, match="endless"):
        await database.write([ENDLESS], seconds=0.2)
    assert await database.read(Statement("RETURN 1 AS one", {}, "probe")) == [{"one": 1}]
