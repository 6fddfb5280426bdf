"""Writes a CRM export: accounts before people, people before sight. Doing it again changes nothing."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from graph_service.domain.workspace import Workspace
from graph_service.graph.events import announce
from graph_service.graph.query import NoParams, NoRow, RowsParams, WriteQuery
from graph_service.graph.system import SystemGateway
from graph_service.ingest import crm_queries as c
from graph_service.ingest import feed_queries as f
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
    crm_identity_row,
    identity_keys,
    newest,
    opportunity_row,
    spell_rows,
    user_row,
)
from graph_service.ingest.owners import Owners

BATCH = 2000
REMEDY_ACCOUNT = "export the account too, or correct the id in this row"


class CrmWriter:
    """Writes the records of one CRM export. `exported_at` dates what carries no date of its own."""

    def __init__(self, system: SystemGateway, workspace: Workspace, exported_at: datetime) -> None:
        self._system = system
        self._workspace = workspace
        self._exported_at = exported_at

    async def write(self, records: Sequence[SourceRecord], *, has_empty_table: bool = False) -> list[Rejected]:
        """Write all records; return those that point at nothing.

        With `has_empty_table` a table without a row was read too: it may be that of shares, all of them taken back.
        """
        kinds: dict[type[Any], list[Any]] = defaultdict(list)
        for record in records:
            kinds[type(record)].append(record)
        await self._write_accounts(kinds[AccountRecord])
        await self._batches(c.UPSERT_CRM_USERS, newest(self._users(kinds[UserRecord]), "crm_id"))
        rejected = await self._write_people(kinds[ContactRecord])
        rejected += await self._write_deals(kinds[OpportunityRecord])
        shares = kinds[ShareRecord]
        owners = Owners(kinds[UserRecord], await self._system.read(f.LIST_USER_KEYS, NoParams()) if shares else ())
        await self._write_claims(kinds[AccountRecord], shares, owners, has_empty_table=has_empty_table)
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
        known = await self._known(records)
        contacts: list[Row] = []
        places: list[Row] = []
        said: list[Row] = []
        rejected: list[Rejected] = []
        for record in records:
            if record.email and self._workspace.owns_address(record.email):
                rejected.append(_ours(record))
                continue
            identities, place = contact_rows(record, self._workspace, known)
            contacts += identities
            is_there = place is not None and place["account_uid"] in there
            said.append(crm_identity_row(record, self._workspace) | ({} if is_there else {"account_uid": None}))
            if place is None or place["account_uid"] in there:
                places += [] if place is None else [place]
            else:
                rejected.append(_dangling(record))
        await self._batches(q.UPSERT_CONTACTS, _best_names(contacts))
        await self._batches(f.UPSERT_CRM_IDENTITIES, newest(said))
        await self._batches(q.UPSERT_STAKEHOLDERS, newest(places))
        await self._batches(c.UPSERT_EMPLOYMENTS, _agreed(places))
        if places:
            await self._system.write_all([announce(self._system, "people.added", {row["uid"] for row in places})])
        return rejected

    async def _write_deals(self, records: Sequence[OpportunityRecord]) -> list[Rejected]:
        there = await self._present((record.system, record.account_source_id) for record in records)
        rows = [opportunity_row(record, self._workspace) for record in records]
        await self._batches(c.UPSERT_OPPORTUNITIES, newest([row for row in rows if row["account_uid"] in there]))
        return [_dangling(record) for record, row in zip(records, rows, strict=True) if row["account_uid"] not in there]

    async def _write_claims(
        self, accounts: Sequence[AccountRecord], shares: Sequence[ShareRecord], owners: Owners, *, has_empty_table: bool
    ) -> None:
        """Write what is claimed, and take back what the tables that were read no longer say; others keep their word."""
        with_accounts = {one.place.file for one in accounts}
        kinds = [("account" if one.place.file in with_accounts else "share", one) for one in shares]
        rows = newest([claim_row(one, self._workspace, kind, owners) for kind, one in kinds])
        await self._batches(c.UPSERT_SHARE_CLAIMS, rows)
        told = {(one.system, "account") for one in accounts} | {(one.system, kind) for kind, one in kinds}
        if has_empty_table:
            told |= {(system, "share") for system, _ in told}
        for name in sorted({system for system, _ in told}):
            keep = [row["uid"] for row in rows if row["system"] == name]
            tables = sorted(kind for system, kind in told if system == name)
            await self._system.write(c.DROP_STALE_CLAIMS, c.StaleClaims(name, tables, keep))

    async def _known(self, records: Sequence[ContactRecord]) -> dict[str, str]:
        """Return identity → the contact it stands for already, which may be that of a merge."""
        keys = {key for record in records for key in identity_keys(record)}
        uids = sorted(self._workspace.ids.uid("identity", *key) for key in keys)
        known: dict[str, str] = {}
        for start in range(0, len(uids), BATCH):
            found = await self._system.read(q.LOOKUP_PEOPLE, q.Uids(uids[start : start + BATCH]))
            known |= {row.identity_uid: row.contact_uid for row in found}
        return known

    async def _present(self, keys: Any) -> set[str]:
        wanted = sorted({account_uid(self._workspace, *key) for key in keys if key})
        found = await self._system.read(c.LOOKUP_ACCOUNTS, q.Uids(wanted))
        return {row.uid for row in found}

    async def _batches(self, query: WriteQuery[RowsParams, NoRow], rows: list[Row]) -> None:
        for start in range(0, len(rows), BATCH):
            await self._system.write(query, RowsParams(rows[start : start + BATCH]))


def _best_names(contacts: list[Row]) -> list[Row]:
    """Return one row an identity, with the best name that the records give it."""
    best: dict[str, Row] = {}
    for row in contacts:
        present = best.setdefault(row["identity_uid"], row)
        if row["name_rank"] > present["name_rank"]:
            best[row["identity_uid"]] = row
    return sorted(best.values(), key=lambda row: (row["uid"], row["identity_uid"]))


def _agreed(places: list[Row]) -> list[Row]:
    """Return the employments, each with what all records of its place together say: the newest title, the best name.

    One batch may name a place twice, and what is stored is compared once.
    """
    best: dict[str, Row] = {}
    for row in places:
        known = best.setdefault(row["uid"], {"name": None, "name_rank": "", "latest": row})
        if row["name_rank"] > known["name_rank"]:
            known.update(name=row["name"], name_rank=row["name_rank"])
        known["latest"] = max(known["latest"], row, key=lambda one: (one["known_at"], one["title"] or ""))
    rows = [
        row
        | {key: best[row["uid"]][key] for key in ("name", "name_rank")}
        | {f"place_{key}": best[row["uid"]]["latest"][key] for key in ("title", "known_at")}
        | {f"own_{key}": row[key] for key in ("name", "name_rank")}
        for row in places
    ]
    return sorted(rows, key=lambda row: (row["uid"], row["source_id"]))


def _dangling(record: ContactRecord | OpportunityRecord) -> Rejected:
    reason = f"refers to account {record.account_source_id or '(none)'}, which is in no export read so far"
    return Rejected(record.place, reason, REMEDY_ACCOUNT)


def _ours(record: ContactRecord) -> Rejected:
    return Rejected(record.place, f"{record.email} is one of our own addresses", "remove our people from the contacts")
