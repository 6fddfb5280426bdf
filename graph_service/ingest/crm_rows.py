"""CRM records → the rows to write. Pure: keys and properties, no graph."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

from graph_service.domain.facts import midnight
from graph_service.domain.workspace import Workspace
from graph_service.ingest.connector import AccountRecord, ContactRecord, OpportunityRecord, ShareRecord, UserRecord
from graph_service.ingest.owners import Owners
from graph_service.ingest.participants import name_rank
from graph_service.reading.addresses import is_shared_mailbox, person_name

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
        "created_at": record.created_at, "known_at": record.known_at, "keys": list(record.keys) or None,
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


def identity_keys(record: ContactRecord) -> list[tuple[str, str]]:
    """Return kind and value of the identities of a CRM record: the record itself, and its address if it has one."""
    keys = [("crm", f"{record.system}:{record.source_id}")]
    return [*keys, ("email", record.email.lower())] if record.email else keys


def contact_rows(
    record: ContactRecord, workspace: Workspace, known: Mapping[str, str] = MappingProxyType({})
) -> tuple[list[Row], Row | None]:
    """Return the contact with its identities, and the row of its stakeholder (None: no account given).

    `known` says which contact stands behind an identity already: it stays so, for it may have been merged. The place
    is that of the record's own. The name belongs to the account that gives it; a contact without an account carries
    it itself.
    """
    ids, email, keys = workspace.ids, record.email.lower(), identity_keys(record)
    there = {key[0]: known[uid] for key in keys if (uid := ids.uid("identity", *key)) in known}
    fresh = there.get("email") or there.get("crm") or ids.uid("contact", *keys[-1])
    uid = there.get("crm", fresh)
    stated = name_rank(record.name, record.known_at, from_crm=True) if record.name else ""
    kind = "shared" if email and is_shared_mailbox(email) else "person"
    basis = {"kind": kind} | _own_name(record, email, stated)
    identities = [
        basis | {
            "uid": there.get(key[0], fresh),
            "identity_uid": ids.uid("identity", *key), "identity_kind": key[0], "value": key[1],
            "rule": "address" if key[0] == "email" else "crm id",
        }
        for key in keys
    ]  # fmt: skip
    if not record.account_source_id:
        return identities, None
    account = account_uid(workspace, record.system, record.account_source_id)
    return identities, {
        "uid": ids.uid("stakeholder", uid, account), "contact_uid": uid, "account_uid": account,
        "title": record.title, "source": record.system, "source_id": record.source_id, "known_at": record.known_at,
        "name": record.name or None, "name_rank": stated,
    }  # fmt: skip


def crm_identity_row(record: ContactRecord, workspace: Workspace) -> Row:
    """Return what a CRM record says of a person, on its own identity; its name ranks only where no account gives it."""
    account = record.account_source_id
    stated = name_rank(record.name, record.known_at, from_crm=True) if record.name and not account else None
    said = {"name": record.name, "title": record.title, "phone": record.phone, "address": record.email.lower()}
    return {
        "uid": workspace.ids.uid("identity", *identity_keys(record)[0]),
        "account_uid": account_uid(workspace, record.system, account) if account else None,
        "known_at": record.known_at,
        "properties": {key: value or None for key, value in said.items()}
        | {"firms": [record.company] if record.company else None}
        | {"name_rank": stated, "opted_out": record.opted_out, "known_at": record.known_at},
    }


def _own_name(record: ContactRecord, email: str, stated: str) -> Row:
    """Return the name a contact has wherever they are: of no account's record but one without an account."""
    if record.name and not record.account_source_id:
        return {"name": record.name, "name_rank": stated}
    name = person_name("", email) if email else ""
    return {"name": name, "name_rank": name_rank(name, record.known_at, from_header=False) if name else ""}


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


def claim_row(record: ShareRecord, workspace: Workspace, table: str, owners: Owners | None = None) -> Row:
    """Return the row of one claim of sight; `table` is the kind of table that makes it, "account" or "share".

    `owners` tell whom the record means where it gives an address or a name.
    """
    account, user = f"{record.system}:{record.account_source_id}", f"{record.system}:{record.user_source_id}"
    user = owners.crm_id(record.system, record.user_source_id) if owners else user
    return {
        "uid": workspace.ids.uid("claim", account, user, record.level, table), "system": record.system, "table": table,
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
