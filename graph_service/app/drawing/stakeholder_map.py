"""Draws the stakeholder map of one account as SVG text. Pure; who is shown and where is decided beside it.

Our people stand at the left. Theirs stand on arcs: champions on the inner one, then who is active, then all others.
"""

from collections.abc import Iterator

from graph_service.app.drawing.lettering import cut
from graph_service.app.drawing.map_choice import MapChoice, choose
from graph_service.app.drawing.map_layout import COLLEAGUE_X, NAMELESS, PITCH, TOP, MapLayout, Place, lay_out
from graph_service.app.drawing.map_legend import GAP_ROW, LEGEND_ROW, draw_gaps, draw_legend, gap_lines, legend_rows
from graph_service.app.drawing.marks import draw_marks
from graph_service.app.drawing.palette import OF_GROUP
from graph_service.app.drawing.pictures import MapPerson, MapPicture
from graph_service.app.drawing.sheet import Sheet, coordinate
from graph_service.app.drawing.time_axis import day_text

RING_NAMES = ("Champions", "Active", "Not in touch, or left")
GROUP_WORDS = {"champion": "champion", "at_risk": "champion at risk", "active": "active"}
MARGIN = 24.0
SEAT = 11.0
LEVEL, SAG = 30.0, 34.0


def draw_map(picture: MapPicture) -> str:
    """Return the map as SVG text, the same for the same picture in any order. At most 40 people are drawn."""
    choice = choose(picture)
    layout = lay_out(choice)
    room = layout.width - 2 * MARGIN
    gaps = gap_lines(picture.gaps, room)
    legend = layout.bottom + 44.0
    listed = legend + LEGEND_ROW * legend_rows(room) + 10.0
    height = listed + (GAP_ROW * (len(gaps) + 1) if gaps else 0.0)
    sheet = Sheet.new(layout.width, height, f"{picture.account}: stakeholder map", _description(picture, choice))
    sheet.text(MARGIN, 32, cut(picture.account, room, 17.0, bold=True) or NAMELESS, "f-ink h")
    sheet.text(MARGIN, 53, f"{_standing(picture)} · {_count(choice)}", "f-quiet")
    _draw_rings(sheet, layout, choice)
    _draw_ties(sheet, choice, layout)
    _draw_seats(sheet, layout)
    for place in (place for ring in layout.places for place in ring):
        _draw_person(sheet, place)
    draw_legend(sheet, MARGIN, legend, room)
    draw_gaps(sheet, MARGIN, listed, gaps)
    return sheet.svg()


def _description(picture: MapPicture, choice: MapChoice) -> str:
    counts = ", ".join(f"{name.lower()}: {len(ring)}" for name, ring in zip(RING_NAMES, choice.rings, strict=True))
    return f"{_standing(picture)}. {_count(choice)}. {counts}. Colleagues of ours: {len(choice.colleagues)}."


def _standing(picture: MapPicture) -> str:
    """Return the day and the health in words."""
    if picture.health is None:
        return f"{day_text(picture.day)} · too few signals to say how healthy"
    band = f", {cut(picture.health_band, 120, 12)}" if picture.health_band else ""
    return f"{day_text(picture.day)} · health {picture.health:.0f} of 100{band}"


def _count(choice: MapChoice) -> str:
    count = sum(len(ring) for ring in choice.rings)
    if not count:
        return "nobody is known there yet"
    more = f" and {choice.more_people} more" if choice.more_people > 0 else ""
    return f"{count} {'person' if count == 1 and not more else 'people'}{more}"


def _draw_rings(sheet: Sheet, layout: MapLayout, choice: MapChoice) -> None:
    bend = layout.bend(TOP)
    for name, ring, (first, last) in zip(RING_NAMES, choice.rings, layout.arcs, strict=True):
        sheet.text(first - bend - 8, TOP - 16, f"{name} ({len(ring)})", "f-quiet b")
        for place in range(round((last - first) / PITCH) + 1):
            sheet.path(_arc(first + PITCH * place, bend, layout), "k-rule hair")


def _arc(x: float, bend: float, layout: MapLayout) -> str:
    """Return an arc. It is a parabola, which a quadratic curve draws exactly: the nodes stand on it."""
    end, turn = coordinate(x - bend), f"{coordinate(x + bend)} {coordinate(layout.middle)}"
    return f"M{end} {coordinate(TOP)}Q{turn} {end} {coordinate(layout.bottom)}"


def _draw_ties(sheet: Sheet, choice: MapChoice, layout: MapLayout) -> None:
    """Draw the ties, the strongest over the others."""
    seats = {one.colleague.uid: one for one in layout.seats}
    places = {one.person.uid: one for ring in layout.places for one in ring}
    part = sheet.group(look="tie")
    for tie in reversed(choice.ties):
        seat, place = seats[tie.colleague_uid], places[tie.person_uid]
        start, end = COLLEAGUE_X + SEAT + 8, place.x - place.radius
        sag = _sag(seat.y, place, layout)
        turns = (start + 0.4 * (end - start), seat.y + sag), (end - min(70.0, 0.5 * (end - start)), place.y + sag)
        spots = [f"{coordinate(x)} {coordinate(y)}" for x, y in ((start, seat.y), *turns, (end, place.y))]
        steps = f"M{spots[0]}C{' '.join(spots[1:])}"
        part.path(steps, f"k-{OF_GROUP.get(place.person.group, 'grey')}", 0.6 + 4.4 * min(100.0, tie.strength) / 100)


def _sag(y: float, place: Place, layout: MapLayout) -> float:
    """Return how far a level tie bows away from the middle, so that it does not seem to go from one node to another."""
    if abs(place.y - y) >= LEVEL or place.x < layout.arcs[0][1] + 1:
        return 0.0
    return -SAG if y < layout.middle else SAG


def _draw_seats(sheet: Sheet, layout: MapLayout) -> None:
    if layout.seats:
        sheet.text(COLLEAGUE_X, TOP - 16, "Our people", "f-quiet b e")
    for seat in layout.seats:
        part = sheet.group(seat.colleague.name)
        part.rect(COLLEAGUE_X + 6, seat.y - SEAT / 2, SEAT, SEAT, "f-ink", 2)
        part.text(COLLEAGUE_X, seat.y + 4, seat.name, "f-ink e")
    if layout.more_seats:
        sheet.text(COLLEAGUE_X, layout.bottom + 16, f"and {layout.more_seats} more", "f-quiet s e")


def _draw_person(sheet: Sheet, place: Place) -> None:
    part = sheet.group(", ".join(_told(place.person)))
    label = place.label
    part.rect(label.left - 2, label.top, place.wide + 4, label.bottom - label.top, "f-paper pad")
    draw_marks(part, place.x, place.y, place.radius, OF_GROUP.get(place.person.group, "grey"), place.person)
    part.text(label.left, place.y - 2 if place.title else place.y + 4, place.name, "f-ink b")
    if place.title:
        part.text(label.left, place.y + 12, place.title, "f-quiet s")


def _told(person: MapPerson) -> Iterator[str]:
    """Yield everything the map shows of a person, in words."""
    yield person.name
    if person.title:
        yield person.title
    yield person.note or GROUP_WORDS.get(person.group, "not in touch")
    if person.influence is not None:
        yield f"influence {person.influence:.2f} of 1"
    if person.strength is not None:
        yield f"strength {person.strength:.0f} of 100"
    if person.is_quiet and "quiet" not in person.note:
        yield "gone quiet, may have left"
    marks = {"left": person.has_left, "away": person.is_away, "not in the CRM": person.is_ghost}
    yield from (words for words, holds in marks.items() if holds)
    if person.is_proxy:
        yield "acts for somebody else"
