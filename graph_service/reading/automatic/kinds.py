"""What kind of mail this is: a human's words, or a machine's, and which machine. The most telling mark wins.

A human's mail must not be called automatic, so a word that people write counts only beside a mark that people do not
leave (an empty envelope sender, a robot's address, a header of RFC 3834). A mail to a discussion list is human.
"""

from dataclasses import dataclass
from email.message import Message

from graph_service.reading.automatic import marks
from graph_service.reading.automatic.headers import (
    has_any,
    has_null_path,
    header,
    header_addresses,
    precedence,
    submitted,
)
from graph_service.reading.automatic.parts import RETURNED_TYPES, STATUS_TYPES, leaves, report_parts
from graph_service.reading.automatic.replies import read_auto_reply
from graph_service.reading.automatic.report_fields import reported_recipients

HUMAN_KINDS = frozenset({"human", "list", "calendar"})
BODY_CHARACTERS = 4000
_SERVICE_KINDS = {"bounce": "bounce", "complaint": "feedback_loop", "delivery": "delivery_report"}
_TOPIC_KINDS = {
    "left": "left_company", "out_of_office": "out_of_office", "parental_leave": "out_of_office",
    "long_leave": "out_of_office", "ticket_ack": "ticket_ack", "challenge": "challenge",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class MailKind:
    """The kind of a mail and the rule that said so; `quote` is `text[start:end]`, empty when a header decided.

    Kinds: human, list (a human's words through a discussion list), calendar, bounce, delivery_report (it arrived),
    feedback_loop, auto_reply, out_of_office, left_company, ticket_ack, challenge, newsletter, notification.
    """

    kind: str
    rule: str
    confidence: float
    quote: str = ""
    start: int = 0
    end: int = 0

    @property
    def is_automatic(self) -> bool:
        """Tell whether no human wrote the mail for its readers; an answer to an invitation is written by a click."""
        return self.kind not in HUMAN_KINDS or self.rule == "calendar-reply"


def kind_of(message: Message, text: str) -> MailKind:
    """Return the kind of a mail; `text` is its readable body."""
    found = (
        _report(message)
        or _feedback(message)
        or _bounce(message, text)
        or _reply(message, text)
        or _calendar(message)
        or _notification(message)
        or _bulk(message)
    )
    if found is not None:
        return found
    return MailKind("list", "list-headers", 0.9) if _is_discussion(message) else MailKind("human", "no-mark", 0.9)


def _report(message: Message) -> MailKind | None:
    """Return the kind of a formal report (RFC 6522)."""
    if message.get_content_type() != "multipart/report":
        return None
    kind = str(message.get_param("report-type") or "").lower()
    if kind == "feedback-report":
        return MailKind("feedback_loop", "report-type", 1.0)
    if kind == "disposition-notification" and not (_server(message) and marks.BOUNCE_SUBJECT.match(_subject(message))):
        return MailKind("notification", "read-receipt", 1.0)
    return _delivery(message, "report-type", 0.99)


def _delivery(message: Message, rule: str, confidence: float) -> MailKind:
    """Return bounce, or delivery_report where every recipient of the report got the mail."""
    fields = report_parts(message).fields
    actions = [one.action for part in fields for one in reported_recipients(part)]
    if actions and all(one.startswith(("deliver", "relay", "expand")) for one in actions):
        return MailKind("delivery_report", rule, confidence)
    return MailKind("bounce", rule, confidence)


def _feedback(message: Message) -> MailKind | None:
    types = {part.get_content_type() for part in leaves(message)}
    if "message/feedback-report" in types:
        return MailKind("feedback_loop", "feedback-part", 1.0)
    returned = bool(types & RETURNED_TYPES)
    if returned and (has_any(message, "X-HmXmrOriginalRecipient") or marks.FEEDBACK_SUBJECT.match(_subject(message))):
        return MailKind("feedback_loop", "complaint", 0.9)
    return None


def _bounce(message: Message, text: str) -> MailKind | None:
    if has_any(message, "X-Failed-Recipients"):
        return _delivery(message, "failed-recipients", 0.98)
    server, subject, is_null = _server(message), _subject(message), has_null_path(message)
    is_titled = marks.BOUNCE_SUBJECT.match(subject) is not None
    if not (server or is_titled or is_null or submitted(message) or _is_robot(message)):
        return None
    types = {part.get_content_type() for part in leaves(message)}
    if types & STATUS_TYPES and (server or is_titled or is_null or submitted(message)):
        return _delivery(message, "status-part", 0.97)
    if server == "daemon" and not marks.AWAY_SUBJECT.match(subject):
        return MailKind("bounce", "daemon", 0.95)
    if server and is_titled:
        return MailKind("bounce", "server-titled", 0.96)
    is_marked = bool(server) or is_null or submitted(message) != "" or _is_robot(message)
    return _spoken(message, text[:BODY_CHARACTERS], bool(types & RETURNED_TYPES), titled=is_titled, marked=is_marked)


def _spoken(message: Message, body: str, has_original: bool, *, titled: bool, marked: bool) -> MailKind | None:
    """Return the bounce that a text tells of, beside a title or a mark that people do not leave."""
    service = marks.SERVICE_REPORT.search(body)
    if service and _is_robot(message):
        return MailKind(_SERVICE_KINDS[service[1].lower()], "service-report", 0.95, service.group(), *service.span())
    found = marks.BOUNCE_BODY.search(body)
    if found is None:
        return None
    if titled and (marked or has_original or _is_formal(message, body)):
        return MailKind("bounce", "titled", 0.93, found.group(), *found.span())
    by_server = bool(_server(message)) or has_null_path(message)
    if by_server and (has_original or marks.FORMAL.search(body[:700])):
        return MailKind("bounce", "spoken", 0.88, found.group(), *found.span())
    return None


def _is_formal(message: Message, body: str) -> bool:
    """Tell whether a mail that answers nothing opens as only servers write."""
    return not has_any(message, "In-Reply-To", "References") and marks.FORMAL.search(body[:700]) is not None


def _server(message: Message) -> str:
    """Return "daemon", "postmaster" or "" for what the sender calls itself."""
    written = header(message, "From")
    addresses = header_addresses(message, "From")
    if any(marks.DAEMONS.match(one) for one in addresses):
        return "daemon"
    if any(marks.POSTMASTERS.match(one) for one in addresses):
        return "postmaster"
    if not addresses and marks.DAEMON_NAMES.search(written):
        return "daemon"
    return "postmaster" if marks.DAEMON_NAMES.search(written.partition("<")[0]) else ""


def _is_robot(message: Message) -> bool:
    return any(marks.ROBOTS.match(one) or marks.DAEMONS.match(one) for one in header_addresses(message, "From")[:1])


def _reply(message: Message, text: str) -> MailKind | None:
    """Return the kind of an automatic answer, by its topic where the text tells one."""
    subject = _subject(message)
    rule, confidence = _reply_mark(message, subject, text)
    if not rule:
        return None
    said = read_auto_reply(subject, text, None)
    if said is None or said.topic not in _TOPIC_KINDS:
        if rule == "answers-by-robot":
            return None
        return MailKind("auto_reply", rule, confidence)
    return MailKind(_TOPIC_KINDS[said.topic], f"{rule}:{said.rule}", confidence, said.quote, said.start, said.end)


def _reply_mark(message: Message, subject: str, text: str) -> tuple[str, float]:
    """Return the mark of an automatic answer and how sure it is; "" without one."""
    rule, confidence = _reply_header(message)
    if rule:
        return rule, confidence
    if marks.AWAY_SUBJECT.match(subject):
        return "away-subject", 0.97
    return ("", 0.0) if _is_listed(message) else _weaker_mark(message, subject, text)


def _reply_header(message: Message) -> tuple[str, float]:
    """Return the header by which a machine says that it answered."""
    if submitted(message).startswith("auto-replied"):
        return "auto-submitted", 0.99
    generated = header(message, "X-Autogenerated").lower()
    if has_any(message, *marks.REPLY_HEADERS) or generated in ("reply", "autoreply"):
        return "reply-header", 0.98
    return ("precedence", 0.98) if precedence(message) in marks.REPLY_PRECEDENCES else ("", 0.0)


def _weaker_mark(message: Message, subject: str, text: str) -> tuple[str, float]:
    """Return what marks an automatic answer in a mail that came through no list."""
    said = marks.AWAY_WORDS.match(subject)
    if said and (_answers(message) or marks.SAYS_MACHINE.search(text[:BODY_CHARACTERS])):
        return "away-words", 0.9
    if precedence(message) in ("bulk", "junk") and has_any(message, "In-Reply-To"):
        return "bulk-answer", 0.9
    if has_null_path(message):  # RFC 3834: an automatic answer takes no answer; bounces are gone by now
        return "null-path", 0.9
    is_robot = _is_robot(message) or submitted(message) or has_any(message, *marks.TICKET_HEADERS)
    return ("answers-by-robot", 0.85) if is_robot else ("", 0.0)


def _calendar(message: Message) -> MailKind | None:
    for part in leaves(message):
        if part.get_content_type() == "text/calendar":
            method = str(part.get_param("method") or "").upper()
            if method:
                return MailKind("calendar", "calendar-reply" if method == "REPLY" else "calendar-part", 0.97)
    return None


def _notification(message: Message) -> MailKind | None:
    if submitted(message).startswith("auto-"):
        return MailKind("notification", "auto-submitted", 0.97)
    if _is_robot(message):
        return MailKind("notification", "robot-address", 0.95)
    return None


def _bulk(message: Message) -> MailKind | None:
    """Return newsletter for mail to many that takes no answers; a discussion list is none."""
    if _is_discussion(message):
        return None
    if precedence(message) in ("bulk", "junk"):
        return MailKind("newsletter", "precedence", 0.9)
    if any(marks.NEWS_SENDERS.match(one) for one in header_addresses(message, "From")):
        return MailKind("newsletter", "news-address", 0.85)
    if has_any(message, "List-Unsubscribe") and precedence(message) != "list":
        return MailKind("newsletter", "list-unsubscribe", 0.9)
    return None


def _is_discussion(message: Message) -> bool:
    post = header(message, "List-Post").upper()
    if post:
        return not post.startswith("NO")
    sender = (*header_addresses(message, "Sender"), *header_addresses(message, "Return-Path"))
    is_managed = any(marks.LIST_SENDER.match(one) for one in sender)
    return is_managed or has_any(message, *marks.LIST_HEADERS) or precedence(message) == "list"


def _is_listed(message: Message) -> bool:
    return _is_discussion(message) or has_any(message, "List-Id", "List-Unsubscribe")


def _answers(message: Message) -> bool:
    return has_any(message, "In-Reply-To", "References", "Precedence", "X-Auto-Response-Suppress")


def _subject(message: Message) -> str:
    return header(message, "Subject")[:500]
