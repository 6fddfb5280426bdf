"""Champions: what P is made of, what never makes one, and the laws it keeps (P2, P7, P8)."""

from dataclasses import replace
from random import Random
from typing import TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_service.domain.facts import SeriesFact, SpellFact, epoch_day
from graph_service.inference.casefile import CaseFile, Occasion, Part, Person, Ruling, Saying
from graph_service.inference.champions.champions import infer_champions
from graph_service.inference.champions.tracks import Tracks
from graph_service.inference.inferred import Inferred, spell_at, value_at
from graph_service.inference.models import Models, ModelValues
from graph_service.inference.touches import Touch
from tests.unit.inference.champions.stories import (
    COLLEAGUE,
    WEIGHTS,
    WHO,
    act,
    spell,
    stories,
    units_of,
)
from tests.unit.inference.worlds import MONDAY, cut_series, noon, touch

END = MONDAY + 200
DAYS = st.integers(MONDAY, END)
One = TypeVar("One")
TOPICS = sorted(WEIGHTS)
AGAINST = [f"against_{topic}" for topic in TOPICS]
MODELS = Models((ModelValues(month_day=MONDAY + 31, high_cut=2.0), ModelValues(month_day=MONDAY + 93, high_cut=4.0)))


def case_of(
    touches: tuple[Touch, ...] = (), sayings: tuple[Saying, ...] = (), rulings: tuple[Ruling, ...] = ()
) -> CaseFile:
    one = Person(WHO, "contact-1", "Someone", touches=touches, units=units_of(touches, END), rulings=rulings)
    return CaseFile("account-1", "Acme", people=(one, Person(COLLEAGUE, "contact-2", "Another")), sayings=sayings)


def weekly(first: int = MONDAY, last: int = END) -> tuple[Touch, ...]:
    return tuple(touch(day, inbound=True) for day in range(first, last + 1, 7))


def tracks_of(
    influence: float = 0.7,
    tone: float = 0.4,
    sentiment_spells: tuple[SpellFact, ...] = (),
    departure_spells: tuple[SpellFact, ...] = (),
) -> dict[str, Tracks]:
    steady = SeriesFact("influence", (MONDAY,), (influence,)), SeriesFact("sentiment", (MONDAY,), (tone,))
    return {WHO: Tracks(*steady, sentiment_spells, departure_spells)}


def judge(case: CaseFile, tracks: dict[str, Tracks] | None = None, day: int = END) -> Inferred:
    return infer_champions(case, tracks if tracks is not None else tracks_of(), MODELS, day)[WHO]


def state_on(inferred: Inferred, day: int) -> str:
    held = spell_at(inferred.spells, "champion", day)
    return held.state if held else "none"


def states(inferred: Inferred) -> list[str]:
    return [one.state for one in inferred.spells]


@st.composite
def worlds(draw: st.DrawFn) -> tuple[CaseFile, dict[str, Tracks]]:
    """A person with some contact, some acts for and against us, a power and tone that change, and spells."""
    touched = draw(st.lists(st.tuples(DAYS, st.booleans()), max_size=25, unique_by=lambda one: one[0]))
    said = draw(st.lists(st.tuples(DAYS, st.sampled_from(TOPICS + AGAINST)), max_size=8, unique=True))
    ruled = draw(st.lists(st.tuples(DAYS, st.sampled_from(("champion", "not_champion"))), max_size=2, unique=True))
    rulings = tuple(Ruling(kind, day, f"ruling-{day}-{kind}") for day, kind in ruled)
    case = case_of(
        tuple(touch(day, inbound) for day, inbound in touched),
        tuple(act(day, topic) for day, topic in said),
        rulings=rulings,
    )
    power, tone = (draw(_series(name, low)) for name, low in (("influence", 0.0), ("sentiment", -1.0)))
    falling = tuple(spell("sentiment", "falling", *draw(_spans())) for _ in range(draw(st.integers(0, 1))))
    kinds = st.sampled_from((("departure", "gone_quiet"), ("departure", "departed"), ("away", "away")))
    gone = tuple(spell(*draw(kinds), *draw(_spans())) for _ in range(draw(st.integers(0, 2))))
    return case, {WHO: Tracks(power, tone, falling, gone)}


@st.composite
def _spans(draw: st.DrawFn) -> tuple[int, int | None]:
    first = draw(DAYS)
    return first, draw(st.one_of(st.none(), st.integers(first + 1, END + 30)))


@st.composite
def _series(draw: st.DrawFn, metric: str, low: float) -> SeriesFact:
    days = sorted(draw(st.sets(DAYS, max_size=5)))
    return SeriesFact(metric, tuple(days), tuple(draw(st.floats(low, 1.0)) for _ in days))


def chances(inferred: Inferred) -> list[float]:
    return [value_at(inferred.series[0], day) or 0.0 for day in range(MONDAY - 1, END + 1)]


@given(worlds(), DAYS, st.sampled_from(TOPICS))
def test_one_more_act_for_us_never_lowers_the_probability_on_any_day(
    world: tuple[CaseFile, dict[str, Tracks]], day: int, topic: str
) -> None:
    case, tracks = world
    more = replace(case, sayings=(*case.sayings, act(day, topic, uid="one-more")))
    before, after = chances(judge(case, tracks)), chances(judge(more, tracks))
    assert all(new >= old - 1e-9 for old, new in zip(before, after, strict=True) if old)


@given(worlds(), st.lists(st.tuples(DAYS, st.sampled_from(TOPICS + AGAINST)), min_size=1, max_size=5, unique=True))
def test_praise_by_our_own_people_changes_nothing(
    world: tuple[CaseFile, dict[str, Tracks]], praise: list[tuple[int, str]]
) -> None:
    case, tracks = world
    ours = tuple(act(day, topic, by_us=True) for day, topic in praise)
    disguised = tuple(replace(one, uid=f"as-{one.uid}", by_uid=WHO) for one in ours)
    more = replace(case, sayings=(*case.sayings, *ours, *disguised))
    assert judge(more, tracks) == judge(case, tracks)


@given(worlds(), st.randoms(use_true_random=False))
def test_the_order_of_the_input_changes_nothing(world: tuple[CaseFile, dict[str, Tracks]], random: Random) -> None:
    case, tracks = world
    mixed = [
        replace(one, touches=_mixed(one.touches, random), rulings=_mixed(one.rulings, random)) for one in case.people
    ]
    other = replace(case, people=_mixed(tuple(mixed), random), sayings=_mixed(case.sayings, random))
    assert judge(other, tracks) == judge(case, tracks)


def _mixed(items: tuple[One, ...], random: Random) -> tuple[One, ...]:
    listed = list(items)
    random.shuffle(listed)
    return tuple(listed)


@given(worlds(), DAYS)
def test_what_is_known_later_and_cut_back_is_what_was_known_then(
    world: tuple[CaseFile, dict[str, Tracks]], day: int
) -> None:
    case, tracks = world
    then, later = judge(case, tracks, day), judge(case, tracks, END)
    assert then.series == tuple(cut_series(one, day) for one in later.series)
    assert then.spells == _cut(later.spells, day)


def _cut(spells: tuple[SpellFact, ...], day: int) -> tuple[SpellFact, ...]:
    kept = [one for one in spells if epoch_day(one.known_on) <= day]
    return tuple(
        one if one.valid_to is None or epoch_day(one.valid_to) <= day else replace(one, valid_to=None) for one in kept
    )


@given(worlds())
def test_terms_add_up_to_the_probability_and_spells_open_when_they_could_be_said(
    world: tuple[CaseFile, dict[str, Tracks]],
) -> None:
    found = judge(*world)
    for metric, score in found.scores:
        assert metric == "champion_probability"
        assert score.value == found.series[0].values[-1]
        assert sum(term.value for term in score.terms) == pytest.approx(score.value, abs=1e-9)
    for one in found.spells:
        assert one.probability is not None
        assert sum(term.value for term in one.terms) == pytest.approx(one.probability, abs=1e-9)
        assert one.valid_from == one.known_on
        assert value_at(found.series[0], epoch_day(one.valid_from)) in {one.probability, None}
        assert all(len(term.evidence) <= 5 for term in one.terms)


@given(st.integers(0, 120), st.sampled_from(("tells_upward", "coaches", "prefers")))
def test_nothing_changes_before_the_review_day_when_nothing_is_new(after: int, topic: str) -> None:
    case = case_of((), (act(MONDAY + 30, topic), act(MONDAY + 40, "offers")))
    found = judge(case, tracks_of(0.9, 0.9), MONDAY + 40 + after)
    assert found.review_day is not None
    later = judge(case, tracks_of(0.9, 0.9), found.review_day - 1)
    assert (later.series, later.spells) == (found.series, found.spells)


@given(st.floats(0.0, 1.0), st.floats(-1.0, 1.0), st.sampled_from((1, 3, 7, 14)))
@settings(max_examples=30)
def test_a_title_friendliness_and_contact_alone_never_make_a_champion_or_coach(
    power: float, tone: float, every: int
) -> None:
    touches = tuple(touch(day, inbound=True) for day in range(MONDAY, END, every))
    praise = tuple(act(day, topic) for day in range(MONDAY, END, 14) for topic in ("prefers", "relies"))
    assert set(states(judge(case_of(touches), tracks_of(power, tone)))) <= {"supporter"}
    assert set(states(judge(case_of(touches, praise), tracks_of(power, tone)))) <= {"supporter"}


def test_the_probability_is_the_published_sum() -> None:
    """All four at 0.8 make 0.87 (inference.md, section 6): -3.4 + 0.8 (1.3 + 1.1 + 2.6 + 1.6) = 1.88."""
    sunday = MONDAY + 6
    one = Person(WHO, "c", "S", units=SeriesFact("engagement_units", (sunday,), (2.4,)))
    acts = tuple(act(sunday, topic, by=WHO) for topic in ("tells_upward", "prefers", "coaches"))
    case = CaseFile("a", "A", people=(one,), sayings=acts)
    found = infer_champions(case, tracks_of(0.8, 0.36), Models(), sunday)[WHO]
    value = found.series[0].values[-1]
    assert value == pytest.approx(0.866, abs=0.005)
    names = [term.name for term in found.scores[0][1].terms]
    assert names == ["base", "engagement", "sentiment", "advocacy", "influence"]


def test_an_act_of_a_kind_counts_once_a_day() -> None:
    once = judge(case_of(weekly(), (act(MONDAY + 20, "defends"),)))
    thrice = judge(case_of(weekly(), tuple(act(MONDAY + 20, "defends", uid=f"a{n}") for n in range(3))))
    assert thrice.series == once.series


def test_a_state_is_raised_in_the_second_night_and_names_the_sentence() -> None:
    found = judge(case_of(weekly(), (act(MONDAY + 60, "tells_upward"),)))
    champion = next(one for one in found.spells if one.state == "champion")
    assert epoch_day(champion.valid_from) == MONDAY + 61
    advocacy = next(term for term in champion.terms if term.name == "advocacy")
    assert advocacy.evidence == (f"their-tells_upward-{MONDAY + 60}",)


def test_who_did_something_costly_is_a_champion_as_soon_as_it_is_more_likely_than_not() -> None:
    found = judge(case_of(weekly(), (act(MONDAY + 60, "tells_upward"),)), tracks_of(0.35, 0.0))
    champion = next(one for one in found.spells if one.state == "champion")
    assert champion.probability is not None
    assert 0.5 <= champion.probability < 0.55


def test_a_champion_without_power_is_a_coach() -> None:
    acts = (act(MONDAY + 60, "tells_upward"), act(MONDAY + 70, "coaches"))
    assert "champion" not in states(judge(case_of(weekly(), acts), tracks_of(0.2, 0.5)))
    assert "coach" in states(judge(case_of(weekly(), acts), tracks_of(0.2, 0.5)))


def test_who_leaves_is_departed_and_a_nobody_who_leaves_is_nothing() -> None:
    gone = spell("departure", "departed", MONDAY + 120, None)
    acts = (act(MONDAY + 60, "tells_upward"),)
    found = judge(case_of(weekly(last=MONDAY + 110), acts), tracks_of(departure_spells=(gone,)))
    assert states(found)[-2:] == ["champion", "departed"]
    assert dict(found.copies)["champion_state"] == "departed"
    assert "departed" not in states(judge(case_of(weekly()), tracks_of(0.3, 0.0, departure_spells=(gone,))))


def test_falling_tone_puts_a_champion_at_risk_the_same_day_and_says_why() -> None:
    falling = spell("sentiment", "falling", MONDAY + 100, MONDAY + 130)
    case = case_of(weekly(), (act(MONDAY + 60, "tells_upward"), act(MONDAY + 90, "offers")))
    found = judge(case, tracks_of(sentiment_spells=(falling,)))
    risk = next(one for one in found.spells if one.state == "at_risk")
    assert epoch_day(risk.valid_from) == MONDAY + 100
    assert "falling_sentiment" in risk.detail.split(",")
    assert state_on(found, MONDAY + 140) == "champion"


def test_who_stops_answering_while_colleagues_write_is_at_risk() -> None:
    case = case_of(weekly(last=MONDAY + 84), (act(MONDAY + 60, "tells_upward"), act(MONDAY + 80, "defends")))
    alive = tuple(touch(day, inbound=True, uid=f"c-{day}") for day in range(MONDAY, END, 3))
    busy = replace(case, people=(case.people[0], replace(case.people[1], touches=alive)))
    found = judge(busy)
    risk = next(one for one in found.spells if one.state == "at_risk")
    assert "gone_quiet" in risk.detail.split(",")
    assert any(term.name == "gone_quiet" and term.evidence for term in risk.terms)


def test_a_whole_quiet_account_is_no_silence_of_its_champion() -> None:
    acts = (act(MONDAY + 60, "tells_upward"), act(MONDAY + 80, "defends"))
    found = judge(case_of(weekly(last=MONDAY + 84), acts))
    assert not any("gone_quiet" in one.detail for one in found.spells)


def test_who_is_said_to_be_away_neither_cools_nor_goes_quiet() -> None:
    acts = (act(MONDAY + 60, "tells_upward"), act(MONDAY + 80, "defends"))
    away = spell("away", "away", MONDAY + 88, END)
    found = judge(case_of(weekly(last=MONDAY + 84), acts), tracks_of(departure_spells=(away,)))
    assert state_on(found, MONDAY + 150) == "champion"


def test_who_speaks_against_us_is_at_risk_until_they_do_something_for_us_again() -> None:
    acts = act(MONDAY + 60, "tells_upward"), act(MONDAY + 80, "offers"), act(MONDAY + 100, "against_tells_upward")
    found = judge(case_of(weekly(), acts))
    assert state_on(found, MONDAY + 110) == "at_risk"
    healed = judge(case_of(weekly(), (*acts, act(MONDAY + 130, "defends"))))
    assert state_on(healed, MONDAY + 135) == "champion"


@pytest.mark.parametrize(("kind", "state", "power"), [("champion", "champion", 0.2), ("not_champion", "none", 0.8)])
def test_a_ruling_holds_for_ninety_days_and_leaves_the_probability_as_it_is(
    kind: str, state: str, power: float
) -> None:
    tracks = tracks_of(power)
    acts = (act(MONDAY + 60, "tells_upward"), act(MONDAY + 70, "defends")) if state == "none" else ()
    plain = case_of(weekly(), acts)
    ruled = case_of(weekly(), acts, rulings=(Ruling(kind, MONDAY + 75, "ruling-1"),))
    found = judge(ruled, tracks)
    assert {state_on(found, day) for day in range(MONDAY + 75, MONDAY + 165)} == {state}
    assert state_on(found, MONDAY + 166) != state
    assert found.series == judge(plain, tracks).series


def test_nothing_is_said_of_shared_mailboxes_and_of_people_without_any_news() -> None:
    box = Person("box-1", "contact-9", "Info", is_person=False)
    case = CaseFile("account-1", "Acme", people=(box, Person(WHO, "contact-1", "Someone")))
    found = infer_champions(case, {}, Models(), END)
    assert list(found) == [WHO]
    assert dict(found[WHO].copies) == {"champion_state": "none", "champion_probability": None}
    assert found[WHO].series[0].days == ()


def test_who_brings_somebody_new_did_something_for_us_but_is_no_champion_by_it() -> None:
    def mail(day: int, sender: str, *others: str) -> Occasion:
        parts = (Part(sender, "from"), *(Part(uid, "cc") for uid in others))
        return Occasion(f"m{day}", noon(day), day, "email", "inbound", "t", sender, parts, (Part("user-1", "to"),), 3)

    case = replace(case_of(weekly()), occasions=(mail(MONDAY, WHO), mail(MONDAY + 40, WHO, COLLEAGUE)))
    found = judge(case)
    terms = {term.name: term for term in found.scores[0][1].terms}
    assert terms["advocacy"].evidence == (f"m{MONDAY + 40}",)
    assert "champion" not in states(found)
    early = replace(case, occasions=(mail(MONDAY, WHO), mail(MONDAY + 10, WHO, COLLEAGUE)))
    assert "advocacy" not in {term.name for term in judge(early).scores[0][1].terms}


def test_every_story_is_the_same_when_it_is_told_day_by_day() -> None:
    for story in stories()[::5]:
        whole = infer_champions(story.case, story.tracks, Models(), END)[WHO]
        for day in range(MONDAY + 20, END, 23):
            then = infer_champions(story.case, story.tracks, Models(), day)[WHO]
            assert then.spells == _cut(whole.spells, day)
