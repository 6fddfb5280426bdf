"""Lines of a text: their words and their places, for every kind of line end."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from graph_service.reading.zones.lines import split_lines
from graph_service.reading.zones.zones import find_zones

TEXTS = st.text(alphabet=st.sampled_from("a>:\n\r \xa0\x0b\u2028"), max_size=40)


@settings(deadline=None)
@given(TEXTS)
def test_lines_are_split_at_cr_and_lf_alone_and_keep_their_places(text: str) -> None:
    lines = split_lines(text)
    expected = re.findall(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+", text)
    assert [text[start:end] for start, end in zip(lines.starts, lines.starts[1:], strict=False)] == expected
    assert lines.texts == [one.rstrip("\r\n").replace("\xa0", " ") for one in expected]
    assert lines.starts[-1] == len(text)


@settings(deadline=None)
@given(TEXTS)
def test_zones_read_twice_are_the_same_and_cover_the_text(text: str) -> None:
    first, again = find_zones(text, "Ada Lane"), find_zones.__wrapped__(text, "Ada Lane")
    assert first == again
    assert "".join(text[zone.start : zone.end] for zone in first) == text
