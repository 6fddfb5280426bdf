"""The tables of the benches: a line a figure, parts in columns, bars judged by what was only counted."""

from pathlib import Path
from typing import Any

import pytest

from bench import measures
from bench.measures import column_of, figures, measure_all, modules, run, table
from bench.people import PEOPLE
from bench.reading import READING


def row(part: str, value: float, **more: Any) -> dict[str, Any]:
    figures = {"metric": "F1", "value": value, "n": 40, "low": 0.7, "high": 0.9, "bar": 0.8}
    return {"task": "zones", "part": part, **figures, **more}


@pytest.mark.parametrize(
    ("part", "column"),
    [
        ("tuning", ("tuning", "")), ("reporting", ("reporting", "")), ("all", ("whole", "")),
        ("fixtures, report", ("reporting", "fixtures")), ("tuning, seed 2", ("tuning", "seed 2")),
        ("town_small", ("whole", "town_small")),
    ],
)  # fmt: skip
def test_a_part_has_its_column_and_the_rest_of_its_name_stays(part: str, column: tuple[str, str]) -> None:
    assert column_of(part) == column


def test_a_bar_is_judged_by_the_part_that_was_not_looked_at() -> None:
    one, other, bare = figures(
        [row("tuning", 0.9), row("reporting", 0.75), row("town", 0.8), row("tuning", 0.1, metric="ms", bar=None)]
    )
    assert (one.verdict, other.verdict, bare.verdict) == ("**no**", "yes", "")
    lines = table([one, other]).splitlines()
    assert lines[2] == "| zones | F1 | 0.900 (n 40; 0.700 to 0.900) | 0.750 (n 40; 0.700 to 0.900) |  | 0.8 | **no** |"
    assert lines[3].startswith("| zones (town) | F1 |  |  | 0.800")


def test_a_figure_without_an_interval_is_shown_without_one() -> None:
    assert "| 0.900 (n 40) |" in table(figures([row("reporting", 0.9, low=None, high=None)]))


def test_a_ceiling_is_met_from_below_and_the_simple_rule_has_its_column() -> None:
    one, other = figures(
        [row("all", 0.2, at_most=True, bar=0.15, baseline=0.4), row("all", 0.1, metric="x", at_most=True)]
    )
    assert (one.verdict, other.verdict) == ("**no**", "yes")
    lines = table([one, other]).splitlines()
    assert lines[0].endswith("| simple rule | bar | met |")
    assert lines[2].endswith("| 0.400 | ≤ 0.15 | **no** |")
    assert lines[3].endswith("|  | ≤ 0.8 | yes |")


def test_every_bench_has_modules() -> None:
    assert {"influence", "sentiment", "successors"} <= set(modules(PEOPLE.prefix))


def test_no_cases_meet_no_bar() -> None:
    (one,) = figures([row("reporting", 0.0, n=0)])
    assert one.verdict == ""
    assert "| n 0 |" in table([one])


def test_sets_that_are_not_there_give_no_rows(tmp_path: Path) -> None:
    names = [
        name for name in modules(READING.prefix) if name not in {"identity", "sayings", "model"}
    ]  # they make cases of their own
    assert {"zones", "bounces", "tone", "speed"} <= set(names)
    rows, failed = measure_all(READING.prefix, tmp_path, names)
    assert failed == {}
    assert rows == []


def test_a_measurement_that_breaks_is_named_and_the_others_are_kept(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    class Broken:
        def measure(self, data: Path) -> list[dict[str, Any]]:
            raise ValueError(f"no {data.name}")

    class Whole:
        def measure(self, data: Path) -> list[dict[str, Any]]:
            return [row("reporting", 0.85)]

    monkeypatch.setattr(measures, "import_module", lambda name: Broken() if name.endswith("tone") else Whole())
    out = tmp_path / "table.md"
    assert run(READING, ["--data", str(tmp_path), "--out", str(out), "--only", "tone,zones"]) == 1
    text = out.read_text(encoding="utf-8")
    assert "0.850 (n 40" in text
    assert "`tone` could not be measured: ValueError" in text
    assert text in capsys.readouterr().out
