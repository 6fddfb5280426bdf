"""The statements that write a batch of interactions, in the order in which batches never deadlock."""

from collections.abc import Iterable, Sequence
from typing import Any

from graph_service.domain.workspace import Workspace
from graph_service.graph.events import announce
from graph_service.graph.query import RowsParams, Statement
from graph_service.graph.system import SystemGateway
from graph_service.ingest import queries as q
from graph_service.ingest.identity_queries import REOPEN_IDENTITIES
from graph_service.ingest.interaction_rows import InteractionRows, Known, distinct
from graph_service.ingest.participants import Participant
from graph_service.ingest.placing import others_of
from graph_service.ingest.tombstones import Tombstones
from graph_service.reading.addresses import domain_of
from graph_service.reading.reader import version

Step = tuple[Any, list[dict[str, Any]]]
PART = ("interaction_uid", "uid", "role", "identity_uid")
PERSON = ("uid", "person_uid")


async def known_people(
    system: SystemGateway, workspace: Workspace, people: Sequence[Participant], tombstones: Tombstones
) -> Known:
    """Return what the graph knows of the people of a batch who are not ours, and who of them was forgotten."""
    outside = {one.identity_uid: one for one in people if not one.is_ours}
    found = await system.read(q.LOOKUP_PEOPLE, q.Uids(sorted(outside)))
    uid_of = {name: workspace.ids.uid("domain", name) for name in _domains(outside.values(), found)}
    accounts = await system.read(q.LOOKUP_DOMAINS, q.Uids(sorted(uid_of.values())))
    domains = {row.domain_uid: row.account_uid for row in accounts}
    homes = {name: domains[uid] for name, uid in uid_of.items() if uid in domains}
    return Known(
        contacts={row.identity_uid: row.contact_uid for row in found},
        other_accounts={row.identity_uid: others_of(row.crm_accounts, row.addresses, homes) for row in found},
        domains=domains,
        gone=tombstones.gone(outside),
    )


def _domains(outside: Iterable[Participant], found: Iterable[q.KnownPerson]) -> set[str]:
    """Return the domains of the people of a batch, and of the other addresses of each of them."""
    names = {one.domain for one in outside} | {domain_of(address) for row in found for address in row.addresses}
    return names - {""}


def is_better(copy_rank: str, stored: q.KnownInteraction) -> bool:
    """Tell whether a copy replaces the stored one: it is fuller, or a better reader has read it."""
    return copy_rank < stored.copy_rank or (copy_rank == stored.copy_rank and stored.reader != version())


def transaction(
    system: SystemGateway, rows: InteractionRows, interactions: Sequence[Step], replaced: list[str]
) -> list[Statement]:
    """Return the transaction of one batch: nodes before edges, rows sorted by key, the event last."""
    clearing = q.Clearing(replaced, sorted(row["uid"] for row in rows.evidence))
    unsettling = system.statement(q.UNSETTLE_ANSWERED, q.Uids(replaced))
    statements = [unsettling, system.statement(q.CLEAR_INTERACTIONS, clearing)] if replaced else []
    steps = [*_people_steps(rows), *interactions, *_said_steps(rows)]
    statements += [system.statement(query, RowsParams(batch)) for query, batch in steps if batch]
    if rows.accounts:  # a new domain may be where the people at it belong with their other addresses
        statements.append(system.statement(q.GIVE_DEFAULT_SIGHT, q.Uids(sorted(rows.accounts))))
        statements.append(system.statement(REOPEN_IDENTITIES, q.Uids(sorted(rows.at_new_domains))))
    return [*statements, announce(system, "interactions.added", rows.touched, rows.min_day)]


def _people_steps(rows: InteractionRows) -> list[Step]:
    return [
        (q.UPSERT_USERS, distinct(rows.users.values(), "uid")),
        (q.UPSERT_DOMAIN_ACCOUNTS, distinct(rows.accounts.values(), "uid")),
        (q.UPSERT_CONTACTS, distinct(rows.contacts.values(), "uid", "identity_uid")),
        (q.UPSERT_STAKEHOLDERS, distinct(rows.stakeholders.values(), "uid")),
        (q.UPSERT_STATEMENTS, distinct(rows.statements.values(), "uid")),
        (q.ADD_FIRMS, sorted(rows.firms.values(), key=lambda row: (row["identity_uid"], row["firm"], row["keys"]))),
    ]


def _said_steps(rows: InteractionRows) -> list[Step]:
    took, by, about = rows.took_part, rows.evidence_by, rows.evidence_about
    return [
        (q.UPSERT_CONTENTS, distinct(rows.contents, "uid")),
        (q.LINK_USERS, distinct(took["user"], *PART)),
        (q.LINK_STAKEHOLDERS, distinct(took["stakeholder"], *PART)),
        (q.LINK_CONTACTS, distinct(took["contact"], *PART)),
        (q.LINK_ACCOUNTS, distinct(rows.about, "interaction_uid", "account_uid")),
        (q.UPSERT_EVIDENCE, distinct(rows.evidence, "uid")),
        (q.EVIDENCE_BY_USERS, distinct(by["user"], *PERSON)),
        (q.EVIDENCE_BY_STAKEHOLDERS, distinct(by["stakeholder"], *PERSON)),
        (q.EVIDENCE_BY_CONTACTS, distinct(by["contact"], *PERSON)),
        (q.EVIDENCE_ABOUT_USERS, distinct(about["user"], *PERSON)),
        (q.EVIDENCE_ABOUT_STAKEHOLDERS, distinct(about["stakeholder"], *PERSON)),
        (q.EVIDENCE_ABOUT_CONTACTS, distinct(about["contact"], *PERSON)),
    ]
