"""Parameters of the reads of networks and alerts, by file: their names mean other things elsewhere."""

from datetime import timedelta
from typing import Any

from graph_service.graph.query import as_parameters
from graph_service.resolvers.alerts_pages import alert_page
from tests.cypher.world import END

NETWORK: dict[str, Any] = {
    "since": END - timedelta(days=364), "live": True, "place_limit": 3, "people_limit": 100, "user_limit": 33,
    "occasion_limit": 2000,
}  # fmt: skip
OWN: dict[str, dict[str, Any]] = {
    "read.leaving_network": NETWORK,
    "read.alerts": as_parameters(alert_page(END, 20)),
}
