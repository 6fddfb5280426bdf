"""Addresses out of headers as real mailboxes hold them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_service.ingest.connectors.mail_addresses import addresses, clean_address


def pairs(value: str) -> list[tuple[str, str]]:
    return [(one.name, one.address) for one in addresses(value)]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("ada@north.example", [("", "ada@north.example")]),
        ("Ada Lane <ADA@North.example>", [("Ada Lane", "ada@north.example")]),
        ("'ada@north.example' <ada@north.example>", [("", "ada@north.example")]),
        ("'Ada Lane' <ada@north.example>", [("Ada Lane", "ada@north.example")]),
        ('"Lane, Ada" <ada@north.example>, bo@x.example', [("Lane, Ada", "ada@north.example"), ("", "bo@x.example")]),
        ("Lane, Ada <ada@north.example>", [("Lane, Ada", "ada@north.example")]),
        ("ada@north.example (Ada Lane)", [("Ada Lane", "ada@north.example")]),
        ("a@x.example; b@x.example", [("", "a@x.example"), ("", "b@x.example")]),
        (
            "Team: a@x.example, Bo <b@x.example>;, c@x.example",
            [("", "a@x.example"), ("Bo", "b@x.example"), ("", "c@x.example")],
        ),
        ("undisclosed-recipients:;", []),
        ("ada@north.example, Ada <ada@north.example>", [("", "ada@north.example")]),
        ("<mailto:ada@north.example>", [("", "ada@north.example")]),
        ("ada at north.example", [("", "ada@north.example")]),
        ("/o=firm/ou=na/cn=recipients/cn=ada", []),
        ("<.family@north.example>", []),
        ("d..lane@north.example", [("", "d..lane@north.example")]),
        ("Ada <ada@intern.local>", [("Ada", "ada@intern.local")]),
        (
            "=?utf-8?q?Lane=2C_Zo=C3=AB?= <zoe@x.example>, b@x.example",
            [("Lane, Zoë", "zoe@x.example"), ("", "b@x.example")],
        ),
        (r'"Ada \"the\" Lane" <ada@x.example>', [('Ada "the" Lane', "ada@x.example")]),
        ("", []),
        ("<>", []),
    ],
)
def test_real_forms_of_address_lists(value: str, expected: list[tuple[str, str]]) -> None:
    assert pairs(value) == expected


@given(st.text(max_size=200))
def test_no_text_breaks_the_reader_and_all_found_are_clean(value: str) -> None:
    for one in addresses(value):
        assert one.address == clean_address(one.address)
        assert one.address == one.address.lower()
