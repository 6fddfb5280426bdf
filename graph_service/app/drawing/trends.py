"""Draws how things went with one person over time as SVG text: small charts that share one time axis. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from graph_service.app.drawing.lanes import LANE, draw_lanes, lanes_of
from graph_service.app.drawing.lettering import cut
from graph_service.app.drawing.panels import (
    Panel,
    draw_bands,
    draw_frame,
    draw_line,
    draw_times,
    most_of,
    scale_up_to,
    steps_of,
)
from graph_service.app.drawing.pictures import Band, Line, TrendPicture
from graph_service.app.drawing.sheet import Sheet
from graph_service.app.drawing.time_axis import TimeAxis, day_text

WIDTH, LEFT, RIGHT, MARGIN = 900.0, 110.0, 876.0, 24.0
HEAD, SPACE = 72.0, 34.0
SHADED = frozenset({"departure", "away"})
"""Kinds of states that are shaded behind the charts too: in them a falling line means something else."""


@dataclass(frozen=True, slots=True)
class Chart:
    """One small chart: its name and unit, its line, how high it is, and its scale."""

    name: str
    unit: str
    line: Line
    hue: str
    height: float
    low: float
    high: float
    ticks: Sequence[tuple[float, str]]


def draw_trends(picture: TrendPicture) -> str:
    """Return the trends of one person as SVG text: states as bars, then strength, tone, texts, answers, influence."""
    axis = TimeAxis.over(picture.first_day, picture.last_day, LEFT, RIGHT)
    lanes = lanes_of(picture.bands, axis)
    charts = _charts(picture, axis)
    first = HEAD + LANE * len(lanes)
    height = first + sum(SPACE + chart.height for chart in charts) + 44.0
    title = f"{picture.name} at {picture.account}: trends"
    sheet = Sheet.new(WIDTH, height, title, _description(picture, charts, axis))
    sheet.text(MARGIN, 32, cut(picture.name, WIDTH - 2 * MARGIN, 17.0, bold=True) or "(no name)", "f-ink h")
    span = f"{day_text(picture.first_day)} to {day_text(picture.last_day)}"
    sheet.text(MARGIN, 53, f"{cut(picture.account, 560.0, 12.0)} · {span}", "f-quiet")
    draw_times(sheet, axis, HEAD, height - 40.0)
    draw_lanes(sheet, axis, HEAD, lanes)
    shaded = [band for kind, bands in lanes if kind in SHADED for band in bands]
    _draw_charts(sheet, axis, first, charts, shaded)
    return sheet.svg()


def _charts(picture: TrendPicture, axis: TimeAxis) -> list[Chart]:
    texts, counted = scale_up_to(most_of(picture.texts, axis))
    hours, timed = scale_up_to(most_of(picture.reply_hours, axis))
    percent, share = [(0.0, "0"), (50.0, "50"), (100.0, "100")], [(0.0, "0"), (0.5, "0.5"), (1.0, "1")]
    return [
        Chart("Strength", "of 100", picture.strength, "blue", 84.0, 0.0, 100.0, percent),
        Chart("Tone", "cold −1 to warm +1 · no line: too few texts to say", picture.tone, "purple", 84.0, -1.0, 1.0,
              [(-1.0, "−1"), (0.0, "0"), (1.0, "+1")]),
        Chart("Texts the tone rests on", "effective number", picture.texts, "grey", 40.0, 0.0, texts, counted[::2]),
        Chart("Time to answer", "business hours", picture.reply_hours, "orange", 64.0, 0.0, hours, timed),
        Chart("Influence", "0 to 1", picture.influence, "green", 64.0, 0.0, 1.0, share),
    ]  # fmt: skip


def _draw_charts(sheet: Sheet, axis: TimeAxis, top: float, charts: Sequence[Chart], shaded: Sequence[Band]) -> None:
    for chart in charts:
        top += SPACE
        panel = Panel(axis, top, top + chart.height, chart.low, chart.high)
        draw_bands(sheet, panel, shaded)
        draw_frame(sheet, panel, chart.name, chart.unit, chart.ticks)
        draw_line(sheet, panel, chart.line, f"k-{chart.hue}")
        if not any(True for _ in steps_of(chart.line, axis)):
            sheet.text((axis.left + axis.right) / 2, (panel.top + panel.bottom) / 2 + 4, "not known", "f-quiet m")
        top += chart.height


def _description(picture: TrendPicture, charts: Sequence[Chart], axis: TimeAxis) -> str:
    """Return what the lines say at their ends, for who cannot see them."""
    ends = []
    for chart in charts:
        value = chart.line.at(axis.last)
        ends.append(f"{chart.name.lower()} " + ("not known" if value is None else f"{value:.2f}"))
    held = sorted({band.label for band in picture.bands if band.end is None and band.start <= axis.last})
    states = f" States that hold: {', '.join(held)}." if held else ""
    return f"On {day_text(picture.last_day)}: {', '.join(ends)}.{states}"
