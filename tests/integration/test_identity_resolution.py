"""Who is who after loading, whatever came first: mail, a CRM with doubles, calls with first names, tickets (P2, P5)."""

import json
import re
import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

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
from graph_service.ingest.pipeline import Pipeline
from graph_service.ingest.source_records import CallRecord, Comment, Cue, TicketRecord
from graph_service.reading.automatic.bounces import Bounce, FailedRecipient
from tests.integration.memory import END, START, MemoryConnector, mail
from tests.integration.test_same_facts import DyingDatabase, KilledError, differences

pytestmark = pytest.mark.neo4j
HERE = Place("memory", "made")
ANA, BEN = Address("ana@ours.example", "Ana Ours"), Address("ben@ours.example", "Ben Ours")
IDA, IDA_OLD = Address("ida.berg@north.example", "Ida Berg"), Address("iberg@north-old.example", "Ida Berg")
JON, KAI = Address("jon.hill@north.example", "Jon Hill"), Address("kai.moss@north.example", "Kai Moss")
OLGA, OLGA_AT_HOME = Address("olga.lind@south.example", "Olga Lind"), Address("olga77@gmail.com", "Olga Lind")
LEA, LEA_TOO = Address("lea.holm@south.example", "Lea Holm"), Address("lea@lone.example", "Lea Holm")
SIGNED = "Hello Ana,\n\nthe plan is attached, please have a look.\n\nBest regards\nLea Holm\nDirector\nPhone: +49 30 1234567\n"
Part = Sequence[SourceRecord]


def mails() -> list[SourceRecord]:
    """Mail in two addresses of Ida at one firm, of Lea at two firms, and a report that Kai was not reached."""
    return [
        mail(1, IDA_OLD, (ANA,), day=1, text="Could you send us the revised plan by Friday?"),
        mail(2, ANA, (IDA_OLD,), day=1.5, answers=1),
        mail(3, IDA, (ANA,), day=9, cc=(JON,)),
        mail(4, OLGA, (BEN,), day=12),
        mail(5, LEA, (ANA,), day=20, text=SIGNED),
        mail(6, LEA_TOO, (ANA,), day=40, text=SIGNED),
        not_reached(7, KAI, day=50),
    ]


def not_reached(number: int, who: Address, *, day: float) -> MailRecord:
    """A server's report that a mail to somebody came back."""
    failed = FailedRecipient(who.address, "user_unknown", True, "5.1.1", "550", "no such user", "550 no such user")  # noqa: FBT003
    return MailRecord(
        HERE, f"<{number}@x.example>", START + timedelta(days=day), Address("mailer-daemon@mail.example"), (ANA,), (),
        "Undelivered", "", automatic="bounce", bounce=Bounce((failed,), "", None),
    )  # fmt: skip


def crm() -> list[SourceRecord]:
    """Two accounts; Ida is in it twice, once without an address; Kai's record says where he works."""
    return [
        AccountRecord(HERE, "fake", "A1", "North Ltd", START, domains=("north.example", "north-old.example")),
        AccountRecord(HERE, "fake", "A2", "South Ltd", START, domains=("south.example",)),
        ContactRecord(HERE, "fake", "C1", "Ida Berg", START, "A1", IDA.address, "Head of Planning"),
        ContactRecord(HERE, "fake", "C2", "Ida Berg", START + timedelta(days=9), "A1", "", "Director"),
        ContactRecord(HERE, "fake", "C3", "Olga Lind", START, "A2", OLGA.address, "Owner"),
        UserRecord(HERE, "fake", "U1", ANA.address, "Ana Ours"),
        ShareRecord(HERE, "fake", "A1", "U1", "owner", "owner"),
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
    """A ticket that Olga writes from home; the help desk knows her firm."""
    at = START + timedelta(days=60)
    comments = (Comment("1", OLGA_AT_HOME, at, "The export is broken."), Comment("2", BEN, at, "We look into it."))
    return [
        TicketRecord(
            HERE, "desk", "T1", "Export", at, at, at, "The export is broken.", "open", requester=OLGA_AT_HOME,
            assignee=BEN, organization_name="South Ltd", comments=comments,
        )
    ]  # fmt: skip


def late_mail() -> list[SourceRecord]:
    """Mail of the addresses that are somebody's second by then."""
    return [mail(11, OLGA_AT_HOME, (BEN,), day=90), mail(12, IDA_OLD, (BEN,), day=91), mail(13, LEA_TOO, (BEN,), day=92)]


PARTS = {"mail": mails(), "crm": crm(), "calls": calls(), "tickets": tickets(), "late": late_mail()}
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
    """Return all facts with people named by their cluster, not by the id their contact happens to have (decision 12)."""
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
        "WHERE one:Stakeholder OR one:User OR one:Contact RETURN one.name })] AS names, call.unknown_speakers AS unknown",
    )  # fmt: skip
    assert sorted(call["unknown"]) == sorted(
        label for label, name in zip(call["labels"], call["names"], strict=True) if name is None
    )
    return {label: name for label, name in zip(call["labels"], call["names"], strict=True) if name}


async def test_who_is_who_after_loading(database: Database, tmp_path: Path) -> None:
    """One person each: two addresses, a double in the CRM, a private address in a ticket, two employers at once."""
    workspace = await new_workspace(database)
    await load(database, workspace, tmp_path, *WHOLE)
    assert await people(database, workspace) == {
        frozenset({IDA.address, IDA_OLD.address, "fake:C1", "fake:C2"}): ["North Ltd"],
        frozenset({JON.address}): ["North Ltd"],
        frozenset({KAI.address}): ["North Ltd"],
        frozenset({OLGA.address, OLGA_AT_HOME.address, "fake:C3"}): ["South Ltd"],
        frozenset({LEA.address, LEA_TOO.address}): ["South Ltd", "lone.example"],
    }


async def test_what_they_did_hangs_where_it_belongs(database: Database, tmp_path: Path) -> None:
    """Each account has exactly what was done from its own addresses, and private addresses their person's."""
    workspace = await new_workspace(database)
    await load(database, workspace, tmp_path, *WHOLE)
    found = await rows(
        database, workspace,
        "MATCH (place:Stakeholder {workspace_id: $workspace_id})-[took:TOOK_PART]->(one) "
        "MATCH (place)-[:AT]->(account) WHERE took.role <> 'speaker' "
        "RETURN account.name AS account, place.name AS name, count(DISTINCT one) AS count, "
        "all(about IN collect(EXISTS { (one)-[:ABOUT]->(account) }) WHERE about) AS is_about ORDER BY account, name",
    )  # fmt: skip
    assert [(row["account"], row["name"], row["count"], row["is_about"]) for row in found] == [
        ("North Ltd", "Ida Berg", 5, True),
        ("North Ltd", "Jon Hill", 1, True),
        ("South Ltd", "Lea Holm", 1, True),
        ("South Ltd", "Olga Lind", 4, True),
        ("lone.example", "Lea Holm", 2, True),
    ]
    (loose,) = await rows(
        database, workspace,
        "MATCH (one:Contact {workspace_id: $workspace_id})-[took:TOOK_PART]->() RETURN count(took) AS count",
    )  # fmt: skip
    assert loose["count"] == 0


async def test_who_spoke_is_told_by_first_names(database: Database, tmp_path: Path) -> None:
    """P5: those in the call, and one at the account; a room is nobody."""
    workspace = await new_workspace(database)
    await load(database, workspace, tmp_path, *WHOLE)
    assert await speakers(database, workspace) == {"Ida": "Ida Berg", "Ana": "Ana Ours", "Jon": "Jon Hill"}


async def test_somebody_who_was_never_reached_is_at_the_account_all_the_same(database: Database, tmp_path: Path) -> None:
    """A bounce is all that is known of Kai: it goes with the account that his domain turns out to be."""
    for parts in ((mails(), crm()), (crm(), mails())):
        workspace = await new_workspace(database)
        await load(database, workspace, tmp_path, *parts, each=True)
        found = await rows(
            database, workspace,
            "MATCH (told:Evidence {workspace_id: $workspace_id, kind: 'bounce'})-[:SPEAKS_OF]->(one)-[:AT]->(account) "
            "RETURN one.name AS name, account.name AS account",
        )  # fmt: skip
        assert [row["account"] for row in found] == ["North Ltd"]


ORDERS = {
    "at once": (("mail", "crm", "calls", "tickets", "late"), False),
    "mail first, step by step": (("mail", "late", "tickets", "calls", "crm"), True),
    "the CRM first, step by step": (("crm", "calls", "tickets", "late", "mail"), True),
    "the ticket first, step by step": (("tickets", "late", "crm", "mail", "calls"), True),
    "the call first, step by step": (("calls", "mail", "tickets", "crm", "late"), True),
}


async def test_any_order_gives_the_same_people_and_places(database: Database, tmp_path: Path) -> None:
    """Decision 12: the same facts up to the ids of contacts, who are named by their cluster."""
    expected: list[str] | None = None
    for name, (order, each) in ORDERS.items():
        workspace = await new_workspace(database)
        await load(database, workspace, tmp_path, *(PARTS[part] for part in order), each=each)
        found = await named_facts(database, workspace)
        expected = expected or found
        assert differences(expected, found) == [], name


async def test_loading_again_writes_nothing(database: Database, tmp_path: Path) -> None:
    """Same facts, and nobody is told of a change."""
    workspace = await new_workspace(database)
    await load(database, workspace, tmp_path, *WHOLE, each=True)
    before = await facts(database, workspace.workspace_id)
    await load(database, workspace, tmp_path, mails(), calls(), tickets(), late_mail(), each=True)
    seq = await event_count(database, workspace)
    await load(database, workspace, tmp_path, mails(), calls(), tickets(), late_mail(), each=True)
    assert await event_count(database, workspace) == seq
    await load(database, workspace, tmp_path, *WHOLE, each=True)
    assert differences(before, await facts(database, workspace.workspace_id)) == []


async def test_finishing_again_writes_nothing(database: Database, tmp_path: Path) -> None:
    workspace = await new_workspace(database)
    await load(database, workspace, tmp_path, *WHOLE)
    before, seq = await facts(database, workspace.workspace_id), await event_count(database, workspace)
    await load(database, workspace, tmp_path, each=True)
    assert await facts(database, workspace.workspace_id) == before
    assert await event_count(database, workspace) == seq
