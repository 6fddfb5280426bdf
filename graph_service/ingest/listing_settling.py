"""Puts people whom the CRM knows without an account at the account of their mail domain, as their mail does.

Such a place follows from the record's address and from whose the domain is by now, so that the order of loading does
not matter. It counts for nothing else: neither for whose a domain is, nor for who is who.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from graph_service.domain.workspace import Workspace
from graph_service.graph.events import announce
from graph_service.graph.query import NoParams, RowsParams, Statement
from graph_service.graph.system import SystemGateway
from graph_service.ingest import crm_queries as c
from graph_service.ingest import identity_queries as i
from graph_service.ingest import queries as q
from graph_service.ingest.identity_queries import Job, ListingRow
from graph_service.ingest.interaction_rows import Row
from graph_service.reading.addresses import domain_of

BATCH = 500
RULE = "domain"


@dataclass(slots=True)
class Changes:
    """The places to give and those to take back, a row each."""

    given: list[Row] = field(default_factory=list)
    taken: list[Row] = field(default_factory=list)


async def settle_listings(system: SystemGateway, workspace: Workspace) -> int:
    """Bring the places of people without an account in the CRM in line with their domains; return how many changed."""
    listings = await system.read(i.READ_LISTINGS, NoParams())
    if not listings:
        return 0
    domains = {one.name: one.account_uid for one in (await system.read(i.READ_DOMAINS, NoParams()))[0].domains}
    changed = 0
    for start in range(0, len(listings), BATCH):
        changes = changes_of(listings[start : start + BATCH], domains, workspace)
        if changes.given or changes.taken:
            await system.write_all(_statements(system, changes))
        changed += len(changes.given) + len(changes.taken)
    return changed


def changes_of(listings: Iterable[ListingRow], domains: Mapping[str, str], workspace: Workspace) -> Changes:
    """Return what changes for records of people, given domain → account. Pure.

    A record that names its account itself keeps no other place.
    """
    changes = Changes()
    for one in listings:
        is_placed = any(not job.rule for job in one.jobs)
        home = "" if is_placed else domains.get(domain_of(one.address), "")
        for job in one.jobs:
            if job.rule and job.account_uid != home:
                changes.taken.append(_row(one, job.account_uid, workspace))
        if home and Job(home, RULE, is_told=True) not in one.jobs:
            changes.given.append(_row(one, home, workspace))
    return changes


def _row(one: ListingRow, account: str, workspace: Workspace) -> Row:
    system, _, source_id = one.record.partition(":")
    return {
        "uid": workspace.ids.uid("stakeholder", one.contact_uid, account), "contact_uid": one.contact_uid,
        "account_uid": account, "identity_uid": one.identity_uid, "source": system, "source_id": source_id,
    }  # fmt: skip


def _statements(system: SystemGateway, changes: Changes) -> list[Statement]:
    changed = [*changes.given, *changes.taken]
    left = _values(changes.taken, "account_uid")
    return [
        system.statement(q.UPSERT_STAKEHOLDERS, RowsParams(changes.given)),
        system.statement(i.DROP_LISTINGS, RowsParams(changes.taken)),
        system.statement(i.UPSERT_LISTINGS, RowsParams(changes.given)),
        system.statement(i.RENEW_CONTACTS, q.Uids(_values(changed, "contact_uid"))),
        system.statement(c.DROP_EMPTY_PLACES, q.Uids(_values(changes.taken, "uid"))),
        system.statement(c.DROP_EMPTY_ACCOUNTS, q.Uids(left)),
        announce(system, "people.moved", {*_values(changed, "uid"), *_values(changed, "account_uid")}),
    ]


def _values(rows: Sequence[Row], key: str) -> list[str]:
    return sorted({str(row[key]) for row in rows})
