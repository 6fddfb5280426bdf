"""The rows of one batch of interactions, whatever source they come from: people, places, words, evidence. Pure."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from graph_service.domain.facts import midnight
from graph_service.domain.workspace import Workspace
from graph_service.ingest.occasion import Said
from graph_service.ingest.participants import Participant
from graph_service.reading.masking.secrets import mask_secrets

Row = dict[str, Any]
Placed = Mapping[str, tuple[str, str, str]]
"""Identity → (label, uid of the person's node, uid of the account)."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the graph already knows: identity → contact, domain uid → account, and where else each person is.

    `other_accounts` are those of the identity's person: where the CRM says they work, then those of their addresses.
    `gone` are identities of people who were forgotten: nobody is placed for them.
    """

    contacts: Mapping[str, str]
    other_accounts: Mapping[str, list[str]]
    domains: Mapping[str, str]
    gone: frozenset[str] = frozenset()


@dataclass(slots=True)
class EmptySlots:
    """Who took part in an interaction and was forgotten, who else did, and the accounts where the forgotten were."""

    gone: list[Participant]
    others: list[Participant]
    accounts: set[str] = field(default_factory=set)


@dataclass(slots=True)
class InteractionRows:
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
    evidence_about: dict[str, list[Row]] = field(default_factory=lambda: {"user": [], "stakeholder": [], "contact": []})
    statements: dict[str, Row] = field(default_factory=dict)
    firms: dict[tuple[str, ...], Row] = field(default_factory=dict)
    groups: set[str] = field(default_factory=set)
    rethreaded: list[Row] = field(default_factory=list)
    also_touched: set[str] = field(default_factory=set)
    at_new_domains: set[str] = field(default_factory=set)
    slots: dict[str, EmptySlots] = field(default_factory=dict)
    min_day: int = 0

    @property
    def touched(self) -> list[str]:
        """Return the stakeholders this batch has news of, sorted."""
        return sorted({row["uid"] for row in self.took_part["stakeholder"]} | self.also_touched)


def place_person(one: Participant, known: Known, workspace: Workspace, rows: InteractionRows) -> tuple[str, str, str]:
    """Return (label, uid, account uid) of a participant, adding the nodes that stand for it.

    Somebody who was forgotten is nobody: no label and no uid, only the account that their address tells.
    """
    if one.identity_uid in known.gone:
        return "", "", known.domains.get(workspace.ids.uid("domain", one.domain), "") if one.domain else ""
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
    if one.firm or one.firm_keys:
        firm = {"identity_uid": one.identity_uid, "firm": one.firm, "keys": list(one.firm_keys)}
        rows.firms[one.identity_uid, one.firm, *one.firm_keys] = firm
    account_uid = account_of(one, known, workspace, rows)
    if not account_uid:
        return "contact", contact_uid, ""
    uid = workspace.ids.uid("stakeholder", contact_uid, account_uid)
    rows.stakeholders[uid] = {"uid": uid, "contact_uid": contact_uid, "account_uid": account_uid}
    return "stakeholder", uid, account_uid


def account_of(one: Participant, known: Known, workspace: Workspace, rows: InteractionRows) -> str:
    """Return the account behind an address: its domain's, else the person's by CRM or work address, else none."""
    if one.domain:
        domain_uid = workspace.ids.uid("domain", one.domain)
        if domain_uid in known.domains:
            return known.domains[domain_uid]
        uid = workspace.ids.uid("account", "domain", one.domain)
        rows.accounts[uid] = {"uid": uid, "name": one.domain, "domain_uid": domain_uid}
        rows.at_new_domains.add(one.identity_uid)
        return uid
    return next(iter(known.other_accounts.get(one.identity_uid, [])), "")


def _best(rows: dict[str, Row], row: Row, key: str = "uid") -> None:
    present = rows.get(row[key])
    if present is None or row["name_rank"] > present["name_rank"]:
        rows[row[key]] = row


def add_content(uid: str, words: str, workspace: Workspace, rows: InteractionRows) -> None:
    """Add the words of an interaction, if it has any."""
    if words:
        digest = hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()
        content = workspace.ids.uid("content", uid)
        rows.contents.append({"uid": content, "interaction_uid": uid, "text": words, "sha256": digest})


def add_participation(
    uid: str,
    participants: Iterable[Participant],
    people: Placed,
    rows: InteractionRows,
    responses: Mapping[str, str] | None = None,
) -> None:
    """Add who took part, with what they answered, and the accounts of those who did; the slot of nobody stays empty."""
    accounts = set()
    everybody = list(participants)
    for who in everybody:
        label, person, account = people[who.identity_uid]
        accounts.add(account)
        if not label:
            _add_empty_slot(uid, who, everybody, people, rows)
            continue
        row = {"interaction_uid": uid, "uid": person, "role": who.role, "identity_uid": who.identity_uid}
        rows.took_part[label].append(row | {"response": (responses or {}).get(who.identity_uid)})
    rows.about += [{"interaction_uid": uid, "account_uid": account} for account in sorted(accounts - {""})]


def _add_empty_slot(
    uid: str, who: Participant, everybody: Iterable[Participant], people: Placed, rows: InteractionRows
) -> None:
    others = [one for one in everybody if people[one.identity_uid][0]]
    slot = rows.slots.setdefault(uid, EmptySlots([], others))
    slot.gone.append(who)
    if account := people[who.identity_uid][2]:
        slot.accounts.add(account)
        rows.also_touched.add(account)


def add_said(
    uid: str,
    at: datetime,
    direction: str,
    said: Sequence[Said],
    people: Placed,
    workspace: Workspace,
    rows: InteractionRows,
) -> None:
    """Add what was said in an interaction, with who said it and whom it is about."""
    for one in said:
        finding = one.finding
        quote = mask_secrets(finding.quote)
        key = " ".join(quote.lower().split())
        extra = (finding.value,) if finding.kind == "mention" else ()
        evidence = workspace.ids.uid("evidence", uid, finding.kind, key, *extra)
        properties = {
            "uid": evidence, "kind": finding.kind, "quote": quote, "start": finding.start, "end": finding.end,
            "rule": finding.rule, "confidence": finding.confidence, "value": mask_secrets(finding.value),
            "topic": finding.topic, "weight": finding.weight, "ref": one.ref, "identity_uid": one.identity_uid,
            "about_identity_uid": one.about_identity_uid, "person": finding.person,
            "address": finding.address, "firm": finding.firm, "at": at,
            "until": None if finding.until is None else midnight(finding.until),
            "direction": {"inbound": "to_us", "outbound": "from_us"}.get(direction) if finding.kind == "ask" else None,
        }  # fmt: skip
        kept = {key: value for key, value in properties.items() if value not in (None, "")}
        rows.evidence.append({"uid": evidence, "interaction_uid": uid, "properties": kept})
        _point(rows.evidence_by, evidence, one.identity_uid, people)
        _point(rows.evidence_about, evidence, one.about_identity_uid, people)


def _point(edges: dict[str, list[Row]], evidence: str, identity_uid: str, people: Placed) -> None:
    label, person_uid, _ = people.get(identity_uid, ("", "", ""))
    if label:
        edges[label].append({"uid": evidence, "person_uid": person_uid, "identity_uid": identity_uid})


def distinct(rows: Iterable[Row], *keys: str) -> list[Row]:
    """Return rows sorted by `keys` with doubles dropped, the order in which batches never deadlock."""
    unique = {tuple(row[key] for key in keys): row for row in rows}
    return [unique[key] for key in sorted(unique)]
