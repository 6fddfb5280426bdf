"""Accounts and their stakeholder maps: arguments in, one read, the API's types out."""

from datetime import datetime

from graph_service.graph.query import as_parameters
from graph_service.resolvers import queries as q
from graph_service.resolvers.account_types import account_of
from graph_service.resolvers.context import Info, context_of, cursors_of
from graph_service.resolvers.evidence_paths import evidence_of
from graph_service.resolvers.gaps import gaps_of
from graph_service.resolvers.moments import Moment, moment_of
from graph_service.resolvers.paging import MAX_MAP, cut, marks_of, page_info, page_size
from graph_service.resolvers.people_types import groups_of, stakeholder_of
from graph_service.resolvers.person_paths import wants_facts, wants_links
from graph_service.resolvers.rows import AccountsRow
from graph_service.resolvers.search_terms import storable
from graph_service.resolvers.selection import wants
from graph_service.schema.accounts import Account, AccountConnection, AccountEdge
from graph_service.schema.ids import Kind
from graph_service.schema.people import StakeholderMap

MAX_SEARCH = 200
NODE = "edges.node"
PEOPLE = "groups.stakeholders"
OF_PEOPLE = ("coverage.terms", "singleThreadedShare", "mainStakeholder", "nextStakeholder")
OF_MEMBERS = ("championCount", "departedCount")
"""What of a past account is told from its people, and from the states of all of them."""


async def resolve_account(info: Info, account_id: str, as_of: datetime | None) -> Account | None:
    """Return one account, or None: unknown and forbidden alike, and one that did not exist yet."""
    context = context_of(info)
    uid, moment = context.uid_of(Kind.ACCOUNT, account_id), moment_of(context, as_of)
    if uid is None:
        return None
    evidence = evidence_of(info, account="")
    if moment.live:
        row = await context.gateway.first(q.ACCOUNT, q.OneAccount(uid, evidence))
    else:
        people, members = wants(info, *OF_PEOPLE), wants(info, *OF_MEMBERS)
        past = q.PastAccount(uid, moment.at, moment.date, moment.day, evidence, people, members)
        row = await context.gateway.first(q.ACCOUNT_AS_OF, past)
    return None if row is None else account_of(row.account, context)


async def resolve_accounts(
    info: Info, first: int, after: str | None, search: str | None, as_of: datetime | None
) -> AccountConnection:
    """Return a page of accounts by name; `search` keeps those whose name holds it, `as_of` those that were there."""
    context, cursors = context_of(info), cursors_of(info)
    place = f"accounts/{context.workspace_id}"
    name, uid = cursors.read(place, after) if after else ("", "")
    size = page_size(first)
    wanted = storable(search or "").strip().lower()[:MAX_SEARCH]
    evidence = evidence_of(info, account=NODE)
    page = q.AccountsPage(wanted, size + 1, str(name), str(uid), wants(info, "totalCount"), evidence)
    row = await _accounts_row(info, page, moment_of(context, as_of))
    assert row is not None, "the statement always returns one record"
    found, more = cut(row.accounts, size)
    every = wants(info, "edges.cursor")
    marks = marks_of(found, lambda one: cursors.sign(place, (one.name, one.uid)), every=every)
    return AccountConnection(
        edges=[AccountEdge(cursor=mark, node=account_of(one, context)) for mark, one in zip(marks, found, strict=True)],
        page_info=page_info(marks, more=more, after=after),
        total_count=row.total,
    )


async def _accounts_row(info: Info, page: q.AccountsPage, moment: Moment) -> AccountsRow | None:
    gateway = context_of(info).gateway
    if moment.live:
        return await gateway.first(q.ACCOUNTS, page)
    people, members = (wants(info, *(f"{NODE}.{path}" for path in paths)) for paths in (OF_PEOPLE, OF_MEMBERS))
    past = q.PastAccountsPage(
        **as_parameters(page), as_of=moment.at, as_of_date=moment.date, as_of_day=moment.day,
        include_people=people, include_members=members,
    )  # fmt: skip
    return await gateway.first(q.ACCOUNTS_AS_OF, past)


async def resolve_map(info: Info, account_id: str, first: int, as_of: datetime | None) -> StakeholderMap | None:
    """Return the people of one account in groups, or None: unknown and forbidden alike."""
    context, size = context_of(info), page_size(first, MAX_MAP)
    uid, moment = context.uid_of(Kind.ACCOUNT, account_id), moment_of(context, as_of)
    if uid is None:
        return None
    one = _map_of(info, uid, size)
    if moment.live:
        row = await context.gateway.first(q.STAKEHOLDER_MAP, one)
    else:
        past = q.past_map(one, moment.at, moment.date, moment.day)
        row = await context.gateway.first(q.STAKEHOLDER_MAP_AS_OF, past)
    if row is None:
        return None
    account = account_of(row.account, context)
    people = [stakeholder_of(one, context, moment.day) for one in row.stakeholders]
    return StakeholderMap(
        account=account, groups=groups_of(people), stakeholder_count=row.total, gaps=gaps_of(account, people)
    )


def _map_of(info: Info, uid: str, size: int) -> q.MapOf:
    """Return what of a map is selected; its gaps are told from the facts of people."""
    return q.MapOf(
        uid,
        size,
        include_ties=wants(info, f"{PEOPLE}.ties"),
        evidence_of=evidence_of(info, account="account", person=PEOPLE),
        include_facts=wants(info, "gaps") or wants_facts(info, PEOPLE),
        include_links=wants_links(info, PEOPLE),
        include_total=wants(info, "stakeholderCount"),
    )
