"""The foot of a map: what its colours and marks mean, and what is lacking at the account. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph_service.app.drawing.lettering import lines, width
from graph_service.app.drawing.marks import draw_marks
from graph_service.app.drawing.palette import OF_GROUP
from graph_service.app.drawing.pictures import MapPerson
from graph_service.app.drawing.sheet import Sheet

LEGEND_ROW = 22.0
GAP_ROW = 16.0
SIZE = 11.0
MOST_GAPS = 8
MARK = 22.0


@dataclass(frozen=True, slots=True)
class Sign:
    """A mark with its meaning; without a person it is a tie."""

    words: str
    person: MapPerson | None
    radius: float = 7.0


SIGNS = (
    Sign("champion", MapPerson("", "", group="champion")),
    Sign("champion at risk", MapPerson("", "", group="at_risk")),
    Sign("active", MapPerson("", "", group="active")),
    Sign("not in touch", MapPerson("", "", group="outside")),
    Sign("left", MapPerson("", "", group="outside", has_left=True)),
    Sign("away", MapPerson("", "", group="active", is_away=True)),
    Sign("gone quiet, may have left", MapPerson("", "", group="active", is_quiet=True)),
    Sign("not in the CRM", MapPerson("", "", group="active", is_ghost=True)),
    Sign("acts for somebody else", MapPerson("", "", group="active", is_proxy=True)),
    Sign("little influence", MapPerson("", "", group="outside"), 5.0),
    Sign("much influence", MapPerson("", "", group="outside"), 10.0),
    Sign("the wider, the stronger the tie", None),
)


def legend_rows(room: float) -> int:
    """Return how many rows the legend takes in a width."""
    return 1 + max(row for _, _, row in _spots(room))


def draw_legend(sheet: Sheet, left: float, top: float, room: float) -> None:
    """Draw the legend in rows."""
    for sign, x, row in _spots(room):
        at, y = left + x, top + row * LEGEND_ROW
        if sign.person is None:
            for place, stroke in enumerate((1.0, 3.0, 5.0)):
                sheet.group(look="tie").path(f"M{at:.0f} {y - 5 + 5 * place:.0f}h14", "k-grey", stroke)
        else:
            draw_marks(sheet, at + 7, y, sign.radius, OF_GROUP[sign.person.group], sign.person)
        sheet.text(at + MARK, y + 4, sign.words, "f-quiet s")


def _spots(room: float) -> Iterator[tuple[Sign, float, int]]:
    """Yield each sign with how far right it stands, and in which row."""
    x, row = 0.0, 0
    for sign in SIGNS:
        wide = MARK + width(sign.words, SIZE) + 12.0
        if x > 0 and x + wide > room:
            x, row = 0.0, row + 1
        yield sign, x, row
        x += wide


def gap_lines(gaps: Sequence[str], room: float) -> list[str]:
    """Return the gaps as lines that fit a width, each gap in at most two."""
    told = [
        ("• " if place == 0 else "   ") + line
        for gap in gaps[:MOST_GAPS]
        for place, line in enumerate(lines(gap, room - 16.0, SIZE, 2))
    ]
    return [*told, f"• and {len(gaps) - MOST_GAPS} more"] if len(gaps) > MOST_GAPS else told


def draw_gaps(sheet: Sheet, left: float, top: float, listed: Sequence[str]) -> None:
    """Write what is lacking."""
    if listed:
        sheet.text(left, top, "What is lacking", "f-ink s b")
    for place, line in enumerate(listed, start=1):
        sheet.text(left + (0.0 if line.startswith("•") else 12.0), top + GAP_ROW * place, line, "f-ink s")
