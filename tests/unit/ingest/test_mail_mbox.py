"""Where mails begin and end in an mbox."""

import io
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_service.ingest.connectors import mail_mbox
from graph_service.ingest.connectors.mail_mbox import read_capped, read_span, spans, starts_as_mbox

LINE = b"From ada@north.example Fri May  3 08:00:00 2024\n"
HEADERS = b"From: ada@north.example\nSubject: x\n\n"


def bodies(data: bytes) -> list[bytes]:
    handle = io.BytesIO(data)
    return [read_span(handle, span)[1] for span in list(spans(handle))]


def test_a_from_line_in_a_body_does_not_split_a_mail() -> None:
    body = b"We wrote:\nFrom Monday on it works.\n\nFrom here on it is yours.\n\nFrom Bo Mon Jan 5 2024\n\nBye\n\n"
    assert bodies(LINE + HEADERS + body + LINE + HEADERS) == [HEADERS + body, HEADERS]


def test_an_envelope_needs_a_blank_line_before_and_headers_after_it() -> None:
    quoted = b"See this line:\n" + LINE + b"It is quoted.\n\n" + LINE + b"no header here.\n\n"
    assert bodies(LINE + HEADERS + quoted) == [HEADERS + quoted]


def test_a_mail_cut_off_in_its_text_does_not_swallow_the_next_one() -> None:
    cut = HEADERS + b"This mail ends in the mid\n"
    for end in (b"\n", b"\r\n"):
        data = (LINE + cut + LINE + HEADERS + b"whole\n").replace(b"\n", end)
        assert bodies(data) == [cut.replace(b"\n", end), (HEADERS + b"whole\n").replace(b"\n", end)]


def test_a_mail_cut_off_in_a_mailbox_of_thunderbird_does_not_swallow_the_next_one() -> None:
    line, headers = b"From - Fri May  3 08:00:00 2024\n", b"X-Mozilla-Status: 0001\n" + HEADERS
    assert bodies(line + headers + b"in the mid\n" + line + headers) == [headers + b"in the mid\n", headers]


@pytest.mark.parametrize(
    "quoted",
    [
        LINE + b"It is quoted.\n",
        LINE + b"Note: this is no header.\nNor is this.\n",
        b"From ada@north.example on Fri May  3 08:00:00 2024\n" + HEADERS,
        b"From ada Fri May  3 08:00:00 2024\n" + HEADERS,
        b">" + LINE + HEADERS,
        b"> " + LINE + b"> From: ada@north.example\n> Subject: x\n",
    ],
)
def test_what_a_body_quotes_without_a_blank_line_is_no_new_mail(quoted: bytes) -> None:
    assert len(bodies(LINE + HEADERS + b"We got this:\n" + quoted)) == 1


@pytest.mark.parametrize("line", [b"From " + b"a" * 100_000, b"From a@b " + b" " * 100_000, LINE * 3000])
def test_hostile_envelope_lines_take_no_time(line: bytes) -> None:
    assert len(bodies(LINE + HEADERS + b"x\n" + line + b"\n")) == 1


@pytest.mark.parametrize(
    "line",
    [
        b"From MAILER-DAEMON Sun Nov 22 06:00:09 2026\n",
        b"From - Mon Jan  1 10:00:00 2024\n",
        b"From 1573@xxx Sat Jan 01 00:00:00 +0000 2022\n",
        b"From ada at north.example  Mon Jan  5 10:00:00 2004\n",
        b"From ada@north.example Mon, 5 Jan 2004 10:00:00 +0100\r\n",
    ],
)
def test_the_envelope_lines_of_common_exporters_are_known(line: bytes) -> None:
    assert starts_as_mbox(line + HEADERS)
    assert len(bodies(line + HEADERS + b"a\n\n" + line + HEADERS)) == 2


def test_windows_line_ends_separate_mails_too() -> None:
    one = (LINE + HEADERS + b"a\n\n").replace(b"\n", b"\r\n")
    assert len(bodies(one * 3)) == 3


def test_quoted_from_lines_lose_one_mark() -> None:
    (body,) = bodies(LINE + HEADERS + b">From me\n>>From you\n> From him\n")
    assert body == HEADERS + b"From me\n>From you\n> From him\n"


@given(st.lists(st.integers(0, 300), min_size=1, max_size=12), st.integers(1, 700), st.integers(100, 400))
def test_spans_cover_the_file_whatever_the_block_size(sizes: list[int], block: int, ahead: int) -> None:
    data = b"".join(LINE + HEADERS + b"y" * size + b"\n\n" for size in sizes)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(mail_mbox, "BLOCK_BYTES", block)
        patch.setattr(mail_mbox, "LOOKAHEAD_BYTES", ahead)
        found = list(spans(io.BytesIO(data)))
    assert [span.number for span in found] == list(range(1, len(sizes) + 1))
    assert [span.end - span.start for span in found] == [len(LINE + HEADERS) + size + 2 for size in sizes]
    assert found[0].start == 0
    assert all(one.end == after.start for one, after in pairwise(found))


def test_a_large_part_is_cut_and_what_follows_it_is_kept() -> None:
    big = b"A" * 76 + b"\n"
    data = HEADERS + b"--b\nname: big\n\n" + big * 20_000 + b"--b\n\nThe words after it.\n--b--\n"
    kept = read_capped(io.BytesIO(data), len(data))
    assert len(kept) < mail_mbox.PART_BYTES + 1000
    assert kept.endswith(b"The words after it.\n--b--\n")


def test_what_is_no_mailbox_has_no_mails() -> None:
    assert bodies(b"") == []
    assert bodies(b"just text\n\nFrom me to you\n") == []
    assert not starts_as_mbox(b"From me to you\n")
