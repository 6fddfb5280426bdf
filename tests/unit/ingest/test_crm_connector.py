"""The CRM connector end to end, on files as people really export them."""

import tracemalloc
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from pydantic import BaseModel
from structlog.testing import capture_logs

from graph_service.errors import SourceError, UsageError
from graph_service.ingest.connector import (
    AccountRecord,
    Connector,
    ContactRecord,
    OpportunityRecord,
    Rejected,
    ShareRecord,
    SourceRecord,
    UserRecord,
)
from graph_service.ingest.connectors.crm import CrmConfig, CrmConnector
from graph_service.ingest.testing import check_connector

EXPORT = datetime(2026, 6, 30, tzinfo=UTC)
Records = list[SourceRecord | Rejected]


async def read(path: Path, mapping: Path | None = None, since: int = 0) -> Records:
    connector = CrmConnector(CrmConfig(path=path, known_at=EXPORT, mapping=mapping))
    return [record for source in connector.sources() for record in [r async for r in connector.records(source, since)]]


def write(folder: Path, name: str, text: str) -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="")
    return file


SF_ACCOUNT = (
    "Id,Name,Website,Type,BillingCountryCode,OwnerId,AnnualRevenue,ARR__c,Renewal_Date__c,CreatedDate,LastModifiedDate\n"
    "001A,Harrowgate Mills,https://www.harrowgate.example,Customer - Direct,GB,005A,9000000,88000,2026-11-30,"
    "2020-01-08T07:52:00.000Z,2026-05-18T13:31:00.000Z\n"
    "001B,Quist & Sons,quist.example;quist-group.example,Former Customer,DE,,500000,,,"
    "2021-01-08T07:52:00.000Z,2027-05-18T13:31:00.000Z\n"
)


async def test_salesforce_accounts_become_accounts_and_owner_claims(tmp_path: Path) -> None:
    """AnnualRevenue is the firm's own turnover and never our ARR; a later change than the export is not believed."""
    account, owner, former = await read(write(tmp_path, "export.csv", SF_ACCOUNT))
    assert isinstance(account, AccountRecord)
    assert (account.system, account.source_id, account.name) == ("salesforce", "001A", "Harrowgate Mills")
    assert (account.arr, account.renewal_at, account.domains) == (88_000.0, date(2026, 11, 30), ("harrowgate.example",))
    assert (account.lifecycle, account.country, account.owner_source_id) == ("customer", "GB", "005A")
    assert account.known_at == datetime(2026, 5, 18, 13, 31, tzinfo=UTC)
    assert isinstance(owner, ShareRecord)
    assert (owner.account_source_id, owner.user_source_id, owner.level) == ("001A", "005A", "owner")
    assert isinstance(former, AccountRecord)
    assert (former.arr, former.lifecycle, former.known_at) == (None, "former", EXPORT)
    assert former.domains == ("quist.example", "quist-group.example")


async def test_annual_revenue_alone_is_never_taken_for_arr(tmp_path: Path) -> None:
    file = write(tmp_path, "a.csv", "Account ID,Account Name,Annual Revenue,Billing Country\n1,Harrowgate,88000,GB\n")
    (account,) = await read(file)
    assert isinstance(account, AccountRecord)
    assert account.arr is None


HUBSPOT_COMPANIES = (
    "Record ID,Company name,Company Domain Name,Lifecycle Stage,Company owner,Shared with,Annual contract value,"
    "Create Date,Last Modified Date\n"
    "77,Harrowgate Mills,harrowgate.example,customer,40,41;42;40,23300,"
    "2022-04-05T10:33:00.000Z,2026-01-09T15:56:00.000Z\n"
    "78,Quist,quist.example,opportunity,,,,2022-04-05 10:33,2026-01-09 15:56\n"
)


async def test_hubspot_shared_with_becomes_one_claim_per_user(tmp_path: Path) -> None:
    """Decision 14: connectors emit claims of shares and owners."""
    records = await read(write(tmp_path, "c.csv", HUBSPOT_COMPANIES))
    claims = [(r.user_source_id, r.level) for r in records if isinstance(r, ShareRecord)]
    assert claims == [("40", "owner"), ("41", "read"), ("42", "read")]
    accounts = [r for r in records if isinstance(r, AccountRecord)]
    assert [(a.system, a.arr, a.lifecycle) for a in accounts] == [
        ("hubspot", 23_300.0, "customer"),
        ("hubspot", None, "prospect"),
    ]


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("Account ID,Account Name,Website,Annual Contract Value,Contract End Date", "account"),
        ("AccountId,Account_Name__c,Website,ARR,Renewal Date", "account"),
        ("Account Id,Name,Company Domain Name,Annual Recurring Revenue,Next Renewal Date", "account"),
        ("Id,AccountId,FirstName,LastName,Email", "contact"),
        ("Record ID,First Name,Last Name,Email,Associated Company ID", "contact"),
        ("Contact ID,Full Name,Email Address,Account ID,Job Title", "contact"),
        ("Id,Username,Email,Name,IsActive", "user"),
        ("id,email,firstName,lastName,archived", "user"),
        ("Id,AccountId,UserOrGroupId,AccountAccessLevel,RowCause", "share"),
        ("Account ID,User ID,Team Member Role,Account Access,Id", "share"),
        ("Id,AccountId,Name,StageName,CloseDate", "opportunity"),
        ("Opportunity ID,Opportunity Name,Stage,Amount,Close Date", "opportunity"),
        ("Record ID,Deal Name,Amount,Deal Stage,Pipeline", "opportunity"),
    ],
)
async def test_a_table_is_recognised_by_its_columns_whatever_its_file_name(
    tmp_path: Path, header: str, expected: str
) -> None:
    kinds: dict[type, str] = {
        AccountRecord: "account",
        ContactRecord: "contact",
        UserRecord: "user",
        ShareRecord: "share",
        OpportunityRecord: "opportunity",
    }
    records = await read(write(tmp_path, "report1718.csv", f"{header}\na1,b2,c3,d@x.example,e5\n"))
    assert kinds[type(records[0])] == expected


async def test_contacts_users_and_opportunities_keep_their_ids_and_states(tmp_path: Path) -> None:
    write(
        tmp_path,
        "Contact.csv",
        "Id,AccountId,FirstName,LastName,Title,Email,Phone\n003A,001A,Ada,Quist,CFO,ADA@Harrowgate.example,+1\n",
    )
    write(
        tmp_path,
        "User.csv",
        "Id,Username,Email,FirstName,LastName,IsActive\n005A,u,a@tern.example,Ida,Vane,true\n005B,u,b@tern.example,Per,Lund,false\n",
    )
    write(
        tmp_path,
        "deals/Opportunity.csv",
        "Id,AccountId,Name,StageName,Amount,CloseDate,Type\n"
        "006A,001A,Harrowgate 2026,Closed Won,€88.700,2026-06-15,Renewal\n"
        "006B,001A,Extra seats,Negotiation,17053,2026-09-05,New Business\n"
        "006C,001A,Renewal 2025,Closed Lost,5,2025-09-05,\n",
    )
    contact, ida, per, won, open_, lost = await read(tmp_path)
    assert isinstance(contact, ContactRecord)
    assert (contact.name, contact.email, contact.account_source_id) == ("Ada Quist", "ada@harrowgate.example", "001A")
    assert isinstance(ida, UserRecord)
    assert isinstance(per, UserRecord)
    assert (ida.active, per.active) == (True, False)
    opportunities = [r for r in (won, open_, lost) if isinstance(r, OpportunityRecord)]
    assert [(o.kind, o.is_won, o.amount) for o in opportunities] == [
        ("renewal", True, 88_700.0),
        ("other", None, 17_053.0),
        ("renewal", False, 5.0),
    ]


async def test_archived_hubspot_owners_are_inactive(tmp_path: Path) -> None:
    records = await read(
        write(
            tmp_path,
            "o.csv",
            "id,email,firstName,lastName,teams,archived\n40,a@tern.example,Ida,Vane,CS,false\n41,b@tern.example,Per,Lund,CS,true\n",
        )
    )
    assert [(r.system, r.active) for r in records if isinstance(r, UserRecord)] == [
        ("hubspot", True),
        ("hubspot", False),
    ]


async def test_an_owner_row_of_a_share_table_is_an_owner_claim_and_no_access_is_none(tmp_path: Path) -> None:
    text = (
        "Id,AccountId,UserOrGroupId,AccountAccessLevel,RowCause\n"
        "1,001A,005A,All,Owner\n2,001A,005B,Edit,Manual\n3,001A,005C,None,Manual\n"
    )
    first, second, none = await read(write(tmp_path, "s.csv", text))
    assert isinstance(first, ShareRecord)
    assert isinstance(second, ShareRecord)
    assert [(r.level, r.reason) for r in (first, second)] == [("owner", "Owner"), ("edit", "Manual")]
    assert isinstance(none, Rejected)


async def test_tasks_are_passed_over_and_unknown_tables_are_set_aside_with_a_remedy(tmp_path: Path) -> None:
    write(tmp_path, "Task.csv", "Id,WhatId,WhoId,OwnerId,Subject,Status,ActivityDate\n1,2,3,4,Call,Open,2026-01-01\n")
    unknown = write(tmp_path, "weather.csv", "day,rain\n2026-01-01,4\n")
    with capture_logs() as logs:
        (rejected,) = await read(tmp_path)
    assert [(entry["event"], entry["file"]) for entry in logs] == [("crm_file_ignored", str(tmp_path / "Task.csv"))]
    assert isinstance(rejected, Rejected)
    assert rejected.place.file == str(unknown)
    assert "'rain'" in rejected.reason
    assert "mapping" in rejected.remedy
    with pytest.raises(SourceError, match="fit no known"):
        await read(unknown)


@pytest.mark.parametrize("header", ["Name,Website,BillingCountry,ARR", "Id,Website,BillingCountry,ARR"])
async def test_a_missing_needed_column_names_file_column_found_columns_and_remedy(tmp_path: Path, header: str) -> None:
    file = write(tmp_path, "a.csv", f"{header}\n1,2,3,4\n")
    with pytest.raises(SourceError) as caught:
        await read(file)
    missing = "name" if header.startswith("Id") else "id"
    assert str(file) in caught.value.message
    assert f"no column for {missing}" in caught.value.message
    assert "'BillingCountry'" in caught.value.message
    assert "mapping file" in caught.value.hint


async def test_a_doubled_column_is_an_error_only_where_it_is_used(tmp_path: Path) -> None:
    fine = write(tmp_path, "a.csv", "Id,Name,Website,Notes,Notes\n1,Harrowgate,harrowgate.example,x,y\n")
    assert len(await read(fine)) == 1
    file = write(tmp_path, "b.csv", "Id,Name,Website,ARR,arr\n1,Harrowgate,harrowgate.example,1,2\n")
    with pytest.raises(SourceError, match="there twice"):
        await read(file)


async def test_of_two_columns_for_one_field_the_better_known_one_with_a_value_counts(tmp_path: Path) -> None:
    file = write(
        tmp_path, "a.csv", "Id,Name,Website,Annual Contract Value,ARR__c\n1,A,a.example,500,700\n2,B,b.example,500,\n"
    )
    records = await read(file)
    assert [r.arr for r in records if isinstance(r, AccountRecord)] == [700.0, 500.0]


async def test_bad_rows_are_set_aside_by_row_and_good_ones_land(tmp_path: Path) -> None:
    text = (
        "Id,Name,Website,ARR,Renewal Date,IsDeleted\n"
        "1,Harrowgate,harrowgate.example,88k,2026-11-30,false\n"
        ",Nameless,x.example,1,,false\n"
        "3,,x.example,1,,false\n"
        "4,Gone,x.example,1,,true\n"
        "5,Short\n"
        "6,Quist,quist.example,a lot,03/04/2026,false\n"
    )
    records = await read(write(tmp_path, "a.csv", text))
    assert [r.source_id for r in records if isinstance(r, AccountRecord)] == ["1", "6"]
    rejected = [r for r in records if isinstance(r, Rejected)]
    assert [r.place.position for r in rejected] == ["row 3", "row 4", "row 5", "row 6", "row 7"]
    assert "'Id'" in rejected[0].reason
    assert "deleted" in rejected[2].reason
    assert "ARR" in rejected[4].reason
    assert "Renewal Date: '03/04/2026' may mean day first or month first" in rejected[4].reason
    assert all(r.remedy for r in rejected)
    account = records[-2]
    assert isinstance(account, AccountRecord)
    assert (account.arr, account.renewal_at) == (None, None)


async def test_reading_resumes_exactly_after_any_record_even_within_a_row(tmp_path: Path) -> None:
    file = write(tmp_path, "c.csv", HUBSPOT_COMPANIES + "79\n80,Third,third.example,lead,40,41,soon,,\n")
    whole = await read(file)
    for done, record in enumerate(whole, start=1):
        assert await read(file, since=record.place.offset) == whole[done:]


async def test_a_new_export_at_the_same_place_is_read_from_its_start(tmp_path: Path) -> None:
    """An offset of the old file, or a number of bytes, must not hide rows of the new one."""
    file = write(tmp_path, "a.csv", SF_ACCOUNT)
    old = await read(file)
    size = file.stat().st_size
    write(tmp_path, "a.csv", SF_ACCOUNT.replace("88000", "96000"))
    new = await read(file)
    assert [r.arr for r in new if isinstance(r, AccountRecord)] == [96_000.0, None]
    for since in (0, size, size * 2, old[-1].place.offset):
        assert await read(file, since=since) == new


async def test_the_connector_keeps_the_contract(tmp_path: Path) -> None:
    write(tmp_path, "companies.csv", HUBSPOT_COMPANIES + "79\n80,Third,third.example,lead,40,41,soon,,\n")
    write(tmp_path, "Account.csv", SF_ACCOUNT)
    report = await check_connector(CrmConnector(CrmConfig(path=tmp_path, known_at=EXPORT)), expected_rejections=2)
    assert (report.sources, report.rejected) == (2, 2)
    assert report.resumes == report.records >= 12


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
async def test_a_file_in_any_encoding_and_with_any_delimiter_gives_the_same_records(
    tmp_path: Path, encoding: str
) -> None:
    text = "Id;Name;Website;Type\n"
    text += "1;Müller & Söhne GmbH;müller.example;Customer\n2;Château Légère;legere.example;Prospect\n"
    file = tmp_path / "a.csv"
    file.write_bytes(text.replace(";", "\t").encode(encoding))
    records = await read(file)
    assert [r.name for r in records if isinstance(r, AccountRecord)] == ["Müller & Söhne GmbH", "Château Légère"]


async def test_names_that_cannot_be_decoded_are_reported(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes(("Id,Name,Website\n" + "1,Müller,m.example\n" * 9).encode() + b"2,M\xfcller,n.example\n")
    records = await read(file)
    assert isinstance(records[-1], Rejected)
    assert "cannot be decoded" in records[-1].reason


def test_sources_are_sorted_recursive_and_leave_out_what_is_hidden(tmp_path: Path) -> None:
    for name in ["b.csv", "a/z.CSV", "a/y.tsv", ".hidden/x.csv", "__MACOSX/a.csv", "._b.csv", "~lock.csv", "notes.txt"]:
        write(tmp_path, name, "Id,Name\n")
    connector = CrmConnector(CrmConfig(path=tmp_path, known_at=EXPORT))
    assert connector.sources() == [str(tmp_path / name) for name in ("a/y.tsv", "a/z.CSV", "b.csv")]
    assert connector.total_bytes() == 3 * len("Id,Name\n")
    assert isinstance(connector, Connector)


class Foreign(BaseModel):
    """A configuration of some other connector."""


def test_a_missing_path_an_empty_folder_and_a_foreign_config_are_errors(tmp_path: Path) -> None:
    for path in (tmp_path / "absent", tmp_path):
        with pytest.raises(SourceError) as caught:
            CrmConnector(CrmConfig(path=path, known_at=EXPORT)).sources()
        assert caught.value.hint
    with pytest.raises(UsageError):
        CrmConnector(Foreign())


def test_an_export_date_without_a_zone_is_utc() -> None:
    assert CrmConfig.model_validate({"path": "x", "known_at": "2026-06-30T00:00:00"}).known_at == EXPORT


async def test_memory_stays_flat_on_a_long_file(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    with file.open("w", encoding="utf-8") as out:
        out.write("Id,Name,Website,Notes\n")
        out.writelines(f"{i},Firm {i},firm{i}.example,{'x' * 500}\n" for i in range(20_000))
    connector = CrmConnector(CrmConfig(path=file, known_at=EXPORT))
    tracemalloc.start()
    try:
        count = 0
        async for _ in connector.records(str(file)):
            count += 1
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert count == 20_000
    assert peak < file.stat().st_size / 2
