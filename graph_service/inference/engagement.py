"""How engaged a stakeholder is: the level, as spells.

Owns the cuts on A_45, their hysteresis and the spells. It may not compute strength or fit the cuts.
States are evaluated on days with news and at weekly closes (Sundays), and opened on that day.
"""

from collections.abc import Sequence

from graph_service.domain.facts import SpellFact, Term, day_of
from graph_service.inference.evidence import Trail
from graph_service.inference.models import INACTIVE_CUT, ModelValues

ENGAGEMENT_HALF_LIFE = 45.0
KIND = "engagement"
LEVELS = ("inactive", "low", "medium", "high")
HYSTERESIS = 0.9
"""A level is left only below this part of its cut, so that a value at the cut does not flicker."""

Change = tuple[int, int, tuple[Term, ...]]
"""A day, the place in `LEVELS` from that day on, and why."""


def engagement_spells(
    points: Sequence[int], units: Sequence[float], values: Sequence[ModelValues], trail: Trail
) -> tuple[SpellFact, ...]:
    """Return the spells of kind `engagement` over `points`, the last one open.

    `units` is A_45 at each point; a level is entered at its cut and left below 0.9 of it. Terms: A_45, with the
    newest interactions by then as evidence, and the cut that was crossed.
    """
    changes: list[Change] = []
    state = 0
    for day, unit, model in zip(points, units, values, strict=True):
        cuts = _cuts(model)
        following = _step(state, unit, cuts)
        if following != state or not changes:
            crossed = cuts[max(0, max(state, following) - 1)]
            terms = Term("recent_units", round(unit, 9), trail.newest(day)), Term("cut", crossed)
            changes.append((day, following, terms))
        state = following
    return tuple(_spell(changes, place) for place in range(len(changes)))


def _cuts(model: ModelValues) -> tuple[float, float, float]:
    medium = max(INACTIVE_CUT, model.medium_cut)
    return INACTIVE_CUT, medium, max(medium, model.high_cut)


def _step(state: int, unit: float, cuts: Sequence[float]) -> int:
    """Return the place in `LEVELS` after `state` when A_45 is `unit`."""
    while state < len(cuts) and unit >= cuts[state]:
        state += 1
    while state > 0 and unit < HYSTERESIS * cuts[state - 1]:
        state -= 1
    return state


def _spell(changes: Sequence[Change], place: int) -> SpellFact:
    day, state, terms = changes[place]
    end = day_of(changes[place + 1][0]) if place + 1 < len(changes) else None
    return SpellFact(KIND, LEVELS[state], day_of(day), end, day_of(day), terms)
