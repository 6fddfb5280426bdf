"""Health over time: its parts stacked to its value, use and tickets a week beneath."""

import re
from dataclasses import replace

from graph_service.app.drawing.health import draw_health
from graph_service.app.drawing.pictures import HealthParts, HealthPicture, Line
from tests.unit.app.drawing.sample_pictures import DAY, small_health
from tests.unit.app.drawing.svg_reading import parsed, paths, texts


def boxes(steps: str) -> list[tuple[float, float, float, float]]:
    found = re.findall(r"M([\d.]+) ([\d.]+)H([\d.]+)V([\d.]+)H", steps)
    return [(float(left), float(top), float(right), float(bottom)) for left, top, right, bottom in found]


def test_the_head_says_how_it_stands() -> None:
    written = texts(draw_health(small_health()))
    assert written[:2] == ["Birch & Sons", "2025-07-03 to 2026-01-01 · health 38 of 100, fair"]
    assert {"Use of our product", "events a week", "Tickets", "opened a week", "good 70", "fair 40"} <= set(written)


def test_parts_stand_on_each_other_and_reach_the_line() -> None:
    svg = draw_health(small_health())
    stacked = [boxes(paths(svg, f"f-{hue}")[0]) for hue in ("blue", "green", "yellow")]
    for low, middle, high in zip(*stacked, strict=True):
        assert low[1] == middle[3]
        assert middle[1] == high[3]
    (line,) = paths(svg, "k-ink")
    assert float(re.findall(r"M[\d.]+ ([\d.]+)", line)[0]) == stacked[2][0][1]


def test_parts_known_of_one_day_are_columns_not_areas() -> None:
    known = [HealthParts(DAY - 100, None, [("usage", 20.0)]), HealthParts(DAY, None, [("usage", 12.0)])]
    svg = draw_health(replace(small_health(), parts=known))
    assert [round(right - left) for left, _, right, _ in boxes(paths(svg, "f-green")[0])] == [7, 7]
    assert "on days of which they are kept" in texts(svg)


def test_an_account_of_which_little_is_known_is_drawn_and_says_so() -> None:
    written = texts(draw_health(HealthPicture("Birch", DAY - 30, DAY)))
    assert "2025-12-02 to 2026-01-01 · too few signals to say how healthy" in written
    assert "its parts are not kept for this time" in written
    assert written.count("not known") == 2


def test_a_time_without_health_is_a_gap() -> None:
    svg = draw_health(replace(small_health(), health=Line([DAY - 150, DAY - 100, DAY - 50], [40.0, None, 50.0])))
    assert paths(svg, "k-ink")[0].count("M") == 2


def test_years_of_days_stay_small() -> None:
    days = list(range(DAY - 5000, DAY + 1))
    names = ("usage", "relationship", "sentiment", "support", "champions")
    parts = [HealthParts(day, day + 1, [(name, 3.0 + day * 31 % 17) for name in names]) for day in days]
    counts = Line(days, [float(day * 7919 % 1000) for day in days])
    parsed(draw_health(HealthPicture("Birch", days[0], DAY, "good", counts, parts, counts, counts)))


def test_use_and_tickets_have_scales_of_their_own() -> None:
    written = texts(draw_health(small_health()))
    assert {"500", "1,000", "2", "4"} <= set(written)
