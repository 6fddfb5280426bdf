"""Builds canary worlds through the real pipeline, and looks at them as somebody."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from graph_service.app.playbooks import add_playbook
from graph_service.app.refreshing import refresh
from graph_service.domain.viewer import EVERYONE, Viewer
from graph_service.domain.workspace import Workspace
from graph_service.errors import NotFoundError
from graph_service.graph.auth import local_admin, viewer_of
from graph_service.graph.driver import Database
from graph_service.graph.query import Statement
from graph_service.graph.system import SystemGateway
from graph_service.graph.viewer import ViewerGateway
from graph_service.graph.workspaces import NewWorkspace, ensure_workspace
from graph_service.ingest.connector import SourceRecord
from graph_service.ingest.dead_letters import DeadLetters
from graph_service.ingest.pipeline import Pipeline
from graph_service.resolvers import queries as q
from tests.integration.memory import START, MemoryConnector
from tests.visibility import records as r
from tests.visibility.topic_records import ACROSS, SEEDED

MID = r.NOW - timedelta(days=40)
EARLY = START + timedelta(days=20)
LATER = MID + timedelta(days=20)
LATEST = r.NOW - timedelta(hours=1)
MOMENTS = (EARLY, LATER, LATEST)
"""Past moments that are asked for: before much is known, after the queue was first made, and just now."""
ADMIN = "admin"
KINDS = ("Account", "Contact", "Action", "Stakeholder", "Evidence", "Interaction", "Release", "Decision")
PLAYBOOK = """
name: {name}
about: Everything there is.
target: account
bucket: growth
priority: normal
watch: [account_coverage]
when: account where contacts >= 1
identity: [account]
change: 0.1
cooldown: 30 days
max_actions: 100
action:
  title: "{name} of {{account}}"
  suggestion: "{name}: write to {{main_contact}}."
  due: 3 business days
  reasons: ["{name} says so."]
known_gaps: none
"""
STALE = """
MATCH (action:Action {workspace_id: $workspace_id})-[:CONCERNS]->(:Account {name: 'Alpha Ltd'})
WHERE NOT EXISTS { (action)-[:BECAUSE_OF]->(:Evidence) }
MATCH (person:Stakeholder {workspace_id: $workspace_id, name: 'Cora Canary'})-[:AT]->(:Account {name: 'Canary Corp'})
MATCH (mail:Interaction {workspace_id: $workspace_id, subject: 'CANARY prices'})
MERGE (action)-[:CONCERNS]->(person)
MERGE (action)-[:BECAUSE_OF {term: 'stale'}]->(person)
MERGE (action)-[:BECAUSE_OF {term: 'stale'}]->(mail)
"""
"""Edges that should not be: reasons at the hidden account on actions of another, as moved people might leave behind."""
DOUBTS = """
UNWIND $pairs AS pair
MATCH (one:Identity {workspace_id: $workspace_id, value: pair[0]})
MATCH (other:Identity {workspace_id: $workspace_id, value: pair[1]})
MERGE (one)-[maybe:MAY_MATCH]->(other) SET maybe.rule = 'R5', maybe.p = 0.9, maybe.matched = pair[2]
MERGE (one)-[said:MUST_DIFFER]->(other) SET said.rule = '', said.by = 'somebody', said.at = datetime('2026-03-01')
"""
"""Guesses and decisions on pairs of people, whoever may see the two; the words tell of whom nobody else may read."""
OLD_IDS = """
UNWIND ['Rita Roe', 'Cora Canary', 'Ada Lane'] AS name
MATCH (contact:Contact {workspace_id: $workspace_id, name: name})
MERGE (alias:Alias {workspace_id: $workspace_id, uid: 'old' + head(split(name, ' '))})
MERGE (alias)-[:ALIAS_OF]->(contact)
RETURN alias.uid AS uid ORDER BY uid
"""
"""Old ids, as a merge leaves them behind: of somebody with a hidden place, somebody hidden, and somebody seen."""
OLD_RITA = "oldRita"
NOTES = """
MATCH (account:Account {workspace_id: $workspace_id})
WITH account, CASE account.name WHEN 'Canary Corp' THEN 'CANARY note' ELSE 'note of ' + account.name END AS words
MERGE (note:Evidence {workspace_id: $workspace_id, uid: 'note' + account.uid})
SET note.kind = 'crm_note', note.at = datetime('2026-03-01'), note.quote = words
MERGE (note)-[:ABOUT]->(account)
WITH count(*) AS notes
MATCH (mail:Interaction {workspace_id: $workspace_id, subject: "Otto's news"})
MERGE (said:Evidence {workspace_id: $workspace_id, uid: 'said by Otto'})
SET said.kind = 'mention', said.at = mail.at, said.quote = 'Otto knows'
MERGE (said)-[:FROM]->(mail)
"""
"""A note in the CRM on every account, and a sentence in a mail that only one of us had."""
RULINGS = """
MATCH (person:Stakeholder {workspace_id: $workspace_id})-[:AT]->(account:Account)
MERGE (ruling:Decision {workspace_id: $workspace_id, uid: 'ruled' + person.uid})-[:ON]->(person)
SET ruling.kind = 'champion', ruling.at = $now, ruling.by_uid = 'somebody', ruling.reason = account.name + ' says so'
"""
"""Somebody has said of everybody that they are a champion; the reason names the account."""
HIDDEN = """
MATCH (account:Account {workspace_id: $workspace_id, name: 'Canary Corp'}) RETURN account.uid AS uid
UNION
MATCH (:Account {workspace_id: $workspace_id, name: 'Canary Corp'})<-[:AT]-(person:Stakeholder) RETURN person.uid AS uid
UNION
MATCH (contact:Contact {workspace_id: $workspace_id}) WHERE contact.name ENDS WITH 'Canary' RETURN contact.uid AS uid
UNION
MATCH (:Account {workspace_id: $workspace_id, name: 'Canary Corp'})<-[:AT]-(:Stakeholder)<-[:IS]-(contact:Contact)
WHERE COUNT { (contact)-[:IS]->() } = 1 RETURN contact.uid AS uid
UNION
MATCH (action:Action {workspace_id: $workspace_id})-[:CONCERNS]->(account:Account {name: 'Canary Corp'})
WHERE action.account_uid = account.uid RETURN action.uid AS uid
UNION
MATCH (mail:Interaction {workspace_id: $workspace_id})-[:ABOUT]->(:Account {name: 'Canary Corp'})
WHERE COUNT { (mail)-[:ABOUT]->() } = 1
OPTIONAL MATCH (mail)<-[:FROM]-(ask:Evidence)
UNWIND [mail.uid, ask.uid] AS uid
WITH uid WHERE uid IS NOT NULL
RETURN uid
"""
"""The uids of everything that is at the hidden account alone."""


@dataclass(slots=True)
class World:
    """One workspace of the canary worlds."""

    database: Database
    workspace: Workspace
    folder: Path
    seen: dict[str, tuple[str, ...]] = field(default_factory=dict)
    hidden: tuple[str, ...] = ()

    @property
    def system(self) -> SystemGateway:
        """Return the side without a viewer."""
        return SystemGateway(self.database, self.workspace.workspace_id)

    async def ingest(self, records: Sequence[SourceRecord], now: datetime = r.NOW) -> None:
        """Ingest records as one run."""
        letters = DeadLetters(self.folder, self.workspace.workspace_id)
        await Pipeline(self.system, self.workspace, letters, now).run(MemoryConnector.of(records))

    async def refresh(self, now: datetime = r.NOW) -> None:
        """Infer and run the playbooks."""
        await refresh(self.database, self.workspace, now)

    async def add_playbook(self, name: str, owner: str) -> None:
        """Give a user a private playbook that fires on all accounts they see."""
        await add_playbook(self.database, self.workspace, PLAYBOOK.format(name=name), "test", owner, r.NOW)

    async def _user(self, workspace_id: str, who: str) -> Viewer:
        """A user as the edge makes them; one who left is refused there, and here has no principal but everyone."""
        try:
            return await viewer_of(self.database, workspace_id, who)
        except NotFoundError:
            return Viewer(workspace_id, "left", who, (EVERYONE,))

    async def gateway(self, who: str) -> ViewerGateway:
        """Return what somebody reads through: a user by address, or the local admin."""
        workspace_id = self.workspace.workspace_id
        viewer = local_admin(workspace_id) if who == ADMIN else await self._user(workspace_id, who)
        return ViewerGateway(self.database, viewer)

    async def run(self, text: str, **params: Any) -> list[dict[str, Any]]:
        """Run a statement beside the service, to look or to seed."""
        everything = {"workspace_id": self.workspace.workspace_id, **params}
        return (await self.database.write([Statement(text, everything, "test")]))[0]

    async def uids(self) -> dict[str, tuple[str, ...]]:
        """Return the uids of all accounts, contacts and actions, by kind."""
        found = {}
        for kind in KINDS:
            rows = await self.run(f"MATCH (n:{kind} {{workspace_id: $workspace_id}}) RETURN n.uid AS uid ORDER BY uid")
            found[kind] = tuple(row["uid"] for row in rows)
        return found


async def empty_world(database: Database, folder: Path) -> World:
    """Return a fresh workspace whose ids equal those of any other with the same salt."""
    new = NewWorkspace(f"t{secrets.token_hex(6)}", "Test", ("ours.example",), salt="fixed")
    return World(database, await ensure_workspace(database, new), folder)


async def canary_world(database: Database, folder: Path, *, canary: bool, mixed: bool = False) -> World:
    """Return a world with or without the hidden account, and with what mixes both."""
    world = await empty_world(database, folder)
    crm = [*r.accounts(), *r.users(), *r.shares(r.OWN_SHARES)]
    crm += [*r.canary_accounts(), *r.shares(r.CANARY_SHARES)] if canary else []
    crm += r.mixed_people() if mixed else []
    await world.ingest(r.mails())
    await world.ingest([*crm, *(r.canary_mails() if canary else []), *(r.mixed() if mixed else [])])
    await world.add_playbook("HUSH", r.ANA.address)
    await world.add_playbook("PSST", r.BEN.address)
    if canary:
        await world.add_playbook("CANARY", r.NORA.address)
    await world.refresh(MID)
    await _decide(world)
    await world.refresh(r.NOW)
    if mixed:
        await world.run(STALE)
    await world.run(DOUBTS, pairs=[list(pair) for pair in r.doubts()])
    old = tuple(row["uid"] for row in await world.run(OLD_IDS))
    await world.run(NOTES)
    await world.run(RULINGS, now=r.NOW)
    await world.run(SEEDED, now=LATER)
    world.seen = await world.uids()
    world.seen["Contact"] += old
    world.hidden = tuple(row["uid"] for row in await world.run(HIDDEN))
    if mixed:
        assert (await world.run(ACROSS, now=LATER))[0]["made"] == 2, "the world is not what this takes it for"
    return world


async def _decide(world: World) -> None:
    """Let people decide on some of the first actions, so that the queue has a history."""
    for who, title, kind, until in (
        (r.ANA, "HUSH of Alpha Ltd", "dismissed", None),
        (r.ANA, "Get Alpha Ltd talking again", "done", None),
        (r.BEN, "PSST of Alpha Ltd", "snoozed", r.NOW + timedelta(days=9)),
        (r.NORA, "CANARY of Canary Corp", "dismissed", None),
        (r.NORA, "Get Canary Corp talking again", "done", None),
    ):
        found = await world.run(
            "MATCH (a:Action {workspace_id: $workspace_id, title: $title}) RETURN a.uid AS uid", title=title
        )
        gateway = await world.gateway(who.address)
        for row in found:
            note = "CANARY" if who is r.NORA else None
            asked = q.Decide(row["uid"], kind, note, until, "", gateway.viewer.user_uid, MID)
            assert await gateway.decide(q.DECIDE_ACTION, asked)
