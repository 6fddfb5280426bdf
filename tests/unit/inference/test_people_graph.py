"""Laws of everything inferred of an account together (M5, M7): no look ahead, no matter of order, terms that add up."""

from dataclasses import replace
from functools import cache
from math import isclose
from random import Random

import pytest

from bench.people_departures_world import Plan, make_world
from bench.people_successors_world import make_case
from graph_service.domain.facts import epoch_day
from graph_service.inference.casefile import Backdrop, CaseFile, Saying, Usage
from graph_service.inference.inferred import Inferred
from graph_service.inference.models import Models
from graph_service.inference.people_graph import CaseFacts, infer_case

SEEDS = range(4)
Told = tuple[object, ...]


@cache
def cases() -> tuple[tuple[CaseFile, Backdrop, int], ...]:
    """Accounts of two invented worlds: one where many leave, one where somebody takes over."""
    world = make_world(Plan(seed=7, accounts=3, people=6, days=300))
    found = [(case, world.backdrop, world.horizon_day) for case in world.cases]
    for seed in SEEDS:
        one = make_case(seed)
        found.append((one.case, Backdrop(), one.horizon_day))
    return tuple((_with_more(case, horizon, place), drop, horizon) for place, (case, drop, horizon) in enumerate(found))


def _with_more(case: CaseFile, horizon: int, seed: int) -> CaseFile:
    """Return the account with use, tones and praise, so that every inference has something to say."""
    random = Random(seed)
    people = [one.uid for one in case.people if one.is_person]
    days = list(range(horizon - 250, horizon + 1))
    counts = tuple(int(random.gauss(60 if day < horizon - 60 else 20, 6)) for day in days)
    more = [
        Saying(
            f"tone-{place}", kind, day * 86_400_000, day, f"mail-{place}", "email", random.choice(people), by_us=False,
            topic="offers" if kind == "advocacy" else "", weight=3.0 if kind == "advocacy" else random.uniform(-1, 1),
            confidence=0.9,
        )
        for place, day in enumerate(sorted(random.sample(days, 60)))
        for kind in ("advocacy" if place % 9 == 0 else "sentiment",)
    ]  # fmt: skip
    sayings = sorted((*case.sayings, *more), key=lambda one: (one.at_ms, one.uid))
    return replace(case, sayings=tuple(sayings), usage=(Usage("plans", people[0], tuple(days), counts),))


def history(parts: tuple[Inferred, ...], day: int) -> list[Told]:
    """Return what was said by the end of `day`: points and spells, an end that came later left out."""
    told: list[Told] = []
    for part in parts:
        for series in part.series:
            points = tuple(pair for pair in zip(series.days, series.values, strict=True) if pair[0] <= day)
            told += [(series.metric, points)] if points else []
        for one in part.spells:
            if max(epoch_day(one.valid_from), epoch_day(one.known_on)) <= day:
                is_over = one.valid_to is not None and epoch_day(one.valid_to) <= day
                told.append((replace(one, valid_to=one.valid_to if is_over else None),))
    return sorted(told, key=str)


def everybody(facts: CaseFacts) -> dict[str, tuple[Inferred, ...]]:
    return {**facts.people, facts.uid: facts.account}


@pytest.mark.parametrize("back", [3, 40, 121, 200])
def test_what_is_said_later_of_a_day_is_what_was_said_on_that_day(back: int) -> None:
    for case, backdrop, horizon in cases():
        later = everybody(infer_case(case, backdrop, Models(), horizon))
        then = everybody(infer_case(case, backdrop, Models(), horizon - back))
        for uid, parts in then.items():
            assert history(parts, horizon - back) == history(later[uid], horizon - back)


def test_every_inference_says_something_in_these_worlds() -> None:
    """Or the laws above would be empty."""
    kinds = {
        str(one[0] if isinstance(one[0], str) else one[0].kind)  # type: ignore[attr-defined]
        for case, backdrop, horizon in cases()
        for parts in everybody(infer_case(case, backdrop, Models(), horizon)).values()
        for one in history(parts, horizon)
    }
    assert {"influence", "sentiment", "departure", "champion_probability", "successor", "usage", "health"} <= kinds


def test_the_order_of_people_and_use_does_not_matter() -> None:
    """Happenings come in the order of time, whatever the order of loading: the case file sees to that."""
    for case, backdrop, horizon in cases():
        shuffled = replace(case, people=case.people[::-1], usage=case.usage[::-1])
        one, other = (everybody(infer_case(this, backdrop, Models(), horizon)) for this in (case, shuffled))
        assert {uid: history(parts, horizon) for uid, parts in one.items()} == {
            uid: history(parts, horizon) for uid, parts in other.items()
        }


def test_the_terms_of_every_score_add_up_to_it() -> None:
    for case, backdrop, horizon in cases():
        for parts in everybody(infer_case(case, backdrop, Models(), horizon)).values():
            for metric, score in (pair for part in parts for pair in part.scores):
                assert isclose(score.value, sum(term.value for term in score.terms), abs_tol=1e-6), metric


def test_what_nobody_rules_on_is_the_end_of_what_is_stored() -> None:
    """A current copy of a number is the last point of its series."""
    for case, backdrop, horizon in cases():
        for parts in everybody(infer_case(case, backdrop, Models(), horizon)).values():
            copies = dict(copy for part in parts for copy in part.copies)
            for series in (one for part in parts for one in part.series if one.metric in copies and one.days):
                assert copies[series.metric] == pytest.approx(series.values[-1], abs=1e-6), series.metric
