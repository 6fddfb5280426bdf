"""Departures said in words: who leaves, who follows, and all that only looks like leaving."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_service.reading.departures.finder import find_departures, read_departures
from graph_service.reading.setting import Setting, Turn, Vocabulary
from tests.unit.reading.departures.sayings import APART, KNOWN, lines

HOSTILE = [
    "Maria left ", "a" * 50, "I'm leaving ", "Aa ", "Maria's ", " ", "\n", "my our the ", "is was will be ",
    "Jane, who, ", "Maria left out. ",
]  # fmt: skip
SETTING = Setting(said_on=date(2024, 6, 12), firm="Fennwick Ltd", people=("Maria Lopez", "Tom Baker"))


def topics(sentence: str, setting: Setting = SETTING) -> set[str]:
    return {finding.topic for finding in find_departures(Turn(sentence), setting)} - {"hint"}


@pytest.mark.parametrize(("topic", "sentence"), lines(KNOWN))
def test_what_is_said_of_leaving_is_found_and_its_class_is_named(topic: str, sentence: str) -> None:
    assert topics(sentence) == ({topic} if topic != "-" else set())


def test_sentences_that_no_rule_was_made_for_reach_the_bar() -> None:
    """Precision 0.90 and recall 0.75 on unseen wordings."""
    said = [(topic, topics(sentence)) for topic, sentence in lines(APART)]
    right = sum(topic in found for topic, found in said)
    wrong = sum(topic == "-" and bool(found) for topic, found in said)
    assert right / sum(topic != "-" for topic, _ in said) >= 0.75
    assert right / (right + wrong) >= 0.90


def test_a_farewell_speaks_of_the_speaker_with_last_day_employer_and_successor() -> None:
    text = (
        "Hi all,\n\nI'm leaving Fennwick on 28 June to join Globex as Head of Data. Ann Pike will take over.\n"
        "You can reach her at ann.pike@fennwick.example."
    )
    told = read_departures(Turn(text, speaker="Maria Lopez"), SETTING)[0]
    assert told.is_self
    assert told.person == told.finding.value == ""
    assert told.last_day == date(2024, 6, 28)
    assert told.new_employer == "Globex"
    assert told.successor == "Ann Pike"
    assert told.successor_address == "ann.pike@fennwick.example"


def test_a_german_ordinal_at_the_end_of_a_sentence_is_a_day() -> None:
    told = read_departures(Turn("Mein letzter Arbeitstag ist der 30. Juni 2024."), SETTING)[0]
    assert told.last_day == date(2024, 6, 30)


def test_a_past_departure_is_dated_before_the_day_it_is_told() -> None:
    told = read_departures(Turn("Tom Baker left the company on 3 May."), SETTING)[0]
    assert told.last_day == date(2024, 5, 3)


def test_a_first_name_becomes_the_known_person_and_two_people_make_two_departures() -> None:
    told = read_departures(Turn("Maria and Tom have left the company."), SETTING)
    assert [one.person for one in told] == ["Maria Lopez", "Tom Baker"]
    assert not any(one.is_self for one in told)


def test_she_is_the_person_named_before() -> None:
    text = "You asked for Maria Lopez. She is no longer with the company."
    assert [one.person for one in read_departures(Turn(text), SETTING)] == ["Maria Lopez"]


def test_he_is_the_person_named_in_the_turn_before() -> None:
    setting = Setting(said_on=SETTING.said_on, people=SETTING.people, earlier=(Turn("Is Tom Baker joining today?"),))
    assert [one.person for one in read_departures(Turn("No, he left the company."), setting)] == ["Tom Baker"]


def test_a_successor_names_whom_they_follow() -> None:
    (told,) = read_departures(Turn("I have taken over from Maria Lopez.", speaker="Ann Pike"), SETTING)
    assert (told.finding.topic, told.person, told.is_self) == ("successor", "Maria Lopez", False)


def test_a_rumour_is_a_hint_of_low_confidence() -> None:
    (finding,) = find_departures(Turn("Apparently Maria is leaving the company."), SETTING)
    assert finding.topic == "hint"
    assert finding.confidence <= 0.3


def test_people_who_leave_another_firm_do_not_count() -> None:
    assert topics("Maria left Globex last week.") == set()
    assert topics("Maria left Fennwick last week.") == {"colleague"}


def test_a_product_or_a_firm_is_nobody_who_leaves() -> None:
    vocabulary = Vocabulary(("Tallow",), (("Harrow",),), (), (("Brindle",),))
    assert topics("Brindle is no longer with us.", Setting(vocabulary)) == set()
    assert topics("Harrow left us in May.", Setting(vocabulary)) == set()


def test_the_quote_is_the_sentence_at_its_place() -> None:
    text = "Hi Bo,\n\nthe plan is fine. Maria has left the company. Best,\nAda"
    (finding,) = find_departures(Turn(text), SETTING)
    assert finding.quote == "Maria has left the company." == text[finding.start : finding.end]


@pytest.mark.timeout(60)
@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_is_read_in_bounded_time(piece: str) -> None:
    find_departures(Turn((piece * 100_000)[:100_000]), SETTING)


@settings(deadline=None)
@given(st.text(max_size=300))
def test_any_text_gives_quotes_at_their_offsets_and_raises_nothing(text: str) -> None:
    for finding in find_departures(Turn(text), SETTING):
        assert text[finding.start : finding.end] == finding.quote


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(["Maria", " left ", "the company", ". ", "\n\n", "I'm leaving", " on 31.31.", " 30 February"]),
        max_size=10,
    )
)
def test_built_texts_raise_nothing(parts: list[str]) -> None:
    text = "".join(parts)
    for one in read_departures(Turn(text), SETTING):
        assert text[one.finding.start : one.finding.end] == one.finding.quote
