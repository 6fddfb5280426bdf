import random
from dataclasses import replace
from datetime import date
from math import log

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_service.domain.business_days import add_business_days, business_days_between
from graph_service.domain.facts import SeriesFact, SpellFact, day_of, epoch_day
from graph_service.inference.accounts import infer_account
from graph_service.inference.models import Models
from graph_service.inference.quiet import limit_of
from graph_service.inference.results import AccountFacts, AccountInput, StakeholderSummary
from graph_service.inference.stakeholders import infer_stakeholder, summary_of
from graph_service.inference.touches import AccountMail, StakeholderInput
from tests.unit.inference.worlds import (
    MONDAY,
    SPAN,
    SUNDAY,
    account_history,
    days,
    inbound_mail,
    noon,
    stakeholders,
)

FREE = Models()


def _strong(uid: str, *values: float, is_person: bool = True, first: int = MONDAY) -> StakeholderSummary:
    """A stakeholder whose strength takes `values` on consecutive days."""
    series = SeriesFact("strength", tuple(first + place for place in range(len(values))), values)
    return StakeholderSummary(uid, is_person, first, series, ())


def _account(*people: StakeholderSummary, mail: tuple[AccountMail, ...] = ()) -> AccountInput:
    return AccountInput("account-1", people, mail)


def _quiet(
    mail: tuple[AccountMail, ...], horizon: int, country: str = "", frozen: frozenset[int] = frozenset()
) -> AccountFacts:
    return infer_account(AccountInput("account-1", (), mail, country, frozen), horizon)


def _opened(facts: AccountFacts) -> list[tuple[str, int]]:
    return [(spell.state, epoch_day(spell.valid_from)) for spell in facts.spells]


def test_coverage_is_the_chance_that_not_all_fail() -> None:
    """1 - (1 - 0.5 * 0.8)(1 - 0.5 * 0.4) = 0.52."""
    facts = infer_account(_account(_strong("a", 80.0), _strong("b", 40.0)), MONDAY)
    assert facts.coverage.value == 0.52
    first, second = -log(0.6), -log(0.8)
    assert facts.coverage.terms[0].name == "a"
    assert facts.coverage.terms[0].value == pytest.approx(0.52 * first / (first + second), abs=1e-8)
    assert facts.single_threaded_share == pytest.approx(first / (first + second), abs=1e-9)
    assert (facts.main_stakeholder_uid, facts.next_stakeholder_uid) == ("a", "b")


def test_a_shared_mailbox_is_nobody() -> None:
    facts = infer_account(_account(_strong("a", 80.0), _strong("support", 99.0, is_person=False)), MONDAY)
    assert facts.coverage.value == 0.4
    assert (facts.single_threaded_share, facts.next_stakeholder_uid, facts.contact_count) == (1.0, None, 1)


def test_beyond_ten_people_the_rest_is_one_term() -> None:
    people = [_strong(f"p{place:02}", 50.0 + place) for place in range(14)]
    facts = infer_account(_account(*people), MONDAY)
    names = [term.name for term in facts.coverage.terms]
    assert names == [f"p{place:02}" for place in range(13, 3, -1)] + ["others"]
    assert sum(term.value for term in facts.coverage.terms) == pytest.approx(facts.coverage.value, abs=1e-9)


def test_coverage_follows_each_persons_change_points() -> None:
    people = _strong("a", 80.0, 0.0), _strong("b", 40.0, first=MONDAY + 2)
    facts = infer_account(_account(*people), MONDAY + 9)
    assert facts.coverage_series.days == (MONDAY, MONDAY + 1, MONDAY + 2)
    assert facts.coverage_series.values == (0.4, 0.0, 0.2)
    assert facts.contact_series.values == (1.0, 2.0)
    assert (facts.main_stakeholder_uid, facts.next_stakeholder_uid) == ("b", None)


def test_an_account_without_anything_is_unknown_not_broken() -> None:
    facts = infer_account(_account(), MONDAY)
    assert facts.coverage.value == 0.0
    assert (facts.quiet_state, facts.review_day, facts.rhythm_days) == ("unknown", None, None)
    assert (facts.single_threaded_share, facts.main_stakeholder_uid) == (None, None)


def test_active_contacts_are_those_above_inactive() -> None:
    def spell(state: str, start: int, end: int | None) -> SpellFact:
        return SpellFact("engagement", state, day_of(start), None if end is None else day_of(end), day_of(start))

    engaged = spell("low", MONDAY, MONDAY + 3), spell("inactive", MONDAY + 3, None)
    other = (spell("medium", MONDAY + 1, None),)
    people = replace(_strong("a", 9.0), engagement_spells=engaged), replace(_strong("b", 9.0), engagement_spells=other)
    facts = infer_account(_account(*people), MONDAY + 9)
    assert facts.active_contact_series.days == (MONDAY, MONDAY + 1, MONDAY + 3)
    assert facts.active_contact_series.values == (1.0, 2.0, 1.0)


def test_the_limit_lies_between_the_own_rhythm_and_the_workspaces() -> None:
    assert limit_of(10) == pytest.approx(35)
    assert limit_of(2.5) == pytest.approx(17.5)
    assert limit_of(40) == pytest.approx(70)
    assert limit_of(1e6) == 250


def test_a_weekly_writer_who_stops_is_quiet_on_the_day_the_limit_is_passed() -> None:
    """The rhythm by hand: gaps of 5 business days faded by 0.93, prior 10 with weight 2."""
    mail = inbound_mail(*range(MONDAY, MONDAY + 70, 7))
    weight = sum(0.93**n for n in range(9))
    rhythm = (5 * weight + 20) / (weight + 2)
    last = MONDAY + 63
    quiet_day = epoch_day(add_business_days(day_of(last), int(limit_of(rhythm)) + 1, ""))
    facts = _quiet(mail, quiet_day)
    assert facts.rhythm_days == pytest.approx(rhythm, abs=1e-9)
    assert _opened(facts) == [("normal", MONDAY + 21), ("quiet", quiet_day)]
    assert facts.spells[-1].known_on == day_of(quiet_day)
    assert facts.spells[0].valid_to == day_of(quiet_day)
    assert {term.name: term.value for term in facts.spells[-1].terms}["limit_days"] == pytest.approx(limit_of(rhythm))
    assert facts.spells[-1].terms[0].evidence == (f"mail-{last}",)
    in_time = _quiet((*mail, *inbound_mail(quiet_day)), quiet_day + 1)
    assert [state for state, _ in _opened(in_time)] == ["normal"]
    eve = _quiet(mail, quiet_day - 1)
    assert (eve.quiet_state, eve.review_day) == ("normal", quiet_day)
    assert facts.review_day is None


def test_quiet_ends_on_the_next_inbound_day() -> None:
    mail = inbound_mail(*range(MONDAY, MONDAY + 70, 7), MONDAY + 200)
    facts = _quiet(mail, MONDAY + 201)
    assert [state for state, _ in _opened(facts)] == ["normal", "quiet", "normal"]
    assert facts.spells[1].valid_to == facts.spells[2].valid_from == day_of(MONDAY + 200)
    assert facts.quiet_state == "normal"


def test_a_slow_but_regular_account_is_normal() -> None:
    facts = _quiet(inbound_mail(*range(MONDAY, MONDAY + 500, 35)), MONDAY + 500)
    assert facts.quiet_state == "normal"
    assert len(facts.spells) == 1


def test_a_burst_does_not_make_the_weeks_after_it_a_silence() -> None:
    burst = inbound_mail(*range(MONDAY, MONDAY + 12))
    assert _quiet(burst, MONDAY + 28).quiet_state == "normal"
    many = tuple(replace(one, interaction_uid=f"{one.interaction_uid}-{n}") for one in burst for n in range(9))
    assert _quiet(many, MONDAY + 28) == _quiet(
        tuple(replace(m, interaction_uid=f"{m.interaction_uid}-8") for m in burst), MONDAY + 28
    )


def test_fewer_than_four_inbound_days_say_nothing() -> None:
    facts = _quiet(inbound_mail(MONDAY, MONDAY + 1, MONDAY + 2), MONDAY + 400)
    assert (facts.quiet_state, facts.spells, facts.review_day) == ("unknown", (), None)


def test_our_own_chasing_is_no_sign_of_life() -> None:
    mail = inbound_mail(*range(MONDAY, MONDAY + 70, 7))
    ours = tuple(AccountMail(f"ours-{day}", noon(day), day, inbound=False) for day in range(MONDAY + 64, MONDAY + 200))
    alone, chased = _quiet(mail, MONDAY + 200), _quiet(mail + ours, MONDAY + 200)
    assert chased.spells == alone.spells
    assert (chased.last_inbound_day, chased.last_interaction_day) == (MONDAY + 63, MONDAY + 199)


def test_holidays_of_the_account_do_not_count_as_silence() -> None:
    """Decision 9 and inference section 1: business days of the account's country."""
    start = epoch_day(date(2023, 10, 2))
    mail = inbound_mail(*range(start, start + 78, 7))
    plain, german = (_quiet(mail, start + 250, country) for country in ("", "DE"))
    free = business_days_between(day_of(start + 77), plain.spells[-1].valid_from, "") - business_days_between(
        day_of(start + 77), plain.spells[-1].valid_from, "DE"
    )
    assert free >= 3
    assert german.spells[-1].valid_from > plain.spells[-1].valid_from


def test_days_on_which_the_source_was_unhealthy_do_not_count_as_silence() -> None:
    mail = inbound_mail(*range(MONDAY, MONDAY + 70, 7))
    plain = epoch_day(_quiet(mail, MONDAY + 300).spells[-1].valid_from)
    down = frozenset(range(MONDAY + 70, MONDAY + 77))
    frozen = _quiet(mail, MONDAY + 300, frozen=down)
    later = epoch_day(frozen.spells[-1].valid_from)
    assert business_days_between(day_of(plain), day_of(later), "") == 5


def test_the_review_day_is_the_next_close_while_strength_decays() -> None:
    facts = infer_account(_account(_strong("a", 50.0)), MONDAY)
    assert facts.review_day == SUNDAY


def test_mail_known_by_its_day_alone_names_no_evidence() -> None:
    mail = tuple(replace(one, interaction_uid="") for one in inbound_mail(*range(MONDAY, MONDAY + 70, 7)))
    facts = _quiet(mail, MONDAY + 300)
    assert facts.quiet_state == "quiet"
    assert {term.evidence for spell in facts.spells for term in spell.terms} == {()}


def test_the_first_and_last_days_are_known() -> None:
    facts = _quiet(inbound_mail(MONDAY + 4, MONDAY, MONDAY + 2), MONDAY + 3)
    assert (facts.first_inbound_day, facts.last_inbound_day) == (MONDAY, MONDAY + 2)
    assert facts.last_inbound_series.days == (MONDAY, MONDAY + 2)


mails = st.lists(
    st.builds(lambda day, inbound: AccountMail(f"m-{day}-{inbound}", noon(day), day, inbound), days, st.booleans()),
    max_size=16,
    unique_by=lambda one: one.interaction_uid,
)
teams = st.tuples(stakeholders("a"), stakeholders("c"))


def _world(team: tuple[StakeholderInput, ...], mail: list[AccountMail], horizon: int) -> AccountInput:
    facts = [infer_stakeholder(source, FREE, horizon) for source in team]
    people = tuple(
        summary_of(one, is_person=one.uid != "c", first_seen_day=source.first_seen_day)
        for one, source in zip(facts, team, strict=True)
    )
    return AccountInput("account-1", people, tuple(mail), "DE")


@settings(max_examples=40, deadline=None)
@given(teams, mails, days, st.integers(0, 200))
def test_account_facts_cut_back_to_a_day_equal_the_facts_of_that_day(
    team: tuple[StakeholderInput, ...], mail: list[AccountMail], day: int, later: int
) -> None:
    """Decision 8: and summaries of a later horizon serve an earlier one."""
    late_world = _world(team, mail, day + later)
    at_day = infer_account(_world(team, mail, day), day)
    assert account_history(infer_account(late_world, day + later), day) == account_history(at_day, day)
    assert infer_account(late_world, day) == at_day


@settings(max_examples=25, deadline=None)
@given(teams, mails, st.randoms())
def test_the_order_of_people_and_mail_does_not_matter(
    team: tuple[StakeholderInput, ...], mail: list[AccountMail], chance: random.Random
) -> None:
    world = _world(team, mail, MONDAY + SPAN)
    people, letters = list(world.stakeholders), list(world.mail)
    chance.shuffle(people)
    chance.shuffle(letters)
    shuffled = replace(world, stakeholders=tuple(people), mail=tuple(letters))
    assert infer_account(shuffled, MONDAY + SPAN) == infer_account(world, MONDAY + SPAN)


@settings(max_examples=25, deadline=None)
@given(teams, mails, days)
def test_coverage_terms_sum_to_coverage(team: tuple[StakeholderInput, ...], mail: list[AccountMail], day: int) -> None:
    facts = infer_account(_world(team, mail, day), day)
    assert abs(sum(term.value for term in facts.coverage.terms) - facts.coverage.value) < 1e-9
    assert facts.coverage.value == (facts.coverage_series.values[-1] if facts.coverage_series.values else 0.0)
    assert 0.0 <= facts.coverage.value < 1.0
    assert facts.active_contact_count <= 1


@settings(max_examples=60, deadline=None)
@given(mails, days, st.integers(1, 60))
def test_an_account_does_not_change_before_its_review_day(mail: list[AccountMail], day: int, later: int) -> None:
    """Decision 9: `review_day` is exact for silence."""
    known = tuple(one for one in mail if one.day <= day)
    now, then = _quiet(known, day, "DE"), _quiet(known, day + later, "DE")
    if now.review_day is None or day + later < now.review_day:
        assert replace(then, review_day=None) == replace(now, review_day=None)
    else:
        assert then.quiet_state == "quiet"
        assert epoch_day(then.spells[-1].valid_from) == now.review_day
