"""Ties of a mail log: what a tie's strength is measured against, and that nothing later is seen (P4, P13)."""

from pathlib import Path

import pytest

from bench.people_strength import (
    BOTH_SIDES,
    COUNT,
    PARTS,
    RECENCY,
    STRENGTH,
    measure,
    measure_log,
    part_of,
    stakeholder_inputs,
    ties_on,
)
from bench.people_strength_logs import BOTH, DAY_SECONDS, EITHER, THEY, Log, Mail
from graph_service.inference.models import Models

DATA = Path(__file__).parents[4] / "shared" / "data"
TODAY = 11_000


def mail(day: int, sender: str, *receivers: str) -> Mail:
    return Mail(f"{day}-{sender}", day * DAY_SECONDS, sender, frozenset(receivers))


def test_a_pair_is_two_ties_each_with_the_outcome_of_its_own_side() -> None:
    mails = [mail(TODAY - 9, "ann", "bob"), mail(TODAY, "bob", "ann"), mail(TODAY + 90, "ann", "bob")]
    ties = {(one.person, one.user): one for one in ties_on(stakeholder_inputs(mails), Models(), TODAY)}
    assert ties["ann", "bob"].outcomes == {EITHER: True, BOTH: False, THEY: True}
    assert ties["bob", "ann"].outcomes == {EITHER: True, BOTH: False, THEY: False}
    assert {one.scores[RECENCY] for one in ties.values()} == {TODAY}
    assert {one.scores[COUNT] for one in ties.values()} == {2}
    assert len({one.scores[BOTH_SIDES] for one in ties.values()}) == 1


def test_scores_see_nothing_after_their_day_and_outcomes_nothing_beyond_90_days() -> None:
    before = [mail(TODAY - 30, "ann", "bob"), mail(TODAY - 3, "bob", "ann")]
    later = [mail(TODAY + 91, "ann", "bob"), mail(TODAY + 91, "bob", "ann"), mail(TODAY + 1, "ann", "cy")]
    short, long = (ties_on(stakeholder_inputs(mails), Models(), TODAY) for mails in (before, before + later))
    assert short == long
    assert all(one.scores[STRENGTH] > 0 and not any(one.outcomes.values()) for one in short)


def test_both_ties_of_a_pair_are_in_the_same_part() -> None:
    names = [f"p{number}" for number in range(30)]
    assert all(part_of(one, other) == part_of(other, one) for one in names for other in names)
    assert {part_of("p0", other) for other in names} == set(PARTS)


def test_where_strong_ties_go_on_and_weak_ones_end_strength_is_always_right() -> None:
    pairs = [(f"a{number}", f"b{number}") for number in range(40)]
    mails = [mail(TODAY - 40, one, other) for one, other in pairs]
    for one, other in pairs[::2]:
        for day in (TODAY - 20, TODAY - 10, TODAY + 20):
            mails += [mail(day, one, other), mail(day + 1, other, one)]
    rows = {(row["metric"], row["part"]): row for row in measure_log(Log("mails", mails, [TODAY], {EITHER: 0.79}))}
    assert {rows[f"AUC, {outcome}", part]["value"] for outcome in (EITHER, BOTH) for part in PARTS} == {1.0}
    assert rows[f"AUC, {EITHER}", "all"]["n"] == 80
    assert rows[f"AUC, {EITHER}", "all"]["bar"] == 0.79


def test_without_the_data_nothing_is_measured(tmp_path: Path) -> None:
    assert measure(tmp_path) == []


@pytest.mark.skipif(not (DATA / "enron_org").is_dir(), reason="needs ../shared/data/enron_org")
def test_strength_tells_better_than_recency_who_stays_in_touch(tmp_path: Path) -> None:
    (tmp_path / "enron_org").symlink_to(DATA / "enron_org")
    rows = {(row["metric"], row["part"]): row for row in measure(tmp_path)}
    for outcome in (EITHER, BOTH, THEY):
        assert all(rows[f"above recency, {outcome}", part]["value"] > 0 for part in PARTS)
    assert rows[f"AUC, {EITHER}", "all"]["value"] > rows[f"AUC of {COUNT}, {EITHER}", "all"]["value"]
    assert all(
        row["low"] <= row["value"] <= row["high"] for row in rows.values() if not row["metric"].startswith("above")
    )
