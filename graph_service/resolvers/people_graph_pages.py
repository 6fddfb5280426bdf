"""The people graph: arguments in, one read, the API's types out."""

from datetime import datetime

from graph_service.domain.business_days import BusinessDays
from graph_service.query.embedding import people_question
from graph_service.query.render import render
from graph_service.resolvers.context import Context, Info, context_of, cursors_of
from graph_service.resolvers.cursors import Cursors
from graph_service.resolvers.evidence_paths import evidence_of
from graph_service.resolvers.moments import moment_of
from graph_service.resolvers.paging import cut, page_info, page_size
from graph_service.resolvers.people_graph_queries import PeoplePage, read_people
from graph_service.resolvers.people_graph_rows import ClusterSource, PeopleRow
from graph_service.resolvers.people_graph_types import cluster_of, edges_of
from graph_service.resolvers.people_types import stakeholder_of
from graph_service.resolvers.person_paths import wants_facts, wants_links
from graph_service.resolvers.selection import page_arguments, wants
from graph_service.schema import people_graph as api

CLUSTER = "clusters.edges.node"


async def resolve_people_graph(
    info: Info, asked: str, first: int, after: str | None, as_of: datetime | None
) -> api.PeopleGraph:
    """Return the people whom a filter lets through, and their accounts.

    Raises `QuestionError` for a filter that means nothing, `UsageError` for a page or a moment that cannot be.
    """
    context, cursors, question = context_of(info), cursors_of(info), people_question(asked)
    words = render(question)
    place = f"people/{context.workspace_id}/{words}"
    groups, groups_after = page_arguments(info, "clusters")
    page = _page(info, page_size(first), page_size(groups), place, (after, groups_after))
    calendar = BusinessDays(context.country, context.zone)
    moment = moment_of(context, as_of)
    row = await read_people(context.gateway, page, question, moment, calendar)
    found, more = cut(row.people, first)
    marks = [
        cursors.sign(place, (one.account_name, one.account_uid, one.name, one.uid)) for one in (*found[:1], *found[-1:])
    ]
    return api.PeopleGraph(
        filter=words,
        total_count=row.total,
        cluster_page=_clusters(row, groups, groups_after, place, context, cursors),
        nodes=[stakeholder_of(one, context, moment.day) for one in found],
        edges=edges_of(found, context) if wants(info, "edges") else [],
        page_info=page_info(marks, more=more, after=after),
    )


def _page(info: Info, size: int, groups: int, place: str, after: tuple[str | None, str | None]) -> PeoplePage:
    cursors = cursors_of(info)
    name, account, person, uid = cursors.read(place, after[0]) if after[0] else ("", "", "", "")
    cluster, cluster_uid = cursors.read(f"{place}/clusters", after[1]) if after[1] else ("", "")
    return PeoplePage(
        limit=size + 1,
        cluster_limit=groups + 1,
        after_name=str(name),
        after_account=str(account),
        after_person=str(person),
        after_uid=str(uid),
        cluster_name=str(cluster),
        cluster_uid=str(cluster_uid),
        include_clusters=wants(info, "clusters"),
        include_people=wants(info, "nodes", "edges", "pageInfo"),
        include_ties=wants(info, "edges", "nodes.ties"),
        include_links=wants_links(info, "nodes"),
        include_facts=wants_facts(info, "nodes"),
        include_counts=wants(info, f"{CLUSTER}.championCount", f"{CLUSTER}.atRiskCount", f"{CLUSTER}.departedCount"),
        include_moods=wants(info, f"{CLUSTER}.meanSentiment", f"{CLUSTER}.ratedCount"),
        include_total=wants(info, "totalCount"),
        evidence_of=evidence_of(info, person="nodes"),
    )


def _clusters(
    row: PeopleRow, size: int, after: str | None, place: str, context: Context, cursors: Cursors
) -> api.PeopleClusterConnection:
    found, more = cut(row.clusters, size)

    def sign(one: ClusterSource) -> str:
        return cursors.sign(f"{place}/clusters", (one.name, one.uid))

    marks = [sign(one) for one in found]
    return api.PeopleClusterConnection(
        edges=[
            api.PeopleClusterEdge(cursor=mark, node=cluster_of(one, context))
            for mark, one in zip(marks, found, strict=True)
        ],
        page_info=page_info(marks, more=more, after=after),
    )
