"""Lets gathered records through to the graph: none of a forgotten person, and none that names one in a text.

Use of the product by a forgotten person is let through as nobody's. A record that names them in a new way (a new CRM
id beside a forgotten address) is kept out, and so is that way from now on.
"""

from collections.abc import Sequence
from dataclasses import replace

from graph_service.domain.workspace import Workspace
from graph_service.graph.query import RowsParams, Uids
from graph_service.graph.system import SystemGateway
from graph_service.ingest.connector import ContactRecord, OpportunityRecord, Rejected, SourceRecord
from graph_service.ingest.crm_rows import identity_keys
from graph_service.ingest.feed_records import NoteRecord, ProfileRecord, ReleaseRecord, UsageRecord
from graph_service.ingest.places import Place
from graph_service.ingest.queries import LOOKUP_PEOPLE
from graph_service.ingest.tombstones import WRITE_TOMBSTONES, Tombstones, key_of, read_tombstones


async def admit(system: SystemGateway, workspace: Workspace, records: Sequence[SourceRecord]) -> Sequence[SourceRecord]:
    """Return the records that may be written, as they may be written."""
    tombstones = await read_tombstones(system, workspace)
    if not tombstones:
        return records
    if aliases := _aliases(records, workspace, tombstones):
        rows = [{"uid": uid, "size": None, "sign": None} for uid in aliases]
        await system.write(WRITE_TOMBSTONES, RowsParams(rows))
        tombstones = await read_tombstones(system, workspace)
    waiting = await _waiting(system, records, workspace, tombstones)
    told = (admitted(one, workspace, tombstones, waiting) for one in records)
    return [one for one in told if one is not None]


async def _waiting(
    system: SystemGateway, records: Sequence[SourceRecord], workspace: Workspace, tombstones: Tombstones
) -> frozenset[str]:
    """Return the users who have tombstones and are still there: a forgetting was cut off, and will fold their use."""
    used = (uid for one in records if isinstance(one, UsageRecord) for uid in _identities(one, workspace))
    gone = sorted(tombstones.gone(used))
    found = await system.read(LOOKUP_PEOPLE, Uids(gone)) if gone else []
    return frozenset(row.identity_uid for row in found)


def _aliases(records: Sequence[SourceRecord], workspace: Workspace, tombstones: Tombstones) -> list[str]:
    """Return the tombstones to add: of the other identities of CRM records of which one identity is forgotten."""
    found = set()
    for record in records:
        if isinstance(record, ContactRecord):
            own = [workspace.ids.uid("identity", *key) for key in identity_keys(record)]
            gone = tombstones.gone(own)
            found |= {key_of(workspace.ids, uid) for uid in own if gone and uid not in gone}
    return sorted(found)


def admitted(
    record: SourceRecord, workspace: Workspace, tombstones: Tombstones, waiting: frozenset[str] = frozenset()
) -> SourceRecord | None:
    """Return a record as it may be written, or None; use by somebody in `waiting` stays theirs. Pure."""
    gone = tombstones.gone(_identities(record, workspace))
    if isinstance(record, UsageRecord):
        return replace(record, user="") if gone and not gone & waiting else record
    return None if gone else _masked(record, tombstones)


def _masked(record: SourceRecord, tombstones: Tombstones) -> SourceRecord:
    """Return a record without the names of forgotten people in its texts."""
    mask = tombstones.mask
    match record:
        case ContactRecord() | ProfileRecord():
            return replace(record, title=mask(record.title))
        case NoteRecord():
            return replace(record, text=mask(record.text), subject=mask(record.subject))
        case OpportunityRecord():
            return replace(record, name=mask(record.name))
        case ReleaseRecord():
            items = tuple(mask(item) for item in record.items)
            return replace(record, name=mask(record.name), notes=mask(record.notes), items=items)
    return record


def _identities(record: SourceRecord, workspace: Workspace) -> list[str]:
    """Return the identities of the person a record is of."""
    keys: list[tuple[str, str]] = []
    match record:
        case ContactRecord():
            keys = identity_keys(record)
        case ProfileRecord():
            keys = [("linkedin", record.url)]
        case NoteRecord() if record.contact_source_id:
            keys = [("crm", f"{record.system}:{record.contact_source_id}")]
        case UsageRecord():
            keys = [("email", record.user.strip().lower())]
    return [workspace.ids.uid("identity", *key) for key in keys]


def nameless(rejected: Rejected, tombstones: Tombstones) -> Rejected:
    """Return what was set aside; of a record that names somebody who was forgotten no word is kept. Pure."""
    place = rejected.place
    if not tombstones or not any(map(tombstones.names, (rejected.raw, rejected.reason, place.position, place.file))):
        return rejected
    kept = Place(place.file, tombstones.mask(place.position), place.offset)
    return Rejected(kept, tombstones.mask(rejected.reason), rejected.remedy)
