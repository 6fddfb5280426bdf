"""A whole invented world at a fixed seed: how often the words are right, and laws that hold for all of it."""

from dataclasses import replace
from random import Random

import pytest

from bench.people_departures import world_counts
from bench.people_departures_world import START, Plan, World, make_world
from graph_service.domain.facts import epoch_day
from graph_service.inference.departure.departures import infer_departures
from graph_service.inference.inferred import value_at
from graph_service.inference.models import Models
from tests.unit.inference.departure.cases import cut

PLAN = Plan(seed=7, accounts=8, people=8, days=420)
SILENT = replace(PLAN, seed=17, accounts=16, bounces=0.1, profiles=0.1, told=0.1, farewells=0.1, leaving=0.03)


@pytest.fixture(scope="module")
def world() -> World:
    return make_world(PLAN)


def test_departed_is_right_and_finds_those_who_left_a_sign(world: World) -> None:
    """P8: precision 0.94 and recall 0.90 of those with an explicit sign."""
    found = world_counts(world)
    assert found.explicit >= 10
    assert found.departed_right >= 0.94 * found.departed
    assert found.explicit_found >= 0.9 * found.explicit


@pytest.mark.parametrize(
    "plan",
    [
        SILENT,
        replace(SILENT, gaps=(10.0, 30.0)),
        replace(SILENT, gaps=(2.0, 10.0), stays_busy=0.93, gets_busy=0.06, idle=0.03),
        replace(SILENT, seasons=0.6),
    ],
    ids=["usual", "rare writers", "writers in bursts", "seasonal accounts"],
)
def test_silent_leavers_are_called_gone_quiet_and_few_others_are(plan: Plan) -> None:
    """P9: recall 0.70 of active silent leavers, at most 0.15 false a contact-year."""
    found = world_counts(make_world(plan))
    assert found.silent >= 5
    assert found.silent_found >= 0.7 * found.silent
    assert found.false_quiet <= 0.15 * found.contact_years


def test_a_connector_that_is_off_for_a_week_raises_no_alert() -> None:
    """P9: nobody is called gone quiet or departed while everybody stays, and the week does not make chances grow."""
    staying = replace(PLAN, leaving=0.0001, lulls=0.0, false_bounces=0.0, quiet_account=-1, moved_account=-1)
    off = make_world(replace(staying, outage=(200, 9)))
    before, after = START + 199, START + 208
    for case in off.cases:
        _, people = infer_departures(case, off.backdrop, off.horizon_day, Models())
        for facts in people.values():
            alerts = [one for one in facts.spells if one.state in {"gone_quiet", "departed"}]
            assert [one for one in alerts if START + 200 <= epoch_day(one.valid_from) < START + 215] == []
            chances = [value_at(facts.series[0], day) or 0.0 for day in (before, after)]
            assert chances[1] <= chances[0] + 0.05


@pytest.mark.parametrize("back", [1, 33, 100, 171, 260, 333])
def test_facts_of_a_later_horizon_cut_back_equal_those_of_that_day(world: World, back: int) -> None:
    """No look into the future."""
    day = world.horizon_day - back
    for case in world.cases:
        late, late_people = infer_departures(case, world.backdrop, world.horizon_day, Models())
        then, people = infer_departures(case, world.backdrop, day, Models())
        assert cut(late, day)[1] == list(then.spells)
        assert set(people) <= set(late_people)
        for uid, facts in people.items():
            assert cut(late_people[uid], day) == (list(facts.series), list(facts.spells))


def test_the_order_of_the_input_does_not_matter(world: World) -> None:
    random = Random(3)
    for case in world.cases[:4]:
        mixed = replace(
            case, people=tuple(random.sample(case.people, len(case.people))),
            occasions=tuple(random.sample(case.occasions, len(case.occasions))),
            sayings=tuple(random.sample(case.sayings, len(case.sayings))),
        )  # fmt: skip
        ends = [infer_departures(one, world.backdrop, world.horizon_day, Models()) for one in (case, mixed)]
        assert ends[0] == ends[1]


def test_every_score_is_the_sum_of_its_terms(world: World) -> None:
    for case in world.cases:
        for facts in infer_departures(case, world.backdrop, world.horizon_day, Models())[1].values():
            (metric, score), series = facts.scores[0], facts.series[0]
            assert (metric, score.value) == (series.metric, series.values[-1])
            assert abs(sum(one.value for one in score.terms) - score.value) < 1e-9
            for spell in facts.spells:
                assert spell.terms
                assert all(len(one.evidence) <= 5 for one in spell.terms)
                assert spell.valid_from == spell.known_on
                if spell.probability is not None:
                    assert abs(sum(one.value for one in spell.terms) - spell.probability) < 1e-9


def test_a_domain_migration_is_one_event_of_one_account(world: World) -> None:
    events = [
        one
        for case in world.cases
        for one in infer_departures(case, world.backdrop, world.horizon_day, Models())[0].spells
        if one.state == "domain_moved"
    ]
    assert [one.detail for one in events] == ["firm2.example"]
