"""A batch of mail facts → the rows to write, once it is known which contact and account is behind each address."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from graph_service.domain.facts import epoch_day
from graph_service.domain.workspace import Workspace
from graph_service.ingest.mail_facts import MailFacts, Participant

Row = dict[str, Any]
MAX_REFERENCES = 50


@dataclass(frozen=True, slots=True)
class Known:
    """What the graph already knows: identity → contact, identity → CRM accounts, domain uid → account."""

    contacts: Mapping[str, str]
    crm_accounts: Mapping[str, list[str]]
    domains: Mapping[str, str]


@dataclass(slots=True)
class MailRows:
    """The rows of one batch, by statement. Keyed rows are kept in dicts, so that one batch names a node once."""

    users: dict[str, Row] = field(default_factory=dict)
    accounts: dict[str, Row] = field(default_factory=dict)
    contacts: dict[str, Row] = field(default_factory=dict)
    stakeholders: dict[str, Row] = field(default_factory=dict)
    interactions: dict[str, Row] = field(default_factory=dict)
    contents: list[Row] = field(default_factory=list)
    took_part: dict[str, list[Row]] = field(default_factory=lambda: {"user": [], "stakeholder": [], "contact": []})
    about: list[Row] = field(default_factory=list)
    evidence: list[Row] = field(default_factory=list)
    evidence_by: dict[str, list[Row]] = field(default_factory=lambda: {"user": [], "stakeholder": [], "contact": []})
    groups: set[str] = field(default_factory=set)
    rethreaded: list[Row] = field(default_factory=list)
    also_touched: set[str] = field(default_factory=set)
    min_day: int = 0

    @property
    def touched(self) -> list[str]:
        """Return the stakeholders this batch has news of, sorted."""
        return sorted({row["uid"] for row in self.took_part["stakeholder"]} | self.also_touched)


def build_rows(mails: Sequence[MailFacts], known: Known, workspace: Workspace) -> MailRows:
    """Return all rows of a batch; the same mails and knowledge give the same rows."""
    rows = MailRows()
    for mail in mails:
        people = {one.identity_uid: _place_person(one, known, workspace, rows) for one in mail.participants}
        _add_interaction(mail, workspace, rows)
        _add_participation(mail, people, rows)
        _add_asks(mail, people, workspace, rows)
        rows.groups.add(mail.thread_group)
    rows.min_day = min((epoch_day(workspace.day(mail.at)) for mail in mails), default=0)
    return rows


def _place_person(one: Participant, known: Known, workspace: Workspace, rows: MailRows) -> tuple[str, str, str]:
    """Return (label, uid, account uid) of a participant, adding the nodes that stand for it."""
    kind = "shared" if one.is_shared else "person"
    if one.is_ours:
        uid = workspace.ids.uid("user", one.address)
        _best(
            rows.users, {"uid": uid, "email": one.address, "name": one.name, "name_rank": one.name_rank, "kind": kind}
        )
        return "user", uid, ""
    contact_uid = known.contacts.get(one.identity_uid) or workspace.ids.uid("contact", "email", one.address)
    contact = {"uid": contact_uid, "name": one.name, "name_rank": one.name_rank, "kind": kind}
    identity = {"identity_uid": one.identity_uid, "identity_kind": "email", "value": one.address, "rule": "address"}
    _best(rows.contacts, contact | identity, key="identity_uid")
    account_uid = account_of(one, known, workspace, rows)
    if not account_uid:
        return "contact", contact_uid, ""
    uid = workspace.ids.uid("stakeholder", contact_uid, account_uid)
    rows.stakeholders[uid] = {"uid": uid, "contact_uid": contact_uid, "account_uid": account_uid}
    return "stakeholder", uid, account_uid


def account_of(one: Participant, known: Known, workspace: Workspace, rows: MailRows) -> str:
    """Return the account behind an address: its domain's, else the CRM's, else none (free mail, lists)."""
    if one.domain:
        domain_uid = workspace.ids.uid("domain", one.domain)
        if domain_uid in known.domains:
            return known.domains[domain_uid]
        uid = workspace.ids.uid("account", "domain", one.domain)
        rows.accounts[uid] = {"uid": uid, "name": one.domain, "domain_uid": domain_uid}
        return uid
    return next(iter(known.crm_accounts.get(one.identity_uid, [])), "")


def _best(rows: dict[str, Row], row: Row, key: str = "uid") -> None:
    present = rows.get(row[key])
    if present is None or row["name_rank"] > present["name_rank"]:
        rows[row[key]] = row


def _add_interaction(mail: MailFacts, workspace: Workspace, rows: MailRows) -> None:
    record = mail.record
    rows.interactions[mail.uid] = {
        "uid": mail.uid, "at": mail.at, "known_at": mail.at, "channel": "email", "direction": mail.direction,
        "subject": record.subject[:500], "thread_id": mail.uid, "thread_group": mail.thread_group, "source": "mail",
        "source_id": record.message_id, "message_id": record.message_id,
        "reply_keys": list(dict.fromkeys((*record.references, *record.in_reply_to)))[:MAX_REFERENCES],
        "outside": mail.outside, "participant_count": len(mail.participants), "automatic": record.automatic,
        "is_automatic": bool(record.automatic), "copy_rank": mail.copy_rank,
        "attachments": [name[:200] for name in record.attachments[:50]],
    }  # fmt: skip
    if mail.words:
        digest = hashlib.sha256(mail.words.encode("utf-8", "surrogatepass")).hexdigest()
        uid = workspace.ids.uid("content", mail.uid)
        rows.contents.append({"uid": uid, "interaction_uid": mail.uid, "text": mail.words, "sha256": digest})


def _add_participation(mail: MailFacts, people: Mapping[str, tuple[str, str, str]], rows: MailRows) -> None:
    for one in mail.participants:
        label, uid, _ = people[one.identity_uid]
        row = {"interaction_uid": mail.uid, "uid": uid, "role": one.role, "identity_uid": one.identity_uid}
        rows.took_part[label].append(row)
    for account_uid in sorted({account for _, _, account in people.values() if account}):
        rows.about.append({"interaction_uid": mail.uid, "account_uid": account_uid})


def _add_asks(
    mail: MailFacts, people: Mapping[str, tuple[str, str, str]], workspace: Workspace, rows: MailRows
) -> None:
    sender = next((one for one in mail.participants if one.role == "from"), None)
    if sender is None:
        return
    label, person_uid, _ = people[sender.identity_uid]
    for ask in mail.asks:
        quote = " ".join(ask.quote.lower().split())
        uid = workspace.ids.uid("evidence", mail.uid, "ask", quote)
        properties = {
            "uid": uid, "kind": "ask", "quote": ask.quote, "start": ask.start, "end": ask.end, "rule": ask.rule,
            "confidence": ask.confidence, "direction": "to_us" if mail.direction == "inbound" else "from_us",
            "at": mail.at,
        }  # fmt: skip
        rows.evidence.append({"uid": uid, "interaction_uid": mail.uid, "properties": properties})
        rows.evidence_by[label].append({"uid": uid, "person_uid": person_uid})


def distinct(rows: Iterable[Row], *keys: str) -> list[Row]:
    """Return rows sorted by `keys` with doubles dropped, the order in which batches never deadlock."""
    unique = {tuple(row[key] for key in keys): row for row in rows}
    return [unique[key] for key in sorted(unique)]
