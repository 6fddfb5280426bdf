"""Reads files for `graph-service read`: finds out what each is, and streams one reading an input. No database.

What cannot be read becomes a failure with place, reason and remedy, and the next input is read. A mailbox of any size
takes the memory of a few mails.
"""

from collections.abc import AsyncIterator, Iterator
from datetime import UTC, date, datetime
from email.utils import format_datetime
from pathlib import Path

from graph_service.app.ingesting import CLOCK_SLACK, make_connector
from graph_service.app.reading_calls import read_call
from graph_service.app.reading_json import Call, Mail, Reading
from graph_service.app.reading_known import Known
from graph_service.app.reading_records import (
    failure,
    read_mail,
    read_message,
    read_plain,
    read_ticket,
    refused,
)
from graph_service.errors import SourceError
from graph_service.ingest.connector import MailRecord, Rejected
from graph_service.ingest.connectors import mail_message
from graph_service.ingest.connectors.calls_cues import read_cues
from graph_service.ingest.connectors.calls_names import hints_of
from graph_service.ingest.connectors.mail_charsets import decode
from graph_service.ingest.connectors.mail_dates import Window
from graph_service.ingest.places import Place
from graph_service.ingest.planning import Planned, plan_folder
from graph_service.ingest.registry import load_registry
from graph_service.ingest.source_records import CallRecord, ChatRecord, TicketRecord

WORDY = frozenset({"mail", "calls", "tickets", "slack", "jsonl"})
"""The connectors whose records hold words that somebody wrote or said."""
TRANSCRIPTS = frozenset({".vtt", ".srt", ".txt"})
PLAIN = frozenset({".txt", ".md", ".text", ""})
MAX_TEXT = 20 << 20
WHOLE = "whole file"
NO_WORDS = "It holds no words that somebody wrote or said."
READABLE = "Give mail (.eml, mbox, maildir), a transcript (.vtt, .srt, .txt), an export of tickets, or a plain text."
EARLIEST = datetime(1970, 1, 1, tzinfo=UTC)


async def read_path(path: Path, known: Known, now: datetime) -> AsyncIterator[Reading]:
    """Yield the readings of a file or a folder in order; `now` bounds the dates that mail can have."""
    what = _what_is(path)
    try:
        if what == "nothing":
            yield failure(_whole(path), "There is no such file or folder.", "Check the path.")
        elif what == "pipe":
            yield _read_unknown(path, known)
        else:
            async for reading in _read_planned(path, known, now, is_alone=what == "file"):
                yield reading
    except SourceError as error:
        yield failure(_whole(path), error.message, error.hint or READABLE)
    except OSError as error:
        yield failure(_whole(path), f"It cannot be read: {error.strerror}.", "Check the file and your rights.")


def read_text_bytes(data: bytes, place: Place, known: Known) -> Reading:
    """Return the reading of a plain text, or the failure for what is none."""
    if not data.strip():
        return failure(place, "It is empty.", READABLE)
    if len(data) > MAX_TEXT:
        return failure(place, f"The text is larger than {MAX_TEXT >> 20} MB.", "Split it.")
    if b"\0" in data[:8192] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return failure(place, "It is no text.", READABLE)
    return read_plain(_decoded(data), place, known)


def _what_is(path: Path) -> str:
    if not path.exists():
        return "nothing"
    return "folder" if path.is_dir() else "file" if path.is_file() else "pipe"


async def _read_planned(path: Path, known: Known, now: datetime, *, is_alone: bool) -> AsyncIterator[Reading]:
    plan = plan_folder(path, load_registry().describers())
    for planned in plan.planned:
        if planned.connector in WORDY:
            async for reading in _read_source(planned, known, now):
                yield reading
        elif is_alone:
            yield failure(_whole(path), f"This is a {planned.kind}. {NO_WORDS}", READABLE)
    for unknown in plan.unknown:
        if is_alone or unknown.suffix.lower() in PLAIN:
            yield _read_unknown(unknown, known)


async def _read_source(planned: Planned, known: Known, now: datetime) -> AsyncIterator[Reading]:
    if planned.connector == "calls" and planned.path.suffix.lower() in TRANSCRIPTS:
        yield _read_transcript(planned.path, known)
        return
    try:
        connector = make_connector(planned.connector, now, path=planned.path)
        sources = connector.sources()
    except SourceError as error:
        yield failure(_whole(planned.path), error.message, error.hint or READABLE)
        return
    for source in sources:
        try:
            async for record in connector.records(source):
                for reading in _readings_of(record, planned.connector, known, now):
                    yield reading
        except SourceError as error:
            yield failure(_whole(Path(source)), error.message, error.hint or READABLE)


def _readings_of(record: object, connector: str, known: Known, now: datetime) -> Iterator[Reading]:
    """Yield the reading of a record; records without words (people, accounts, meetings) give none."""
    if isinstance(record, Rejected):
        yield _second_try(record, connector, known, now) or refused(record)
    elif isinstance(record, MailRecord):
        yield read_mail(record, known)
    elif isinstance(record, CallRecord):
        yield read_call(record, known)
    elif isinstance(record, TicketRecord):
        yield read_ticket(record, known)
    elif isinstance(record, ChatRecord):
        yield read_message(record, known)


def _second_try(record: Rejected, connector: str, known: Known, now: datetime) -> Mail | Call | None:
    """Return the reading of a file that was set aside only for want of a date, or None.

    A graph needs to know when something was said. A reader does not, and may be told with `known.said_on`.
    """
    path = Path(record.place.file)
    if record.place.position != WHOLE or not path.is_file():
        return None
    if connector == "calls":
        reading = _read_transcript(path, known)
        return reading if isinstance(reading, Call) else None
    return _read_undated(path, known, now) if connector == "mail" and known.said_on else None


def _read_undated(path: Path, known: Known, now: datetime) -> Mail | None:
    """Return the reading of a single mail as if it had been sent on `known.said_on`."""
    noon = _noon(known.said_on)
    assert noon is not None
    dated = f"Date: {format_datetime(noon)}\n".encode() + path.read_bytes()[:MAX_TEXT].removeprefix(b"\xef\xbb\xbf")
    record = mail_message.read_mail(mail_message.RawMail(_whole(path), dated), Window(EARLIEST, now + CLOCK_SLACK))
    return read_mail(record, known) if isinstance(record, MailRecord) else None


def _read_transcript(path: Path, known: Known) -> Reading:
    """Return the reading of one transcript, dated by itself, by its name, or by `known.said_on`."""
    place = _whole(path)
    try:
        size = path.stat().st_size
        if size > MAX_TEXT:
            return failure(place, f"The transcript is larger than {MAX_TEXT >> 20} MB.", "Split it into one a call.")
        text = _decoded(path.read_bytes())
    except OSError as error:
        return failure(place, f"It cannot be read: {error.strerror}.", "Check the file and your rights.")
    cues = read_cues(text)
    if not cues:
        return failure(place, "The transcript holds no speech.", "Export it again as WebVTT.")
    hints = hints_of(path.stem, text, "UTC")
    started = hints.started_at or _noon(known.said_on)
    record = CallRecord(place, path.stem, started or EARLIEST, started or EARLIEST, title=hints.title, cues=cues)
    return read_call(record, known, is_dated=started is not None)


def _read_unknown(path: Path, known: Known) -> Reading:
    place = _whole(path)
    try:
        with path.open("rb") as handle:
            return read_text_bytes(handle.read(MAX_TEXT + 1), place, known)
    except OSError as error:
        return failure(place, f"It cannot be read: {error.strerror}.", "Check the file and your rights.")


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace").replace("\0", "").replace("\r\n", "\n").replace("\r", "\n")
    return decode(data.removeprefix(b"\xef\xbb\xbf"))


def _noon(day: date | None) -> datetime | None:
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC) if day else None


def _whole(path: Path) -> Place:
    return Place(str(path), WHOLE)
