"""When a tone has shifted, of whom it is said, and how long (P6, P16)."""

from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_service.domain.facts import day_of, epoch_day
from graph_service.inference.casefile import CaseFile, Saying
from graph_service.inference.inferred import Inferred, spell_at
from graph_service.inference.sentiment.norms import DEFAULT, ToneNorms
from tests.unit.inference.sentiment.invented import case_of, cases, copy_of, history, inferred, said, steady, told
from tests.unit.inference.worlds import MONDAY

FIRST = steady("ann", range(0, 200, 7))
COLD = steady("ann", range(203, 260, 7), -0.5)


def _day(day: int) -> date:
    return day_of(MONDAY + day)


def test_a_lasting_fall_is_said_within_weeks_with_the_texts_that_show_it() -> None:
    """P6, P16: z = (m_s - m_f) over its standard error reaches 2 and the difference 0.25."""
    _, people = inferred(case_of([*FIRST, *COLD]), 259)
    (spell,) = people["ann"].spells
    assert (spell.kind, spell.state, spell.valid_to) == ("sentiment", "falling", None)
    assert spell.valid_from == spell.known_on
    assert _day(203) < spell.known_on <= _day(203 + 28)
    assert spell.began_on == _day(203)
    terms = {term.name: term for term in spell.terms}
    assert terms["z"].value >= 2.0
    assert terms["earlier_tone"].value - terms["recent_tone"].value >= 0.25
    cold = {one.uid for one in COLD}
    assert terms["recent_tone"].evidence[0] in cold
    assert cold.isdisjoint(terms["earlier_tone"].evidence)
    assert copy_of(people["ann"], "sentiment_trend") == "falling"
    assert people["bob"].spells == ()


def test_a_fall_is_over_when_the_texts_no_longer_differ() -> None:
    _, people = inferred(case_of([*FIRST, *COLD, *steady("ann", range(266, 420, 7))]), 419)
    first = people["ann"].spells[0]
    assert first.valid_to is not None
    assert first.state == "falling"
    assert _day(266) < first.valid_to < _day(266 + 60)
    assert copy_of(people["ann"], "sentiment_trend") == "steady"


def test_a_fall_is_over_when_six_weeks_bring_no_text() -> None:
    """A shift is only claimed while texts show it."""
    _, people = inferred(case_of([*FIRST, *COLD]), 400)
    (spell,) = people["ann"].spells
    last = epoch_day(_day(259))
    assert spell.valid_to is not None
    assert 42 <= epoch_day(spell.valid_to) - last <= 49
    assert copy_of(people["ann"], "sentiment_trend") == "too_few"


def test_one_cold_text_is_no_shift() -> None:
    _, people = inferred(case_of([*FIRST, said(203, -0.7), *steady("ann", range(210, 300, 7))]), 299)
    assert people["ann"].spells == ()


def test_with_nothing_from_before_there_is_no_shift_however_cold() -> None:
    account, people = inferred(case_of(steady("ann", range(0, 21, 2), -0.7)), 21)
    assert people["ann"].spells == account.spells == ()
    assert copy_of(people["ann"], "sentiment_trend") == "too_few"


def test_a_spell_opens_only_on_a_day_with_a_text() -> None:
    """Where nothing was written nothing new was learned, whatever has aged meanwhile."""
    random = Random(5)
    for _ in range(30):
        sayings = [said(day, random.uniform(-1, 1)) for day in sorted(random.sample(range(500), 40))]
        days = {one.day for one in sayings}
        _, people = inferred(case_of(sayings), 520)
        assert all(epoch_day(spell.known_on) in days for spell in people["ann"].spells)


def test_a_harsh_text_of_somebody_who_matters_is_enough_and_holds_three_weeks() -> None:
    """inference.md section 5: one text <= -0.8 from influence >= 0.6."""
    sayings = [*FIRST, said(204, -0.85, uid="harsh"), *steady("ann", range(206, 250, 4))]
    account, people = inferred(case_of(sayings), 250, ann=0.6)
    (spell,) = people["ann"].spells
    assert (spell.state, spell.known_on, spell.began_on) == ("falling", _day(204), _day(204))
    assert [term.evidence for term in spell.terms if term.name == "harsh_text"] == [("harsh",)]
    assert spell.valid_to is not None
    assert spell.valid_to >= _day(225)
    assert account.spells == ()
    _, unimportant = inferred(case_of(sayings), 250, ann=0.59)
    assert unimportant["ann"].spells == ()


def test_one_unimportant_contact_makes_no_shift_of_the_account() -> None:
    """Report the account only if two contacts contribute, or one of influence 0.6."""
    alone = case_of([*FIRST, *COLD])
    assert inferred(alone, 259)[0].spells == ()
    assert [one.state for one in inferred(alone, 259, ann=0.7)[0].spells] == ["falling"]
    both = case_of([*FIRST, *COLD, *steady("bob", range(2, 200, 9)), *steady("bob", range(205, 260, 7), -0.5)])
    account, _ = inferred(both, 259)
    assert [one.state for one in account.spells] == ["falling"]
    assert copy_of(account, "sentiment_trend") == "falling"


def test_a_colleague_who_writes_more_but_as_ever_does_not_make_the_account_fall() -> None:
    """Who writes is not how they feel: the mix of writers has a variance of its own."""
    norms = ToneNorms(grand_mean=0.15, pull=1.0, sigma2=0.05)
    warm = [*steady("ann", range(0, 300, 5), 0.5), *steady("cem", range(1, 300, 5), 0.45)]
    grumpy = [*steady("bob", range(2, 200, 40), -0.1), *steady("bob", range(202, 300, 4), -0.1)]
    account, _ = inferred(case_of([*warm, *grumpy]), 300, norms, bob=0.9)
    assert account.spells == ()


@pytest.mark.parametrize(("drop", "states"), [(0.3, []), (0.6, ["falling"])])
def test_a_sure_but_small_difference_is_no_shift(drop: float, states: list[str]) -> None:
    """The difference has to reach the spread between people, tau = sqrt(sigma2 / k): here 0.2."""
    norms = ToneNorms(grand_mean=0.3, pull=1.0, sigma2=0.04)
    sayings = [said(day, 0.3 - (drop if day >= 200 else 0.0)) for day in range(0, 260, 2)]
    _, people = inferred(case_of(sayings), 260, norms)
    assert [one.state for one in people["ann"].spells] == states


def test_rare_texts_are_called_too_few_and_enough_ones_steady() -> None:
    """At less than two texts in six weeks nothing can be told (P6: n is shown)."""
    rare = inferred(case_of(steady("ann", range(0, 400, 50))), 399)[1]["ann"]
    often = inferred(case_of(steady("ann", range(0, 400, 10))), 399)[1]["ann"]
    assert copy_of(rare, "sentiment_trend") == "too_few"
    assert copy_of(often, "sentiment_trend") == "steady"


def _mirror(one: Saying) -> Saying:
    return said(one.day - MONDAY, -one.weight, one.by_uid, channel=one.channel, uid=one.uid)


@given(cases)
def test_a_world_turned_around_rises_where_it_fell(case: CaseFile) -> None:
    norms = ToneNorms(grand_mean=0.0)
    other = {"falling": "rising", "rising": "falling"}
    account, people = inferred(case, 430, norms)
    turned_account, turned = inferred(case_of(map(_mirror, case.sayings)), 430, norms)
    for one, opposite in ((account, turned_account), *((people[uid], turned[uid]) for uid in people)):
        spells = [(spell.state, spell.valid_from, spell.valid_to, spell.began_on) for spell in one.spells]
        mirrored = [(other[spell.state], spell.valid_from, spell.valid_to, spell.began_on) for spell in opposite.spells]
        assert spells == mirrored


def _shifting(seed: int) -> CaseFile:
    """Three people who write about weekly and change their tone a few times."""
    random = Random(seed)
    sayings: list[Saying] = []
    for uid in ("ann", "bob", "cem"):
        tone = 0.2
        for day in sorted(random.sample(range(400), 60)):
            tone = random.choice((-0.6, 0.1, 0.7)) if random.random() < 0.06 else tone
            sayings += told(uid, (day, max(-1.0, min(1.0, tone + random.gauss(0, 0.3)))))
    return case_of(sayings)


def _histories(facts: tuple[Inferred, dict[str, Inferred]], day: int) -> list[object]:
    account, people = facts
    return [history(one, day) for one in (account, *(people[uid] for uid in sorted(people)))]


@given(st.integers(0, 400), st.integers(0, 10_000))
def test_what_was_said_on_a_day_is_what_is_said_now_of_that_day(day: int, seed: int) -> None:
    """No look into the future: facts of a later horizon, cut back, are those of the earlier one."""
    case = _shifting(seed)
    later, earlier = inferred(case, 430, ann=0.7), inferred(case, day, ann=0.7)
    assert _histories(later, MONDAY + day) == _histories(earlier, MONDAY + day)


@given(cases, st.integers(0, 400))
def test_arbitrary_texts_hold_no_future_either(case: CaseFile, day: int) -> None:
    assert _histories(inferred(case, 430), MONDAY + day) == _histories(inferred(case, day), MONDAY + day)


@given(cases, st.randoms(use_true_random=False))
def test_the_order_of_texts_does_not_matter(case: CaseFile, random: Random) -> None:
    sayings = list(case.sayings)
    random.shuffle(sayings)
    mixed = CaseFile(case.uid, case.name, people=case.people[::-1], sayings=tuple(sayings))
    assert inferred(mixed, 430) == inferred(case, 430)


@given(st.integers(0, 10_000))
def test_spells_of_a_subject_do_not_overlap_and_know_nothing_late(seed: int) -> None:
    account, people = inferred(_shifting(seed), 430)
    for one in (account, *people.values()):
        for spell, following in zip(one.spells, one.spells[1:], strict=False):
            assert spell.valid_to is not None
            assert spell.valid_from < spell.valid_to <= following.valid_from
        for spell in one.spells:
            assert spell.began_on is not None
            assert spell.began_on <= spell.known_on == spell.valid_from
            assert spell_at(one.spells, "sentiment", epoch_day(spell.known_on)) == spell
            assert all(len(term.evidence) <= 5 for term in spell.terms)


def test_news_may_come_with_the_next_sunday_while_texts_still_count() -> None:
    _, people = inferred(case_of(FIRST), 200)
    review = people["ann"].review_day
    assert review is not None
    assert day_of(review).weekday() == 6
    assert 0 < review - (MONDAY + 200) <= 7
    assert inferred(case_of(FIRST), 900)[1]["ann"].review_day is None


@pytest.mark.parametrize("shift", [-0.8, 0.8])
def test_both_directions_are_found(shift: float) -> None:
    sayings = [*steady("ann", range(0, 200, 7), 0.0), *steady("ann", range(203, 260, 7), shift)]
    _, people = inferred(case_of(sayings), 259, DEFAULT)
    assert [one.state for one in people["ann"].spells] == ["falling" if shift < 0 else "rising"]
