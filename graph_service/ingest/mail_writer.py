"""Writes batches of mail facts: one look-up, one transaction, one event. Doing it again writes nothing."""

from collections.abc import Sequence

from graph_service.domain.workspace import Workspace
from graph_service.graph.models import Email
from graph_service.graph.query import Statement
from graph_service.graph.rows import checked
from graph_service.graph.system import SystemGateway
from graph_service.ingest import queries as q
from graph_service.ingest.hiding import hide_forgotten
from graph_service.ingest.interaction_rows import InteractionRows, distinct
from graph_service.ingest.interaction_steps import is_better, known_people, transaction
from graph_service.ingest.mail_facts import MailFacts
from graph_service.ingest.mail_rows import build_rows
from graph_service.ingest.thread_groups import thread_together
from graph_service.ingest.tombstones import read_tombstones


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
        people = [one for mail in fresh for one in (*mail.participants, *mail.unreached)]
        tombstones = await read_tombstones(self._system, self._workspace)
        known = await known_people(self._system, self._workspace, people, tombstones)
        rows = build_rows(fresh, known, self._workspace)
        stored = await self._system.read(q.READ_THREAD_GROUPS, q.Groups(sorted(rows.groups)))
        thread_together(fresh, stored[0].mails, rows, self._workspace.ids)
        hide_forgotten(rows, tombstones)
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
        known = {row.uid: row for row in stored}
        fresh = [
            mail for uid, mail in sorted(best.items()) if uid not in known or is_better(mail.copy_rank, known[uid])
        ]
        return fresh, [mail.uid for mail in fresh if mail.uid in known]


def statements_of(system: SystemGateway, rows: InteractionRows, replaced: list[str]) -> list[Statement]:
    """Return the transaction of one batch of mails."""
    interactions = checked(Email, rows.interactions.values(), system.workspace_id)
    steps = [(q.UPSERT_INTERACTIONS, interactions), (q.SET_THREADS, distinct(rows.rethreaded, "uid"))]
    return transaction(system, rows, steps, replaced)
