"""Reads pictures in tests: their parts, their texts, and the laws that hold for all of them."""

from collections import Counter
from xml.etree.ElementTree import Element, fromstring

SPACE = "{http://www.w3.org/2000/svg}"
TAGS = {"svg", "title", "desc", "style", "g", "rect", "circle", "path", "text"}
NAMES = {
    "width", "height", "viewBox", "role", "aria-label", "class", "x", "y", "rx", "cx", "cy", "r", "d", "stroke-width",
}  # fmt: skip
MOST_BYTES = 120_000


def parsed(svg: str) -> Element:
    """Return the picture, after checking what holds for every one."""
    root = fromstring(svg)
    assert len(svg.encode()) <= MOST_BYTES
    assert {part.tag.removeprefix(SPACE) for part in root.iter()} <= TAGS
    assert {name for part in root.iter() for name in part.attrib} <= NAMES
    assert root.get("role") == "img"
    assert [part.tag.removeprefix(SPACE) for part in root][:3] == ["title", "desc", "style"]
    assert root.get("viewBox") == f"0 0 {root.get('width')} {root.get('height')}"
    assert "http" not in svg.replace("http://www.w3.org/2000/svg", "")
    assert "nan" not in {part.get(name) for part in root.iter() for name in ("x", "y", "r", "width", "height")}
    return root


def shape(svg: str) -> Counter[tuple[str, ...]]:
    """Return how many elements there are of each tag with its attributes."""
    return Counter((part.tag, *sorted(part.attrib)) for part in parsed(svg).iter())


def texts(svg: str) -> list[str]:
    """Return all that is written in a picture."""
    return [part.text or "" for part in parsed(svg).iter(f"{SPACE}text")]


def told(svg: str) -> list[str]:
    """Return what a pointer over each part is told."""
    return [part.text or "" for group in parsed(svg).iter(f"{SPACE}g") for part in group.findall(f"{SPACE}title")]


def paths(svg: str, look: str) -> list[str]:
    """Return the steps of the paths of a class."""
    return [part.get("d", "") for part in parsed(svg).iter(f"{SPACE}path") if look in part.get("class", "").split()]
