"""Falls of use: seen in time, told with the features that fell, never from the future (A8, inference.md section 8)."""

from itertools import pairwise
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_service.domain.facts import SpellFact, day_of, epoch_day
from graph_service.inference.casefile import Backdrop, CaseFile, Usage
from graph_service.inference.usage.changes import common_mode
from graph_service.inference.usage.counts import judged_counts
from graph_service.inference.usage.drops import infer_usage, usage_facts
from tests.unit.inference.usage.worlds import LENGTH, START, account, cut_back, fallen, known, steady, usage

HORIZON = START + LENGTH - 1
NOTHING = Backdrop()
AT = 130


def falls(case: CaseFile, backdrop: Backdrop = NOTHING, horizon: int = HORIZON) -> tuple[SpellFact, ...]:
    return infer_usage(case, backdrop, horizon).spells


@pytest.mark.parametrize("seed", range(6))
def test_steady_use_is_no_fall(seed: int) -> None:
    facts = infer_usage(account(usage("boards", steady(seed=seed))), NOTHING, HORIZON)
    assert facts.spells == ()
    assert dict(facts.copies) == {"usage_state": "steady", "usage_change": None, "usage_since": None}


@pytest.mark.parametrize("seed", range(6))
def test_a_fall_by_sixty_percent_is_told_within_three_weeks_with_its_start_and_change(seed: int) -> None:
    case = account(usage("boards", fallen(steady(seed=seed), AT)))
    fall = falls(case)[0]
    assert AT < epoch_day(fall.valid_from) - START <= AT + 21
    assert fall.valid_from == fall.known_on
    assert fall.began_on is not None
    assert abs(epoch_day(fall.began_on) - (START + AT)) <= 7
    change = next(term.value for term in fall.terms if term.name == "change")
    assert -0.75 < change < -0.35
    copies = dict(infer_usage(case, NOTHING, epoch_day(fall.valid_from)).copies)
    assert copies == {"usage_state": "falling", "usage_change": change, "usage_since": epoch_day(fall.began_on)}


def test_the_features_that_fell_are_named_and_no_others() -> None:
    rows = (
        usage("boards", fallen(steady(30, seed=1), AT, 0.1)),
        usage("reports", fallen(steady(20, seed=2), AT, 0.2)),
        usage("alerts", steady(15, seed=3)),
    )
    fall = falls(account(*rows))[0]
    assert fall.detail == "boards, reports"
    shares = {term.name: term.value for term in fall.terms if term.name.startswith("feature ")}
    assert set(shares) == {"feature boards", "feature reports"}
    assert all(share > 0.2 for share in shares.values())


def test_a_fall_ends_when_use_is_back() -> None:
    counts = steady()
    case = account(usage("boards", [round(n * 0.3) if 100 <= at < 125 else n for at, n in enumerate(counts)]))
    fall = falls(case)[0]
    assert fall.valid_to is not None
    assert 125 < epoch_day(fall.valid_to) - START < 160
    assert dict(infer_usage(case, NOTHING, HORIZON).copies)["usage_state"] == "steady"


def test_use_that_stops_stays_a_fall_however_long_ago() -> None:
    """Silence may not read as calm once the weeks before are silent too."""
    fall = falls(account(usage("boards", fallen(steady(), 100, 0.0))))[0]
    assert fall.valid_to is None


def test_nothing_is_said_in_the_first_eight_weeks() -> None:
    case = account(usage("boards", fallen(steady(days=60), 30, 0.0)))
    assert dict(infer_usage(case, NOTHING, START + 55).copies)["usage_state"] == "unknown"
    assert dict(infer_usage(account(), NOTHING, HORIZON).copies)["usage_state"] == "unknown"


def named(counts: list[int], until: int = LENGTH, backdrop: Backdrop = NOTHING) -> tuple[object, object]:
    copies = dict(infer_usage(account(usage("boards", counts)), backdrop, START + until - 1).copies)
    return copies["usage_state"], copies["usage_since"]


def test_use_that_ended_before_it_could_be_compared_has_stopped() -> None:
    """A8: no week is called as the ones before where there is none left to see."""
    for at in (14, 30):
        counts = fallen(steady(), at, 0.0)
        last = max(place for place, count in enumerate(counts) if count)
        assert named(counts) == ("stopped", START + last + 1)
        assert named(counts, 57) == ("unknown", None), "too short for a word"


def test_use_that_fell_before_it_could_be_compared_is_unknown_until_it_can_be() -> None:
    counts = fallen(steady(), 14, 0.25)
    assert [named(counts, until)[0] for until in (57, 71, 106, 120)] == ["unknown", "unknown", "unknown", "steady"]
    assert named(steady(), 71)[0] == "steady"


def test_who_often_pauses_for_weeks_has_not_stopped_when_they_do() -> None:
    rare = [6 if place % 40 == 0 else 0 for place in range(LENGTH)]
    assert named(rare, 196)[0] == "steady"
    assert named([count if place < 100 else 0 for place, count in enumerate(rare)])[0] == "stopped"


def test_a_source_that_stands_still_is_no_stop_of_use() -> None:
    counts = fallen(steady(), 14, 0.0)
    still = frozenset(("usage", START + place) for place in range(90, LENGTH))
    assert named(counts, 90, Backdrop(frozen=still))[0] == "stopped"
    silent = Backdrop(frozen=frozenset(("usage", START + place) for place in range(14, LENGTH)))
    assert named(counts, backdrop=silent)[0] != "stopped"


def test_silence_renames_use_at_weekly_closes_alone() -> None:
    """A refresh that looks again at every close says what a rebuild on any day says."""
    for shift in range(7):
        counts = [0] * shift + fallen(steady(), 20, 0.0)
        case = account(usage("boards", counts))
        names = [dict(infer_usage(case, NOTHING, day).copies)["usage_state"] for day in range(START + 40, START + 90)]
        changed = [START + 41 + at for at, (old, new) in enumerate(pairwise(names)) if old != new]
        assert "stopped" in names
        assert all(day % 7 == 3 for day in changed)


def test_a_day_on_which_the_source_stood_still_says_nothing() -> None:
    counts = steady()
    gap = range(AT, AT + 21)
    case = account(usage("boards", [0 if place in gap else count for place, count in enumerate(counts)]))
    assert falls(case)
    frozen = Backdrop(frozen=frozenset(("usage", START + place) for place in gap))
    assert falls(case, frozen) == ()


def test_public_holidays_of_the_accounts_country_are_no_fall() -> None:
    """25 to 26 December and 1 January are skipped for a German account: its C stays lower than elsewhere."""
    counts = steady(60, days=400)
    start = epoch_day(day_of(START))
    empty = [0 if (day_of(start + at).month, day_of(start + at).day) in {(12, 25), (12, 26), (1, 1)} else n
             for at, n in enumerate(counts)]  # fmt: skip
    horizon = start + len(counts) - 1
    at_home, abroad = (
        usage_facts(account(usage("boards", empty), country=country), NOTHING, horizon).pressure
        for country in ("DE", "")
    )
    assert max(at_home.values) < max(abroad.values)


def test_what_all_accounts_lose_is_nobodys_fall() -> None:
    """The common mode: inference.md measured it as the largest single gain."""
    cases = {
        str(seed): account(usage("boards", [round(n * (0.3 if AT <= at < AT + 14 else 1)) for at, n in enumerate(row)]))
        for seed in range(12)
        for row in [steady(seed=seed)]
    }
    common = common_mode({uid: judged_counts(case, HORIZON) for uid, case in cases.items()})
    assert all(falls(case) for case in cases.values())
    assert not any(falls(case, Backdrop(usage_common=common)) for case in cases.values())


def test_a_nightly_jobs_thousands_do_not_hide_that_people_stop() -> None:
    rows = (
        usage("public-api", steady(5000, seed=9)),
        *(usage("boards", fallen(steady(8, seed=user), AT, 0.1), f"user{user}") for user in range(5)),
    )
    assert falls(account(*rows))


def test_accounts_with_a_few_events_a_week_are_judged_by_fortnights() -> None:
    case = account(usage("boards", fallen(steady(2.5), 120, 0.0)))
    fall = falls(case)[0]
    assert {"change", "surprise"} <= {term.name for term in fall.terms}
    assert epoch_day(fall.valid_from) % 7 == 3  # a weekly close
    assert epoch_day(fall.valid_from) <= START + 120 + 21


def test_the_weekly_number_counts_every_event_and_its_terms_sum_to_it() -> None:
    rows = usage("boards", steady(seed=1)), usage("sync api", steady(300, seed=2))
    facts = infer_usage(account(*rows), NOTHING, HORIZON)
    (name, score), (series,) = facts.scores[0], facts.series
    assert name == series.metric == "usage_weekly"
    assert score.value == series.values[-1] == sum(term.value for term in score.terms)
    last = series.days[-1]
    assert score.value == sum(n for row in rows for day, n in zip(row.days, row.counts, strict=True)
                              if last - 7 < day <= last)  # fmt: skip


def test_seats_fall_when_people_leave_and_health_can_see_it() -> None:
    rows = [
        usage("boards", fallen(steady(5, seed=n), AT, 0.0) if n < 6 else steady(5, seed=n), f"u{n}") for n in range(8)
    ]
    seats = usage_facts(account(*rows), NOTHING, HORIZON).seats
    assert seats.values[-1] == pytest.approx(0.25)
    assert max(seats.values) == 1.0


rows_of_use = st.lists(
    st.tuples(st.sampled_from(["boards", "reports", "api"]), st.sampled_from(["", "u1", "u2"]), st.integers(0, 99),
              st.floats(0.5, 60), st.integers(60, LENGTH), st.floats(0, 1.5)),
    min_size=1, max_size=4,
)  # fmt: skip


def _rows(drawn: list[tuple[str, str, int, float, int, float]]) -> list[Usage]:
    return [usage(f, fallen(steady(level, seed=seed), at, share), who)
            for f, who, seed, level, at, share in drawn]  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(rows_of_use, st.integers(1, LENGTH - 1))
def test_a_later_horizon_cut_back_to_a_day_equals_the_facts_of_that_day(
    drawn: list[tuple[str, str, int, float, int, float]], place: int
) -> None:
    case, day = account(*_rows(drawn)), START + place
    assert cut_back(infer_usage(case, NOTHING, HORIZON), day) == known(infer_usage(case, NOTHING, day))


@settings(max_examples=20, deadline=None)
@given(rows_of_use, st.integers(0, 2**16))
def test_facts_do_not_depend_on_the_order_of_the_rows(
    drawn: list[tuple[str, str, int, float, int, float]], seed: int
) -> None:
    rows = _rows(drawn)
    mixed = Random(seed).sample(rows, len(rows))
    assert infer_usage(account(*rows), NOTHING, HORIZON) == infer_usage(account(*mixed), NOTHING, HORIZON)


@settings(max_examples=30, deadline=None)
@given(rows_of_use, st.integers(57, LENGTH - 2))
def test_nothing_changes_before_the_review_day_while_no_counts_come(
    drawn: list[tuple[str, str, int, float, int, float]], place: int
) -> None:
    """`review_day` is a safe lower bound (decision 9)."""
    day = START + place
    rows = [
        Usage(row.feature, row.stakeholder_uid, tuple(d for d in row.days if d <= day),
              tuple(n for d, n in zip(row.days, row.counts, strict=True) if d <= day))
        for row in _rows(drawn)
    ]  # fmt: skip
    case = account(*rows)
    now = infer_usage(case, NOTHING, day)
    if now.review_day is not None:
        later = infer_usage(case, NOTHING, now.review_day - 1)
        assert known(later) == known(now)
