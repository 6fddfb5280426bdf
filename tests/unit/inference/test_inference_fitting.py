import random
from dataclasses import replace
from datetime import date
from math import log

import numpy as np
import pytest

from graph_service.domain.facts import epoch_day
from graph_service.inference.buckets import day_buckets
from graph_service.inference.decay import left_of
from graph_service.inference.fitting import fit_models
from graph_service.inference.fitting_columns import columns_of
from graph_service.inference.models import DEFAULTS, Models, ModelValues, version_of
from graph_service.inference.touches import StakeholderInput
from tests.unit.inference.worlds import MONDAY, THEY, WE, asked, touch

FEBRUARY, MARCH = epoch_day(date(2024, 2, 1)), epoch_day(date(2024, 3, 1))


def _workspace(size: int = 80, seed: int = 1) -> list[StakeholderInput]:
    """Contacts who write on up to 40 days of January to March; every third ask goes unanswered."""
    chance = random.Random(seed)
    sources = []
    for place in range(size):
        uid = f"stakeholder-{place:03}"
        seen = tuple(
            touch(MONDAY + chance.randrange(90), chance.choice((THEY, WE)), uid=f"{uid}-{n}", people=2)
            for n in range(chance.randrange(1, 40))
        )
        asks = tuple(
            asked(MONDAY + n, None if n % 3 == 0 else MONDAY + n + 1, by=uid, uid=f"{uid}-ask-{n}", hours=1.0 + n)
            for n in range(6)
        )
        sources.append(StakeholderInput(uid, "Someone", seen, asks))
    return sources


def test_the_cuts_are_the_quantiles_of_what_was_known_before_the_month() -> None:
    sources = _workspace()
    values = fit_models(columns_of(sources), MONDAY, MARCH + 5).at(MARCH)

    def level(source: StakeholderInput, half_life: float) -> float:
        seen = [one for one in source.touches if one.day < MARCH]
        return left_of(day_buckets(seen).totals, MARCH, half_life)

    strengths = [level(source, 60) for source in sources]
    engaged = [level(source, 45) for source in sources if level(source, 45) > 0.25]
    live = [strength for strength in strengths if strength > 0.1]
    assert values.month_day == MARCH
    assert values.scale == pytest.approx(np.quantile(live, 0.75), rel=0.05)
    assert values.medium_cut == pytest.approx(np.quantile(engaged, 0.40), rel=0.05)
    assert values.high_cut == pytest.approx(np.quantile(engaged, 0.75), rel=0.05)
    assert values.contacts == pytest.approx(len(live), abs=5)


def test_reply_values_come_from_resolved_asks_and_replies() -> None:
    values = fit_models(columns_of(_workspace()), MONDAY, MARCH).at(MARCH)
    share = values.reply_a / (values.reply_a + values.reply_b)
    assert share == pytest.approx(4 / 6, abs=0.02)
    hours = [2.0, 3.0, 5.0, 6.0]
    assert values.log_hours == pytest.approx(np.mean([log(hour) for hour in hours]), rel=0.05)
    assert values.reply_days[0] == pytest.approx(2 / 9, rel=0.05)
    assert list(values.reply_days) == sorted(values.reply_days)


def test_contacts_who_differ_much_give_a_weak_prior_and_alike_ones_a_strong_one() -> None:
    def weight(sources: list[StakeholderInput]) -> float:
        values = fit_models(columns_of(sources), MONDAY, MARCH).at(MARCH)
        return values.reply_a + values.reply_b

    alike = _workspace()
    split = [
        replace(source, asks=tuple(replace(one, answer=None, reply_hours=None) for one in source.asks))
        if place % 2
        else source
        for place, source in enumerate(alike)
    ]
    assert weight(split) < 4 < weight(alike) == pytest.approx(20, abs=0.5)


def test_asks_of_the_last_weeks_are_no_refusals_yet() -> None:
    sources = _workspace()
    fresh = [
        replace(source, asks=(*source.asks, *(asked(MARCH - n, uid=f"{source.uid}-new-{n}") for n in range(1, 28))))
        for source in sources
    ]
    assert fit_models(columns_of(fresh), MONDAY, MARCH) == fit_models(columns_of(sources), MONDAY, MARCH)


def test_an_answer_is_not_known_before_its_day() -> None:
    sources = _workspace()
    late = [
        replace(
            source,
            asks=(*source.asks, asked(FEBRUARY - 1, MARCH, by=source.uid, uid=f"{source.uid}-late", hours=300.0)),
        )
        for source in sources
    ]
    unanswered = [replace(one, asks=(*one.asks[:-1], replace(one.asks[-1], answer=None))) for one in late]
    assert fit_models(columns_of(late), MONDAY, MARCH) == fit_models(columns_of(unanswered), MONDAY, MARCH)
    assert fit_models(columns_of(late), MONDAY, MARCH + 40) != fit_models(columns_of(unanswered), MONDAY, MARCH + 40)


def test_few_contacts_keep_the_shipped_defaults() -> None:
    values = fit_models(columns_of(_workspace(20)), MONDAY, MARCH).at(MARCH)
    assert values == replace(DEFAULTS, month_day=MARCH)
    assert fit_models(columns_of([]), MONDAY, MARCH).at(MARCH) == replace(DEFAULTS, month_day=MARCH)


def test_every_month_from_the_first_to_the_horizon_has_values() -> None:
    models = fit_models(columns_of(_workspace()), MONDAY + 3, MARCH)
    assert [values.month_day for values in models.months] == [MONDAY, FEBRUARY, MARCH]
    assert models.at(MONDAY - 1) == DEFAULTS
    assert models.at(MARCH - 1) == models.months[1]
    assert models.along([MONDAY, MARCH - 1, MARCH]) == list(models.months)


def test_a_month_depends_neither_on_the_later_nor_on_the_first_day_asked_for() -> None:
    """Decision 10: pinned for the month, fitted from what was known before."""
    sources = _workspace()
    whole = fit_models(columns_of(sources), MONDAY, MARCH + 40)
    assert fit_models(columns_of(sources), MONDAY, FEBRUARY).months == whole.months[:2]
    assert fit_models(columns_of(sources), MARCH, MARCH + 40).months == whole.months[2:]
    known = [replace(one, touches=tuple(t for t in one.touches if t.day < MARCH)) for one in sources]
    assert fit_models(columns_of(known), MONDAY, MARCH).at(MARCH) == whole.at(MARCH)


def test_the_order_of_contacts_does_not_matter() -> None:
    sources = _workspace()
    assert fit_models(columns_of(reversed(sources)), MONDAY, MARCH) == fit_models(columns_of(sources), MONDAY, MARCH)


def test_one_late_mail_seldom_makes_a_new_version() -> None:
    """Two significant digits: of 30 single mails that come late, few move any month."""
    sources = _workspace(200)
    before = fit_models(columns_of(sources), MONDAY, MARCH)
    changed = 0
    for place in range(30):
        late = replace(sources[place], touches=(*sources[place].touches, touch(MONDAY + place, THEY, uid="late")))
        changed += fit_models(columns_of([*sources[:place], late, *sources[place + 1 :]]), MONDAY, MARCH) != before
    assert changed <= 4


def test_a_version_is_named_after_its_month_and_content() -> None:
    one, other = ModelValues(month_day=MARCH), ModelValues(month_day=MARCH, scale=3.0)
    assert version_of(one).startswith("2024-03-")
    assert version_of(one) == version_of(ModelValues(month_day=MARCH))
    assert version_of(one) != version_of(other)
    assert version_of(Models().at(MARCH)).startswith("default-")


def test_contacts_from_before_the_first_month_are_not_forgotten() -> None:
    early = [
        StakeholderInput(f"s-{place}", "Someone", (touch(MONDAY - 40, THEY, people=1, uid=f"m-{place}"),))
        for place in range(60)
    ]
    values = fit_models(columns_of(early), MONDAY, MONDAY).at(MONDAY)
    assert values.scale == pytest.approx(2 ** (-40 / 60), rel=0.02)
