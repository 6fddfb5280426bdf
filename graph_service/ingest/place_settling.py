"""Moves what people did to the accounts where it belongs by now, identity by identity. Who is who is settled before."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from graph_service.domain.workspace import Workspace
from graph_service.graph.events import announce
from graph_service.graph.query import NoParams, RowsParams, Statement
from graph_service.graph.system import SystemGateway
from graph_service.ingest import crm_queries as c
from graph_service.ingest import identity_queries as i
from graph_service.ingest import queries as q
from graph_service.ingest.identity_queries import IdentityRow, PersonRow
from graph_service.ingest.placing import Moves, moves_of

BATCH = 500


async def settle_places(system: SystemGateway, workspace: Workspace) -> int:
    """Move every identity whose doings belong elsewhere now that a CRM came; return how many links moved."""
    identities = (await system.read(i.READ_IDENTITIES, NoParams()))[0].identities
    domains = {one.name: one.account_uid for one in (await system.read(i.READ_DOMAINS, NoParams()))[0].domains}
    contact_of = {one.uid: one.contact_uid for one in identities}
    employers = employers_after(identities, contact_of)
    return await settle_people(system, workspace, sorted(set(contact_of.values())), contact_of, domains, employers)


async def settle_people(
    system: SystemGateway, workspace: Workspace, contacts: Sequence[str], contact_of: Mapping[str, str],
    domains: Mapping[str, str], employers: Mapping[str, Sequence[str]],
) -> int:  # fmt: skip
    """Move what some people did from where it does not belong; return how many links moved."""
    moved = 0
    for start in range(0, len(contacts), BATCH):
        people = await read_people(system, contacts[start : start + BATCH])
        moves = moves_of(list(people.values()), contact_of, domains, employers, workspace)
        if moves.links or moves.left:
            await system.write_all(_statements(system, moves, sorted(people)))
            moved += len(moves.links)
    return moved


def _statements(system: SystemGateway, moves: Moves, contacts: list[str]) -> list[Statement]:
    touched = {*moves.targets, *moves.left, *moves.left_accounts}
    touched |= {str(row["account_uid"]) for row in moves.stakeholders}
    return [
        *place_statements(system, moves, contacts),
        system.statement(c.DROP_EMPTY_ACCOUNTS, q.Uids(moves.left_accounts)),
        announce(system, "people.moved", touched),
    ]


def place_statements(system: SystemGateway, moves: Moves, contacts: list[str]) -> list[Statement]:
    """Return the statements that bring people to their places and take away the places nobody needs."""
    return [
        system.statement(q.UPSERT_STAKEHOLDERS, RowsParams(moves.stakeholders)),
        system.statement(i.MOVE_LINKS, RowsParams(moves.links)),
        system.statement(i.RENEW_CONTACTS, q.Uids(contacts)),
        system.statement(c.RENEW_ABOUTS, RowsParams(moves.links)),
        system.statement(c.DROP_EMPTY_PLACES, q.Uids(moves.left)),
    ]


async def read_people(system: SystemGateway, uids: Sequence[str]) -> dict[str, PersonRow]:
    """Return contacts as they stand, by uid."""
    found: dict[str, PersonRow] = {}
    for start in range(0, len(uids), BATCH):
        rows = await system.read(i.READ_PEOPLE, q.Uids(list(uids[start : start + BATCH])))
        found |= {row.person.uid: row.person for row in rows}
    return found


def employers_after(identities: Iterable[IdentityRow], contact_of: Mapping[str, str]) -> dict[str, list[str]]:
    """Return contact → the accounts that the CRM records and the help desk's keys of its identities tell, sorted."""
    found: dict[str, set[str]] = defaultdict(set)
    for one in identities:
        found[contact_of.get(one.uid, one.contact_uid)].update(one.employers, one.keyed_at)
    return {uid: sorted(accounts) for uid, accounts in found.items()}
