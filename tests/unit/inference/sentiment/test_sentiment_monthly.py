"""The word beside the chart (P6): Mann-Kendall on months, from eight on."""

from datetime import date
from itertools import permutations

import pytest

from graph_service.domain.facts import epoch_day
from graph_service.inference.sentiment.monthly import month_means, monthly_trend
from graph_service.inference.sentiment.norms import ToneNorms
from graph_service.inference.sentiment.texts import Text


@pytest.mark.parametrize(
    ("values", "word"),
    [
        ([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8], "rising"),
        ([0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1], "falling"),
        ([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7], "too_few"),
        ([0.2] * 12, "steady"),
        ([0.1, 0.4] * 5, "steady"),
        ([0.5, 0.1, 0.6, 0.2, 0.7, 0.3, 0.8, 0.4], "steady"),
        ([0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.4], "steady"),
    ],
)
def test_the_word_follows_the_months(values: list[float], word: str) -> None:
    assert monthly_trend(values) == word


def test_months_in_any_order_seem_to_move_in_about_one_case_in_twenty() -> None:
    """The share of false words over all orders of eight different months is at most 5 %."""
    orders = list(permutations(range(8)))[::37]
    moved = sum(monthly_trend(order) != "steady" for order in orders)
    assert 0.01 < moved / len(orders) <= 0.06


def test_months_are_means_of_their_own_texts_without_the_running_one() -> None:
    def text(day: date, tone: float, channel: str = "email") -> Text:
        return Text(epoch_day(day), 0, f"{day}", "ann", channel, tone)

    norms = ToneNorms((("ticket", -0.1),), grand_mean=0.2)
    texts = [
        text(date(2024, 1, 3), 0.2),
        text(date(2024, 1, 31), 0.4),
        text(date(2024, 3, 1), 0.0, "ticket"),
        text(date(2024, 4, 2), -1.0),
    ]
    january, march = (epoch_day(date(2024, month, 1)) for month in (1, 3))
    found = month_means(texts, norms, epoch_day(date(2024, 4, 30)))
    assert [month for month, _ in found] == [january, march]
    assert [mean for _, mean in found] == pytest.approx([0.3, 0.3])
