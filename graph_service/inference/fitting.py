"""Fits the workspace statistics of each month from what was known before it.

Owns the estimators and their rounding. It may not see anything on or after the month's first day.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from math import floor, log10

import numpy as np
from numpy.typing import NDArray

from graph_service.domain.facts import day_of, epoch_day
from graph_service.inference.engagement import ENGAGEMENT_HALF_LIFE
from graph_service.inference.fitting_columns import AskColumns, Columns, UnitColumns
from graph_service.inference.models import DEFAULTS, INACTIVE_CUT, Models, ModelValues
from graph_service.inference.strength import STRENGTH_HALF_LIFE

Floats = NDArray[np.float64]

MIN_CONTACTS = 50
MIN_REPLIES = 30
LIVE = 0.1
RESOLVED_DAYS = 28
"""Calendar days after which an ask counts as resolved for the prior: about 20 business days."""
HOURS_PER_DAY = 9.0
PRIOR_WEIGHT = (2.0, 20.0)
QUANTILES = np.arange(1, 10) / 10


def fit_models(columns: Columns, first_day: int, horizon_day: int) -> Models:
    """Return the values of every month from that of `first_day` to that of `horizon_day`.

    Each month uses only days before its first. With fewer than 50 live contacts (A_60 > 0.1) all values are the
    defaults; with fewer than 30 resolved asks or replies those about replies are. All are rounded to two significant
    digits. `first_day` decides only which months are returned, not what they say.
    """
    units, asks = columns.units, columns.asks
    known = [int(days[0]) for days in (units.days, asks.days) if days.size]
    kept = _month_start(first_day)
    months: list[ModelValues] = []
    for month_day, strengths, engagements in _sweep(units, min([kept, *known]), horizon_day):
        if month_day >= kept:
            months.append(_fit(month_day, strengths, engagements, asks))
    return Models(tuple(months))


def _month_start(day: int) -> int:
    return epoch_day(day_of(day).replace(day=1))


def _month_starts(first_day: int, horizon_day: int) -> list[int]:
    """Return the first day of every month from that of `first_day` to that of `horizon_day`."""
    starts = [_month_start(first_day)]
    while starts[-1] <= horizon_day:
        starts.append(epoch_day((day_of(starts[-1]) + timedelta(days=32)).replace(day=1)))
    return [start for start in starts if start <= horizon_day]


def _sweep(units: UnitColumns, first_day: int, horizon_day: int) -> Iterator[tuple[int, Floats, Floats]]:
    """Yield each month's first day with A_60 and A_45 of every contact then, from the days before it."""
    strengths, engagements = np.zeros(units.contacts), np.zeros(units.contacts)
    previous = first_day
    for month_day in _month_starts(first_day, horizon_day):
        part = slice(*np.searchsorted(units.days, [previous, month_day]).tolist())
        elapsed = month_day - previous
        strengths = _advance(strengths, units, part, elapsed=elapsed, month_day=month_day, half_life=STRENGTH_HALF_LIFE)
        engagements = _advance(
            engagements, units, part, elapsed=elapsed, month_day=month_day, half_life=ENGAGEMENT_HALF_LIFE
        )
        previous = max(previous, month_day)
        yield month_day, strengths, engagements


def _advance(
    levels: Floats, units: UnitColumns, part: slice, *, elapsed: int, month_day: int, half_life: float
) -> Floats:
    """Return the accumulators `elapsed` days on, with the units of `part` taken in."""
    weights = units.units[part] * np.exp2((units.days[part] - month_day) / half_life)
    gained = np.bincount(units.owners[part], weights=weights, minlength=levels.size)
    kept: Floats = levels * np.exp2(-max(0, elapsed) / half_life)
    return kept + gained


def _fit(month_day: int, strengths: Floats, engagements: Floats, asks: AskColumns) -> ModelValues:
    """Return the rounded values of one month; the defaults where too little is known."""
    live = strengths[strengths > LIVE]
    if live.size < MIN_CONTACTS:
        return replace(DEFAULTS, month_day=month_day)
    engaged = engagements[engagements > INACTIVE_CUT]
    medium, high = np.quantile(engaged, (0.40, 0.75)).tolist() if engaged.size else (INACTIVE_CUT, INACTIVE_CUT)
    fitted = ModelValues(
        month_day=month_day,
        scale=_round(float(np.quantile(live, 0.75))),
        medium_cut=max(INACTIVE_CUT, _round(medium)),
        high_cut=max(INACTIVE_CUT, _round(high)),
        contacts=int(_round(live.size)),
    )
    return _with_reply_times(_with_reply_prior(fitted, month_day, asks), month_day, asks)


def _with_reply_prior(values: ModelValues, month_day: int, asks: AskColumns) -> ModelValues:
    """Return `values` with the beta prior of the reply rate, by moments over contacts (Kleinman 1973).

    With n_i resolved asks and share p_i: rho = (S - p(1-p)(m-1)) / (p(1-p)(N - sum n_i^2 / N - (m-1))) where
    S = sum n_i (p_i - p)^2; the prior's weight a + b is 1 / rho - 1, kept within 2 and 20. Asks that a colleague
    answered are left out.
    """
    closed = asks.closed_days < month_day
    answered = closed & ~np.isnan(asks.log_hours)
    counted = (asks.days < month_day - RESOLVED_DAYS) & (answered | ~closed)
    if np.count_nonzero(counted) < MIN_REPLIES:
        return values
    sizes = np.bincount(asks.owners[counted]).astype(np.float64)
    hits = np.bincount(asks.owners[counted & answered], minlength=sizes.size)[sizes > 0]
    sizes = sizes[sizes > 0]
    share = float(np.clip(hits.sum() / sizes.sum(), 0.05, 0.95))
    weight = _prior_weight(sizes, hits / sizes, share)
    return replace(values, reply_a=_round(share * weight), reply_b=_round((1 - share) * weight))


def _prior_weight(sizes: Floats, shares: Floats, share: float) -> float:
    noise = share * (1 - share)
    spread = float(np.sum(sizes * (shares - share) ** 2)) - noise * (sizes.size - 1)
    room = noise * float(sizes.sum() - np.sum(sizes**2) / sizes.sum() - (sizes.size - 1))
    low, high = PRIOR_WEIGHT
    if spread <= 0 or room <= 0:
        return high
    return min(high, max(low, room / spread - 1))


def _with_reply_times(values: ModelValues, month_day: int, asks: AskColumns) -> ModelValues:
    """Return `values` with the mean of ln hours and the quantiles of the reply time in business days."""
    logs = asks.log_hours[(asks.closed_days < month_day) & ~np.isnan(asks.log_hours)]
    if logs.size < MIN_REPLIES:
        return values
    days = np.quantile(np.exp(logs) / HOURS_PER_DAY, QUANTILES).tolist()
    return replace(values, log_hours=_round(float(logs.mean())), reply_days=tuple(_round(day) for day in days))


def _round(value: float, digits: int = 2) -> float:
    """Return `value` with `digits` significant digits."""
    if value == 0:
        return 0.0
    return round(value, digits - 1 - floor(log10(abs(value))))
