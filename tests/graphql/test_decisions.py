"""Decisions on actions: done, dismissed, snoozed, reopened (A21-A22); each is taken once, whatever is sent again."""

import asyncio
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

import pytest

from graph_service.schema.ids import Kind
from tests.graphql.world import NOW, World

ANSWER = """{ __typename ... on ActionPayload { clientMutationId action { status version snoozedUntil closedAt } }
  ... on UserError { code message hint } }"""
COMPLETE = f"""mutation M($id: ID!, $key: String) {{
  result: completeAction(input: {{ actionId: $id, clientMutationId: $key }}) {ANSWER} }}"""
REOPEN = f"""mutation M($id: ID!, $key: String) {{
  result: reopenAction(input: {{ actionId: $id, clientMutationId: $key }}) {ANSWER} }}"""
DISMISS = f"""mutation M($id: ID!, $reason: DismissReason! = WRONG, $note: String) {{
  result: dismissAction(input: {{ actionId: $id, reason: $reason, note: $note }}) {ANSWER} }}"""
SNOOZE = f"""mutation M($id: ID!, $until: DateTime!, $reason: String) {{
  result: snoozeAction(input: {{ actionId: $id, until: $until, reason: $reason }}) {ANSWER} }}"""
LATER = (NOW + timedelta(days=5)).isoformat()


async def decide(world: World, document: str, name: str, who: str = "anna", **variables: Any) -> Mapping[str, Any]:
    data = await world.ask(document, who, id=world.id_of(Kind.ACTION, f"action {name}"), **variables)
    result: Mapping[str, Any] = data["result"]
    return result


async def stored(world: World, name: str) -> dict[str, Any]:
    rows = await world.run(
        """MATCH (action:Action {workspace_id: $workspace_id, uid: $uid})
        OPTIONAL MATCH (decision:Decision)-[:ON]->(action)
        WITH action, decision ORDER BY decision.at, decision.uid
        WITH action,
          collect(decision {.kind, .reason, .note, .by_uid, .uid, until: decision.until.epochMillis}) AS decisions
        MATCH (workspace:Workspace {workspace_id: $workspace_id})
        RETURN action.status AS status, action.open_key AS open_key, action.version AS version, decisions,
          COUNT {
            MATCH (event:Event {workspace_id: $workspace_id})
            WHERE event.type = 'action.decided' AND event.ids = [$uid]
          } AS events,
          COUNT { MATCH (event:Event {workspace_id: $workspace_id}) } = workspace.event_seq AS gapless""",
        uid=world.uids[f"action {name}"],
    )
    return rows[0]


async def open_titles(world: World, who: str = "anna", now: datetime = NOW) -> list[str]:
    data = await world.ask("{ actionQueue { edges { node { title } } } }", who, now)
    return [edge["node"]["title"].removeprefix("Do ") for edge in data["actionQueue"]["edges"]]


async def test_a_completed_action_leaves_the_queue_with_who_did_it_and_an_event(own_world: World) -> None:
    answer = await decide(own_world, COMPLETE, "answer", key="k1")
    assert answer["__typename"] == "ActionPayload"
    assert answer["clientMutationId"] == "k1"
    assert (answer["action"]["status"], answer["action"]["version"]) == ("DONE", 2)
    assert answer["action"]["closedAt"] == NOW.isoformat()
    after = await stored(own_world, "answer")
    assert (after["status"], after["open_key"], after["version"]) == ("done", None, 2)
    assert [(one["kind"], one["by_uid"]) for one in after["decisions"]] == [("done", own_world.uids["anna"])]
    assert (after["events"], after["gapless"]) == (1, True)
    assert "answer" not in await open_titles(own_world)


@pytest.mark.parametrize("document", [COMPLETE, DISMISS, SNOOZE])
async def test_deciding_twice_is_deciding_once(own_world: World, document: str) -> None:
    variables = {"until": LATER} if document is SNOOZE else {}
    first = await decide(own_world, document, "equal", **variables)
    second = await decide(own_world, document, "equal", **variables)
    assert first == second
    after = await stored(own_world, "equal")
    assert (len(after["decisions"]), after["events"], after["version"]) == (1, 1, 2)


async def test_a_decision_sent_again_after_it_was_taken_back_is_not_taken_again(own_world: World) -> None:
    """The same `clientMutationId` is the same decision, even when a late retry arrives."""
    await decide(own_world, COMPLETE, "equal", key="once")
    await decide(own_world, REOPEN, "equal")
    again = await decide(own_world, COMPLETE, "equal", key="once")
    assert again["action"]["status"] == "OPEN"
    anew = await decide(own_world, COMPLETE, "equal", key="twice")
    assert anew["action"]["status"] == "DONE"
    kinds = {one["kind"] for one in (await stored(own_world, "equal"))["decisions"]}
    assert kinds == {"done", "reopened"}


async def test_ten_at_once_leave_one_decision(own_world: World) -> None:
    answers = await asyncio.gather(*(decide(own_world, COMPLETE, "equal") for _ in range(10)))
    assert {answer["action"]["version"] for answer in answers} == {2}
    after = await stored(own_world, "equal")
    assert (len(after["decisions"]), after["events"], after["gapless"]) == (1, 1, True)


async def test_a_dismissal_keeps_its_reason_and_note(own_world: World) -> None:
    """A22."""
    await decide(own_world, DISMISS, "equal", reason="ALREADY_HANDLED", note="  by phone \ud800")
    after = await stored(own_world, "equal")
    assert after["status"] == "dismissed"
    assert [(one["reason"], one["note"]) for one in after["decisions"]] == [("already_handled", "by phone")]


async def test_a_snoozed_action_comes_back_when_its_time_is_over(own_world: World) -> None:
    answer = await decide(own_world, SNOOZE, "equal", until=LATER, reason="away")
    assert answer["action"]["status"] == "SNOOZED"
    assert answer["action"]["snoozedUntil"] == LATER
    assert "equal" not in await open_titles(own_world)
    assert "equal" in await open_titles(own_world, now=NOW + timedelta(days=6))
    after = await stored(own_world, "equal")
    assert after["open_key"] == "public/equal", "a snoozed action still stands for its key"
    assert after["decisions"][0]["until"] is not None
    assert after["decisions"][0]["reason"] == "away"


@pytest.mark.parametrize("until", [NOW.isoformat(), "2020-01-01T00:00:00Z", "2020-01-01T00:00:00"])
async def test_a_snooze_into_the_past_is_refused(own_world: World, until: str) -> None:
    answer = await decide(own_world, SNOOZE, "equal", until=until)
    assert (answer["__typename"], answer["code"]) == ("UserError", "BAD_INPUT")
    assert answer["hint"]
    assert (await stored(own_world, "equal"))["decisions"] == []


async def test_a_closed_action_is_not_snoozed(own_world: World) -> None:
    answer = await decide(own_world, SNOOZE, "done", until=LATER)
    assert (answer["__typename"], answer["code"]) == ("UserError", "CONFLICT")
    assert (await stored(own_world, "done"))["version"] == 1


async def test_a_reopened_action_is_in_the_queue_again_with_its_key(own_world: World) -> None:
    for name, document in (("equal", COMPLETE), ("answer", DISMISS)):
        before = await stored(own_world, name)
        await decide(own_world, document, name)
        answer = await decide(own_world, REOPEN, name)
        assert (answer["action"]["status"], answer["action"]["closedAt"]) == ("OPEN", None)
        after = await stored(own_world, name)
        assert after["open_key"] == before["open_key"]
        assert name in await open_titles(own_world)
        assert (await decide(own_world, REOPEN, name)) == answer
        assert (await stored(own_world, name))["version"] == after["version"] == 3


async def test_an_action_made_anew_meanwhile_keeps_the_old_one_closed(own_world: World) -> None:
    """One open action a key."""
    await decide(own_world, COMPLETE, "equal")
    await own_world.run(
        """MATCH (playbook:Playbook {workspace_id: $workspace_id, uid: 'public'})
        CREATE (playbook)-[:MADE]->(:Action {workspace_id: $workspace_id, uid: 'anew', key: 'equal',
          open_key: 'public/equal', status: 'open', score: 0.1, bucket: 'risk', account_uid: $account})""",
        account=own_world.uids["north"],
    )
    answer = await decide(own_world, REOPEN, "equal")
    assert (answer["__typename"], answer["code"]) == ("UserError", "CONFLICT")
    assert (await stored(own_world, "equal"))["status"] == "done"


@pytest.mark.parametrize("document", [COMPLETE, DISMISS, SNOOZE, REOPEN])
async def test_a_forbidden_action_is_refused_in_the_same_words_as_an_unknown_one(
    own_world: World, document: str
) -> None:
    """P21, A27-A28: hidden account, another's private playbook, words that may not be read, no such action."""
    variables: dict[str, Any] = {"until": LATER} if document is SNOOZE else {}
    own_world.uids["action none"] = "none"
    answers = [
        await decide(own_world, document, name, "ben", **variables) for name in ("south", "own", "joint", "none")
    ]
    answers.append((await own_world.ask(document, "ben", id="nothing", **variables))["result"])
    assert all(answer == answers[0] for answer in answers)
    assert (answers[0]["__typename"], answers[0]["code"]) == ("UserError", "NOT_FOUND")
    for name in ("south", "own", "joint"):
        after = await stored(own_world, name)
        assert (after["decisions"], after["events"], after["version"]) == ([], 0, 1)


async def test_the_past_queue_follows_the_decisions(own_world: World) -> None:
    """Decision 20: a stored day reads history."""
    await decide(own_world, COMPLETE, "answer")
    await decide(own_world, SNOOZE, "equal", until=LATER)
    document = (
        "query Q($t: DateTime, $s: ActionStatus!) { actionQueue(asOf: $t, status: $s) { edges { node { title } } } }"
    )

    async def at(moment: datetime, status: str) -> set[str]:
        data = await own_world.ask(document, now=NOW + timedelta(days=30), t=moment.isoformat(), s=status)
        return {edge["node"]["title"].removeprefix("Do ") for edge in data["actionQueue"]["edges"]}

    assert {"answer", "equal"} <= await at(NOW - timedelta(hours=1), "OPEN")
    assert not {"answer", "equal"} & await at(NOW + timedelta(hours=1), "OPEN")
    assert await at(NOW + timedelta(hours=1), "SNOOZED") == {"equal"}
    assert await at(NOW + timedelta(hours=1), "DONE") == {"answer"}
    assert "equal" in await at(NOW + timedelta(days=6), "OPEN")


@pytest.mark.parametrize("text", ["x" * 5000])
async def test_endless_texts_are_refused(own_world: World, text: str) -> None:
    assert (await decide(own_world, DISMISS, "equal", note=text))["code"] == "BAD_INPUT"
    assert (await decide(own_world, COMPLETE, "equal", key=text))["code"] == "BAD_INPUT"
    assert (await decide(own_world, REOPEN, "equal", key=text))["code"] == "BAD_INPUT"
    assert (await decide(own_world, SNOOZE, "equal", until=LATER, reason=text))["code"] == "BAD_INPUT"


async def test_the_past_queue_knows_nothing_of_later_decisions(own_world: World) -> None:
    """Decision 4."""
    await decide(own_world, COMPLETE, "answer")
    await decide(own_world, SNOOZE, "equal", until=LATER)
    document = (
        """query Q($t: DateTime) { actionQueue(asOf: $t) { edges { node { closedAt snoozedUntil lastFiredAt } } } }"""
    )
    past = (NOW - timedelta(days=10)).isoformat()
    data = await own_world.ask(document, now=NOW + timedelta(days=1), t=past)
    nodes = [edge["node"] for edge in data["actionQueue"]["edges"]]
    assert nodes
    assert all(value is None for node in nodes for value in node.values())
