"""A world of fixed size for plans and budgets: the same mail, CRM and facts each time, through the real writers.

24 firms of 5 people, 40 mails a firm over half a year, half of the firms in a CRM; every third firm falls silent.
Four calls, what was said of eight pairs of identities, and a topic of forty requests.
"""

from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import ClassVar

from pydantic import BaseModel

from graph_service.app.refreshing import refresh
from graph_service.domain.workspace import Workspace
from graph_service.graph.ddl import LOCK_LABEL, MIGRATION_LABEL
from graph_service.graph.driver import Database
from graph_service.graph.query import RowsParams, Statement
from graph_service.graph.system import SystemGateway
from graph_service.graph.workspaces import NewWorkspace, ensure_workspace
from graph_service.ingest.connector import (
    AccountRecord,
    Address,
    ContactRecord,
    MailRecord,
    OpportunityRecord,
    Place,
    Rejected,
    ShareRecord,
    SourceRecord,
    UserRecord,
)
from graph_service.ingest.dead_letters import DeadLetters
from graph_service.ingest.feed_records import ReleaseRecord, UsageRecord
from graph_service.ingest.identity_queries import DECIDE_PAIRS, MARK_RESOLVED, Resolved
from graph_service.ingest.pipeline import Pipeline
from graph_service.ingest.source_records import CallRecord, Cue
from graph_service.ingest.speaker_settling import settle_speakers

FIRMS, PEOPLE, MAILS = 24, 5, 40
START = datetime(2026, 1, 5, 9, tzinfo=UTC)
END = datetime(2026, 7, 1, 8, tzinfo=UTC)
OURS = tuple(Address(f"user{number}@ours.example", f"User {number}") for number in range(6))
TEXTS = (
    "The rollout went well. I will report next week.",
    "Could you send us the revised plan by Friday?",
    "Thanks for the update.",
    "Who signs off on the new contract?",
)
WISH = "It would be great if we could filter the exports by team."
PLACE = Place("world", "made")
PLANTED = """
MATCH (ask:Evidence {workspace_id: $workspace_id, kind: 'ask'})-[:BY]->(:Stakeholder)
MATCH (release:Release {workspace_id: $workspace_id})
WITH release, ask ORDER BY ask.uid LIMIT 40
WITH release, collect(ask) AS asks
CREATE (topic:Topic {workspace_id: $workspace_id, uid: 'planted', name: 'Plans', phrase: 'plans', naming_uid: 'named'})
CREATE (naming:Decision {
  workspace_id: $workspace_id, uid: 'named', kind: 'topic_named', note: 'Plans', at: $now, by_uid: 'nobody'
})
FOREACH (ask IN asks |
  CREATE (ask)-[:ON_TOPIC]->(topic)
  CREATE (naming)-[:ON {part: 'one'}]->(ask)
  CREATE (release)-[:ANSWERS {
    p: 0.8, state: 'auto', item: 'Maps', known_at: release.known_at, term_names: ['wording'], term_values: [0.8]
  }]->(ask)
  CREATE (ask)<-[:ON {part: 'one'}]-(:Decision {
    workspace_id: $workspace_id, uid: 'judged ' + ask.uid, kind: 'answer_accepted', at: $now, by_uid: 'nobody'
  })-[:ON]->(release)
)
"""
"""A topic of many requests that somebody named, and a release of which somebody said that it answers them."""

OTHERS = f"MATCH (other:!{MIGRATION_LABEL}&!{LOCK_LABEL}) RETURN count(other) AS count"


@dataclass(frozen=True, slots=True)
class World:
    """The seeded workspace. `is_alone`: nothing else was in the store, so what the planner counts is the world.

    `labels` are those that any node in the store has.
    """

    workspace: Workspace
    system: SystemGateway
    is_alone: bool
    labels: frozenset[str]


class WorldConfig(BaseModel):
    """Nothing to configure."""


class WorldConnector:
    """Yields the records of the world, as one source that cannot be resumed."""

    name: ClassVar[str] = "world"
    Config: ClassVar[type[BaseModel]] = WorldConfig

    def __init__(self, config: BaseModel) -> None:
        self._config = config

    def sources(self) -> list[str]:
        """Return the one source."""
        return ["world"]

    def total_bytes(self) -> int:
        """Return 0: unknown."""
        return 0

    async def records(self, source: str, since: int = 0) -> AsyncIterator[SourceRecord | Rejected]:
        """Yield CRM first, then mail."""
        for record in (*_crm(), *_mails(), *_feeds(), *_calls()):
            yield record


def person(firm: int, number: int) -> Address:
    """Return one of a firm's people."""
    return Address(f"person{number}@firm{firm}.example", f"Person {firm} {number}")


def _crm() -> Iterator[SourceRecord]:
    for number, user in enumerate(OURS):
        yield UserRecord(PLACE, "crm", f"U{number}", user.address, user.name)
    for firm in range(0, FIRMS, 2):
        key = f"A{firm}"
        yield AccountRecord(
            PLACE, "crm", key, f"Firm {firm}", START, domains=(f"firm{firm}.example",), owner_source_id="U0",
            segment="mid" if firm % 4 else "large", country="GB", arr=1000.0 * (firm + 1), currency="EUR",
        )  # fmt: skip
        yield ShareRecord(PLACE, "crm", key, f"U{firm % 6}", "owner", "owner")
        yield ShareRecord(PLACE, "crm", key, f"U{(firm + 1) % 6}", "read", "team")
        yield ContactRecord(PLACE, "crm", f"C{firm}", f"Person {firm} 0", START, key, person(firm, 0).address, "Head")
        close = (END + timedelta(days=firm)).date()
        yield OpportunityRecord(
            PLACE, "crm", f"O{firm}", key, "Renewal", START, amount=500.0, close_at=close, kind="renewal"
        )


def _mails() -> Iterator[MailRecord]:
    for firm in range(FIRMS):
        days = 90 if firm % 3 == 0 else 175
        for number in range(MAILS):
            theirs, ours = person(firm, number % PEOPLE), OURS[(firm + number // 3) % len(OURS)]
            sender, to = (theirs, ours) if number % 3 != 1 else (ours, theirs)
            copied = (person(firm, (number + 1) % PEOPLE),) if number % 4 == 0 else ()
            parent = (f"<{firm}-{number - 1}@firm{firm}.example>",) if number % 3 else ()
            sent_at = START + timedelta(days=days * number / MAILS, hours=firm)
            yield MailRecord(
                PLACE, f"<{firm}-{number}@firm{firm}.example>", sent_at, sender, (to,), copied,
                f"Topic {number // 3}", WISH if number == firm == 0 else TEXTS[number % len(TEXTS)], parent, parent,
            )  # fmt: skip


def _feeds() -> Iterator[SourceRecord]:
    for firm in range(0, FIRMS, 2):
        for feature in ("maps", "plans"):
            yield UsageRecord(
                PLACE, f"key{firm}", person(firm, 0).address, feature, tuple(range(20458, 20488)), (3,) * 30
            )
    yield ReleaseRecord(PLACE, "1", "One", START, START, "- Maps", ("Maps",))


def _calls() -> Iterator[CallRecord]:
    """Yield a call with every sixth firm: one was there, another is a label only."""
    for firm in range(1, FIRMS, 6):
        cues = tuple(
            Cue(number, speaker.name, TEXTS[number % len(TEXTS)], 9.0 * number, 9.0 * number + 8)
            for number, speaker in enumerate((person(firm, 0), person(firm, 1), OURS[0]))
        )
        at = START + timedelta(days=20, hours=firm)
        yield CallRecord(
            PLACE, f"call{firm}", at, at, 60.0, "Review", OURS[0], (OURS[0], person(firm, 0)), cues=cues
        )  # fmt: skip


async def _decide(system: SystemGateway, workspace: Workspace) -> None:
    """Say of one pair of every third firm that it is two people, and that it may be one all the same."""
    pairs = [
        [workspace.ids.uid("identity", "email", person(firm, number).address) for number in (0, 1)]
        for firm in range(0, FIRMS, 3)
    ]
    rows = [{"one": one, "other": other, "is_same": False, "by": "", "at": END, "rule": ""} for one, other in pairs]
    await system.write(DECIDE_PAIRS, RowsParams(rows))
    doubts = [{"one": one, "other": other, "rule": "R5", "p": 0.9, "matched": "the firm"} for one, other in pairs]
    await system.write(MARK_RESOLVED, Resolved([pairs[0][0]], doubts))


async def seed(database: Database, workspace_id: str, folder: Path) -> World:
    """Load the world into a workspace, infer, run the playbooks, and let the planner see the new sizes."""
    others = (await database.read(Statement(OTHERS, {}, "others")))[0]["count"]
    new = NewWorkspace(workspace_id, "World", ("ours.example",), salt="fixed", frozen_at=END)
    workspace = await ensure_workspace(database, new)
    system = SystemGateway(database, workspace_id)
    await Pipeline(system, workspace, DeadLetters(folder, workspace_id), END).run(WorldConnector(WorldConfig()))
    await settle_speakers(system)
    await _decide(system, workspace)
    await refresh(database, workspace, END)
    await database.write([Statement(PLANTED, {"workspace_id": workspace_id, "now": END}, "planted")])
    await database.run_alone(Statement("CALL db.prepareForReplanning()", {}, "prepare_for_replanning"))
    labels = await database.read(
        Statement("MATCH (one) UNWIND labels(one) AS label RETURN DISTINCT label", {}, "labels")
    )
    return World(workspace, system, others == 0, frozenset(row["label"] for row in labels))
