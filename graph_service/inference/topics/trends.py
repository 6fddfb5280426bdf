"""Which topics are asked for by more accounts than before.

Owns the test: distinct accounts in 28 days against a negative-binomial baseline of the time before. Formula:
inference.md section 8 (tickets, with 28 days for 7): a = S_56(accounts up to T - 28) + 2, b = S_56(1) + 2 / mu,
m = 28 a / b, v = m + 28^2 a / b^2 + 0.2 m^2; trending where P(X >= W) < 0.01 and W >= 3.
"""

from collections.abc import Iterable, Sequence
from math import exp, exp2, lgamma, log

from graph_service.inference.topics.records import Request, Topic, Trend

WINDOW, HALF_LIFE = 28, 56.0
FEWEST, LIMIT = 3, 0.01
PRIOR, SPREAD = 2.0, 0.2
RAREST = 1.0 / 365
"""Accounts a day that ask for a topic, at the least: one a year."""


def is_hot(trend: Trend) -> bool:
    """Tell whether a topic trends: enough accounts, and hardly by chance."""
    return trend.accounts >= FEWEST and trend.probability < LIMIT


def trends_of(topics: Iterable[Topic], horizon_day: int) -> list[Trend]:
    """Return what the last 28 days were against the time before, for each topic that was asked for by then."""
    asks = {one.uid: _first_asks([member.request for member in one.members], horizon_day) for one in topics}
    asks = {uid: some for uid, some in asks.items() if some}
    start = min((some[0].day for some in asks.values()), default=horizon_day)
    usual = _usual(asks.values(), start, horizon_day)
    return [_trend(uid, some, start, usual, horizon_day) for uid, some in asks.items()]


def tail(count: int, mean: float, variance: float) -> float:
    """Return P(X >= count) of a negative binomial with this mean and variance (above the mean)."""
    if count <= 0:
        return 1.0
    size = mean * mean / (variance - mean)
    share = size / (size + mean)
    below = sum(
        exp(lgamma(k + size) - lgamma(size) - lgamma(k + 1) + size * log(share) + k * log(1 - share))
        for k in range(count)
    )
    return max(0.0, 1.0 - below)


def _first_asks(requests: Sequence[Request], horizon_day: int) -> list[Request]:
    """Return one request of an account within any 28 days, in order: who asks twice is no second account."""
    last: dict[str, int] = {}
    kept = []
    for one in sorted(requests, key=lambda one: (one.day, one.uid)):
        if one.day <= horizon_day and one.day - last.get(one.account_uid, one.day - WINDOW) >= WINDOW:
            last[one.account_uid] = one.day
            kept.append(one)
    return kept


def _usual(asks: Iterable[Sequence[Request]], start: int, horizon_day: int) -> float:
    """Return the accounts a day that ask for a topic of the workspace, before the window."""
    before = [sum(one.day <= horizon_day - WINDOW for one in some) for some in asks]
    days = max(1, horizon_day - WINDOW - start + 1)
    return max(RAREST, sum(before) / days / max(1, len(before)))


def _trend(uid: str, asks: Sequence[Request], start: int, usual: float, horizon_day: int) -> Trend:
    end = horizon_day - WINDOW
    recent = [one for one in asks if one.day > end]
    newest = {one.account_uid: one for one in recent}
    known = sum(exp2((one.day - end) / HALF_LIFE) for one in asks if one.day <= end)
    days = sum(exp2(-age / HALF_LIFE) for age in range(max(0, end - start + 1)))
    a, b = known + PRIOR, days + PRIOR / usual
    mean = WINDOW * a / b
    variance = mean + WINDOW * WINDOW * a / (b * b) + SPREAD * mean * mean
    said = tuple(one.uid for one in sorted(newest.values(), key=lambda one: (-one.day, one.uid)))
    return Trend(uid, horizon_day, len(newest), round(mean, 9), round(tail(len(newest), mean, variance), 9), said)
