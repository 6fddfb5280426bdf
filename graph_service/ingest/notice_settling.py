"""After any load: whom the notices of social networks speak of. Who is who, and who is where, is settled before.

A notice names somebody in full and says where they went. It speaks of whoever is called so, at the one account where
they are that is not the new employer; of nobody where several fit. A function of all that is known.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph_service.domain.workspace import Workspace
from graph_service.graph.events import announce
from graph_service.graph.query import NoParams, NoRow, ReadQuery, RowsParams, WriteQuery
from graph_service.graph.system import SystemGateway
from graph_service.ingest import identity_queries as i
from graph_service.ingest.identity_queries import PersonRow
from graph_service.ingest.interaction_rows import Row
from graph_service.ingest.place_settling import read_people
from graph_service.ingest.placing import homes_of
from graph_service.reading.departures.people import is_same_firm

BATCH = 500


@dataclass(frozen=True, slots=True)
class NoticeRow:
    """A notice: the new employer, the identity and the places it speaks of now, and the contacts of that name."""

    uid: str
    firm: str
    identity_uid: str
    places: list[str]
    contacts: list[str]


READ_NOTICES = ReadQuery("ingest.read_notices", NoParams, NoticeRow)
SETTLE_NOTICES = WriteQuery("ingest.settle_notices", RowsParams, NoRow)


async def settle_notices(system: SystemGateway, workspace: Workspace) -> int:
    """Let every notice speak of the person it means by now; return how many speak of somebody else than before."""
    notices = await system.read(READ_NOTICES, NoParams())
    if not notices:
        return 0
    people = await read_people(system, sorted({uid for one in notices for uid in one.contacts}))
    domains = {one.name: one.account_uid for one in (await system.read(i.READ_DOMAINS, NoParams()))[0].domains}
    names = {row.uid: row.name for row in await system.read(i.LIST_ACCOUNT_NAMES, NoParams())}
    rows: list[Row] = []
    touched: set[str] = set()
    for notice in notices:
        called = [people[uid] for uid in notice.contacts if uid in people]
        identity, place = meant(notice.firm, called, domains, names, workspace)
        if (identity, [place] if place else []) != (notice.identity_uid, notice.places):
            rows.append({"uid": notice.uid, "identity_uid": identity or None, "place_uid": place})
            touched |= {*notice.places, *([place] if place else [])}
    await _write(system, rows, touched)
    return len(rows)


def meant(
    firm: str, called: Sequence[PersonRow], domains: Mapping[str, str], names: Mapping[str, str], workspace: Workspace
) -> tuple[str, str]:
    """Return identity and stakeholder of the one person, of those `called` so, who can have left for `firm`. Pure.

    Both are empty where there is none or several.
    """
    found: dict[str, tuple[bool, str]] = {}
    for person in called:
        known = {account for _, account in person.places}
        homes = homes_of(person.identities, domains, person.employers)
        for uid, kind, _ in person.identities:
            account = homes[uid]
            if account in known and not (firm and is_same_firm(firm, names.get(account, ""))):
                place = workspace.ids.uid("stakeholder", person.uid, account)
                found[place] = min(found.get(place, (True, uid)), (kind != "email", uid))
    if len(found) != 1:
        return "", ""
    ((place, (_, identity)),) = found.items()
    return identity, place


async def _write(system: SystemGateway, rows: Sequence[Row], touched: set[str]) -> None:
    for start in range(0, len(rows), BATCH):
        settle = system.statement(SETTLE_NOTICES, RowsParams(list(rows[start : start + BATCH])))
        await system.write_all([settle, announce(system, "people.moved", touched)])
