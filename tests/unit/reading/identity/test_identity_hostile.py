"""Hostile input: nothing raises, and 100 kB of text is read in linear time."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_service.reading.identity.companies import parse_firm
from graph_service.reading.identity.field_values import values_of
from graph_service.reading.identity.folding import fold, skeleton, words
from graph_service.reading.identity.local_parts import is_distinctive, local_fit, local_words, name_from_local
from graph_service.reading.identity.match import match
from graph_service.reading.identity.names import name_of, parse_name
from graph_service.reading.identity.persons import clean_address, clean_phone, clean_url, mailbox_key
from graph_service.reading.identity.records import Record
from graph_service.reading.identity.tables import read_lines, read_table

SIZE = 100_000
HOSTILE = [
    text * (SIZE // len(text))
    for text in (
        "a",
        "a.",
        "(",
        "<",
        '"',
        " ",
        "a b ",
        "-_",
        "A.B.",
        "@",
        "a at a dot ",
        "1:",
        ", ",
        "é",
        " via ",
        "=?",
    )
]


def matched(text: str) -> object:
    record = Record(name=text, emails=(text,), companies=(text,), phones=(text,), url=text, street=text, born=text)
    return match([record, record, Record(first=text, last=text)])


def table(text: str) -> object:
    cell = text.replace('"', "").replace(",", " ")
    return read_table(f"name\nx{cell}", "a.csv")


READERS: list[Callable[[str], object]] = [
    parse_name, parse_firm, fold, skeleton, words, is_distinctive, local_words, name_from_local, clean_address,
    clean_phone, clean_url, mailbox_key, read_lines, matched, table,
    lambda text: name_of(text, text),
    lambda text: local_fit(text, parse_name("Anna Berg")),
    lambda text: values_of(Record(born=text, street=text, city=text)),
]  # fmt: skip
texts = st.text()
records = st.builds(
    Record, name=texts, first=texts, last=texts, emails=st.tuples(texts), url=texts, companies=st.tuples(texts),
    phones=st.tuples(texts), born=texts, street=texts, postcode=texts,
)  # fmt: skip


@pytest.mark.timeout(10)
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_long_hostile_text_is_read_in_linear_time(text: str) -> None:
    for read in READERS:
        read(text)


@settings(max_examples=150, deadline=None)
@given(st.lists(records, max_size=4), st.sampled_from(("auto", "business", "community", "register")))
def test_any_records_are_matched_without_an_error(rows: list[Record], setting: str) -> None:
    found = match(rows, setting)
    assert [one.place for one in found.matches] == list(range(len(rows)))
    assert all(0 <= one.p <= 1 and one.cluster <= one.place for one in found.matches)
