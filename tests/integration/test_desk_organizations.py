"""A ticket from a private address is of the account that its help desk's organization is known by, in any order."""

import json
from collections.abc import Sequence
from datetime import timedelta
from itertools import permutations
from pathlib import Path

import pytest

from graph_service.domain.workspace import Workspace
from graph_service.graph.driver import Database
from graph_service.graph.system import SystemGateway
from graph_service.ingest.connector import AccountRecord, Address, SourceRecord
from graph_service.ingest.connectors.tickets import TicketsConnector
from graph_service.ingest.dead_letters import DeadLetters
from graph_service.ingest.feed_records import ProfileRecord
from graph_service.ingest.pipeline import Pipeline
from graph_service.ingest.source_records import TicketRecord
from tests.integration.memory import END, START, MemoryConnector, mail
from tests.integration.people_world import ANA, BEN, HERE, event_count, load, named_facts, new_workspace, people, rows
from tests.integration.test_domain_moves import NEW, OLD, customers, signed
from tests.integration.test_domain_moves import letters as moving
from tests.integration.test_same_facts import differences

pytestmark = pytest.mark.neo4j
ODA, PER = Address("oda77@gmail.com", "Oda Lie"), Address("per.holt@work.example", "Per Holt")
AT = START + timedelta(days=20)
FOUND = (
    "MATCH (ticket:Ticket {workspace_id: $workspace_id}) RETURN ticket.source_id AS ticket, "
    "COLLECT { MATCH (ticket)-[:ABOUT]->(account) RETURN account.name ORDER BY account.name } AS accounts, "
    "COLLECT { MATCH (ticket)<-[:TOOK_PART {role: 'from'}]-(who) "
    "RETURN labels(who)[0] + ' ' + coalesce(who.in_crm, '') } AS who ORDER BY ticket"
)


def accounts() -> list[SourceRecord]:
    """Kelp is known by its id in the CRM, Marl by its website, Tern by a key."""
    return [
        AccountRecord(HERE, "fake", "A17", "Kelp Works", START),
        AccountRecord(HERE, "fake", "A18", "Marl Mills", START, domains=("marl.example",)),
        AccountRecord(HERE, "fake", "A19", "Tern Trade", START, keys=("tenant-4",)),
    ]


def ticket(number: int, who: Address, *keys: str) -> SourceRecord:
    """A ticket whose requester is in an organization with keys."""
    return TicketRecord(
        HERE, "desk", f"T{number}", "Export", AT, AT, AT, "The export is broken.", "open", requester=who, assignee=BEN,
        organization_name="Some firm", organization_keys=keys,
    )  # fmt: skip


def tickets() -> list[SourceRecord]:
    """Three from private addresses, one of whom is in two organizations, and one from an address at work."""
    return [
        ticket(1, ODA, "a17"),
        ticket(2, Address("siv1@gmail.com", "Siv Moen"), "unknown", "marl.example"),
        ticket(3, Address("tea2@gmail.com", "Tea Blom"), "A17"),
        ticket(4, Address("tea2@gmail.com", "Tea Blom"), "tenant-4"),
        ticket(5, PER, "A17"),
        ticket(6, Address("una3@gmail.com", "Una Fjell"), "nobody's"),
    ]


def letters() -> list[SourceRecord]:
    """Mail from one of them."""
    return [mail(1, ODA, (BEN,), day=30)]


PARTS = {"accounts": accounts(), "tickets": tickets(), "letters": letters()}


async def loaded(database: Database, folder: Path, *parts: Sequence[SourceRecord]) -> Workspace:
    """Load parts one after another into a new workspace."""
    workspace = await new_workspace(database)
    await load(database, workspace, folder, *parts, each=True)
    return workspace


async def test_a_ticket_from_home_is_of_the_account_of_its_organization(database: Database, tmp_path: Path) -> None:
    """Whoever is in organizations of two accounts is at neither; whoever writes from work is there."""
    expected = [
        {"ticket": "T1", "accounts": ["Kelp Works"], "who": ["Stakeholder false"]},
        {"ticket": "T2", "accounts": ["Marl Mills"], "who": ["Stakeholder false"]},
        {"ticket": "T3", "accounts": [], "who": ["Contact "]},
        {"ticket": "T4", "accounts": [], "who": ["Contact "]},
        {"ticket": "T5", "accounts": ["work.example"], "who": ["Stakeholder false"]},
        {"ticket": "T6", "accounts": [], "who": ["Contact "]},
    ]
    facts = []
    for order in permutations(PARTS):
        workspace = await loaded(database, tmp_path, *(PARTS[name] for name in order))
        assert await rows(database, workspace, FOUND) == expected, order
        facts.append(await named_facts(database, workspace))
        told = await event_count(database, workspace)
        await load(database, workspace, tmp_path)
        assert await event_count(database, workspace) == told
    for one in facts[1:]:
        assert differences(facts[0], one) == []


async def test_the_private_mail_of_a_requester_follows_the_ticket(database: Database, tmp_path: Path) -> None:
    workspace = await loaded(database, tmp_path, letters(), accounts(), tickets())
    text = "MATCH (mail:Email {workspace_id: $workspace_id})-[:ABOUT]->(account) RETURN account.name AS account"
    assert await rows(database, workspace, text) == [{"account": "Kelp Works"}]


async def test_an_account_that_is_known_by_the_key_later_gets_the_place(database: Database, tmp_path: Path) -> None:
    """A key that two accounts claim in the end is nobody's."""
    workspace = await loaded(database, tmp_path, tickets()[:1], accounts())
    assert (await rows(database, workspace, FOUND))[0]["accounts"] == ["Kelp Works"]
    other: list[SourceRecord] = [AccountRecord(HERE, "other", "A17", "Kelp Too", START)]
    await load(database, workspace, tmp_path, other)
    assert (await rows(database, workspace, FOUND))[0] == {"ticket": "T1", "accounts": [], "who": ["Contact "]}


async def test_an_organization_known_by_a_domain_that_moves_is_the_firm_it_moved_to(
    database: Database, tmp_path: Path
) -> None:
    """The place follows from whose the domain is in the end, said in one go or in several, in any order."""
    parts: list[list[SourceRecord]] = [customers(), moving(), [ticket(1, ODA, NEW)]]
    facts = []
    for order, each in ((parts, False), (parts, True), (parts[::-1], False), (parts[::-1], True)):
        workspace = await new_workspace(database)
        system = SystemGateway(database, workspace.workspace_id)
        pipeline = Pipeline(system, workspace, DeadLetters(tmp_path, workspace.workspace_id), END)
        for part in order:
            await pipeline.run(MemoryConnector.of(part))
            if each:
                await pipeline.finish()
        if not each:
            await pipeline.finish()
        assert (await rows(database, workspace, FOUND))[0]["accounts"] == ["Otterwell Mills"]
        facts.append(await named_facts(database, workspace))
        await pipeline.finish()
        assert differences(facts[-1], await named_facts(database, workspace)) == []
    for one in facts[1:]:
        assert differences(facts[0], one) == []


async def test_the_place_of_a_key_decides_neither_who_is_who_nor_whose_a_domain_is(
    database: Database, tmp_path: Path
) -> None:
    """Two of a firm of their own write tickets from home for Kelp."""
    names = ("Henrike Aas", "Tomasz Wrona")
    homes = [Address(f"{name.split()[0].lower()}.{name.split()[1].lower()}@gmail.com", name) for name in names]
    works = [Address(home.address.replace("gmail.com", OLD), home.name) for home in homes]
    mails = [
        mail(number, who, (ANA,), day=30 + number, text=signed(who.name)) for number, who in enumerate([*homes, *works])
    ]
    keyed = [ticket(number, home, "A17") for number, home in enumerate(homes)]
    workspace = await loaded(database, tmp_path, accounts(), mails, keyed)
    text = (
        "MATCH (domain:Domain {workspace_id: $workspace_id})-[:BELONGS_TO]->(one) WHERE NOT one.in_crm "
        "RETURN domain.name AS name, one.name AS account"
    )
    assert await people(database, workspace) == {
        frozenset({home.address, work.address}): ["Kelp Works", OLD] for home, work in zip(homes, works, strict=True)
    }
    assert await rows(database, workspace, text) == [{"name": OLD, "account": OLD}]


async def test_who_bears_a_name_at_the_account_of_a_key_is_not_taken_for_the_same(
    database: Database, tmp_path: Path
) -> None:
    page = "linkedin.com/in/oda-lie-1"
    profile: list[SourceRecord] = [ProfileRecord(HERE, page, "Oda Lie", AT, "Kelp Works", "Buyer")]
    for parts in ((accounts(), tickets()[:1], profile), (profile, tickets()[:1], accounts())):
        workspace = await loaded(database, tmp_path, *parts)
        found = await people(database, workspace)
        assert found == {frozenset({ODA.address}): ["Kelp Works"], frozenset({page}): []}


async def test_a_zendesk_export_says_what_its_organizations_are_known_by(tmp_path: Path) -> None:
    path = tmp_path / "export.json"
    ticket = {"subject": "One", "description": "Broken.", "created_at": "2026-01-25T08:00:00Z", "requester_id": 1}
    path.write_text(json.dumps({
        "organizations": [
            {"id": 7, "name": "Kelp", "external_id": "A17", "domain_names": ["kelp.example"]},
            {"id": 8, "name": "Marl", "external_id": None, "domain_names": []},
        ],
        "users": [{"id": 1, "name": "Oda Lie", "email": ODA.address, "role": "end-user", "organization_id": 7}],
        "tickets": [
            {"id": 1, **ticket},
            {"id": 2, **ticket, "organization_id": 8},
        ],
    }))  # fmt: skip
    connector = TicketsConnector(TicketsConnector.Config(path=path))
    found = [one async for one in connector.records(str(path))]
    assert [one.organization_keys for one in found if isinstance(one, TicketRecord)] == [("A17", "kelp.example"), ()]
