"""The heads and the cues they see: their files fit together, and any text has cues. Needs no extra."""

from math import isclose

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_service.reading.advocacy.rules import WEIGHTS
from graph_service.reading.model.cues import SCALE, advocacy_veto, cues_of, request_veto
from graph_service.reading.model.heads import head
from graph_service.reading.model.sentence_model import DIMENSIONS
from graph_service.reading.plain_text.wording import Line, plain_text
from graph_service.reading.setting import Vocabulary

HOSTILE = ("you told the board ", "could you please add ", "a" * 50, "? ", "not ", "every monday ", "the product ")


def line_of(text: str) -> Line:
    return plain_text(text, Vocabulary()).marked[0]


@pytest.mark.parametrize(
    ("name", "classes"),
    [
        ("tone", ("neg", "neu", "pos")),
        ("advocacy", ("none", "advocacy")),
        ("request", ("none", "request")),
        ("acts", ("brings_people", "coaches", "defends", "offers", "tells_upward")),
    ],
)
def test_each_head_has_a_row_of_weights_a_class(name: str, classes: tuple[str, ...]) -> None:
    known = head(name)
    size = DIMENSIONS if name == "tone" else DIMENSIONS + len(cues_of(line_of("We need a filter.")))
    assert known.classes == classes
    assert known.weights.shape == (len(classes), size)
    assert known.bias.shape == (len(classes),)


def test_every_act_that_the_model_may_name_has_a_strength() -> None:
    assert set(head("acts").classes) <= set(WEIGHTS)


@pytest.mark.parametrize("name", ["tone", "advocacy", "request", "acts"])
def test_the_shares_of_the_classes_sum_to_one(name: str) -> None:
    known = head(name)
    vectors = np.linspace(-1, 1, 3 * known.weights.shape[1], dtype=np.float32).reshape(3, -1)
    assert all(isclose(total, 1.0) for total in known.shares(vectors).sum(axis=1))


def test_a_cue_tells_two_sentences_apart() -> None:
    asked, told = cues_of(line_of("Could you add a filter?")), cues_of(line_of("The filter is green."))
    assert asked.shape == told.shape
    assert (asked != told).any()


@given(st.text(min_size=1, max_size=400))
def test_any_text_has_cues_between_nothing_and_the_scale(text: str) -> None:
    for line in plain_text(text, Vocabulary()).marked:
        cues = cues_of(line)
        assert (cues >= 0).all()
        assert (cues <= SCALE).all()


@pytest.mark.timeout(30)
@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_texts_have_their_cues_in_time(piece: str) -> None:
    for line in plain_text(piece * (100_000 // len(piece)), Vocabulary()).marked:
        assert cues_of(line).shape
        assert isinstance(advocacy_veto(line) + request_veto(line), str)
