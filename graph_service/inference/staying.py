"""What an account has of each person while they are there: nothing of who is known to have left.

Owns the days on which somebody counts as gone. It may not decide who has left (`inference.departure`).
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from graph_service.domain.facts import SeriesFact, SpellFact, day_of, epoch_day
from graph_service.inference.departure.states import DEPARTED, KIND
from graph_service.inference.inferred import value_at
from graph_service.inference.results import StakeholderSummary
from graph_service.inference.series import change_points

Gone = tuple[int, int | None]
"""The first day somebody was gone, and the one from which on they were not; None: they still are."""


def gone_days(spells: Iterable[SpellFact]) -> tuple[Gone, ...]:
    """Return when somebody was gone, ascending: from when that could be said, and not before their last day.

    A day may lie after the horizon, where the last day there has not come yet.
    """
    found = (_gone(one) for one in spells if (one.kind, one.state) == (KIND, DEPARTED))
    return tuple(sorted((first, end) for first, end in found if end is None or first < end))


def while_there(person: StakeholderSummary, gone: Sequence[Gone]) -> StakeholderSummary:
    """Return what is known of a person without the days on which they were gone: no strength, no engagement."""
    if not gone:
        return person
    return replace(
        person,
        strength_series=_silenced(person.strength_series, gone),
        engagement_spells=tuple(part for one in person.engagement_spells for part in _parts(one, gone)),
    )


def next_leaving(everybody: Iterable[Sequence[Gone]], horizon_day: int) -> int | None:
    """Return the first day after the horizon on which somebody will be gone; None: nobody is known to be leaving."""
    return min((first for gone in everybody for first, _ in gone if first > horizon_day), default=None)


def _gone(spell: SpellFact) -> Gone:
    said = epoch_day(max(spell.valid_from, spell.known_on))
    first = said if spell.began_on is None else max(said, epoch_day(spell.began_on))
    return first, None if spell.valid_to is None else epoch_day(spell.valid_to)


def _silenced(series: SeriesFact, gone: Sequence[Gone]) -> SeriesFact:
    starts = [first for first, _ in gone]
    days = sorted({*series.days, *starts, *(end for _, end in gone if end is not None)})

    def value(day: int) -> float | None:
        place = bisect_right(starts, day)
        end = gone[place - 1][1] if place else 0
        known = value_at(series, day)
        return 0.0 if known is not None and (end is None or day < end) else known

    return change_points(series.metric, days, [value(day) for day in days])


def _parts(spell: SpellFact, gone: Sequence[Gone]) -> Iterator[SpellFact]:
    """Yield what is left of a state outside the days on which somebody was gone."""
    start, end = epoch_day(spell.valid_from), None if spell.valid_to is None else epoch_day(spell.valid_to)
    for first, back in gone:
        if start < first and (end is None or start < end):
            yield replace(spell, valid_from=day_of(start), valid_to=day_of(first if end is None else min(first, end)))
        if back is None:
            return
        start = max(start, back)
    if end is None or start < end:
        yield replace(spell, valid_from=day_of(start))
