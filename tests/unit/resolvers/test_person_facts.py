"""What is said of a person: copies for the present, series and spells for the past (decision 8)."""

from dataclasses import replace

import pytest

from graph_service.resolvers.fact_rows import SpellSource
from graph_service.resolvers.fact_words import champion_words, departure_words, sentiment_words
from graph_service.resolvers.person_facts import OTHER_SIGNS, person_facts
from tests.unit.resolvers.sources import DAY, link, person, role, spell


@pytest.mark.parametrize(
    ("departure", "champion", "engagement", "group"),
    [
        ("present", "champion", "inactive", "champion"),
        ("present", "at_risk", "high", "champion"),
        ("gone_quiet", "at_risk", "inactive", "champion"),
        ("departed", "champion", "high", "inactive_or_departed"),
        ("departed", "none", "high", "inactive_or_departed"),
        ("present", "supporter", "low", "active"),
        ("present", "lapsed", "inactive", "inactive_or_departed"),
        ("away", "none", "medium", "active"),
        (None, None, None, "inactive_or_departed"),
    ],
)
def test_everybody_is_in_the_group_that_their_states_say(
    departure: str | None, champion: str | None, engagement: str | None, group: str
) -> None:
    """P11: champions incl. at risk first; who left is last whatever their engagement."""
    said = person_facts(person(copies={"departure_state": departure, "champion_state": champion}))
    assert said.group(engagement) == group


def test_of_the_past_no_copy_is_used_but_the_terms_of_what_is_still_the_newest() -> None:
    """Decision 4: nothing of a later day."""
    copies = {
        "influence": 0.9, "influence_names": ["title"], "influence_values": [0.9], "influence_confidence": 0.8,
        "champion_state": "champion", "champion_probability": 0.9, "champion_names": ["base"],
        "champion_values": [0.9], "departure_state": "departed", "departure_probability": 0.9,
        "new_employer": "South", "sentiment": 0.3, "sentiment_trend": "falling", "role": role("Chief", level=6),
        "is_ghost": True, "decision_power": 0.8, "sentiment_texts": 9.0,
    }  # fmt: skip
    said = person_facts(person(copies=copies, points=[("influence", 0.4, False), ("champion_probability", 0.9, True)]))
    assert said.influence is not None
    assert (said.influence.value, list(said.influence.names), said.influence_confidence) == (0.4, [], None)
    assert said.champion is not None
    assert (said.champion.value, list(said.champion.names), said.champion_state) == (0.9, ["base"], "none")
    assert (said.departure, said.departure_state, said.new_employer) == (None, None, None)
    assert (said.sentiment, said.sentiment_trend, said.sentiment_texts, said.role) == (None, None, None, None)
    assert (said.is_ghost, said.decision_power) == (None, None)


def test_a_past_state_is_that_of_its_spell() -> None:
    spells = [spell("departure", "watch"), spell("champion", "coach"), spell("role", "CFO", detail="crm")]
    points = [("departure_probability", 0.3, False), ("champion_probability", 0.6, False)]
    said = person_facts(person(copies={"role": role("CEO", level=6)}, points=points, spells=spells))
    assert (said.departure_state, said.champion_state) == ("watch", "coach")
    assert said.role is not None
    assert (said.role.title, said.role.source, said.role.level, said.role.since) == ("CFO", "crm", 6, 10 * DAY)


def test_somebody_present_is_there_and_somebody_away_is_away_until_they_left() -> None:
    points = [("departure_probability", 0.1, True)]
    away = spell("away", "away", detail="2026-03-01")
    assert person_facts(person(points=points)).departure_state == "present"
    said = person_facts(person(points=points, spells=[spell("departure", "watch"), away]))
    assert (said.departure_state, departure_words(said)) == ("away", "away until 2026-03-01")
    gone = person_facts(person(points=points, spells=[spell("departure", "departed"), away]))
    assert gone.departure_state == "departed"


@pytest.mark.parametrize("points", [None, [("departure_probability", 0.9, True)]])
def test_where_somebody_went_is_an_account_we_know_or_what_was_said(
    points: list[tuple[str, float, bool]] | None,
) -> None:
    state = {"departure_state": "departed", "departure_probability": 0.9}
    gone = spell("departure", "departed", detail="East")
    assert person_facts(person(copies=state, points=points, spells=[gone])).new_employer == "East"
    moved = person_facts(person(copies=state, points=points, spells=[gone], links=[link("move", "Ida")]))
    assert (moved.new_employer, departure_words(moved)) == ("South", "left, now at South")


def test_terms_that_tell_of_another_account_are_not_named_to_who_does_not_see_it() -> None:
    """Decision 14."""
    copies = {
        "departure_state": "departed", "departure_probability": 0.9, "departure_names": ["prior", "seen_elsewhere"],
        "departure_values": [0.1, 0.8],
    }  # fmt: skip
    gone = spell("departure", "departed", term_names=["seen_elsewhere"], term_values=[0.8])
    for is_whole, name in ((True, "seen_elsewhere"), (False, OTHER_SIGNS)):
        said = person_facts(person(copies=copies, spells=[gone], is_whole=is_whole))
        assert said.departure is not None
        assert said.leaving is not None
        assert (list(said.departure.names), said.leaving.term_names) == (["prior", name], [name])
        assert sum(said.departure.values) == pytest.approx(said.departure.value)


def test_a_trend_that_began_later_is_steady_before() -> None:
    points = [("sentiment", 0.2, True), ("sentiment_told", 1.0, True)]
    before = person_facts(person(copies={"sentiment_trend": "falling"}, points=points))
    after = person_facts(
        person(copies={"sentiment_trend": "steady"}, points=points, spells=[spell("sentiment", "rising")])
    )
    assert (before.sentiment_trend, after.sentiment_trend) == ("steady", "rising")


@pytest.mark.parametrize(
    ("told", "spells", "trend"),
    [
        (0.0, [], "too_few"),
        (1.0, [], "steady"),
        (None, [], None),
        (0.0, [spell("sentiment", "falling")], "falling"),
    ],
)
def test_a_past_tone_of_too_few_texts_is_called_so(
    told: float | None, spells: list[SpellSource], trend: str | None
) -> None:
    """P5: a past view claims no tone that the view of that day would have refused."""
    points = [("sentiment", 0.05, False), *([] if told is None else [("sentiment_told", told, False)])]
    said = person_facts(person(copies={"sentiment_trend": "steady"}, points=points, spells=spells))
    assert said.sentiment is not None
    assert said.sentiment_trend == trend
    words = {"too_few": "too few texts", "steady": "neutral", None: "neutral", "falling": "neutral, falling"}
    assert sentiment_words(said.sentiment.value, said.sentiment_trend) == words[trend]


@pytest.mark.parametrize("points", [None, [("departure_probability", 0.95, True)]])
def test_nobody_has_left_before_their_last_day(points: list[tuple[str, float, bool]] | None) -> None:
    """P8: the state opens when it is said, the last day is 20 January 1970."""
    gone = spell("departure", "departed", since=10, began=19 * DAY, detail="East")
    source = person(
        copies={"departure_state": "departed", "departure_probability": 0.95, "champion_state": "departed"},
        points=points,
        spells=[gone, spell("champion", "departed")],
    )
    before, then, after = (person_facts(source, day) for day in (12, 19, 20))
    assert departure_words(before) == "is leaving, last day probably 20 January 1970, going to East"
    assert champion_words(before) == "was a champion, and is leaving"
    assert (before.departure_state, before.has_left, before.group("low")) == ("departed", False, "active")
    for said in (then, after, person_facts(source)):
        assert departure_words(said) == "left, now at East"
        assert (said.has_left, said.group("low")) == (True, "inactive_or_departed")
    unsaid = person_facts(replace(source, spells=[spell("departure", "departed")]), 12)
    assert unsaid.has_left, "where no last day is known, who left has left"


def test_words_match_the_evidence() -> None:
    """Nobody who only went quiet is said to have left."""
    quiet = person_facts(person(copies={"departure_state": "gone_quiet"}))
    assert departure_words(quiet) == "gone quiet, may have left"
    assert champion_words(person_facts(person(copies={"champion_state": "at_risk"}))) == "champion at risk"
    assert sentiment_words(0.9, "too_few") == "too few texts"
    assert sentiment_words(-0.5, "falling") == "cold, falling"
    assert champion_words(person_facts(person())) is None
