"""Writes batches of mail facts: one look-up, one transaction, one event. Doing it again writes nothing."""

import asyncio
from collections.abc import Sequence

from graph_service.domain.workspace import Workspace
from graph_service.graph.events import announce
from graph_service.graph.models import Email
from graph_service.graph.query import RowsParams, Statement
from graph_service.graph.rows import checked
from graph_service.graph.system import SystemGateway
from graph_service.ingest import queries as q
from graph_service.ingest.mail_facts import MailFacts
from graph_service.ingest.mail_rows import Known, MailRows, build_rows, distinct
from graph_service.ingest.thread_groups import thread_together


class MailWriter:
    """Writes mails into one workspace."""

    def __init__(self, system: SystemGateway, workspace: Workspace) -> None:
        self._system = system
        self._workspace = workspace
        self.written = 0

    async def write(self, mails: Sequence[MailFacts]) -> int:
        """Write what is new or better in a batch; return how many mails that was."""
        fresh, replaced = await self._news(mails)
        if not fresh:
            return 0
        rows = build_rows(fresh, await self._known(fresh), self._workspace)
        stored = await self._system.read(q.READ_THREAD_GROUPS, q.Groups(sorted(rows.groups)))
        thread_together(fresh, stored[0].mails, rows, self._workspace.ids)
        await self._system.write_all(statements_of(self._system, rows, replaced))
        self.written += len(fresh)
        return len(fresh)

    async def _news(self, mails: Sequence[MailFacts]) -> tuple[list[MailFacts], list[str]]:
        best: dict[str, MailFacts] = {}
        for mail in mails:
            present = best.get(mail.uid)
            if present is None or mail.copy_rank < present.copy_rank:
                best[mail.uid] = mail
        stored = await self._system.read(q.LOOKUP_INTERACTIONS, q.Uids(sorted(best)))
        ranks = {row.uid: row.copy_rank for row in stored}
        fresh = [mail for uid, mail in sorted(best.items()) if uid not in ranks or mail.copy_rank < ranks[uid]]
        return fresh, [mail.uid for mail in fresh if mail.uid in ranks]

    async def _known(self, mails: Sequence[MailFacts]) -> Known:
        outside = {one.identity_uid: one for mail in mails for one in mail.participants if not one.is_ours}
        ids = self._workspace.ids
        domains = sorted({ids.uid("domain", one.domain) for one in outside.values() if one.domain})
        people, accounts = await asyncio.gather(
            self._system.read(q.LOOKUP_PEOPLE, q.Uids(sorted(outside))),
            self._system.read(q.LOOKUP_DOMAINS, q.Uids(domains)),
        )
        return Known(
            contacts={row.identity_uid: row.contact_uid for row in people},
            crm_accounts={row.identity_uid: row.crm_accounts for row in people},
            domains={row.domain_uid: row.account_uid for row in accounts},
        )


def statements_of(system: SystemGateway, rows: MailRows, replaced: list[str]) -> list[Statement]:
    """Return the transaction of one batch: nodes before edges, rows sorted by key, the event last."""
    interactions = checked(Email, rows.interactions.values(), system.workspace_id)
    steps = [
        (q.UPSERT_USERS, distinct(rows.users.values(), "uid")),
        (q.UPSERT_DOMAIN_ACCOUNTS, distinct(rows.accounts.values(), "uid")),
        (q.UPSERT_CONTACTS, distinct(rows.contacts.values(), "uid", "identity_uid")),
        (q.UPSERT_STAKEHOLDERS, distinct(rows.stakeholders.values(), "uid")),
        (q.UPSERT_INTERACTIONS, interactions),
        (q.SET_THREADS, distinct(rows.rethreaded, "uid")),
        (q.UPSERT_CONTENTS, distinct(rows.contents, "uid")),
        (q.LINK_USERS, distinct(rows.took_part["user"], "interaction_uid", "uid", "role")),
        (q.LINK_STAKEHOLDERS, distinct(rows.took_part["stakeholder"], "interaction_uid", "uid", "role")),
        (q.LINK_CONTACTS, distinct(rows.took_part["contact"], "interaction_uid", "uid", "role")),
        (q.LINK_ACCOUNTS, distinct(rows.about, "interaction_uid", "account_uid")),
        (q.UPSERT_EVIDENCE, distinct(rows.evidence, "uid")),
        (q.EVIDENCE_BY_USERS, distinct(rows.evidence_by["user"], "uid", "person_uid")),
        (q.EVIDENCE_BY_STAKEHOLDERS, distinct(rows.evidence_by["stakeholder"], "uid", "person_uid")),
        (q.EVIDENCE_BY_CONTACTS, distinct(rows.evidence_by["contact"], "uid", "person_uid")),
    ]
    statements = [system.statement(q.CLEAR_INTERACTIONS, q.Uids(replaced))] if replaced else []
    statements += [system.statement(query, RowsParams(batch)) for query, batch in steps if batch]
    if rows.accounts:
        statements.append(system.statement(q.GIVE_DEFAULT_SIGHT, q.Uids(sorted(rows.accounts))))
    return [*statements, announce(system, "interactions.added", rows.touched, rows.min_day)]
