"""What is usual in tone ↔ the pinned months: fitted from the texts before each, kept as names and numbers.

Owns when norms are fitted and how they are stored. The estimators are those of `sentiment.norms`.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from graph_service.inference.models import Models, ModelValues
from graph_service.inference.sentiment.norms import DEFAULT, MonthlyNorms, ToneNorms, fit_norms
from graph_service.inference.sentiment.texts import Text

NAMES = ("grand_mean", "pull", "sigma2", "texts")
CHANNEL = "mean of "


def with_tones(models: Models, texts: Iterable[Text]) -> Models:
    """Return `models` with the norms of tone of every month, each from the texts before its first day."""
    ordered = sorted(texts, key=lambda one: (one.day, one.at_ms, one.uid))
    days = [one.day for one in ordered]
    return Models(tuple(_pinned(month, ordered, days) for month in models.months))


def _pinned(month: ModelValues, texts: Sequence[Text], days: Sequence[int]) -> ModelValues:
    known = texts[: bisect_left(days, month.month_day or 0)]
    return replace(month, tones=tones_of(fit_norms(known)))


def tones_of(norms: ToneNorms) -> tuple[tuple[str, float], ...]:
    """Return norms as names and numbers; nothing for the defaults."""
    if norms == DEFAULT:
        return ()
    means = [(f"{CHANNEL}{channel}", mean) for channel, mean in norms.channel_means]
    return (*((name, float(getattr(norms, name))) for name in NAMES), *means)


def norms_of(tones: Sequence[tuple[str, float]]) -> ToneNorms:
    """Return norms as they were pinned."""
    if not tones:
        return DEFAULT
    numbers = dict(tones)
    means = tuple((name.removeprefix(CHANNEL), mean) for name, mean in tones if name.startswith(CHANNEL))
    return ToneNorms(means, numbers["grand_mean"], numbers["pull"], numbers["sigma2"], int(numbers["texts"]))


def monthly_norms(models: Models) -> MonthlyNorms:
    """Return what is usual in tone, month by month."""
    return MonthlyNorms(tuple((one.month_day or 0, norms_of(one.tones)) for one in models.months))
