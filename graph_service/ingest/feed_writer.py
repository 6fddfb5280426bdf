"""Writes feeds: use of the product, profiles, releases, and notes of a CRM. Doing it again writes nothing.

Profiles bring contacts without an account: they are nobody's customer until they are matched with somebody who is.
Whose the use under a key is, and whom a note speaks of, is settled by `feed_settling`.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from graph_service.domain.workspace import Workspace
from graph_service.graph.events import announce
from graph_service.graph.query import RowsParams as Rows
from graph_service.graph.query import Statement, Uids
from graph_service.graph.system import SystemGateway
from graph_service.ingest import crm_queries as c
from graph_service.ingest import feed_queries as f
from graph_service.ingest import queries as q
from graph_service.ingest.connector import Rejected, SourceRecord
from graph_service.ingest.crm_rows import Row, account_uid, newest
from graph_service.ingest.feed_records import NoteRecord, ProfileRecord, ReleaseRecord, UsageRecord
from graph_service.ingest.feed_rows import (
    contact_row,
    note_row,
    observation_row,
    present_row,
    profile_uid,
    release_row,
    said_job,
    usage_loads,
    usage_row,
)
from graph_service.ingest.feed_settling import settle_notes

BATCH = 500
SERIES_AT_ONCE = 200
REMEDY = "export the account and the contact too, or correct the ids in this row"


class FeedWriter:
    """Writes the records of feeds into one workspace; of other records it takes no notice."""

    def __init__(self, system: SystemGateway, workspace: Workspace) -> None:
        self._system = system
        self._workspace = workspace

    async def write(self, records: Sequence[SourceRecord]) -> list[Rejected]:
        """Write all records; return the notes that point at nothing."""
        kinds: dict[type[Any], list[Any]] = defaultdict(list)
        for record in records:
            kinds[type(record)].append(record)
        await self._write_usage(kinds[UsageRecord])
        await self._write_profiles(kinds[ProfileRecord])
        await self._write_releases(kinds[ReleaseRecord])
        return await self._write_notes(kinds[NoteRecord])

    async def _write_usage(self, records: Sequence[UsageRecord]) -> None:
        loads = usage_loads(records, self._workspace)
        for uids in _portions(sorted(loads), SERIES_AT_ONCE):
            stored = {row.uid: row for row in await self._system.read(f.LOOKUP_USAGE, Uids(uids))}
            rows = [row for uid in uids if (row := usage_row(uid, loads[uid], stored.get(uid)))]
            touched = {account for row in rows if row["uid"] in stored for account in stored[row["uid"]].accounts}
            await self._write([self._system.statement(f.UPSERT_USAGE, Rows(rows))] if rows else [], "usage", touched)

    async def _write_profiles(self, records: Sequence[ProfileRecord]) -> None:
        profiles: dict[str, list[ProfileRecord]] = defaultdict(list)
        for record in records:
            profiles[profile_uid(record, self._workspace)].append(record)
        for uids in _portions(sorted(profiles), BATCH):
            await self._write_some({uid: profiles[uid] for uid in uids})

    async def _write_some(self, profiles: dict[str, list[ProfileRecord]]) -> None:
        people = await self._system.read(q.LOOKUP_PEOPLE, Uids(list(profiles)))
        contacts = {row.identity_uid: row.contact_uid for row in people}
        stored = {row.uid: row for row in await self._system.read(f.LOOKUP_PROFILES, Uids(list(profiles)))}
        new: list[Row] = []
        people_rows: list[Row] = []
        present: list[Row] = []
        touched: set[str] = set()
        for uid, records in profiles.items():
            known = stored.get(uid)
            seen = {one.uid: one for one in known.spells} if known else {}
            rows = newest([observation_row(record, self._workspace) for record in records])
            fresh = [row for row in rows if row["uid"] not in seen]
            contact = contact_row(records, contacts.get(uid, ""), self._workspace)
            if not fresh and known is not None and contact["name_rank"] <= known.name_rank:
                continue
            new += fresh
            people_rows.append(contact)
            rank = known.name_rank if known else ""
            present.append(present_row(uid, contact, rank, [*seen.values(), *map(said_job, fresh)]))
            touched |= set(known.places) if known else set()
        steps = [(q.UPSERT_CONTACTS, people_rows), (f.UPSERT_OBSERVATIONS, new), (f.UPSERT_PROFILES, present)]
        statements = [self._system.statement(query, Rows(rows)) for query, rows in steps if rows]
        await self._write(statements, "profiles", touched)

    async def _write_releases(self, records: Sequence[ReleaseRecord]) -> None:
        rows = newest([release_row(record, self._workspace) for record in records])
        for some in _portions(rows, BATCH):
            found = await self._system.read(f.LOOKUP_RELEASES, Uids([row["uid"] for row in some]))
            stored = {one.uid: (one.name, one.notes, one.items, one.shipped_at) for one in found}
            fresh = [row for row in some if stored.get(row["uid"]) != _told(row)]
            await self._write([self._system.statement(f.UPSERT_RELEASES, Rows(fresh))] if fresh else [], "releases", ())

    async def _write_notes(self, records: Sequence[NoteRecord]) -> list[Rejected]:
        accounts = {
            row.uid for row in await self._system.read(c.LOOKUP_ACCOUNTS, Uids(_accounts(records, self._workspace)))
        }
        wanted = sorted({self._contact(record) for record in records if record.contact_source_id})
        identities = {
            row.identity_uid: row.contact_uid for row in await self._system.read(q.LOOKUP_PEOPLE, Uids(wanted))
        }
        told = [(record, note_row(record, self._workspace, accounts, identities)) for record in records]
        rows = newest([row for _, row in told if row])
        for some in _portions(rows, BATCH):
            touched = {row["account_uid"] for row in some if row["account_uid"]}
            await self._write([self._system.statement(f.UPSERT_NOTES, Rows(some))], "notes", touched)
        if rows:
            await settle_notes(self._system)
        return [_dangling(record) for record, row in told if row is None]

    def _contact(self, record: NoteRecord) -> str:
        return self._workspace.ids.uid("identity", "crm", f"{record.system}:{record.contact_source_id}")

    async def _write(self, statements: list[Statement], what: str, touched: Sequence[str] | set[str]) -> None:
        """Write in one transaction, with the event that says so; nothing when there is nothing."""
        if statements:
            await self._system.write_all([*statements, announce(self._system, f"{what}.changed", touched)])


def _accounts(records: Sequence[NoteRecord], workspace: Workspace) -> list[str]:
    keys = {(one.system, one.account_source_id) for one in records if one.account_source_id}
    return sorted(account_uid(workspace, *key) for key in keys)


def _portions(items: list[Any], size: int) -> list[list[Any]]:
    return [items[start : start + size] for start in range(0, len(items), size)]


def _told(row: Row) -> tuple[str, str, list[str], int]:
    return row["name"], row["notes"], row["items"], int(row["shipped_at"].timestamp() * 1000)


def _dangling(record: NoteRecord) -> Rejected:
    said = record.contact_source_id or record.account_source_id or "(none)"
    return Rejected(record.place, f"The note is about {said}, which is in no export read so far.", REMEDY)
