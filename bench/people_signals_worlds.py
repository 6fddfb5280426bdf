"""Simulated accounts: what they use and which tickets they open, with and without falls and surges.

As inference.md, section 8, describes: use with heavy-tailed noise, weekdays, slow drift, two dips a year that all
accounts share and an account's own week off. Noise and drift are set so that the plain "down 40 % in two weeks" does
about what it is told to do there. `session_counts` is another world: people who come, do a few things and go on leave.
"""

from collections.abc import Sequence
from math import sqrt

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
NOISE, DRIFT, TICKET_DRIFT = 0.42, 0.15, 0.1


def use_counts(rng: np.random.Generator, n: int, days: int, rate: float, drops: Sequence[int] = ()) -> Floats:
    """Return daily events of `n` accounts; from the day in `drops` on, an account has 40 % less."""
    weekdays = np.array([1, 1.05, 1.05, 1, 0.9, 0.25, 0.2])
    logs = np.log(rate) + rng.normal(0, 0.4, n)[:, None] + np.log(weekdays / weekdays.mean())[np.arange(days) % 7]
    logs = logs + NOISE / sqrt(2) * rng.standard_t(4, (n, days)) + _drift(rng, n, days, DRIFT)
    for year in range(0, days, 365):
        for _ in range(2):
            logs[:, _span(rng, year)] += np.log(rng.uniform(0.3, 0.6))
        for closed in np.flatnonzero(rng.random(n) < 0.5).tolist():
            logs[closed, _span(rng, year)] += np.log(0.15)
    for place, day in enumerate(drops):
        logs[place, day:] += np.log(0.6)
    counts: Floats = rng.poisson(np.exp(logs)).astype(np.float64)
    return counts


def _span(rng: np.random.Generator, year: int) -> slice:
    start = year + int(rng.integers(0, 365))
    return slice(start, start + int(rng.integers(5, 11)))


def _drift(rng: np.random.Generator, n: int, days: int, size: float) -> Floats:
    """Return a slow wandering of the logarithm, of standard deviation `size`."""
    level = rng.normal(0, size, n)
    found = np.zeros((n, days))
    for day in range(days):
        level = 0.98 * level + rng.normal(0, size * sqrt(1 - 0.98**2), n)
        found[:, day] = level
    return found


def ticket_counts(
    rng: np.random.Generator, n: int, days: int, week: float, surges: Sequence[int] = (), times: float = 3.0
) -> Floats:
    """Return daily tickets of `n` accounts: negative binomial (0.3), weekdays, drift; a surge lasts 7 days."""
    weekdays = np.array([1.1, 1.1, 1.1, 1.1, 1, 0.3, 0.3])
    mean = week / 7 * np.exp(_drift(rng, n, days, TICKET_DRIFT)) * (weekdays / weekdays.mean())[np.arange(days) % 7]
    for place, day in enumerate(surges):
        mean[place, day : day + 7] *= times
    counts: Floats = rng.poisson(mean * rng.gamma(1 / 0.3, 0.3, (n, days))).astype(np.float64)
    return counts


def session_counts(
    rng: np.random.Generator, n: int, days: int, people: float, drops: Sequence[int] = ()
) -> list[list[Floats]]:
    """Return for each account the daily events of each of its people; from a drop on, 40 % of their days are gone."""
    workdays = np.array([1, 1, 1, 1, 1, 0.06, 0.06])[np.arange(days) % 7]
    shared = np.ones(days)
    for year in range(0, days, 365):
        for _ in range(2):
            shared[_span(rng, year)] *= rng.uniform(0.3, 0.6)
    accounts = []
    for place in range(n):
        there = shared * workdays
        for year in range(0, days, 365):
            there[_span(rng, year)] *= 0.15 if rng.random() < 0.5 else 1.0
        if drops:
            there[drops[place] :] *= 0.6
        accounts.append([_person(rng, days, there) for _ in range(max(2, int(rng.poisson(people))))])
    return accounts


def _person(rng: np.random.Generator, days: int, there: Floats) -> Floats:
    """Return one person's events: here on some days, three leaves a year, sessions of very different length."""
    chance = rng.beta(1.2, 3) * there
    for year in range(0, days, 365):
        for _ in range(3):
            start = year + int(rng.integers(0, 365))
            chance[start : start + int(rng.integers(3, 14))] = 0
    lengths = np.maximum(1, np.round(np.exp(rng.normal(2.1, 0.8, days))))
    events: Floats = np.where(rng.random(days) < chance, lengths, 0.0)
    return events
