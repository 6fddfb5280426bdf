"""What the People Graph believes of an invented company, as claims: read from the stored spells, nothing is computed.

The day of a claim is the day on which its spell opened: the first on which the service would have said so.
"""

from typing import Any

from graph_service.graph.query import Statement
from graph_service.graph.system import SystemGateway

Claim = dict[str, Any]

PERSON_SPELLS = """
MATCH (account:Account {workspace_id: $workspace_id})<-[:AT]-(stakeholder:Stakeholder)-[:HAS_SPELL]->(spell:Spell)
WHERE account.is_tracked AND spell.kind IN ['departure', 'away', 'champion', 'sentiment']
MATCH (stakeholder)<-[:IS]-(contact:Contact)
RETURN stakeholder.uid AS uid, spell.kind AS kind, spell.state AS state, toString(date(spell.valid_from)) AS since,
  toString(date(spell.valid_to)) AS until, toString(date(spell.began_at)) AS began,
  coalesce(spell.detail, '') AS detail,
  coalesce(head(COLLECT {
    MATCH (domain:Domain)-[:BELONGS_TO]->(account) RETURN domain.name ORDER BY domain.name
  }), account.name, '') AS account,
  coalesce(head(COLLECT {
    MATCH (contact)<-[:SAME_AS]-(identity:Identity) WHERE identity.kind IN ['email', 'crm', 'linkedin']
    RETURN CASE identity.kind WHEN 'crm' THEN split(identity.value, ':')[1] ELSE identity.value END
    ORDER BY identity.kind = 'email' DESC, COUNT {
      (stakeholder)-[took:TOOK_PART {identity_uid: identity.uid}]->()
    } DESC, identity.value
  }), '') AS email,
  COLLECT {
    MATCH (stakeholder)-[next:SUCCEEDED_BY]->(:Stakeholder)<-[:IS]-(heir:Contact)
    RETURN head(COLLECT {
      MATCH (heir)<-[:SAME_AS]-(identity:Identity {kind: 'email'}) RETURN identity.value ORDER BY identity.value
    }) ORDER BY next.p DESC
  } AS successors
ORDER BY uid, kind, since
"""
ACCOUNT_SPELLS = """
MATCH (account:Account {workspace_id: $workspace_id})-[:HAS_SPELL]->(spell:Spell)
WHERE account.is_tracked AND spell.kind IN ['usage', 'tickets', 'sentiment']
RETURN spell.kind AS kind, spell.state AS state, toString(date(spell.valid_from)) AS since,
  coalesce(head(COLLECT {
    MATCH (domain:Domain)-[:BELONGS_TO]->(account) RETURN domain.name ORDER BY domain.name
  }), account.name, '') AS account
ORDER BY account, since
"""
ANSWERS = """
MATCH (release:Release {workspace_id: $workspace_id})-[answer:ANSWERS]->(request:Evidence)-[:FROM]->(interaction)
WHERE answer.state = 'auto'
RETURN release.source_id AS release_id, request.ref AS place, interaction.channel AS channel,
  interaction.message_id AS message_id, interaction.source_id AS source_id,
  coalesce(head(COLLECT {
    MATCH (request)-[:BY]->(:Stakeholder)<-[:IS]-(:Contact)<-[:SAME_AS]-(identity:Identity {kind: 'email'})
    RETURN identity.value ORDER BY identity.value
  }), '') AS email
ORDER BY release_id, request.uid
"""
DIRECTIONS = {"falling": "down", "rising": "up"}


async def graph_claims(system: SystemGateway) -> dict[str, list[Claim]]:
    """Return claims file → its rows."""
    people = await _rows(system, PERSON_SPELLS)
    accounts = await _rows(system, ACCOUNT_SPELLS)
    moods = [row for row in people if row["kind"] == "sentiment"]
    return {
        "departures": [_departure(row) for row in _joined(people) if _is_said(row)],
        "champions": [_champion(row) for row in people if row["kind"] == "champion"],
        "shifts": [{"email": row["email"], **_shift(row)} for row in moods]
        + [{"account": row["account"], **_shift(row)} for row in accounts if row["kind"] == "sentiment"],
        "usage_drops": _alarms(accounts, "usage"),
        "ticket_surges": _alarms(accounts, "tickets"),
        "request_answers": [
            {"release_id": row["release_id"], "email": row["email"], "request_ref": _reference(row)}
            for row in await _rows(system, ANSWERS)
        ],
    }


async def _rows(system: SystemGateway, text: str) -> list[dict[str, Any]]:
    return await system.database.read(Statement(text, {"workspace_id": system.workspace_id}, "bench.claims"))


def _joined(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return departures and absences; what became known later of the same departure joins its first day."""
    out: list[dict[str, Any]] = []
    for row in (one for one in rows if one["kind"] in {"departure", "away"}):
        last = out[-1] if out else None
        if last and (last["uid"], last["kind"], last["state"], last["until"]) == (
            row["uid"], row["kind"], row["state"], row["since"],
        ):  # fmt: skip
            out[-1] = last | {"until": row["until"], "detail": row["detail"] or last["detail"]}
        else:
            out.append(row)
    return out


def _is_said(row: dict[str, Any]) -> bool:
    return row["state"] in {"departed", "gone_quiet", "away"}


def _departure(row: dict[str, Any]) -> Claim:
    claim = {
        "email": row["email"], "account": row["account"], "status": row["state"], "date_claimed": row["since"],
        "last_day_estimate": row["began"], "new_employer": row["detail"] if row["state"] == "departed" else "",
        "successors": [one for one in row["successors"] if one],
    }  # fmt: skip
    return {key: value for key, value in claim.items() if value}


def _champion(row: dict[str, Any]) -> Claim:
    return {
        "email": row["email"], "account": row["account"], "from": row["since"], "to": row["until"] or "",
        "state": row["state"],
    }  # fmt: skip


def _shift(row: dict[str, Any]) -> Claim:
    return {"date": row["since"], "direction": DIRECTIONS[row["state"]]}


def _alarms(rows: list[dict[str, Any]], kind: str) -> list[Claim]:
    return [{"account": row["account"], "date": row["since"]} for row in rows if row["kind"] == kind]


def _reference(row: dict[str, Any]) -> str:
    if row["channel"] == "email":
        return f"mail:{row['message_id']}"
    if row["channel"] == "call":
        return f"call:{row['source_id']}#{row['place']}"
    return f"ticket:{row['source_id'].partition('#')[0]}#{row['place']}"
