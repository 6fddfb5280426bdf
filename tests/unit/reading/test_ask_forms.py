"""Rhetoric is no ask in any of the languages, and what somebody says they expect is one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_service.reading.asks import find_asks


@pytest.mark.parametrize(
    "text",
    [
        "Wer hätte das gedacht?",
        "Wer hätte so etwas vor einem Jahr geglaubt?",
        "Na und?",
        "Warum auch nicht?",
        "Ist das nicht schön?",
        "Wussten Sie schon, dass es uns seit zehn Jahren gibt?",
        "Qui l'aurait cru ?",
        "Qui aurait pensé cela ?",
        "Pourquoi pas ?",
        "Wie had dat gedacht?",
        "Wie had het ooit kunnen denken?",
        "Waarom ook niet?",
        "Wist u dat wij ook op zaterdag open zijn?",
        "Vem hade trott det?",
    ],
)
def test_a_rhetorical_question_is_no_ask(text: str) -> None:
    assert find_asks(f"Alles ist fertig. {text} Bis bald.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Wer hätte Zeit für eine Prüfung am Montag?",
        "Wer kennt das Passwort?",
        "Warum wurde der Auftrag nicht geliefert?",
        "Qui aurait le numéro du contrat ?",
        "Wie had de sleutel?",
        "Pouvez-vous me le confirmer ?",
    ],
)
def test_a_real_question_in_the_same_words_is_one(text: str) -> None:
    assert [ask.quote for ask in find_asks(text)] == [text]


@pytest.mark.parametrize(
    "text",
    [
        "I expect an explanation by Friday.",
        "We expect a full written explanation of these charges.",
        "I still expect your answer.",
        "We expect to receive a credit note this month.",
        "I expect you to correct the invoice.",
        "Ich erwarte eine schriftliche Erklärung.",
        "Wir erwarten bis Freitag Ihre Stellungnahme.",
        "J'attends toujours une explication de votre part.",
        "Wij verwachten uw reactie voor vrijdag.",
        "Vi förväntar oss ett svar i veckan.",
        "Graag de getekende versie sturen.",
        "Graag voor vrijdag de aantallen doorgeven.",
        "Gelieve ons een kopie te sturen.",
    ],
)
def test_what_the_writer_expects_of_the_reader_is_an_ask(text: str) -> None:
    assert [ask.quote for ask in find_asks(text)] == [text]


@pytest.mark.parametrize(
    "text",
    [
        "I expect the train to be late.",
        "We expect an answer from the bank tomorrow.",
        "I expect to be back on Monday.",
        "Graag sturen wij u de offerte.",
        "Graag zou ik de offerte sturen.",
        "Ich erwarte ein Paket aus Spanien.",
        "Wir erwarten steigende Preise.",
    ],
)
def test_what_is_expected_of_the_world_is_no_ask(text: str) -> None:
    assert find_asks(text) == []


@pytest.mark.parametrize(
    "piece", ["graag a ", "i expect a ", "wer hätte das ", "ich erwarte bis x ", "graag " + "a" * 40 + " "]
)
def test_hostile_repetition_is_read_in_time(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    assert find_asks(text) == find_asks(text)


@given(st.text(max_size=400))
def test_any_text_is_read(text: str) -> None:
    for ask in find_asks(text):
        assert text[ask.start : ask.end] == ask.quote
