"""States over time as bars, one lane a kind: champion, there?, away, tone. Pure."""

from collections.abc import Sequence

from graph_service.app.drawing.lettering import cut, plain, width
from graph_service.app.drawing.palette import hue_of_state
from graph_service.app.drawing.panels import span_of
from graph_service.app.drawing.pictures import Band
from graph_service.app.drawing.sheet import Sheet
from graph_service.app.drawing.time_axis import TimeAxis, day_text

LANE = 20.0
NAMES = {
    "champion": "champion", "departure": "still there?", "away": "away", "sentiment": "tone", "health": "health",
    "usage": "use", "tickets": "tickets", "escalation": "escalation", "event": "events", "competitor": "competitors",
    "quiet": "silence", "engagement": "engagement", "role": "title",
}  # fmt: skip
SIZE = 11.0
MOST_BANDS = 120
"""Bars of one picture; the oldest beyond are left out."""


def lanes_of(bands: Sequence[Band], axis: TimeAxis) -> list[tuple[str, list[Band]]]:
    """Return the lanes in their fixed order, each with its states by time; kinds without any have no lane."""
    seen = sorted(
        (one for one in bands if span_of(one, axis)), key=lambda one: (one.start, one.kind, one.state, one.label)
    )
    newest = seen[-MOST_BANDS:]
    return [(kind, held) for kind in NAMES if (held := [one for one in newest if one.kind == kind])]


def draw_lanes(sheet: Sheet, axis: TimeAxis, top: float, lanes: Sequence[tuple[str, Sequence[Band]]]) -> float:
    """Draw the lanes from `top` on; return where they end."""
    for place, (kind, bands) in enumerate(lanes):
        y = top + place * LANE
        sheet.text(axis.left - 8, y + 13, NAMES[kind], "f-quiet s e")
        sheet.rect(axis.left, y + 2, axis.right - axis.left, LANE - 4, "f-band")
        for band in bands:
            _draw_band(sheet, axis, y, band)
    return top + LANE * len(lanes)


def _draw_band(sheet: Sheet, axis: TimeAxis, y: float, band: Band) -> None:
    span = span_of(band, axis)
    assert span is not None, "lanes hold only what can be seen"
    left, right = span
    until = "still holds" if band.end is None else f"to {day_text(band.end)}"
    part = sheet.group(f"{band.label}: {day_text(band.start)} {until}")
    hue = hue_of_state(band.state)
    part.rect(left, y + 2, right - left, LANE - 4, f"f-{hue} bar", 3)
    label = plain(band.label)
    if label and width(label[:4], SIZE) < right - left - 8:
        part.text(left + 4, y + 14, cut(label, right - left - 8, SIZE), "f-ink s")
