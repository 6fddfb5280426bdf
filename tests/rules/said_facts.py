"""Facts of people and accounts written straight into the graph, as inference keeps them, for playbooks to watch."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from graph_service.domain.facts import midnight
from graph_service.graph.query import Statement
from graph_service.graph.system import SystemGateway
from graph_service.rules.stage import Report, RulesStage
from tests.rules.desk import Desk, day

COPIES = {
    "champion": "champion_state", "departure": "departure_state", "sentiment": "sentiment_trend",
    "usage": "usage_state", "tickets": "ticket_state",
}  # fmt: skip
_STATE = """
MATCH (subject:Stakeholder|Account {workspace_id: $workspace_id, name: $name})
MERGE (state:Spell {workspace_id: $workspace_id, uid: $uid}) SET state += $properties
MERGE (subject)-[:HAS_SPELL]->(state)
WITH subject, state
CALL (state) {
  UNWIND $support AS one
  MATCH (thing {workspace_id: $workspace_id, uid: one.uid})
  MERGE (state)-[:SUPPORTED_BY {term: one.term}]->(thing)
}
WITH DISTINCT subject
SET subject[$copy] = $stands
"""
_SENTENCE = """
MATCH (mail:Interaction {workspace_id: $workspace_id, subject: $subject})
MERGE (said:Evidence {workspace_id: $workspace_id, uid: $uid}) SET said += $properties
MERGE (said)-[:FROM]->(mail)
WITH said
MATCH (writer:Stakeholder {workspace_id: $workspace_id, name: $writer}) MERGE (said)-[:BY]->(writer)
"""


@dataclass(frozen=True, slots=True)
class Said:
    """A state of somebody or of an account from a day on; `support` are (term, uid of a sentence)."""

    name: str
    kind: str
    state: str
    since: int
    until: int | None = None
    began: int | None = None
    detail: str | None = None
    probability: float | None = None
    terms: dict[str, float] = field(default_factory=dict)
    support: Sequence[tuple[str, str]] = ()

    @property
    def uid(self) -> str:
        """The id of the state."""
        return f"{self.name}/{self.kind}/{self.since}"


def at(number: int | None) -> datetime | None:
    """The midnight of a day, counted from the start of the desk."""
    return None if number is None else midnight(day(number).date())


async def write(desk: Desk, *states: Said) -> None:
    """Write states, with the current copy of those that hold."""
    statements = []
    for one in states:
        properties = {
            "kind": one.kind, "state": one.state, "valid_from": at(one.since), "valid_to": at(one.until),
            "known_at": at(one.since), "began_at": at(one.began), "detail": one.detail,
            "probability": one.probability, "term_names": list(one.terms), "term_values": list(one.terms.values()),
        }  # fmt: skip
        params = {
            "name": one.name, "uid": one.uid, "properties": properties, "copy": COPIES.get(one.kind, "model"),
            "stands": one.state if one.until is None else None,
            "support": [{"term": term, "uid": uid} for term, uid in one.support],
        }  # fmt: skip
        statements.append(Statement(_STATE, {**params, "workspace_id": desk.workspace.workspace_id}, "test"))
    await desk.database.write(statements)


async def say(desk: Desk, uid: str, kind: str, quote: str, *, writer: str, mail: str, on: float) -> None:
    """Write a sentence of somebody in the mail of a subject."""
    params: dict[str, Any] = {
        "workspace_id": desk.workspace.workspace_id, "uid": uid, "subject": mail, "writer": writer,
        "properties": {"kind": kind, "quote": quote, "at": day(0, 9) + timedelta(days=on)},
    }  # fmt: skip
    await desk.database.write([Statement(_SENTENCE, params, "test")])


async def change(desk: Desk, text: str, **params: Any) -> None:
    """Change the graph beside the service."""
    await desk.database.write([Statement(text, {**params, "workspace_id": desk.workspace.workspace_id}, "test")])


async def run_rules(desk: Desk, moment: datetime) -> Report:
    """Run the playbooks on the current copies, without inferring anew what was written by hand."""
    system = SystemGateway(desk.database, desk.workspace.workspace_id)
    return await RulesStage(system, desk.workspace, moment, moment).run()
