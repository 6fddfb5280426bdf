"""What people say of a release and a request: by sight, once, kept by every load, taken back (A15)."""

import asyncio
from collections.abc import Mapping
from typing import Any

import pytest

from graph_service.schema.ids import Kind, encode_id
from tests.graphql.topics.topic_world import DARK, HIDDEN, RELEASES, SSO, ask, load, records, rulings, topics
from tests.graphql.world import World

pytestmark = pytest.mark.neo4j

ANSWERS = """{
  __typename
  ... on AnswerPayload { clientMutationId release { answeredAccountCount answeredRequestCount reviewRequestCount
    answered { ...Asked } toReview { ...Asked } rejected { ...Asked } } }
  ... on UserError { code message }
}"""
ASKED_OF = "fragment Asked on AnsweredAccount { account { name } requests { id quote state } }"


async def judge(world: World, field: str, who: str = "ben", **given: Any) -> Mapping[str, Any]:
    """Return the answer of a decision on an answer."""
    document = f"mutation M($given: AnswerInput!) {{ {field}(input: $given) {ANSWERS} }} {ASKED_OF}"
    found: Mapping[str, Any] = (await ask(world, document, who, given=given))[field]
    return found


def listed(release: Mapping[str, Any]) -> dict[str, list[str]]:
    """Return list → the accounts in it."""
    return {name: [one["account"]["name"] for one in release[name]] for name in ("answered", "toReview", "rejected")}


async def spring(world: World) -> tuple[str, dict[str, str]]:
    """Return the release, and sentence → request that it answers."""
    (edge,) = (await ask(world, RELEASES))["releases"]["edges"]
    requests = [one["node"] for topic in (await topics(world)).values() for one in topic["requests"]["edges"]]
    return edge["node"]["id"], {one["quote"]: one["id"] for one in requests}


async def test_an_answer_is_accepted_rejected_and_withdrawn_and_stays_so_with_the_next_load(asked: World) -> None:
    before = (await ask(asked, RELEASES))["releases"]
    release, requests = await spring(asked)
    pair = {"releaseId": release, "requestId": requests[SSO[1]]}
    done = await judge(asked, "rejectAnswer", **pair, reason="only for admins", clientMutationId="k1")
    assert listed(done["release"]) == {"answered": ["East", "North"], "toReview": [], "rejected": ["South"]}
    assert (done["release"]["answeredAccountCount"], done["release"]["answeredRequestCount"]) == (2, 2)
    assert await judge(asked, "rejectAnswer", **pair, reason="only for admins", clientMutationId="k1") == done
    again = await judge(asked, "rejectAnswer", **pair)
    assert (again["release"], await rulings(asked)) == (done["release"], 1)
    shown = (await topics(asked))[SSO[0]]["requests"]["edges"]
    assert [(one["node"]["quote"], len(one["node"]["releases"])) for one in shown] == [
        (SSO[2], 1),
        (SSO[1], 0),
        (SSO[0], 1),
    ]
    await load(asked, records())
    assert listed((await judge(asked, "rejectAnswer", **pair))["release"]) == listed(done["release"])
    accepted = await judge(asked, "acceptAnswer", **pair)
    assert listed(accepted["release"])["answered"] == ["East", "North", "South"]
    assert accepted["release"]["answered"][2]["requests"][0]["state"] == "ACCEPTED"
    for _ in range(2):
        taken = await judge(asked, "withdrawAnswerRuling", **pair)
        assert taken["release"]["answered"][2]["requests"][0]["state"] == "AUTO"
    assert (await ask(asked, RELEASES))["releases"] == before


async def test_an_answer_is_judged_by_who_may_read_the_request_and_only_where_there_is_one(asked: World) -> None:
    release, requests = await spring(asked)
    workspace = asked.workspace.workspace_id
    nothing = encode_id(Kind.RELEASE, workspace, "nothing")
    for given in (
        {"releaseId": release, "requestId": requests[HIDDEN]},
        {"releaseId": release, "requestId": requests[DARK[0]]},
        {"releaseId": nothing, "requestId": requests[SSO[0]]},
        {"releaseId": "nonsense", "requestId": "nonsense"},
    ):
        for field in ("acceptAnswer", "rejectAnswer", "withdrawAnswerRuling"):
            answer = await judge(asked, field, "anna", **given)
            assert (answer["code"], answer["message"]) == ("NOT_FOUND", "The release has no such answer.")
    assert await rulings(asked) == 0


async def test_what_somebody_said_of_an_answer_happens_once_at_once(asked: World) -> None:
    release, requests = await spring(asked)
    pair = {"releaseId": release, "requestId": requests[SSO[0]]}
    one, other = await asyncio.gather(judge(asked, "rejectAnswer", **pair), judge(asked, "rejectAnswer", **pair))
    assert (one, await rulings(asked)) == (other, 1)
