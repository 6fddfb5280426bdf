"""Who is who after loading, whatever came first: mail, a CRM with doubles, calls with first names, tickets (P2, P5)."""

import json
import re
import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

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
from tests.integration.test_same_facts import DyingDatabase, KilledError, differences

pytestmark = pytest.mark.neo4j
SLOW = settings(
    max_examples=4,
    phases=(Phase.explicit, Phase.generate),  # shrinking through a database takes hours
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)
PAGE, NIAS_PAGE = "linkedin.com/in/jon-hill-1", "linkedin.com/in/nia-falk-1"
NIA = Address("nia.falk@elm.example", "Nia Falk")
HERE = Place("memory", "made")
ANA, BEN = Address("ana@ours.example", "Ana Ours"), Address("ben@ours.example", "Ben Ours")
IDA, IDA_OLD = Address("ida.berg@north.example", "Ida Berg"), Address("iberg@north-old.example", "Ida Berg")
JON, KAI = Address("jon.hill@north.example", "Jon Hill"), Address("kai.moss@north.example", "Kai Moss")
OLGA, OLGA_AT_HOME = Address("olga.lind@south.example", "Olga Lind"), Address("olga77@gmail.com", "Olga Lind")
MIA, MIA_AT_HOME = Address("mia.roth@lone.example", "Mia Roth"), Address("mr1999@gmail.com", "Mia Roth")
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
        mail(6, LEA_TOO, (ANA,), day=40),
        not_reached(7, KAI, day=50),
        mail(8, MIA, (BEN,), day=55),
        mail(9, NIA, (BEN,), day=56),
    ]


def not_reached(number: int, who: Address, *, day: float) -> MailRecord:
    """A server's report that a mail to somebody came back."""
    failed = FailedRecipient(who.address, "user_unknown", True, "5.1.1", "550", "no such user", "550 no such user")  # noqa: FBT003
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
    "mail": mails(), "crm": crm(), "other crm": other_crm(), "calls": calls(), "tickets": tickets(), "late": late_mail(),
    "profiles": profiles(),
}  # fmt: skip
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
        frozenset({IDA.address, IDA_OLD.address, "fake:C1", "fake:C2"}): ["Boreal Foods"],
        frozenset({JON.address, PAGE}): ["Boreal Foods"],
        frozenset({KAI.address}): ["Boreal Foods"],
        frozenset({OLGA.address, OLGA_AT_HOME.address, "fake:C3"}): ["South Ltd"],
        frozenset({LEA.address, LEA_TOO.address}): ["South Ltd", "lone.example"],
        frozenset({MIA.address, MIA_AT_HOME.address}): ["lone.example"],
        frozenset({NIA.address, NIAS_PAGE}): ["Cedar Works"],
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
        ("Boreal Foods", "Ida Berg", 5, True),
        ("Boreal Foods", "Jon Hill", 1, True),
        ("Cedar Works", "Nia Falk", 1, True),
        ("South Ltd", "Lea Holm", 1, True),
        ("South Ltd", "Olga Lind", 4, True),
        ("lone.example", "Lea Holm", 2, True),
        ("lone.example", "Mia Roth", 4, True),
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


async def test_somebody_who_was_never_reached_is_at_the_account_all_the_same(
    database: Database, tmp_path: Path
) -> None:
    """A bounce is all that is known of Kai: it goes with the account that his domain turns out to be."""
    for parts in ((mails(), crm()), (crm(), mails())):
        workspace = await new_workspace(database)
        await load(database, workspace, tmp_path, *parts, each=True)
        found = await rows(
            database, workspace,
            "MATCH (told:Evidence {workspace_id: $workspace_id, kind: 'bounce'})-[:SPEAKS_OF]->(one)-[:AT]->(account) "
            "RETURN one.name AS name, account.name AS account",
        )  # fmt: skip
        assert [row["account"] for row in found] == ["Boreal Foods"]


ORDERS = {
    "at once": (("mail", "crm", "calls", "tickets", "late", "profiles", "other crm"), False),
    "mail first": (("mail", "late", "profiles", "tickets", "calls", "crm", "other crm"), True),
    "the CRM first": (("crm", "other crm", "calls", "tickets", "late", "profiles", "mail"), True),
    "tickets first": (("tickets", "mail", "crm", "late", "calls", "other crm", "profiles"), True),
    "the call first": (("calls", "profiles", "late", "mail", "other crm", "tickets", "crm"), True),
}
"""Which part is loaded after which, and whether it is said who is who after each."""


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
    """Same facts; of mail, calls, tickets and profiles nobody is told either (a CRM export always says: look again)."""
    workspace = await new_workspace(database)
    await load(database, workspace, tmp_path, *WHOLE, each=True)
    before, seq = await facts(database, workspace.workspace_id), await event_count(database, workspace)
    await load(database, workspace, tmp_path, mails(), calls(), tickets(), late_mail(), profiles(), each=True)
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


@pytest.mark.parametrize("after", [False, True], ids=["before a commit", "after a commit"])
async def test_killed_while_it_is_told_who_is_who_and_run_again_gives_the_same_facts(
    database: Database, tmp_path: Path, after: bool
) -> None:
    """Dies at every single write in turn, then runs again to the end."""
    whole = await new_workspace(database)
    await load(database, whole, tmp_path, *WHOLE)
    expected = await named_facts(database, whole)
    survives = 0
    while True:
        workspace = await new_workspace(database)
        system = SystemGateway(database, workspace.workspace_id)
        letters = DeadLetters(tmp_path, workspace.workspace_id)
        for part in WHOLE:
            await Pipeline(system, workspace, letters, END).run(MemoryConnector.of(part))
        dying = SystemGateway(DyingDatabase(database, survives, after=after), workspace.workspace_id)
        try:
            await Pipeline(dying, workspace, letters, END).finish()
            break
        except KilledError:
            await Pipeline(system, workspace, letters, END).finish()
            assert differences(expected, await named_facts(database, workspace)) == [], f"killed at write {survives}"
        survives += 1
    assert survives > 3


async def test_killed_while_a_crm_moves_everybody_and_run_again_gives_the_same_facts(
    database: Database, tmp_path: Path
) -> None:
    """After mail, calls and tickets were settled, an export comes; it dies at every third write in turn."""
    whole = await new_workspace(database)
    await load(database, whole, tmp_path, *WHOLE)
    expected = await named_facts(database, whole)
    others = [part for name, part in PARTS.items() if name != "crm"]
    survives = 0
    while True:
        workspace = await new_workspace(database)
        await load(database, workspace, tmp_path, *others)
        try:
            await load(DyingDatabase(database, survives, after=survives % 2 == 0), workspace, tmp_path, crm())
            break
        except KilledError:
            await load(database, workspace, tmp_path, crm())
            assert differences(expected, await named_facts(database, workspace)) == [], f"killed at write {survives}"
        survives += 3
    assert survives > 10


@SLOW
@given(data=st.data())
async def test_mail_calls_and_tickets_in_any_pieces_give_the_same_people_and_places(
    database: Database, tmp_path: Path, data: st.DataObject
) -> None:
    """Single records shuffled and cut anywhere, the CRM between any two pieces, and each time it is said who is who."""
    one, other = await new_workspace(database), await new_workspace(database)
    await load(database, one, tmp_path, *WHOLE)
    records = data.draw(st.permutations([*mails(), *late_mail(), *calls(), *tickets(), *profiles()]))
    cuts = sorted(data.draw(st.lists(st.integers(0, len(records)), min_size=2, max_size=2)))
    pieces: list[Part] = [records[start:end] for start, end in pairwise((0, *cuts, len(records)))]
    for part in (crm(), other_crm()):
        pieces.insert(data.draw(st.integers(0, len(pieces))), part)
    await load(database, other, tmp_path, *pieces, each=True)
    assert differences(await named_facts(database, one), await named_facts(database, other)) == []
