"""Advocacy: a customer speaks for us or against us; all that only looks like it (design, section 6)."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_service.reading.advocacy.advocacy import find_advocacy
from graph_service.reading.findings import Finding
from graph_service.reading.setting import Setting, Turn, Vocabulary

NAMES = Vocabulary(("Fernhill",), (("Larkspur", "LK"),), ("rota",), (("Quillan",),))
HOSTILE = (
    "they wanted to cut it, I " * 4_000,
    "send the board, she wants " * 4_000,
    "if you want our door is open for " * 3_000,
    "the other team is curious and I showed " * 3_000,
    "I asked my boss to keep you and " * 3_000,
    "I told " * 15_000,
    "a, " * 33_000,
    "I " * 50_000,
    "our " * 25_000,
    "you can not " * 8_000,
    "\"'" * 50_000,
)


def found(text: str, *earlier: Turn, is_ours: bool | None = False) -> list[Finding]:
    return find_advocacy(Turn(text, is_ours), Setting(NAMES, earlier=earlier))


@pytest.mark.parametrize(
    ("text", "act", "weight"),
    [
        ("I pitched Larkspur to our CFO last week.", "tells_upward", 3),
        ("I made sure procurement knows we're staying with you.", "tells_upward", 3),
        ("I stuck my neck out for you guys.", "tells_upward", 3),
        ("I got the budget signed off because I argued for it.", "tells_upward", 3),
        ("In fairness to your developers, our file was wrong.", "defends", 3),
        ("Happy to be a reference for you.", "offers", 3),
        ("You can quote me on that.", "offers", 3),
        ("Our day runs on it.", "relies", 1),
        ("I couldn't run a single shift without it.", "relies", 1),
        ("It beats what we had by a mile.", "prefers", 2),
        ("I wouldn't want to go back to spreadsheets.", "prefers", 2),
        ("I've copied Ines from the sister site, she wants to see how it works.", "brings_people", 2),
        ("Between us: Robert decides, so bring the price under last year's.", "coaches", 2),
        ("We are evaluating Quillan at the moment.", "against_prefers", -2),
        ("I told our CFO we should look elsewhere.", "against_tells_upward", -3),
    ],
)
def test_an_act_is_found_with_its_strength(text: str, act: str, weight: float) -> None:
    (one,) = found(text)
    assert (one.kind, one.topic, one.weight, one.quote) == ("advocacy", act, weight, text)
    assert 0 < one.confidence < 1


@pytest.mark.parametrize(
    "text",
    [
        "Would you recommend it to our board?",
        "If you fix the exports I would recommend you to the board.",
        "I never recommended it to our CFO.",
        "Our consultant recommended Larkspur to us.",
        "Oh great, another outage, I told the board how reliable you are.",
        "I used to recommend you to everyone.",
        "I stuck my neck out for you and now I look like an idiot.",
        "We rely on the import and it failed again.",
        "I told my boss I am on leave next week.",
        "Can I speak to one of your reference customers?",
    ],
)
def test_a_veto_holds_back_what_only_looks_like_an_act(text: str) -> None:
    assert [one for one in found(text) if one.weight > 0] == []


def test_our_own_people_praising_the_product_change_nothing() -> None:
    """Design, section 6, test d."""
    assert found("I pitched Larkspur to our CFO last week.", is_ours=True) == []


def test_a_short_reply_defends_only_after_a_colleague_complained() -> None:
    complaint = Turn("The rota is useless and too slow.", is_ours=False)
    assert found("To be fair, it does.") == []
    assert [one.topic for one in found("To be fair, it does.", complaint)] == ["defends"]


def test_an_act_told_over_sentences_is_one_finding_with_the_whole_quote() -> None:
    text = "They wanted to cancel your contract. I told them that would be madness. You are safe."
    (one,) = found(text)
    assert (one.topic, one.quote) == ("tells_upward", text)


def test_quotes_are_exact_places_in_the_text() -> None:
    text = "Hi Bo,\n\nThe plan is ready. I vouched for you at the board.\n\nAda"
    (one,) = found(text)
    assert text[one.start : one.end] == one.quote == "I vouched for you at the board."


@pytest.mark.parametrize(("part", "precision", "recall"), [("tuning", 0.9, 0.6), ("kept", 0.9, 0.5)])
def test_written_lines_meet_the_bar(part: str, precision: float, recall: float) -> None:
    lines = (Path(__file__).parent / f"lines_{part}.tsv").read_text(encoding="utf-8").splitlines()
    pairs = [
        (label != "none", any(one.weight > 0 for one in found(text))) for label, text in (x.split("\t") for x in lines)
    ]
    right = sum(real and hit for real, hit in pairs)
    assert right / sum(hit for _, hit in pairs) >= precision
    assert right / sum(real for real, _ in pairs) >= recall


@pytest.mark.parametrize(("part", "precision", "recall"), [("tuning", 0.95, 0.9), ("kept", 0.85, 0.65)])
def test_lines_of_a_second_hand_meet_the_bar(part: str, precision: float, recall: float) -> None:
    """Only sure findings count: praise told to us alone is none of the acts in these lines."""
    lines = (Path(__file__).parent / f"lines_second_{part}.tsv").read_text(encoding="utf-8").splitlines()
    pairs = [
        (label != "none", any(one.weight > 0 and one.confidence >= 0.5 for one in found(text)))
        for label, text in (x.split("\t") for x in lines)
    ]
    right = sum(real and hit for real, hit in pairs)
    assert right / sum(hit for _, hit in pairs) >= precision
    assert right / sum(real for real, _ in pairs) >= recall


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The money for the extension is approved, I fought for it to the end.", "tells_upward"),
        (
            "Their boss came with his own vendor. I walked him through our figures. We're staying with you.",
            "tells_upward",
        ),
        ("When finance grumbled about the tool I asked them who would do it by hand.", "defends"),
        ("Shall I put you in touch with the head of our Oslo clinic?", "brings_people"),
        ("We would be a reference for you in the hotel trade.", "offers"),
        ("She hates long slides, so bring one page with the price.", "coaches"),
        ("Quillan came round twice and we sent them away.", "prefers"),
    ],
)
def test_acts_in_free_order_are_found(text: str, act: str) -> None:
    assert [one.topic for one in found(text)] == [act]


@pytest.mark.parametrize(
    "text",
    [
        "I am done defending you to my boss.",
        "I forwarded your mail to accounting.",
        "They moved everyone to Quillan.",
        "Can we speak with one of your reference customers?",
        "I'll tell the board once the tool is stable.",
    ],
)
def test_what_only_resembles_an_act_in_free_order_is_none(text: str) -> None:
    assert [one for one in found(text) if one.weight > 0] == []


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("At the last staff meeting I said that you helped us through the winter.", "tells_upward"),
        ("I begged our governors for the second phase until they agreed.", "tells_upward"),
        ("My budget paper says that Fernhill stays.", "tells_upward"),
        ("I pleaded your case with the controller.", "tells_upward"),
        ("The principal was sceptical, after my demo he was not.", "tells_upward"),
        ("I fended off the plan to replace Fernhill.", "defends"),
        ("Somebody wanted to go back to paper, I did not let them.", "defends"),
        ("As long as I am here nobody will replace you.", "defends"),
        ("I took the heat for the delay so that none of it landed on you.", "defends"),
        ("The sister clinic is curious, I gave them a tour.", "brings_people"),
        ("I talked our other depot into a trial.", "brings_people"),
        ("May I give her your number?", "brings_people"),
        ("If one of your leads hesitates, give them my number.", "offers"),
        ("You are welcome to film in our hall.", "offers"),
        ("I can confirm that in writing and you can publish it.", "offers"),
        ("The person you have to convince is our head of finance.", "coaches"),
        ("Nothing gets signed here without the works council.", "coaches"),
        ("Keep the offer under fifty, then I can sign it myself.", "coaches"),
    ],
)
def test_acts_in_wider_frames_are_found(text: str, act: str) -> None:
    """Who is told, what is defended and what is offered count, not the order of the words."""
    assert [one.topic for one in found(text)] == [act]


def test_what_is_told_to_others_goes_before_praise_in_the_same_sentence() -> None:
    (one,) = found("I told the board that we could not run the night shift without you.")
    assert (one.topic, one.weight) == ("tells_upward", 3)


def test_a_name_before_the_speaker_does_not_make_the_talk_hearsay() -> None:
    (one,) = found("My friend runs a clinic in Basel and I told her all about you.")
    assert one.weight > 0


@pytest.mark.parametrize(
    "text",
    [
        "I told my boss about the outage and she was not amused.",
        "I was told by purchasing that the contract ends in June.",
        "I backed you two years ago, look where that got me.",
        "I am not the one you have to convince any more.",
        "They wanted to cancel the meeting, I said no.",
        "I stopped the import because it was running for hours.",
        "Call the warehouse first, so that somebody opens the gate.",
        "I got the approval for the new truck from our COO.",
        "I asked Jan to call you.",
        "We like to tell other customers about your project.",
        "Thanks for asking, but I am not the right person for a case study.",
        "I defended you last time, but I won't do it again.",
        "I stood up for our apprentice and he kept his job.",
    ],
)
def test_what_only_resembles_an_act_in_wider_frames_is_none(text: str) -> None:
    assert [one for one in found(text) if one.weight > 0 and one.confidence >= 0.5] == []


@pytest.mark.timeout(10)
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_read_in_time(text: str) -> None:
    assert isinstance(found(text), list)


@given(st.text(max_size=400))
def test_arbitrary_text_never_raises(text: str) -> None:
    for one in found(text, Turn(text)):
        assert text[one.start : one.end] == one.quote
