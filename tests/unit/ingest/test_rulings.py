"""A person's ruling as decided pairs: what is tied or parted, and of which rule it teaches (9)."""

from datetime import UTC, datetime

from graph_service.domain.identity_rulings import Ruling, RulingKind
from graph_service.ingest.rulings import Between, Placed, Said, rows_of

AT = datetime(2026, 2, 1, tzinfo=UTC)
PLACED = [
    Placed("i1", "crm", "R4", "c1"), Placed("i2", "email", "R4", "c1"), Placed("i3", "email", "decided", "c1"),
    Placed("j1", "linkedin", "profile", "c2"), Placed("j2", "crm", "crm id", "c2"),
]  # fmt: skip


def ruled(kind: RulingKind, one: str, other: str, *said: Said) -> list[tuple[str, str, bool, str]]:
    """Return (one, other, is_same, rule) of each row; sides are uids in one word."""
    ruling = Ruling("u", kind, tuple(one.split()), tuple(other.split()), "ana", AT)
    rows = rows_of(ruling, Between(PLACED, list(said)))
    assert all((row["by"], row["at"]) == ("ana", AT) for row in rows)
    return [(row["one"], row["other"], row["is_same"], row["rule"]) for row in rows]


def test_a_merge_ties_the_first_identities_of_both_addresses_first() -> None:
    assert ruled(RulingKind.MERGED, "i1 i2", "j1 j2") == [("i2", "j2", True, "")]


def test_a_merge_that_follows_a_guess_teaches_that_its_rule_was_right() -> None:
    guesses = Said("i1", "j1", "MAY_MATCH", "R6", 0.8), Said("i1", "j2", "MAY_MATCH", "R5", 0.9)
    rows = ruled(RulingKind.MERGED, "i1 i2", "j1 j2", *guesses)
    assert rows == [("i1", "j1", True, ""), ("i1", "j2", True, "R5"), ("i2", "j2", True, "")]


def test_a_merge_takes_back_what_was_said_against_it() -> None:
    rows = ruled(RulingKind.MERGED, "i1 i2", "j1 j2", Said("i1", "j1", "MUST_DIFFER", "R4", 1.0))
    assert ("i1", "j1", True, "") in rows


def test_a_split_parts_each_named_identity_from_each_other_and_teaches_once_of_its_link() -> None:
    assert ruled(RulingKind.SPLIT, "i1", "i2 i3") == [("i1", "i2", False, "R4"), ("i1", "i3", False, "")]


def test_a_split_of_what_people_had_merged_teaches_nothing_of_the_rules() -> None:
    assert ruled(RulingKind.SPLIT, "i3", "i1 i2") == [("i3", "i1", False, ""), ("i3", "i2", False, "")]


def test_keeping_apart_answers_every_guess_and_teaches_of_the_surest() -> None:
    guesses = Said("i1", "j1", "MAY_MATCH", "R6", 0.8), Said("i2", "j1", "MAY_MATCH", "R5", 0.9)
    rows = ruled(RulingKind.KEPT_APART, "i1 i2", "j1", *guesses)
    assert rows == [("i1", "j1", False, ""), ("i2", "j1", False, "R5")]


def test_identities_that_are_gone_are_not_decided_on() -> None:
    assert ruled(RulingKind.MERGED, "gone", "j1") == []
