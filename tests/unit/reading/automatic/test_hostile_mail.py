"""Hostile and damaged mail: nothing raises, and no text takes long."""

from datetime import date
from email import message_from_bytes, message_from_string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_service.reading.automatic.bounces import read_bounce
from graph_service.reading.automatic.kinds import kind_of
from graph_service.reading.automatic.replies import read_auto_reply

SIZE = 100_000
PIECES = [
    "a", " ", "\n",
    "@", "<", "-", ">", "a@b.", "user ", "mailbox ", "550 5.1.1 ", "until ", "back on the ", "from 3 - ",
    "contact Ada ", "1.", "message ", "my new ", "host not ", "Final-Recipient: ", "x: y\n", "no longer ", "left the ",
]  # fmt: skip
HEADS = [
    "From: ada@north.example\n\n",
    "From: MAILER-DAEMON@x.example\nReturn-Path: <>\nSubject: failure notice\n\n",
    (
        "From: MAILER-DAEMON@x.example\nContent-Type: multipart/report; boundary=b\n\n"
        "--b\nContent-Type: message/delivery-status\n\n"
    ),
    "From: x@x.example\nAuto-Submitted: auto-replied\nSubject: ",
]


@pytest.mark.timeout(10)
@pytest.mark.parametrize("piece", PIECES)
def test_a_long_hostile_text_is_read_in_time(piece: str) -> None:
    text = (piece * (SIZE // len(piece) + 1))[:SIZE]
    read_auto_reply(text, text, date(2024, 5, 3))
    for head in HEADS:
        message = message_from_string(head + text)
        kind_of(message, text)
        read_bounce(message, text)


@given(st.text(max_size=400), st.text(max_size=80), st.dates())
def test_no_text_raises(text: str, subject: str, said_on: date) -> None:
    found = read_auto_reply(subject, text, said_on)
    assert found is None or found.quote == text[found.start : found.end]
    for head in HEADS:
        message = message_from_string(head + text)
        kind = kind_of(message, text)
        assert kind.quote == text[kind.start : kind.end]
        read_bounce(message, text)


@given(st.binary(max_size=600))
def test_no_bytes_raise(data: bytes) -> None:
    for head in HEADS:
        message = message_from_bytes(head.encode() + data)
        kind_of(message, data.decode("latin-1"))
        read_bounce(message, data.decode("latin-1"))


@given(
    st.sampled_from(["until ", "back on ", "my last day was ", "I have left as of "]),
    st.text("0123456789./- abcdeJMulyan", max_size=20),
    st.dates(),
)
def test_no_date_raises(lead: str, text: str, said_on: date) -> None:
    read_auto_reply("Out of office: x", f"I am away, {lead}{text}", said_on)
    read_auto_reply("Out of office: x", f"I have left Northwind. {lead}{text}", said_on)
