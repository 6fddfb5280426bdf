"""How soon a shift of tone is noticed, and how exact its level is, on invented contacts (inference.md section 5).

The simulator: accounts of eight people. A person's usual tone is 0.15 + account (sd 0.15) + person (sd 0.2), together
the 0.25 of the defaults; a text adds 0.35 of mood and 0.35 of what the scorer gets wrong, and is cut to -1..1. Texts
come at random, 1, 3 or 8 a month, for two years. Two of the eight fall by 0.5 on a day of the second year. The
threshold is set where people whose tone does not shift have 0.2 false falls a contact-year. It ranks methods; it
proves no accuracy in the field. Shifts of an invented company are scored through `make bench-town`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from math import fsum, sqrt
from pathlib import Path
from random import Random
from typing import Any

from bench.reading_bounces import wilson
from graph_service.domain.facts import epoch_day
from graph_service.inference.casefile import Backdrop, CaseFile, Person, Saying
from graph_service.inference.sentiment.means import Look, Means
from graph_service.inference.sentiment.norms import DEFAULT
from graph_service.inference.sentiment.sentiment import infer_sentiment, looks_of
from graph_service.inference.sentiment.shifts import FALLING, RISING, RULE, ShiftRule, shift_spells
from graph_service.inference.sentiment.texts import by_writer, texts_of

TASK = "sentiment, invented contacts"
RATES = (1, 3, 8)
BARS = {3: 0.45}
PEOPLE, SHIFTED, SHIFT = 8, 2, -0.5
ACCOUNTS, CALM_ACCOUNTS = 200, 100
YEAR, END, NOTICED = 365, 730, 60
FALSE_A_YEAR = 0.2
DAY_MS = 86_400_000
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Contact:
    """One invented contact: what their texts say by day, their usual tone, the day of their shift (None: none)."""

    means: Means
    looks: Sequence[Look]
    usual: float
    shift_day: int | None

    def said(self, rule: ShiftRule, *states: str) -> list[int]:
        """Return the days of the second year on which one of `states` is first said."""
        spells = shift_spells(self.means, self.looks, lambda _day, _sign: True, lambda _: None, rule)
        days = [epoch_day(one.known_on) for one in spells if one.state in states]
        return [day for day in days if day >= YEAR]


def measure(data: Path) -> list[Row]:  # noqa: ARG001 - the contacts are invented on the spot
    """Return rows of figures (task, part, metric, value, n, low, high, bar)."""
    rows: list[Row] = []
    for rate in RATES:
        calm = [one for number in range(CALM_ACCOUNTS) for one in _contacts(rate, number, 0)]
        fallen = [one for number in range(ACCOUNTS) for one in _contacts(rate, number, SHIFTED)]
        rows += [*_shift_rows(calm, fallen, rate), *_level_rows(calm, rate)]
    return [*rows, *_account_rows()]


def invented(random: Random, rate: float, shifted: int, shift_day: int) -> tuple[CaseFile, list[float]]:
    """Return an account and its people's usual tones; the first `shifted` people fall on `shift_day`."""
    account = random.gauss(DEFAULT.grand_mean, 0.15)
    usual = [random.gauss(account, 0.2) for _ in range(PEOPLE)]
    sayings: list[Saying] = []
    numbers = count()
    for place, tone in enumerate(usual):
        at = random.expovariate(12 * rate / YEAR)
        while at < END:
            fall = SHIFT if place < shifted and at >= shift_day else 0.0
            heard = max(-1.0, min(1.0, tone + fall + random.gauss(0, 0.35) + random.gauss(0, 0.35)))
            uid = f"text-{next(numbers)}"
            when = int(at * DAY_MS)
            sayings.append(Saying(uid, "sentiment", when, int(at), uid, "email", str(place), by_us=False, weight=heard))
            at += random.expovariate(12 * rate / YEAR)
    people = tuple(Person(str(place), str(place), "") for place in range(PEOPLE))
    return CaseFile("account", "", people=people, sayings=tuple(sayings)), usual


def _contacts(rate: int, number: int, shifted: int) -> Iterator[Contact]:
    """Yield the people of an account who fall, or all of one where nobody does."""
    random = Random(f"{'fall' if shifted else 'calm'} {rate} {number}")
    day = random.randrange(YEAR, END - NOTICED)
    case, usual = invented(random, rate, shifted, day)
    texts = texts_of(case, END)
    account, own = Means(texts, DEFAULT), by_writer(texts)
    for place in range(shifted or PEOPLE):
        means = Means(own.get(str(place), []), DEFAULT, account)
        yield Contact(means, looks_of(means, END - 1), usual[place], day if shifted else None)


def _shift_rows(calm: Sequence[Contact], fallen: Sequence[Contact], rate: int) -> Iterator[Row]:
    part = f"{rate} texts a month"
    fitted = next(rule for rule in _rules() if _false(calm, rule) <= FALSE_A_YEAR)
    for rule, name in ((fitted, f"at {FALSE_A_YEAR:g} false falls a contact-year"), (RULE, "as shipped")):
        delays = [delay for one in fallen if (delay := _delay(one, rule)) is not None]
        bar = BARS.get(rate) if rule is fitted else None
        low, high = wilson(len(delays), len(fallen))
        yield _row(
            part, f"falls of 0.5 found in 60 days, {name}", len(delays) / len(fallen), len(fallen), low, high, bar
        )
        yield _row(part, f"mean days until said, {name}", fsum(delays) / max(1, len(delays)), len(delays))
    yield _row(part, "z that is needed for it (shipped: 2)", fitted.enter, len(calm))
    yield _row(part, "false falls a contact-year, as shipped", _false(calm, RULE), len(calm))
    both = _false(calm, RULE, FALLING, RISING)
    yield _row(part, "false shifts a contact-year in both directions, as shipped", both, len(calm))


def _rules() -> Iterator[ShiftRule]:
    yield from (ShiftRule(enter=1.0 + 0.05 * step) for step in range(61))


def _false(calm: Sequence[Contact], rule: ShiftRule, *states: str) -> float:
    """Return false falls (or `states`) a contact-year: the second year is counted, and is one."""
    return sum(len(one.said(rule, *(states or (FALLING,)))) for one in calm) / len(calm)


def _delay(one: Contact, rule: ShiftRule) -> int | None:
    """Return days from the shift until it is said, None where that takes more than 60."""
    start = one.shift_day or 0
    return next((day - start for day in one.said(rule, FALLING) if start <= day <= start + NOTICED), None)


def _level_rows(calm: Sequence[Contact], rate: int) -> Iterator[Row]:
    """Root mean squared error of a plain mean of 90 days, and of the stored level, of all with a text in them."""
    raw, level = [], []
    for one in calm:
        tones = [text.tone for text in one.means.texts if text.day > END - 91]
        if tones:
            raw.append((fsum(tones) / len(tones) - one.usual) ** 2)
            level.append((one.looks[-1].level - one.usual) ** 2)
    for name, errors in (("plain mean of 90 days", raw), ("level", level)):
        yield _row(f"{rate} texts a month", f"RMSE, {name}", sqrt(fsum(errors) / len(errors)), len(errors))


def _account_rows() -> Iterator[Row]:
    """False shifts of whole accounts where nothing happens, both directions, as shipped."""
    for rate in RATES:
        days: list[int] = []
        for number in range(CALM_ACCOUNTS):
            case, _ = invented(Random(f"account {rate} {number}"), rate, 0, END)
            account, _ = infer_sentiment(case, Backdrop(), {}, END - 1)
            days += [epoch_day(spell.known_on) for spell in account.spells]
        false = sum(day >= YEAR for day in days) / CALM_ACCOUNTS
        yield _row(f"{rate} texts a month", "false shifts an account-year, as shipped", false, CALM_ACCOUNTS)


def _row(
    part: str, metric: str, value: float, n: int, low: float | None = None, high: float | None = None,
    bar: float | None = None,
) -> Row:  # fmt: skip
    return {
        "task": TASK, "part": part, "metric": metric, "value": round(value, 4), "n": n, "low": low, "high": high,
        "bar": bar,
    }  # fmt: skip
