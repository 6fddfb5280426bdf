"""What is inferred of an account's use: whether it falls, since when, by how much and in which features.

Owns the facts of use. It may not look at mail or tickets, nor at other accounts beyond the common mode.
"""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from math import ceil, fsum

import numpy as np
from numpy.typing import NDArray

from graph_service.domain.business_days import is_business_day
from graph_service.domain.facts import Score, SeriesFact, SpellFact, Term, day_of, epoch_day
from graph_service.inference.casefile import Backdrop, CaseFile
from graph_service.inference.decay import next_close
from graph_service.inference.inferred import Copy, Inferred
from graph_service.inference.usage.changes import marked
from graph_service.inference.usage.counts import SETTLING_DAYS, DailyUse, daily_use, sum_of
from graph_service.inference.usage.cusum import ALERT, ALERT_OF_USERS, CLIP, SLACK
from graph_service.inference.usage.falls import BY_DAYS, Course, Fall, Watched, course_of, levels_around
from graph_service.inference.usage.levels import pressure_series, seat_series, weekly_series
from graph_service.inference.usage.naming import FALLING, UNKNOWN, name_of

USAGE = "usage"
CHANNEL = "usage"
"""The name under which the source of use stands in `Backdrop.frozen`."""
FEATURE_SHARE = 0.2
"""A feature is named when its own fall is more than this share of the account's."""


@dataclass(frozen=True, slots=True)
class UsageFacts:
    """The facts of use, and the two numbers that health reads of them (each 0..1; `inference.usage.levels`)."""

    inferred: Inferred
    pressure: SeriesFact
    seats: SeriesFact


def infer_usage(case: CaseFile, backdrop: Backdrop, horizon_day: int) -> Inferred:
    """Return the facts of an account's use as known at the end of `horizon_day` (inference.md, section 8; A8).

    Series `usage_weekly` (events of all features in the week up to a close), spells `usage` falling with `began_on`
    and the features that fell as `detail`, copies usage_state (`naming`), usage_change (a share) and usage_since (epoch
    day: of the fall, or from which on there was no use).
    Pure; facts of a later horizon, cut back to an earlier day, equal the facts of that day.
    """
    return usage_facts(case, backdrop, horizon_day).inferred


def usage_facts(case: CaseFile, backdrop: Backdrop, horizon_day: int) -> UsageFacts:
    """Return what `infer_usage` returns, and the series that health reads."""
    use = daily_use(case.usage, horizon_day)
    if use is None:
        nothing = Inferred(case.uid, copies=_copies(UNKNOWN, None))
        return UsageFacts(nothing, SeriesFact("usage_pressure", (), ()), SeriesFact("seat_use", (), ()))
    watched = _watched(use, case.country, backdrop)
    course = course_of(watched)
    closes = _closes(use.first_day, horizon_day)
    settled = [close for close in closes if close - use.first_day >= SETTLING_DAYS]
    weekly = weekly_series(sum_of(use.every.values(), len(use.total)), use.first_day, closes)
    return UsageFacts(
        Inferred(
            uid=case.uid,
            series=(weekly,),
            spells=tuple(_spell(fall, watched, use) for fall in course.falls),
            scores=(("usage_weekly", _weekly_score(use, closes)),) if closes else (),
            copies=_state_copies(course, watched),
            review_day=_review_day(course, watched.alert, horizon_day),
        ),
        pressure_series(course, watched.alert, use.first_day, settled),
        seat_series(use, settled),
    )


def _watched(use: DailyUse, country: str, backdrop: Backdrop) -> Watched:
    length = len(use.total)
    still = frozenset(day for channel, day in backdrop.frozen if channel == CHANNEL)
    well: NDArray[np.bool_] = ~marked(still, use.first_day, length)
    years = range(day_of(use.first_day).year, day_of(use.first_day + length - 1).year + 1)
    holidays = frozenset[int]().union(*(_holidays(country, year) for year in years))
    alert = ALERT_OF_USERS if use.users else ALERT
    said: NDArray[np.bool_] = well & ~marked(holidays, use.first_day, length)
    return Watched(use.first_day, use.total, use.judged, well, said, dict(backdrop.usage_common), alert)


@lru_cache(maxsize=4096)
def _holidays(country: str, year: int) -> frozenset[int]:
    """Return the weekdays of `year` that are no business days: few people use anything, and that is no news."""
    first = epoch_day(date(year, 1, 1))
    days = (day_of(first + place) for place in range(epoch_day(date(year, 12, 31)) - first + 1))
    return frozenset(epoch_day(day) for day in days if day.weekday() < 5 and not is_business_day(day, country))


def _closes(first_day: int, horizon_day: int) -> list[int]:
    return list(range(next_close(first_day - 1), horizon_day + 1, 7))


def _spell(fall: Fall, watched: Watched, use: DailyUse) -> SpellFact:
    """Return the spell of a fall; its terms are the change, what opened it, and each feature's share of the fall."""
    features = _fallen(fall, watched, use)
    opened = day_of(use.first_day + fall.opened)
    return SpellFact(
        kind=USAGE,
        state=FALLING,
        valid_from=opened,
        valid_to=None if fall.closed is None else day_of(use.first_day + fall.closed),
        known_on=opened,
        terms=(
            Term("change", round(fall.change, 9)),
            Term(fall.measure, round(fall.strength, 9)),
            *(Term(f"feature {name}", round(share, 9)) for name, share in features),
        ),
        began_on=day_of(use.first_day + max(0, fall.began)),
        detail=", ".join(name for name, _ in features),
    )


def _fallen(fall: Fall, watched: Watched, use: DailyUse) -> list[tuple[str, float]]:
    """Return the features whose fall is more than a fifth of the account's, with that share, largest first."""
    after, before = levels_around(use.total, watched.well, fall)
    whole = before - after
    falls = {name: levels_around(counts, watched.well, fall) for name, counts in use.features.items()}
    shares = [(name, (earlier - later) / whole) for name, (later, earlier) in falls.items() if whole > 0]
    return sorted(((n, s) for n, s in shares if s > FEATURE_SHARE), key=lambda item: (-round(item[1], 9), item[0]))


def _weekly_score(use: DailyUse, closes: list[int]) -> Score:
    """Return the events of the last week that closed, by feature."""
    end = closes[-1] - use.first_day + 1
    week = slice(max(0, end - 7), end)
    terms = tuple(Term(name, float(counts[week].sum())) for name, counts in use.every.items() if counts[week].any())
    return Score(fsum(term.value for term in terms), terms)


def _state_copies(course: Course, watched: Watched) -> tuple[tuple[str, Copy], ...]:
    fall = course.falls[-1] if course.falls else None
    if fall is not None and fall.closed is None:
        return _copies(FALLING, fall.change, watched.first_day + max(0, fall.began))
    name = name_of(watched.counts, watched.well, watched.first_day)
    return _copies(name.state, None, None if name.since is None else watched.first_day + name.since)


def _copies(state: str, change: float | None, since: int | None = None) -> tuple[tuple[str, Copy], ...]:
    told = None if change is None else round(change, 9)
    return ("usage_state", state), ("usage_change", told), ("usage_since", since)


def _review_day(course: Course, alert: float, horizon_day: int) -> int:
    """Return the first day on which C could reach its alert or 0 by silence alone, at most the next weekly close."""
    level = float(course.levels[-1])
    fall = course.falls[-1] if course.falls else None
    if fall is not None and fall.closed is None and fall.measure == BY_DAYS:
        days = ceil(level / (CLIP + SLACK))
    else:
        days = ceil((alert - level) / (CLIP - SLACK))
    return min(next_close(horizon_day), horizon_day + max(1, days))
