"""The queue and single actions (A3-A5, A20-A21, A27-A28)."""

from datetime import timedelta
from typing import Any

import pytest

from graph_service.schema.ids import Kind
from tests.graphql.world import ASK, NOW, START, World

QUEUE = """query Queue($first: Int! = 20, $after: String, $status: ActionStatus! = OPEN, $bucket: Bucket,
  $account: ID, $asOf: DateTime) {
  actionQueue(first: $first, after: $after, status: $status, bucket: $bucket, accountId: $account, asOf: $asOf) {
    totalCount pageInfo { endCursor hasNextPage hasPreviousPage }
    edges { cursor node { id title status score { value terms { name value } } } }
  }
}"""


async def titles(world: World, who: str, **variables: Any) -> list[str]:
    data = await world.ask(QUEUE, who, **variables)
    edges = data["actionQueue"]["edges"]
    assert data["actionQueue"]["totalCount"] == len(edges), "the total counts what is listed, and nothing hidden"
    return [edge["node"]["title"].removeprefix("Do ") for edge in edges]


ALL_OPEN = ["answer", "joint", "south", "own", "woken", "equal", "mail", "person"]


async def test_the_queue_is_ranked_by_score_then_id_and_a_snooze_that_is_over_is_open_again(world: World) -> None:
    assert await titles(world, "anna") == ALL_OPEN


async def test_a_score_is_the_sum_of_its_terms(world: World) -> None:
    """A20."""
    for edge in (await world.ask(QUEUE))["actionQueue"]["edges"]:
        score = edge["node"]["score"]
        assert sum(term["value"] for term in score["terms"]) == pytest.approx(score["value"], abs=1e-9)


async def test_a_viewer_sees_actions_of_their_accounts_only_and_none_that_quotes_words_they_may_not_read(
    world: World,
) -> None:
    assert await titles(world, "ben") == ["answer", "woken", "equal", "mail", "person"]
    assert await titles(world, "cleo") == []


async def test_only_its_owner_sees_the_actions_of_a_private_playbook(world: World) -> None:
    """A27-A28: not even an admin sees them."""
    assert "own" in await titles(world, "anna")
    assert "own" not in await titles(world, "ben")
    assert "own" not in await titles(world, "admin")
    own = world.id_of(Kind.ACTION, "action own")
    document = "query One($id: ID!) { action(id: $id) { title playbook { name isPrivate } } }"
    assert (await world.ask(document, "anna", id=own))["action"]["playbook"] == {"name": "private", "isPrivate": True}
    assert (await world.ask(document, "admin", id=own))["action"] is None


async def test_pages_of_any_size_follow_each_other_without_gap_or_double(world: World) -> None:
    for size in (1, 2, 3, 8):
        seen: list[str] = []
        after, more = None, True
        while more:
            data = (await world.ask(QUEUE, first=size, after=after))["actionQueue"]
            assert data["totalCount"] == len(ALL_OPEN)
            assert data["pageInfo"]["hasPreviousPage"] == (after is not None)
            seen += [edge["node"]["title"].removeprefix("Do ") for edge in data["edges"]]
            after, more = data["pageInfo"]["endCursor"], data["pageInfo"]["hasNextPage"]
        assert seen == ALL_OPEN


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({"status": "SNOOZED"}, ["asleep"]),
        ({"status": "DONE"}, ["done"]),
        ({"status": "EXPIRED"}, []),
        ({"bucket": "GROWTH"}, ["equal"]),
        ({"bucket": "OUTREACH"}, []),
    ],
)
async def test_filters_keep_what_they_name(world: World, variables: dict[str, str], expected: list[str]) -> None:
    assert await titles(world, "anna", **variables) == expected


async def test_the_queue_of_one_account_holds_its_actions_and_that_of_an_unknown_one_nothing(world: World) -> None:
    assert await titles(world, "anna", account=world.id_of(Kind.ACCOUNT, "south")) == ["south"]
    assert await titles(world, "ben", account=world.id_of(Kind.ACCOUNT, "south")) == []
    assert await titles(world, "anna", account="nothing") == []


async def test_the_total_is_not_counted_unless_asked_for(world: World) -> None:
    assert "totalCount" not in (await world.ask("{ actionQueue { edges { node { id } } } }"))["actionQueue"]


@pytest.mark.parametrize("first", [0, -1, 201, 2_000_000_000])
async def test_a_page_outside_the_limits_is_refused(world: World, first: int) -> None:
    result = await world.execute("query Q($n: Int!) { actionQueue(first: $n) { edges { cursor } } }", n=first)
    assert result.errors
    assert result.errors[0].extensions is not None
    assert result.errors[0].extensions["code"] in {"BAD_INPUT", "TOO_COMPLEX"}


async def test_the_queue_of_a_past_day_holds_what_had_fired_and_was_open_then(world: World) -> None:
    assert await titles(world, "anna", asOf=(START + timedelta(days=49)).isoformat()) == []
    past = await titles(world, "anna", asOf=(START + timedelta(days=51)).isoformat())
    assert past == ["answer", "joint", "south", "own", "woken", "equal", "asleep", "done", "mail", "person"]


async def test_a_moment_in_the_future_is_refused(world: World) -> None:
    result = await world.execute(QUEUE, asOf=(NOW + timedelta(days=30)).isoformat())
    assert result.errors
    assert result.errors[0].extensions is not None
    assert result.errors[0].extensions["code"] == "BAD_INPUT"


ACTION = """query One($id: ID!) { action(id: $id) {
  title dueAt contact { id name } account { id name arr } playbook { name isPrivate }
  reasons { text evidence { id kind quote at subject term interactionId } }
} }"""


async def test_an_action_carries_its_reasons_with_the_sentences_behind_them(world: World) -> None:
    """A5: the evidence stands at the reason that quotes it."""
    action = (await world.ask(ACTION, id=world.id_of(Kind.ACTION, "action answer")))["action"]
    assert [len(reason["evidence"]) for reason in action["reasons"]] == [0, 1]
    evidence = action["reasons"][1]["evidence"][0]
    assert (evidence["kind"], evidence["quote"], evidence["subject"]) == ("ASK", ASK, "Second site")
    assert evidence["interactionId"] == world.id_of(Kind.INTERACTION, "mail Second site")
    assert action["contact"] == {"id": world.id_of(Kind.CONTACT, "ada"), "name": "Ada Lane"}
    assert action["account"]["id"] == world.id_of(Kind.ACCOUNT, "north")


async def test_the_subject_of_a_mail_across_accounts_needs_sight_of_both(world: World) -> None:
    """Decision 14: the mail itself is evidence for both viewers, its words for one."""
    mail = world.id_of(Kind.ACTION, "action mail")
    subject = {
        who: (await world.ask(ACTION, who, id=mail))["action"]["reasons"][0]["evidence"][0]["subject"]
        for who in ("anna", "ben")
    }
    assert subject == {"anna": "Joint CANARY subject", "ben": None}


async def test_a_person_named_by_a_reason_is_evidence_too(world: World) -> None:
    action = (await world.ask(ACTION, id=world.id_of(Kind.ACTION, "action person")))["action"]
    evidence = action["reasons"][0]["evidence"][0]
    assert (evidence["kind"], evidence["quote"], evidence["id"]) == (
        "PERSON", "Carl Moe", world.id_of(Kind.CONTACT, "carl")
    )  # fmt: skip


async def test_a_forbidden_action_answers_like_one_that_does_not_exist(world: World) -> None:
    ids = (world.id_of(Kind.ACTION, "action south"), world.id_of(Kind.ACCOUNT, "north"), "AAAA", "", "ü", "a" * 500)
    assert [(await world.ask(ACTION, "ben", id=one))["action"] for one in ids] == [None] * 6
