"""How a person looks on a map: a circle by group, marked where they left, fell silent, are away, a ghost or a proxy.

Pure.
"""

from math import cos, pi, sin

from graph_service.app.drawing.pictures import MapPerson
from graph_service.app.drawing.sheet import Sheet, coordinate

SIDES = (-1, 1)
"""Where signs stand at the right of a circle: above, and below where there are two."""


def draw_marks(sheet: Sheet, x: float, y: float, radius: float, hue: str, person: MapPerson) -> None:
    """Draw a person's circle with its marks; they reach at most four pixels beyond `radius`."""
    hollow = person.has_left or person.is_ghost
    dashed = " dash" if person.is_ghost else ""
    sheet.circle(x, y, radius, f"{'f-paper' if hollow else f'f-{hue}'} k-{hue} edge{dashed}")
    if person.is_proxy:
        sheet.circle(x, y, radius + 3, f"k-{hue} line")
    if person.has_left:
        reach = (radius + 3) * sin(pi / 4)
        sheet.path(_cross(x, y, reach), f"k-{hue} line")
        return
    signs = (
        (person.group == "at_risk", "orange", "M{x} {up}L{x} {low}M{x} {dot}L{x} {end}"),
        (person.is_away, "purple", "M{x} {up}L{x} {y}L{side} {y}"),
        (person.is_quiet, "orange", "M{far} {y}h1.2M{near} {y}h1.2M{past} {y}h1.2"),
    )
    shown = ((colour, sign) for holds, colour, sign in signs if holds)
    for side, (colour, sign) in zip(SIDES, shown, strict=False):
        _badge(sheet, x, y + side * (radius - 1) * sin(pi / 4), radius, colour, sign)


def _cross(x: float, y: float, reach: float) -> str:
    left, right, top, bottom = (coordinate(one) for one in (x - reach, x + reach, y - reach, y + reach))
    return f"M{left} {top}L{right} {bottom}M{left} {bottom}L{right} {top}"


def _badge(sheet: Sheet, x: float, y: float, radius: float, hue: str, sign: str) -> None:
    """Draw a small disc at the right with a sign in it: an exclamation mark, the hands of a clock, or three dots."""
    at = x + (radius - 1) * cos(pi / 4)
    sheet.circle(at, y, 4.6, f"f-paper k-{hue} badge")
    across = {"x": 0.0, "side": 2.4, "far": -2.9, "near": -0.6, "past": 1.7}
    down = {"y": 0.0, "up": -2.9, "low": 0.6, "dot": 1.9, "end": 2.9}
    spots = {name: at + by for name, by in across.items()} | {name: y + by for name, by in down.items()}
    sheet.path(sign.format(**{name: coordinate(spot) for name, spot in spots.items()}), f"k-{hue} badge bare")
