"""Mentions of competitors, products and people: names, names that are words, and stances."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_service.reading.mentions.finder import find_mentions
from graph_service.reading.mentions.names import names_in
from graph_service.reading.setting import Setting, Turn, Vocabulary

VOCABULARY = Vocabulary(
    our_names=("Tallow",),
    products=(("Harrowdesk", "HD", "Harrow Desk"), ("Harrowdesk Plan",)),
    competitors=(("Brindelwerk",), ("Anchor",), ("Summit",), ("Relay",), ("Quillo One", "quillo")),
)
SETTING = Setting(VOCABULARY, people=("Maria Lopez", "Will Baker"))


def competitors(text: str) -> dict[str, str]:
    return {one.value: one.topic for one in find_mentions(Turn(text), SETTING) if one.rule == "competitor"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("We also talked to Brindelwerk.", "Brindelwerk"),
        ("brindelwerk is cheaper.", "Brindelwerk"),
        ("BRINDELWERK called again.", "Brindelwerk"),
        ("Brindelwerk's price is lower.", "Brindelwerk"),
        ("We had a demo from Brindlewerk.", "Brindelwerk"),
        ("They use Brindel-\nwerk.".replace("-\n", ""), "Brindelwerk"),
        ("We look at Quillo One next week.", "Quillo One"),
        ("quillo one does that", "Quillo One"),
        ("Quillo came by on Monday.", "Quillo One"),
        ("We compared you with Anchor.", "Anchor"),
        ("Anchor is half the price.", "Anchor"),
        ("Anchor's demo was good.", "Anchor"),
        ("The Anchor team called us.", "Anchor"),
        ("My old firm used Summit for this.", "Summit"),
        ("Summit gave us a quote.", "Summit"),
        ("They are switching to summit.", "Summit"),
        ("Is it true that Relay has this?", "Relay"),
        ("Our board asks why not Relay, which costs less.", "Relay"),
    ],
)
def test_a_competitor_is_found_under_its_name(text: str, name: str) -> None:
    assert set(competitors(text)) == {name}


@pytest.mark.parametrize(
    "text",
    [
        "The anchor of the report is the weekly view.",
        "We anchor the plan to the first week.",
        "Anchor the date to Monday, please.",
        "See you at the Summit in May.",
        "The annual Summit is in Rome.",
        "They met at the summit.",
        "Please relay this to your team.",
        "Relay the message to Tom.",
        "I will relay it.",
        "We met Ann Anchor yesterday.",
        "Our office is in Summit Road.",
        "The Leadership Summit starts on Monday.",
        "The relay board is broken.",
        "See https://brindelwerk.example/pricing",
        "Write to sales@anchor.example.",
        "We like Brindelwerker.",
        "hd is fine",
    ],
)
def test_a_common_word_or_a_link_is_no_competitor(text: str) -> None:
    assert competitors(text) == {}


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("We are evaluating Brindelwerk this quarter.", "considers"),
        ("Brindelwerk sent us a proposal.", "considers"),
        ("We have Brindelwerk coming in on Monday.", "considers"),
        ("We decided to go with Brindelwerk.", "prefers"),
        ("Brindelwerk is much cheaper.", "prefers"),
        ("Brindelwerk does this in one click.", "prefers"),
        ("We prefer you over Brindelwerk.", "rejects"),
        ("Brindelwerk couldn't handle our volume.", "rejects"),
        ("They looked at Brindelwerk and came back to you.", "rejects"),
        ("We moved away from Brindelwerk last year.", "left"),
        ("We came from Brindelwerk.", "left"),
        ("Our Lyon plant still uses Brindelwerk.", "uses"),
        ("Brindelwerk has an office in our street.", "neutral"),
    ],
)
def test_the_stance_towards_a_competitor_is_named(text: str, stance: str) -> None:
    assert competitors(text) == {"Brindelwerk": stance}


def test_two_competitors_in_one_sentence_have_a_stance_each() -> None:
    found = competitors("We moved away from Anchor and are evaluating Brindelwerk.")
    assert found == {"Anchor": "left", "Brindelwerk": "considers"}


def test_products_are_named_by_their_first_alias_and_short_ones_need_capitals() -> None:
    found = [one.value for one in find_mentions(Turn("We like HD. Harrow Desk helps. Harrowdesk Plan too."), SETTING)]
    assert found == ["Harrowdesk", "Harrowdesk", "Harrowdesk Plan"]


def test_known_people_are_found_by_first_name_and_full_name() -> None:
    found = [
        (one.value, one.topic) for one in find_mentions(Turn("I asked Maria. Will Baker knows. Will it do?"), SETTING)
    ]
    assert found == [("Maria Lopez", "person"), ("Will Baker", "person")]


def test_two_people_of_one_first_name_are_not_told_apart_by_it() -> None:
    setting = Setting(people=("Maria Lopez", "Maria Olsen"))
    assert [one.value for one in find_mentions(Turn("I asked Maria. Maria Olsen knows."), setting)] == ["Maria Olsen"]


def test_a_name_counts_once_a_sentence_and_the_quote_is_the_sentence() -> None:
    text = "All fine.\n\nBrindelwerk here, Brindelwerk there. And Brindelwerk again."
    found = find_mentions(Turn(text), SETTING)
    assert [one.quote for one in found] == ["Brindelwerk here, Brindelwerk there.", "And Brindelwerk again."]
    assert all(text[one.start : one.end] == one.quote for one in found)


def test_without_names_nothing_is_found() -> None:
    assert find_mentions(Turn("Brindelwerk is cheaper."), Setting()) == []


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "piece", ["Brindelwerk ", "Anchor ", "brindelwerx", "switch to anchor ", "a ", "www.", "X" * 99, "\n"]
)
def test_hostile_text_is_read_in_bounded_time(piece: str) -> None:
    find_mentions(Turn((piece * 100_000)[:100_000]), SETTING)


@settings(deadline=None)
@given(st.text(max_size=300))
def test_any_text_raises_nothing(text: str) -> None:
    for one in names_in(text, VOCABULARY, SETTING.people):
        assert 0 <= one.start < one.end <= len(text)


@settings(deadline=None)
@given(st.lists(st.sampled_from(["Anchor", "summit ", " is ", "Brindelwerk", ".\n", " ", "the "]), max_size=12))
def test_built_texts_give_quotes_at_their_offsets(parts: list[str]) -> None:
    text = "".join(parts)
    for one in find_mentions(Turn(text), SETTING):
        assert text[one.start : one.end] == one.quote
