"""A small world through the real pipeline: two accounts, one mail across both, and hand-made actions on top.

Ada and Carl are at North, Sol at South. Anna sees both accounts, Ben sees North only, Cleo sees nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import strawberry
from strawberry.types import ExecutionResult

from graph_service.app.correcting import LocalFacts
from graph_service.app.identity_desk import LocalDesk
from graph_service.domain.viewer import ADMIN, EVERYONE, Viewer
from graph_service.domain.workspace import Workspace
from graph_service.graph.driver import Database
from graph_service.graph.query import Statement
from graph_service.graph.system import SystemGateway
from graph_service.graph.viewer import ViewerGateway
from graph_service.inference.stage import InferenceStage
from graph_service.ingest.connectors.mail import MailConfig, MailConnector
from graph_service.ingest.dead_letters import DeadLetters
from graph_service.ingest.pipeline import Pipeline
from graph_service.resolvers.context import Context
from graph_service.schema.ids import Kind, encode_id

START = datetime(2026, 1, 5, 9, tzinfo=UTC)
HORIZON = datetime(2026, 3, 30, 18, tzinfo=UTC)
NOW = datetime(2026, 3, 31, 9, tzinfo=UTC)
ADA, CARL, SOL = "Ada Lane <ada@north.example>", "Carl Moe <carl@north.example>", "Sol Ray <sol@south.example>"
ANNA, BEN, CLEO = "Anna Ours <anna@ours.example>", "Ben Ours <ben@ours.example>", "Cleo Ours <cleo@ours.example>"
ASK = "Could you send us the rollout plan for the second site?"
SECRET = "CANARY: could you keep the price for South as it is?"


@dataclass(frozen=True, slots=True)
class Letter:
    """One mail to write."""

    day: float
    sender: str
    to: str
    subject: str
    body: str
    cc: str = ""


def letters() -> list[Letter]:
    """Return the mail: weekly with Ada, now and then with Carl and Sol, and one across both accounts."""
    weekly = [
        letter
        for week in range(11)
        for letter in (
            Letter(week * 7, ADA, ANNA, f"Week {week}", "The rollout goes on as planned. More next week."),
            Letter(week * 7 + 0.2, ANNA, ADA, f"Re: Week {week}", "Thank you, Ada. That helps us a lot.", cc=BEN),
        )
    ]
    others = [
        Letter(3, CARL, BEN, "Access", "We need access for two more people."),
        Letter(4, BEN, CARL, "Re: Access", "Done, they can log in now."),
        Letter(10, SOL, ANNA, "Hello", "South is happy so far."),
        Letter(12, ANNA, SOL, "Re: Hello", "Good to hear. What do you need for March?"),
        Letter(30, SOL, ANNA, "March", "We need a second environment in March."),
        Letter(60, ADA, f"{ANNA}, {BEN}", "Joint CANARY subject", SECRET, cc=SOL),
        Letter(78, ADA, ANNA, "Second site", ASK),
        Letter(80, CLEO, ANNA, "Lunch", "Lunch at noon?"),
    ]
    return sorted([*weekly, *others], key=lambda letter: letter.day)


def write_mailbox(path: Path) -> None:
    """Write the mail as an mbox file."""
    parts = []
    for number, letter in enumerate(letters()):
        at = START + timedelta(days=letter.day)
        copies = f"Cc: {letter.cc}\n" if letter.cc else ""
        parts.append(
            f"From sender@mail.example {at:%a %b %d %H:%M:%S %Y}\n"
            f"From: {letter.sender}\nTo: {letter.to}\n{copies}Subject: {letter.subject}\n"
            f"Date: {format_datetime(at)}\nMessage-ID: <m{number}@mail.example>\n\n{letter.body}\n\n"
        )
    path.write_text("".join(parts), encoding="utf-8")


@dataclass(slots=True)
class World:
    """The seeded workspace: uids by name, and a way to ask as somebody."""

    database: Database
    workspace: Workspace
    schema: strawberry.Schema
    uids: dict[str, str] = field(default_factory=dict)

    async def ask(self, document: str, who: str = "anna", now: datetime = NOW, **variables: Any) -> Mapping[str, Any]:
        """Return the data of a document asked as somebody; fails on any error."""
        result = await self.execute(document, who, now, **variables)
        assert not result.errors, result.errors
        assert result.data is not None
        return result.data

    async def execute(self, document: str, who: str = "anna", now: datetime = NOW, **variables: Any) -> ExecutionResult:
        """Return the whole result of a document asked as somebody."""
        return await self.schema.execute(document, variable_values=variables, context_value=self.context(who, now))

    def context(self, who: str = "anna", now: datetime = NOW) -> Context:
        """Return the context of a request of somebody: anna, ben, cleo, or the admin."""
        uid = self.uids.get(who, who)
        principals = (uid, EVERYONE, ADMIN) if who == "admin" else (uid, EVERYONE)
        viewer = Viewer(self.workspace.workspace_id, uid, who, principals)
        desk = LocalDesk(self.database, self.workspace, now)
        gateway = ViewerGateway(self.database, viewer)
        recomputing = LocalFacts(self.database, self.workspace, now)
        return Context(gateway, now, self.workspace.name, zone=self.workspace.zone, desk=desk, recomputing=recomputing)

    def id_of(self, kind: Kind, name: str) -> str:
        """Return the API id of a named thing."""
        return encode_id(kind, self.workspace.workspace_id, self.uids[name])

    async def run(self, text: str, **params: Any) -> list[dict[str, Any]]:
        """Run a statement beside the service, to seed or to look."""
        everything = {"workspace_id": self.workspace.workspace_id, **params}
        return (await self.database.write([Statement(text, everything, "test")]))[0]


async def seed(database: Database, workspace: Workspace, folder: Path, schema: strawberry.Schema) -> World:
    """Write the mail, ingest it, infer from it, give sight, and put actions into the queue."""
    world = World(database, workspace, schema)
    write_mailbox(folder / "box.mbox")
    system = SystemGateway(database, workspace.workspace_id)
    connector = MailConnector(MailConfig(path=folder / "box.mbox", latest=NOW))
    letters_aside = DeadLetters(folder / "aside", workspace.workspace_id)
    await Pipeline(system, workspace, letters_aside, NOW).run(connector)
    await InferenceStage(system, workspace, HORIZON).run()
    await _learn_uids(world)
    await _give_sight(world)
    await _make_actions(world)
    await _ship(world)
    return world


async def _learn_uids(world: World) -> None:
    rows = await world.run(
        """MATCH (node {workspace_id: $workspace_id})
        WHERE node:Account OR node:User OR node:Contact OR (node:Evidence AND node.kind = 'ask')
        OPTIONAL MATCH (node)-[:IS]->(stakeholder:Stakeholder)
        OPTIONAL MATCH (node)-[:FROM]->(mail:Interaction)
        RETURN labels(node) AS labels, node.uid AS uid, node.name AS name, stakeholder.uid AS stakeholder,
          mail.subject AS subject"""
    )
    for row in rows:
        name = str(row["name"] or "").split(".", maxsplit=1)[0].split(" ", maxsplit=1)[0].lower()
        if "Evidence" in row["labels"]:
            world.uids.setdefault(f"ask {row['subject']}", row["uid"])
        else:
            world.uids[name] = row["uid"]
        if row["stakeholder"]:
            world.uids[f"{name} there"] = row["stakeholder"]
    mail = await world.run(
        "MATCH (mail:Interaction {workspace_id: $workspace_id}) RETURN mail.uid AS uid, mail.subject AS subject"
    )
    world.uids |= {f"mail {row['subject']}": row["uid"] for row in mail}


async def _give_sight(world: World) -> None:
    anna, ben = world.uids["anna"], world.uids["ben"]
    for account, seen_by in (("north", [ADMIN, anna, ben]), ("south", [ADMIN, anna])):
        await world.run(
            "MATCH (account:Account {workspace_id: $workspace_id, uid: $uid}) SET account.seen_by = $seen_by, "
            "account.owner_uids = $owners, account.in_crm = true, account.arr = 1200.0, account.known_at = $known",
            uid=world.uids[account], seen_by=seen_by, owners=[anna], known=START + timedelta(days=20),
        )  # fmt: skip


ACTIONS: tuple[dict[str, Any], ...] = (
    {"name": "answer", "score": 0.9, "account": "north", "person": "ada there", "because": "ask Second site"},
    {"name": "joint", "score": 0.8, "account": "north", "person": "ada there", "because": "ask Joint CANARY subject"},
    {"name": "south", "score": 0.7, "account": "south", "person": "sol there", "because": "mail March"},
    {"name": "own", "score": 0.6, "account": "north", "playbook": "private"},
    {"name": "woken", "score": 0.5, "account": "north", "status": "snoozed", "until": NOW - timedelta(days=1)},
    {"name": "equal", "score": 0.5, "account": "north", "bucket": "growth"},
    {"name": "asleep", "score": 0.4, "account": "north", "status": "snoozed", "until": NOW + timedelta(days=9)},
    {"name": "done", "score": 0.3, "account": "north", "status": "done"},
    {"name": "mail", "score": 0.2, "account": "north", "because": "mail Joint CANARY subject"},
    {"name": "person", "score": 0.1, "account": "north", "because": "carl there"},
)
MAKE_ACTION = """
MERGE (playbook:Playbook {workspace_id: $workspace_id, uid: $playbook})
SET playbook.name = $playbook, playbook.visibility = $playbook, playbook.owner_uid = $owner
MERGE (action:Action {workspace_id: $workspace_id, uid: $uid}) SET action += $properties
MERGE (playbook)-[:MADE]->(action)
WITH action
MATCH (account:Account {workspace_id: $workspace_id, uid: $account}) MERGE (action)-[:CONCERNS]->(account)
WITH action
OPTIONAL MATCH (person:Stakeholder {workspace_id: $workspace_id, uid: $person})
FOREACH (one IN CASE WHEN person IS NULL THEN [] ELSE [person] END | MERGE (action)-[:CONCERNS]->(one))
WITH action
OPTIONAL MATCH (ask:Evidence {workspace_id: $workspace_id, uid: $because})
OPTIONAL MATCH (mail:Interaction {workspace_id: $workspace_id, uid: $because})
OPTIONAL MATCH (named:Stakeholder {workspace_id: $workspace_id, uid: $because})
FOREACH (one IN CASE WHEN coalesce(ask, mail, named) IS NULL THEN [] ELSE [coalesce(ask, mail, named)] END |
  MERGE (action)-[:BECAUSE_OF {term: 'why'}]->(one))
"""


async def _make_actions(world: World) -> None:
    for given in ACTIONS:
        name, status = str(given["name"]), str(given.get("status", "open"))
        playbook = str(given.get("playbook", "public"))
        world.uids[f"action {name}"] = f"act{name}"
        properties = {
            "key": name, "title": f"Do {name}", "suggestion": "Write to them.", "bucket": given.get("bucket", "risk"),
            "status": status, "open_key": None if status == "done" else f"{playbook}/{name}",
            "score": given["score"], "term_names": ["impact", "urgency"],
            "term_values": [given["score"] - 0.05, 0.05],
            "reasons": [f"Reason one of {name}.", f"They asked: “{ASK}”"], "occurrence_count": 1, "version": 1,
            "first_fired_at": START + timedelta(days=50), "last_fired_at": START + timedelta(days=80),
            "due_at": NOW + timedelta(days=1), "snoozed_until": given.get("until"),
            "closed_at": NOW - timedelta(days=2) if status == "done" else None,
            "account_uid": world.uids[str(given["account"])],
        }  # fmt: skip
        await world.run(
            MAKE_ACTION, playbook=playbook, owner=world.uids["anna"] if playbook == "private" else "workspace",
            uid=f"act{name}", properties=properties, account=world.uids[str(given["account"])],
            person=world.uids.get(str(given.get("person"))), because=world.uids.get(str(given.get("because"))),
        )  # fmt: skip


SHIPPED = """
MATCH (asked:Evidence {workspace_id: $workspace_id, kind: 'ask'})-[:BY]->(:Stakeholder)-[:AT]->(account:Account)
WHERE account.uid = $north
WITH asked ORDER BY asked.at, asked.uid LIMIT 1
CREATE (asked)-[:ON_TOPIC]->(:Topic {workspace_id: $workspace_id, uid: 'planted', name: 'planted', phrase: 'planted'})
CREATE (release:Release {workspace_id: $workspace_id, uid: 'spring', name: 'Spring', shipped_at: $now, known_at: $now})
CREATE (release)-[:ANSWERS {
  p: 0.8, state: 'auto', item: 'Sites', known_at: $now, term_names: ['key phrases'], term_values: [0.8]
}]->(asked)
RETURN asked.uid AS uid
"""
"""A request of North's on a topic of its own, and a release that answers it."""


async def _ship(world: World) -> None:
    row = (await world.run(SHIPPED, north=world.uids["north"], now=NOW - timedelta(days=1)))[0]
    world.uids |= {"request": str(row["uid"]), "spring": "spring"}
