"""Cursors of a page: all of them, or only those that bound it."""

import pytest

from graph_service.resolvers.paging import marks_of, page_info


@pytest.mark.parametrize(
    ("rows", "every", "expected"),
    [
        ([], True, []),
        ([], False, []),
        (["a"], False, ["A"]),
        (["a", "b"], False, ["A", "B"]),
        (["a", "b", "c"], False, ["A", "", "C"]),
        (["a", "b", "c"], True, ["A", "B", "C"]),
    ],
)
def test_only_the_cursors_that_somebody_reads_are_signed(rows: list[str], every: bool, expected: list[str]) -> None:
    marks = marks_of(rows, str.upper, every=every)
    assert marks == expected
    info = page_info(marks, more=False, after=None)
    assert info.start_cursor == (rows[0].upper() if rows else None)
    assert info.end_cursor == (rows[-1].upper() if rows else None)
