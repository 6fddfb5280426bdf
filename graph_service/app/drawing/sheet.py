"""A sheet to draw on: builds SVG elements, escapes every text, writes it out. It knows nothing of what is drawn.

Elements are made by `xml.etree`, never by joining text, so that a name can become no element and no attribute.
"""

from xml.etree.ElementTree import Element, SubElement, tostring

from graph_service.app.drawing.lettering import plain
from graph_service.app.drawing.palette import style

NAMESPACE = "http://www.w3.org/2000/svg"


def coordinate(value: float) -> str:
    """Return a coordinate to a tenth of a pixel, in as few characters as it takes."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


class Sheet:
    """One picture being drawn. `mark` is the element that is drawn into; `group` gives sheets of parts of it."""

    def __init__(self, mark: Element) -> None:
        self.mark = mark

    @classmethod
    def new(cls, width: float, height: float, title: str, description: str) -> "Sheet":
        """Return an empty sheet with its name, its description, its style and its paper."""
        size = (coordinate(width), coordinate(height))
        root = Element("svg", {
            "xmlns": NAMESPACE, "width": size[0], "height": size[1], "viewBox": f"0 0 {size[0]} {size[1]}",
            "role": "img", "aria-label": plain(title), "class": "gsp",
        })  # fmt: skip
        SubElement(root, "title").text = plain(title)
        SubElement(root, "desc").text = plain(description)
        SubElement(root, "style").text = style()
        sheet = cls(root)
        sheet.rect(0, 0, width, height, "f-paper")
        return sheet

    def svg(self) -> str:
        """Return the whole picture as SVG text."""
        return tostring(self.mark, encoding="unicode") + "\n"

    def group(self, told: str = "", look: str = "") -> "Sheet":
        """Return a sheet of a new part. `told` is what a pointer over it, or who cannot see it, is told."""
        part = SubElement(self.mark, "g", {"class": look} if look else {})
        if told:
            SubElement(part, "title").text = plain(told)
        return Sheet(part)

    def text(self, x: float, y: float, text: str, look: str = "f-ink") -> None:
        """Write a text; `y` is its base line."""
        SubElement(self.mark, "text", {"x": coordinate(x), "y": coordinate(y), "class": look}).text = plain(text)

    def rect(self, x: float, y: float, width: float, height: float, look: str, corner: float = 0.0) -> None:
        """Draw a rectangle."""
        sides = {"x": x, "y": y, "width": max(width, 0.0), "height": max(height, 0.0), "rx": corner}
        sides = {name: side for name, side in sides.items() if name != "rx" or side}
        SubElement(self.mark, "rect", {name: coordinate(side) for name, side in sides.items()} | {"class": look})

    def circle(self, x: float, y: float, radius: float, look: str) -> None:
        """Draw a circle."""
        SubElement(self.mark, "circle", {
            "cx": coordinate(x), "cy": coordinate(y), "r": coordinate(radius), "class": look,
        })  # fmt: skip

    def path(self, steps: str, look: str, stroke: float | None = None) -> None:
        """Draw a path; `steps` is made of `coordinate`s by the caller, never of text from elsewhere."""
        kept = {} if stroke is None else {"stroke-width": coordinate(stroke)}
        SubElement(self.mark, "path", {"d": steps, "class": look} | kept)

    def line(self, x1: float, y1: float, x2: float, y2: float, look: str) -> None:
        """Draw a straight line."""
        self.path(f"M{coordinate(x1)} {coordinate(y1)}L{coordinate(x2)} {coordinate(y2)}", look)
