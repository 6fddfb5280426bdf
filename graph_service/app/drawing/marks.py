"""How a person looks on a map: a circle by group, marked where they left, are away, a ghost or a proxy. Pure."""

from math import cos, pi, sin

from graph_service.app.drawing.pictures import MapPerson
from graph_service.app.drawing.sheet import Sheet, coordinate


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
    if person.group == "at_risk" and not person.has_left:
        _badge(sheet, x, y, radius, "orange", "M{x} {up}L{x} {low}M{x} {dot}L{x} {end}")
    elif person.is_away and not person.has_left:
        _badge(sheet, x, y, radius, "purple", "M{x} {up}L{x} {y}L{side} {y}")


def _cross(x: float, y: float, reach: float) -> str:
    left, right, top, bottom = (coordinate(one) for one in (x - reach, x + reach, y - reach, y + reach))
    return f"M{left} {top}L{right} {bottom}M{left} {bottom}L{right} {top}"


def _badge(sheet: Sheet, x: float, y: float, radius: float, hue: str, sign: str) -> None:
    """Draw a small disc at the upper right with a sign in it: an exclamation mark, or the hands of a clock."""
    at, high = x + (radius - 1) * cos(pi / 4), y - (radius - 1) * sin(pi / 4)
    sheet.circle(at, high, 4.6, f"f-paper k-{hue} badge")
    spots = {"x": at, "side": at + 2.4, "y": high} | {
        name: high + by for name, by in {"up": -2.9, "low": 0.6, "dot": 1.9, "end": 2.9}.items()
    }
    sheet.path(sign.format(**{name: coordinate(spot) for name, spot in spots.items()}), f"k-{hue} badge bare")
