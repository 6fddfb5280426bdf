"""The means of a subject's tone on a day: its level, how it is lately, and how it was before.

Owns the half-lives, the shrinkage and the test statistic of inference.md section 5. It decides nothing.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from graph_service.inference.sentiment.norms import Norms, ToneNorms
from graph_service.inference.sentiment.sums import Tally
from graph_service.inference.sentiment.texts import Text, by_writer

LEVEL_HALF_LIFE, FAST, SLOW = 45.0, 21.0, 180.0
GUARD_DAYS = 21
"""The slow mean knows only texts older than this, so that it is not drawn along by what it is compared with."""
RECENT_DAYS = 42
"""Two fast half-lives: without a text of these days nothing is said of a change."""
NOTABLE = 1.0


@dataclass(frozen=True, slots=True)
class Look:
    """What a subject's texts say on a day.

    `level` is the shrunk mean, `weight` its S0 (texts, halved every 45 days); `recent` the fast mean, `longer` the
    slow one, `past` the S0 of the slow one; `z` is their difference over its standard error, positive where the tone
    is lower than before. `tau` is the spread between people, `texts` counts the last 42 days, `is_news` tells whether
    there is a text of this day.
    """

    day: int
    level: float
    weight: float
    recent: float
    longer: float
    past: float
    z: float
    tau: float
    texts: int
    is_news: bool


class Means:
    """The means of one subject. `over` is what they are shrunk to: a person's account, nothing for an account."""

    __slots__ = (
        "_channels", "_days", "_fast", "_level", "_looks", "_norms", "_slow", "_squares", "_writers", "over", "texts",
    )  # fmt: skip

    def __init__(self, texts: Sequence[Text], norms: Norms, over: "Means | None" = None) -> None:
        self.texts, self.over = texts, over
        self._norms = norms
        self._channels = sorted({one.channel for one in texts})
        self._days = [one.day for one in texts]
        self._level, self._fast, self._slow = (
            Tally(texts, self._channels, half_life) for half_life in (LEVEL_HALF_LIFE, FAST, SLOW)
        )
        self._squares = Tally(texts, (), FAST / 2)
        self._looks: dict[int, Look] = {}
        self._writers: list[tuple[Tally, Tally]] | None = None

    def norms(self, day: int) -> ToneNorms:
        """Return the norms that hold on `day`."""
        return self._norms.at(day)

    def look(self, day: int) -> Look:
        """Return what the texts up to `day` say; there must be one.

        Level m = (S1 + k m_above) / (S0 + k), h = 45 d. m_f: h = 21 d. m_s = (S1 + k m_s,above) / (S0_s + k), h = 180
        d, texts older than 21 d. What stands above an account is mu0. z = (m_s - m_f) / sqrt(sigma2 / n_eff_f +
        sigma2 / (S0_s + k)), n_eff_f = S0^2 / S0 of the squared weights.
        """
        if (known := self._looks.get(day)) is None:
            known = self._looks[day] = self._look(day)
        return known

    def _look(self, day: int) -> Look:
        norms = self.norms(day)
        offsets = [norms.offset(one) for one in self._channels]
        above = self.over.look(day) if self.over else None
        pull, sigma2 = norms.pull, norms.sigma2
        tones, weight = self._level.at(day, offsets)
        level = (tones + pull * (above.level if above else norms.grand_mean)) / (weight + pull)
        tones, fast = self._fast.at(day, offsets)
        recent = tones / fast
        tones, past = self._slow.at(day, offsets, day - GUARD_DAYS - 1)
        longer = (tones + pull * (above.longer if above else norms.grand_mean)) / (past + pull)
        variance = sigma2 * (self._squares.weight(day) / (fast * fast) + 1.0 / (past + pull))
        z = (longer - recent) / sqrt(variance)
        if above is None and abs(z) >= NOTABLE:
            z = (longer - recent) / sqrt(variance + sigma2 / pull * self._mix(day, fast, past + pull))
        end = bisect_right(self._days, day)
        count = end - bisect_right(self._days, day - RECENT_DAYS)
        return Look(day, level, weight, recent, longer, past, z, sqrt(sigma2 / pull), count, self._days[end - 1] == day)

    def _mix(self, day: int, fast: float, past: float) -> float:
        """Return how much who writes has changed: the sum over writers of (their fast share - their slow share)^2.

        Times tau2 it is the variance that an account's comparison has because people differ in their usual tone: a
        grumpy one who begins to write is no shift. Only computed where it can matter.
        """
        if self._writers is None:
            groups = by_writer(self.texts).values()
            self._writers = [(Tally(one, (), FAST), Tally(one, (), SLOW)) for one in groups]
        until = day - GUARD_DAYS - 1
        shares = ((new.weight(day) / fast, old.weight(day, until) / past) for new, old in self._writers)
        return sum((new - old) ** 2 for new, old in shares)

    def tone_of(self, text: Text, day: int) -> float:
        """Return the tone of a text without its channel's effect, by the norms of `day`."""
        return text.tone - self.norms(day).offset(text.channel)

    def until(self, day: int) -> Sequence[Text]:
        """Return the texts up to `day`."""
        return self.texts[: bisect_right(self._days, day)]

    def recent_texts(self, day: int) -> Sequence[Text]:
        """Return the texts of the 42 days that end with `day`."""
        return self.texts[bisect_right(self._days, day - RECENT_DAYS) : bisect_right(self._days, day)]
