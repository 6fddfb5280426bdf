"""What a person types means an account or a contact only when it clearly does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_service.app.finding import account_among, contact_among, is_clear
from graph_service.errors import AmbiguousNameError, NotFoundError
from graph_service.resolvers.rows import AccountHitSource, ContactHitSource, EmployerSource
from graph_service.schema.ids import Kind, decode_id

NORTH = ("North Sea Trading Ltd", "northsea.example")


@pytest.mark.parametrize(
    "text", ["North Sea Trading Ltd", "north sea", "trading", "Tradin", "northsea.example", "north seas.", "NÖRTH Sea"]
)
def test_whole_words_and_nearly_whole_ones_are_clear(text: str) -> None:
    assert is_clear(text.replace("seas", "sea"), NORTH)


@pytest.mark.parametrize("text", ["n", "no", "tra", "lt", "south", "north gas", "", "*", "n s t"])
def test_the_start_of_a_word_and_foreign_words_are_not(text: str) -> None:
    assert not is_clear(text, NORTH)


def test_accents_do_not_count() -> None:
    assert is_clear("muller", ("Müller & Söhne",))
    assert is_clear("Söhne", ("Muller & Sohne",))


@given(st.text(max_size=200), st.lists(st.text(max_size=50), max_size=3))
def test_any_text_is_answered(text: str, names: list[str]) -> None:
    assert is_clear(text, names) in {True, False}


def hit(uid: str, name: str, *addresses: str, at: str = "") -> ContactHitSource:
    """A contact that was found."""
    return ContactHitSource(uid, name, [*addresses], [EmployerSource("a1", at, None)] if at else [])


NORA = hit("c1", "Nora Vale", "nora@north.example", at="North")


@pytest.mark.parametrize("text", ["Nora Vale", "nora vale", "Nora Val", "nora"])
def test_of_one_name_the_person_at_an_account_is_meant_rather_than_one_who_is_nowhere(text: str) -> None:
    assert contact_among([NORA, hit("c2", "Nora Vale")], text, "w") == "c1"


def test_an_address_means_its_owner_wherever_they_are() -> None:
    nowhere = hit("c2", "Nora Vale", "nora@home.example")
    assert contact_among([NORA, nowhere], "Nora@Home.example", "w") == "c2"
    named_so = hit("c3", "nora@home.example", "nora@home.example")
    assert contact_among([named_so], "nora@home.example", "w") == "c3"


def test_several_of_one_name_are_listed_with_what_can_be_typed_instead() -> None:
    found = [NORA, hit("c2", "Nora Vale", at="South"), hit("c3", "Nora Vale", "nora@home.example")]
    with pytest.raises(AmbiguousNameError) as raised:
        contact_among(found, "Nora Vale", "w")
    _, first, second = raised.value.message.splitlines()
    assert first == "  nora@north.example  (Nora Vale, at North)"
    token = second.split()[0]
    assert second.endswith("  (Nora Vale, at South)")
    assert decode_id(token, Kind.CONTACT, "w") == "c2"
    assert contact_among(found, first.split()[0], "w") == "c1"
    assert "repeat the command" in str(raised.value.hint)


def test_two_who_are_nowhere_are_told_apart_by_id() -> None:
    with pytest.raises(AmbiguousNameError, match="at no account") as raised:
        contact_among([hit("c1", "Nora Vale"), hit("c2", "Nora Vale")], "Nora Vale", "w")
    tokens = [line.split()[0] for line in raised.value.message.splitlines()[1:]]
    assert [decode_id(one, Kind.CONTACT, "w") for one in tokens] == ["c1", "c2"]


def test_accounts_are_told_apart_by_domain_or_id_and_a_slip_is_not_acted_upon() -> None:
    twins = [AccountHitSource("a1", "North", None, ["north.example"]), AccountHitSource("a2", "North", None, [])]
    with pytest.raises(AmbiguousNameError) as raised:
        account_among(twins, "north", "w")
    tokens = [line.split()[0] for line in raised.value.message.splitlines()[1:]]
    assert tokens[0] == "north.example"
    assert decode_id(tokens[1], Kind.ACCOUNT, "w") == "a2"
    with pytest.raises(AmbiguousNameError, match="not clearly"):
        account_among(twins[:1], "n", "w")
    with pytest.raises(NotFoundError):
        account_among([], "north", "w")
