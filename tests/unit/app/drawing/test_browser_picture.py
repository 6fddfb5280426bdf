"""The start page draws the same map by the same numbers as the command line does."""

import re
from pathlib import Path

import graph_service
from graph_service.app.drawing import map_choice, map_layout

SOURCE = Path(graph_service.__file__).parent / "web" / "static" / "start" / "picture_layout.js"
NUMBERS = {name: float(value) for name, value in re.findall(r"const ([A-Z_]+) = ([\d.]+);", SOURCE.read_text("utf-8"))}


def test_the_browser_lays_the_map_out_by_the_same_numbers() -> None:
    assert NUMBERS["TOP"] > 0, "the page has its title elsewhere, and so less room above"
    assert {name: value for name, value in NUMBERS.items() if name != "TOP"} == {
        "PITCH": map_layout.PITCH,
        "LABEL": map_layout.LABEL,
        "SEAT_X": map_layout.COLLEAGUE_X,
        "MOST_PEOPLE": map_choice.MOST_PEOPLE,
        "MOST_SEATS": map_choice.MOST_COLLEAGUES,
        "ROW": map_layout.ROW,
        "SEAT_ROW": map_layout.COLLEAGUE_ROW,
        "SPREAD": map_layout.SPREAD,
        "FEWEST_ROWS": map_layout.FEWEST_ROWS,
        "MOST_ARCS": map_layout.MOST_ARCS,
        "FIRST_ARC": map_layout.FIRST_ARC,
        "BARE": map_layout.BARE,
        "BEND": map_layout.BEND,
    }
