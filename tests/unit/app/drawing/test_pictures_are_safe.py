"""Names from mail are hostile until proven otherwise: no picture breaks on one, none grows an element or attribute."""

from hypothesis import given, settings
from hypothesis import strategies as st

from graph_service.app.drawing.health import draw_health
from graph_service.app.drawing.stakeholder_map import draw_map
from graph_service.app.drawing.trends import draw_trends
from tests.unit.app.drawing.sample_pictures import small_health, small_map, small_trends
from tests.unit.app.drawing.svg_reading import shape, texts

NASTY = st.one_of(
    st.text(st.characters(), max_size=60),
    st.sampled_from([
        "<script>alert(1)</script>", '"><image href="x" onload="y"/>', "]]>", "<!--", "&amp;&x;", "<![CDATA[", "a\x00b",
        "</text></svg>", "' onload='z", "\ud800", "\ufffe", "\u202e" + "x", "}.gsp{fill:red", "url(javascript:0)",
    ]),
)  # fmt: skip
HARMLESS_MAP, HARMLESS_TRENDS, HARMLESS_HEALTH = (
    shape(draw_map(small_map("xx", "xx", "xx", "xx"))),
    shape(draw_trends(small_trends("xx", "xx", "xx"))),
    shape(draw_health(small_health("xx", "xx", "xx"))),
)


@settings(max_examples=120, deadline=None)
@given(NASTY, NASTY)
def test_a_hostile_name_is_only_text_on_a_map(one: str, other: str) -> None:
    assert shape(draw_map(small_map(f"x{one}", f"x{other}", f"x{one}", f"x{other}"))) == HARMLESS_MAP


@settings(max_examples=120, deadline=None)
@given(NASTY, NASTY)
def test_a_hostile_name_is_only_text_among_trends(one: str, other: str) -> None:
    assert shape(draw_trends(small_trends(f"x{one}", f"x{other}", f"x{one}"))) == HARMLESS_TRENDS


@settings(max_examples=120, deadline=None)
@given(NASTY, NASTY)
def test_a_hostile_name_is_only_text_beside_health(one: str, other: str) -> None:
    assert shape(draw_health(small_health(f"x{one}", f"x{other}", f"x{other}"))) == HARMLESS_HEALTH


def test_a_name_of_nothing_readable_is_said_to_be_none() -> None:
    assert texts(draw_map(small_map(person="\x00\u202e"))).count("(no name)") == 1
    for svg in (
        draw_map(small_map(account="\x07")),
        draw_trends(small_trends("\x07")),
        draw_health(small_health("\x07")),
    ):
        assert "(no name)" in texts(svg)


def test_markup_in_a_name_is_shown_as_it_was_written() -> None:
    assert "<b>Ada</b> & Co" in texts(draw_map(small_map(person="<b>Ada</b> & Co")))
