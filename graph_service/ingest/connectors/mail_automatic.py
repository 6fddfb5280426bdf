"""Why no human wrote a mail for us, in the words of `MailRecord.automatic`; `reading.automatic.kinds` judges it."""

from dataclasses import dataclass
from datetime import date
from email.message import Message

from graph_service.ingest.connectors.mail_body import body_text
from graph_service.reading.automatic.bounces import Bounce, read_bounce
from graph_service.reading.automatic.kinds import MailKind, kind_of
from graph_service.reading.automatic.marks import DAEMONS
from graph_service.reading.automatic.replies import AutoReply, read_auto_reply

_WORDS = {
    "bounce": "bounce",
    "auto_reply": "auto_reply",
    "out_of_office": "auto_reply",
    "left_company": "auto_reply",
    "ticket_ack": "auto_reply",
    "challenge": "auto_reply",
    "newsletter": "bulk",
    "notification": "notification",
    "delivery_report": "notification",
    "feedback_loop": "notification",
}


@dataclass(frozen=True, slots=True)
class Automatic:
    """What is automatic about a mail: the word for its record, the finer kind, and what a bounce or a reply says."""

    word: str
    kind: MailKind
    bounce: Bounce | None = None
    reply: AutoReply | None = None


def read_automatic(message: Message, sender: str, subject: str, text: str, said_on: date) -> Automatic:
    """Return what is automatic about a mail from `sender` (which may come from the envelope) with this readable body.

    The word is "bounce", "auto_reply", "notification", "bulk", or "" when a human seems to have written the mail.
    """
    kind = kind_of(message, text)
    word = "bounce" if not kind.is_automatic and DAEMONS.match(sender) else _word(kind)
    if word == "bounce":
        return Automatic(word, kind, bounce=read_bounce(message, text))
    if word == "auto_reply":
        return Automatic(word, kind, reply=read_auto_reply(subject, text, said_on))
    return Automatic(word, kind)


def automatic_kind(message: Message, sender: str, subject: str, text: str | None = None) -> str:
    """Return the word alone; `text` is read from the mail where it is not given."""
    body = body_text(message) if text is None else text
    return read_automatic(message, sender, subject, body, date(1970, 1, 1)).word


def _word(found: MailKind) -> str:
    if found.kind == "calendar":
        return "notification" if found.is_automatic else ""
    return _WORDS.get(found.kind, "")
