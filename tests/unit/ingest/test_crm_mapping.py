"""The mapping file: any CSV can be read, and a mistake in it names file, line, key and the allowed values."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from graph_service.errors import SourceError
from graph_service.ingest.connector import AccountRecord, Rejected, SourceRecord
from graph_service.ingest.connectors.crm import CrmConfig, CrmConnector
from graph_service.ingest.connectors.crm_mapping import read_mapping

EXPORT = datetime(2026, 6, 30, tzinfo=UTC)


async def read(path: Path, mapping: Path) -> list[SourceRecord | Rejected]:
    connector = CrmConnector(CrmConfig(path=path, known_at=EXPORT, mapping=mapping))
    return [record for source in connector.sources() for record in [r async for r in connector.records(source)]]


GOOD = """
system: pipedrive
tables:
  - file: "Org*.csv"
    kind: account
    columns:
      id: Org ID
      name: Organisation
      website: [Homepage, Maildomain]
      arr: Jahresvertrag
      renewal: Verlängerung
      lifecycle: Stand
    dates: day_first
    decimal: ","
    lifecycle: {Kunde: customer, Gekündigt: former}
  - file: "*.csv"
    kind: ignore
"""


async def test_a_mapping_file_reads_any_table(tmp_path: Path) -> None:
    mapping = tmp_path / "mapping.yaml"
    mapping.write_text(GOOD, encoding="utf-8")
    text = "Org ID;Organisation;Homepage;Maildomain;Jahresvertrag;Verlängerung;Stand\n"
    text += "7;Quist;;quist.example;1.200;03/04/2026;Gekündigt\n"
    (tmp_path / "organisationen.csv").write_text(text, encoding="cp1252")
    (tmp_path / "weather.csv").write_text("day,rain\n1,2\n", encoding="utf-8")
    (account,) = await read(tmp_path, mapping)
    assert isinstance(account, AccountRecord)
    assert (account.system, account.source_id, account.name) == ("pipedrive", "7", "Quist")
    assert (account.arr, account.renewal_at, account.domains) == (1200.0, date(2026, 4, 3), ("quist.example",))
    assert account.lifecycle == "former"


async def test_an_entry_without_columns_only_settles_how_dates_read(tmp_path: Path) -> None:
    mapping = tmp_path / "m.yaml"
    mapping.write_text('tables: [{file: "*.csv", kind: account, dates: month_first}]', encoding="utf-8")
    (tmp_path / "a.csv").write_text(
        "Id,Name,Website,Renewal Date\n1,Quist,quist.example,03/04/2026\n", encoding="utf-8"
    )
    (account,) = await read(tmp_path, mapping)
    assert isinstance(account, AccountRecord)
    assert account.renewal_at == date(2026, 3, 4)


async def test_a_mapped_column_that_the_file_lacks_is_named_with_its_nearest(tmp_path: Path) -> None:
    mapping = tmp_path / "m.yaml"
    mapping.write_text(
        'tables: [{file: "*.csv", kind: account, columns: {id: Org ID, name: Organization}}]', encoding="utf-8"
    )
    (tmp_path / "a.csv").write_text("Org ID,Organisation\n1,Quist\n", encoding="utf-8")
    with pytest.raises(SourceError, match=r"'Organization'.*Did you mean 'Organisation'") as caught:
        await read(tmp_path, mapping)
    assert "'Org ID', 'Organisation'" in caught.value.hint


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("tables:\n  - file: a.csv\n    kind: acount\n", 3, "Did you mean 'account'"),
        ("tables:\n  - file: a.csv\n    kind: account\n    colums: {id: X}\n", 4, "Did you mean 'columns'"),
        (
            "tables:\n  - file: a.csv\n    kind: account\n    columns:\n      id: X\n      renewl: Y\n",
            6,
            "Did you mean 'renewal'",
        ),
        ("tables:\n  - kind: account\n", 2, "Field required"),
        ("system: a\nsystem: b\n", 2, "there twice"),
        ("sytem: a\n", 1, "Did you mean 'system'"),
        ("tables:\n  - file: a.csv\n    kind: account\n    dates: dayfirst\n", 4, "Did you mean 'day_first'"),
        ("- a\n", 1, "dictionary"),
    ],
)
def test_a_mistake_names_file_line_key_and_what_was_meant(tmp_path: Path, text: str, line: int, said: str) -> None:
    file = tmp_path / "m.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(SourceError, match=said) as caught:
        read_mapping(file)
    assert f"{file}, line {line}:" in caught.value.message
    assert caught.value.hint


@pytest.mark.parametrize("content", [b"tables: [", b"\xff\xfe\x00", b"a: *unknown"])
def test_a_file_that_is_no_yaml_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "m.yaml"
    file.write_bytes(content)
    with pytest.raises(SourceError, match=r"m\.yaml"):
        read_mapping(file)


def test_a_missing_mapping_file_is_refused_and_an_empty_one_changes_nothing(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="cannot be read"):
        read_mapping(tmp_path / "absent.yaml")
    empty = tmp_path / "m.yaml"
    empty.write_text("", encoding="utf-8")
    assert read_mapping(empty).tables == []
