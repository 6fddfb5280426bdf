"""Terms in words: no raw names, no powers of ten, no numbers that say nothing (P16)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_service.resolvers.term_words import (
    champion_reasons,
    detail_words,
    figure,
    largest_terms,
    signed,
    terms_in_words,
)


@pytest.mark.parametrize(
    ("value", "shown"),
    [(1810.0, "1,810"), (999.6, "1,000"), (0.0, "0"), (0.0536, "0.0536"), (24.74, "24.7"), (1e-7, "0"), (-1.5, "-1.5")],
)
def test_a_number_has_three_digits_that_count(value: float, shown: str) -> None:
    assert figure(value) == shown


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_no_number_is_shown_in_powers_of_ten(value: float) -> None:
    assert "e" not in signed(value)
    assert signed(value)[0] in "+-"


def test_measures_are_told_with_their_units_and_reasons_without_a_number() -> None:
    assert terms_in_words(["rhythm_days", "limit_days"], [2.60315, 17.8574]) == (
        "usually every 3 days, called quiet after 18 days"
    )
    assert terms_in_words(["change", "feature maps"], [-0.41, 0.354]) == "use -41%, maps 35% of it"
    assert (
        terms_in_words(["base", "gone_quiet", "seen_elsewhere"], [0.03, 0.0, 0.0]) == "starting value +0.03, gone quiet"
    )


def test_the_largest_terms_come_first_and_unfit_ones_are_left_out() -> None:
    assert largest_terms(["a_b", "c", "d", "e"], [0.1, -0.4, 0.2, 0.3]) == "c -0.40, e +0.30, d +0.20"
    assert largest_terms(["a"], []) == ""


def test_a_champion_at_risk_is_told_by_the_risk_and_one_who_was_won_by_the_terms() -> None:
    terms = (["advocacy"], [0.24])
    assert champion_reasons("at_risk", "gone_quiet, cooling", *terms) == "gone quiet, less in touch than before"
    assert champion_reasons("champion", "probability", *terms) == "advocacy +0.24"
    assert detail_words("departure", "South") == "South"
    assert detail_words("champion", "low_probability") == "few signs of support are left"
