"""Decisions on who is who: taken back they leave no trace, what was said is never lost, no load undoes them (9)."""

import secrets
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_service.app.identity_desk import LocalDesk
from graph_service.app.refreshing import refresh
from graph_service.domain.identity_rulings import RulingKind
from graph_service.domain.workspace import Workspace
from graph_service.graph.auth import local_admin
from graph_service.graph.driver import Database
from graph_service.graph.query import Statement
from graph_service.graph.system import SystemGateway
from graph_service.graph.viewer import ViewerGateway
from graph_service.graph.workspaces import NewWorkspace, ensure_workspace
from graph_service.ingest.connector import Address, ContactRecord, Place, SourceRecord
from graph_service.ingest.dead_letters import DeadLetters
from graph_service.ingest.pipeline import Pipeline
from graph_service.ingest.source_records import CallRecord, Cue
from graph_service.resolvers import queries as q
from graph_service.resolvers.identity_rows import ExplanationRow
from graph_service.resolvers.judging import Judged, Judgement, judge
from graph_service.schema.actions import UserError
from graph_service.schema.enums import ErrorCode
from tests.examples import few
from tests.integration.memory import END, OURS, START, THEIRS, MemoryConnector, crm, mail, mails
from tests.integration.test_same_facts import derived, differences

pytestmark = pytest.mark.neo4j
FEW = few(6)
DECIDED = ('"Decision"', '["ON"', '["MUST_MATCH"', '["MUST_DIFFER"', '["MAY_MATCH"')
"""What rightly stays of a decision that was taken back."""
IDA, JON, LEA, NIA = THEIRS[0], THEIRS[1], THEIRS[3], THEIRS[5]
IDA_AT_HOME = Address("ida.north@gmail.com", "Ida North")
PLACE = Place("memory", "call")


def call() -> CallRecord:
    """A call in which Ida and Lea speak, and somebody by first name."""
    cues = (
        Cue(1, "Ida North", "Could you send us the revised plan by Friday?", 0.0, 4.0),
        Cue(2, "Lea South", "We really like the new planner.", 5.0, 9.0),
        Cue(3, "Ana", "I will send it today.", 10.0, 12.0),
    )
    return CallRecord(PLACE, "call-1", START, START, 600.0, "Review", OURS[0], (OURS[0], IDA, LEA), cues=cues)


def fixed() -> list[SourceRecord]:
    """A CRM, a call and mail: Ida writes from work and from home, Jon and Lea from work."""
    letters = [
        mail(1, IDA, (OURS[0],), day=3, text="Could you send us the revised plan by Friday?"),
        mail(2, OURS[0], (IDA,), day=3.2, answers=1, cc=(JON,)),
        mail(3, IDA_AT_HOME, (OURS[0],), day=20, text="Who signs off on the new contract?"),
        mail(4, OURS[1], (IDA_AT_HOME, JON), day=20.5, answers=3),
        mail(5, LEA, (OURS[1],), day=40, text="The rollout went well. I will report next week."),
        mail(6, JON, (OURS[2],), day=60, cc=(LEA, IDA)),
        mail(7, NIA, (OURS[2],), day=90),
    ]
    return [
        *crm(),
        ContactRecord(PLACE, "fake", "C9", "Jon North", START, "A1", JON.address, "Buyer"),
        *letters,
        call(),
    ]


async def load(database: Database, workspace: Workspace, folder: Path, *parts: Sequence[SourceRecord]) -> None:
    """Load parts one after another, settle who is who, and infer."""
    system = SystemGateway(database, workspace.workspace_id)
    pipeline = Pipeline(system, workspace, DeadLetters(folder, workspace.workspace_id), END)
    for part in parts:
        await pipeline.run(MemoryConnector.of(part))
    await pipeline.finish()
    await refresh(database, workspace, END)


async def new_workspace(database: Database) -> Workspace:
    """A fresh workspace whose ids equal those of any other with the same salt."""
    new = NewWorkspace(f"t{secrets.token_hex(6)}", "Test", ("ours.example",), salt="fixed")
    return await ensure_workspace(database, new)


class People:
    """The people of a workspace, and an admin who decides on them."""

    def __init__(self, database: Database, workspace: Workspace) -> None:
        self.database, self.workspace = database, workspace

    async def contacts(self) -> dict[str, list[str]]:
        """Return identities by contact: their values, sorted; labels of calls left out."""
        rows = await self.rows(
            "MATCH (i:Identity {workspace_id: $workspace_id})-[:SAME_AS]->(c:Contact) WHERE i.kind <> 'speaker' "
            "RETURN c.uid AS uid, collect(i.value) AS identities"
        )
        return {row["uid"]: sorted(row["identities"]) for row in rows}

    async def of(self, value: str) -> str:
        """Return the contact of an identity."""
        return next(uid for uid, values in (await self.contacts()).items() if value in values)

    async def rows(self, text: str, **params: Any) -> list[dict[str, Any]]:
        given = {"workspace_id": self.workspace.workspace_id, **params}
        return await self.database.read(Statement(text, given, "test"))

    async def judge(
        self, kind: RulingKind, one: str, other: str = "", values: Sequence[str] = (), key: str | None = None
    ) -> Judged:
        """Decide as the local admin."""
        gateway = ViewerGateway(self.database, local_admin(self.workspace.workspace_id))
        desk = LocalDesk(self.database, self.workspace, END)
        return await judge(gateway, desk, Judgement(kind, one, other, tuple(values), key=key), END)

    async def done(
        self, kind: RulingKind, one: str, other: str = "", values: Sequence[str] = (), key: str | None = None
    ) -> list[ExplanationRow]:
        """Decide; fail when it is refused."""
        judged = await self.judge(kind, one, other, values, key)
        assert not isinstance(judged, UserError), judged
        return judged

    async def facts(self) -> list[str]:
        """Return all facts but the queue and what is kept of decisions."""
        lines = await derived(self.database, self.workspace)
        return [line for line in lines if not any(mark in line for mark in DECIDED)]


@FEW
@given(records=mails(max_size=15), data=st.data())
async def test_a_merge_that_is_taken_back_leaves_the_same_facts(
    database: Database, tmp_path: Path, records: list[SourceRecord], data: st.DataObject
) -> None:
    """Scores included: whoever they are merged with, at one account or two."""
    workspace = await new_workspace(database)
    await load(database, workspace, tmp_path, crm(), [*records, call()])
    people = People(database, workspace)
    before, contacts = await people.facts(), await people.contacts()
    one = data.draw(st.sampled_from(sorted(contacts)))
    other = data.draw(st.sampled_from(sorted(set(contacts) - {one})))
    (merged,) = await people.done(RulingKind.MERGED, one, other)
    assert {row.value for row in merged.identities} >= {*contacts[one], *contacts[other]}
    assert await people.facts() != before
    await people.done(RulingKind.SPLIT, merged.contact.uid, values=contacts[other])
    assert await people.contacts() == contacts
    left = differences(before, await people.facts())
    assert not left, "\n".join(left)


async def test_whoever_is_merged_with_whomever_the_way_back_is_open(database: Database, tmp_path: Path) -> None:
    """One who writes and answers with one who is only copied in; at one account or two, in a call."""
    workspace = await new_workspace(database)
    await load(database, workspace, tmp_path, fixed())
    people = People(database, workspace)
    before, contacts = await people.facts(), await people.contacts()
    for left, right in ((IDA, LEA), (LEA, IDA), (JON, IDA), (NIA, JON)):
        one, other = await people.of(left.address), await people.of(right.address)
        (merged,) = await people.done(RulingKind.MERGED, one, other)
        await people.done(RulingKind.SPLIT, merged.contact.uid, values=contacts[other])
        assert await people.contacts() == contacts
        left_over = differences(before, await people.facts())
        assert not left_over, "\n".join(left_over)


async def test_a_merge_keeps_all_that_was_said_and_done(database: Database, tmp_path: Path) -> None:
    workspace = await new_workspace(database)
    await load(database, workspace, tmp_path, fixed())
    people = People(database, workspace)
    evidence = "MATCH (e:Evidence {workspace_id: $workspace_id}) RETURN e.uid AS uid ORDER BY uid"
    by = (
        "MATCH (e:Evidence {workspace_id: $workspace_id})-[:BY]->(p) WHERE NOT p:User "
        "RETURN DISTINCT e.uid AS uid ORDER BY uid"
    )
    took = (
        "MATCH (i:Interaction {workspace_id: $workspace_id})<-[t:TOOK_PART]-(p) WHERE NOT p:User "
        "RETURN i.uid AS uid, t.role AS role, t.identity_uid AS who ORDER BY uid, role, who"
    )
    before = [await people.rows(text) for text in (evidence, by, took)]
    assert all(before)
    jon, lea = await people.of(JON.address), await people.of(LEA.address)
    (merged,) = await people.done(RulingKind.MERGED, jon, lea)
    assert [await people.rows(text) for text in (evidence, by, took)] == before
    assert {one.name for one in merged.contact.accounts} == {"North Ltd", "south.example"}
    loose = await people.rows(
        "MATCH (c:Contact {workspace_id: $workspace_id}) WHERE NOT EXISTS { (c)<-[:SAME_AS]-() } RETURN c.uid AS uid"
    )
    assert loose == []


async def test_what_people_decided_is_not_undone_by_the_next_load(database: Database, tmp_path: Path) -> None:
    """A split of what the matcher had merged, a merge of what it had not, and a refused match."""
    workspace = await new_workspace(database)
    await load(database, workspace, tmp_path, fixed())
    people = People(database, workspace)
    ida = await people.of(IDA.address)
    joined = (await people.contacts())[ida]
    assert "fake:C1" in joined, "the CRM record names the address"
    await people.done(RulingKind.SPLIT, ida, values=["fake:C1"])
    await people.done(RulingKind.MERGED, await people.of(JON.address), await people.of(LEA.address))
    await people.done(RulingKind.KEPT_APART, await people.of(NIA.address), await people.of(LEA.address))
    decided = await people.contacts()
    assert await people.of("fake:C1") != await people.of(IDA.address)
    later = [
        *fixed(),
        mail(50, IDA, (OURS[0],), day=120),
        ContactRecord(PLACE, "fake", "C1", "Ida M. North", END, "A1", IDA.address, "CFO"),
    ]
    await load(database, workspace, tmp_path, later)
    assert await people.contacts() == decided


@FEW
@given(data=st.data())
async def test_the_order_of_loading_does_not_matter_for_who_is_who(
    database: Database, tmp_path: Path, data: st.DataObject
) -> None:
    records = fixed()
    whole, parts = await new_workspace(database), await new_workspace(database)
    await load(database, whole, tmp_path, records)
    shuffled = data.draw(st.permutations(records))
    cut = data.draw(st.integers(0, len(shuffled)))
    await load(database, parts, tmp_path, shuffled[:cut])
    await load(database, parts, tmp_path, shuffled[cut:])
    one, other = People(database, whole), People(database, parts)
    assert sorted((await one.contacts()).values()) == sorted((await other.contacts()).values())


async def test_a_decision_sent_again_with_its_key_is_taken_once(database: Database, tmp_path: Path) -> None:
    """Also after somebody has taken it back: the old request must not redo it."""
    workspace = await new_workspace(database)
    await load(database, workspace, tmp_path, fixed())
    people = People(database, workspace)
    jon, lea = await people.of(JON.address), await people.of(LEA.address)
    apart = await people.contacts()
    (merged,) = await people.done(RulingKind.MERGED, jon, lea, key="k1")
    (again,) = await people.done(RulingKind.MERGED, jon, lea, key="k1")
    assert again == merged
    await people.done(RulingKind.SPLIT, merged.contact.uid, values=[LEA.address])
    await people.done(RulingKind.MERGED, jon, lea, key="k1")
    assert await people.contacts() == apart
    (anew,) = await people.done(RulingKind.MERGED, jon, lea)
    assert {LEA.address, JON.address} <= {one.value for one in anew.identities}


async def test_what_cannot_be_meant_is_refused_with_a_hint(database: Database, tmp_path: Path) -> None:
    workspace = await new_workspace(database)
    await load(database, workspace, tmp_path, fixed())
    people = People(database, workspace)
    ida, jon = await people.of(IDA.address), await people.of(JON.address)
    before = await people.contacts()
    for refused, code in (
        (await people.judge(RulingKind.MERGED, ida, ida), "CONFLICT"),
        (await people.judge(RulingKind.KEPT_APART, ida, ida), "CONFLICT"),
        (await people.judge(RulingKind.MERGED, ida, "nobody"), "NOT_FOUND"),
        (await people.judge(RulingKind.SPLIT, "nobody", values=["x"]), "NOT_FOUND"),
        (await people.judge(RulingKind.SPLIT, ida, values=["x@y.example"]), "NOT_FOUND"),
        (await people.judge(RulingKind.SPLIT, ida), "NOT_FOUND"),
        (await people.judge(RulingKind.SPLIT, jon, values=before[jon]), "CONFLICT"),
        (await people.judge(RulingKind.MERGED, ida, jon, key="k" * 300), "BAD_INPUT"),
        (await people.judge(RulingKind.SPLIT, ida, values=["x"] * 51), "BAD_INPUT"),
    ):
        assert isinstance(refused, UserError)
        assert refused.code == ErrorCode(code)
        assert refused.hint
    assert await people.contacts() == before


async def test_an_old_id_goes_on_meaning_whoever_it_became(database: Database, tmp_path: Path) -> None:
    workspace = await new_workspace(database)
    await load(database, workspace, tmp_path, fixed())
    people = People(database, workspace)
    jon, lea = await people.of(JON.address), await people.of(LEA.address)
    (merged,) = await people.done(RulingKind.MERGED, jon, lea)
    gone = lea if merged.contact.uid == jon else jon
    gateway = ViewerGateway(database, local_admin(workspace.workspace_id))
    for uid in (jon, lea):
        row = await gateway.first(q.CONTACT, q.OneContact(uid, END, 5))
        assert row is not None
        assert row.contact.uid == merged.contact.uid
        past = await gateway.first(q.CONTACT_AS_OF, q.past(q.OneContact(uid, END, 5), END, 20634))
        assert past is not None
        assert past.contact.uid == merged.contact.uid
    (_, _) = await people.done(RulingKind.SPLIT, gone, values=[LEA.address])
    for uid in (jon, lea):
        row = await gateway.first(q.CONTACT, q.OneContact(uid, END, 5))
        assert row is not None
        assert row.contact.uid == uid
