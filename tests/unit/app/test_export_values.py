"""How exported values look, and what a table can safely hold."""

import csv
import io
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_service.app.export_files import Format, writer_of
from graph_service.app.export_values import FORMULAS, cells, columns, opaque, printed
from graph_service.app.exporting import ROWS, What
from graph_service.resolvers.export_rows import Day, Key, Moment, Named, Ref, Term
from graph_service.schema.ids import Kind, decode_id


@dataclass(frozen=True, slots=True)
class Row:
    """One of each kind of value."""

    key: Key
    id: Ref
    at: Moment | None
    day: Day | None
    score: float | None
    open: bool
    text: str | None
    terms: list[Term] | None
    names: list[str]
    account: Named | None
    people: list[Named]


FULL = Row(
    Key("k"), Ref("contact:c1"), Moment(1_768_003_200_123), Day(20463), -0.5, True, "Head, or so",
    [Term("activity", 2.5)], ["a;b", "c"], Named(Ref("account:a1"), "North"), [Named(Ref("user:u1"), "Ana = Ben")],
)  # fmt: skip
EMPTY = Row(Key("k"), Ref("contact:c1"), None, None, None, False, None, None, [], None, [])


def test_the_type_of_a_field_says_how_it_is_printed_and_keys_are_not() -> None:
    found = printed(FULL, "here")
    assert "key" not in found
    assert decode_id(found["id"], Kind.CONTACT, "here") == "c1"
    assert found["at"] == "2026-01-10T00:00:00.123000Z"
    assert (found["day"], found["terms"], found["score"]) == ("2026-01-10", {"activity": 2.5}, -0.5)
    assert found["people"] == [{"id": opaque("user:u1", "here"), "name": "Ana = Ben"}]


def test_a_table_has_the_same_columns_whether_values_are_there_or_not() -> None:
    names = columns(Row)
    assert names == (
        "id",
        "at",
        "day",
        "score",
        "open",
        "text",
        "terms",
        "names",
        "account_id",
        "account_name",
        "people",
    )
    assert len(cells(FULL, "here")) == len(cells(EMPTY, "here")) == len(names)
    assert cells(EMPTY, "here")[1:] == ["", "", "", "false", "", "", "", "", "", ""]


def test_lists_and_terms_become_one_cell_and_a_separator_inside_a_part_is_escaped() -> None:
    found = dict(zip(columns(Row), cells(FULL, "here"), strict=True))
    assert found["terms"] == "activity=2.5"
    assert found["names"] == r"a\;b; c"
    assert found["people"].endswith(r"name=Ana \= Ben")
    assert found["account_name"] == "North"


@pytest.mark.parametrize("text", ["=1+1", "+49 30", "-x", "@sum", "\t=1", "\r=1", "\n=1"])
def test_text_that_a_spreadsheet_would_run_gets_an_apostrophe(text: str) -> None:
    row = Row(Key("k"), Ref("contact:c"), None, None, None, False, text, None, [text], None, [])
    found = dict(zip(columns(Row), cells(row, "here"), strict=True))
    assert found["text"] == f"'{text}"
    assert not found["names"].startswith(FORMULAS)


def test_a_negative_number_stays_a_number() -> None:
    assert dict(zip(columns(Row), cells(FULL, "here"), strict=True))["score"] == "-0.5"


@given(
    text=st.text(st.characters(exclude_categories=["Cs"])),
    names=st.lists(st.text(st.characters(exclude_categories=["Cs"]))),
)
def test_whatever_is_written_a_table_reads_back_with_no_formula_in_it(text: str, names: list[str]) -> None:
    row = Row(
        Key("k"), Ref("contact:c"), None, None, None, False, text, None, names, None, [Named(Ref("user:u"), text)]
    )
    stream = io.StringIO(newline="")
    writer_of(stream, Format.CSV, Row, "here")(row)
    head, body = csv.reader(io.StringIO(stream.getvalue(), newline=""))
    assert tuple(head) == columns(Row)
    assert body == cells(row, "here")
    assert not any(cell.startswith(FORMULAS) for cell in body)


@pytest.mark.parametrize("what", What)
def test_every_export_has_distinct_columns_that_begin_with_the_id(what: What) -> None:
    names = columns(ROWS[what])
    assert names[0] == "id"
    assert len(set(names)) == len(names)
