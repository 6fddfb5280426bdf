"""CRM records → the rows to write. Pure: keys and properties, no graph."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from graph_service.domain.facts import midnight
from graph_service.domain.workspace import Workspace
from graph_service.ingest.connector import AccountRecord, ContactRecord, OpportunityRecord, ShareRecord, UserRecord
from graph_service.ingest.mail_facts import name_rank
from graph_service.reading.addresses import is_shared_mailbox

Row = dict[str, Any]
SPELL_KINDS = ("arr", "renewal_at", "segment", "lifecycle")


def account_uid(workspace: Workspace, system: str, source_id: str) -> str:
    """Return the uid of a CRM account."""
    return workspace.ids.uid("account", "crm", system, source_id)


def _moment(day: date | None) -> datetime | None:
    return None if day is None else midnight(day)


def account_row(record: AccountRecord, workspace: Workspace) -> Row:
    """Return the row of one account; unknown values are left out, so that they never erase known ones."""
    properties = {
        "name": record.name, "segment": record.segment, "country": record.country, "arr": record.arr,
        "currency": record.currency, "renewal_at": _moment(record.renewal_at), "lifecycle": record.lifecycle,
        "created_at": record.created_at, "known_at": record.known_at,
    }  # fmt: skip
    return {
        "uid": account_uid(workspace, record.system, record.source_id),
        "crm_id": f"{record.system}:{record.source_id}",
        "properties": {key: value for key, value in properties.items() if value not in (None, "")},
    }


def spell_rows(record: AccountRecord, workspace: Workspace) -> list[Row]:
    """Return what this export says of the attributes that change over time (decision 2)."""
    uid = account_uid(workspace, record.system, record.source_id)
    values = {
        "arr": record.arr, "renewal_at": record.renewal_at, "segment": record.segment, "lifecycle": record.lifecycle
    }  # fmt: skip
    return [
        {
            "uid": workspace.ids.uid("source spell", uid, kind, str(value), record.known_at.isoformat()),
            "account_uid": uid, "kind": kind, "state": str(value), "known_at": record.known_at,
            "source": record.system,
        }
        for kind, value in values.items()
        if value not in (None, "")
    ]  # fmt: skip


def user_row(record: UserRecord, workspace: Workspace, known_at: datetime) -> Row:
    """Return the row of one of our people."""
    email = record.email.lower()
    return {
        "uid": workspace.ids.uid("user", email), "email": email, "crm_id": f"{record.system}:{record.source_id}",
        "name": record.name or email, "name_rank": name_rank(record.name, known_at, from_crm=True),
        "title": record.title, "team": record.team, "is_active": record.active, "known_at": known_at,
        "kind": "shared" if is_shared_mailbox(email) else "person",
    }  # fmt: skip


def contact_rows(record: ContactRecord, workspace: Workspace) -> tuple[list[Row], Row | None]:
    """Return the contact with its identities, and the row of its stakeholder (None: no account given)."""
    ids, email = workspace.ids, record.email.lower()
    own = ("email", email) if email else ("crm", f"{record.system}:{record.source_id}")
    uid = ids.uid("contact", *own)
    rank = name_rank(record.name, record.known_at, from_crm=True)
    kind = "shared" if email and is_shared_mailbox(email) else "person"
    basis = {"uid": uid, "name": record.name or email, "name_rank": rank, "kind": kind}
    keys = {("crm", f"{record.system}:{record.source_id}"), own}
    identities = [
        basis | {
            "identity_uid": ids.uid("identity", *key), "identity_kind": key[0], "value": key[1],
            "rule": "address" if key[0] == "email" else "crm id",
        }
        for key in sorted(keys)
    ]  # fmt: skip
    if not record.account_source_id:
        return identities, None
    account = account_uid(workspace, record.system, record.account_source_id)
    return identities, {
        "uid": ids.uid("stakeholder", uid, account), "contact_uid": uid, "account_uid": account,
        "title": record.title, "source": record.system, "source_id": record.source_id, "known_at": record.known_at,
    }  # fmt: skip


def opportunity_row(record: OpportunityRecord, workspace: Workspace) -> Row:
    """Return the row of one deal."""
    properties = {
        "name": record.name, "stage": record.stage, "amount": record.amount, "close_at": _moment(record.close_at),
        "is_won": record.is_won, "kind": record.kind, "known_at": record.known_at,
    }  # fmt: skip
    return {
        "uid": workspace.ids.uid("opportunity", record.system, record.source_id),
        "account_uid": account_uid(workspace, record.system, record.account_source_id),
        "properties": properties,
    }


def claim_row(record: ShareRecord, workspace: Workspace) -> Row:
    """Return the row of one claim of sight."""
    account, user = f"{record.system}:{record.account_source_id}", f"{record.system}:{record.user_source_id}"
    return {
        "uid": workspace.ids.uid("claim", account, user, record.level), "system": record.system,
        "account_crm_id": account, "user_crm_id": user, "level": record.level, "reason": record.reason,
    }  # fmt: skip


def newest(rows: Iterable[Row], key: str = "uid") -> list[Row]:
    """Return one row a key: the newest, ties by content, so that the order of a file never matters."""
    best: dict[str, tuple[str, Row]] = {}
    for row in rows:
        known = row.get("known_at") or row.get("properties", {}).get("known_at")
        rank = f"{known.isoformat() if known else ''}|{sorted(row.items(), key=lambda item: item[0])!r}"
        if row[key] not in best or rank > best[row[key]][0]:
            best[row[key]] = (rank, row)
    return [best[uid][1] for uid in sorted(best)]
