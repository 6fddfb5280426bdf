"""Puts people who write from home at the account that their help desk's organization is known by elsewhere.

The help desk says which id the organization has in other systems, and its mail domains. Which account that is follows
from all that is known, and from whose the domains are in the end, so that the order of loading does not matter.
Somebody with an address at work is there. Such a place decides neither who is who nor whose a domain is.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from graph_service.domain.workspace import Workspace
from graph_service.graph.query import NoParams, RowsParams
from graph_service.graph.system import SystemGateway
from graph_service.ingest import feed_queries as f
from graph_service.ingest import identity_queries as i
from graph_service.ingest.feed_settling import claims_by_rule, folded
from graph_service.ingest.identity_queries import KeyedPerson
from graph_service.ingest.interaction_rows import Row
from graph_service.ingest.place_settling import employers_after, settle_people
from graph_service.reading.addresses import domain_of

BATCH = 500


async def settle_keys(system: SystemGateway, workspace: Workspace) -> int:
    """Bring the places of such people in line with what accounts are known by; return how many people changed.

    What they did moves first and the note of their place comes last, so that a run that is cut off is taken up again.
    """
    people = await system.read(i.READ_KEYED_PEOPLE, NoParams())
    if not people:
        return 0
    accounts = await system.read(f.READ_ACCOUNT_KEYS, NoParams())
    domains = {one.name: one.account_uid for one in (await system.read(i.READ_DOMAINS, NoParams()))[0].domains}
    changed = changed_places(people, accounts, domains)
    if changed:
        await _move(system, workspace, changed, domains)
        for start in range(0, len(changed), BATCH):
            await system.write(i.PLACE_KEYED_PEOPLE, RowsParams(changed[start : start + BATCH]))
    return len(changed)


async def _move(
    system: SystemGateway, workspace: Workspace, changed: Sequence[Row], domains: Mapping[str, str]
) -> None:  # fmt: skip
    wanted = {row["identity_uid"]: row["account_uid"] for row in changed}
    listed = (await system.read(i.READ_IDENTITIES, NoParams()))[0].identities
    identities = [
        replace(one, keyed_at=[wanted[one.uid]] if wanted[one.uid] else []) if one.uid in wanted else one
        for one in listed
    ]
    contact_of = {one.uid: one.contact_uid for one in identities}
    employers = employers_after(identities, contact_of)
    contacts = sorted({str(row["contact_uid"]) for row in changed})
    await settle_people(system, workspace, contacts, contact_of, domains, employers)


def changed_places(
    people: Iterable[KeyedPerson], accounts: Iterable[f.AccountKeyRow], domains: Mapping[str, str]
) -> list[Row]:
    """Return the people who are not at the one account that their keys tell, with that account or none. Pure."""
    claims = claims_by_rule(accounts)
    rows: list[Row] = []
    for one in people:
        account = "" if domain_of(one.address) in domains else account_of_keys(one.keys, claims)
        if one.accounts != ([account] if account else []):
            rows.append({"identity_uid": one.identity_uid, "contact_uid": one.contact_uid, "account_uid": account})
    return rows


def account_of_keys(keys: Iterable[str], claims: Sequence[Mapping[str, list[str]]]) -> str:
    """Return the account that keys tell, empty where they tell none or several. Pure.

    Ids come before mail domains, and an account's own key before its id in a CRM.
    """
    own, crm, domain = claims
    listed = [folded(key) for key in keys]
    found = {uid for key in listed for uid in own.get(key) or crm.get(key, [])}
    found = found or {uid for key in listed for uid in domain.get(key, ())}
    return found.pop() if len(found) == 1 else ""
