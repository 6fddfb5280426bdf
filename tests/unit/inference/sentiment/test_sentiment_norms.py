"""What is usual in the workspace, fitted by one-way analysis of variance."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_service.inference.sentiment.norms import DEFAULT, fit_norms, variances
from graph_service.inference.sentiment.texts import Text


def _texts(people: int, each: int, within: float, between: float, seed: int = 1) -> list[Text]:
    random = Random(seed)
    found = []
    for person in range(people):
        usual = random.gauss(0.1, between)
        for place in range(each):
            channel, extra = ("ticket", -0.4) if place % 3 == 0 else ("email", 0.2)
            tone = usual + extra + random.gauss(0, within)
            found.append(Text(place, place, f"{person}-{place}", str(person), channel, tone))
    return found


def test_variances_are_those_of_one_way_anova() -> None:
    """By hand: means 1 and 3, SSW 4 over 2, SSB 4 over 1, two in each group: sigma2 2, tau2 (4 - 2) / 2."""
    assert variances([[0.0, 2.0], [2.0, 4.0]]) == pytest.approx((2.0, 1.0))


def test_groups_of_equal_means_differ_by_nothing() -> None:
    assert variances([[0.0, 2.0], [2.0, 0.0], [1.0]]) == pytest.approx((2.0, 0.0))


def test_the_spread_of_texts_and_people_is_found_beside_the_effect_of_channels() -> None:
    norms = fit_norms(_texts(200, 24, 0.5, 0.25))
    assert norms.sigma2 == pytest.approx(0.25, abs=0.02)
    assert norms.sigma2 / norms.pull == pytest.approx(0.0625, abs=0.02)
    assert dict(norms.channel_means) == pytest.approx({"email": 0.3, "ticket": -0.3}, abs=0.05)
    assert norms.offset("email") - norms.offset("ticket") == pytest.approx(0.6, abs=0.03)
    assert norms.offset("pigeon") == 0.0
    assert all(value == round(value, 2) for value in (norms.sigma2, norms.pull, norms.grand_mean))


def test_few_texts_or_few_people_give_the_defaults() -> None:
    assert fit_norms([]) == fit_norms(_texts(30, 6, 0.5, 0.2)) == fit_norms(_texts(5, 100, 0.5, 0.2)) == DEFAULT
    assert (DEFAULT.sigma2, DEFAULT.pull, DEFAULT.grand_mean) == (0.245, 4.0, 0.15)


@pytest.mark.parametrize(("within", "between", "pull"), [(0.5, 0.0, 20.0), (0.1, 0.9, 1.0)])
def test_the_pull_stays_between_one_and_twenty_texts(within: float, between: float, pull: float) -> None:
    """People who are all alike, or all different, do not switch shrinkage off or on for good."""
    texts = [one for one in _texts(60, 20, within, between) if one.channel == "email"]
    assert fit_norms(texts).pull == pytest.approx(pull, abs=4.0 if pull > 1 else 1e-9)


def test_texts_that_are_all_the_same_divide_by_nothing() -> None:
    norms = fit_norms([Text(0, 0, str(place), str(place % 30), "email", 0.0) for place in range(300)])
    assert norms.sigma2 > 0
    assert norms.pull >= 1.0


@given(st.randoms(use_true_random=False))
def test_the_order_of_texts_does_not_matter(random: Random) -> None:
    texts = _texts(40, 8, 0.4, 0.2)
    mixed = list(texts)
    random.shuffle(mixed)
    assert fit_norms(mixed) == fit_norms(texts)
