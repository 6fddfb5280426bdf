"""One mail to one record, however broken it is."""

import base64
import io
from datetime import UTC, datetime, timedelta

import pytest

from graph_service.ingest.connector import MailRecord, Place, Rejected
from graph_service.ingest.connectors import mail_mbox
from graph_service.ingest.connectors.mail_dates import Window, parse_date
from graph_service.ingest.connectors.mail_message import RawMail, read_mail

WINDOW = Window(datetime(1990, 1, 1, tzinfo=UTC), datetime(2025, 6, 1, tzinfo=UTC))
HEAD = {
    "From": "Ada Lane <Ada@North.example>",
    "To": "bo@south.example",
    "Subject": "Plan",
    "Date": "Fri, 3 May 2024 10:00:00 +0200",
    "Message-ID": "<m1@north.example>",
}


def read(body: str | bytes = "Hello.", **changes: str | bytes | None) -> MailRecord | Rejected:
    """Read a mail made of HEAD with changes: "_" in a name stands for "-", None leaves a header out.

    `envelope` is the line before it, not a header.
    """
    envelope = changes.pop("envelope", b"")
    assert isinstance(envelope, bytes)
    headers: dict[str, str | bytes | None] = {
        **HEAD,
        **{key.replace("_", "-"): value for key, value in changes.items()},
    }
    lines = [
        key.encode() + b": " + (value if isinstance(value, bytes) else value.encode())
        for key, value in headers.items()
        if value is not None
    ]
    data = b"\n".join(lines) + b"\n\n" + (body if isinstance(body, bytes) else body.encode())
    return read_mail(RawMail(Place("box.mbox", "message 12, byte 34567"), data, envelope), WINDOW)


def good(body: str | bytes = "Hello.", **changes: str | bytes | None) -> MailRecord:
    record = read(body, **changes)
    assert isinstance(record, MailRecord), record
    return record


def bad(body: str | bytes = "Hello.", **changes: str | bytes | None) -> Rejected:
    record = read(body, **changes)
    assert isinstance(record, Rejected), record
    assert record.place.position == "message 12, byte 34567"
    assert record.remedy
    return record


def multipart(kind: str, *parts: str, end: str = "--b--\n") -> tuple[str, str]:
    return f'multipart/{kind}; boundary="b"', "".join(f"--b\n{part}\n" for part in parts) + end


def test_a_plain_mail_gives_all_its_facts() -> None:
    record = good(In_Reply_To="<a@x.example>", References="<r@x.example>\n <a@x.example>", Cc="Cy <cy@south.example>")
    assert record.sender.address == "ada@north.example"
    assert record.sender.name == "Ada Lane"
    assert record.message_id == "m1@north.example"
    assert record.sent_at == datetime(2024, 5, 3, 8, tzinfo=UTC)
    assert record.references == ("r@x.example", "a@x.example")
    assert record.in_reply_to == ("a@x.example",)
    assert [one.address for one in record.cc] == ["cy@south.example"]
    assert (record.text, record.automatic, record.date_source) == ("Hello.", "", "date")


# Dates (decision 4: a fact is known at its validated date)


@pytest.mark.parametrize(
    "date", ["Thu, 1 Jan 1970 00:00:00 +0000", "Mon, 7 Dec 2099 10:00:00 +0000", "tomorrow", "", None]
)
def test_an_impossible_or_missing_date_gives_way_to_the_newest_hop(date: str | None) -> None:
    hops = "by mx2 with ESMTP; Fri, 3 May 2024 12:00:05 +0200\nReceived: by mx1; Fri, 3 May 2024 11:59:00 +0200"
    record = good(Date=date, Received=hops)
    assert record.sent_at == datetime(2024, 5, 3, 10, 0, 5, tzinfo=UTC)
    assert record.date_source == "received"


def test_without_any_hop_the_envelope_line_dates_the_mail() -> None:
    record = read(envelope=b"From ada@north.example Fri May  3 08:00:00 2024\n", Date=None)
    assert isinstance(record, MailRecord)
    assert (record.sent_at.isoformat(), record.date_source) == ("2024-05-03T08:00:00+00:00", "envelope")


def test_the_envelope_of_an_exporter_dates_nothing() -> None:
    rejected = read(envelope=b"From MAILER-DAEMON Fri May  3 08:00:00 2024\n", Date="Mon, 31 Dec 1979 16:00:00 -0800")
    assert isinstance(rejected, Rejected)
    assert "1979" in rejected.reason
    assert "Date" in rejected.remedy


def test_a_mail_with_no_date_at_all_is_set_aside_with_the_reason() -> None:
    assert "no date" in bad(Date=None).reason
    assert "2099" in bad(Date="Mon, 7 Dec 2099 10:00:00 +0000").reason


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Mon, 18 Oct 1999 01:47:00 -0700 (PDT)", "1999-10-18T08:47:00+00:00"),
        ("18 Oct 99 01:47 PST", "1999-10-18T09:47:00+00:00"),
        ("3 May 24 10:00:00 GMT", "2024-05-03T10:00:00+00:00"),
        ("Fri, 3 May 2024 10:00:00", "2024-05-03T10:00:00+00:00"),
        ("Fri, 3 May 2024 10:00:00 -0000", "2024-05-03T10:00:00+00:00"),
        ("Fri, 3 May 2024 10:00:00 CEST", "2024-05-03T08:00:00+00:00"),
        ("Fri, 3 May 2024 10:00:60 +0000", "2024-05-03T10:00:59+00:00"),
        ("2024-05-03T10:00:00+02:00", "2024-05-03T08:00:00+00:00"),
        ("2024-05-03 10:00", "2024-05-03T10:00:00+00:00"),
        ("Fri May  3 08:00:00 2024", "2024-05-03T08:00:00+00:00"),
    ],
)
def test_dates_are_read_as_mail_clients_write_them(value: str, expected: str) -> None:
    moment = parse_date(value)
    assert moment is not None
    assert moment.isoformat() == expected
    assert moment.utcoffset() == timedelta(0)


@pytest.mark.parametrize("value", ["", "now", "32 May 2024 10:00:00", "Fri, 3 May 2024 10:00:00 +9999", "1 2 3 4 5 6"])
def test_what_is_no_date_is_none(value: str) -> None:
    assert parse_date(value) is None


# Senders and receivers


def test_a_mail_without_from_falls_back_to_sender_then_return_path_then_envelope() -> None:
    assert good(From=None, Sender="cy@south.example").sender.address == "cy@south.example"
    assert good(From="nobody", Return_Path="<cy@south.example>").sender.address == "cy@south.example"
    record = read(envelope=b"From cy@south.example Fri May  3 08:00:00 2024\n", From=None)
    assert isinstance(record, MailRecord)
    assert record.sender.address == "cy@south.example"


def test_a_mail_with_no_sender_is_set_aside() -> None:
    assert "names no sender" in bad(From=None).reason
    assert "'nobody'" in bad(From="nobody").reason


def test_a_bounce_that_names_no_address_gets_the_receivers_domain() -> None:
    record = good(From="MAILER-DAEMON <>", Subject="Returned mail: see transcript")
    assert record.sender.address == "mailer-daemon@south.example"
    assert record.automatic == "bounce"


def test_addresses_that_are_none_are_left_out_and_the_mail_is_kept() -> None:
    record = good(To="/o=firm/ou=na/cn=recipients/cn=x, <.family@north.example>, Cy <cy@south.example>")
    assert [one.address for one in record.to] == ["cy@south.example"]


# Ids


def test_a_mail_without_message_id_gets_a_stable_one_from_its_content() -> None:
    first, again, other = good(Message_ID=None), good(Message_ID=None), good("Other.", Message_ID=None)
    assert first.message_id.startswith("generated:")
    assert first.message_id == again.message_id != other.message_id


# Text


@pytest.mark.parametrize("charset", ["us-ascii", "utf-8", "x-unknown-charset", "base64", '"'])
def test_a_wrong_or_unknown_charset_still_gives_the_words(charset: str) -> None:
    body = "Die Prüfung läuft schön weiter, wir hören später voneinander.".encode("iso-8859-1")
    record = good(body, Content_Type=f"text/plain; charset={charset}")
    assert record.text == "Die Prüfung läuft schön weiter, wir hören später voneinander."


def test_raw_8_bit_headers_are_decoded() -> None:
    record = good(Subject="Prüfung für März".encode(), From="Zoë Müller <zoe@north.example>".encode("iso-8859-1"))
    assert record.subject == "Prüfung für März"
    assert record.sender.name == "Zoë Müller"


def test_encoded_words_are_decoded_and_broken_ones_are_kept() -> None:
    assert good(Subject="=?utf-8?q?R=C3=A9ponse?=\n =?utf-8?b?IG9r?=").subject == "Réponse ok"
    assert good(Subject="=?utf-8?b?a?= x").subject
    assert good(Subject="=?no-such?q?R=E9ponse?=").subject == "Réponse"


def test_nul_and_half_surrogates_never_reach_a_record() -> None:
    record = good(b"a\x00b \xed\xa0\x80", Subject=b"x\x00y \xff")
    whole = record.text + record.subject + record.sender.name
    assert "\x00" not in whole
    whole.encode("utf-8")


def test_plain_text_wins_over_html_and_attachments_are_named() -> None:
    kind, body = multipart(
        "mixed",
        'Content-Type: multipart/alternative; boundary="c"\n\n--c\nContent-Type: text/plain\n\nPlain words.\n'
        "--c\nContent-Type: text/html\n\n<p>Rich words.</p>\n--c--",
        'Content-Type: application/pdf\nContent-Disposition: attachment; filename="offer.pdf"\n\nJVBERi0=',
        "Content-Type: text/calendar; method=REQUEST\n\nBEGIN:VCALENDAR",
        'Content-Type: text/plain\nContent-Disposition: attachment; filename="notes.txt"\n\nNot the body.',
    )
    record = good(body, Content_Type=kind)
    assert record.text == "Plain words."
    assert record.attachments == ("offer.pdf", "invite.ics", "notes.txt")


def test_an_empty_plain_alternative_gives_way_to_html() -> None:
    kind, body = multipart("alternative", "Content-Type: text/plain\n\n \n", "Content-Type: text/html\n\n<p>Rich.</p>")
    assert good(body, Content_Type=kind).text == "Rich."


def test_an_attached_mail_is_named_and_is_not_body() -> None:
    kind, body = multipart(
        "mixed",
        "Content-Type: text/plain\n\nSee attached.",
        "Content-Type: message/rfc822\n\nFrom: x@y.example\nSubject: Old offer\n\nNot my words.",
    )
    record = good(body, Content_Type=kind)
    assert record.text == "See attached."
    assert record.attachments == ("Old offer.eml",)


def test_truncated_mime_is_read_as_far_as_it_goes() -> None:
    kind, body = multipart("mixed", "Content-Type: text/plain\n\nThe words we have", end="")
    assert good(body, Content_Type=kind).text == "The words we have"
    quoted = good(
        "Sch=C3=B6n und gu=", Content_Type="text/plain; charset=utf-8", Content_Transfer_Encoding="quoted-printable"
    )
    assert quoted.text == "Schön und gu"
    cut = base64.b64encode(b"Twenty good words").decode()[:-3]
    assert good(cut, Content_Transfer_Encoding="base64").text.startswith("Twenty good")


def test_a_multipart_without_boundary_is_split_by_the_one_its_body_shows() -> None:
    _, body = multipart("alternative", "Content-Type: text/plain\n\nFound.", "Content-Type: text/html\n\n<b>Rich</b>")
    assert good(body, Content_Type="multipart/alternative").text == "Found."


def test_a_mail_of_deeply_nested_parts_does_not_stop_the_reader() -> None:
    depth = 300
    body = "".join(f'--b{n}\nContent-Type: multipart/mixed; boundary="b{n + 1}"\n\n' for n in range(depth))
    assert read(body, Content_Type='multipart/mixed; boundary="b0"').place.file == "box.mbox"


def test_an_attachment_of_50_mb_is_not_decoded_and_the_text_after_it_is_read() -> None:
    line = b"QUJD" * 19 + b"\n"
    head = "".join(f"{key}: {value}\n" for key, value in HEAD.items()).encode()
    start = (
        head + b'Content-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: application/pdf; name="big.pdf"\n'
    )
    data = start + b"Content-Transfer-Encoding: base64\n\n" + line * (50 * 1024 * 1024 // len(line))
    data += b"\n--b\nContent-Type: text/plain\n\nThe words after it.\n--b--\n"
    kept = mail_mbox.read_capped(io.BytesIO(data), len(data))
    record = read_mail(RawMail(Place("big.eml", "whole file"), kept), WINDOW)
    assert isinstance(record, MailRecord)
    assert record.text == "The words after it."
    assert record.attachments == ("big.pdf",)
    assert len(kept) < 1024 * 1024


def test_an_empty_mail_is_set_aside() -> None:
    rejected = read_mail(RawMail(Place("a.eml", "whole file"), b" \n"), WINDOW)
    assert isinstance(rejected, Rejected)


def test_the_excerpt_of_a_rejected_mail_is_short() -> None:
    assert len(bad("x" * 5000, From=None).raw) <= 500
