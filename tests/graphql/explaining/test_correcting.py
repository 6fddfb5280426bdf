"""Corrections (M7, P7-P9): facts follow at once, leave no trace when taken back, and need the sight to be made."""

import asyncio
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from graph_service.app.refreshing import refresh
from graph_service.graph.digest import digest
from graph_service.schema.ids import Kind, encode_id
from tests.graphql.explaining.asking import ask, derived
from tests.graphql.explaining.correcting_world import load
from tests.graphql.world import World
from tests.integration.memory import END

FACT = """{ metric value terms { name value } states { state since }
  rulings { kind by { name } reason lastDay newEmployer } }"""
REFUSED = "... on UserError { code message hint }"
JUDGE = f"""mutation M($id: ID!, $key: String, $reason: String) {{
  result: FIELD(input: {{ evidenceId: $id, clientMutationId: $key, reason: $reason }}) {{
    ... on EvidencePayload {{ clientMutationId evidence {{ kind quote isRejected }}
      explanations {{ stakeholder {{ name }} ... on Explanation {FACT} }} }} {REFUSED} }} }}"""
RULE = f"""mutation M($id: ID!, $key: String, $reason: String) {{
  result: FIELD(input: {{ stakeholderId: $id, clientMutationId: $key, reason: $reason }}) {{
    ... on RulingPayload {{ clientMutationId explanation {FACT} }} {REFUSED} }} }}"""
LEFT = f"""mutation M($id: ID!, $day: Date, $to: String) {{
  result: confirmDeparture(input: {{ stakeholderId: $id, lastDay: $day, newEmployer: $to }}) {{
    ... on RulingPayload {{ explanation {FACT} }} {REFUSED} }} }}"""
WITHDRAW = f"""mutation M($id: ID!, $question: RulingQuestion!) {{
  result: withdrawRuling(input: {{ stakeholderId: $id, question: $question }}) {{
    ... on RulingPayload {{ explanation {FACT} }} {REFUSED} }} }}"""
EXPLAIN = (
    f"query Q($id: ID!, $metric: FactMetric!, $at: DateTime) {{ explain(id: $id, metric: $metric, asOf: $at) {FACT} }}"
)


async def judged(world: World, field: str, name: str, who: str = "ana", **more: Any) -> Any:
    uid = encode_id(Kind.EVIDENCE, world.workspace.workspace_id, world.uids[name])
    return (await ask(world, JUDGE.replace("FIELD", field), who, END, id=uid, **more))["result"]


async def ruled(world: World, field: str, name: str, who: str = "ana", now: datetime = END, **more: Any) -> Any:
    uid = world.id_of(Kind.STAKEHOLDER, f"{name} there")
    return (await ask(world, RULE.replace("FIELD", field), who, now, id=uid, **more))["result"]


async def withdrawn(world: World, name: str, question: str, who: str = "ana") -> Any:
    uid = world.id_of(Kind.STAKEHOLDER, f"{name} there")
    return (await ask(world, WITHDRAW, who, END, id=uid, question=question))["result"]


async def explained(world: World, name: str, metric: str, who: str = "ana", at: str | None = None) -> Any:
    uid = world.id_of(Kind.STAKEHOLDER, f"{name} there")
    return (await ask(world, EXPLAIN, who, END, id=uid, metric=metric, at=at))["explain"]


async def events(world: World) -> list[list[str]]:
    rows = await world.run(
        """MATCH (event:Event {workspace_id: $workspace_id})
        WHERE event.type IN ['evidence.judged', 'stakeholder.ruled']
        RETURN event.ids AS ids ORDER BY event.seq"""
    )
    return [row["ids"] for row in rows]


def states(found: Any) -> list[str]:
    return [one["state"] for one in found["states"]]


CLEARED = "MATCH (one:Action {workspace_id: $workspace_id, status: 'expired'}) RETURN one.title AS title"


async def test_a_rejected_sentence_counts_no_more_at_once_and_restored_leaves_no_trace(correcting: World) -> None:
    before, was = await derived(correcting), await explained(correcting, "ida", "CHAMPION")
    answer = await judged(correcting, "rejectEvidence", "advocacy Steering", key="k1", reason="a joke")
    assert answer["clientMutationId"] == "k1"
    assert answer["evidence"]["isRejected"] is True
    (now,) = answer["explanations"]
    assert (now["stakeholder"]["name"], now["metric"]) == ("Ida North", "CHAMPION")
    assert now["value"] < was["value"]
    assert now["value"] == pytest.approx(sum(term["value"] for term in now["terms"]), abs=2e-9)
    assert await explained(correcting, "ida", "CHAMPION") == {
        key: one for key, one in now.items() if key != "stakeholder"
    }
    assert await derived(correcting) != before
    assert (await judged(correcting, "restoreEvidence", "advocacy Steering"))["evidence"]["isRejected"] is False
    assert await derived(correcting) == before


async def test_a_rejected_bounce_makes_a_departure_a_silence(correcting: World) -> None:
    assert states(await explained(correcting, "jon", "DEPARTURE")) == ["departed"]
    (now,) = (await judged(correcting, "rejectEvidence", "bounce Undelivered"))["explanations"]
    assert now["metric"] == "DEPARTURE"
    assert "departed" not in states(now)
    assert "bounce" not in {term["name"] for term in now["terms"]}


async def test_the_same_judgement_again_changes_nothing(correcting: World) -> None:
    """P1: idempotent with and without a key, also when a key comes again after the sentence was restored."""
    first = await judged(correcting, "rejectEvidence", "advocacy CFO", key="k1")
    whole = await digest(correcting.database, correcting.workspace.workspace_id)
    for key in ("k1", "k2", None):
        again = await judged(correcting, "rejectEvidence", "advocacy CFO", key=key)
        assert again["explanations"] == first["explanations"]
    assert await digest(correcting.database, correcting.workspace.workspace_id) == whole
    ida, north = correcting.uids["ida there"], correcting.uids["north"]
    assert await events(correcting) == [[ida, north]]
    await judged(correcting, "restoreEvidence", "advocacy CFO", key="k3")
    late = await judged(correcting, "rejectEvidence", "advocacy CFO", key="k1")
    assert late["evidence"]["isRejected"] is False


async def test_a_rejection_outlives_the_next_load_of_the_same_mail(correcting: World, tmp_path: Path) -> None:
    await judged(correcting, "rejectEvidence", "advocacy Steering")
    before = await derived(correcting)
    await load(correcting, tmp_path)
    assert await derived(correcting) == before
    rows = await correcting.run(
        "MATCH (one:Evidence {workspace_id: $workspace_id}) WHERE one.is_rejected RETURN one.uid AS uid"
    )
    assert [row["uid"] for row in rows] == [correcting.uids["advocacy Steering"]]


@pytest.mark.parametrize("name", ["advocacy Steering", "sentiment Steering", "bounce Undelivered"])
async def test_a_rebuild_says_what_the_correction_said(correcting: World, name: str) -> None:
    """Also of a tone, which goes into what is usual in the workspace."""
    await judged(correcting, "rejectEvidence", name)
    before = await derived(correcting)
    await refresh(correcting.database, correcting.workspace, END, rebuild=True)
    assert await derived(correcting) == before


async def test_a_rejected_sentence_counts_in_no_past_either(correcting: World) -> None:
    """A rejection says that it never counted: the day it was said looks as it should have looked."""
    at = "2026-06-07T12:00:00Z"
    was = await explained(correcting, "ida", "CHAMPION", at=at)
    await judged(correcting, "rejectEvidence", "advocacy Steering")
    now = await explained(correcting, "ida", "CHAMPION", at=at)
    assert now["value"] < was["value"]
    assert now["value"] == pytest.approx(sum(term["value"] for term in now["terms"]), abs=2e-9)


async def test_a_sentence_across_accounts_is_judged_only_by_who_sees_all_of_them(correcting: World) -> None:
    whole = await digest(correcting.database, correcting.workspace.workspace_id)
    refusal = await judged(correcting, "rejectEvidence", "advocacy CANARY board", "ben")
    unknown = encode_id(Kind.EVIDENCE, correcting.workspace.workspace_id, "nothing")
    alike = await ask(correcting, JUDGE.replace("FIELD", "rejectEvidence"), "ben", END, id=unknown)
    assert refusal == alike["result"]
    assert refusal["code"] == "NOT_FOUND"
    assert (await judged(correcting, "rejectEvidence", "advocacy Steering", "cleo"))["code"] == "NOT_FOUND"
    assert await digest(correcting.database, correcting.workspace.workspace_id) == whole
    answer = await judged(correcting, "rejectEvidence", "advocacy CFO", "ben")
    assert "CANARY" not in repr(answer)


async def test_a_confirmed_champion_is_one_at_once_and_withdrawn_is_as_before(correcting: World) -> None:
    before = await derived(correcting)
    answer = await ruled(correcting, "confirmChampion", "jon", key="k1", reason="he told me")
    assert answer["clientMutationId"] == "k1"
    assert states(answer["explanation"]) == ["champion"]
    (ruling,) = answer["explanation"]["rulings"]
    assert (ruling["kind"], ruling["by"]["name"], ruling["reason"]) == ("champion", "Ana Ours", "he told me")
    assert await derived(correcting) != before
    again = await withdrawn(correcting, "jon", "CHAMPION")
    assert "champion" not in states(again["explanation"])
    assert sorted(one["kind"] for one in again["explanation"]["rulings"]) == ["withdrawn", "withdrawn champion"]
    assert await derived(correcting) == before


async def test_a_denied_champion_is_none_however_well_they_speak(correcting: World) -> None:
    assert states(await explained(correcting, "ida", "CHAMPION")) == ["champion"]
    answer = await ruled(correcting, "denyChampion", "ida")
    assert "champion" not in states(answer["explanation"])
    assert answer["explanation"]["value"] == pytest.approx(
        sum(term["value"] for term in answer["explanation"]["terms"]), abs=2e-9
    )


async def test_of_two_decisions_of_one_day_the_last_holds(correcting: World) -> None:
    """In a frozen workspace all decisions have one moment; their order must not hang on their ids."""
    for field, champion in (("denyChampion", False), ("confirmChampion", True), ("denyChampion", False)) * 2:
        answer = await ruled(correcting, field, "ida")
        assert ("champion" in states(answer["explanation"])) is champion


async def believed(world: World) -> list[str]:
    """Return every fact of the world but the queue, which keeps what was in it."""
    queue = ('["Action"]', '["MADE"', '["CONCERNS"', '["BECAUSE_OF"', '["TELLS_OF"')
    return [line for line in await derived(world) if not any(mark in line for mark in queue)]


async def test_a_denied_departure_is_over_at_once_and_a_confirmed_one_is_certain(correcting: World) -> None:
    before = await believed(correcting)
    assert "departed" not in states((await ruled(correcting, "denyDeparture", "jon"))["explanation"])
    uid = correcting.id_of(Kind.STAKEHOLDER, "jon there")
    left = (await ask(correcting, LEFT, "ana", END, id=uid, day="2026-05-29", to="Elm Works"))["result"]["explanation"]
    assert states(left) == ["departed"]
    assert left["value"] == pytest.approx(sum(term["value"] for term in left["terms"]), abs=2e-9)
    standing = [one for one in left["rulings"] if one["kind"] == "departed"]
    assert [(one["lastDay"], one["newEmployer"]) for one in standing] == [("2026-05-29", "Elm Works")]
    await withdrawn(correcting, "jon", "DEPARTURE")
    assert await believed(correcting) == before
    (action,) = await correcting.run(CLEARED)
    assert action["title"] == "Ask Jon North for an introduction at Elm Works"


async def test_a_confirmed_departure_begins_on_the_given_day_with_the_employer_and_is_known_from_today(
    correcting: World,
) -> None:
    """The spell is said from the day of the decision on; a rebuild says the same."""
    uid = correcting.id_of(Kind.STAKEHOLDER, "jon there")
    await ruled(correcting, "denyDeparture", "jon", now=END - timedelta(days=1))
    await ask(correcting, LEFT, "ana", END, id=uid, day="2026-05-29", to="Elm Works")
    look = """MATCH (one:Stakeholder {workspace_id: $workspace_id, uid: $uid})-[:HAS_SPELL]->(said:Spell)
        WHERE said.kind = 'departure' AND said.state = 'departed' AND said.valid_to IS NULL
        RETURN toString(date(said.began_at)) AS began, date(said.valid_from) = date($end) AS today,
          said.detail AS detail, one.new_employer AS employer"""
    given = {"uid": correcting.uids["jon there"], "end": END}
    expected = [{"began": "2026-05-29", "today": True, "detail": "Elm Works", "employer": "Elm Works"}]
    assert await correcting.run(look, **given) == expected
    before = await derived(correcting)
    await refresh(correcting.database, correcting.workspace, END, rebuild=True)
    assert await derived(correcting) == before


async def test_the_same_ruling_again_changes_nothing_and_a_later_one_renews_it(correcting: World) -> None:
    first = await ruled(correcting, "confirmChampion", "jon", key="k1")
    whole = await digest(correcting.database, correcting.workspace.workspace_id)
    for key in ("k1", "k2", None):
        assert (await ruled(correcting, "confirmChampion", "jon", key=key))["explanation"] == first["explanation"]
    assert await digest(correcting.database, correcting.workspace.workspace_id) == whole
    jon, north = correcting.uids["jon there"], correcting.uids["north"]
    assert await events(correcting) == [[jon, north]]
    later = await ruled(correcting, "confirmChampion", "jon", now=END + timedelta(days=30))
    assert [one["kind"] for one in later["explanation"]["rulings"]] == ["champion", "champion"]


async def test_two_equal_rulings_at_once_are_one(correcting: World) -> None:
    one, other = await asyncio.gather(*(ruled(correcting, "confirmChampion", "jon") for _ in range(2)))
    assert [each["kind"] for each in one["explanation"]["rulings"]] == ["champion"]
    assert (one["explanation"]["rulings"], len(await events(correcting))) == (other["explanation"]["rulings"], 1)
    taken = await asyncio.gather(*(withdrawn(correcting, "jon", "CHAMPION") for _ in range(2)))
    assert taken[0] == taken[1]
    assert len(await events(correcting)) == 2


async def test_nothing_to_withdraw_is_no_error_and_no_event(correcting: World) -> None:
    answer = await withdrawn(correcting, "ida", "DEPARTURE")
    assert answer["explanation"]["rulings"] == []
    assert await events(correcting) == []


async def test_a_hidden_person_is_nobodys_to_decide_on(correcting: World) -> None:
    whole = await digest(correcting.database, correcting.workspace.workspace_id)
    for field in ("confirmChampion", "denyChampion", "denyDeparture"):
        assert (await ruled(correcting, field, "lea", "ben"))["code"] == "NOT_FOUND"
    assert (await withdrawn(correcting, "lea", "CHAMPION", "ben"))["code"] == "NOT_FOUND"
    assert await digest(correcting.database, correcting.workspace.workspace_id) == whole


async def test_texts_that_are_too_long_are_refused_with_a_hint(correcting: World) -> None:
    for reason, key in (("x" * 1001, None), (None, "x" * 201)):
        refused = await ruled(correcting, "confirmChampion", "ida", reason=reason, key=key)
        assert (refused["code"], bool(refused["hint"])) == ("BAD_INPUT", True)
        refused = await judged(correcting, "rejectEvidence", "advocacy CFO", reason=reason, key=key)
        assert refused["code"] == "BAD_INPUT"


async def test_decisions_become_labels_of_the_calibration(correcting: World) -> None:
    """M3: said on the day before, judged by what was decided; what was withdrawn teaches nothing."""
    await ruled(correcting, "confirmChampion", "ida")
    await ruled(correcting, "denyDeparture", "jon")
    document = "{ calibration { metric count unresolved ece brier bins { said seen count low high } } }"
    departure, champion = (await ask(correcting, document, "ana", END))["calibration"]
    assert (departure["metric"], champion["metric"]) == ("DEPARTURE", "CHAMPION")
    assert champion["count"] == 1
    assert champion["bins"][0]["seen"] == 1.0
    assert champion["bins"][0]["said"] > 0.7
    assert departure["count"] >= 1
    assert all(one["seen"] == 0.0 for one in departure["bins"])
    assert (await ask(correcting, document, "cleo", END))["calibration"][1]["count"] == 0
    await withdrawn(correcting, "ida", "CHAMPION")
    assert (await ask(correcting, document, "ana", END))["calibration"][1]["count"] == 0
