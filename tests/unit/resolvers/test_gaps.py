"""What a map lacks (P11), in sentences that hold for any number of people."""

from datetime import UTC, datetime
from typing import cast

import pytest

from graph_service.domain.viewer import Viewer
from graph_service.graph.driver import Database
from graph_service.graph.viewer import ViewerGateway
from graph_service.resolvers.context import Context
from graph_service.resolvers.gaps import map_gaps
from graph_service.resolvers.rows import MapRow
from tests.unit.resolvers.sources import account, person

VIEWER = Viewer("w", "u", "Una", ("u",))
CONTEXT = Context(ViewerGateway(cast("Database", None), VIEWER), datetime(2026, 1, 1, tzinfo=UTC), "w")


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (0, "Nobody is known there."),
        (1, "The one person known there is not in touch."),
        (2, "None of the 2 people known there is in touch."),
    ],
)
def test_silence_is_told_for_any_number_of_people(count: int, said: str) -> None:
    people = [person(uid=f"s{place}", engagement_level="inactive") for place in range(count)]
    assert [one.reason for one in map_gaps(MapRow(account(), people, count), CONTEXT, 20_454)] == [said]
