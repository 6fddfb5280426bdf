"""A whole invented firm, mail and two CRMs: its truth knows who is where, who owns what and who may see whom.

Skips where the evaluation data is not beside the checkout.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from graph_service.errors import NotFoundError
from graph_service.graph.auth import viewer_of
from graph_service.graph.driver import Database
from graph_service.graph.viewer import ViewerGateway
from graph_service.ingest.summary import Summary
from graph_service.reading.addresses import is_free_mail
from graph_service.resolvers import queries as q
from tests.conftest import shared
from tests.integration.people_world import named_facts
from tests.integration.worlds import World, differences

pytestmark = [pytest.mark.neo4j, pytest.mark.slow]

NOW = datetime(2025, 1, 31, 23, 59, 59, tzinfo=UTC)
OUR_DOMAIN = "tallyhaven.example"
PLACES = """MATCH (identity:Identity {workspace_id: $workspace_id, kind: 'email'})-[:SAME_AS]->(contact:Contact)
RETURN identity.value AS address,
  COLLECT { MATCH (contact)-[:IS]->(:Stakeholder)-[:AT]->(account:Account) RETURN account.uid } AS accounts,
  COUNT { (contact)-[:IS]->(:Stakeholder)-[:TOOK_PART {identity_uid: identity.uid}]->() } AS mails"""
ACCOUNTS = """MATCH (account:Account {workspace_id: $workspace_id})
RETURN account.uid AS uid, account.name AS name, account.crm_ids AS crm_ids, account.arr AS arr,
  toString(date(account.renewal_at)) AS renewal, account.owner_uids AS owners"""
Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Loaded:
    """The town, CRM first; `accounts` are the rows of CRM accounts by their account id in the truth."""

    world: World
    crm: Summary
    mail: Summary
    accounts: Mapping[str, Mapping[str, Any]]


def truth(name: str) -> list[Row]:
    with shared("town_small", "truth", f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def exported(*parts: str) -> list[Row]:
    with shared("town_small", "input", "crm", *parts).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def source(name: str) -> Path:
    return shared("town_small", "input", name)


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def town(database: Database, tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    world = await World.fresh(database, tmp_path_factory.mktemp("data"), NOW, OUR_DOMAIN)
    crm, mail = await world.load("crm", source("crm")), await world.load("mail", source("mail"))
    rows = {one.partition(":")[2]: row for row in await world.rows(ACCOUNTS) for one in row["crm_ids"] or ()}
    return Loaded(world, crm, mail, {row["account_id"]: rows[row["crm_id"]] for row in truth("accounts")})


async def test_nothing_is_set_aside_and_all_twelve_accounts_are_one_each(town: Loaded) -> None:
    assert (town.crm.set_aside, town.mail.set_aside) == (0, 0)
    assert len({row["uid"] for row in town.accounts.values()}) == len(truth("accounts")) == 12


async def test_everybody_seen_in_mail_is_a_contact_at_the_account_of_their_domain(town: Loaded) -> None:
    """Also where the CRM gives the account no website, and where it writes the name in another way."""
    places = {row["address"]: row["accounts"] for row in await town.world.rows(PLACES)}
    domains = {row["domain"]: town.accounts[row["account_id"]]["uid"] for row in truth("accounts")}
    seen = {row["identifier"] for row in truth("identities") if row["source"] == "mail"}
    customers = {address for address in seen if not address.endswith(OUR_DOMAIN)}
    assert len(customers) > 250
    assert customers - set(places) == set()
    at_home = {address: domains[domain] for address in customers if (domain := address.partition("@")[2]) in domains}
    assert len(at_home) > 240
    assert {address for address, account in at_home.items() if account not in places[address]} == set()
    moved = {address for address in at_home if len(places[address]) > 1}
    assert len(moved) <= 0.05 * len(at_home), "only people who changed firms are at two"


async def test_people_took_part_in_the_mails_the_truth_counts(town: Loaded) -> None:
    """The truth leaves out some automatic mail, so a few have one or two more; nobody has fewer."""
    mails = {row["address"]: row["mails"] for row in await town.world.rows(PLACES)}
    domains = {row["domain"] for row in truth("accounts")}
    rows = [
        row for row in truth("identities") if row["source"] == "mail" and row["identifier"].partition("@")[2] in domains
    ]
    short = {row["identifier"] for row in rows if mails[row["identifier"]] < int(row["times"])}
    exact = [row for row in rows if mails[row["identifier"]] == int(row["times"])]
    assert short == set()
    assert len(exact) >= 0.75 * len(rows)
    total = sum(int(row["times"]) for row in rows)
    assert sum(mails[row["identifier"]] for row in rows) <= 1.05 * total


async def test_nobody_sees_an_account_that_the_truth_hides_from_them(town: Loaded) -> None:
    """P21: of all pairs we show, none may be hidden; and every owner or share that an export names does see."""
    claimed = {
        (row["team_email"], row["account_id"])
        for row in truth("visibility")
        if await sees(town, row["team_email"], row["account_id"])
    }
    assert (
        claimed - {(row["team_email"], row["account_id"]) for row in truth("visibility") if row["can_see"] == "1"}
        == set()
    )
    named = {
        (row["team_email"], row["account_id"])
        for row in truth("visibility")
        if row["can_see"] == "1" and row["reason"] in {"owner", "share"} and town.accounts[row["account_id"]]["owners"]
    }
    assert len(named) > 15
    assert named - claimed == set()


async def sees(town: Loaded, email: str, account: str) -> bool:
    try:
        viewer = await viewer_of(town.world.database, town.world.workspace.workspace_id, email)
    except NotFoundError:
        return False
    gateway = ViewerGateway(town.world.database, viewer)
    return await gateway.first(q.ACCOUNT, q.OneAccount(town.accounts[account]["uid"])) is not None


async def test_owners_are_as_the_exports_say_and_who_left_owns_nothing(town: Loaded) -> None:
    users = {row["email"]: row["uid"] for row in await town.world.rows(
        "MATCH (user:User {workspace_id: $workspace_id}) RETURN user.email AS email, user.uid AS uid")}  # fmt: skip
    staff = {row["Id"]: users[row["Email"]] for row in exported("salesforce", "User.csv") if row["IsActive"] == "true"}
    staff |= {row["id"]: users[row["email"]] for row in exported("hubspot", "owners.csv") if row["archived"] == "false"}
    owned = {row["Id"]: staff.get(row["OwnerId"]) for row in exported("salesforce", "Account.csv")}
    owned |= {row["Record ID"]: staff.get(row["Company owner"]) for row in exported("hubspot", "companies.csv")}
    rows = {one.partition(":")[2]: row for row in town.accounts.values() for one in row["crm_ids"]}
    assert len(owned) == 12
    assert sorted(owned.values(), key=str).count(None) == 1
    assert {key: rows[key]["owners"] for key in owned} == {key: [uid] if uid else [] for key, uid in owned.items()}


async def test_arr_and_renewal_come_from_the_exports_and_are_unknown_elsewhere(town: Loaded) -> None:
    """The contract value where a column says so, else the last won deal; the next term a year after it closed."""
    rows = {one.partition(":")[2]: row for row in town.accounts.values() for one in row["crm_ids"]}
    won = {
        row["AccountId"]: row for row in exported("salesforce", "Opportunity.csv") if row["StageName"] == "Closed Won"
    }
    won_there = {
        row["Associated Company ID"]: row
        for row in exported("hubspot", "deals.csv")
        if row["Deal Stage"] == "closedwon"
    }
    for row in exported("salesforce", "Account.csv"):
        deal = won.get(row["Id"])
        assert rows[row["Id"]]["arr"] == (float(deal["Amount"]) if deal else None)
        assert rows[row["Id"]]["renewal"] == (a_year_after(deal["CloseDate"]) if deal else None)
    for row in exported("hubspot", "companies.csv"):
        deal = won_there.get(row["Record ID"])
        assert rows[row["Record ID"]]["arr"] == float(row["Annual contract value"])
        assert rows[row["Record ID"]]["renewal"] == (a_year_after(deal["Close Date"]) if deal else None)


def a_year_after(day: str) -> str:
    return (datetime.fromisoformat(day) + timedelta(days=365)).date().isoformat()


async def test_no_account_stands_for_a_free_mail_provider_or_for_us(town: Loaded) -> None:
    rows = await town.world.rows("MATCH (domain:Domain {workspace_id: $workspace_id}) RETURN domain.name AS name")
    names = {row["name"] for row in rows}
    assert names
    assert {name for name in names if is_free_mail(name) or name.endswith(OUR_DOMAIN)} == set()


async def test_mail_before_crm_gives_the_same_facts_as_crm_before_mail(
    town: Loaded, database: Database, tmp_path: Path
) -> None:
    """Decision 12: people are named by their identities, for the id of a merged contact tells which came first."""
    other = await World.fresh(database, tmp_path, NOW, OUR_DOMAIN)
    await other.load("mail", source("mail"))
    await other.load("crm", source("crm"))
    found = [await named_facts(database, world.workspace) for world in (town.world, other)]
    assert differences(*found)[:3] == []
