"""Who is who, in the graph: compares new identities with all others, merges and splits, and moves what hangs on them.

One transaction for each set of people that touch each other, so that a run that is cut off leaves every person whole.
Nothing is done when no identity is new and nobody has decided anything.
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
from graph_service.ingest.identities import Resolution, resolve
from graph_service.ingest.identity_queries import DomainRow, IdentityRow, PersonRow
from graph_service.ingest.interaction_rows import Row
from graph_service.ingest.placing import Moves, moves_of

BATCH = 1000


async def resolve_identities(system: SystemGateway, workspace: Workspace) -> int:
    """Bring contacts in line with what all identities say; return how many identities changed hands."""
    identities = (await system.read(i.READ_IDENTITIES, NoParams()))[0].identities
    fresh = [one.uid for one in identities if not one.is_resolved]
    if not fresh:
        return 0
    decided = (await system.read(i.READ_DECIDED_PAIRS, NoParams()))[0].pairs
    domains = (await system.read(i.READ_DOMAINS, NoParams()))[0].domains
    names = {row.uid: row.name for row in await system.read(i.LIST_ACCOUNT_NAMES, NoParams())}
    resolution = resolve(identities, decided, domains, names, workspace)
    changing = [row for row in resolution.repointed if row["before"] != row["contact_uid"]]
    await _apply(system, workspace, identities, domains, resolution, changing)
    await system.write(i.REPOINT_IDENTITIES, RowsParams([row for row in resolution.repointed if row not in changing]))
    await system.write(i.MARK_RESOLVED, i.Resolved(sorted(fresh), resolution.doubtful))
    return len(changing)


async def _apply(
    system: SystemGateway, workspace: Workspace, identities: Sequence[IdentityRow], domains: Sequence[DomainRow],
    resolution: Resolution, changing: Sequence[Row],
) -> None:  # fmt: skip
    if not changing:
        return
    people = await read_people(system, sorted(_concerned(changing)))
    homes = {one.name: one.account_uid for one in domains}
    employers = employers_after(identities, resolution.contact_of)
    for circle in _circles(changing):
        touched = [people[uid] for uid in sorted(_concerned(circle)) if uid in people]
        moves = moves_of(touched, resolution.contact_of, homes, employers, workspace)
        await system.write_all(_statements(system, circle, touched, moves, resolution.contact_of))


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


async def read_people(system: SystemGateway, uids: Sequence[str]) -> dict[str, PersonRow]:
    """Return contacts as they stand, by uid."""
    found: dict[str, PersonRow] = {}
    for start in range(0, len(uids), BATCH):
        rows = await system.read(i.READ_PEOPLE, q.Uids(list(uids[start : start + BATCH])))
        found |= {row.person.uid: row.person for row in rows}
    return found


def employers_after(identities: Iterable[IdentityRow], contact_of: Mapping[str, str]) -> dict[str, list[str]]:
    """Return contact → the accounts that the CRM records of its identities name, sorted."""
    found: dict[str, set[str]] = defaultdict(set)
    for one in identities:
        found[contact_of.get(one.uid, one.contact_uid)].update(one.employers)
    return {uid: sorted(accounts) for uid, accounts in found.items()}


def _statements(
    system: SystemGateway, rows: Sequence[Row], people: Sequence[PersonRow], moves: Moves, contact_of: Mapping[str, str]
) -> list[Statement]:
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
        system.statement(c.DROP_EMPTY_ACCOUNTS, q.Uids(moves.left_accounts)),
        announce(system, "people.moved", touched),
    ]


def place_statements(system: SystemGateway, moves: Moves, contacts: list[str]) -> list[Statement]:
    """Return the statements that bring people to their places and take away the places nobody needs."""
    return [
        system.statement(q.UPSERT_STAKEHOLDERS, RowsParams(moves.stakeholders)),
        system.statement(i.MOVE_LINKS, RowsParams(moves.links)),
        system.statement(i.RENEW_CONTACTS, q.Uids(contacts)),
        system.statement(c.RENEW_ABOUTS, q.Uids(moves.targets)),
        system.statement(c.DROP_EMPTY_PLACES, q.Uids(moves.left)),
    ]


def _heirs(people: Sequence[PersonRow], contact_of: Mapping[str, str]) -> list[Row]:
    """Return for each contact that no identity stands for any more who it became."""
    rows = []
    for person in people:
        after = sorted({contact_of.get(uid, person.uid) for uid, _, _ in person.identities})
        if after and person.uid not in after:
            rows.append({"uid": person.uid, "heir_uid": after[0]})
    return rows
