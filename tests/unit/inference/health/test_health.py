"""Health: a sum of points that says what it rests on; missing signals are missing, not good (P-health, product.md)."""

from math import fsum

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_service.domain.facts import SeriesFact, SpellFact, Term, day_of
from graph_service.inference.casefile import CaseFile
from graph_service.inference.health.health import band_of, infer_health
from graph_service.inference.health.parts import FULL, HealthParts, shares_on
from graph_service.inference.inferred import Inferred
from tests.unit.inference.usage.worlds import cut_back, known

START = 20_003
ACME = CaseFile("acme", "Acme")


def series(metric: str, *points: tuple[int, float]) -> SeriesFact:
    return SeriesFact(metric, tuple(START + day for day, _ in points), tuple(value for _, value in points))


def spell(kind: str, state: str, start: int, end: int | None = None) -> SpellFact:
    opened, closed = day_of(START + start), None if end is None else day_of(START + end)
    return SpellFact(kind, state, opened, closed, opened, (Term("why", 1.0, (f"{state}-{start}",)),))


def best(**more: object) -> HealthParts:
    parts: dict[str, object] = {
        "coverage": series("coverage", (0, 1.0)),
        "sentiment": series("sentiment", (0, 1.0)),
        "usage_pressure": series("usage_pressure", (0, 0.0)),
        "seat_use": series("seat_use", (0, 1.0)),
        "tickets_weekly": series("tickets_weekly", (0, 1.0)),
        "champions": ((spell("champion", "champion", 0),), (spell("champion", "champion", 0),)),
        "people_since": START - 28,
    }
    return HealthParts(**(parts | more))  # type: ignore[arg-type]


def health(parts: HealthParts, day: int = 30) -> Inferred:
    return infer_health(ACME, parts, START + day)


def value(parts: HealthParts, day: int = 30) -> float:
    return health(parts, day).scores[0][1].value


def test_everything_at_its_best_is_a_hundred_and_at_its_worst_is_none() -> None:
    assert value(best()) == 100.0
    assert health(best()).spells[0].state == "good"
    worst = best(
        coverage=series("coverage", (0, 0.0)), sentiment=series("sentiment", (0, -1.0)),
        usage_pressure=series("usage_pressure", (0, 1.0)), seat_use=series("seat_use", (0, 0.0)), champions=(),
        support=(spell("tickets", "surge", 0), spell("escalation", "escalated", 0)),
    )  # fmt: skip
    assert value(worst) == 0.0
    assert health(worst).spells[-1].state == "poor"


def test_a_part_that_is_missing_drops_out_and_the_rest_is_scaled() -> None:
    parts = best(sentiment=SeriesFact("sentiment", (), ()), coverage=series("coverage", (0, 0.5)))
    facts = health(parts)
    assert dict(facts.copies)["health_share"] == 0.85
    assert value(parts) == pytest.approx(100 * (85 - 12.5) / 85)
    assert {term.name for term in facts.scores[0][1].terms} == set(FULL) - {"sentiment"}


def test_one_signal_alone_is_no_health() -> None:
    facts = health(HealthParts(sentiment=series("sentiment", (0, 1.0))))
    assert (facts.series, facts.spells, facts.scores) == ((), (), ())
    assert dict(facts.copies) == {"health": None, "health_share": 0.15}
    assert dict(health(HealthParts()).copies) == {"health": None, "health_share": 0.0}


def test_silence_of_a_product_nobody_uses_is_not_calm() -> None:
    silent = best(usage_pressure=series("usage_pressure", (0, 0.0)), seat_use=series("seat_use", (0, 0.0)))
    assert shares_on(silent, START)["usage"].value == 0.0


def test_a_new_account_is_not_poor_because_nobody_is_known_yet() -> None:
    parts = best(coverage=series("coverage", (0, 0.1)), champions=(), people_since=START)
    assert {"relationship", "champions"}.isdisjoint(shares_on(parts, START + 27))
    assert {"relationship", "champions"} <= set(shares_on(parts, START + 28))
    assert health(parts, 27).spells[0].state == "good"


def test_an_account_without_tickets_for_half_a_year_has_no_support_signal() -> None:
    parts = best(tickets_weekly=series("tickets_weekly", (0, 1.0), (7, 0.0)))
    assert "support" in shares_on(parts, START + 180)
    assert "support" not in shares_on(parts, START + 190)


@pytest.mark.parametrize(
    ("states", "points"),
    [((), 0), (("champion",), 10), (("champion", "champion"), 15), (("champion", "at_risk"), 10), (("at_risk",), 5),
     (("coach", "supporter", "departed"), 0), (("champion",) * 4, 15)],
)  # fmt: skip
def test_champions_give_ten_or_fifteen_points_less_five_at_risk(states: tuple[str, ...], points: float) -> None:
    parts = best(champions=tuple((spell("champion", state, 0),) for state in states))
    assert shares_on(parts, START)["champions"].value == pytest.approx(points / 15)


def test_surges_and_escalations_cost_half_of_support_each_while_they_hold() -> None:
    parts = best(support=(spell("tickets", "surge", 10, 20), spell("escalation", "escalated", 15, 25)))
    assert [shares_on(parts, START + day)["support"].value for day in (9, 12, 17, 22, 26)] == [1, 0.5, 0, 0.5, 1]
    assert shares_on(parts, START + 17)["support"].evidence == ("surge-10", "escalated-15")


def test_a_band_is_left_only_when_health_is_well_beyond_its_border() -> None:
    assert [band_of(71, None), band_of(68, "good"), band_of(66, "good"), band_of(68, None)] == [
        "good", "good", "fair", "fair",
    ]  # fmt: skip
    assert [band_of(42, "poor"), band_of(44, "poor"), band_of(75, "poor"), band_of(37.5, "fair")] == [
        "poor", "fair", "good", "fair",
    ]  # fmt: skip


Shares = list[tuple[int, float]]
States = list[tuple[str, int, int]]
Drawn = tuple[Shares, Shares, Shares, Shares, Shares, States, States]
shares = st.lists(st.tuples(st.integers(0, 200), st.floats(0, 1)), max_size=6)
states = st.lists(
    st.tuples(st.sampled_from(["champion", "at_risk", "lapsed", "coach"]), st.integers(0, 150), st.integers(1, 60)),
    max_size=4,
)
worlds = st.tuples(shares, shares, shares, shares, shares, states, states)


def world(drawn: Drawn) -> HealthParts:
    cover, tone, pressure, seats, tickets, people, support = drawn
    return HealthParts(
        coverage=_series("coverage", cover),
        sentiment=_series("sentiment", [(day, 2 * share - 1) for day, share in tone]),
        usage_pressure=_series("usage_pressure", pressure),
        seat_use=_series("seat_use", seats),
        tickets_weekly=_series("tickets_weekly", [(day, round(9 * share)) for day, share in tickets]),
        champions=tuple((spell("champion", state, start, start + length),) for state, start, length in people),
        support=tuple(spell("tickets", "surge", start, start + length) for _, start, length in support),
        people_since=START + cover[0][0] if cover else None,
    )


def _series(metric: str, points: list[tuple[int, float]]) -> SeriesFact:
    return series(metric, *sorted(dict(points).items()))


@settings(max_examples=80, deadline=None)
@given(worlds, st.integers(0, 250))
def test_terms_sum_to_the_score_and_it_stays_between_0_and_100(drawn: Drawn, day: int) -> None:
    facts = health(world(drawn), day)
    for _, score in facts.scores:
        assert score.value == pytest.approx(fsum(term.value for term in score.terms), abs=1e-9)
        assert 0 <= score.value <= 100
        assert facts.series[0].values[-1] == score.value


@settings(max_examples=80, deadline=None)
@given(worlds, st.integers(0, 250))
def test_a_later_horizon_cut_back_to_a_day_equals_the_facts_of_that_day(drawn: Drawn, day: int) -> None:
    parts = world(drawn)
    assert cut_back(health(parts, 260), START + day) == known(health(parts, day))
