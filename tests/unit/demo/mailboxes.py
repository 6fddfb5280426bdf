"""A written demo, read back with the standard library alone."""

import email
import mailbox
from dataclasses import dataclass
from datetime import UTC, datetime
from email.header import decode_header, make_header
from email.message import Message
from email.utils import getaddresses, parsedate_to_datetime
from pathlib import Path
from typing import Any

from graph_service.demo.workspace import DemoSummary


@dataclass(frozen=True)
class Letter:
    """One mail as a mail client shows it; `sent` in UTC, `headers` by lower-case name."""

    message_id: str
    sender: str
    to: tuple[str, ...]
    cc: tuple[str, ...]
    subject: str
    sent: datetime
    text: str
    headers: dict[str, str]
    has_defects: bool


@dataclass(frozen=True)
class Demo:
    """A written demo: its folder, its truth, its mails by mailbox and by Message-ID."""

    folder: Path
    summary: DemoSummary
    truth: dict[str, Any]
    boxes: dict[str, list[Letter]]
    letters: dict[str, Letter]

    @property
    def machines(self) -> set[str]:
        """Return the ids of all mail that is not between a customer and us."""
        return {message_id for ids in self.truth["automatic"].values() for message_id in ids}

    @property
    def humans(self) -> list[Letter]:
        """Return the mail between customers and us."""
        machines = self.machines
        return [letter for letter in self.letters.values() if letter.message_id not in machines]


def read_box(file: Path) -> list[Letter]:
    """Return the mails of an mbox (mboxrd: one ">" is taken off)."""
    box = mailbox.mbox(file, create=False)
    try:
        return [read_letter(box.get_bytes(key).replace(b"\n>From ", b"\nFrom ")) for key in box.keys()]  # noqa: SIM118
    finally:
        box.close()


def read_letter(raw: bytes) -> Letter:
    """Return one mail."""
    mail: Message = email.message_from_bytes(raw)
    body = mail.get_payload(decode=True)
    assert isinstance(body, bytes)

    def people(name: str) -> tuple[str, ...]:
        return tuple(address for _, address in getaddresses([str(mail[name])])) if mail[name] else ()

    return Letter(
        message_id=str(mail["message-id"]),
        sender=people("from")[0],
        to=people("to"),
        cc=people("cc"),
        subject=str(make_header(decode_header(str(mail["subject"])))),
        sent=parsedate_to_datetime(str(mail["date"])).astimezone(UTC),
        text=body.decode("utf-8"),
        headers={name.lower(): str(value) for name, value in mail.items()},
        has_defects=bool(mail.defects),
    )
