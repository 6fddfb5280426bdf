"""The people of all accounts, filtered (P12): clusters, nodes, edges, pages, sight, and past moments."""

from dataclasses import replace
from typing import Any

import pytest

from graph_service.graph.driver import count_round_trips
from tests.graphql.people_graph.conftest import NOW
from tests.graphql.world import World

NODE = """id name account { id name } role { title level functions } engagementLevel isGhost
  influence { value terms { name value } } strength { value terms { name value } }
  sentiment { value terms { name value } } champion { state value terms { name value } since }
  departure { state value terms { name value } since newEmployer }"""
GRAPH = f"""query Graph($filter: String! = "", $first: Int! = 100, $after: String, $many: Int! = 20, $next: String,
    $asOf: DateTime) {{
  peopleGraph(filter: $filter, first: $first, after: $after, asOf: $asOf) {{
    filter totalCount pageInfo {{ endCursor hasNextPage hasPreviousPage }}
    clusters(first: $many, after: $next) {{ pageInfo {{ endCursor hasNextPage }} edges {{ cursor node {{
      account {{ name }} segment peopleCount championCount atRiskCount departedCount meanSentiment ratedCount
      health {{ value band terms {{ name value }} }} }} }} }}
    nodes {{ {NODE} }} edges {{ stakeholderId user {{ name }} strength lastAt }} }} }}"""


MOVED = """
MATCH (jon:Stakeholder {workspace_id: $workspace_id, uid: 'jon'})
CREATE (jon)-[:HAS_SPELL]->(:Spell {workspace_id: $workspace_id, uid: 'moved', kind: 'move', state: 'moved',
  detail: 'sue', probability: 0.9, known_at: datetime('2026-03-22T00:00Z'), valid_from: datetime('2026-03-22')})"""


async def graph(book: World, who: str = "anna", **variables: Any) -> dict[str, Any]:
    found = (await book.ask(GRAPH, who, NOW, **variables))["peopleGraph"]
    assert isinstance(found, dict)
    return found


def names(found: dict[str, Any]) -> list[str]:
    return [one["name"] for one in found["nodes"]]


async def test_everybody_is_a_node_their_accounts_are_clusters_and_their_ties_edges(book: World) -> None:
    """P12, in one round trip."""
    async with count_round_trips() as counted:
        found = await graph(book)
    assert counted.count == 1
    assert names(found) == ["Ida", "Jon", "Sue CANARY"]
    assert found["totalCount"] == 3
    assert found["filter"] == "contact"
    north, south = (one["node"] for one in found["clusters"]["edges"])
    assert (north["peopleCount"], north["championCount"], north["atRiskCount"], north["departedCount"]) == (2, 1, 1, 1)
    assert (north["meanSentiment"], north["ratedCount"]) == (pytest.approx(0.1), 2)
    assert north["health"]["band"] == "POOR"
    assert sum(one["value"] for one in north["health"]["terms"]) == pytest.approx(north["health"]["value"])
    assert (south["segment"], south["health"]) == ("mid", None)
    assert {one["stakeholderId"] for one in found["edges"]} == {one["id"] for one in found["nodes"]}
    assert {one["user"]["name"] for one in found["edges"]} == {"Anna"}


async def test_a_node_says_all_that_is_filtered_by_with_its_terms(book: World) -> None:
    ida, jon, _ = (await graph(book))["nodes"]
    assert (ida["role"]["title"], ida["role"]["level"], ida["engagementLevel"]) == ("CTO", 6, "HIGH")
    assert (ida["champion"]["state"], ida["departure"]["state"]) == ("AT_RISK", "PRESENT")
    assert ida["champion"]["since"].startswith("2026-03-10")
    for score in ("influence", "strength", "sentiment", "champion", "departure"):
        assert sum(term["value"] for term in ida[score]["terms"]) == pytest.approx(ida[score]["value"])
    assert (jon["departure"]["state"], jon["departure"]["newEmployer"], jon["isGhost"]) == (
        "DEPARTED",
        "Elsewhere",
        True,
    )


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("contact where role is cto", ["Ida"]),
        ("contact where level >= 5 or function is it", ["Ida"]),
        ("contact where engagement is high", ["Ida"]),
        ("contact where sentiment < 0", ["Ida"]),
        ("contact where champion in (champion, at_risk)", ["Ida", "Sue CANARY"]),
        ("contact where champion is at_risk and account.segment is enterprise", ["Ida"]),
        ("contact where account.segment is ENTERPRISE", ["Ida", "Jon"]),
        ("contact where departed within 30 days", ["Jon"]),
        ("contact where departed within 10 days", []),
        ("contact where departed after 2026-03-01", ["Jon"]),
        ("contact where not departed is known", ["Ida", "Sue CANARY"]),
        ('contact where new employer contains "else"', ["Jon"]),
        ("contact where ghost", ["Jon"]),
        ("contact where account.health < 40", ["Ida", "Jon"]),
        ('contact where has tie where user = "Anna" and strength >= 10', ["Ida", "Jon", "Sue CANARY"]),
    ],
)  # fmt: skip
async def test_the_six_filters_of_the_graph_are_questions(book: World, question: str, expected: list[str]) -> None:
    """P12: role, engagement level, sentiment, champion status, account segment, recent departures."""
    found = await graph(book, filter=question)
    assert names(found) == expected
    assert found["totalCount"] == len(expected)
    assert sum(one["node"]["peopleCount"] for one in found["clusters"]["edges"]) == len(expected)


async def test_of_the_past_the_same_is_asked_and_told_as_it_was_known_then(book: World) -> None:
    """Decision 4."""
    then = "2026-02-01T00:00:00Z"
    found = await graph(book, asOf=then)
    assert names(found) == ["Ida", "Jon"]
    ida, jon = found["nodes"]
    assert (ida["champion"]["state"], jon["departure"]["state"]) == ("CHAMPION", "PRESENT")
    assert (ida["sentiment"]["value"], ida["sentiment"]["terms"]) == (0.3, [])
    (north,) = (one["node"] for one in found["clusters"]["edges"])
    assert (north["atRiskCount"], north["departedCount"], north["health"]["value"]) == (0, 0, 80.0)
    assert names(await graph(book, asOf=then, filter="contact where champion is champion")) == ["Ida"]
    assert names(await graph(book, asOf=then, filter="contact where departure is departed")) == []
    assert names(await graph(book, asOf="2026-03-16T00:00:00Z", filter="contact where departed within 3 days")) == [
        "Jon"
    ]


async def test_a_page_goes_on_where_the_last_one_ended(book: World) -> None:
    pages, after = [], None
    while True:
        found = await graph(book, first=1, after=after)
        pages += names(found)
        assert found["totalCount"] == 3
        assert found["pageInfo"]["hasPreviousPage"] is (after is not None)
        if not found["pageInfo"]["hasNextPage"]:
            break
        after = found["pageInfo"]["endCursor"]
    assert pages == ["Ida", "Jon", "Sue CANARY"]


async def test_clusters_have_pages_of_their_own(book: World) -> None:
    first = (await graph(book, many=1))["clusters"]
    assert [one["node"]["account"]["name"] for one in first["edges"]] == ["North"]
    assert first["pageInfo"]["hasNextPage"]
    rest = (await graph(book, many=1, next=first["pageInfo"]["endCursor"]))["clusters"]
    assert [one["node"]["account"]["name"] for one in rest["edges"]] == ["South CANARY"]
    assert not rest["pageInfo"]["hasNextPage"]


async def test_a_cursor_of_another_filter_is_refused(book: World) -> None:
    after = (await graph(book, first=1))["pageInfo"]["endCursor"]
    result = await book.execute(GRAPH, "anna", NOW, after=after, filter="contact where ghost")
    assert result.errors
    assert (result.errors[0].extensions or {})["code"] == "BAD_CURSOR"


@pytest.mark.parametrize(
    ("who", "expected"), [("ben", ["Ida", "Jon"]), ("cleo", []), ("admin", ["Ida", "Jon", "Sue CANARY"])]
)
async def test_nobody_sees_or_counts_people_of_hidden_accounts(book: World, who: str, expected: list[str]) -> None:
    """P21."""
    found = await graph(book, who)
    assert names(found) == expected
    assert found["totalCount"] == len(expected)
    assert ("CANARY" in repr(found)) is (who == "admin")
    assert names(await graph(book, who, filter='contact where account.name contains "canary"')) == (
        ["Sue CANARY"] if who == "admin" else []
    )


@pytest.mark.parametrize(
    ("variables", "code", "said"),
    [
        ({"filter": "contact where champian is at_risk"}, "BAD_QUESTION", "line 1, column 15"),
        ({"filter": "account where health < 3"}, "BAD_QUESTION", "people are filtered"),
        ({"filter": "contact where ghost", "asOf": "2026-02-01T00:00:00Z"}, "BAD_QUESTION", "not kept for the past"),
        ({"first": 0}, "BAD_INPUT", "must be 1 to"),
        ({"many": 201}, "BAD_INPUT", "must be 1 to"),
    ],
)
async def test_what_cannot_be_meant_says_why_and_what_to_do(
    book: World, variables: dict[str, Any], code: str, said: str
) -> None:
    result = await book.execute(GRAPH, "anna", NOW, **variables)
    assert result.errors
    error = result.errors[0]
    assert (error.extensions or {})["code"] == code
    assert (error.extensions or {})["hint"]
    assert said in error.message


async def test_a_public_holiday_of_the_workspaces_country_is_no_business_day(book: World) -> None:
    """Jon left on 15 March: twelve weekdays ago, of which 17 March is a holiday in Ireland."""
    context = book.context("anna", NOW)
    found = {}
    for country in ("", "IE"):
        result = await book.schema.execute(
            GRAPH, {"filter": "contact where departed within 11 business days"}, replace(context, country=country)
        )
        assert result.data is not None, result.errors
        found[country] = names(result.data["peopleGraph"])
    assert found == {"": [], "IE": ["Jon"]}


async def test_a_new_employer_is_named_by_the_account_they_moved_to_whatever_else_is_selected(book: World) -> None:
    """What `departure.newEmployer` says must not hang on `movedTo` being selected beside it."""
    await book.run(MOVED)
    try:
        day = {"asOf": "2026-03-30T00:00:00Z"}
        plain = (await graph(book, **day))["nodes"][1]
        more = GRAPH.replace("isGhost", "isGhost movedTo { probability }")
        whole = (await book.ask(more, "anna", NOW, **day))["peopleGraph"]["nodes"][1]
    finally:
        await book.run("MATCH (spell:Spell {workspace_id: $workspace_id, uid: 'moved'}) DETACH DELETE spell")
    assert len(whole["movedTo"]) == 1
    assert plain["departure"]["newEmployer"] == whole["departure"]["newEmployer"] == "South CANARY"
