"""The open sets keep their scores: FEBRL without birth dates, and a town whose identities are known (inference 10)."""

from pathlib import Path

import pytest

from bench.reading_identity import measure

DATA = Path(__file__).parents[4].parent / "shared" / "data"


@pytest.mark.slow
@pytest.mark.skipif(not DATA.exists(), reason="the evaluation data is not beside this checkout")
def test_people_of_the_open_sets_are_found_with_precision_above_the_bars() -> None:
    rows = [row for row in measure(DATA) if row["bar"] is not None and not row["task"].startswith("made mail")]
    short = [f"{row['task']} {row['part']} {row['metric']} {row['value']}" for row in rows if row["value"] < row["bar"]]
    assert len(rows) > 10
    assert short == []
