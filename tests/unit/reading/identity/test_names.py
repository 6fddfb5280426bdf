"""Names of persons: read from what people write, and compared as people would."""

import pytest

from graph_service.reading.identity.local_parts import is_distinctive, local_fit, name_from_local
from graph_service.reading.identity.name_agreement import (
    first_agreement,
    is_close,
    last_agreement,
    names_conflict,
    rarity,
    share_nickname,
)
from graph_service.reading.identity.names import NOBODY, name_of, parse_name


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Anna Berg", "anna", "berg"),
        ("Berg, Anna", "anna", "berg"),
        ("BERG Anna", "anna", "berg"),
        ("Dr. Anna Berg", "anna", "berg"),
        ("Anna Berg, PhD", "anna", "berg"),
        ("Anna van der Berg", "anna", "berg"),
        ("van der Berg, Anna", "anna", "berg"),
        ("Anna Berg (Acme)", "anna", "berg"),
        ("Anna Berg [External]", "anna", "berg"),
        ("Anna Berg via Shared Docs", "anna", "berg"),
        ("Anna Berg - Ext", "anna", "berg"),
        ("Anna Berg | Acme", "anna", "berg"),
        ("Anna Berg <anna@acme.example>", "anna", "berg"),
        ('"Berg, Anna" <anna@acme.example>', "anna", "berg"),
        ('Robert "Bob" Berg', "robert", "berg"),
        ("a.berg", "a", "berg"),
        ("anna_berg", "anna", "berg"),
        ("Jürgen Müller", "jurgen", "muller"),
        ("Juergen Mueller", "jurgen", "muller"),
        ("Łukasz Wójcik", "lukasz", "wojcik"),
        ("=?utf-8?q?J=C3=BCrgen_Berg?=", "jurgen", "berg"),
        ("10:15 AM Anna Berg", "anna", "berg"),
        ("Anna", "anna", ""),
    ],
)
def test_a_display_name_gives_first_and_family_name(text: str, first: str, last: str) -> None:
    name = parse_name(text)
    assert (name.first, name.last) == (first, last)


@pytest.mark.parametrize(
    "text", ["", "root", "(no author)", "unknown", "info@acme.example", "12345", "...", "No Author"]
)
def test_words_that_name_nobody_give_no_name(text: str) -> None:
    assert parse_name(text) == NOBODY


def test_two_columns_are_one_name_and_a_whole_name_in_one_column_is_taken_apart() -> None:
    assert name_of("Anna", "van der Berg") == parse_name("Anna van der Berg")
    assert name_of("", "Anna Berg") == parse_name("Anna Berg")
    assert name_of("Anna", "").last == ""


@pytest.mark.parametrize(
    ("one", "two", "grade"),
    [
        ("Anna", "Anna", "same"),
        ("Robert", "Bob", "nickname"),
        ("Wolfgang", "Wolf", "nickname"),
        ("Guillaume", "William", "nickname"),
        ("A.", "Anna", "initial"),
        ("Margarete", "Margaretha", "close"),
        ("Anna", "Berta", "other"),
        ("Marion", "Martin", "other"),
        ("Anna Sofia", "Sofia", "same"),
        ("Jean-Pierre", "Jean Pierre", "same"),
    ],
)
def test_given_names_agree_as_people_use_them(one: str, two: str, grade: str) -> None:
    names = name_of(one, "Berg"), name_of(two, "Berg")
    assert first_agreement(names[0].given, names[1].given) == grade
    assert first_agreement(names[1].given, names[0].given) == grade


@pytest.mark.parametrize(
    ("one", "two", "grade"),
    [
        ("Kowalczyk", "Kowalczyk", "same"),
        ("Kowalczyk", "Kowalzcyk", "close"),
        ("García-Luna", "Luna", "close"),
        ("van Rijswijk", "Rijswijk", "same"),
        ("Berg", "B", "initial"),
        ("Berg", "Burg", "other"),
        ("Berg", "Hauser", "other"),
    ],
)
def test_family_names_agree_but_short_ones_have_no_typos(one: str, two: str, grade: str) -> None:
    assert last_agreement(name_of("A", one), name_of("A", two)) == grade


def test_turned_names_do_not_conflict_and_two_first_names_do() -> None:
    assert not names_conflict(parse_name("Anna Berg"), parse_name("Berg Anna"))
    assert names_conflict(parse_name("Anna Berg"), parse_name("Paul Berg"))
    assert not names_conflict(parse_name("Anna"), parse_name("Anna Berg"))


def test_common_names_are_no_typos_of_each_other_and_are_not_rare() -> None:
    assert share_nickname("bob", "rob")
    assert not is_close("hansen", "jansen")
    assert rarity(parse_name("John Smith")) == 0
    assert rarity(parse_name("Anselma Quindlebrook")) == 2


@pytest.mark.parametrize(
    ("local", "fit"),
    [
        ("anna.quind", "full"),
        ("quind.anna", "full"),
        ("annaquind", "full"),
        ("anna_quind2", "full"),
        ("aquind", "initial and last"),
        ("a.quind", "initial and last"),
        ("quinda", "initial and last"),
        ("annaq", "first and initial"),
        ("anna.q", "first and initial"),
        ("quind", "last"),
        ("anna", "first"),
        ("anna77", "first"),
        ("paul.quind", ""),
        ("info", ""),
        ("xquind", ""),
    ],
)
def test_a_local_part_is_held_against_a_name(local: str, fit: str) -> None:
    assert local_fit(local, parse_name("Anna Quind")) == fit


def test_a_local_part_spells_a_nickname_too() -> None:
    assert local_fit("bob.quind", parse_name("Robert Quind")) == "full"
    assert local_fit("bobquind", parse_name("Robert Quind")) == "full"
    assert name_from_local("quind.anna").last == "quind"
    assert name_from_local("info") == NOBODY


@pytest.mark.parametrize(
    ("local", "is_handle"),
    [
        ("quindlebrook", True), ("zorgblatt99", True), ("anna.quind", True), ("info", False), ("john", False),
        ("jsmith", False), ("root", False), ("abc", False), ("annab", False), ("john.smith", False),
    ],
)  # fmt: skip
def test_only_a_local_part_that_few_can_have_is_a_handle(local: str, is_handle: bool) -> None:
    assert is_distinctive(local) is is_handle
