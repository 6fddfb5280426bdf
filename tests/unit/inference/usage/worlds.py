"""Accounts that use a product, and facts cut back to a day: material for tests of account signals."""

from dataclasses import replace

import numpy as np

from graph_service.domain.facts import SeriesFact, SpellFact, epoch_day
from graph_service.inference.casefile import CaseFile, Usage
from graph_service.inference.inferred import Inferred

START = 20_003  # a Sunday
LENGTH = 220


def steady(level: float = 40.0, days: int = LENGTH, seed: int = 1) -> list[int]:
    """Return Poisson counts of every day, few on Saturdays and Sundays."""
    weekdays = np.array([0.1, 1, 1, 1, 1, 1, 0.1])[np.arange(days) % 7]
    return [int(count) for count in np.random.default_rng(seed).poisson(level * weekdays)]


def fallen(counts: list[int], at: int, share: float = 0.4) -> list[int]:
    """Return counts that are `share` of themselves from `at` on."""
    return [round(count * share) if place >= at else count for place, count in enumerate(counts)]


def usage(feature: str, counts: list[int], user: str = "", start: int = START) -> Usage:
    days = [place for place, count in enumerate(counts) if count]
    return Usage(feature, user, tuple(start + day for day in days), tuple(counts[day] for day in days))


def account(*rows: Usage, country: str = "") -> CaseFile:
    return CaseFile("acme", "Acme", country=country, usage=rows)


def cut_back(facts: Inferred, day: int) -> tuple[tuple[SeriesFact, ...], tuple[SpellFact, ...]]:
    """Return series and spells as they were known at the end of `day`."""
    series = []
    for one in facts.series:
        end = sum(at <= day for at in one.days)
        if end:
            series.append(SeriesFact(one.metric, one.days[:end], one.values[:end]))
    spells = [
        replace(one, valid_to=None) if one.valid_to is not None and epoch_day(one.valid_to) > day else one
        for one in facts.spells
        if epoch_day(one.known_on) <= day
    ]
    return tuple(series), tuple(spells)


def known(facts: Inferred) -> tuple[tuple[SeriesFact, ...], tuple[SpellFact, ...]]:
    return tuple(one for one in facts.series if one.days), facts.spells
