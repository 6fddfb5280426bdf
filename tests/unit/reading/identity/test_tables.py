"""Tables: columns known by many names, and errors that name the line and what to do."""

import pytest

from graph_service.errors import SourceError
from graph_service.reading.identity.columns import columns_of, record_of
from graph_service.reading.identity.records import Record
from graph_service.reading.identity.tables import read_lines, read_table


def record(**cells: str) -> Record:
    return record_of(cells, columns_of(cells))


def test_columns_are_known_by_many_names() -> None:
    one = record(
        given_name="Anna", surname="Berg", Mail="a@acme.example", Tel="555 0001234", Organisation="Acme", suburb="Quind"
    )
    assert (one.first, one.last, one.emails, one.phones, one.companies, one.city) == (
        "Anna", "Berg", ("a@acme.example",), ("555 0001234",), ("Acme",), "Quind",
    )  # fmt: skip
    two = record(
        full_name="Anna Berg", **{"E-Mail Address": "a@acme.example;b@acme.example"}, profile_url="p/in/a", zip="1"
    )
    assert (two.name, two.emails, two.url, two.postcode) == (
        "Anna Berg",
        ("a@acme.example", "b@acme.example"),
        "p/in/a",
        "1",
    )


def test_answers_in_the_file_and_national_numbers_are_never_used() -> None:
    one = record(name="Anna Berg", cluster="7", soc_sec_id="123", label="x")
    assert one == Record(name="Anna Berg")


def test_unknown_columns_become_further_fields_and_a_birth_date_may_be_in_three() -> None:
    one = record(name="Anna Berg", occupation="painter", by="1980", bm="1", bd="2")
    assert one.others == (("occupation", "painter"),)
    assert one.born == "1980-01-02"


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("id,name\n1,Anna\n", {"id": "1", "name": "Anna"}),
        ("\ufeffid;name\n1;Anna\n", {"id": "1", "name": "Anna"}),
        ('id, name\n1, "Berg, Anna"\n', {"id": "1", "name": "Berg, Anna"}),
        ('{"id": 1, "name": "Anna"}\n', {"id": "1", "name": "Anna"}),
        ('[{"id": 1, "mails": ["a", "b"], "x": null}]', {"id": "1", "mails": "a;b", "x": ""}),
    ],
)
def test_csv_and_json_give_the_same_rows(text: str, cells: dict[str, str]) -> None:
    assert [line.cells for line in read_table(text, "people.csv")] == [cells]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("", "is empty"),
        ("id,name\n", "no rows"),
        ("id,name\n1,Anna,Berg\n", "line 2"),
        ("id,id\n1,2\n", "line 1"),
        ('{"id": 1}\n{"id": \n', "line 2"),
        ('{"id": 1}\n[2]\n', "line 2"),
        ("[1]", "item 1"),
    ],
)
def test_a_broken_table_is_refused_with_its_line_and_a_remedy(text: str, place: str) -> None:
    with pytest.raises(SourceError) as error:
        read_table(text, "people.csv")
    assert place in error.value.message
    assert error.value.hint


def test_plain_lines_are_names() -> None:
    assert [(line.number, line.cells) for line in read_lines("Acme\n\nZorg\n")] == [
        (1, {"name": "Acme"}),
        (3, {"name": "Zorg"}),
    ]
