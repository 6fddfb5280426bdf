"""Influence and decision power of one person over time.

Owns the days on which a person is looked at, and the walk over them. The formulas are `score` and `power`.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph_service.domain.facts import SeriesFact
from graph_service.inference.influence.held_titles import Held
from graph_service.inference.influence.power import Sign, power_shares
from graph_service.inference.influence.score import Standing, influence_shares
from graph_service.inference.influence.subjects import Subject
from graph_service.inference.series import change_points

INFLUENCE, POWER = "influence", "decision_power"


def points_of(
    subject: Subject, every: Sequence[int], standings: Sequence[Standing], signs: Sequence[Sign]
) -> list[int]:
    """Return the days on which a person is looked at: news of their own, and closes from the first news on."""
    news = {*subject.news, *(one.day for one in signs)}
    first = min((*news, *(one.day for one in standings[:1])), default=None)
    if first is None:
        return []
    return sorted({*news, *(day for day in every if day >= first)})


@dataclass(frozen=True, slots=True)
class Track:
    """Influence and power of one person over their points, with the summands of the newest of each."""

    influences: SeriesFact
    powers: SeriesFact
    day: int
    held: Held | None
    standing: Standing | None
    shares: Mapping[str, float]
    power_day: int
    power: Mapping[str, float]

    @classmethod
    def along(
        cls, subject: Subject, points: Sequence[int], standings: Sequence[Standing], signs: Sequence[Sign]
    ) -> "Track":
        """Fold `points` (ascending); `standings` ascend too, and the newest by a point holds there."""
        days = [one.day for one in standings]
        values: list[float | None] = []
        powers: list[float | None] = []
        newest: tuple[int, Held | None, Standing | None, Mapping[str, float]] = 0, None, None, {}
        power: Mapping[str, float] = {}
        text = ""
        for day in points:
            held = subject.held(day)
            place = bisect_right(days, day)
            standing = standings[place - 1] if place else None
            shares = influence_shares(held, standing)
            values.append(sum(shares.values()) if shares else None)
            if shares:
                newest = day, held, standing, shares
            if signs or held is None or held.text != text:
                power, text = power_shares(held, signs, day), held.text if held else ""
            powers.append(sum(power.values()) if power or any(powers) else None)
        last = points[-1] if points else 0
        return cls(change_points(INFLUENCE, points, values), change_points(POWER, points, powers), *newest, last, power)
