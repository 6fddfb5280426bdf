"""Seniority from a real mail graph with every title hidden (P3), where the open data is there."""

from pathlib import Path

import pytest

from bench.people_influence import ABOVE, BAR, measure

DATA = Path(__file__).parents[5] / "shared" / "data"


def test_without_the_data_nothing_is_measured(tmp_path: Path) -> None:
    assert measure(tmp_path) == []


@pytest.mark.skipif(not (DATA / "enron_org").is_dir(), reason="needs ../shared/data/enron_org")
def test_the_network_alone_puts_enough_pairs_in_order_and_beats_in_degree() -> None:
    rows = {(row["metric"], row["part"]): row for row in measure(DATA, draws=2)}
    assert rows["pairs in order", "all"]["value"] >= BAR
    assert rows["above in-degree", "all"]["value"] >= ABOVE
    assert all(row["low"] <= row["value"] <= row["high"] for row in rows.values())
