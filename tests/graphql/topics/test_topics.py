"""Topics and releases in the API: seen by sight, page by page, of past moments; corrected and taken back (A11, A15)."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from graph_service.app.correcting import LocalFacts
from graph_service.graph.viewer import ViewerGateway
from graph_service.ingest.connector import AccountRecord, Address, ShareRecord, SourceRecord
from graph_service.schema.ids import Kind, encode_id
from tests.graphql.topics.topic_world import (
    ANNA,
    BEN,
    DARK,
    EXPORT,
    HIDDEN,
    NOW,
    PAGES,
    PEOPLE,
    PLACE,
    RELEASES,
    SSO,
    ask,
    decide,
    load,
    quotes,
    rulings,
    topics,
)
from tests.graphql.world import World
from tests.integration.memory import START, mail

pytestmark = pytest.mark.neo4j


async def test_a_viewer_reads_and_counts_only_the_requests_they_see(asked: World) -> None:
    whole, part = (await topics(asked))[SSO[0]], (await topics(asked, "anna"))[SSO[0]]
    assert (whole["accountCount"], whole["requestCount"], whole["recentAccountCount"]) == (3, 3, 2)
    assert whole["trend"]["accountCount"] == 2
    assert (part["accountCount"], part["requestCount"], part["recentAccountCount"]) == (2, 2, 1)
    assert part["trend"]["accountCount"] == 1
    assert HIDDEN not in quotes(part)
    assert await topics(asked, "nobody") == {}
    assert await topics(asked, "anna", search="have sso") == {}
    assert [*await topics(asked, search="have SSO")] == [SSO[0]]


async def test_a_topic_is_found_by_any_request_in_it_and_its_requests_page_by_page(asked: World) -> None:
    whole = (await topics(asked))[SSO[0]]
    document = "query T($id: ID!, $after: String) { topic(id: $id) { id requests(first: 1, after: $after) "
    document += "{ pageInfo { endCursor hasNextPage } edges { node { id quote } } } } }"
    ids = [whole["id"], *(edge["node"]["id"] for edge in whole["requests"]["edges"])]
    for one in ids:
        found, after = list[str](), None
        while True:
            topic = (await ask(asked, document, id=one, after=after))["topic"]
            assert topic["id"] == whole["id"]
            found += quotes(topic)
            after = topic["requests"]["pageInfo"]["endCursor"]
            if not topic["requests"]["pageInfo"]["hasNextPage"]:
                break
        assert found == quotes(whole)
    hidden = next(edge["node"]["id"] for edge in whole["requests"]["edges"] if edge["node"]["quote"] == HIDDEN)
    assert (await ask(asked, document, "anna", id=hidden))["topic"] is None


async def test_topics_come_page_by_page_in_one_order(asked: World) -> None:
    first = (await ask(asked, PAGES))["topics"]
    second = (await ask(asked, PAGES, after=first["pageInfo"]["endCursor"]))["topics"]
    assert (first["totalCount"], second["totalCount"]) == (2, 2)
    assert (first["pageInfo"]["hasNextPage"], second["pageInfo"]["hasNextPage"]) == (True, False)
    names = [one["edges"][0]["node"]["name"] for one in (first, second)]
    assert names == [one["name"] for one in (await topics(asked)).values()]
    further = '{ topics { edges { node { requests(after: "x") { edges { node { id } } } } } } }'
    assert (await asked.execute(further, "ben", NOW)).errors


async def test_only_what_more_accounts_ask_for_than_usual_is_trending(asked: World) -> None:
    """The same formula as in `inference.topics.trends`, over what the viewer sees: two accounts are too few."""
    document = "query T($after: String) { topics(trending: true, after: $after) { totalCount pageInfo { endCursor } "
    document += "edges { node { name trend { accountCount isTrending } } } } }"
    assert (await ask(asked, document))["topics"] == {"totalCount": 0, "pageInfo": {"endCursor": None}, "edges": []}
    many: list[SourceRecord] = []
    for number in range(6):
        firm, seers = f"many{number}", ("Anna", "Ben") if number < 2 else ("Ben",)
        many.append(AccountRecord(PLACE, "crm", firm, firm.title(), START, domains=(f"{firm}.example",)))
        many += [ShareRecord(PLACE, "crm", firm, user, "read", "team") for user in seers]
        person = Address(f"person@{firm}.example", f"{firm.title()} Person")
        many.append(mail(50 + number, person, (BEN,), day=60 + number, text=EXPORT, subject=f"Plan {50 + number}"))
    await load(asked, many)
    page = (await ask(asked, document))["topics"]
    (edge,) = page["edges"]
    assert "export" in edge["node"]["name"]
    assert edge["node"]["trend"] == {"accountCount": 6, "isTrending": True}
    further = (await ask(asked, document, after=page["pageInfo"]["endCursor"]))["topics"]
    assert (page["totalCount"], further["totalCount"], further["edges"]) == (1, 1, []), "a page counts them all"
    assert (await ask(asked, document, "anna"))["topics"]["totalCount"] == 0
    assert "export" in str([one["name"] for one in (await topics(asked, "anna")).values()])


async def test_a_page_of_what_trends_reads_no_more_than_its_own_topics(
    asked: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    many: list[SourceRecord] = []
    for number, text in enumerate(text for text in (EXPORT, DARK[0], SSO[0]) for _ in range(9)):
        firm = f"many{number}"
        many.append(AccountRecord(PLACE, "crm", firm, firm.title(), START, domains=(f"{firm}.example",)))
        many.append(ShareRecord(PLACE, "crm", firm, "Ben", "read", "team"))
        person = Address(f"person@{firm}.example", f"{firm.title()} Person")
        many.append(mail(50 + number, person, (BEN,), day=60 + number % 9, text=text, subject=f"Plan {50 + number}"))
    await load(asked, many)
    read, first = list[int](), ViewerGateway.first

    async def counted(gateway: ViewerGateway, query: Any, params: Any) -> Any:
        row: Any = await first(gateway, query, params)
        read.append(len(row.topics))
        return row

    monkeypatch.setattr(ViewerGateway, "first", counted)
    document = "query T($after: String) { topics(trending: true, first: 1, after: $after) { totalCount "
    document += "pageInfo { endCursor hasNextPage } edges { node { id trend { isTrending } } } } }"
    ids, after = list[str](), None
    for more in (True, True, False):
        page = (await ask(asked, document, after=after))["topics"]
        assert (page["totalCount"], page["pageInfo"]["hasNextPage"]) == (3, more)
        after = page["pageInfo"]["endCursor"]
        ids += [edge["node"]["id"] for edge in page["edges"] if edge["node"]["trend"]["isTrending"]]
    assert len(set(ids)) == 3
    assert max(read) == 2, "one more than the page tells whether more follow"


async def test_a_past_view_knows_the_requests_and_releases_of_then(asked: World) -> None:
    early = await topics(asked, asOf=(START + timedelta(days=53)).isoformat())
    assert {name: quotes(one) for name, one in early.items()} == {SSO[0]: [SSO[1], SSO[0]], DARK[0]: [DARK[0]]}
    assert not early[SSO[0]]["requests"]["edges"][0]["node"]["releases"]
    before = (START + timedelta(days=59)).isoformat()
    assert (await ask(asked, RELEASES, asOf=before))["releases"]["totalCount"] == 0


async def test_a_release_lists_each_customers_own_sentence_by_account(asked: World) -> None:
    (edge,) = (await ask(asked, RELEASES))["releases"]["edges"]
    assert [one["account"]["name"] for one in edge["node"]["answered"]] == ["East", "North", "South"]
    for one in (request for account in edge["node"]["answered"] for request in account["requests"]):
        assert one["score"]["value"] == pytest.approx(sum(term["value"] for term in one["score"]["terms"]), abs=1e-8)
    (edge,) = (await ask(asked, RELEASES, "anna"))["releases"]["edges"]
    assert edge["node"]["answeredAccountCount"] == 2
    assert [one["account"]["name"] for one in edge["node"]["answered"]] == ["North", "South"]
    alone = "query One($id: ID!) { release(id: $id) { name answeredRequestCount } }"
    assert (await ask(asked, alone, id=edge["node"]["id"]))["release"] == {"name": "Spring", "answeredRequestCount": 3}


async def test_a_merge_is_seen_at_once_taken_once_and_withdrawn_leaves_no_trace(asked: World) -> None:
    before = await topics(asked)
    ids = {"topicId": before[DARK[0]]["id"], "intoId": before[SSO[0]]["id"]}
    merged = await decide(asked, "mergeTopics", **ids, reason="both for users", clientMutationId="k1")
    assert merged["clientMutationId"] == "k1"
    (topic,) = merged["topics"]
    assert topic["requestCount"] == 5
    assert await decide(asked, "mergeTopics", **ids, reason="both for users", clientMutationId="k1") == merged
    (ruling,) = topic["rulings"]
    assert (ruling["kind"], ruling["reason"], ruling["request"]["quote"]) == (
        "TOPICS_MERGED",
        "both for users",
        DARK[0],
    )
    assert (await topics(asked, "anna"))[SSO[0]]["rulings"] == []
    refused = await decide(asked, "withdrawTopicRuling", "anna", rulingId=ruling["id"])
    assert refused["code"] == "NOT_FOUND"
    await decide(asked, "withdrawTopicRuling", rulingId=ruling["id"])
    assert await topics(asked) == before


async def test_a_request_moves_and_the_answer_shows_where_it_is_and_where_it_was(asked: World) -> None:
    before = await topics(asked)
    request = before[SSO[0]]["requests"]["edges"][1]["node"]
    moved = await decide(asked, "moveRequest", requestId=request["id"], topicId=before[DARK[0]]["id"])
    assert {quotes(one)[-1]: len(quotes(one)) for one in moved["topics"]} == {SSO[0]: 2, DARK[0]: 3}
    alone = (await decide(asked, "moveRequest", requestId=request["id"]))["topics"]
    assert {quotes(one)[-1]: len(quotes(one)) for one in alone} == {request["quote"]: 1, DARK[0]: 2}
    assert (await decide(asked, "moveRequest", requestId=request["id"]))["topics"] == alone
    assert (await rulings(asked), len(await topics(asked))) == (2, 3)


async def test_a_request_that_nobody_moved_is_alone_already(asked: World) -> None:
    await load(asked, [mail(9, PEOPLE["north"], (ANNA,), day=58, text=EXPORT, subject="Plan 9")])
    (only,) = (await topics(asked))[EXPORT]["requests"]["edges"]
    refused = await decide(asked, "moveRequest", requestId=only["node"]["id"])
    assert (refused["code"], refused["message"]) == ("CONFLICT", "The request is in a topic of its own already.")


MERGE = "mutation M($given: MergeTopicsInput!) { mergeTopics(input: $given) { __typename } }"
RENAME = "mutation M($given: RenameTopicInput!) { renameTopic(input: $given) { __typename } }"


async def test_a_decision_that_was_cut_off_before_topics_followed_is_taken_once(
    asked: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = await topics(asked)
    given = {"topicId": before[DARK[0]]["id"], "intoId": before[SSO[0]]["id"]}
    named = {"topicId": before[DARK[0]]["id"], "name": "Dark"}

    async def broken(_: LocalFacts) -> None:
        raise RuntimeError("cut off")

    with monkeypatch.context() as patched:
        patched.setattr(LocalFacts, "bring_in_line", broken)
        for document, one in ((MERGE, given), (MERGE, given), (RENAME, named), (RENAME, named)):
            assert (await asked.execute(document, "ben", NOW, given=one)).errors
    assert await rulings(asked) == 2
    (topic,) = (await decide(asked, "mergeTopics", **given))["topics"]
    assert (topic["requestCount"], await rulings(asked)) == (5, 2)


async def test_a_name_that_comes_back_is_a_decision_of_its_own(asked: World) -> None:
    topic = (await topics(asked))[DARK[0]]["id"]
    for name in ("Dark", "Night", "Dark"):
        (found,) = (await decide(asked, "renameTopic", topicId=topic, name=name))["topics"]
        assert found["name"] == name
    assert await rulings(asked) == 3


async def test_two_equal_decisions_at_once_are_one(asked: World) -> None:
    before = await topics(asked)
    given = {"topicId": before[DARK[0]]["id"], "intoId": before[SSO[0]]["id"]}
    one, other = await asyncio.gather(decide(asked, "mergeTopics", **given), decide(asked, "mergeTopics", **given))
    assert (one, await rulings(asked)) == (other, 1)
    (ruling,) = one["topics"][0]["rulings"]
    taken = await asyncio.gather(*(decide(asked, "withdrawTopicRuling", rulingId=ruling["id"]) for _ in range(2)))
    assert taken[0] == taken[1]
    assert await topics(asked) == before


async def test_a_name_is_read_by_who_may_read_all_it_was_given_to(asked: World) -> None:
    """Ben saw East's request when he named it, so Anna, who does not, reads the phrase that was found."""
    found = await topics(asked, "anna")
    plain = found[SSO[0]]["name"]
    named = await decide(asked, "renameTopic", topicId=found[SSO[0]]["id"], name=" Sign   on ")
    assert [(one["name"], one["isNamed"]) for one in named["topics"]] == [("Sign on", True)]
    seen = (await topics(asked, "anna"))[SSO[0]]
    assert (seen["name"], seen["isNamed"], seen["rulings"]) == (plain, False, [])
    own = await decide(asked, "renameTopic", "anna", topicId=found[DARK[0]]["id"], name="Dark")
    assert [one["name"] for one in own["topics"]] == ["Dark"]
    assert (await topics(asked))[DARK[0]]["name"] == "Dark"


async def test_a_name_stays_hidden_where_a_better_copy_takes_away_the_hidden_sentence_it_was_given_for(
    asked: World,
) -> None:
    """The mail holds the decision's secret also without the sentence; ADR 12."""
    found = await topics(asked, "anna")
    plain = found[SSO[0]]["name"]
    await decide(asked, "renameTopic", topicId=found[SSO[0]]["id"], name="East wants to sign on")
    (ruling,) = (await topics(asked))[SSO[0]]["rulings"]
    better = mail(3, PEOPLE["east"], (BEN,), day=54, text="The plan is here. " * 20, subject="Plan 3")
    await load(asked, [better])
    seen = (await topics(asked, "anna"))[SSO[0]]
    assert (seen["name"], seen["isNamed"], seen["rulings"]) == (plain, False, [])
    assert (await decide(asked, "withdrawTopicRuling", "anna", rulingId=ruling["id"]))["code"] == "NOT_FOUND"
    assert (await topics(asked))[SSO[0]]["name"] == "East wants to sign on"


@pytest.mark.parametrize("name", ["", "  ", "x" * 121])
async def test_a_name_that_is_none_is_refused(asked: World, name: str) -> None:
    topic = (await topics(asked))[SSO[0]]["id"]
    assert (await decide(asked, "renameTopic", topicId=topic, name=name))["code"] == "BAD_INPUT"


async def test_what_is_hidden_or_nothing_is_answered_alike(asked: World) -> None:
    whole = (await topics(asked))[SSO[0]]
    hidden = next(edge["node"]["id"] for edge in whole["requests"]["edges"] if edge["node"]["quote"] == HIDDEN)
    nothing = encode_id(Kind.EVIDENCE, asked.workspace.workspace_id, "nothing")
    for other in (hidden, nothing, "nonsense"):
        for field, given in (
            ("mergeTopics", {"topicId": other, "intoId": whole["id"]}),
            ("moveRequest", {"requestId": other}),
            ("moveRequest", {"requestId": whole["requests"]["edges"][1]["node"]["id"], "topicId": other}),
            ("renameTopic", {"topicId": other, "name": "A"}),
        ):
            answer = await decide(asked, field, "anna", **given)
            assert (answer["code"], answer["message"]) == ("NOT_FOUND", "There is no such topic or request.")
