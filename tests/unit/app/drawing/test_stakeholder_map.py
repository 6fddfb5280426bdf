"""The map of one account says who matters, how they stand, and what is lacking (P11)."""

import random
import re
from dataclasses import replace

from graph_service.app.drawing.pictures import MapPerson, MapPicture
from graph_service.app.drawing.stakeholder_map import draw_map
from tests.unit.app.drawing.sample_pictures import DAY, crowd, small_map
from tests.unit.app.drawing.svg_reading import SPACE, parsed, paths, texts, told


def test_the_head_names_account_day_and_health() -> None:
    written = texts(draw_map(small_map()))
    assert written[0] == "Birch & Sons"
    assert written[1] == "2026-01-01 · health 62 of 100, fair · 7 people"


def test_every_person_and_colleague_is_named_with_title_and_gaps_are_listed() -> None:
    written = texts(draw_map(small_map()))
    for words in ("Ada Wern", "Chief Financial Officer", "Una Rask", "Champions (2)", "Active (3)"):
        assert words in written
    assert "• Active, but not in the CRM: Eli Noor." in written


def test_a_pointer_over_a_person_is_told_what_colour_and_marks_say() -> None:
    found = told(draw_map(small_map()))
    assert "Bo Lindt, Head of Purchasing, champion at risk, influence 0.60 of 1, strength 55 of 100" in found
    assert "Eli Noor, Buyer, active, influence 0.10 of 1, strength 12 of 100, not in the CRM" in found
    assert "Gus Park, Engineer, not in touch, influence 0.00 of 1" in found


def test_a_mark_stands_for_each_state_and_the_legend_says_which() -> None:
    svg, none = draw_map(small_map()), draw_map(replace(small_map(), people=[]))
    dashed = [
        [one for one in parsed(some).iter(f"{SPACE}circle") if "dash" in one.get("class", "")] for some in (svg, none)
    ]
    assert [len(circles) for circles in dashed] == [2, 1], "one for the ghost, one in the legend"
    assert len(paths(svg, "line")) == len(paths(none, "line")) + 1, "the cross of who left"
    assert len(paths(svg, "bare")) == len(paths(none, "bare")) + 2, "the signs of at risk and away"
    assert {"champion at risk", "left", "away", "not in the CRM", "acts for somebody else"} <= set(texts(none))


def test_who_has_gone_quiet_or_is_away_is_marked_beside_their_title_too() -> None:
    """P10: what the table says in words, the picture marks; a champion at risk may be so besides."""
    bare = MapPerson("p1", "Ada Wern", "Chief Financial Officer", "at_risk")
    alone = {
        name: len(paths(draw_map(MapPicture("Birch", DAY, people=[one])), "bare"))
        for name, one in {
            "at risk": bare, "quiet too": replace(bare, is_quiet=True), "away too": replace(bare, is_away=True),
            "quiet": replace(bare, group="active", is_quiet=True), "plain": replace(bare, group="active"),
            "left": replace(bare, is_quiet=True, has_left=True),
        }.items()
    }  # fmt: skip
    legend = alone["plain"]
    assert {name: count - legend for name, count in alone.items()} == {
        "at risk": 1, "quiet too": 2, "away too": 2, "quiet": 1, "plain": 0, "left": 0,
    }  # fmt: skip
    svg = draw_map(MapPicture("Birch", DAY, people=[replace(bare, group="active", is_quiet=True)]))
    assert "gone quiet, may have left" in texts(svg), "the legend says what the mark means"
    assert "Ada Wern, Chief Financial Officer, active, gone quiet, may have left" in told(svg)


def test_a_tie_is_the_wider_the_stronger() -> None:
    svg = draw_map(small_map())
    ties = parsed(svg).find(f"{SPACE}g[@class='tie']")
    assert ties is not None
    widths = [float(part.get("stroke-width", "0")) for part in ties]
    assert widths == sorted(widths)
    assert (widths[0], widths[-1]) == (0.7, 4.1)


def test_the_picture_is_the_same_for_people_in_any_order() -> None:
    picture = crowd((6, 22, 20))
    people, ties, colleagues = list(picture.people), list(picture.ties), list(picture.colleagues)
    for turn in range(3):
        for some in (people, ties, colleagues):
            random.Random(turn).shuffle(some)
        assert draw_map(replace(picture, people=people, ties=ties, colleagues=colleagues)) == draw_map(picture)


def test_of_two_hundred_people_forty_are_drawn_and_the_rest_is_counted() -> None:
    svg = draw_map(crowd((20, 100, 80), colleagues=40))
    assert len(svg.encode()) <= 120_000
    assert "40 people and 160 more" in texts(svg)[1]
    assert "and 26 more" in texts(svg)
    assert sum("Maximiliane" in one for one in told(svg)) == 40


def test_all_that_is_written_is_inside_the_picture() -> None:
    svg = draw_map(crowd((14, 13, 13)))
    root = parsed(svg)
    width, height = float(root.get("width", "0")), float(root.get("height", "0"))
    for part in root.iter(f"{SPACE}text"):
        assert 0 <= float(part.get("x", "-1")) <= width
        assert 0 <= float(part.get("y", "-1")) <= height - 4
    for curve in paths(svg, "hair"):
        assert all(0 <= float(one) <= width for one in re.findall(r"-?\d+(?:\.\d+)?", curve)[::2])


def test_an_account_without_people_or_health_is_drawn_and_says_so() -> None:
    written = texts(draw_map(MapPicture("Birch", DAY)))
    assert written[1] == "2026-01-01 · too few signals to say how healthy · nobody is known there yet"
    assert "What is lacking" not in written
