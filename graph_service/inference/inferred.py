"""What an inference hands back of one subject: numbers over time, states over time, the newest scores, copies.

Owns the shape that is written and explained alike, and looks into it as of a day. No formula lives here.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph_service.domain.facts import Score, SeriesFact, SpellFact, epoch_day

Copy = str | float | int | bool | list[str] | None


@dataclass(frozen=True, slots=True)
class Link:
    """An edge to another subject: SUCCEEDED_BY, MOVED_TO. `terms` explain it; `p` in 0..1."""

    kind: str
    to_uid: str
    p: float
    known_day: int
    score: Score


@dataclass(frozen=True, slots=True)
class Inferred:
    """Everything one inference says of one stakeholder or account.

    `scores` are (metric, newest score): its value is the last of the series of that metric, its terms name their
    evidence. `copies` are (property, value) for the node, the end of a series or spell. `review_day` is a safe lower
    bound of the next day on which something may change without news (None: never).
    """

    uid: str
    series: tuple[SeriesFact, ...] = ()
    spells: tuple[SpellFact, ...] = ()
    scores: tuple[tuple[str, Score], ...] = ()
    copies: tuple[tuple[str, Copy], ...] = ()
    links: tuple[Link, ...] = ()
    review_day: int | None = None


def value_at(series: SeriesFact, day: int) -> float | None:
    """Return the value of a series at the end of `day`, None before its first point."""
    place = bisect_right(series.days, day)
    return series.values[place - 1] if place else None


def spell_at(spells: Sequence[SpellFact], kind: str, day: int) -> SpellFact | None:
    """Return the spell of `kind` that holds on `day` and was known by then."""
    for spell in reversed(spells):
        begun = max(epoch_day(spell.valid_from), epoch_day(spell.known_on)) <= day
        if spell.kind == kind and begun and (spell.valid_to is None or epoch_day(spell.valid_to) > day):
            return spell
    return None


def series_named(series: Iterable[SeriesFact], metric: str) -> SeriesFact:
    """Return the series of `metric`, an empty one where there is none."""
    return next((one for one in series if one.metric == metric), SeriesFact(metric, (), ()))
