"""Rows of the people graph → the API's clusters, nodes and edges. Pure."""

from collections.abc import Sequence

from graph_service.resolvers.context import Context
from graph_service.resolvers.fact_types import choice, moment, terms_of
from graph_service.resolvers.people_graph_rows import ClusterSource
from graph_service.resolvers.rows import StakeholderSource
from graph_service.schema import people_graph as api
from graph_service.schema.account_facts import Health
from graph_service.schema.fact_enums import HealthBand
from graph_service.schema.facts import AccountRef, User
from graph_service.schema.ids import Kind


def cluster_of(source: ClusterSource, context: Context) -> api.PeopleCluster:
    """Return an account with what is counted of its people."""
    return api.PeopleCluster(
        account=AccountRef(id=context.id_of(Kind.ACCOUNT, source.uid), name=source.name),
        segment=source.segment,
        people_count=source.people,
        champion_count=source.champions,
        at_risk_count=source.at_risk,
        departed_count=source.departed,
        mean_sentiment=source.mean_sentiment,
        rated_count=source.rated,
        health=_health(source, context),
    )


def _health(source: ClusterSource, context: Context) -> Health | None:
    if source.health is None:
        return None
    return Health(
        value=source.health,
        terms=terms_of(source.health_names, source.health_values, (), context),
        in_words=source.health_band,
        confidence=source.health_share,
        band=choice(HealthBand, source.health_band),
        share=source.health_share,
    )


def edges_of(people: Sequence[StakeholderSource], context: Context) -> list[api.PeopleGraphEdge]:
    """Return the ties of the people with ours."""
    return [
        api.PeopleGraphEdge(
            stakeholder_id=context.id_of(Kind.STAKEHOLDER, person.uid),
            user=User(id=context.id_of(Kind.USER, tie.uid), name=tie.name),
            strength=tie.strength,
            last_at=moment(tie.last_at),
        )
        for person in people
        for tie in person.ties
    ]
