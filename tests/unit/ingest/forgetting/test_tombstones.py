"""Tombstones: nothing can be read from them, and the people behind them are hidden in texts of any kind."""

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_service.domain.ids import Ids
from graph_service.graph.catalog import catalog
from graph_service.graph.models import LABELS, Record
from graph_service.ingest.forgetting_queries import Person
from graph_service.ingest.forgetting_terms import stones_of, terms_of, terms_of_text, with_rows
from graph_service.ingest.name_words import sequences_of, single_words
from graph_service.ingest.tombstones import Tombstones, tombstones_of

IDS = Ids("salt")
ADDRESS = "anne-marie.o.brien@north.example"
MAIL = IDS.uid("identity", "email", ADDRESS)
PRIVATE = (IDS.uid("identity", "email", "ambrien@gmail.com"), "email", "ambrien@gmail.com", "")
PERSON = Person(
    "c1", ["Anne-Marie O'Brien", "O'Brien, Anne-Marie"], [(MAIL, "email", ADDRESS, ""), PRIVATE], [("s1", "a1")],
    [], [], [], [], [],
)  # fmt: skip
STONES = with_rows([], stones_of(PERSON, terms_of(PERSON), IDS), IDS)
NOBODY = tombstones_of(IDS, ())
HOSTILE = ["a" * 100_000, "a@" * 50_000, "Anne-" * 20_000, "anne marie " * 9_000, "é\u0301" * 50_000, ". \n" * 33_000]


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("Ask Anne-Marie O'Brien today.", "Anne-Marie O'Brien"),
        ("o’brien, anne-marie", "o’brien, anne-marie"),
        ("CV_Anne_Marie_O_Brien.pdf", "Anne_Marie_O_Brien"),
        ("mail anne-marie.o.brien@north.example.", ADDRESS),
        ("handle ambrien here", "ambrien"),
        ("by Anne-Marie O'Bríen", "Anne-Marie O'Bríen"),
        ("Anne-Marie and O'Brien", ""),
        ("Mary O'Brien", ""),
        ("anne-marie.o.brien@south.example", "anne-marie.o.brien"),
    ],
)
def test_names_and_addresses_are_hidden_in_place_and_parts_of_them_are_not(text: str, hidden: str) -> None:
    assert STONES.mask(text) == (text.replace(hidden, re.sub(r"\S", "•", hidden)) if hidden else text)


def test_where_they_took_part_single_words_are_hidden_but_for_those_of_others_who_did() -> None:
    text = "Dear Anne, Ms Brien says hello; Brian too."
    assert STONES.mask(text) == text
    assert STONES.mask(text, (MAIL,)) == "Dear ••••, Ms ••••• says hello; Brian too."
    assert STONES.mask(text, (MAIL,), frozenset({"brien"})) == "Dear ••••, Ms Brien says hello; Brian too."
    assert STONES.mask("anne of green gables", (MAIL,)) == "anne of green gables", "short words need a capital"


def test_nothing_readable_is_kept() -> None:
    rows = stones_of(PERSON, terms_of(PERSON), IDS)
    told = str(rows).lower()
    assert not [word for word in ("anne", "brien", "north", MAIL, "c1'") if word in told]
    assert all(set(row) == {"uid", "size", "sign"} for row in rows)
    assert all(row["sign"] is None or 0 <= row["sign"] < 4096 for row in rows)


def test_another_salt_finds_nothing() -> None:
    other = Tombstones(Ids("other"), STONES.uids, STONES.sizes)
    assert other.mask("Anne-Marie O'Brien, anne-marie.o.brien@north.example") == (
        "Anne-Marie O'Brien, anne-marie.o.brien@north.example"
    )


def test_where_nobody_was_forgotten_every_text_stays_as_it_is() -> None:
    assert not NOBODY
    assert NOBODY.mask("Anne-Marie O'Brien") == "Anne-Marie O'Brien"
    assert not NOBODY.covers(MAIL)


def test_what_somebody_types_is_known_again_by_address_and_by_name() -> None:
    for typed in (ADDRESS, "Anne-Marie O'Brien", "O'Brien Anne-Marie"):
        assert STONES.is_name(typed), typed
        assert terms_of_text(typed).in_text(f"from {typed}", STONES)
    assert not STONES.is_name("Anne-Marie O'Brien of North")


def test_a_single_name_and_a_plain_address_mean_nobody_in_particular() -> None:
    assert sequences_of(["Quill"], ["quill@north.example", "jo@north.example"]) == set()
    assert sequences_of(["Jo Quill"], ["quill@north.example"]) == {("jo", "quill"), ("quill", "jo")}
    assert single_words(["Dr Jo van Quill"], ["jq7@x.example"]) == {"jo", "quill", "jq7"}


@pytest.mark.timeout(60)
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_take_no_longer_than_others(text: str) -> None:
    assert len(STONES.mask(text, (MAIL,))) == len(text)
    assert STONES.names(text) in {True, False}
    assert isinstance(terms_of_text(text).needles().needles, list)


@given(st.text(max_size=300))
def test_any_text_keeps_its_length_and_masking_twice_is_masking_once(text: str) -> None:
    once = STONES.mask(text, (MAIL,))
    assert len(once) == len(text)
    assert STONES.mask(once, (MAIL,)) == once


def test_a_proof_looks_at_every_label_there_is() -> None:
    """A label that is added later must be searched too."""
    roots = {_root(model).__name__ for model in LABELS}
    text = catalog()["forget.search_nodes"].text
    assert roots == set(text.split("MATCH (node:", 1)[1].split(")", 1)[0].split("|"))


def _root(model: type[Record]) -> type[Any]:
    bases = [base for base in model.__mro__ if base in LABELS]
    return bases[-1]
