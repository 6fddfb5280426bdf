"""Gives the mail domains that firms took on later to their accounts, and brings the people at them there.

The domain goes first and is marked as being under way, the people follow, and the mark comes off last: a run that is
cut off anywhere is taken up again. What is said of sight is renewed before anybody moves and after.
"""

from collections.abc import Mapping, Sequence

from graph_service.domain.workspace import Workspace
from graph_service.graph.grants import renew_sight
from graph_service.graph.query import RowsParams, Statement
from graph_service.graph.system import SystemGateway
from graph_service.ingest import crm_queries as c
from graph_service.ingest import identity_queries as i
from graph_service.ingest import queries as q
from graph_service.ingest.domain_moves import moved_domains
from graph_service.ingest.domain_places import (
    MAIL,
    MOVED,
    MOVING,
    Places,
    mail_domain,
    own_account,
    people_in_question,
    places_of,
    shared_domains,
)
from graph_service.ingest.identity_queries import AddressUse, DomainRow, IdentityRow
from graph_service.ingest.place_settling import employers_after, settle_people

BATCH = 500


async def settle_moves(
    system: SystemGateway, workspace: Workspace, identities: Sequence[IdentityRow], contact_of: Mapping[str, str],
    domains: Sequence[DomainRow],
) -> int:  # fmt: skip
    """Bring domains and people in line with whose people are the same; return how many domains changed hands."""
    places = places_of(identities, contact_of, domains, workspace)
    changed = _changed(domains, await _moved(system, places), places)
    if not changed:
        return 0
    await system.write_all(_begun(system, workspace, changed))
    await renew_sight(system)
    homes = {one.name: one.account_uid for one in domains} | changed
    contacts = sorted({contact_of[one.uid] for one in identities if mail_domain(one) in changed})
    employers = employers_after(identities, contact_of)
    await settle_people(system, workspace, contacts, contact_of, homes, employers)
    left = sorted({one.account_uid for one in domains if one.name in changed} | {places.homes[one] for one in changed})
    await system.write_all(_ended(system, workspace, changed, places, left))
    await renew_sight(system)
    return len(changed)


async def _moved(system: SystemGateway, places: Places) -> dict[str, str]:
    """Return domain → account for those that a firm took on later."""
    shared = shared_domains(places)
    people = people_in_question(places, shared)
    use: dict[str, AddressUse] = {}
    for start in range(0, len(people), BATCH):
        found = await system.read(i.READ_ADDRESS_USE, q.Uids(people[start : start + BATCH]))
        use |= {one.identity_uid: one for one in found}
    return moved_domains(places, sorted(shared), use)


def _changed(domains: Sequence[DomainRow], moved: Mapping[str, str], places: Places) -> dict[str, str]:
    """Return domain → account for the domains that no CRM claims and that are not, or not wholly, where they belong."""
    found: dict[str, str] = {}
    for one in domains:
        if one.name not in places.unclaimed:
            continue
        wanted = (moved[one.name], MOVED) if one.name in moved else (places.homes[one.name], MAIL)
        if (one.account_uid, one.rule) != wanted:
            found[one.name] = wanted[0]
    return dict(sorted(found.items()))


def _begun(system: SystemGateway, workspace: Workspace, changed: Mapping[str, str]) -> list[Statement]:
    """Return what gives domains to accounts, of which those called by a domain may have to be made again."""
    again = [
        {"uid": account, "name": name, "domain_uid": workspace.ids.uid("domain", name)}
        for name, account in changed.items()
        if account == own_account(name, workspace)
    ]
    return [
        system.statement(q.UPSERT_DOMAIN_ACCOUNTS, RowsParams(sorted(again, key=lambda row: row["uid"]))),
        system.statement(q.GIVE_DEFAULT_SIGHT, q.Uids(sorted(row["uid"] for row in again))),
        _given(system, workspace, changed, dict.fromkeys(changed, MOVING)),
    ]


def _ended(
    system: SystemGateway, workspace: Workspace, changed: Mapping[str, str], places: Places, left: list[str]
) -> list[Statement]:  # fmt: skip
    """Return what marks the domains as settled and takes away the accounts that nothing is at any more."""
    rules = {name: MAIL if account == places.homes[name] else MOVED for name, account in changed.items()}
    return [_given(system, workspace, changed, rules), system.statement(c.DROP_EMPTY_ACCOUNTS, q.Uids(left))]


def _given(
    system: SystemGateway, workspace: Workspace, changed: Mapping[str, str], rules: Mapping[str, str]
) -> Statement:  # fmt: skip
    rows = [
        {"uid": workspace.ids.uid("domain", name), "name": name, "account_uid": account, "rule": rules[name]}
        for name, account in changed.items()
    ]
    return system.statement(c.UPSERT_DOMAINS, RowsParams(sorted(rows, key=lambda row: row["uid"])))
