"""Sums of tones that halve with time, read at any day.

Owns the accumulators S0 (texts) and S1 (tones) of one subject for one half-life. S0 is kept by channel too, so that
the channels' means of the day that asks are taken off, exactly: S1 - sum over channels of S0_c (mean_c - grand mean).
"""

from bisect import bisect_right
from collections.abc import Sequence
from math import exp2

from graph_service.inference.sentiment.texts import Text


class Tally:
    """The accumulators after each text of a subject; `texts` ascend by day."""

    __slots__ = ("_by_channel", "_counts", "_days", "_half_life", "_tones")

    def __init__(self, texts: Sequence[Text], channels: Sequence[str], half_life: float) -> None:
        self._half_life = half_life
        self._days = [one.day for one in texts]
        fades = self._fades()
        self._tones = _summed(fades, [one.tone for one in texts])
        self._counts = _summed(fades, [1.0] * len(texts))
        single = len(channels) == 1
        self._by_channel = [
            self._counts if single else _summed(fades, [float(one.channel == channel) for one in texts])
            for channel in channels
        ]

    def at(self, day: int, offsets: Sequence[float], until: int | None = None) -> tuple[float, float]:
        """Return S1 and S0 at `day` of the texts up to `until` (None: `day`); `offsets` are those of the channels."""
        place = bisect_right(self._days, day if until is None else until) - 1
        if place < 0:
            return 0.0, 0.0
        tone = self._tones[place]
        for column, offset in zip(self._by_channel, offsets, strict=True):
            tone -= column[place] * offset
        fade = exp2((self._days[place] - day) / self._half_life)
        return tone * fade, self._counts[place] * fade

    def weight(self, day: int, until: int | None = None) -> float:
        """Return S0 at `day` of the texts up to `until` (None: `day`)."""
        place = bisect_right(self._days, day if until is None else until) - 1
        return self._counts[place] * exp2((self._days[place] - day) / self._half_life) if place >= 0 else 0.0

    def _fades(self) -> list[float]:
        steps = zip([*self._days[:1], *self._days], self._days, strict=False)
        return [exp2((last - day) / self._half_life) for last, day in steps]


def _summed(fades: Sequence[float], values: Sequence[float]) -> list[float]:
    total = 0.0
    return [total := total * fade + value for fade, value in zip(fades, values, strict=True)]
