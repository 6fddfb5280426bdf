"""The mail connector: mbox files, maildirs and .eml files as a stream of `MailRecord`, invitations as meetings.

It streams: memory does not grow with the mailbox. Reading happens in a worker thread, some mails at a time.
"""

import asyncio
import itertools
import os
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import ClassVar

from pydantic import AwareDatetime, BaseModel, ConfigDict

from graph_service.errors import SourceError
from graph_service.ingest.connector import MailRecord, Place, Rejected, SourceRecord
from graph_service.ingest.connectors import mail_files
from graph_service.ingest.connectors.mail_dates import Window
from graph_service.ingest.connectors.mail_description import describe_mail
from graph_service.ingest.connectors.mail_mbox import read_capped, read_span, spans
from graph_service.ingest.connectors.mail_message import RawMail, read_with_invites
from graph_service.ingest.source_records import MeetingRecord

BATCH = 64

Result = MailRecord | MeetingRecord | Rejected


class MailConfig(BaseModel):
    """Where the mail lies, and between which moments it can have been sent.

    `latest` is given by the caller because a connector may not read the clock: a mail dated later is wrong.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    path: Path
    latest: AwareDatetime
    earliest: AwareDatetime = datetime(1990, 1, 1, tzinfo=UTC)


class MailConnector:
    """Reads one mailbox or a folder of them; see `mail_files` for what counts as one source.

    In an mbox, `Place.offset` is where the next mail begins. In a folder of single mails there is no position to
    resume at (files come and go), so the offset is 0 and the folder is read again; ids make that harmless.
    """

    name: ClassVar[str] = "mail"
    resumes: ClassVar[bool] = True
    Config: ClassVar[type[BaseModel]] = MailConfig

    def __init__(self, config: BaseModel) -> None:
        if not isinstance(config, MailConfig):
            raise TypeError("MailConnector takes a MailConfig")
        self._root = config.path
        self._window = Window(config.earliest.astimezone(UTC), config.latest.astimezone(UTC))

    def sources(self) -> list[str]:
        """Return the mailboxes, and the folders of single mails, in reading order; raises SourceError for none."""
        return mail_files.list_sources(self._root)

    def total_bytes(self) -> int:
        """Return the size of all sources in bytes; what cannot be opened counts nothing."""
        return sum(_size(Path(source)) for source in self.sources())

    async def records(self, source: str, since: int = 0) -> AsyncIterator[SourceRecord | Rejected]:
        """Stream the mails of one source from byte `since` on.

        An offset at which no mail begins or ends (the mailbox was compacted since) means: all of it again.
        Raises SourceError when the source as a whole cannot be read.
        """
        path = Path(source)
        if not path.is_relative_to(self._root):
            raise SourceError(f"{source} is no part of {self._root}.", "Use one of the names that `sources` returns.")
        stream = self._read(path, since)
        while batch := await asyncio.to_thread(_take, stream):
            for record in batch:
                yield record

    def _read(self, path: Path, since: int) -> Iterator[Result]:
        try:
            if path.is_dir():
                yield from self._read_folder(path)
            elif mail_files.kind_of_file(path) == "mbox":
                yield from self._read_mbox(path, since)
            elif since != path.stat().st_size:
                yield from self._read_single(path, path.stat().st_size)
        except OSError as error:
            raise mail_files.unreadable(path, error) from error

    def _read_mbox(self, path: Path, since: int) -> Iterator[Result]:
        with path.open("rb") as scanner, path.open("rb") as reader:
            if since and not _is_boundary(path, since):
                since = 0
            for span in spans(scanner):
                if span.start >= since:
                    place = Place(str(path), f"message {span.number}, byte {span.start}", span.end)
                    envelope, data = read_span(reader, span)
                    yield from read_with_invites(RawMail(place, data, envelope), self._window)

    def _read_folder(self, folder: Path) -> Iterator[Result]:
        for path in mail_files.single_mails(folder):
            yield from self._read_file(path)

    def _read_file(self, path: Path) -> list[Result]:
        place = Place(str(path), "whole file")
        try:
            head = mail_files.read_head(path)
            if head and not mail_files.looks_like_mail(path.name, head):
                reason = "The file is neither an mbox nor a mail."
                return [Rejected(place, reason, mail_files.foreign_hint(head))]
            return self._read_single(path, 0)
        except SourceError as error:
            return [Rejected(place, error.message, error.hint)]
        except OSError as error:
            remedy = "Check the file and its rights, then import again."
            return [Rejected(place, f"The file cannot be read: {error}.", remedy)]

    def _read_single(self, path: Path, offset: int) -> list[Result]:
        with path.open("rb") as handle:
            data = read_capped(handle, os.fstat(handle.fileno()).st_size)
        return read_with_invites(RawMail(Place(str(path), "whole file", offset), data), self._window)


def _take(stream: Iterator[Result]) -> list[Result]:
    return list(itertools.islice(stream, BATCH))


def _is_boundary(path: Path, offset: int) -> bool:
    """Tell whether a mail of this mbox begins or ends at `offset`; searching costs about a second a gigabyte."""
    with path.open("rb") as handle:
        edges = (edge for span in spans(handle) for edge in (span.start, span.end))
        return any(
            edge >= offset and edge == offset for edge in itertools.takewhile(lambda edge: edge <= offset, edges)
        )


def _size(source: Path) -> int:
    try:
        return sum(path.stat().st_size for path in mail_files.source_files(source))
    except (OSError, SourceError):
        return 0


describe = describe_mail
