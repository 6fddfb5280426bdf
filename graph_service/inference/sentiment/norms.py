"""What is usual in the workspace: the mean tone of each channel, of all texts, and how much texts and people vary.

Owns these statistics and how they are fitted. They come from many accounts, so they may only be fitted from texts
before the month they hold for. One account's values never show in them: they rest on many people or are defaults.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import fsum

from graph_service.inference.sentiment.texts import Text

FEWEST_TEXTS, FEWEST_PEOPLE, FEWEST_OF_CHANNEL = 200, 20, 50
PULL_LEAST, PULL_MOST = 1.0, 20.0
VARIANCE_LEAST = 0.01


@dataclass(frozen=True, slots=True)
class ToneNorms:
    """Statistics of tone in the workspace; the defaults are those of inference.md section 5.

    `grand_mean` is mu0, `sigma2` the variance of one text around its writer's mean, `pull` is k = sigma2 / tau2 with
    tau2 the variance between people. A channel that is not in `channel_means` counts as usual.
    """

    channel_means: tuple[tuple[str, float], ...] = ()
    grand_mean: float = 0.15
    pull: float = 4.0
    sigma2: float = 0.245
    texts: int = 0

    def offset(self, channel: str) -> float:
        """Return how much friendlier than usual the channel is; it is taken off each tone."""
        for name, mean in self.channel_means:
            if name == channel:
                return mean - self.grand_mean
        return 0.0

    def at(self, day: int) -> "ToneNorms":  # noqa: ARG002 - one set of norms holds on every day
        """Return the norms that hold on `day`: these."""
        return self


DEFAULT = ToneNorms()


@dataclass(frozen=True, slots=True)
class MonthlyNorms:
    """Norms by the first epoch day they hold from, ascending; the defaults hold before the first."""

    months: tuple[tuple[int, ToneNorms], ...] = ()

    def at(self, day: int) -> ToneNorms:
        """Return the norms that hold on `day`."""
        place = bisect_right(self.months, day, key=lambda month: month[0])
        return self.months[place - 1][1] if place else DEFAULT


Norms = ToneNorms | MonthlyNorms


def fit_norms(texts: Iterable[Text]) -> ToneNorms:
    """Return the norms of `texts` by one-way analysis of variance over their writers, rounded to two decimals.

    The channel's mean is taken off before the analysis. The defaults come back where there are fewer than 200 texts
    or fewer than 20 people with two texts; a channel with fewer than 50 texts counts as usual. k stays in 1..20.
    """
    known = list(texts)
    by_writer: dict[str, list[float]] = {}
    means = _channel_means(known)
    grand = fsum(one.tone for one in known) / len(known) if known else 0.0
    for one in known:
        by_writer.setdefault(one.by_uid, []).append(one.tone - means.get(one.channel, grand))
    groups = list(by_writer.values())
    if len(known) < FEWEST_TEXTS or sum(len(one) > 1 for one in groups) < FEWEST_PEOPLE:
        return DEFAULT
    within, between = variances(groups)
    sigma2 = max(within, VARIANCE_LEAST)
    pull = min(PULL_MOST, max(PULL_LEAST, sigma2 / between if between > 0 else PULL_MOST))
    rounded = tuple((name, round(mean, 2)) for name, mean in sorted(means.items()))
    return ToneNorms(rounded, round(grand, 2), round(pull, 2), round(sigma2, 2), len(known))


def variances(groups: Sequence[Sequence[float]]) -> tuple[float, float]:
    """Return the variance within and the one between groups by one-way ANOVA; none below zero.

    sigma2 = SSW / (N - g), tau2 = (SSB / (g - 1) - sigma2) / n0 with n0 = (N - sum n_i^2 / N) / (g - 1). Needs at
    least two groups and one with two members.
    """
    total, count = sum(len(one) for one in groups), len(groups)
    means = [fsum(one) / len(one) for one in groups]
    grand = fsum(fsum(one) for one in groups) / total
    inside = fsum((x - mean) ** 2 for one, mean in zip(groups, means, strict=True) for x in one)
    outside = fsum(len(one) * (mean - grand) ** 2 for one, mean in zip(groups, means, strict=True))
    within = inside / (total - count)
    size = (total - sum(len(one) ** 2 for one in groups) / total) / (count - 1)
    return within, max(0.0, (outside / (count - 1) - within) / size)


def _channel_means(texts: Iterable[Text]) -> Mapping[str, float]:
    tones: dict[str, list[float]] = {}
    for one in texts:
        tones.setdefault(one.channel, []).append(one.tone)
    return {name: fsum(all_of) / len(all_of) for name, all_of in tones.items() if len(all_of) >= FEWEST_OF_CHANNEL}
