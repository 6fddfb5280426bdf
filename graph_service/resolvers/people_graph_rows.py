"""The rows of the people graph, as its statements in `cypher/read` return them. No behaviour."""

from dataclasses import dataclass

from graph_service.resolvers.rows import StakeholderSource


@dataclass(frozen=True, slots=True)
class ClusterSource:
    """An account with what is counted of those of its people whom the filter lets through."""

    uid: str
    name: str
    segment: str | None
    people: int
    champions: int
    at_risk: int
    departed: int
    mean_sentiment: float | None
    rated: int
    health: float | None
    health_share: float | None
    health_band: str | None
    health_names: list[str]
    health_values: list[float]


@dataclass(frozen=True, slots=True)
class PeopleRow:
    """A page of people and a page of accounts; `total` only when asked for."""

    clusters: list[ClusterSource]
    people: list[StakeholderSource]
    total: int | None
