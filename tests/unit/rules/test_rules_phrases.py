"""The words for states of people and accounts: they match the evidence, and nothing is left as a gap (A8, A9, A15)."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_service.domain.workspace import Workspace
from graph_service.inference.departure.odds import RULED
from graph_service.inference.departure.signs import NATS
from graph_service.rules import account_phrases, contact_phrases
from graph_service.rules.background import NOTHING, Acquaintance, Background, Elsewhere, Place, State
from graph_service.rules.reasons import MOST, confidence_behind, reasons_behind, since_behind
from graph_service.rules.stage import shipped_playbooks
from tests.unit.rules.backgrounds import TODAY, before, behind, heir, other, state, support, ticket

WORKSPACE = Workspace("test", "Test", ("ours.example",), "America/Los_Angeles", "", "salt")
"""West of Greenwich, so that a day kept as midnight UTC would slip if it were read as a moment."""
PLAYBOOKS = {one.name: one for one in shipped_playbooks()}
EMPTY = {"last_advocacy", "tone_quote", "tone_before"}


def of_contact(known: Background, name: str) -> str:
    return contact_phrases.contact_phrases(known, WORKSPACE, TODAY)[name]


def of_account(known: Background, name: str) -> str:
    return account_phrases.account_phrases(known, WORKSPACE)[name]


@pytest.mark.parametrize(
    ("states", "text"),
    [
        ([state("champion", "champion", 30)], "our champion since 2 February 2026"),
        (
            [
                state("champion", "at_risk", 5),
                state("champion", "champion", 20, 5),
                state("champion", "champion", 40, 20),
            ],
            "our champion since 23 January 2026",
        ),
        (
            [state("champion", "lapsed", 5), state("champion", "at_risk", 20, 5)],
            "our champion from 12 February 2026 to 27 February 2026",
        ),
        (
            [state("champion", "departed", 5), state("champion", "champion", 20, 5), state("departure", "departed", 5)],
            "our champion since 12 February 2026",
        ),
        ([state("champion", "coach", 5)], "a supporter of ours without much influence"),
        ([state("champion", "supporter", 5)], "not among our champions"),
        ([], "not among our champions"),
    ],
)
def test_how_long_somebody_is_or_was_a_champion(states: list[State], text: str) -> None:
    assert of_contact(behind(*states), "champion_history") == text


def test_a_departure_that_went_on_as_another_spell_is_known_since_the_first() -> None:
    """The spell is cut when the new employer becomes known; the news is older."""
    known = behind(state("departure", "departed", 5, detail="South"), state("departure", "departed", 20, 5))
    assert of_contact(known, "departed_on") == "12 February 2026"


def test_signs_are_told_with_day_and_words_the_most_telling_first() -> None:
    terms = {"prior": 0.1, "silence": 0.2, "bounce": 0.2, "said_by_colleague": 0.3, "seen_elsewhere": 0.1}
    behind_it = [support("bounce", "550 5.1.1", 2), support("said_by_colleague", "She left.", 4, "Jon North")]
    known = behind(state("departure", "departed", 5, terms=terms, support=behind_it))
    assert of_contact(known, "departure_signs") == (
        "a colleague said so (Jon North, 28 February 2026: “She left.”); a mail to them came back (2 March 2026); "
        "they are silent beyond their rhythm"
    )


def test_a_sign_nobody_may_name_reads_as_other_signs_and_no_sign_as_none() -> None:
    seen = behind(state("departure", "departed", 5, terms={"prior": 0.1, "seen_elsewhere": 0.8}))
    assert of_contact(seen, "departure_signs") == "other signs"
    assert of_contact(NOTHING, "departure_signs") == "none"


def test_every_hard_sign_of_a_departure_has_words() -> None:
    """Whoever adds a sign must say it in words, or keep it for those who see the person whole."""
    assert set(NATS) - {"seen_elsewhere"} <= set(contact_phrases.SIGNS)
    assert RULED in contact_phrases.SIGNS


def test_a_likely_successor_is_proposed_else_who_is_closest_to_us() -> None:
    people = [other("Jon", 20.0), other("Kai", 60.0)]
    assert contact_phrases.replacement(behind(heirs=[heir("Mia", 0.4)], others=people)) == "Mia"
    assert contact_phrases.replacement(behind(heirs=[heir("Mia", 0.1)], others=people)) == "Kai"
    assert contact_phrases.replacement(NOTHING) == "whoever comes next"


def test_the_others_are_told_with_their_engagement_and_exchanges() -> None:
    people = [
        other("Jon", contacts=1, level="high"),
        other("Kai", contacts=0, level="inactive"),
        other("Lea", level=None),
    ]
    assert of_contact(behind(others=people), "others_lately") == (
        "Jon (high engagement, 1 exchange), Kai (no exchanges) and Lea (2 exchanges)"
    )


def test_the_words_for_a_risk_never_say_that_somebody_left() -> None:
    for reason in ("gone_quiet", "cooling", "falling_sentiment", "spoke_against", "no_recent_act", "low_probability"):
        text = of_contact(behind(state("champion", "at_risk", 3, detail=reason)), "risk_signs")
        assert text == contact_phrases.RISKS[reason]
        assert "left" not in text.replace("may have left", "")


def test_a_move_is_placed_at_the_account_where_they_are_seen_else_at_the_employer_named() -> None:
    place = Place("s9", "a9", "South Ltd", 0.9)
    gone = state("departure", "departed", 5, detail="Southern", terms={"new_employer": 0.5})
    move = state("move", "moved", 4, terms={"profile names them": 3.5, "left here": 3.0})
    seen, told = behind(gone, move, places=[place]), behind(gone)
    assert (of_contact(seen, "new_employer"), of_contact(seen, "new_place")) == ("South Ltd", "an account that we know")
    assert of_contact(seen, "move_signs") == "their profile names it (90% sure)"
    assert (of_contact(told, "new_employer"), of_contact(told, "move_signs")) == (
        "Southern", "their profile names a new employer",
    )  # fmt: skip


def test_who_of_ours_knows_them_is_told_with_strength_and_day() -> None:
    known = behind(ties=[Acquaintance("u1", "Ana", 61.6, 20516), Acquaintance("u2", "Ben", 0.2, None)])
    assert of_contact(known, "known_by") == (
        "Ana (strength 62 of 100, last contact 4 March 2026) and Ben (strength 0 of 100, last contact an unknown day)"
    )


def test_tickets_of_a_fall_are_those_from_its_beginning_to_the_day_it_was_said() -> None:
    fall = state("usage", "falling", 10, began=before(20), terms={"change": -0.5})
    known = behind(fall, tickets=[ticket(9), ticket(10, None), ticket(15), ticket(20, "First"), ticket(21)])
    assert of_account(known, "tickets_meanwhile") == (
        "3, the newest “Export fails” (17 February 2026) and “First” (12 February 2026)"
    )
    assert of_account(replace(known, tickets=[]), "tickets_meanwhile") == "none"
    assert of_account(known, "usage_fall") == "50%"


def test_a_surge_without_a_topic_says_so() -> None:
    assert of_account(behind(state("tickets", "surge", 3)), "ticket_topics") == "No topic stands out"
    severe = of_account(behind(state("tickets", "surge", 3, detail="severe")), "ticket_topics")
    assert severe == "No topic stands out, and they are more severe than usual"


def test_the_worst_words_of_a_shift_are_quoted_if_they_tell_something() -> None:
    """And those whose words push it stand behind it, not whoever wrote beside them."""
    texts = (("Hm.", "Jon", -0.9), ("It is broken again.", "Kai", -0.6), ("We will see on Monday.", "Lea", 0.0))
    said = [replace(support("recent_tone", text, 2, who), weight=weight) for text, who, weight in texts]
    known = behind(state("sentiment", "falling", 3, support=said))
    assert of_account(known, "tone_quote") == "Words behind it (Kai, 2 March 2026): “It is broken again.”"
    assert of_account(known, "tone_people") == "Jon and Kai"
    only = behind(state("sentiment", "falling", 3, support=said[:1]))
    assert of_account(only, "tone_quote").endswith("“Hm.”")


def test_reasons_name_each_thing_once_and_not_what_is_usual() -> None:
    many = [support("recent_tone", "x", day, uid=f"e{day}") for day in range(9)]
    usual = [support("earlier_tone", "y", 50, uid="old"), support("recent_texts", "x", 1, uid="e1")]
    known = behind(state("sentiment", "falling", 3, support=[*many, *usual]), others=[other("Jon")])
    rows = reasons_behind(PLAYBOOKS["Sentiment falling"], known, WORKSPACE)
    assert [row["uid"] for row in rows] == ["e0", "e1", "e2", "jon", "sentiment-3"]
    assert len(rows) <= MOST + 2


def test_how_sure_a_state_is_comes_from_its_detector_where_that_says() -> None:
    surge = behind(state("tickets", "surge", 3, terms={"surprise": 2.0}))
    gone = behind(
        state("champion", "departed", 3, probability=0.2), state("departure", "departed", 3, probability=0.97)
    )
    assert confidence_behind(PLAYBOOKS["Ticket surge"], surge) == pytest.approx(0.99)
    assert confidence_behind(PLAYBOOKS["Champion departed"], gone) == 0.97
    assert confidence_behind(PLAYBOOKS["Champion at risk"], gone) is None


TEXTS = st.text(max_size=12)
MOMENTS = st.sampled_from((0, 1, 86_400_000, 2**40))
STATES = st.builds(
    State,
    uid=TEXTS,
    kind=st.sampled_from(("champion", "departure", "move", "sentiment", "usage", "tickets")),
    state=st.sampled_from(("champion", "at_risk", "departed", "falling", "surge")),
    detail=st.none() | TEXTS,
    probability=st.none() | st.floats(0, 1),
    holds=st.booleans(),
    names=st.lists(TEXTS, max_size=3),
    amounts=st.lists(st.floats(-99, 99), max_size=3),
    since=MOMENTS,
    until=st.none() | MOMENTS,
    began=st.none() | MOMENTS,
    support=st.just([]),
)
BACKGROUNDS = st.builds(
    Background,
    account_uid=TEXTS,
    stakeholder_uid=TEXTS,
    employer=st.none() | TEXTS,
    states=st.lists(STATES, max_size=6),
    others=st.lists(st.builds(other, TEXTS), max_size=2),
    heirs=st.lists(st.builds(heir, TEXTS, st.floats(0, 1)), max_size=2),
    ties=st.just([]),
    places=st.just([]),
    elsewhere=st.just([Elsewhere("a9", ["u1"])]),
    tickets=st.lists(st.builds(ticket, st.integers(0, 99)), max_size=2),
    last_inbound_day=st.none() | st.just(20000.0),
)


@given(BACKGROUNDS)
def test_whatever_is_known_every_name_has_a_text_and_nothing_fails(known: Background) -> None:
    words = {
        **contact_phrases.contact_phrases(known, WORKSPACE, TODAY),
        **account_phrases.account_phrases(known, WORKSPACE),
    }
    assert set(words) == {*contact_phrases.NAMES, *account_phrases.NAMES}
    assert {name for name, text in words.items() if not text.strip()} <= EMPTY


def test_a_matter_is_as_old_as_the_state_behind_it() -> None:
    """States in a row that say the same are one; what ended does not count."""
    playbook = PLAYBOOKS["Champion departed"]
    known = behind(
        state("champion", "departed", 9),
        state("champion", "champion", 90, 9),
        state("departure", "departed", 4),
        state("departure", "departed", 9, 4),
    )
    assert since_behind(playbook, known) == TODAY - timedelta(days=9)
    assert since_behind(PLAYBOOKS["Contact joined a new account"], known) == TODAY - timedelta(days=9)
    assert since_behind(playbook, NOTHING) is None
    usual = behind(state("quiet", "normal", 300), state("sentiment", "falling", 4))
    assert since_behind(PLAYBOOKS["Account going quiet"], usual) == TODAY - timedelta(days=4), "as usual is no matter"
    assert since_behind(PLAYBOOKS["Account going quiet"], behind(usual.states[0])) is None


def test_a_quiet_account_whose_tone_had_fallen_says_so_and_nothing_rests_on_what_is_as_usual() -> None:
    fell = state("sentiment", "falling", 40, terms={"earlier_tone": 0.06, "recent_tone": -0.2})
    assert of_account(behind(fell), "tone_before") == (
        "Their tone had fallen before: from +0.06 to -0.20 (of -1 to +1), from about 23 January 2026 on."
    )
    assert of_account(behind(state("sentiment", "rising", 40)), "tone_before") == ""
    quiet, usual = state("quiet", "quiet", 3), state("quiet", "normal", 90)
    because = [reasons_behind(PLAYBOOKS["Account going quiet"], behind(fell, one), WORKSPACE) for one in (quiet, usual)]
    assert [[row["term"] for row in rows] for rows in because] == [["quiet", "sentiment"], ["sentiment"]]
