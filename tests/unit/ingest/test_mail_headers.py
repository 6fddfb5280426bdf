"""Headers found through an index, and mails of one part read without the slow parser: the same as before."""

from email import message_from_bytes
from email.message import Message

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_service.ingest.connectors.mail_headers import _AsWritten, parse

LINES = (
    b"From: Ada <ada@north.example>", b"To: bo@south.example", b"to: cy@south.example", b"Subject: Re: x",
    b"Content-Type: text/plain; charset=utf-8", b"Content-Type: multipart/mixed; boundary=b", b" folded",
    b"Content-Type:\n message/rfc822", b"content-type: TEXT/HTML", b"", b"--b", b"--b--", b"From me to you", b"Text.",
    b": odd", b"\xe4\xf6: x", b"\t", b"X-Long: " + b"x" * 99, b"\r", b">From x",
    b"Content-Type: message/delivery-status",
)  # fmt: skip


def shape(message: Message) -> object:
    """Return all that a reader may ask of a mail."""
    payload: object = message.get_payload()
    inner = [shape(one) for one in payload if isinstance(one, Message)] if isinstance(payload, list) else payload
    names = ("from", "To", "SUBJECT", "Content-Type", "none")
    asked = [(message.get(name), message.get_all(name), message[name]) for name in names]
    return message.items(), inner, asked, message.get_content_type(), message.get_content_charset(), message.epilogue


@settings(deadline=None, max_examples=400)
@given(st.lists(st.sampled_from(LINES), max_size=12), st.sampled_from([b"\n", b"\r\n"]))
def test_a_mail_is_parsed_as_the_standard_parser_does(lines: list[bytes], end: bytes) -> None:
    data = end.join(lines)
    assert shape(parse(data)) == shape(message_from_bytes(data, policy=_AsWritten()))


@pytest.mark.parametrize(
    "data",
    [
        b"From: a@b.example\n\nText\n\nmore\n",
        b"From: a@b.example\nContent-Type: text/html\n\n<p>Text</p>",
        b"From: a@b.example\n\n",
        b"\n\nText",
        b"Text without any header",
        b"From: a@b.example\nNo header\n\nText",
        b"From a@b.example Mon Jan 1 00:00:00 2024\nTo: c@d.example\n\nText",
        b"From: a@b.example\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nOne\n--x\nA: b\n\nTwo\n--x--\n",
    ],
)
def test_plain_nested_and_broken_mails_are_parsed_as_before(data: bytes) -> None:
    assert shape(parse(data)) == shape(message_from_bytes(data, policy=_AsWritten()))


def test_a_header_is_found_in_any_case_and_the_first_one_counts() -> None:
    mail = parse(b"X-A: one\nx-a: two\n\nText")
    assert (mail.get("X-a"), mail.get_all("x-A"), mail.get("x-b"), mail.get_all("x-b", [])) == (
        "one", ["one", "two"], None, [],
    )  # fmt: skip


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_parsed(data: bytes) -> None:
    shape(parse(data))


@pytest.mark.timeout(10)
@pytest.mark.parametrize("piece", [b"a:", b"a:\n", b" \n", b"\n", b"Content-Type:\n ", b"x", b": "])
def test_hostile_bytes_are_parsed_in_bounded_time(piece: bytes) -> None:
    parse((piece * 100_000)[:100_000])
    parse(b"From: a@b.example\n" + (piece * 100_000)[:100_000])
