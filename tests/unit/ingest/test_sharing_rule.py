"""A sharing rule counts only when it is understood to the last word (P21)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_service.ingest.sharing_rule import open_teams

TEAMS = ("Help Desk", "Sales")


@pytest.mark.parametrize(
    ("rule", "teams"),
    [
        ("Owner, named shares, executives and Help Desk see an account.", ("Help Desk",)),
        ("Owners, Sales and the Help Desk team see every account", ()),
        ("Owners, Sales and Help Desk see every account", ("Sales", "Help Desk")),
        (
            "Owner and Sales see an account. Accounts in restricted are seen only by their owner and executives.",
            ("Sales",),
        ),
        ("Owner and Sales see an account. On Fridays nobody does.", ()),
        ("Owner and Sales do not see an account.", ()),
        ("Owner, friends and Sales see an account.", ()),
        ("Everybody but Sales sees an account.", ()),
        ("", ()),
    ],
)
def test_only_what_is_understood_opens_anything(rule: str, teams: tuple[str, ...]) -> None:
    assert open_teams(rule, TEAMS) == teams


@given(st.text(max_size=300))
def test_any_text_opens_nothing_but_known_teams(rule: str) -> None:
    assert set(open_teams(rule, TEAMS)) <= set(TEAMS)
