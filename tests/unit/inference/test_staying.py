"""Who is known to have left an account covers nothing there, from the day that could be said and is so (P3, A1)."""

from dataclasses import replace
from datetime import date

import pytest

from graph_service.domain.facts import SeriesFact, SpellFact, day_of
from graph_service.inference.accounts import infer_account
from graph_service.inference.casefile import Backdrop, CaseFile, Person, Ruling
from graph_service.inference.models import Models
from graph_service.inference.people_graph import CaseFacts, infer_case
from graph_service.inference.results import AccountInput, StakeholderSummary
from graph_service.inference.staying import gone_days, while_there
from tests.unit.inference.worlds import MONDAY, account_history


def left(said: int, last: int | None = None, back: int | None = None) -> SpellFact:
    """A departure that could be said on a day after Monday, with the last day there."""
    opened, began = day_of(MONDAY + said), None if last is None else day_of(MONDAY + last)
    end = None if back is None else day_of(MONDAY + back)
    return SpellFact("departure", "departed", opened, end, opened, began_on=began)


def known(uid: str, *points: tuple[int, float], engaged: tuple[int, int | None] = (0, None)) -> StakeholderSummary:
    series = SeriesFact("strength", tuple(MONDAY + day for day, _ in points), tuple(value for _, value in points))
    start, end = day_of(MONDAY + engaged[0]), None if engaged[1] is None else day_of(MONDAY + engaged[1])
    return StakeholderSummary(uid, True, MONDAY, series, (SpellFact("engagement", "high", start, end, start),))


@pytest.mark.parametrize(
    ("spells", "days"),
    [
        ([left(5)], [(5, None)]),
        ([left(5, last=2)], [(5, None)]),
        ([left(5, last=9)], [(9, None)]),
        ([left(5, last=9, back=12)], [(9, 12)]),
        ([left(5, last=9, back=8)], []),
        ([left(5, last=9, back=8), left(8, last=20)], [(20, None)]),
        ([replace(left(5), state="gone_quiet")], []),
    ],
)
def test_somebody_is_gone_once_it_was_said_and_their_last_day_came(
    spells: list[SpellFact], days: list[tuple[int, int | None]]
) -> None:
    shifted = [(first + MONDAY, None if end is None else end + MONDAY) for first, end in days]
    assert gone_days(spells) == tuple(shifted)


def test_strength_and_engagement_pause_while_somebody_is_gone() -> None:
    gone = gone_days([left(3, back=6), left(9)])
    there = while_there(known("a", (0, 50.0), (4, 40.0), (7, 30.0), (10, 20.0)), gone)
    days = [day - MONDAY for day in there.strength_series.days]
    assert list(zip(days, there.strength_series.values, strict=True)) == [
        (0, 50.0), (3, 0.0), (6, 40.0), (7, 30.0), (9, 0.0)
    ]  # fmt: skip
    assert [(one.valid_from, one.valid_to) for one in there.engagement_spells] == [
        (date(2024, 1, 1), date(2024, 1, 4)), (date(2024, 1, 7), date(2024, 1, 10))
    ]  # fmt: skip
    assert while_there(known("a", (0, 50.0)), ()) == known("a", (0, 50.0))


@pytest.mark.parametrize(
    ("engaged", "parts"),
    [((0, 2), [(0, 2)]), ((4, 5), []), ((4, 8), [(6, 8)]), ((2, 7), [(2, 3), (6, 7)]), ((7, None), [(7, None)])],
)
def test_what_is_left_of_a_state_is_what_lies_outside(
    engaged: tuple[int, int | None], parts: list[tuple[int, int | None]]
) -> None:
    told = while_there(known("a", (0, 50.0), engaged=engaged), gone_days([left(3, back=6)])).engagement_spells
    assert [(one.valid_from, one.valid_to) for one in told] == [
        (day_of(MONDAY + start), None if end is None else day_of(MONDAY + end)) for start, end in parts
    ]


def test_coverage_is_that_of_who_stayed_and_its_terms_sum_to_it() -> None:
    stays, goes = known("stays", (0, 40.0)), while_there(known("goes", (0, 80.0)), gone_days([left(2, last=5)]))
    alone = infer_account(AccountInput("acme", (stays,), ()), MONDAY + 9)
    facts = infer_account(AccountInput("acme", (goes, stays), ()), MONDAY + 9)
    assert facts.coverage == alone.coverage
    assert [term.name for term in facts.coverage.terms] == ["stays"]
    assert (facts.main_stakeholder_uid, facts.next_stakeholder_uid) == ("stays", None)
    assert (facts.active_contact_count, facts.contact_count) == (1, 2)
    for day in range(10):
        then = infer_account(AccountInput("acme", (stays, goes), ()), MONDAY + day)
        assert account_history(then, MONDAY + day) == account_history(facts, MONDAY + day)
        assert ("goes" in {term.name for term in then.coverage.terms}) == (day < 5)


CASE = CaseFile(
    "acme", "Acme",
    people=tuple(
        Person(
            uid, f"c-{uid}", uid.title(), first_seen_day=MONDAY, strength=known(uid, (0, 60.0)).strength_series,
            engagement=known(uid, (0, 60.0)).engagement_spells,
            rulings=(Ruling("departed", MONDAY + 3, "r1", "u1", MONDAY + 8),) if uid == "ida" else (),
        )
        for uid in ("bo", "ida")
    ),
)  # fmt: skip


def facts_on(day: int) -> CaseFacts:
    return infer_case(CASE, Backdrop(), Models(), MONDAY + day)


def test_of_an_account_who_left_is_taken_out_after_departures_and_looked_at_on_their_last_day() -> None:
    """Without news, a refresh looks at the account again when the last day has come (refresh = rebuild)."""
    said = {day: {term.name for term in facts_on(day).basis.coverage.terms} for day in (2, 3, 7, 8, 20)}
    assert said == {2: {"bo", "ida"}, 3: {"bo", "ida"}, 7: {"bo", "ida"}, 8: {"bo"}, 20: {"bo"}}
    reviews = [facts_on(day).basis.review_day for day in (6, 7)]
    assert [None if day is None else day - MONDAY for day in reviews] == [8, 8], "a Tuesday, before the next close"
    later = facts_on(20).basis
    for day in range(0, 20, 3):
        assert account_history(facts_on(day).basis, MONDAY + day) == account_history(later, MONDAY + day)
