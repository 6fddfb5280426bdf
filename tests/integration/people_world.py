"""A small invented company whose people are known by several names: its records, and looks at what became of them."""

import json
import re
import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from graph_service.domain.workspace import Workspace
from graph_service.graph.digest import facts
from graph_service.graph.driver import Database
from graph_service.graph.query import Statement
from graph_service.graph.system import SystemGateway
from graph_service.graph.workspaces import NewWorkspace, ensure_workspace
from graph_service.ingest.connector import (
    AccountRecord,
    Address,
    ContactRecord,
    MailRecord,
    Place,
    ShareRecord,
    SourceRecord,
    UserRecord,
)
from graph_service.ingest.dead_letters import DeadLetters
from graph_service.ingest.feed_records import ProfileRecord
from graph_service.ingest.pipeline import Pipeline
from graph_service.ingest.source_records import CallRecord, Comment, Cue, TicketRecord
from graph_service.reading.automatic.bounces import Bounce, FailedRecipient
from tests.integration.memory import END, START, MemoryConnector, mail

PAGE, NIAS_PAGE = "linkedin.com/in/jon-hill-1", "linkedin.com/in/nia-falk-1"
NIA = Address("nia.falk@elm.example", "Nia Falk")
HERE = Place("memory", "made")
ANA, BEN = Address("ana@ours.example", "Ana Ours"), Address("ben@ours.example", "Ben Ours")
IDA, IDA_OLD = Address("ida.berg@north.example", "Ida Berg"), Address("iberg@north-old.example", "Ida Berg")
JON, KAI = Address("jon.hill@north.example", "Jon Hill"), Address("kai.moss@north.example", "Kai Moss")
OLGA, OLGA_AT_HOME = Address("olga.lind@south.example", "Olga Lind"), Address("olga77@gmail.com", "Olga Lind")
MIA, MIA_AT_HOME = Address("mia.roth@lone.example", "Mia Roth"), Address("mr1999@gmail.com", "Mia Roth")
LEA, LEA_TOO = Address("lea.holm@south.example", "Lea Holm"), Address("lea@lone.example", "Lea Holm")
SIGNED = "Hello Ana,\n\nthe plan is attached.\n\nBest regards\nLea Holm\nDirector\nPhone: +49 30 1234567\n"
Part = Sequence[SourceRecord]


def mails() -> list[SourceRecord]:
    """Mail in two addresses of Ida at one firm, of Lea at two firms, and a report that Kai was not reached."""
    return [
        mail(1, IDA_OLD, (ANA,), day=1, text="Could you send us the revised plan by Friday?"),
        mail(2, ANA, (IDA_OLD,), day=1.5, answers=1),
        mail(3, IDA, (ANA,), day=9, cc=(JON,)),
        mail(4, OLGA, (BEN,), day=12),
        mail(5, LEA, (ANA,), day=20, text=SIGNED),
        mail(6, LEA_TOO, (ANA,), day=40),
        not_reached(7, KAI, day=50),
        mail(8, MIA, (BEN,), day=55),
        mail(9, NIA, (BEN,), day=56),
    ]


def not_reached(number: int, who: Address, *, day: float) -> MailRecord:
    """A server's report that a mail to somebody came back."""
    failed = FailedRecipient(who.address, "user_unknown", True, "5.1.1", "550", "no such user", "no such user")
    return MailRecord(
        HERE, f"<{number}@x.example>", START + timedelta(days=day), Address("mailer-daemon@mail.example"), (ANA,), (),
        "Undelivered", "", automatic="bounce", bounce=Bounce((failed,), "", None),
    )  # fmt: skip


def crm() -> list[SourceRecord]:
    """Two accounts, one of which no domain spells; Ida is there twice, once without an address."""
    return [
        AccountRecord(HERE, "fake", "A1", "Boreal Foods", START, domains=("north.example", "north-old.example")),
        AccountRecord(HERE, "fake", "A2", "South Ltd", START, domains=("south.example",)),
        UserRecord(HERE, "fake", "U1", ANA.address, "Ana Ours"),
        ShareRecord(HERE, "fake", "A1", "U1", "owner", "owner"),
        ContactRecord(HERE, "fake", "C1", "Ida Berg", START, "A1", IDA.address, "Head of Planning"),
        ContactRecord(HERE, "fake", "C2", "Ida Berg", START + timedelta(days=9), "A1", "", "Director"),
        ContactRecord(HERE, "fake", "C3", "Olga Lind", START, "A2", OLGA.address, "Owner"),
    ]


def profiles() -> list[SourceRecord]:
    """What Jon and Nia say of themselves, who are in no CRM."""
    at = START + timedelta(days=70)
    return [
        ProfileRecord(HERE, PAGE, "Jon Hill", at, "Boreal Foods", "Buyer"),
        ProfileRecord(HERE, NIAS_PAGE, "Nia Falk", at, "Cedar Works", "Buyer"),
    ]


def calls() -> list[SourceRecord]:
    """A call with Ida and Ana; Jon, who was not invited, speaks too."""
    cues = (
        Cue(1, "Ida", "We really like the new planner.", 0.0, 4.0),
        Cue(2, "Ana", "I will send the offer today.", 5.0, 9.0),
        Cue(3, "Jon", "Our other tool is slower.", 10.0, 14.0),
        Cue(4, "Room 4", "Hello there.", 15.0, 16.0),
    )
    at = START + timedelta(days=30)
    return [CallRecord(HERE, "call-1", at, at, 600.0, "Review", ANA, (ANA, IDA_OLD), cues=cues)]


def tickets() -> list[SourceRecord]:
    """Tickets that Olga and Mia write from home; the help desk knows their firms."""
    at = START + timedelta(days=60)
    return [
        TicketRecord(
            HERE, "desk", f"T{number}", "Export", at, at, at, "The export is broken.", "open", requester=who,
            assignee=BEN, organization_name=firm, comments=(Comment("1", who, at, "The export is broken."),
            Comment("2", BEN, at, "We look into it.")),
        )
        for number, (who, firm) in enumerate(((OLGA_AT_HOME, "South Ltd"), (MIA_AT_HOME, "Lone")))
    ]  # fmt: skip


def late_mail() -> list[SourceRecord]:
    """Mail of the addresses that are somebody's second by then."""
    return [
        mail(11, OLGA_AT_HOME, (BEN,), day=90),
        mail(12, IDA_OLD, (BEN,), day=91),
        mail(13, LEA_TOO, (BEN,), day=92, text=SIGNED),
        mail(14, MIA_AT_HOME, (BEN,), day=93),
    ]


def other_crm() -> list[SourceRecord]:
    """An account without people: all it says is whose a domain is."""
    return [AccountRecord(HERE, "other", "B1", "Cedar Works", START, domains=("elm.example",))]


PARTS = {
    "mail": mails(),
    "crm": crm(),
    "other crm": other_crm(),
    "calls": calls(),
    "tickets": tickets(),
    "late": late_mail(),
    "profiles": profiles(),
}
WHOLE = tuple(PARTS.values())


async def new_workspace(database: Database) -> Workspace:
    """A fresh workspace whose ids equal those of any other with the same salt."""
    new = NewWorkspace(f"t{secrets.token_hex(6)}", "Test", ("ours.example",), salt="fixed")
    return await ensure_workspace(database, new)


async def load(
    database: Database, workspace: Workspace, folder: Path, *parts: Part, each: bool = False, now: datetime = END
) -> None:
    """Load parts one after another and say who is who: at the end, or after each part."""
    system = SystemGateway(database, workspace.workspace_id)
    pipeline = Pipeline(system, workspace, DeadLetters(folder, workspace.workspace_id), now)
    for part in parts:
        await pipeline.run(MemoryConnector.of(part))
        if each:
            await pipeline.finish()
    await pipeline.finish()


async def rows(database: Database, workspace: Workspace, text: str) -> list[dict[str, Any]]:
    """Look at the graph beside the service."""
    return await database.read(Statement(text, {"workspace_id": workspace.workspace_id}, "test"))


async def people(database: Database, workspace: Workspace) -> dict[frozenset[str], list[str]]:
    """Return the identities of each person, with the accounts they are at."""
    found = await rows(
        database, workspace,
        "MATCH (one:Contact {workspace_id: $workspace_id}) RETURN "
        "COLLECT { MATCH (one)<-[:SAME_AS]-(identity) RETURN identity.value } AS values, "
        "COLLECT { MATCH (one)-[:IS]->()-[:AT]->(account) RETURN account.name ORDER BY account.name } AS accounts",
    )  # fmt: skip
    return {frozenset(row["values"]): row["accounts"] for row in found}


async def named_facts(database: Database, workspace: Workspace) -> list[str]:
    """Return all facts with people named by their cluster, not by the id of their contact (decision 12)."""
    found = await rows(
        database, workspace,
        "MATCH (one:Contact {workspace_id: $workspace_id}) RETURN one.uid AS uid, "
        "COLLECT { MATCH (one)<-[:SAME_AS]-(identity) RETURN identity.uid ORDER BY identity.uid } AS cluster, "
        "COLLECT { MATCH (one)-[:IS]->(place)-[:AT]->(account) RETURN [place.uid, account.uid] } AS places",
    )  # fmt: skip
    names = {row["uid"]: f"person {'+'.join(row['cluster'])}" for row in found}
    for row in found:
        names |= {place: f"{names[row['uid']]} at {account}" for place, account in row["places"]}
    pattern = re.compile(r'"([a-z2-7]{26})"')
    lines = await facts(database, workspace.workspace_id)
    return sorted(pattern.sub(lambda hit: json.dumps(names.get(hit[1], hit[1])), line) for line in lines)


async def event_count(database: Database, workspace: Workspace) -> int:
    """Return how many changes were announced."""
    text = "MATCH (event:Event {workspace_id: $workspace_id}) RETURN count(event) AS count"
    return int((await rows(database, workspace, text))[0]["count"])


async def speakers(database: Database, workspace: Workspace) -> dict[str, str]:
    """Return label → name of whoever is behind it."""
    (call,) = await rows(
        database, workspace,
        "MATCH (call:Call {workspace_id: $workspace_id}) RETURN call.speaker_labels AS labels, "
        "[uid IN call.speaker_person_uids | head(COLLECT { MATCH (one {workspace_id: $workspace_id, uid: uid}) "
        "WHERE one:Stakeholder OR one:User OR one:Contact RETURN one.name })] AS names, "
        "call.unknown_speakers AS unknown",
    )  # fmt: skip
    assert sorted(call["unknown"]) == sorted(
        label for label, name in zip(call["labels"], call["names"], strict=True) if name is None
    )
    return {label: name for label, name in zip(call["labels"], call["names"], strict=True) if name}
