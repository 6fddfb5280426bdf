"""Who is who, in the graph: compares new identities with all others, merges and splits, and moves what hangs on them.

One transaction for each set of people that touch each other, so that a run that is cut off leaves every person whole.
Nobody is compared when no identity is new and nobody has decided anything.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import networkx as nx

from graph_service.domain.workspace import Workspace
from graph_service.graph.events import announce
from graph_service.graph.query import NoParams, RowsParams, Statement
from graph_service.graph.system import SystemGateway
from graph_service.ingest import crm_queries as c
from graph_service.ingest import identity_queries as i
from graph_service.ingest import queries as q
from graph_service.ingest.identities import resolve, retired
from graph_service.ingest.identity_queries import DomainRow, IdentityRow, PersonRow
from graph_service.ingest.interaction_rows import Row
from graph_service.ingest.key_settling import settle_keys
from graph_service.ingest.listing_settling import settle_listings
from graph_service.ingest.move_settling import settle_moves
from graph_service.ingest.place_settling import employers_after, place_statements, read_people, settle_people
from graph_service.ingest.placing import Moves, following, moves_of
from graph_service.reading.addresses import domain_of

BATCH = 1000


async def resolve_identities(system: SystemGateway, workspace: Workspace) -> int:
    """Bring contacts, and what follows from who they are, in line with what all identities say.

    Return how many identities changed hands. Each step reads what those before it wrote, and none of those after it.
    """
    identities = (await system.read(i.READ_IDENTITIES, NoParams()))[0].identities
    domains = (await system.read(i.READ_DOMAINS, NoParams()))[0].domains
    contact_of = {one.uid: one.contact_uid for one in identities}
    changing = 0
    if not all(one.is_resolved for one in identities):
        contact_of, changing = await _resolve(system, workspace, identities, domains)
    await settle_moves(system, workspace, identities, contact_of, domains)
    await settle_keys(system, workspace)
    await settle_listings(system, workspace)
    return changing


async def _resolve(
    system: SystemGateway, workspace: Workspace, identities: Sequence[IdentityRow], domains: Sequence[DomainRow]
) -> tuple[dict[str, str], int]:
    """Compare new identities with all; return identity → contact and how many changed hands."""
    fresh = [one.uid for one in identities if not one.is_resolved]
    decided = (await system.read(i.READ_DECIDED_PAIRS, NoParams()))[0].pairs
    names = {row.uid: row.name for row in await system.read(i.LIST_ACCOUNT_NAMES, NoParams())}
    resolution = resolve(identities, decided, domains, names, workspace)
    changing = [row for row in resolution.repointed if row["before"] != row["contact_uid"]]
    employers = employers_after(identities, resolution.contact_of)
    homes = {one.name: one.account_uid for one in domains}
    await _apply(system, workspace, homes, employers, resolution.contact_of, changing)
    await _follow(system, workspace, identities, homes, employers, resolution.contact_of)
    await system.write(i.REPOINT_IDENTITIES, RowsParams([row for row in resolution.repointed if row not in changing]))
    await system.write(i.MARK_RESOLVED, i.Resolved(sorted(fresh), resolution.doubtful))
    return resolution.contact_of, len(changing)


async def _apply(
    system: SystemGateway, workspace: Workspace, homes: Mapping[str, str], employers: Mapping[str, Sequence[str]],
    contact_of: Mapping[str, str], changing: Sequence[Row],
) -> None:  # fmt: skip
    if not changing:
        return
    people = await read_people(system, sorted(_concerned(changing)))
    for circle in _circles(changing):
        touched = [people[uid] for uid in sorted(_concerned(circle)) if uid in people]
        moves = moves_of(touched, contact_of, homes, employers, workspace)
        await system.write_all(_statements(system, workspace, circle, touched, moves, contact_of))


async def _follow(
    system: SystemGateway, workspace: Workspace, identities: Sequence[IdentityRow], homes: Mapping[str, str],
    employers: Mapping[str, Sequence[str]], contact_of: Mapping[str, str],
) -> None:  # fmt: skip
    """Move private addresses after their people where a domain is new.

    Mail that makes a domain places the people at it, and not what the same people did from home, in that batch or
    before; nor is everybody with an address there in that mail. Where the CRM says that they work decides before.
    """
    news = {domain_of(one.value) for one in identities if one.kind == "email" and not one.is_resolved} & homes.keys()
    placed = [(contact_of[one.uid], one.kind, one.value) for one in identities]
    contacts = sorted(uid for uid in following(placed, homes, news) if not employers.get(uid))
    await settle_people(system, workspace, contacts, contact_of, homes, employers)


def _concerned(rows: Iterable[Row]) -> set[str]:
    return {uid for row in rows for uid in (str(row["before"]), str(row["contact_uid"]))}


def _circles(rows: Sequence[Row]) -> list[list[Row]]:
    """Return the rows in portions of about a thousand; rows that share a contact are never parted."""
    graph = nx.Graph((row["before"], row["contact_uid"]) for row in rows)
    circle_of = {uid: number for number, part in enumerate(nx.connected_components(graph)) for uid in part}
    circles: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        circles[circle_of[row["before"]]].append(row)
    out: list[list[Row]] = [[]]
    for number in sorted(circles):
        if len(out[-1]) >= BATCH:
            out.append([])
        out[-1] += circles[number]
    return out


def _statements(
    system: SystemGateway, workspace: Workspace, rows: Sequence[Row], people: Sequence[PersonRow], moves: Moves,
    contact_of: Mapping[str, str],
) -> list[Statement]:  # fmt: skip
    targets = sorted({str(row["contact_uid"]) for row in rows})
    heirs = _heirs(people, contact_of)
    touched = {*moves.targets, *moves.left, *moves.left_accounts}
    touched |= {str(row["account_uid"]) for row in moves.stakeholders}
    contacts = sorted({*targets, *(person.uid for person in people)})
    return [
        system.statement(i.REPOINT_IDENTITIES, RowsParams(list(rows))),
        system.statement(i.DROP_ALIASES, q.Uids(targets)),
        *place_statements(system, moves, contacts),
        system.statement(i.DROP_EMPTY_CONTACTS, RowsParams(heirs)),
        system.statement(i.REPOINT_ALIASES, RowsParams(retired(people, contact_of, workspace))),
        system.statement(c.DROP_EMPTY_ACCOUNTS, q.Uids(moves.left_accounts)),
        announce(system, "people.moved", touched),
    ]


def _heirs(people: Sequence[PersonRow], contact_of: Mapping[str, str]) -> list[Row]:
    """Return for each contact that no identity stands for any more who it became."""
    rows = []
    for person in people:
        after = sorted({contact_of.get(uid, person.uid) for uid, _, _ in person.identities})
        if after and person.uid not in after:
            rows.append({"uid": person.uid, "heir_uid": after[0]})
    return rows
