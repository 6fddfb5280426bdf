"""What senders say of themselves in their signatures → dated statements about their address. Pure.

A title or a number is one statement however often it is repeated, with the first and the last day it was seen, so
that conflicts keep both with dates and the order of reading never matters.
"""

from graph_service.domain.workspace import Workspace
from graph_service.ingest.interaction_rows import InteractionRows, Row
from graph_service.ingest.mail_facts import MailFacts

MAX_VALUE = 200


def add_signature(mail: MailFacts, workspace: Workspace, rows: InteractionRows) -> None:
    """Add what the signature of a mail says of its sender."""
    if mail.signature is None:
        return
    sender = next((one for one in mail.participants if one.role == "from"), None)
    if sender is None or sender.is_shared:
        return
    signature = mail.signature
    stated = [("title", signature.title.value)] if signature.title else []
    stated += [("phone", phone.value) for phone in signature.phones if phone.kind != "fax"]
    stated += [("linkedin", signature.linkedin.value)] if signature.linkedin else []
    for kind, value in stated:
        uid = workspace.ids.uid("statement", sender.identity_uid, kind, value.casefold())
        row = {"uid": uid, "identity_uid": sender.identity_uid, "kind": kind, "state": value[:MAX_VALUE]}
        _widen(rows, row | {"first_at": mail.at, "last_at": mail.at, "source": "signature"})


def _widen(rows: InteractionRows, row: Row) -> None:
    present = rows.statements.get(row["uid"])
    if present is not None:
        row |= {
            "first_at": min(row["first_at"], present["first_at"]),
            "last_at": max(row["last_at"], present["last_at"]),
        }
        row["state"] = min(row["state"], present["state"])
    rows.statements[row["uid"]] = row
