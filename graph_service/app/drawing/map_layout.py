"""Where everybody stands on a map: our people in a column, theirs on arcs, one ring after the other. Pure geometry.

All arcs have one curve, so that at any height the room between two of them is the same, and a name fits into it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil, sqrt

from graph_service.app.drawing.lettering import cut, width
from graph_service.app.drawing.map_choice import MapChoice
from graph_service.app.drawing.pictures import MapColleague, MapPerson

TOP = 104.0
"""Where the arcs begin; above are the title and the names of the rings."""
ROW, FEWEST_ROWS, MOST_ARCS = 38.0, 8, 4
PITCH, FIRST_ARC = 240.0, 330.0
BARE = 170.0
"""The room of a ring without people: enough for its title."""
LABEL = 178.0
"""How wide a name may be: the room between arcs, less a node at either end and what the arcs bend within a row."""
NAME, TITLE = 12.0, 11.0
NAMELESS = "(no name)"
LEAST_RADIUS, MORE_RADIUS = 5.0, 8.0
COLLEAGUE_X, COLLEAGUE_LABEL, COLLEAGUE_ROW = 190.0, 160.0, 30.0
BEND = 0.28
"""How far an arc bends, as a share of half its height."""
SPREAD = 64.0
"""The most room between two people on an arc with few."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle that something takes up."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Place:
    """Where a person stands, and what is written beside them."""

    person: MapPerson
    x: float
    y: float
    radius: float
    name: str
    title: str

    @property
    def wide(self) -> float:
        """Return how wide the text beside them may come out."""
        return min(LABEL, max(width(self.name, NAME, bold=True), width(self.title, TITLE)))

    @property
    def node(self) -> Box:
        """Return what the node takes up, its marks included."""
        reach = self.radius + 4.0
        return Box(self.x - reach, self.y - reach, self.x + reach, self.y + reach)

    @property
    def label(self) -> Box:
        """Return what name and title may take up."""
        left = self.x + self.radius + 6.0
        return Box(left, self.y - 14.0, left + LABEL, self.y + 17.0)


@dataclass(frozen=True, slots=True)
class Seat:
    """Where one of our people stands."""

    colleague: MapColleague
    y: float
    name: str


@dataclass(frozen=True, slots=True)
class MapLayout:
    """A whole map: people by ring, our people, the first and last arc of each ring by their x, and the size."""

    places: Sequence[Sequence[Place]]
    seats: Sequence[Seat]
    more_seats: int
    arcs: Sequence[tuple[float, float]]
    bottom: float
    width: float

    @property
    def middle(self) -> float:
        """Return the height of the middle."""
        return (TOP + self.bottom) / 2

    def bend(self, y: float) -> float:
        """Return how far left of its middle an arc is at `y`."""
        half = (self.bottom - TOP) / 2
        return BEND * half * ((y - self.middle) / half) ** 2


def lay_out(choice: MapChoice) -> MapLayout:
    """Return where everybody stands."""
    rows = _rows([len(ring) for ring in choice.rings])
    columns = [max(1, ceil(len(ring) / rows)) for ring in choice.rings]
    height = max(rows * ROW, len(choice.colleagues) * COLLEAGUE_ROW)
    widths = [PITCH * count if ring else BARE for ring, count in zip(choice.rings, columns, strict=True)]
    starts = [FIRST_ARC + sum(widths[:ring]) for ring in range(len(columns))]
    arcs = [(start, start + PITCH * (count - 1)) for start, count in zip(starts, columns, strict=True)]
    empty = MapLayout([], [], choice.more_colleagues, arcs, TOP + height, FIRST_ARC + sum(widths) - 10.0)
    places = [list(_ring(empty, ring, start, rows)) for ring, start in zip(choice.rings, starts, strict=True)]
    return replace(empty, places=places, seats=list(_seats(choice.colleagues, empty)))


def _rows(counts: Sequence[int]) -> int:
    """Return the fewest people an arc must hold so that all arcs fit beside each other."""
    rows = FEWEST_ROWS
    while sum(max(1, ceil(count / rows)) for count in counts) > MOST_ARCS:
        rows += 1
    return rows


def _ring(layout: MapLayout, people: Sequence[MapPerson], start: float, rows: int) -> Iterator[Place]:
    for column in range(ceil(len(people) / rows)):
        arc = people[column * rows : (column + 1) * rows]
        for person, y in zip(arc, _heights(len(arc), layout, ROW, SPREAD), strict=True):
            x = start + PITCH * column - layout.bend(y)
            radius = LEAST_RADIUS + MORE_RADIUS * sqrt(min(1.0, max(0.0, person.influence or 0.0)))
            title = cut(person.title or person.note, LABEL, TITLE)
            yield Place(person, x, y, radius, cut(person.name, LABEL, NAME, bold=True) or NAMELESS, title)


def _seats(colleagues: Sequence[MapColleague], layout: MapLayout) -> Iterator[Seat]:
    for one, y in zip(colleagues, _heights(len(colleagues), layout, COLLEAGUE_ROW, SPREAD), strict=True):
        yield Seat(one, y, cut(one.name, COLLEAGUE_LABEL, NAME) or NAMELESS)


def _heights(count: int, layout: MapLayout, least: float, most: float) -> list[float]:
    """Return evenly spread heights around the middle, in the room there is."""
    room = layout.bottom - TOP
    step = max(least, min(most, room / count)) if count else 0.0
    return [layout.middle + (place - (count - 1) / 2) * step for place in range(count)]
