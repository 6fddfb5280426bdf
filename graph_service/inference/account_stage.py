"""Infers accounts and their people together, batch by batch, and writes what comes of it in one transaction a batch.

Owns what is read and written. No formula lives here (`people_graph`), and nothing decides whom to infer (`stage`).
"""

import asyncio
from collections.abc import Callable, Sequence
from typing import Any

from graph_service.domain.workspace import Workspace
from graph_service.graph.events import announce
from graph_service.graph.query import RowsParams, Statement, Uids
from graph_service.graph.system import SystemGateway
from graph_service.inference import inferred_rows as rows
from graph_service.inference import queries as q
from graph_service.inference import writes as w
from graph_service.inference.batches import Behind, batches
from graph_service.inference.casefile import Backdrop, CaseFile
from graph_service.inference.cases import case_file
from graph_service.inference.models import Models
from graph_service.inference.people_graph import CaseFacts, infer_case

ACCOUNTS_AT_ONCE = 12


class AccountStage:
    """Keeps what is inferred of accounts, and of their people at them, up to a horizon day."""

    def __init__(
        self,
        system: SystemGateway,
        workspace: Workspace,
        horizon_day: int,
        report: Callable[[str, int, int], None],
    ) -> None:
        self._system = system
        self._workspace = workspace
        self._horizon = horizon_day
        self._report = report

    async def run(self, uids: Sequence[str], models: Models, backdrop: Backdrop) -> None:
        """Infer and write the accounts `uids`."""
        behind = Behind()
        async for cases, done in batches(self.cases, uids, ACCOUNTS_AT_ONCE):
            statements = await asyncio.to_thread(self._statements, cases, models, backdrop)
            if statements:
                await behind.add(self._system.write_all(statements))
            self._report("accounts", done, len(uids))
        await behind.settle()

    async def cases(self, uids: list[str]) -> list[CaseFile]:
        """Return the case files of accounts; those that are gone are left out."""
        people = await self._system.read(q.READ_CASE_PEOPLE, Uids(uids))
        events = {row.case["uid"]: row.case for row in await self._system.read(q.READ_CASE_EVENTS, Uids(uids))}
        return [
            case_file(row.case | events[row.case["uid"]], self._workspace)
            for row in people
            if row.case["uid"] in events
        ]

    def _statements(self, cases: Sequence[CaseFile], models: Models, backdrop: Backdrop) -> list[Statement]:
        facts = [infer_case(case, backdrop, models, self._horizon) for case in cases]
        people = self._people_statements(facts)
        accounts = self._account_statements(facts)
        touched = [one.uid for one in facts]
        return [*people, *accounts, announce(self._system, "facts.derived", touched)] if facts else []

    def _people_statements(self, facts: Sequence[CaseFacts]) -> list[Statement]:
        ids = self._workspace.ids
        people = [(uid, parts) for one in facts for uid, parts in one.people.items()]
        copies = [{"uid": uid, "properties": rows.copies_of(parts)} for uid, parts in people]
        series = [row for _, parts in people for row in rows.all_series(parts, ids)]
        gone = [uid for one, parts in people for uid in rows.gone_series(one, rows.PERSON_SERIES, parts, ids)]
        spells = [
            w.spells_row(uid, (spell for part in parts for spell in part.spells), ids, rows.PERSON_SPELLS)
            for uid, parts in people
        ]
        support = [row for _, parts in people for row in rows.supports(parts, ids)]
        return self._writes(
            gone,
            (q.WRITE_STAKEHOLDERS, copies), (q.WRITE_STAKEHOLDER_SERIES, series), (q.WRITE_STAKEHOLDER_SPELLS, spells),
            (q.WRITE_LINKS, [rows.links_row(uid, parts) for uid, parts in people]), (q.WRITE_SUPPORT, support),
        )  # fmt: skip

    def _account_statements(self, facts: Sequence[CaseFacts]) -> list[Statement]:
        ids, copies, series, spells, support = self._workspace.ids, [], [], [], []
        gone: list[str] = []
        for one in facts:
            own = w.account_row(one.basis)
            review = [day for day in (one.basis.review_day, *_reviews(one)) if day is not None]
            own["properties"] |= rows.copies_of(one.account) | {"review_at": w.moment(min(review, default=None))}
            copies.append(own)
            series += w.series_rows(one.uid, w.account_series(one.basis), ids) + rows.all_series(one.account, ids)
            gone += w.empty_series(one.uid, w.account_series(one.basis), ids)
            gone += rows.gone_series(one.uid, rows.ACCOUNT_SERIES, one.account, ids)
            own_spells = [*one.basis.spells, *(spell for part in one.account for spell in part.spells)]
            spells.append(w.spells_row(one.uid, own_spells, ids))
            support += rows.supports(one.account, ids)
        return self._writes(
            gone,
            (q.WRITE_ACCOUNTS, copies), (q.WRITE_ACCOUNT_SERIES, series), (q.WRITE_ACCOUNT_SPELLS, spells),
            (q.WRITE_SUPPORT, support),
        )  # fmt: skip

    def _writes(self, gone: list[str], *steps: tuple[Any, list[w.Row]]) -> list[Statement]:
        dropped = [self._system.statement(q.DROP_SERIES, q.Uids(sorted(gone)))] if gone else []
        return dropped + [self._system.statement(query, RowsParams(listed)) for query, listed in steps if listed]


def _reviews(facts: CaseFacts) -> list[int | None]:
    """Return when anything said of the account or its people may change without news."""
    return [part.review_day for parts in (facts.account, *facts.people.values()) for part in parts]
