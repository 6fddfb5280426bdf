"""Writes a CRM export: accounts before people, people before sight. Doing it again changes nothing."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from graph_service.domain.workspace import Workspace
from graph_service.graph.events import announce
from graph_service.graph.query import NoRow, RowsParams, WriteQuery
from graph_service.graph.system import SystemGateway
from graph_service.ingest import crm_queries as c
from graph_service.ingest import queries as q
from graph_service.ingest.connector import (
    AccountRecord,
    ContactRecord,
    OpportunityRecord,
    Rejected,
    ShareRecord,
    SourceRecord,
    UserRecord,
)
from graph_service.ingest.crm_rows import (
    Row,
    account_row,
    account_uid,
    claim_row,
    contact_rows,
    newest,
    opportunity_row,
    spell_rows,
    user_row,
)

BATCH = 2000
REMEDY_ACCOUNT = "export the account too, or correct the id in this row"


class CrmWriter:
    """Writes the records of one CRM export. `exported_at` dates what carries no date of its own."""

    def __init__(self, system: SystemGateway, workspace: Workspace, exported_at: datetime) -> None:
        self._system = system
        self._workspace = workspace
        self._exported_at = exported_at

    async def write(self, records: Sequence[SourceRecord]) -> list[Rejected]:
        """Write all records; return those that point at nothing."""
        kinds: dict[type[Any], list[Any]] = defaultdict(list)
        for record in records:
            kinds[type(record)].append(record)
        await self._write_accounts(kinds[AccountRecord])
        await self._batches(c.UPSERT_CRM_USERS, newest(self._users(kinds[UserRecord]), "crm_id"))
        rejected = await self._write_people(kinds[ContactRecord])
        rejected += await self._write_deals(kinds[OpportunityRecord])
        systems = {one.system for one in (*kinds[AccountRecord], *kinds[ShareRecord])}
        await self._write_claims(kinds[ShareRecord], sorted(systems))
        return rejected

    def _users(self, records: Sequence[UserRecord]) -> list[Row]:
        return [user_row(record, self._workspace, self._exported_at) for record in records if record.email]

    async def _write_accounts(self, records: Sequence[AccountRecord]) -> None:
        rows = newest([account_row(record, self._workspace) for record in records])
        await self._batches(c.UPSERT_CRM_ACCOUNTS, rows)
        spells = newest([row for record in records for row in spell_rows(record, self._workspace)])
        await self._batches(c.UPSERT_SOURCE_SPELLS, spells)
        if rows:
            uids = q.Uids([row["uid"] for row in rows])
            await self._system.write(c.CLOSE_SOURCE_SPELLS, uids)
            await self._system.write(q.GIVE_DEFAULT_SIGHT, uids)
            await self._system.write_all([announce(self._system, "accounts.changed", uids.uids)])

    async def _write_people(self, records: Sequence[ContactRecord]) -> list[Rejected]:
        there = await self._present(
            record.account_source_id and (record.system, record.account_source_id) for record in records
        )
        contacts: list[Row] = []
        places: list[Row] = []
        rejected: list[Rejected] = []
        for record in records:
            if record.email and self._workspace.owns_address(record.email):
                rejected.append(_ours(record))
                continue
            identities, place = contact_rows(record, self._workspace)
            contacts += identities
            if place is None or place["account_uid"] in there:
                places += [] if place is None else [place]
            else:
                rejected.append(_dangling(record))
        await self._batches(q.UPSERT_CONTACTS, _best_names(contacts))
        await self._batches(q.UPSERT_STAKEHOLDERS, newest(places))
        await self._batches(c.UPSERT_EMPLOYMENTS, sorted(places, key=lambda row: (row["uid"], row["source_id"])))
        if places:
            await self._system.write_all([announce(self._system, "people.added", {row["uid"] for row in places})])
        return rejected

    async def _write_deals(self, records: Sequence[OpportunityRecord]) -> list[Rejected]:
        there = await self._present((record.system, record.account_source_id) for record in records)
        rows = [opportunity_row(record, self._workspace) for record in records]
        await self._batches(c.UPSERT_OPPORTUNITIES, newest([row for row in rows if row["account_uid"] in there]))
        return [_dangling(record) for record, row in zip(records, rows, strict=True) if row["account_uid"] not in there]

    async def _write_claims(self, records: Sequence[ShareRecord], systems: Sequence[str]) -> None:
        rows = newest([claim_row(record, self._workspace) for record in records])
        await self._batches(c.UPSERT_SHARE_CLAIMS, rows)
        for name in systems:
            keep = [row["uid"] for row in rows if row["system"] == name]
            await self._system.write(c.DROP_STALE_CLAIMS, c.StaleClaims(name, keep))

    async def _present(self, keys: Any) -> set[str]:
        wanted = sorted({account_uid(self._workspace, *key) for key in keys if key})
        found = await self._system.read(c.LOOKUP_ACCOUNTS, q.Uids(wanted))
        return {row.uid for row in found}

    async def _batches(self, query: WriteQuery[RowsParams, NoRow], rows: list[Row]) -> None:
        for start in range(0, len(rows), BATCH):
            await self._system.write(query, RowsParams(rows[start : start + BATCH]))


def _best_names(contacts: list[Row]) -> list[Row]:
    """Return one row an identity. All rows of a contact carry its best name: one batch may name a contact twice."""
    names: dict[str, Row] = {}
    best: dict[str, Row] = {}
    for row in contacts:
        _keep_best(names, row["uid"], row)
        _keep_best(best, row["identity_uid"], row)
    rows = [row | {key: names[row["uid"]][key] for key in ("name", "name_rank")} for row in best.values()]
    return sorted(rows, key=lambda row: (row["uid"], row["identity_uid"]))


def _keep_best(best: dict[str, Row], key: str, row: Row) -> None:
    if key not in best or row["name_rank"] > best[key]["name_rank"]:
        best[key] = row


def _dangling(record: ContactRecord | OpportunityRecord) -> Rejected:
    reason = f"refers to account {record.account_source_id or '(none)'}, which is in no export read so far"
    return Rejected(record.place, reason, REMEDY_ACCOUNT)


def _ours(record: ContactRecord) -> Rejected:
    return Rejected(record.place, f"{record.email} is one of our own addresses", "remove our people from the contacts")
