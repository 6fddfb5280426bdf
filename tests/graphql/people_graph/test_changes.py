"""What differs between two moments (M5): weightiest first, each with since, words and terms; sight; pages."""

from typing import Any

import pytest

from graph_service.graph.driver import count_round_trips
from graph_service.schema.ids import Kind, encode_id
from tests.graphql.people_graph.conftest import NOW
from tests.graphql.world import World

CHANGES = """query Changes($from: DateTime! = "2026-02-01T00:00:00Z", $to: DateTime, $account: ID, $first: Int! = 50,
    $after: String) {
  changes(from: $from, to: $to, accountId: $account, first: $first, after: $after) {
    fromAt toAt totalCount pageInfo { endCursor hasNextPage }
    edges { cursor node { kind text subject account { name } person { name } before after since beforeValue afterValue
      detail weight { value terms { name value } } terms { name value } } } } }"""


async def changes(book: World, who: str = "anna", **variables: Any) -> dict[str, Any]:
    found = (await book.ask(CHANGES, who, NOW, **variables))["changes"]
    assert isinstance(found, dict)
    return found


def told(found: dict[str, Any]) -> list[tuple[str, str | None]]:
    return [(one["node"]["kind"], (one["node"]["person"] or {}).get("name")) for one in found["edges"]]


async def test_what_is_otherwise_is_told_once_weightiest_first(book: World) -> None:
    """In one round trip; each with the day on which it could first be said."""
    async with count_round_trips() as counted:
        found = await changes(book)
    assert counted.count == 1
    assert told(found) == [
        ("CHAMPION_AT_RISK", "Ida"), ("HEALTH_DOWN", None), ("DEPARTED", "Jon"), ("CHAMPION_WON", "Sue CANARY"),
        ("NEW_PERSON", "Sue CANARY"),
    ]  # fmt: skip
    assert found["totalCount"] == 5
    weights = [one["node"]["weight"]["value"] for one in found["edges"]]
    assert weights == sorted(weights, reverse=True)
    risk, health, left, *_ = (one["node"] for one in found["edges"])
    assert (risk["text"], risk["before"], risk["after"]) == ("champion → champion at risk", "champion", "at_risk")
    assert (risk["since"][:10], risk["beforeValue"], risk["afterValue"]) == ("2026-03-10", 0.9, 0.4)
    assert risk["terms"] == [{"name": "sign", "value": 0.9}]
    assert (health["text"], health["account"]["name"], health["since"][:10]) == (
        "health down from 80 to 35", "North", "2026-03-08"
    )  # fmt: skip
    assert sum(one["value"] for one in health["terms"]) == pytest.approx(health["afterValue"])
    assert (left["text"], left["detail"], left["since"][:10]) == ("left, now at Elsewhere", "Elsewhere", "2026-03-15")


async def test_a_weight_is_the_sum_of_its_terms(book: World) -> None:
    for one in (await changes(book))["edges"]:
        weight = one["node"]["weight"]
        assert sum(term["value"] for term in weight["terms"]) == pytest.approx(weight["value"])
        assert weight["terms"][0]["name"] == "kind"


async def test_only_what_lies_between_the_moments_is_told(book: World) -> None:
    found = await changes(book, to="2026-03-12T00:00:00Z")
    assert told(found) == [("CHAMPION_AT_RISK", "Ida"), ("HEALTH_DOWN", None)]
    assert found["edges"][1]["node"]["terms"] == [
        {"name": "usage", "value": 25.0},
        {"name": "champions", "value": 10.0},
    ]
    found = await changes(book, **{"from": "2026-03-23T00:00:00Z"})
    assert (told(found), found["totalCount"]) == ([], 0)


async def test_what_passed_and_came_again_is_no_difference(book: World) -> None:
    """Ida was no champion at the start; that she was one in between is not told, only that she is at risk now."""
    found = await changes(book, **{"from": "2026-01-01T00:00:00Z"})
    states = [one["node"] for one in found["edges"] if one["node"]["subject"] == "champion"]
    assert (states[0]["before"], states[0]["after"]) == (None, "at_risk")


async def test_changes_of_one_account_and_pages(book: World) -> None:
    workspace = book.workspace.workspace_id
    south = await changes(book, account=encode_id(Kind.ACCOUNT, workspace, "south"))
    assert told(south) == [("CHAMPION_WON", "Sue CANARY"), ("NEW_PERSON", "Sue CANARY")]
    seen, after = [], None
    while True:
        page = await changes(book, first=2, after=after)
        seen += told(page)
        assert page["totalCount"] == 5
        if not page["pageInfo"]["hasNextPage"]:
            break
        after = page["pageInfo"]["endCursor"]
    assert seen == told(await changes(book))


async def test_nobody_learns_of_changes_at_hidden_accounts(book: World) -> None:
    """P21: a forbidden and an unknown account answer alike."""
    found = await changes(book, "ben")
    assert told(found) == [("CHAMPION_AT_RISK", "Ida"), ("HEALTH_DOWN", None), ("DEPARTED", "Jon")]
    assert (found["totalCount"], "CANARY" in repr(found)) == (3, False)
    workspace = book.workspace.workspace_id
    hidden = await changes(book, "ben", account=encode_id(Kind.ACCOUNT, workspace, "south"))
    unknown = await changes(book, "ben", account="nothing")
    assert hidden["edges"] == unknown["edges"] == []
    assert (await changes(book, "cleo"))["totalCount"] == 0


@pytest.mark.parametrize(
    ("start", "end"), [("2026-03-01T00:00:00Z", "2026-02-01T00:00:00Z"), ("2026-04-20T00:00:00Z", None)]
)
async def test_moments_that_cannot_be_are_refused(book: World, start: str, end: str | None) -> None:
    result = await book.execute(CHANGES, "anna", NOW, **{"from": start, "to": end})
    assert result.errors
    assert (result.errors[0].extensions or {})["code"] == "BAD_INPUT"
    assert (result.errors[0].extensions or {})["hint"]
