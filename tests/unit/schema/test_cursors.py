"""Cursors: signed, bound to their list, exact."""

import pytest

from graph_service.resolvers.cursors import BadCursorError, Cursors

SIGNER = Cursors("secret")


@pytest.mark.parametrize("key", [(0.1 + 0.2, "abc"), (1.0e308, ""), (1 << 62, "ü"), ("Ünï\u2028", "x"), (-0.0, "z")])
def test_a_cursor_reads_back_exactly(key: tuple[float | int | str, ...]) -> None:
    assert SIGNER.read("queue/w1", SIGNER.sign("queue/w1", key)) == key


def test_a_changed_cursor_is_refused() -> None:
    cursor = SIGNER.sign("queue/w1", (0.5, "abc"))
    for place in range(len(cursor)):
        changed = cursor[:place] + ("A" if cursor[place] != "A" else "B") + cursor[place + 1 :]
        with pytest.raises(BadCursorError):
            SIGNER.read("queue/w1", changed)


@pytest.mark.parametrize("text", ["", "x", "ü", "\ud800", "A" * 100_000, "A" * 22, "=", "!!!!"])
def test_what_is_no_cursor_is_refused(text: str) -> None:
    with pytest.raises(BadCursorError) as caught:
        SIGNER.read("queue/w1", text)
    assert caught.value.code == "BAD_CURSOR"
    assert caught.value.hint


def test_a_cursor_holds_for_its_list_and_secret_only() -> None:
    cursor = SIGNER.sign("queue/w1", (0.5, "abc"))
    for signer, place in ((SIGNER, "queue/w2"), (SIGNER, "accounts/w1"), (Cursors("other"), "queue/w1")):
        with pytest.raises(BadCursorError):
            signer.read(place, cursor)


def test_without_a_secret_cursors_hold_for_this_process() -> None:
    one, other = Cursors(""), Cursors("")
    cursor = one.sign("queue/w1", (0.5, "abc"))
    assert one.read("queue/w1", cursor) == (0.5, "abc")
    with pytest.raises(BadCursorError):
        other.read("queue/w1", cursor)
