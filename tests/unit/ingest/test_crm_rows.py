"""Rows of dirty files: one bad row costs only itself."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_service.errors import SourceError
from graph_service.ingest.connectors.csv_open import find_dialect, open_table
from graph_service.ingest.connectors.csv_rows import MAX_CELL, BadRow, Row, read_rows


def rows_of(text: str, delimiter: str = ",") -> list[Row | BadRow]:
    return list(read_rows(io.StringIO(text, newline=""), delimiter))


def good(rows: list[Row | BadRow]) -> list[tuple[str, ...]]:
    return [row.cells for row in rows if isinstance(row, Row)]


def test_quoted_line_breaks_stay_in_their_cell() -> None:
    rows = rows_of('id,name\r\n1,"Har\nrow"\r\n2,Quist\r\n')
    assert good(rows) == [("id", "name"), ("1", "Har\nrow"), ("2", "Quist")]
    assert [row.number for row in rows] == [1, 2, 3]


def test_rows_are_numbered_as_a_spreadsheet_shows_them() -> None:
    rows = rows_of("id,name\n\n1,a\n,\n2,b\n")
    assert [(row.number, row.cells[0]) for row in rows if isinstance(row, Row)] == [(1, "id"), (3, "1"), (5, "2")]


def test_a_ragged_row_is_set_aside_and_the_next_one_lands() -> None:
    rows = rows_of("id,name\n1,a,b\n2\n3,c\n4,d,,\n")
    assert good(rows) == [("id", "name"), ("3", "c"), ("4", "d")]
    bad = [row for row in rows if isinstance(row, BadRow)]
    assert [(row.number, row.raw) for row in bad] == [(2, "1,a,b\n"), (3, "2\n")]
    assert "3 cells where the header has 2" in bad[0].reason


@pytest.mark.parametrize(
    "text", ['id,name\n1,"lost\n2,b\n3,c\n', 'id,name\n1,"lost\n2,b\n3,"c"\n', 'id,name\n"1,lost\n2,b\n3,c\n']
)
def test_a_quotation_mark_that_is_never_closed_costs_one_row(text: str) -> None:
    rows = rows_of(text)
    assert good(rows) == [("id", "name"), ("2", "b"), ("3", "c")]
    assert [row.number for row in rows if isinstance(row, BadRow)] == [2]


def test_two_lost_quotation_marks_do_not_hide_the_rows_between_them() -> None:
    rows = rows_of('id,name\n1,"lost\n2,b\n3,c\n4,"lost\n5,d\n')
    assert good(rows) == [("id", "name"), ("2", "b"), ("3", "c"), ("5", "d")]
    assert [row.number for row in rows if isinstance(row, BadRow)] == [2, 5]


def test_an_over_long_cell_of_many_lines_is_one_bad_row() -> None:
    rows = rows_of('id,name\n1,"' + "a line of a very long remark\n" * 60_000 + '"\n2,b\n')
    assert good(rows) == [("id", "name"), ("2", "b")]
    assert len(rows) == 3


def test_zero_bytes_and_over_long_cells_cost_one_row_each() -> None:
    rows = rows_of(f"id,name\n1,a\0b\n2,{'x' * (MAX_CELL + 1)}\n3,{'y' * 10_000_000}\n4,d\n")
    assert good(rows) == [("id", "name"), ("4", "d")]
    assert [row.number for row in rows if isinstance(row, BadRow)] == [2, 3, 4]
    assert all(len(row.raw) <= 500 for row in rows if isinstance(row, BadRow))


def test_a_limit_that_someone_else_raised_is_not_lowered() -> None:
    before = csv.field_size_limit(MAX_CELL * 3)
    try:
        rows_of("id,name\n1,a\n")
        assert csv.field_size_limit() == MAX_CELL * 3
    finally:
        csv.field_size_limit(before)


CELL = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\0\ufeff"), max_size=20)


@given(st.lists(st.tuples(CELL, CELL, CELL), max_size=20), st.sampled_from([",", ";", "\t", "|"]))
def test_whatever_the_csv_module_writes_is_read_back(table: list[tuple[str, str, str]], delimiter: str) -> None:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter).writerows([("id", "name", "note"), *((f"k{a}", b, c) for a, b, c in table)])
    rows = read_rows(io.StringIO(out.getvalue(), newline=""), delimiter)
    edge = "\ufeff \t\r\n\u00a0"
    assert good(list(rows))[1:] == [(f"k{a}".strip(edge), b.strip(edge), c.strip(edge)) for a, b, c in table]


TABLE = "id;name;city\n1;Jürgen Groß;Köln\n2;Søren;Århus\n3;Zoë;Çeşme\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "latin-1"]
)
def test_the_encoding_is_found(tmp_path: Path, encoding: str) -> None:
    text = TABLE.replace("Çeşme", "Nîmes") if encoding in {"cp1252", "latin-1"} else TABLE
    file = tmp_path / "t.csv"
    file.write_bytes((text * 3).encode(encoding))
    dialect = find_dialect(file)
    with open_table(file, dialect) as stream:
        assert stream.read() == text * 3
    assert dialect.delimiter == ";"


@pytest.mark.parametrize(
    ("name", "encoding"),
    [
        ("Sol Räy", "cp1252"),
        ("Élodie Noël", "cp1252"),
        ("Jürgen Groß", "cp1252"),
        ("Мария Петрова", "cp1251"),
        ("Ελένη Παππά", "cp1253"),
        ("データ管理部 株式会社テスト", "cp932"),
        ("王小明 北京市朝阳区", "gb18030"),
        ("김철수 서울특별시", "cp949"),
    ],
)
def test_a_name_or_two_in_an_old_encoding_are_read_as_they_were_written(
    tmp_path: Path, name: str, encoding: str
) -> None:
    file = tmp_path / "t.csv"
    file.write_bytes(f"id,name\n1,Ida North\n2,{name}\n".encode(encoding))
    with open_table(file, find_dialect(file)) as stream:
        assert name in stream.read()


def test_a_few_damaged_bytes_do_not_turn_a_utf8_file_into_something_else(tmp_path: Path) -> None:
    file = tmp_path / "t.csv"
    file.write_bytes(("id,name\n" + "1,Jürgen\n" * 50).encode() + b"2,J\xfcrgen\n")
    with open_table(file, find_dialect(file)) as stream:
        lines = stream.read().splitlines()
    assert (lines[1], lines[-1]) == ("1,Jürgen", "2,J\ufffdrgen")


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found_even_where_cells_hold_others(tmp_path: Path, delimiter: str) -> None:
    file = tmp_path / "t.csv"
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(
        [("id", "name", "amount"), *((i, "Quist, Ada; Ltd|x", "1,5") for i in range(9))]
    )
    file.write_text(out.getvalue(), encoding="utf-8")
    assert find_dialect(file).delimiter == delimiter


def test_the_separator_line_of_a_spreadsheet_is_obeyed_and_left_out(tmp_path: Path) -> None:
    file = tmp_path / "t.csv"
    file.write_text("sep=|\nid|name\n1|a\n", encoding="utf-8")
    dialect = find_dialect(file)
    with open_table(file, dialect) as stream:
        assert good(list(read_rows(stream, dialect.delimiter))) == [("id", "name"), ("1", "a")]


@pytest.mark.parametrize(
    ("content", "said"), [(b"", "empty"), (b"\xef\xbb\xbf\n\n", "empty"), (b"PK\x03\x04abc", "spreadsheet or zip")]
)
def test_what_is_no_table_is_refused_with_a_remedy(tmp_path: Path, content: bytes, said: str) -> None:
    file = tmp_path / "t.csv"
    file.write_bytes(content)
    with pytest.raises(SourceError, match=said) as caught:
        find_dialect(file)
    assert str(file) in caught.value.message
    assert caught.value.hint
