"""Feeds in the graph: use that is never doubled, keys that find their account in any order, profiles and notes."""

import secrets
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from graph_service.domain.workspace import Workspace
from graph_service.graph.catalog import predicate
from graph_service.graph.digest import facts
from graph_service.graph.driver import Database
from graph_service.graph.query import RowsParams, Statement
from graph_service.graph.system import SystemGateway
from graph_service.graph.workspaces import NewWorkspace, ensure_workspace
from graph_service.ingest import identity_queries as i
from graph_service.ingest.connector import AccountRecord, ContactRecord, Place, ShareRecord, SourceRecord, UserRecord
from graph_service.ingest.connectors.crm import CrmConnector
from graph_service.ingest.connectors.linkedin import LinkedinConnector
from graph_service.ingest.connectors.releases import ReleasesConnector
from graph_service.ingest.connectors.usage import UsageConnector
from graph_service.ingest.dead_letters import DeadLetters
from graph_service.ingest.feed_records import NoteRecord, ProfileRecord, ReleaseRecord, UsageRecord
from graph_service.ingest.feed_settling import settle_notes
from graph_service.ingest.pipeline import Pipeline
from graph_service.ingest.summary import Summary
from tests.conftest import shared
from tests.integration.memory import END, START, THEIRS, MemoryConnector, mail

pytestmark = pytest.mark.neo4j
PLACE = Place("memory", "row 1")
NORTH = AccountRecord(PLACE, "fake", "A1", "North Ltd", START, domains=("north.example",), keys=("org-1",))
IDA = ContactRecord(PLACE, "fake", "C1", "Ida North", START, "A1", "ida@north.example", "Head of Planning")
CRM: list[SourceRecord] = [NORTH, IDA]
URL = "prolink.example/in/ida-north"


def use(key: str, user: str, days: tuple[int, ...], counts: tuple[int, ...], feature: str = "maps") -> UsageRecord:
    return UsageRecord(PLACE, key, user, feature, days, counts)


def job(company: str, seen: datetime, began: date | None = None, ended: date | None = None) -> ProfileRecord:
    return ProfileRecord(PLACE, URL, "Ida North", seen, company, "Head of Planning", began, ended)


async def fresh(database: Database) -> Workspace:
    new = NewWorkspace(f"t{secrets.token_hex(6)}", "Test", ("ours.example",), salt="fixed")
    return await ensure_workspace(database, new)


async def load(
    database: Database, workspace: Workspace, records: Sequence[SourceRecord], folder: Path, now: datetime = END
) -> Summary:
    system = SystemGateway(database, workspace.workspace_id)
    pipeline = Pipeline(system, workspace, DeadLetters(folder, workspace.workspace_id), now)
    return await pipeline.run(MemoryConnector.of(records))


async def rows(database: Database, workspace: Workspace, text: str) -> list[dict[str, Any]]:
    return await database.read(Statement(text, {"workspace_id": workspace.workspace_id}, "test"))


async def series(database: Database, workspace: Workspace) -> list[dict[str, Any]]:
    text = """
    MATCH (one:UsageSeries {workspace_id: $workspace_id})
    RETURN one.account_key AS key, one.days AS days, one.counts AS counts,
      COLLECT { MATCH (account:Account)-[:USES]->(one) RETURN account.name } AS accounts ORDER BY key, one.uid
    """
    return await rows(database, workspace, text)


async def events(database: Database, workspace: Workspace) -> int:
    (row,) = await rows(database, workspace, "MATCH (one:Event {workspace_id: $workspace_id}) RETURN count(one) AS n")
    return int(row["n"])


async def test_a_later_load_replaces_its_days_and_reading_again_writes_nothing(
    database: Database, tmp_path: Path
) -> None:
    workspace = await fresh(database)
    await load(database, workspace, [use("k", "", (1, 2), (5, 5)), use("k", "", (2,), (1,))], tmp_path)
    assert [(one["days"], one["counts"]) for one in await series(database, workspace)] == [([1, 2], [5, 6])]
    await load(database, workspace, [use("k", "", (2, 3), (4, 4))], tmp_path)
    assert [(one["days"], one["counts"]) for one in await series(database, workspace)] == [([1, 2, 3], [5, 4, 4])]
    before = await events(database, workspace)
    await load(database, workspace, [use("k", "", (2, 3), (4, 4))], tmp_path)
    assert await events(database, workspace) == before


async def test_whose_a_key_is_does_not_depend_on_what_came_first(database: Database, tmp_path: Path) -> None:
    """A key of the CRM, and a key that only its users tell; before, between and after mail and CRM."""
    usage = [
        use("org-1", "max@south.example", (1,), (1,)),
        use("org-2", "max@south.example", (1,), (1,)),
        use("org-2", "lea@south.example", (1,), (1,)),
        use("org-2", "ida@north.example", (1,), (9,)),
        use("org-9", "who@nowhere.example", (1,), (1,)),
    ]
    mails = [mail(1, THEIRS[3], (replace(THEIRS[0], address="ana@ours.example"),), day=1)]
    found = []
    loads: list[Sequence[SourceRecord]] = [usage, mails, CRM]
    for order in permutations(loads):
        workspace = await fresh(database)
        for records in order:
            await load(database, workspace, records, tmp_path)
        stored = await series(database, workspace)
        owners = {(one["key"], *one["accounts"]) for one in stored}
        assert owners == {("org-1", "North Ltd"), ("org-2", "south.example"), ("org-9",)}
        found.append(sorted(map(str, stored)))
    assert all(one == found[0] for one in found)


async def test_a_key_follows_the_account_that_claims_it_later(database: Database, tmp_path: Path) -> None:
    workspace = await fresh(database)
    await load(database, workspace, [*CRM, use("org-5", "ida@north.example", (1,), (1,))], tmp_path)
    assert (await series(database, workspace))[0]["accounts"] == ["North Ltd"]
    other = AccountRecord(PLACE, "fake", "A2", "South Ltd", START, keys=("ORG-5",))
    await load(database, workspace, [other], tmp_path)
    assert (await series(database, workspace))[0]["accounts"] == ["South Ltd"]


async def test_a_profile_is_an_identity_with_every_observation_and_no_customer(
    database: Database, tmp_path: Path
) -> None:
    first = job("North Ltd", START, date(2020, 1, 1))
    later = job("South Ltd", START + timedelta(days=30), date(2026, 2, 1))
    over = job("North Ltd", START + timedelta(days=30), date(2020, 1, 1), date(2026, 2, 1))
    digests = []
    for order in permutations([[first], [later, over], [first, over]]):
        workspace = await fresh(database)
        for records in order:
            await load(database, workspace, records, tmp_path)
        digests.append(await facts(database, workspace.workspace_id))
    assert all(one == digests[0] for one in digests)
    text = """
    MATCH (one:Identity {workspace_id: $workspace_id, kind: 'linkedin'})-[:SAME_AS]->(contact:Contact)
    RETURN one.value AS value, one.company AS company, one.title AS title, one.name AS name,
      coalesce(one.is_resolved, false) AS is_resolved, contact.uid AS contact,
      COUNT { (one)-[:HAS_SOURCE_SPELL]->(:SourceSpell) } AS spells, COUNT { (contact)-[:IS]->() } AS places
    """
    (row,) = await rows(database, workspace, text)
    contact = workspace.ids.uid("contact", "linkedin", URL)
    assert row == {
        "value": URL, "company": "South Ltd", "title": "Head of Planning", "name": "Ida North", "is_resolved": False,
        "contact": contact, "spells": 3, "places": 0,
    }  # fmt: skip
    before = await events(database, workspace)
    await load(database, workspace, [first, later, over], tmp_path)
    assert await events(database, workspace) == before


async def test_who_is_known_by_a_profile_only_is_shown_to_admins_alone(database: Database, tmp_path: Path) -> None:
    workspace = await fresh(database)
    user = UserRecord(PLACE, "fake", "U1", "ana@ours.example", "Ana Ours")
    share = ShareRecord(PLACE, "fake", "A1", "U1", "owner", "owner")
    await load(database, workspace, [*CRM, user, share, job("North Ltd", START)], tmp_path)
    profile = workspace.ids.uid("contact", "linkedin", URL)
    ana = workspace.ids.uid("user", "ana@ours.example")
    found = {}
    for name, principals in (("ana", ["everyone", ana]), ("admin", ["everyone", "admin"])):
        text = f"MATCH (contact:Contact) WHERE {predicate('contact', 'contact')} RETURN contact.uid AS uid"
        params = {"workspace_id": workspace.workspace_id, "principal_ids": principals}
        found[name] = {row["uid"] for row in await database.read(Statement(text, params, "test"))}
    assert profile not in found["ana"]
    assert found["admin"] == {*found["ana"], profile}
    assert len(found["ana"]) == 1


async def merge(system: SystemGateway, identity: str, contact: str) -> None:
    row = {"identity_uid": identity, "contact_uid": contact, "rule": "test", "p": 1.0, "matched": "", "by": "test",
           "version": "1"}  # fmt: skip
    await system.write(i.REPOINT_IDENTITIES, RowsParams([row]))


async def test_a_merge_outlives_the_next_export_and_the_next_feed(database: Database, tmp_path: Path) -> None:
    """The CRM's record and the profile were found to be one person; loading both again leaves it so."""
    workspace = await fresh(database)
    system = SystemGateway(database, workspace.workspace_id)
    ids = workspace.ids
    await load(database, workspace, [*CRM, job("North Ltd", START)], tmp_path)
    profile = ids.uid("contact", "linkedin", URL)
    for key in (("crm", "fake:C1"), ("email", "ida@north.example")):
        await merge(system, ids.uid("identity", *key), profile)
    newer = replace(IDA, known_at=START + timedelta(days=9), title="VP Planning")
    await load(database, workspace, [NORTH, newer, job("North Ltd", START + timedelta(days=9))], tmp_path)
    text = """
    MATCH (one:Identity {workspace_id: $workspace_id})-[:SAME_AS]->(contact:Contact)
    RETURN one.kind AS kind, contact.uid AS contact, one.title AS title,
      COUNT { (contact)-[:WORKS_AT]->(:Account) } AS jobs ORDER BY kind
    """
    found = await rows(database, workspace, text)
    assert {one["contact"] for one in found} == {profile}
    assert len(found) == 3
    assert {one["title"] for one in found if one["kind"] == "crm"} == {"VP Planning"}
    assert {one["jobs"] for one in found} == {1}


async def test_a_note_speaks_of_its_person_and_follows_a_merge(database: Database, tmp_path: Path) -> None:
    workspace = await fresh(database)
    note = NoteRecord(PLACE, "fake", "T1", START, "left the company", "A1", "C1", "Call")
    lost = NoteRecord(PLACE, "fake", "T2", START, "who is this", "A9", "C9")
    summary = await load(database, workspace, [*CRM, note, lost], tmp_path)
    assert summary.set_aside == 1
    text = """
    MATCH (note:Evidence {workspace_id: $workspace_id, kind: 'crm_note'})-[:ABOUT]->(account:Account)
    RETURN note.quote AS quote, account.name AS account,
      COLLECT { MATCH (note)-[:SPEAKS_OF]->(one:Stakeholder)<-[:IS]-(contact) RETURN contact.uid } AS people
    """
    ids = workspace.ids
    own = ids.uid("contact", "email", "ida@north.example")
    assert await rows(database, workspace, text) == [
        {"quote": "left the company", "account": "North Ltd", "people": [own]}
    ]
    system = SystemGateway(database, workspace.workspace_id)
    await load(database, workspace, [job("North Ltd", START)], tmp_path)
    profile = ids.uid("contact", "linkedin", URL)
    for key in (("crm", "fake:C1"), ("email", "ida@north.example")):
        await merge(system, ids.uid("identity", *key), profile)
    await load(database, workspace, CRM, tmp_path)  # the place of the merged person comes with the next export
    await settle_notes(system)
    assert [one["people"] for one in await rows(database, workspace, text)] == [[profile]]


async def test_an_owner_by_name_or_address_sees_the_account(database: Database, tmp_path: Path) -> None:
    workspace = await fresh(database)
    records: list[SourceRecord] = [
        AccountRecord(PLACE, "fake", "A1", "North Ltd", START),
        UserRecord(PLACE, "fake", "U1", "ana@ours.example", "Ana Ours"),
        UserRecord(PLACE, "fake", "U2", "ben@ours.example", "Ben Ours"),
        UserRecord(PLACE, "fake", "U3", "cleo@ours.example", "Cleo Ours"),
        ShareRecord(PLACE, "fake", "A1", "Ours, Ana", "owner", "owner"),
        ShareRecord(PLACE, "fake", "A1", "ben@ours.example", "read", "team"),
    ]
    await load(database, workspace, records, tmp_path)
    (row,) = await rows(database, workspace, "MATCH (a:Account {workspace_id: $workspace_id}) RETURN a.seen_by AS seen")
    users = [workspace.ids.uid("user", f"{name}@ours.example") for name in ("ana", "ben", "cleo")]
    assert [user in row["seen"] for user in users] == [True, True, False]


async def test_releases_are_told_anew_and_never_twice(database: Database, tmp_path: Path) -> None:
    workspace = await fresh(database)
    one = ReleaseRecord(PLACE, "8.1", "Spring", START, START, "- Maps", ("Maps",))
    await load(database, workspace, [one], tmp_path)
    before = await events(database, workspace)
    await load(database, workspace, [one], tmp_path)
    assert await events(database, workspace) == before
    await load(database, workspace, [replace(one, name="Summer", items=("Maps", "Plans"))], tmp_path)
    text = "MATCH (one:Release {workspace_id: $workspace_id}) RETURN one.name AS name, one.items AS items"
    assert await rows(database, workspace, text) == [{"name": "Summer", "items": ["Maps", "Plans"]}]


async def test_the_feeds_of_a_foreign_world_land_whole(database: Database, tmp_path: Path) -> None:
    folder = shared("town_small", "input")
    now = datetime(2025, 2, 1, tzinfo=UTC)
    workspace = await fresh(database)
    system = SystemGateway(database, workspace.workspace_id)
    pipeline = Pipeline(system, workspace, DeadLetters(tmp_path, workspace.workspace_id), now)
    for kind, name in ((UsageConnector, "usage"), (LinkedinConnector, "linkedin"), (ReleasesConnector, "releases")):
        summary = await pipeline.run(kind(kind.Config(path=folder / name)))
        assert (summary.read > 0, summary.set_aside) == (True, 0)
    crm = CrmConnector(CrmConnector.Config(path=folder / "crm", known_at=now))
    summary = await pipeline.run(crm)
    assert summary.kinds["note"] > 0
    counts = await rows(database, workspace, """
    RETURN COUNT { (:UsageSeries {workspace_id: $workspace_id}) } AS series,
      COUNT { (:SourceSpell {workspace_id: $workspace_id, kind: 'employment'}) } AS jobs,
      COUNT { (:Release {workspace_id: $workspace_id}) } AS releases
    """)  # fmt: skip
    assert counts == [{"series": 541, "jobs": 195, "releases": 10}]
    owners = await rows(database, workspace, """
    MATCH (series:UsageSeries {workspace_id: $workspace_id})
    RETURN series.account_key AS key, collect(DISTINCT [(account)-[:USES]->(series) | account.in_crm]) AS owners
    """)  # fmt: skip
    assert len(owners) == 12
    assert all(one["owners"] == [[True]] for one in owners)
