"""What the service believes of an invented company, as claims: read from the graph, nothing is computed here."""

from typing import Any

from bench.town_people import best_title
from graph_service.domain.workspace import Workspace
from graph_service.graph.query import Statement
from graph_service.graph.system import SystemGateway

Claim = dict[str, Any]
SURE = 0.5
"""Findings below this are weak signs, which are kept but not believed."""
STANCES = {
    "prefers": "favours the competitor", "rejects": "against the competitor", "left": "against the competitor",
    "considers": "evaluating or threat", "uses": "neutral", "neutral": "neutral",
}  # fmt: skip
AWAY = {"left": "left", "internal_move": "internal move"}

IDENTITIES = """
MATCH (contact:Contact {workspace_id: $workspace_id})<-[:SAME_AS]-(identity:Identity)
WHERE identity.kind IN ['email', 'crm', 'linkedin']
RETURN contact.uid AS cluster, identity.kind AS kind, identity.value AS value
ORDER BY cluster, kind, value
"""
SPEAKERS = """
MATCH (call:Call {workspace_id: $workspace_id})
UNWIND range(0, size(coalesce(call.speaker_labels, [])) - 1) AS place
WITH call, call.speaker_labels[place] AS label, coalesce(call.speaker_person_uids, [])[place] AS uid
OPTIONAL MATCH (user:User {workspace_id: $workspace_id, uid: uid})
OPTIONAL MATCH (stakeholder:Stakeholder {workspace_id: $workspace_id, uid: uid})<-[:IS]-(contact:Contact)
RETURN call.source_id AS call_id, label, coalesce(user.email, head(COLLECT {
  MATCH (contact)<-[:SAME_AS]-(identity:Identity {kind: 'email'}) RETURN identity.value ORDER BY identity.value
}), '') AS email ORDER BY call_id, label
"""
PEOPLE = """
MATCH (contact:Contact {workspace_id: $workspace_id})-[:IS]->(stakeholder:Stakeholder)-[:AT]->(account:Account)
WHERE coalesce(stakeholder.kind, 'person') = 'person'
RETURN contact.uid AS uid, coalesce(stakeholder.in_crm, false) AS in_crm,
  coalesce(account.is_tracked, false) AS tracked,
  coalesce(account.name, '') AS account, EXISTS { (stakeholder)-[:TOOK_PART]->() } AS is_seen,
  coalesce(stakeholder.title, '') AS crm_title, stakeholder.crm_known_at.epochMillis AS crm_known_at,
  COLLECT {
    MATCH (contact)<-[:SAME_AS]-(identity:Identity) WHERE identity.kind IN ['email', 'crm', 'linkedin']
    RETURN [identity.kind, identity.value] ORDER BY identity.kind = 'crm', identity.kind DESC, identity.value
  } AS identities,
  COLLECT {
    MATCH (contact)<-[:SAME_AS]-(identity:Identity)-[:HAS_SOURCE_SPELL]->(spell:SourceSpell)
    WHERE spell.kind IN ['title', 'employment']
    RETURN [spell.kind, coalesce(spell.title, spell.state), coalesce(spell.last_at, spell.known_at).epochMillis]
  } AS titles
ORDER BY uid, account
"""
EVIDENCE = """
MATCH (evidence:Evidence {workspace_id: $workspace_id})-[:FROM]->(interaction:Interaction)
WHERE evidence.kind IN $kinds
OPTIONAL MATCH (evidence)-[:BY]->(speaker)
RETURN evidence {.kind, .value, .topic, .rule, .ref, .quote, weight: coalesce(evidence.weight, 0.0),
  confidence: coalesce(evidence.confidence, 0.0)} AS evidence,
  interaction.channel AS channel, interaction.message_id AS message_id, interaction.source_id AS source_id,
  coalesce(speaker:User, false) AS is_ours, speaker IS NOT NULL AS is_known,
  EXISTS { (speaker)-[:AT]->(account:Account) WHERE account.is_tracked } OR EXISTS {
    (speaker)<-[:IS]-(:Contact)-[:IS]->(:Stakeholder)-[:AT]->(account:Account) WHERE account.is_tracked
  } AS is_customers,
  coalesce(speaker.email, head(COLLECT {
    MATCH (speaker)<-[:IS*0..1]-(contact:Contact)<-[:SAME_AS]-(identity:Identity {kind: 'email'})
    RETURN identity.value ORDER BY identity.value
  }), '') AS email
ORDER BY interaction.at, interaction.uid, evidence.uid
"""
SIGHT = """
MATCH (account:Account {workspace_id: $workspace_id}) WHERE account.is_tracked
MATCH (user:User {workspace_id: $workspace_id}) WHERE coalesce(user.kind, 'person') = 'person'
WITH user, account, [user.uid, 'everyone'] + CASE WHEN user.is_admin THEN ['admin'] ELSE [] END
  + COLLECT { MATCH (user)-[:MEMBER_OF*1..3]->(team:Team) RETURN team.uid } AS principals
RETURN user.email AS email, coalesce(head(COLLECT {
    MATCH (domain:Domain)-[:BELONGS_TO]->(account) RETURN domain.name ORDER BY domain.name
  }), account.name, '') AS account,
  coalesce(user.is_active, true) AND any(one IN principals WHERE one IN account.seen_by) AS can_see
ORDER BY email, account
"""


async def claims_of(system: SystemGateway, workspace: Workspace) -> dict[str, list[Claim]]:
    """Return claims file → its rows."""
    people = await _rows(system, PEOPLE)
    findings = await _rows(system, EVIDENCE, kinds=sorted(_FINDINGS))
    return {
        "identity": [_identity(row) for row in await _rows(system, IDENTITIES)],
        "speakers": [
            {"call_id": row["call_id"], "label": row["label"], "email": row["email"]}
            for row in await _rows(system, SPEAKERS)
        ],
        "persons": [claim for row in people if (claim := _person(row, workspace))],
        "ghosts": _ghosts(people),
        "visibility": [
            {"team_email": row["email"], "account": row["account"], "can_see": row["can_see"]}
            for row in await _rows(system, SIGHT)
        ],
        "findings": [claim for row in findings if (claim := _finding(row))],
    }


async def _rows(system: SystemGateway, text: str, **params: Any) -> list[dict[str, Any]]:
    statement = Statement(text, {"workspace_id": system.workspace_id, **params}, "bench.claims")
    return await system.database.read(statement)


def _identity(row: dict[str, Any]) -> Claim:
    kind, value = row["kind"], row["value"]
    if kind == "crm":
        kind, _, value = value.partition(":")
    if kind == "linkedin" and "://" not in value:
        value = f"https://{value}"
    return {"cluster": row["cluster"], "source": "mail" if kind == "email" else kind, "identifier": value}


def _address(row: dict[str, Any]) -> str:
    found = [value for kind, value in row["identities"] if kind == "email"]
    crm = [value.partition(":")[2] for kind, value in row["identities"] if kind == "crm"]
    return next(iter([*found, *crm]), "")


def _person(row: dict[str, Any], workspace: Workspace) -> Claim | None:
    if not row["tracked"]:
        return None
    found = best_title(row, workspace)
    if found is None:
        return None
    level, function = found
    return {"email": _address(row), "account": row["account"], "level": level, "function": function}


def _ghosts(people: list[dict[str, Any]]) -> list[Claim]:
    listed = {row["uid"] for row in people if row["in_crm"]}
    found = [row for row in people if row["uid"] not in listed and row["tracked"] and row["is_seen"]]
    return [{"email": _address(row)} for row in found]


def _reference(row: dict[str, Any]) -> str:
    place = row["evidence"]["ref"]
    if row["channel"] == "email":
        return f"mail:{row['message_id']}"
    if row["channel"] == "call":
        return f"call:{row['source_id']}#{place}" if place else f"call:{row['source_id']}"
    source = row["source_id"].partition("#")[0]
    return f"ticket:{source}#{place}" if place else f"ticket:{source}"


def _finding(row: dict[str, Any]) -> Claim | None:
    """Return the claim of one finding, or None when it is nobody's word who counts, or too weak to believe."""
    claim = _FINDINGS[row["evidence"]["kind"]](row)
    if claim is None:
        return None
    return {"ref": _reference(row), "email": row["email"], **claim}


def _is_customers(row: dict[str, Any]) -> bool:
    return bool(row["is_customers"])


def _advocacy(row: dict[str, Any]) -> Claim | None:
    one = row["evidence"]
    if not _is_customers(row) or one["weight"] <= 0 or one["confidence"] < SURE:
        return None
    return {"kind": "advocacy", "value": one["value"], "topic": one["topic"]}


def _request(row: dict[str, Any]) -> Claim | None:
    if not _is_customers(row) or row["evidence"]["confidence"] < SURE:
        return None
    return {"kind": "request", "value": row["evidence"]["value"], "topic": row["evidence"]["topic"]}


def _competitor(row: dict[str, Any]) -> Claim | None:
    one = row["evidence"]
    if one["rule"] != "competitor" or row["is_ours"] or (row["is_known"] and not _is_customers(row)):
        return None
    return {"kind": "competitor", "value": one["value"], "topic": STANCES.get(one["topic"], "neutral")}


def _departure(row: dict[str, Any]) -> Claim | None:
    one = row["evidence"]
    if not _is_customers(row) or one["topic"] not in {"farewell", "colleague"} or one["confidence"] < SURE:
        return None
    return {"kind": "departure_said", "value": one["value"], "topic": one["topic"]}


def _bounce(row: dict[str, Any]) -> Claim | None:
    one = row["evidence"]
    return {"kind": "bounce", "value": one["value"], "topic": one["topic"], "email": one["value"]}


def _reply(row: dict[str, Any]) -> Claim | None:
    return {"kind": "autoreply", "topic": AWAY.get(row["evidence"]["topic"], "away"), "value": ""}


def _tone(row: dict[str, Any]) -> Claim | None:
    one = row["evidence"]
    return {"kind": "tone", "value": one["weight"], "topic": one["topic"]}


_FINDINGS = {
    "advocacy": _advocacy, "request": _request, "mention": _competitor, "departure_said": _departure,
    "bounce": _bounce, "auto_reply": _reply, "sentiment": _tone,
}  # fmt: skip
