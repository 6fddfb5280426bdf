"""Wider CRM exports: ids of two lengths, owners by name, notes, keys, opt-outs, and records that were merged."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from graph_service.domain.workspace import Workspace
from graph_service.ingest.connector import (
    AccountRecord,
    ContactRecord,
    OpportunityRecord,
    Rejected,
    ShareRecord,
    SourceRecord,
    UserRecord,
)
from graph_service.ingest.connectors.crm import CrmConnector
from graph_service.ingest.connectors.crm_ids import people_in, record_id, record_ids
from graph_service.ingest.crm_rows import contact_rows, crm_identity_row
from graph_service.ingest.feed_queries import UserKeyRow
from graph_service.ingest.feed_records import NoteRecord
from graph_service.ingest.owners import Owners
from graph_service.ingest.places import Place
from tests.conftest import shared

PLACE = Place("memory", "row 1")
EXPORTED = datetime(2026, 4, 1, tzinfo=UTC)
HERE = Workspace("w", "Test", ("ours.example",), "UTC", "GB", "salt")


async def read(folder: Path, **tables: str) -> list[SourceRecord | Rejected]:
    for name, text in tables.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    connector = CrmConnector(CrmConnector.Config(path=folder, known_at=EXPORTED))
    return [record for source in connector.sources() async for record in connector.records(source)]


def test_the_short_and_the_long_id_of_a_salesforce_record_are_one() -> None:
    assert record_id("001300000000000", "salesforce") == "001300000000000AAA"
    assert record_id("001ABCDEFGHIJKL", "salesforce") == "001ABCDEFGHIJKLY55"
    assert record_id("001ABCDEFGHIJKLY55", "salesforce") == "001ABCDEFGHIJKLY55"
    assert record_id("001ABCDEFGHIJKL", "hubspot") == "001ABCDEFGHIJKL"
    assert record_ids("001300000000000; 001300000000000AAA", "salesforce") == ["001300000000000AAA"]


@pytest.mark.parametrize(
    ("cell", "people"),
    [
        ("40411;40548", ["40411", "40548"]),
        ("40411, 40548", ["40411", "40548"]),
        ("ada@ours.example, bea@ours.example", ["ada@ours.example", "bea@ours.example"]),
        ("Ada Byron; Bea Ours", ["Ada Byron", "Bea Ours"]),
        ("Byron, Ada", ["Byron, Ada"]),
        ("n/a", []),
    ],
)
def test_a_cell_of_people_holds_ids_addresses_or_names(cell: str, people: list[str]) -> None:
    assert people_in(cell, "hubspot") == people


def test_an_owner_is_found_by_id_address_and_name() -> None:
    exported = [UserRecord(PLACE, "hubspot", "7", "ada@ours.example", "Ada Byron")]
    stored = [
        UserKeyRow("bea@ours.example", "Bea Ours", ["workspace:bea@ours.example"]),
        UserKeyRow("cy1@ours.example", "Cy Two", ["hubspot:1"]),
        UserKeyRow("cy2@ours.example", "Cy Two", ["hubspot:2"]),
    ]
    owners = Owners(exported, stored)
    for said in ("7", "ADA@ours.example", "Ada Byron", "byron, ada"):
        assert owners.crm_id("hubspot", said) == "hubspot:7"
    assert owners.crm_id("hubspot", "Bea Ours") == "workspace:bea@ours.example"
    assert owners.crm_id("hubspot", "Cy Two") == "hubspot:Cy Two"
    assert owners.crm_id("hubspot", "99") == "hubspot:99"


async def test_keys_contract_values_and_shares_of_hubspot_companies(tmp_path: Path) -> None:
    head = "Record ID,Company name,Company Domain Name,Company owner,Shared with,External account key,"
    head += "Annual contract value\n"
    records = await read(tmp_path, companies=head + '11,North,north.example,Ada Byron,40411;40548,org-1,"23,300"\n')
    account = records[0]
    assert isinstance(account, AccountRecord)
    assert (account.system, account.keys, account.arr) == ("hubspot", ("org-1",), 23_300.0)
    shares = [(one.user_source_id, one.level) for one in records if isinstance(one, ShareRecord)]
    assert shares == [("Ada Byron", "owner"), ("40411", "read"), ("40548", "read")]


async def test_the_pipeline_called_renewal_makes_a_deal_a_renewal(tmp_path: Path) -> None:
    head = "Record ID,Deal Name,Amount,Deal Stage,Pipeline,Close Date,Associated Company ID,Deal owner\n"
    rows = "1,North 2026,100,closedwon,renewal,2026-03-01,11,7\n2,North more,100,contractsent,default,2026-03-01,11,7\n"
    deals = [one for one in await read(tmp_path, deals=head + rows) if isinstance(one, OpportunityRecord)]
    assert [(one.kind, one.is_won) for one in deals] == [("renewal", True), ("other", None)]


async def test_notes_of_contacts_and_tasks_are_dated_and_tasks_without_words_say_nothing(tmp_path: Path) -> None:
    contacts = (
        "Id,AccountId,FirstName,LastName,Email,HasOptedOutOfEmail,Description,LastModifiedDate\n"
        "0031,0011,Ida,North,ida@n.example,true,left the company,2026-02-01T00:00:00.000Z\n"
        "0032,0011,Jon,North,jon@n.example,,,2026-02-01T00:00:00.000Z\n"
    )
    tasks = (
        "Id,WhatId,WhoId,OwnerId,Subject,Status,ActivityDate,Description\n"
        "00T1,0011,0031,0051,Call,Completed,2026-03-05,not reachable\n"
        "00T2,0011,,0051,Call,Open,2026-09-01,planned for later\n"
        "00T3,0011,,0051,Call,Open,2026-03-05,\n"
    )
    records = await read(tmp_path, Contact=contacts, Task=tasks)
    notes = [one for one in records if isinstance(one, NoteRecord)]
    assert [(one.source_id, one.text, one.contact_source_id, f"{one.at:%Y-%m-%d}") for one in notes] == [
        ("contact/0031", "left the company", "0031", "2026-02-01"),
        ("00T1", "not reachable", "0031", "2026-03-05"),
        ("00T2", "planned for later", "", "2026-04-01"),
    ]
    assert [one.opted_out for one in records if isinstance(one, ContactRecord)] == [True, None]
    assert not [one for one in records if isinstance(one, Rejected)]


async def test_a_list_of_work_without_a_column_of_words_is_passed_over(tmp_path: Path) -> None:
    assert await read(tmp_path, Task="Id,WhatId,WhoId,Subject,ActivityDate\n00T1,0011,0031,Call,2026-03-05\n") == []


def contact(email: str = "ida@n.example", account: str = "A1") -> ContactRecord:
    return ContactRecord(PLACE, "fake", "C1", "Ida North", EXPORTED, account, email, "Head", "+49 30 1234567")


def test_identities_stay_with_the_contact_they_were_merged_into() -> None:
    """A merge is not undone by the next export."""
    crm, email = HERE.ids.uid("identity", "crm", "fake:C1"), HERE.ids.uid("identity", "email", "ida@n.example")
    rows, place = contact_rows(contact(), HERE, {crm: "merged", email: "merged"})
    assert {row["uid"] for row in rows} == {"merged"}
    assert place is not None
    assert place["contact_uid"] == "merged"
    rows, place = contact_rows(contact(), HERE, {email: "mailer"})
    assert {row["uid"] for row in rows} == {"mailer"}
    rows, place = contact_rows(contact(), HERE, {crm: "one", email: "other"})
    assert {row["identity_uid"]: row["uid"] for row in rows} == {crm: "one", email: "other"}
    assert place is not None
    assert place["contact_uid"] == "one"


def test_the_record_says_what_people_are_matched_by() -> None:
    row = crm_identity_row(contact(), HERE)
    said = row["properties"]
    assert (said["name"], said["title"], said["phone"]) == ("Ida North", "Head", "+49 30 1234567")
    assert (said["address"], said["name_rank"]) == ("ida@n.example", None)
    assert crm_identity_row(contact(account=""), HERE)["properties"]["name_rank"]


async def test_a_whole_foreign_world_is_read_without_a_rejection() -> None:
    connector = CrmConnector(CrmConnector.Config(path=shared("town_small", "input", "crm"), known_at=EXPORTED))
    records = [record for source in connector.sources() async for record in connector.records(source)]
    kinds = {AccountRecord, ContactRecord, UserRecord, ShareRecord, OpportunityRecord, NoteRecord}
    assert {type(one) for one in records} == kinds
    accounts = {(one.system, one.source_id) for one in records if isinstance(one, AccountRecord)}
    assert {(one.system, one.account_source_id) for one in records if isinstance(one, ShareRecord)} <= accounts
