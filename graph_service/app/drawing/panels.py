"""One chart of a picture: a scale of values with its labels, bands behind it, and a line that goes in steps. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import floor, isfinite, log10

from graph_service.app.drawing.palette import hue_of_state
from graph_service.app.drawing.pictures import Band, Line
from graph_service.app.drawing.sheet import Sheet, coordinate
from graph_service.app.drawing.time_axis import TimeAxis


@dataclass(frozen=True, slots=True)
class Panel:
    """A chart between `top` and `bottom` on an axis, for values from `low` to `high`."""

    axis: TimeAxis
    top: float
    bottom: float
    low: float
    high: float

    def y(self, value: float) -> float:
        """Return the height of a value; what lies beyond the scale stands at its end."""
        share = (value - self.low) / (self.high - self.low)
        return self.bottom - min(1.0, max(0.0, share)) * (self.bottom - self.top)


@dataclass(frozen=True, slots=True)
class Step:
    """A value that holds between two pixels."""

    left: float
    right: float
    value: float


def steps_of(line: Line, axis: TimeAxis) -> Iterator[list[Step]]:
    """Yield the unbroken runs of a line; gaps lie between them. Of points within a pixel the last counts."""
    run: list[Step] = []
    for left, right, value in _spans(line, axis):
        if value is None:
            if run:
                yield run
            run = []
        elif run and run[-1].right - run[-1].left < 1.0:
            run[-1] = Step(run[-1].left, right, value)
        else:
            run.append(Step(left, right, value))
    if run:
        yield run


def _spans(line: Line, axis: TimeAxis) -> Iterator[tuple[float, float, float | None]]:
    """Yield what holds from where to where, within the axis."""
    count = min(len(line.days), len(line.values))
    for place in range(count):
        start = line.days[place]
        end = line.days[place + 1] if place + 1 < count else axis.last + 1
        if start <= axis.last and end > axis.first:
            value = line.values[place]
            yield axis.x(start), axis.x(end), value if value is None or isfinite(value) else None


def draw_line(sheet: Sheet, panel: Panel, line: Line, look: str) -> None:
    """Draw a line in steps, broken where it has a gap, with a dot at its newest value."""
    runs = list(steps_of(line, panel.axis))
    if not runs:
        return
    sheet.path("".join(_run(panel, run) for run in runs), f"{look} line")
    last = runs[-1][-1]
    if last.right >= panel.axis.right - 0.5:
        sheet.circle(last.right, panel.y(last.value), 2.6, look.replace("k-", "f-"))


def _run(panel: Panel, run: Sequence[Step]) -> str:
    moves = [f"M{coordinate(run[0].left)} {coordinate(panel.y(run[0].value))}"]
    for place, step in enumerate(run):
        if place:
            moves.append(f"V{coordinate(panel.y(step.value))}")
        moves.append(f"H{coordinate(step.right)}")
    return "".join(moves)


def draw_frame(sheet: Sheet, panel: Panel, name: str, unit: str, ticks: Sequence[tuple[float, str]]) -> None:
    """Draw a panel's name and unit above it, and its scale at the left."""
    axis = panel.axis
    sheet.text(axis.left, panel.top - 7, name, "f-ink b")
    sheet.text(axis.right, panel.top - 7, unit, "f-quiet s e")
    for value, words in ticks:
        y = panel.y(value)
        sheet.line(axis.left, y, axis.right, y, "k-rule hair")
        sheet.text(axis.left - 8, y + 4, words, "f-quiet s e")


def draw_bands(sheet: Sheet, panel: Panel, bands: Sequence[Band]) -> None:
    """Shade the time of states behind a panel."""
    for band in bands:
        if (span := span_of(band, panel.axis)) is not None:
            sheet.rect(
                span[0], panel.top, span[1] - span[0], panel.bottom - panel.top, f"f-{hue_of_state(band.state)} faint"
            )


def span_of(band: Band, axis: TimeAxis) -> tuple[float, float] | None:
    """Return from where to where a state is drawn, at least two pixels; None if it lies outside the axis."""
    end = axis.last + 1 if band.end is None else band.end
    if band.start > axis.last or end <= axis.first or end <= band.start:
        return None
    left = min(axis.x(band.start), axis.right - 2.0)
    return left, max(axis.x(end), left + 2.0)


def draw_times(sheet: Sheet, axis: TimeAxis, top: float, bottom: float) -> None:
    """Draw the marks of the time axis over all panels, with their words below."""
    for day, words in axis.marks():
        x = axis.x(day)
        sheet.line(x, top, x, bottom, "k-rule hair dash")
        if axis.left + 20 <= x <= axis.right - 20:
            sheet.text(x, bottom + 16, words, "f-quiet s m")


def scale_up_to(most: float) -> tuple[float, list[tuple[float, str]]]:
    """Return the end of a scale from 0 that holds `most`, with three labelled ticks."""
    most = most if isfinite(most) and most > 0 else 1.0
    power = 10.0 ** floor(log10(most))
    end = next(times * power for times in (2, 4, 6, 10) if times * power >= most * 0.999)
    return end, [(value, _number(value)) for value in (0.0, end / 2, end)]


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 10 or value == int(value) else f"{value:.3g}"


def most_of(line: Line, axis: TimeAxis) -> float:
    """Return the greatest value that is drawn, 0 for none."""
    return max((step.value for run in steps_of(line, axis) for step in run), default=0.0)
