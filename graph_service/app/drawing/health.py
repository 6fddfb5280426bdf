"""Draws how one account went over time as SVG text: health with its parts stacked, use and tickets a week. Pure."""

from collections.abc import Iterator, Sequence

from graph_service.app.drawing.lanes import LANE, draw_lanes, lanes_of
from graph_service.app.drawing.lettering import cut, plain, width
from graph_service.app.drawing.palette import OF_PART
from graph_service.app.drawing.panels import Panel, draw_frame, draw_line, draw_times, most_of, scale_up_to, steps_of
from graph_service.app.drawing.pictures import HealthParts, HealthPicture, Line
from graph_service.app.drawing.sheet import Sheet, coordinate
from graph_service.app.drawing.time_axis import TimeAxis, day_text

WIDTH, LEFT, RIGHT, MARGIN = 900.0, 110.0, 876.0, 24.0
HEAD, SPACE, TALL, SMALL = 72.0, 34.0, 220.0, 70.0
LEGEND = 30.0
BORDERS = [(0.0, "0"), (40.0, "fair 40"), (70.0, "good 70"), (100.0, "100")]
COLUMN = 7.0
"""How wide parts are drawn that are known of one day alone."""


def draw_health(picture: HealthPicture) -> str:
    """Return how an account went as SVG text; its parts are stacked where they are known."""
    axis = TimeAxis.over(picture.first_day, picture.last_day, LEFT, RIGHT)
    lanes = lanes_of(picture.bands, axis)
    top = HEAD + LANE * len(lanes) + SPACE
    use = top + TALL + LEGEND + SPACE
    tickets = use + SMALL + SPACE
    height = tickets + SMALL + 44.0
    sheet = Sheet.new(WIDTH, height, f"{picture.account}: health", _description(picture))
    sheet.text(MARGIN, 32, cut(picture.account, WIDTH - 2 * MARGIN, 17.0, bold=True) or "(no name)", "f-ink h")
    sheet.text(MARGIN, 53, _standing(picture), "f-quiet")
    draw_times(sheet, axis, HEAD, height - 40.0)
    draw_lanes(sheet, axis, HEAD, lanes)
    panel = Panel(axis, top, top + TALL, 0.0, 100.0)
    _draw_parts(sheet, panel, picture.parts)
    draw_frame(sheet, panel, "Health", "points of 100, the sum of its parts", BORDERS)
    draw_line(sheet, panel, picture.health, "k-ink")
    _draw_legend(sheet, panel.bottom + 20, picture.parts)
    _draw_counts(sheet, axis, use, "Use of our product", "events a week", picture.usage, "green")
    _draw_counts(sheet, axis, tickets, "Tickets", "opened a week", picture.tickets, "orange")
    return sheet.svg()


def _standing(picture: HealthPicture) -> str:
    span = f"{day_text(picture.first_day)} to {day_text(picture.last_day)}"
    now = picture.health.at(picture.last_day)
    if now is None:
        return f"{span} · too few signals to say how healthy"
    return f"{span} · health {now:.0f} of 100" + (f", {cut(picture.band, 120.0, 12.0)}" if picture.band else "")


def _description(picture: HealthPicture) -> str:
    newest = max(picture.parts, key=lambda one: one.day, default=None)
    parts = "" if newest is None else ", ".join(f"{_words(name)} {points:.1f}" for name, points in _stack(newest))
    return f"{_standing(picture)}." + (f" Points on {day_text(newest.day)}: {parts}." if newest else "")


def _stack(parts: HealthParts) -> list[tuple[str, float]]:
    """Return the parts in their fixed order, unknown ones after the known ones."""
    order = list(OF_PART)
    return sorted(parts.points, key=lambda one: (order.index(one[0]) if one[0] in order else len(order), one[0]))


def _words(name: str) -> str:
    return plain(name.replace("_", " "))


def _draw_parts(sheet: Sheet, panel: Panel, parts: Sequence[HealthParts]) -> None:
    """Draw the parts, one path a part: known of a while as areas, known of one day as columns."""
    paths: dict[str, list[str]] = {}
    for left, right, held in _spans(panel, parts):
        below = 0.0
        for name, points in _stack(held):
            top, bottom = panel.y(below + points), panel.y(below)
            below += points
            if bottom - top >= 0.05:
                box = (coordinate(one) for one in (left, top, right, bottom))
                paths.setdefault(name, []).append("M{0} {1}H{2}V{3}H{0}Z".format(*box))
    for name in sorted(paths):
        sheet.path("".join(paths[name]), f"f-{OF_PART.get(name, 'grey')} part")


def _spans(panel: Panel, parts: Sequence[HealthParts]) -> Iterator[tuple[float, float, HealthParts]]:
    """Yield from where to where parts are drawn, by day; of what begins within two pixels the last."""
    axis = panel.axis
    kept: dict[int, tuple[float, float, HealthParts]] = {}
    for held in sorted(parts, key=lambda one: (one.day, one.end is not None, one.end or 0)):
        end = held.day if held.end is None else held.end
        if held.day > axis.last or end < axis.first:
            continue
        left = axis.x(held.day)
        right = axis.x(end)
        if held.end is None:
            left = min(left, axis.right - COLUMN)
            right = left + COLUMN
        cell = round(left / 2)
        kept[cell] = (kept[cell][0] if cell in kept else left, right, held)
    yield from kept.values()


def _draw_legend(sheet: Sheet, y: float, parts: Sequence[HealthParts]) -> None:
    names = {name for held in parts for name, _ in held.points}
    x = LEFT
    for name in [*(one for one in OF_PART if one in names), *(["other"] if names - set(OF_PART) else [])]:
        sheet.rect(x, y - 9, 11, 11, f"f-{OF_PART.get(name, 'grey')} part")
        sheet.text(x + 17, y + 1, _words(name), "f-quiet s")
        x += 17 + width(_words(name), 11.0) + 16
    if not names:
        sheet.text(x, y + 1, "its parts are not kept for this time", "f-quiet s")
    elif all(held.end is None for held in parts):
        sheet.text(x, y + 1, "on days of which they are kept", "f-quiet s")


def _draw_counts(sheet: Sheet, axis: TimeAxis, top: float, name: str, unit: str, line: Line, hue: str) -> None:
    most, ticks = scale_up_to(most_of(line, axis))
    panel = Panel(axis, top, top + SMALL, 0.0, most)
    draw_frame(sheet, panel, name, unit, ticks)
    draw_line(sheet, panel, line, f"k-{hue}")
    if not any(True for _ in steps_of(line, axis)):
        sheet.text((axis.left + axis.right) / 2, (panel.top + panel.bottom) / 2 + 4, "not known", "f-quiet m")
