"""Ids are HMACs of source keys (decision 13)."""

from hypothesis import given
from hypothesis import strategies as st

from graph_service.domain.ids import Ids


def test_the_same_key_gives_the_same_id_and_another_salt_another_one() -> None:
    assert Ids("s").uid("contact", "email", "a@x.example") == Ids("s").uid("contact", "email", "a@x.example")
    assert Ids("s").uid("contact", "email", "a@x.example") != Ids("t").uid("contact", "email", "a@x.example")


def test_an_id_does_not_hold_its_source() -> None:
    assert "x.example" not in Ids("s").uid("contact", "email", "a@x.example")


@given(st.text(), st.text())
def test_any_text_can_be_a_key(one: str, other: str) -> None:
    assert (Ids("s").uid("k", one) == Ids("s").uid("k", other)) == (one == other)


def test_parts_do_not_run_together() -> None:
    assert Ids("s").uid("k", "ab", "c") != Ids("s").uid("k", "a", "bc")
