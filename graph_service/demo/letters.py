"""One mail of the demo, and how it becomes the bytes of an mbox (mboxrd). Writes no files.

The bytes are made by hand rather than by `email.message`, because they must not depend on the Python version.
"""

import quopri
import re
import textwrap
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from email.header import Header
from email.utils import format_datetime, formataddr

from graph_service.demo.hours import offset_hours
from graph_service.demo.people import Language, Person

ORIGINAL = "-----Original Message-----"
REPLY_MARKS: dict[Language, str] = {"en": "Re: ", "de": "AW: ", "fr": "Re: ", "nl": "Re: "}
WROTE: dict[Language, str] = {
    "en": "On {when:%a, %d %b %Y at %H:%M}, {name} <{address}> wrote:",
    "de": "Am {when:%d.%m.%Y um %H:%M} schrieb {name} <{address}>:",
    "fr": "Le {when:%d/%m/%Y à %H:%M}, {name} <{address}> a écrit :",
    "nl": "Op {when:%d-%m-%Y om %H:%M} schreef {name} <{address}>:",
}


@dataclass(frozen=True, slots=True)
class Mail:
    """A finished mail. `text` is what its writer typed, `body` the whole with quotes, `asks` what it asks of us."""

    message_id: str
    sent: datetime
    sender: Person
    to: tuple[Person, ...]
    cc: tuple[Person, ...]
    subject: str
    text: str
    body: str
    language: Language = "en"
    account: str = ""
    kind: str = "human"
    in_reply_to: str = ""
    references: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    headers: tuple[tuple[str, str], ...] = field(default=())

    @property
    def everyone(self) -> tuple[Person, ...]:
        """Return writer and readers."""
        return (self.sender, *self.to, *self.cc)


def local(mail: Mail) -> datetime:
    """Return when the mail was sent, on its writer's clock."""
    return mail.sent.astimezone(timezone(timedelta(hours=offset_hours(mail.sender.country, mail.sent.date()))))


def reply_subject(subject: str, writer: Person, language: Language) -> str:
    """Return the subject of a reply; marks do not pile up."""
    bare = re.sub(r"^(?:(?:re|aw)\s*:\s*)+", "", subject, flags=re.IGNORECASE)
    return (REPLY_MARKS[language] if writer.quotes == "outlook" else "Re: ") + bare


def quote(parent: Mail, writer: Person) -> str:
    """Return the parent as the writer's mail client quotes it; what was quoted twice before is left out."""
    if writer.quotes == "none":
        return ""
    if writer.quotes == "outlook":
        before = parent.body.partition(ORIGINAL)[0].rstrip()
        readers = "; ".join(person.name for person in parent.to)
        sent = f"{local(parent):%d %B %Y %H:%M}"
        head = f"From: {parent.sender.name}\nSent: {sent}\nTo: {readers}\nSubject: {parent.subject}"
        return f"\n\n{ORIGINAL}\n{head}\n\n{before}"
    kept = [line for line in parent.body.splitlines() if not line.startswith((">>", "> >"))]
    head = WROTE[parent.language].format(when=local(parent), name=parent.sender.name, address=parent.sender.email)
    return "\n\n" + head + "\n" + "\n".join(f"> {line}".rstrip() for line in kept)


def wrap(text: str) -> str:
    """Return the text with its long lines broken at 72 columns, as older clients do."""
    return "\n".join(textwrap.fill(line, 72) if len(line) > 72 else line for line in text.split("\n"))


def to_mbox(mail: Mail) -> bytes:
    """Return the mail as one mbox entry, "From " line first and a blank line last."""
    encoding, content = _encode(mail.body)
    lines = [f"{name}: {value}" for name, value in [*_head(mail), *mail.headers]]
    lines += ["MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8", f"Content-Transfer-Encoding: {encoding}"]
    raw = "\n".join(lines).encode() + b"\n\n" + content.rstrip(b"\n") + b"\n"
    separator = f"From {mail.sender.email} {mail.sent:%a %b %d %H:%M:%S %Y}\n".encode()
    return separator + re.sub(rb"(?m)^(>*From )", rb">\1", raw) + b"\n"


def _head(mail: Mail) -> list[tuple[str, str]]:
    head = [
        ("Date", format_datetime(local(mail))),
        ("From", _address(mail.sender)),
        ("To", ", ".join(map(_address, mail.to))),
        ("Cc", ", ".join(map(_address, mail.cc))),
        ("Subject", mail.subject if mail.subject.isascii() else Header(mail.subject, "utf-8", maxlinelen=200).encode()),
        ("Message-ID", mail.message_id),
        ("In-Reply-To", mail.in_reply_to),
        ("References", "\n ".join(mail.references)),
    ]
    return [(name, value) for name, value in head if value]


def _address(person: Person) -> str:
    return formataddr((person.name, person.email))


def _encode(body: str) -> tuple[str, bytes]:
    """Return transfer encoding and bytes: as is where every line is short ASCII, else quoted-printable."""
    if body.isascii() and all(len(line) < 900 for line in body.splitlines()):
        return "7bit", body.encode()
    return "quoted-printable", quopri.encodestring(body.encode())
