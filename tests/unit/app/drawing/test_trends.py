"""The trends of a person: small charts over one time axis, steps for change points, gaps where too little is known."""

import re
from dataclasses import replace

from graph_service.app.drawing.pictures import Band, Line, TrendPicture
from graph_service.app.drawing.trends import draw_trends
from tests.unit.app.drawing.sample_pictures import DAY, small_trends
from tests.unit.app.drawing.svg_reading import SPACE, parsed, paths, texts, told


def test_every_chart_is_named_with_its_unit() -> None:
    written = texts(draw_trends(small_trends()))
    assert written[:2] == ["Ada Wern", "Birch & Sons · 2025-07-03 to 2026-01-01"]
    for words in (
        "Strength",
        "Tone",
        "Texts the tone rests on",
        "effective number",
        "Time to answer",
        "business hours",
    ):
        assert words in written
    assert {"Influence", "0 to 1", "+1", "−1", "Sep 2025"} <= set(written)


def test_a_line_goes_in_steps() -> None:
    (line,) = paths(draw_trends(small_trends()), "k-green")
    assert re.fullmatch(r"M[\d.]+ [\d.]+H[\d.]+V[\d.]+H[\d.]+", line)


def test_too_few_texts_are_a_gap_in_the_tone() -> None:
    (broken,) = paths(draw_trends(small_trends()), "k-purple")
    assert broken.count("M") == 2
    whole = replace(small_trends(), tone=Line([DAY - 182, DAY - 90], [0.2, 0.3]))
    assert paths(draw_trends(whole), "k-purple")[0].count("M") == 1


def test_states_are_bars_with_their_words_and_days() -> None:
    svg = draw_trends(small_trends())
    assert "champion: 2025-08-04 to 2025-11-02" in told(svg)
    assert "gone quiet, may have left: 2025-12-12 still holds" in told(svg)
    assert {"champion", "still there?", "away"} <= set(texts(svg))


def test_absence_is_shaded_behind_every_chart() -> None:
    shaded = [
        part for part in parsed(draw_trends(small_trends())).iter(f"{SPACE}rect") if "faint" in part.get("class", "")
    ]
    assert len(shaded) == 2 * 5


def test_what_is_not_known_is_said_to_be_so() -> None:
    svg = draw_trends(TrendPicture("Ada Wern", "Birch", DAY - 30, DAY))
    assert texts(svg).count("not known") == 5


def test_states_beyond_the_days_of_the_picture_are_left_out() -> None:
    old = Band("champion", "coach", "coach", DAY - 900, DAY - 800)
    early = Band("away", "away", "away", DAY + 5)
    assert draw_trends(replace(small_trends(), bands=[old, early])) == draw_trends(replace(small_trends(), bands=[]))


def test_years_of_days_stay_small_and_inside() -> None:
    days = list(range(DAY - 5000, DAY + 1))
    busy = Line(days, [float(day * 7919 % 100) for day in days])
    unit = Line(days, [day * 7919 % 100 / 100 for day in days])
    bands = [Band("champion", "at_risk", "champion at risk", day, day + 5) for day in days[::9]]
    picture = TrendPicture("Ada", "Birch", days[0], DAY, busy, unit, busy, busy, unit, bands)
    svg = draw_trends(picture)
    root = parsed(svg)
    height = float(root.get("height", "0"))
    for part in root.iter(f"{SPACE}rect"):
        assert float(part.get("y", "-1")) + float(part.get("height", "0")) <= height
        assert float(part.get("x", "-1")) + float(part.get("width", "0")) <= float(root.get("width", "0"))


def test_a_number_that_is_none_is_a_gap() -> None:
    svg = draw_trends(replace(small_trends(), strength=Line([DAY - 100, DAY - 50], [float("nan"), 50.0])))
    assert paths(svg, "k-blue")[0].count("M") == 1


def test_the_description_says_how_the_lines_end() -> None:
    description = parsed(draw_trends(small_trends()))[1].text or ""
    assert "On 2026-01-01: strength 79.00, tone -0.40" in description
    assert "States that hold: champion at risk, gone quiet, may have left." in description
