"""Forgetting (M12, decisions 13 and 23): a person whose marker stands in every source is found nowhere any more."""

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import typer
from neo4j.exceptions import Neo4jError
from typer.testing import CliRunner

from graph_service.app.finding import find_contact
from graph_service.app.forgetting import LocalForgetting
from graph_service.app.ingesting import ingest, make_connector
from graph_service.cli.forget import forget
from graph_service.domain.forgetting import Forgotten
from graph_service.graph.driver import Connection, Database
from graph_service.graph.query import Statement
from graph_service.graph.system import SystemGateway
from graph_service.ingest.connector import AccountRecord, Address, ContactRecord, SourceRecord
from graph_service.ingest.dead_letters import DeadLetters
from graph_service.ingest.feed_records import NoteRecord, ProfileRecord, UsageRecord
from graph_service.ingest.forgetting import bury, erase, plan_erasure
from graph_service.ingest.pipeline import Pipeline
from graph_service.ingest.places import Place
from graph_service.ingest.source_records import CallRecord, Cue
from tests.integration import forgetting_world as made
from tests.integration.commands import Shell
from tests.integration.memory import END, OURS, START, MemoryConnector, mail
from tests.integration.worlds import World, differences

pytestmark = pytest.mark.neo4j
TOLD = ("quillomar", "zyxtrace", "1234567")
"""What may not be found: her name and the parts of her addresses that are hers alone, her word, her number."""
NODES = "MATCH (one {workspace_id: $workspace_id}) RETURN labels(one) AS what, properties(one) AS said"
EDGES = "MATCH (one {workspace_id: $workspace_id})-[edge]->() RETURN [type(edge)] AS what, properties(edge) AS said"
COUNTS = """
MATCH (account:Account {workspace_id: $workspace_id, name: 'North Ltd'})
RETURN COUNT { (account)<-[:ABOUT]-(:Interaction) } AS interactions,
  COUNT { (account)<-[:ABOUT]-(:Meeting) } AS meetings,
  COUNT { (account)<-[:ABOUT]-(:Ticket) } AS tickets, COUNT { (account)<-[:AT]-(:Stakeholder) } AS people,
  reduce(sum = 0, one IN COLLECT {
    MATCH (account)-[:USES]->(series:UsageSeries) RETURN reduce(s = 0, n IN series.counts | s + n)
  } | sum + one) AS use,
  account.health IS NOT NULL AS has_health, account.last_interaction_at IS NOT NULL AS has_news
"""
STAYING = """
MATCH (contact:Contact {workspace_id: $workspace_id, name: 'Nadia Vance'})-[:IS]->(place:Stakeholder)
RETURN COUNT { (contact)<-[:SAME_AS]-(:Identity) } AS identities, COUNT { (place)-[:TOOK_PART]->() } AS parts,
  COUNT { (place)<-[:BY]-(:Evidence) } AS sayings, place.crm_name AS name, place.interaction_count AS count,
  COUNT {
    MATCH (place)-[:TOOK_PART {role: 'from'}]->(:Email)-[:HAS_CONTENT]->(text) WHERE text.text CONTAINS 'training dates'
  } AS texts,
  COUNT {
    MATCH (:Interaction {workspace_id: $workspace_id})-[:HAS_CONTENT]->(text)
    WHERE text.text CONTAINS 'Nadia Vance: The reports are too slow for us.'
  } AS turns
"""


async def traces(world: World, folder: Path) -> list[str]:
    """Return every property of every node and edge, every file and its name, in which she can still be found."""
    found = []
    for text in (NODES, EDGES):
        for row in await world.rows(text):
            said = json.dumps(row["said"], default=str, ensure_ascii=False).lower()
            found += [f"{word} in {row['what']}: {said}" for word in TOLD if word in said]
    return found + in_files(folder)


def in_files(folder: Path) -> list[str]:
    """Return the files, by name and by line, in which she can still be found."""
    found = []
    for path in folder.rglob("*"):
        if path.is_file():
            lines = [path.name, *path.read_text(encoding="utf-8", errors="replace").splitlines()]
            found += [f"{word} in {path}" for line in lines for word in TOLD if word in line.lower()]
    return found


def side(world: World) -> LocalForgetting:
    return LocalForgetting(world.database, world.workspace, world.settings, world.now)


async def forgotten(world: World, who: str, **options: Any) -> Forgotten:
    done = await side(world).forget(await find_contact(world.gateway, who), "u1", **options)
    assert done is not None
    return done


async def read_anew(world: World, folder: Path) -> None:
    """Read every source from the start as a new reader would: everything that is stored is written again."""
    text = "MATCH (one:Interaction {workspace_id: $workspace_id}) SET one.reader = ''"
    await world.database.write([Statement(text, {"workspace_id": world.workspace.workspace_id}, "test")])
    for kind in made.KINDS:
        connector = make_connector(kind, world.now, path=folder / kind)
        await ingest(world.database, world.workspace, connector, world.settings, world.now, again=True)
    await world.refresh()


async def test_a_forgotten_person_is_found_nowhere_and_no_load_brings_them_back(
    database: Database, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """M12: the marker is looked for in every property of every node and edge, every file and every line of ours."""
    world = await made.fresh(database, tmp_path)
    ours = tmp_path / "data"
    assert {line.split(" ")[0] for line in await traces(world, ours)} == set(TOLD)
    assert any(str(ours) in line for line in await traces(world, ours)), "a dead letter must name her"
    (before,), (colleague,) = await world.rows(COUNTS), await world.rows(STAYING)
    facts = await world.facts()
    planned = await forgotten(world, made.GONE_ADDRESS, dry_run=True)
    assert not planned.is_done
    assert await world.facts() == facts, "a dry run writes nothing"
    done = await forgotten(world, made.GONE_ADDRESS)
    assert await traces(world, ours) == []
    assert done.is_proved
    assert {one.what for one in planned.removed} < {one.what for one in done.removed}
    assert {"mail", "calendar", "calls", "crm", "linkedin", "usage"} <= {one.what for one in done.sources}
    assert {"Content.text", "Identity.title", "TOOK_PART.role", "Event.ids"} <= {one.place for one in done.searched}
    assert [one.found for one in done.files if one.place.endswith("dead_letters.jsonl")] == [0]
    (after,) = await world.rows(COUNTS)
    assert after == before | {"people": before["people"] - 1}, "sums that do not name them stay"
    await made.load(world, tmp_path / "sources")
    await world.refresh()
    assert await traces(world, ours) == []
    await read_anew(world, tmp_path / "sources")
    assert await traces(world, ours) == []
    assert await world.rows(COUNTS) == [after]
    staying = colleague | {"sayings": colleague["sayings"] - 1}  # what she said of her colleague's leaving is gone
    assert await world.rows(STAYING) == [staying], "another of her family name stays whole"
    again = await side(world).forget(done.contact_uid, "u1")
    assert again is not None
    assert again.was_done_before
    assert again.is_proved
    proof = await side(world).prove_again(made.GONE_ADDRESS)
    assert proof is not None
    assert proof.is_proved
    assert await side(world).prove_again(made.STAYS_ADDRESS) is None
    printed = capfd.readouterr()
    assert not [word for word in TOLD if word in (printed.out + printed.err).lower()]


IDA, JON = Address("ida.north@north.example", "Ida North"), Address("jon.reed@north.example", "Jon Reed")
ROW = Place("memory", "row 1")


def small() -> list[SourceRecord]:
    """A person in a CRM, mail, use and a note."""
    ours = OURS[0]
    return [
        AccountRecord(ROW, "fake", "A1", "North Ltd", START, ("north.example",), keys=("org-1",)),
        ContactRecord(ROW, "fake", "C1", IDA.name, START, "A1", IDA.address, "Head of Planning"),
        ContactRecord(ROW, "fake", "C2", JON.name, START, "A1", JON.address, "Assistant to Ida North"),
        NoteRecord(ROW, "fake", "T1", START, "Ida North decides", "A1", "C1", "Call"),
        UsageRecord(ROW, "org-1", IDA.address, "maps", (1, 2), (3, 3)),
        UsageRecord(ROW, "org-1", "", "maps", (2, 3), (1, 1)),
        *(mail(number, IDA, (ours,), day=number, text="Could you send us the plan?", subject="Plan")
          for number in range(5)),
        *(mail(10 + number, ours, (IDA,), day=number + 0.5, text="Dear Ida, here it is.", subject="Re: Plan", cc=(JON,))
          for number in range(5)),
        mail(20, JON, (ours,), day=9, text="Hello,\n\nIda North has left the company.", subject="News"),
    ]  # fmt: skip


async def loaded(database: Database, folder: Path, records: Sequence[SourceRecord]) -> World:
    world = await World.fresh(database, folder, END, "ours.example")
    await take_in(world, records)
    return world


async def take_in(world: World, records: Sequence[SourceRecord]) -> None:
    system = SystemGateway(world.database, world.workspace.workspace_id)
    letters = DeadLetters(world.settings.data_dir / "workspaces", world.workspace.workspace_id)
    pipeline = Pipeline(system, world.workspace, letters, world.now)
    await pipeline.run(MemoryConnector.of(records))
    await pipeline.finish()
    await world.refresh()


@pytest.mark.parametrize("cut", ["after the tombstones", "while erasing", "before the facts"])
async def test_cut_off_anywhere_and_run_again_it_ends_the_same(database: Database, tmp_path: Path, cut: str) -> None:
    whole = await loaded(database, tmp_path / "whole", small())
    done = await forgotten(whole, IDA.address)
    assert done.is_proved
    world = await loaded(database, tmp_path / "cut", small())
    system = SystemGateway(database, world.workspace.workspace_id)
    uid = await find_contact(world.gateway, IDA.address)
    erasure = await plan_erasure(system, world.workspace, uid)
    assert erasure is not None
    await bury(system, erasure)
    if cut == "while erasing":
        broken = replace(erasure.person, uid="x" * 26)
        with pytest.raises(Neo4jError):
            await erase(
                system, world.workspace, replace(erasure, person=broken, usage=[{"uid": None}]), "u1", world.now
            )
    if cut == "before the facts":
        await erase(system, world.workspace, erasure, "u1", world.now)
    else:
        await take_in(world, small())
    again = await side(world).forget(uid, "u1")
    assert again is not None
    assert again.is_proved
    assert differences(await whole.facts(), await world.facts()) == []


async def test_what_a_forgotten_person_used_is_nobodys_and_loading_it_again_changes_nothing(
    database: Database, tmp_path: Path
) -> None:
    world = await loaded(database, tmp_path, small())
    await forgotten(world, IDA.address)
    text = (
        "MATCH (one:UsageSeries {workspace_id: $workspace_id})<-[:USES]-(firm) "
        "RETURN one.days AS days, one.counts AS counts, one.identity_uid AS person, firm.name AS firm"
    )
    expected = [{"days": [1, 2, 3], "counts": [3, 4, 1], "person": None, "firm": "North Ltd"}]
    assert await world.rows(text) == expected
    await take_in(world, small())
    assert await world.rows(text) == expected


async def test_new_records_of_a_forgotten_person_make_empty_slots_only(database: Database, tmp_path: Path) -> None:
    """A later mail, a later CRM record with a new id, a call with their first name, a profile: nobody is placed."""
    world = await loaded(database, tmp_path, small())
    await forgotten(world, IDA.address)
    ours = OURS[0]
    cues = (Cue(1, "Ida", "We are glad.", 0.0, 2.0), Cue(2, "Ana", "So are we, Ida.", 3.0, 4.0))
    later: list[SourceRecord] = [
        mail(40, IDA, (ours,), day=60, text="It is Ida North again.", subject="Back"),
        mail(41, JON, (ours,), day=61, text="Ask North, Ida or ida.north@north.example.", subject="Ida-North"),
        ContactRecord(ROW, "fake", "C77", "I. North", END, "A1", IDA.address, "Chair"),
        NoteRecord(ROW, "fake", "T7", START, "talked to her", "A1", "C77"),
        ProfileRecord(ROW, "prolink.example/in/jon", "Jon Reed", START, "North Ltd", "Assistant to Ida North"),
        CallRecord(ROW, "k1", END, END, 60.0, "Ida / Ana", ours, (IDA, JON), (), "", cues),
    ]
    await take_in(world, later)
    rows = await world.rows("MATCH (one:Contact {workspace_id: $workspace_id}) RETURN one.name AS name ORDER BY name")
    assert {row["name"] for row in rows} == {"Jon Reed"}
    found = [json.dumps(row["said"], default=str).lower() for text in (NODES, EDGES) for row in await world.rows(text)]
    assert not [
        line for line in found if "ida north" in line or "ida.north" in line or '"ida' in line or " ida" in line
    ]
    (call,) = await world.rows(
        "MATCH (one:Call {workspace_id: $workspace_id})-[:HAS_CONTENT]->(text) "
        "RETURN one.speaker_labels AS labels, text.text AS text"
    )
    assert call == {"labels": ["Ana"], "text": "•" * len("Ida: We are glad.") + "\nAna: So are we, •••."}
    (slot,) = await world.rows(
        "MATCH (one:Email {workspace_id: $workspace_id, source_id: '<40@x.example>'}) "
        "RETURN one.participant_count AS people, one.empty_slots AS empty, one.subject AS subject, "
        "COUNT { (one)-[:ABOUT]->(:Account) } AS accounts, "
        "COUNT { (one)-[:HAS_CONTENT]->() } AS texts"
    )
    assert slot == {"people": 2, "empty": 1, "subject": "", "accounts": 1, "texts": 0}
    notes = await world.rows(
        "MATCH (one:Evidence {workspace_id: $workspace_id, kind: 'crm_note'}) RETURN one.uid AS uid"
    )
    assert notes == []


async def test_somebody_of_the_same_name_stays_whole_and_is_told_of(database: Database, tmp_path: Path) -> None:
    """Two people called Ida North: forgetting one hides the name only where that one took part."""
    other = Address("ida.north@south.example", "Ida North")
    records = [
        *small(),
        AccountRecord(ROW, "fake", "A2", "South Ltd", START, ("south.example",)),
        mail(30, other, (OURS[1],), day=3, text="Ida North of South writes this.", subject="South plan"),
    ]
    world = await loaded(database, tmp_path, records)
    done = await forgotten(world, IDA.address)
    assert done.is_proved
    assert done.namesake_uids == (world.workspace.ids.uid("contact", "email", other.address),)
    text = (
        "MATCH (one:Content {workspace_id: $workspace_id}) WHERE one.text CONTAINS 'Ida North of South' "
        "RETURN one.uid AS uid"
    )
    assert len(await world.rows(text)) == 1
    (row,) = await world.rows(
        "MATCH (one:Contact {workspace_id: $workspace_id}) WHERE one.name = 'Ida North' RETURN one.uid AS uid"
    )
    assert row["uid"] == done.namesake_uids[0]


async def test_an_account_that_was_one_person_goes_with_them(database: Database, tmp_path: Path) -> None:
    """A domain nobody else writes from may itself be a name."""
    lone = Address("me@nora-finch.example", "Nora Finch")
    world = await loaded(
        database, tmp_path, [*small(), mail(50, lone, (OURS[0],), day=2, text="Hello.", subject="Hello")]
    )
    done = await forgotten(world, lone.address)
    assert [one for one in done.searched if one.found] == []
    await take_in(world, [mail(51, lone, (OURS[0],), day=70, text="Hello.", subject="Hello")])
    text = (
        "MATCH (one:Account|Domain) WHERE one.workspace_id = $workspace_id "
        "RETURN DISTINCT one.name AS name ORDER BY name"
    )
    assert [row["name"] for row in await world.rows(text)] == ["North Ltd", "north.example"]


def test_the_command_shows_what_would_go_asks_and_proves(shell: Shell, tmp_path: Path, connection: Connection) -> None:
    made.write_sources(tmp_path / "sources")
    assert shell.ingest("crm", tmp_path / "sources" / "crm").code in {0, 3}
    app = typer.Typer()
    app.command()(forget)

    def run(*words: str) -> tuple[int, str, BaseException | None]:
        result = CliRunner().invoke(app, [*words, "-w", shell.workspace])
        return result.exit_code, result.stdout, result.exception

    code, out, _ = run(made.GONE_ADDRESS, "--dry-run", "--json")
    assert (code, json.loads(out)["is_done"]) == (0, False)
    code, _, error = run(made.GONE_ADDRESS)
    assert code == 1
    assert "cannot be undone" in str(error)
    code, out, _ = run(made.GONE_ADDRESS, "--yes")
    assert code == 0, out
    assert "the person is in none of them" in " ".join(out.split())
    assert "quillomar" not in out.lower()
    code, out, _ = run(made.GONE_ADDRESS, "--yes", "--json")
    assert (code, json.loads(out)["was_done_before"], json.loads(out)["is_proved"]) == (0, True, True)
    code, _, error = run("nobody@nowhere.example", "--yes")
    assert code == 1
    assert "no contact is called" in str(error)
