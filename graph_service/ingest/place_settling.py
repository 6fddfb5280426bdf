"""After a CRM came: moves what people did to the accounts where it belongs by now, identity by identity."""

from graph_service.domain.workspace import Workspace
from graph_service.graph.events import announce
from graph_service.graph.query import NoParams, Statement
from graph_service.graph.system import SystemGateway
from graph_service.ingest import crm_queries as c
from graph_service.ingest import identity_queries as i
from graph_service.ingest import queries as q
from graph_service.ingest.placing import Moves, moves_of
from graph_service.ingest.resolution import employers_after, place_statements, read_people

BATCH = 500


async def settle_places(system: SystemGateway, workspace: Workspace) -> int:
    """Move every identity whose doings belong elsewhere by now; return how many places changed."""
    identities = (await system.read(i.READ_IDENTITIES, NoParams()))[0].identities
    domains = {one.name: one.account_uid for one in (await system.read(i.READ_DOMAINS, NoParams()))[0].domains}
    contact_of = {one.uid: one.contact_uid for one in identities}
    employers = employers_after(identities, contact_of)
    contacts = sorted(set(contact_of.values()))
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
