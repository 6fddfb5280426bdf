"""`explain` (M3, P7): terms that add up, of now and of any day; evidence no later than the day, and never unseen."""

from datetime import datetime
from typing import Any

import pytest
from graphql import GraphQLObjectType

from graph_service.graph.driver import count_round_trips
from graph_service.schema.ids import Kind, encode_id
from tests.graphql.explaining.asking import SCHEMA, ask, context_of
from tests.graphql.world import World

EXPLAIN = """query Q($id: ID!, $metric: FactMetric!, $at: DateTime) { explain(id: $id, metric: $metric, asOf: $at) {
  metric value asOf sampleSize sampleOf model share isRecomputed stakeholder { id name } account { id name }
  terms { name value readFrom { metric stakeholder { id name } } evidence { ...said } }
  states { kind state inWords since beganOn probability detail terms { name value evidence { ...said } } }
  rulings { id kind at by { name } reason lastDay newEmployer } } }
fragment said on EvidenceDetail { id kind at quote topic saidBy subject channel direction rule confidence interactionId
  isRejected }"""
PERSONAL = ("STRENGTH", "ENGAGEMENT", "SENTIMENT", "INFLUENCE", "CHAMPION", "DEPARTURE")
OF_ACCOUNTS = ("SENTIMENT", "HEALTH", "COVERAGE")
PAST = "2026-02-15T12:00:00Z"
EARLY = "2026-01-20T12:00:00Z"
MOMENTS = (None, "2026-03-20T12:00:00Z", PAST, EARLY)


async def explained(world: World, subject: str, metric: str, at: str | None = None, who: str = "anna") -> Any:
    kind = Kind.STAKEHOLDER if subject.endswith("there") else Kind.ACCOUNT
    return (await ask(world, EXPLAIN, who, id=world.id_of(kind, subject), metric=metric, at=at))["explain"]


def evidence(found: Any) -> list[Any]:
    terms = [*found["terms"], *(term for state in found["states"] for term in state["terms"])]
    return [one for term in terms for one in term["evidence"]]


@pytest.mark.parametrize("at", MOMENTS)
@pytest.mark.parametrize(
    ("subject", "metric"), [*(("ada there", one) for one in PERSONAL), *(("north", one) for one in OF_ACCOUNTS)]
)
async def test_terms_add_up_to_the_stored_number_of_any_day(
    world: World, subject: str, metric: str, at: str | None
) -> None:
    """The number is what is stored; the terms of a past day come from the same inference with that day as horizon."""
    found = await explained(world, subject, metric, at)
    assert found["isRecomputed"] is (at is not None and found["value"] is not None)
    if at is None:
        assert found["terms"]
        assert found["model"].startswith("2026-03-")
    total = sum(term["value"] for term in found["terms"])
    assert found["value"] is None or found["value"] == pytest.approx(total, abs=2e-9)
    assert found["sampleSize"] > 0


@pytest.mark.parametrize("at", [one for one in MOMENTS if one])
@pytest.mark.parametrize(
    ("subject", "metric"), [*(("ada there", one) for one in PERSONAL), *(("north", one) for one in OF_ACCOUNTS)]
)
async def test_nothing_of_later_is_named(world: World, subject: str, metric: str, at: str) -> None:
    found = await explained(world, subject, metric, at)
    end = datetime.fromisoformat(at).replace(hour=23, minute=59)
    assert all(datetime.fromisoformat(one["at"]) <= end for one in evidence(found))
    assert all(datetime.fromisoformat(state["since"]) <= end for state in found["states"])


async def test_a_past_day_is_explained_by_what_was_known_then(world: World) -> None:
    now, then = await explained(world, "ada there", "STRENGTH"), await explained(world, "ada there", "STRENGTH", PAST)
    assert then["value"] < now["value"]
    assert then["sampleSize"] < now["sampleSize"]
    assert "Second site" in {one["subject"] for one in evidence(now)}
    assert {one["subject"] for one in evidence(then)} <= {f"{re}Week {n}" for n in range(6) for re in ("", "Re: ")}


async def test_a_state_says_since_when_and_why(world: World) -> None:
    found = await explained(world, "ada there", "ENGAGEMENT")
    (state,) = found["states"]
    assert (state["kind"], state["state"], state["inWords"]) == ("engagement", "high", "high")
    assert state["terms"][0]["name"] == "recent_units"
    assert found["terms"][0]["evidence"][0]["subject"] == "Second site"


async def test_the_people_of_a_coverage_are_named(world: World) -> None:
    found = await explained(world, "north", "COVERAGE", PAST)
    assert {term["name"] for term in found["terms"]} <= {"Ada Lane", "Carl Moe"}
    assert found["stakeholder"] is None


@pytest.mark.parametrize("at", [None, PAST])
async def test_coverage_is_read_from_the_strength_of_each_and_rests_on_their_contact(
    world: World, at: str | None
) -> None:
    found = await explained(world, "north", "COVERAGE", at)
    for term in found["terms"]:
        below = term["readFrom"]
        assert (below["metric"], below["stakeholder"]["name"]) == ("STRENGTH", term["name"])
        assert {one["id"] for one in term["evidence"]}
    ada = next(term for term in found["terms"] if term["name"] == "Ada Lane")
    strength = await explained(world, "ada there", "STRENGTH", at)
    assert {one["id"] for one in ada["evidence"]} <= {one["id"] for one in evidence(strength)}


@pytest.mark.parametrize("at", [None, "2026-03-20T12:00:00Z"])
async def test_a_part_of_health_that_is_a_fact_of_its_own_rests_on_what_that_rests_on(
    world: World, at: str | None
) -> None:
    found = await explained(world, "north", "HEALTH", at)
    parts = {term["name"]: term for term in found["terms"]}
    assert parts["relationship"]["readFrom"] == {"metric": "COVERAGE", "stakeholder": None}
    coverage = await explained(world, "north", "COVERAGE", at)
    ids = {one["id"] for one in parts["relationship"]["evidence"]}
    assert ids
    assert ids <= {one["id"] for one in evidence(coverage)}
    assert parts["sentiment"]["readFrom"] == {"metric": "SENTIMENT", "stakeholder": None}
    assert parts["sentiment"]["evidence"]


async def test_before_anything_was_known_there_is_nothing_to_explain(world: World) -> None:
    assert await explained(world, "sol there", "STRENGTH", "2026-01-06T00:00:00Z") is None
    assert await explained(world, "sol there", "STRENGTH", EARLY) is not None


async def test_words_across_accounts_are_shown_only_to_who_sees_all_of_them(world: World) -> None:
    """Decision 14: Ben sees North, the joint mail is about South too."""
    for metric in PERSONAL:
        for at in MOMENTS:
            found = await explained(world, "ada there", metric, at, "ben")
            assert "CANARY" not in repr(found)
            assert "Sol" not in repr(found)
    whole = await explained(world, "ada there", "INFLUENCE")
    partly = await explained(world, "ada there", "INFLUENCE", None, "ben")
    joint = [one["id"] for one in evidence(whole) if one["subject"] == "Joint CANARY subject"]
    assert joint
    assert [one["subject"] for one in evidence(partly) if one["id"] in joint] == [None] * len(joint)
    assert [term["value"] for term in whole["terms"]] == [term["value"] for term in partly["terms"]]


async def test_what_is_forbidden_answers_like_what_is_unknown(world: World) -> None:
    unknown = encode_id(Kind.STAKEHOLDER, world.workspace.workspace_id, "nobody")
    data = await ask(world, EXPLAIN, "cleo", id=unknown, metric="STRENGTH", at=None)
    assert data["explain"] is None
    for subject in ("ada there", "north"):
        for at in (None, PAST):
            assert await explained(world, subject, "SENTIMENT", at, "cleo") is None
    assert await explained(world, "sol there", "SENTIMENT", None, "ben") is None
    context = context_of(world, "cleo")
    given = {"id": world.id_of(Kind.STAKEHOLDER, "ada there"), "metric": "CHAMPION", "at": PAST}
    async with count_round_trips() as counted:  # nothing is worked out again for who may not see it
        await SCHEMA.execute(EXPLAIN, variable_values=given, context_value=context)
    assert counted.count == 1


async def test_numbers_alone_cost_one_round_trip_and_evidence_one_more(world: World) -> None:
    uid = world.id_of(Kind.STAKEHOLDER, "ada there")
    for fields, trips in (("value terms { name value }", 1), ("value terms { evidence { quote } }", 2)):
        document = "query Q($id: ID!, $metric: FactMetric!) { explain(id: $id, metric: $metric) { FIELDS } }".replace(
            "FIELDS", fields
        )
        async with count_round_trips() as counted:
            await ask(world, document, id=uid, metric="CHAMPION")
        assert counted.count == trips


async def test_a_metric_that_the_subject_does_not_have_is_refused_with_a_hint(world: World) -> None:
    given = {"id": world.id_of(Kind.ACCOUNT, "north"), "metric": "CHAMPION", "at": None}
    result = await SCHEMA.execute(EXPLAIN, variable_values=given, context_value=context_of(world, "anna"))
    assert result.errors is not None
    assert "an account has no champion" in str(result.errors[0])


async def test_calibration_is_there_before_the_first_label(world: World) -> None:
    data = await ask(world, "{ calibration { metric count ece brier unresolved bins { said seen count } } }")
    assert [one["metric"] for one in data["calibration"]] == ["DEPARTURE", "CHAMPION"]
    assert all(one["count"] == 0 and one["ece"] is None and one["bins"] == [] for one in data["calibration"])


def test_every_new_type_and_field_says_what_it_is() -> None:
    own = SCHEMA._schema.type_map
    for name in ("Explanation", "EvidenceDetail", "ExplainedState", "PersonRuling", "Calibration", "RulingPayload"):
        kind = own[name]
        assert kind.description
        assert isinstance(kind, GraphQLObjectType)
        assert all(field.description for field in kind.fields.values()), name
