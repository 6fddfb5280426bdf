"""The open sets: bounces, people's mail and replies are read as well as promised there."""

from pathlib import Path

import pytest

from bench.reading_bounces import Row, measure

SHARED = Path(__file__).parents[4].parent / "shared" / "data"


@pytest.fixture(scope="module")
def rows() -> list[Row]:
    if not (SHARED / "bounces").exists():
        pytest.skip("the open data sets are not here")
    return measure(SHARED)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("task", "metric", "floor"),
    [
        ("bounce or not", "accuracy", 0.98),
        ("automatic or not", "accuracy", 0.98),
        ("failed address", "accuracy", 0.95),
        ("hard bounce", "precision", 0.82),
        ("hard bounce", "recall", 0.88),
        ("human mail not called automatic: enron", "accuracy", 0.998),
        ("human mail not called automatic: town", "accuracy", 0.999),
        ("town: reply topic", "accuracy", 0.95),
        ("town: return date within 2 days", "accuracy", 0.95),
    ],
)
def test_each_part_of_the_open_data_is_read_well(rows: list[Row], task: str, metric: str, floor: float) -> None:
    found = [row["value"] for row in rows if (row["task"], row["metric"]) == (task, metric)]
    assert len(found) == 2
    assert min(found) >= floor
