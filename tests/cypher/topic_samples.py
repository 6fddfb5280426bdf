"""Parameters of the reads of topics and releases, by file."""

from datetime import timedelta
from typing import Any

from graph_service.graph.query import as_parameters
from graph_service.resolvers.topics_queries import ReleasesPage, TopicsPage
from tests.cypher.world import END

TOPICS: dict[str, dict[str, Any]] = {
    "read.topics": as_parameters(TopicsPage(as_of=END, recent_from=END - timedelta(days=28))),
    "read.releases": as_parameters(ReleasesPage(as_of=END)),
}
