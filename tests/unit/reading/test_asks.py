"""Asks: requests and questions that want an answer, and all that only looks like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_service.reading.asks import find_asks


def quotes(text: str) -> list[str]:
    return [" ".join(ask.quote.split()) for ask in find_asks(text)]


@pytest.mark.parametrize(
    ("sentence", "rule"),
    [
        ("Can you send me the new price list?", "request"),
        ("Could someone check the second file by Friday.", "request"),
        ("Also, would you mind joining the call?", "request"),
        ("If you have a minute, could you look at it?", "request"),
        ("Can everyone send their hours today.", "request"),
        ("Please send the signed form by Monday.", "please"),
        ("Pls confirm.", "please"),
        ("Let me know what you think.", "let_me_know"),
        ("Let me know if that works.", "let_me_know"),
        ("Just send me the file.", "let_me_know"),
        ("Keep me posted.", "let_me_know"),
        ("We need the signed order from you by 7 June.", "need"),
        ("I need your approval for the second phase.", "need"),
        ("We are still waiting for your answer.", "need"),
        ("You are required to confirm this in writing.", "need"),
        ("I'd appreciate your comments on the draft.", "appreciate"),
        ("We would be grateful if you could call back.", "appreciate"),
        ("Any feedback would be most helpful.", "appreciate"),
        ("I was wondering whether the export is fixed.", "indirect"),
        ("Any update on the contract", "indirect"),
        ("Who should I talk to about invoices?", "indirect"),
        ("I am hoping you can help.", "indirect"),
        ("When does the new version ship?", "question"),
        ("Is Thursday still good for you?", "question"),
        ("Thoughts?", "question"),
        ("The price is per seat, correct?", "question"),
        ("Können Sie mir den Vertrag schicken?", "request"),
        ("Bitte schicken Sie uns die Liste.", "please"),
        ("Geben Sie mir kurz Bescheid.", "let_me_know"),
        ("Wann kommt die neue Version?", "question"),
        ("Pourriez-vous m'envoyer le contrat ?", "request"),
        ("Merci de me confirmer la date.", "please"),
        ("Kunt u het contract sturen?", "request"),
        ("Laat je me weten of het lukt?", "question"),
        ("Graag hoor ik wat je ervan vindt.", "please"),
        ("Kan du skicka avtalet?", "request"),
        ("Återkom gärna med ett datum.", "let_me_know"),
    ],
)
def test_a_request_is_found_and_its_form_is_named(sentence: str, rule: str) -> None:
    (ask,) = find_asks(f"Hi Bo,\n\nThe plan is ready. {sentence}\n\nAda")
    assert ask.quote == sentence
    assert ask.rule == rule
    assert 0.5 <= ask.confidence <= 1


@pytest.mark.parametrize(
    "sentence",
    [
        "How are you?",
        "How was your weekend?",
        "Hope you're well?",
        "Who knows?",
        "Why not?",
        "Great news, isn't it?",
        "Please find attached the report.",
        "Please note that the office is closed.",
        "Please feel free to call me.",
        "Let me know if you have any questions.",
        "Please let me know if you have any questions or comments.",
        "If you need anything else, please let me know.",
        "Should you have any questions, please call.",
        "Please call me with any questions.",
        "Please don't hesitate to contact us.",
        "We can send it if you like.",
        "As you can see, it works.",
        "I hope you can make it.",
        "You could ask her.",
        "There is no need to answer.",
        "I do not think I need anything from you.",
        "To unsubscribe, please reply with STOP.",
        "See https://north.example/find?q=now&x=1",
        'He asked me "when will it be ready?" and I told him.',
        "If you are not the intended recipient, please delete this message.",
        "Bei Fragen melden Sie sich bitte.",
        "Bitte beachten Sie die neue Anschrift.",
        "N'hésitez pas à me contacter pour toute question.",
        "Veuillez trouver ci-joint le contrat.",
        "Als je nog vragen hebt, laat het me weten.",
        "Hör av dig om du har frågor.",
        "Wie geht es Ihnen?",
        "Hoe gaat het?",
        "Thanks for your help.",
        "We will call you tomorrow.",
    ],
)
def test_courtesy_set_phrases_and_statements_are_no_asks(sentence: str) -> None:
    assert quotes(f"Hi Bo,\n\nThe plan is ready. {sentence}\n\nAda") == []


@pytest.mark.parametrize(
    "text",
    [
        "Why did it fail? Because the disk was full.",
        "Is it done? Yes, since Monday.",
        "Q: How do I log in?\nA: With your badge.",
        "Warum? Weil der Server aus war.",
    ],
)
def test_questions_that_the_writer_answers_are_no_asks(text: str) -> None:
    assert quotes(text) == []


def test_each_sentence_gives_at_most_one_ask_and_all_are_found_in_order() -> None:
    text = "Can you come? And could you please bring the keys, if you can?\n\nWe start at nine. When do you arrive?"
    assert quotes(text) == ["Can you come?", "And could you please bring the keys, if you can?", "When do you arrive?"]


def test_a_wrapped_ask_is_quoted_whole() -> None:
    text = "Could you please send me the numbers of the last quarter for the plant in\nthe north by Friday?\n\nAda"
    (ask,) = find_asks(text)
    assert ask.quote == text[: text.index("\n\n")]


def test_question_marks_that_stand_for_lost_characters_are_no_questions() -> None:
    assert quotes("The case went well.?\n\n???\n\nThe State; ??\n\nHe is fine. ?") == []


def test_a_long_report_asks_only_at_its_start_and_only_of_the_reader() -> None:
    report = "The market moved again, and what does it mean for prices? " * 100
    assert quotes(report) == []
    assert quotes("Could you read this before Monday?\n\n" + report) == ["Could you read this before Monday?"]


@given(st.text(max_size=400))
def test_every_quote_is_exactly_the_text_at_its_offsets(text: str) -> None:
    for ask in find_asks(text):
        assert text[ask.start : ask.end] == ask.quote


@given(st.lists(st.sampled_from(["Can you come?", "Fine. ", "Please call.\n", "\n\n", "Why? Because. "]), max_size=12))
def test_offsets_hold_in_built_texts(parts: list[str]) -> None:
    text = " ".join(parts)
    found = find_asks(text)
    assert all(text[ask.start : ask.end] == ask.quote for ask in found)
    assert len(found) == sum(part.startswith(("Can", "Please")) for part in parts)
