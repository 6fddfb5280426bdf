"""Which account a help desk's organization is, by its ids and domains; nothing is guessed where several fit."""

import pytest

from graph_service.ingest.feed_queries import AccountKeyRow
from graph_service.ingest.feed_settling import claims_by_rule
from graph_service.ingest.identity_queries import KeyedPerson
from graph_service.ingest.key_settling import account_of_keys, changed_places

ACCOUNTS = (
    AccountKeyRow("north", ["tenant-1"], ["fake:A1"], ["north.example"]),
    AccountKeyRow("south", ["A1"], ["fake:A2"], ["south.example"]),
    AccountKeyRow("west", [], ["fake:A3", "other:A2"], []),
)


@pytest.mark.parametrize(
    ("keys", "account"),
    [
        (("Tenant-1 ",), "north"),
        (("A1",), "south"),
        (("A3", "north.example"), "west"),
        (("unknown", "North.example"), "north"),
        (("A2",), ""),
        (("tenant-1", "A3"), ""),
        (("north.example", "south.example"), ""),
        (("unknown",), ""),
        ((), ""),
    ],
)
def test_ids_come_before_domains_and_several_accounts_are_none(keys: tuple[str, ...], account: str) -> None:
    assert account_of_keys(keys, claims_by_rule(ACCOUNTS)) == account


@pytest.mark.parametrize(
    ("address", "accounts", "expected"),
    [
        ("ida@gmail.com", [], ["north"]),
        ("ida@gmail.com", ["north"], []),
        ("ida@gmail.com", ["south"], ["north"]),
        ("ida@east.example", [], []),
        ("ida@east.example", ["north"], [""]),
    ],
)
def test_only_who_writes_from_home_is_placed_by_a_key(address: str, accounts: list[str], expected: list[str]) -> None:
    people = [KeyedPerson("i1", "c1", address, ["tenant-1"], accounts)]
    assert [row["account_uid"] for row in changed_places(people, ACCOUNTS, {"east.example": "east"})] == expected
