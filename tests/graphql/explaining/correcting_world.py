"""A world with things to correct: praise that is somebody's own, a bounce, a silence; two of ours see different parts.

Ida (North) speaks up for us and brings people. Jon (North) falls silent and his mail bounces. Lea is at South.
Ana sees both accounts, Ben sees North only, Cleo sees none.
"""

import secrets
from pathlib import Path

import strawberry

from graph_service.app.refreshing import refresh
from graph_service.domain.viewer import ADMIN
from graph_service.graph.driver import Database
from graph_service.graph.system import SystemGateway
from graph_service.graph.workspaces import NewWorkspace, ensure_workspace
from graph_service.ingest.connector import MailRecord, SourceRecord
from graph_service.ingest.dead_letters import DeadLetters
from graph_service.ingest.pipeline import Pipeline
from tests.graphql.world import World
from tests.integration.memory import END, OURS, THEIRS, MemoryConnector, mail
from tests.integration.people_world import not_reached

ANA, BEN, CLEO = OURS
IDA, JON, LEA = THEIRS[0], THEIRS[1], THEIRS[3]
ARGUED = "I spoke up for you in the steering committee yesterday."
BROUGHT = "I will introduce you to our CFO next week."
SAID = ("advocacy", "bounce", "sentiment")
JOINT = "I told our board that your product saves us two days a week."


def letters() -> list[MailRecord]:
    """Weekly mail with Ida, mail with Jon until May, a bounce, praise, and one mail across both accounts."""
    weekly = [
        one
        for week in range(24)
        for one in (
            mail(100 + 10 * week, IDA, (ANA,), day=week * 7, text="The rollout went well. More next week."),
            mail(101 + 10 * week, ANA, (IDA,), day=week * 7 + 0.2, answers=100 + 10 * week),
            *(
                [
                    mail(102 + 10 * week, JON, (BEN,), day=week * 7 + 1, text="We have two more questions."),
                    mail(103 + 10 * week, BEN, (JON,), day=week * 7 + 1.2, answers=102 + 10 * week),
                ]
                if week < 17
                else []
            ),
        )
    ]
    said = [
        mail(1, IDA, (ANA,), day=150, subject="Steering", text=ARGUED),
        mail(2, IDA, (ANA,), day=158, subject="CFO", text=BROUGHT),
        mail(3, IDA, (ANA,), day=160, subject="CANARY board", text=JOINT, cc=(LEA,)),
        mail(4, LEA, (ANA,), day=20, subject="Hello", text="South is happy so far."),
    ]
    return sorted([*weekly, *said], key=lambda one: one.sent_at)


def records() -> list[SourceRecord]:
    """Return all mail, and the report that Jon was not reached."""
    return [*letters(), not_reached(5, JON, day=165)]


async def load(world: World, folder: Path) -> None:
    """Load all mail, whether or not it was loaded before, and infer."""
    system = SystemGateway(world.database, world.workspace.workspace_id)
    pipeline = Pipeline(system, world.workspace, DeadLetters(folder, world.workspace.workspace_id), END)
    await pipeline.run(MemoryConnector.of(records()))
    await pipeline.finish()
    await refresh(world.database, world.workspace, END)


async def seeded(database: Database, folder: Path, schema: strawberry.Schema) -> World:
    """Return the world, loaded, inferred, and with sight given."""
    new = NewWorkspace(f"t{secrets.token_hex(6)}", "Test", ("ours.example",), salt="fixed", frozen_at=END)
    world = World(database, await ensure_workspace(database, new), schema)
    await load(world, folder)
    await _learn(world)
    for account, seen_by in (("north", ("ana", "ben")), ("south", ("ana",))):
        await world.run(
            "MATCH (account:Account {workspace_id: $workspace_id, uid: $uid}) SET account.seen_by = $seen_by",
            uid=world.uids[account], seen_by=[ADMIN, *(world.uids[one] for one in seen_by)],
        )  # fmt: skip
    return world


async def _learn(world: World) -> None:
    """Take the uids of accounts, our people, their people, and of what was said under which subject."""
    rows = await world.run(
        """MATCH (node {workspace_id: $workspace_id}) WHERE node:Account OR node:User OR node:Stakeholder
        RETURN node:Stakeholder AS there, node.uid AS uid, node.name AS name
        UNION ALL
        MATCH (said:Evidence {workspace_id: $workspace_id})-[:FROM]->(mail:Interaction)
        RETURN false AS there, said.uid AS uid, said.kind + ' ' + coalesce(mail.subject, '') AS name ORDER BY mail.at"""
    )
    for row in rows:
        name = row["name"]
        short = name if name.split(" ")[0] in SAID else _short(name)
        world.uids[f"{short} there" if row["there"] else short] = row["uid"]


def _short(name: str) -> str:
    return name.replace("@", " ").replace(".", " ").split(" ", maxsplit=1)[0].lower()
