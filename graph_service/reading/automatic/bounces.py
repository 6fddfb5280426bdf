"""What a bounce says: who could not be reached, why, whether for good, and which of our mails came back.

A bounce tells about its recipients, never about its sender: the server that wrote it is no person.
"""

import re
from dataclasses import dataclass, replace
from datetime import datetime
from email.message import Message

from graph_service.reading.automatic.diagnostics import HARD, Verdict, classify
from graph_service.reading.automatic.headers import header_addresses, senders, sent_at
from graph_service.reading.automatic.original_mail import original_id, original_recipients
from graph_service.reading.automatic.parts import ReportParts, report_parts
from graph_service.reading.automatic.report_fields import ReportedRecipient, reported_recipients
from graph_service.reading.automatic.report_text import TextRecipient, failed_in, head_of
from graph_service.reading.automatic.second_opinion import second_opinion
from graph_service.reading.automatic.statuses import enhanced_status, is_vague, reply_code

LONG_LEAD = 80
ELSEWHERE_CHARACTERS = 20_000
_AT_DATA = re.compile(
    (
        r"(?:>>>[ ]?DATA\s{1,6}<<<[ ]?5[0-35]\d\b(?! ?5\.5\.1)(?<!503)|(?:end\s{1,8}of|after"
        r"|to|during|sending)\s{1,8}(?:message )?\"?DATA\b(?! ?base)|smtp command:?\s{1,4}DATA\b"
        r"|failed after I sent the message|(?:after|while|when) (?:sending|transmitting) (?:the )?(?:message )?body"
        r"|>>>[ ]?\.[ ]?\s{1,4}<<<[ ]?5[0-35]\d\b)"
    ),
    re.IGNORECASE,
)
_AT_RECIPIENT = re.compile(
    r">>>[ ]?RCPT|\(state 1[24]\)|(?:reply\s{1,8}to|after)\s{1,8}RCPT\b|\bRCPT[ _]TO\b|does not like recipient",
    re.IGNORECASE,
)
"""The reply came when the server heard the recipient's name, before it saw the mail."""
_BARE_UNKNOWN = (
    "user unknown", "unknown user", "no such user", "user is unknown", "user not found", "unknown recipient",
    "recipient unknown", "no such recipient", "invalid recipient", "invalid user", "recipient not found",
)  # fmt: skip
"""The reply came after the mail itself: then a server that knows no user only says that it will not have this mail."""


@dataclass(frozen=True, slots=True)
class FailedRecipient:
    """One address that a mail did not reach.

    `name` is the class (user_unknown, host_unknown, moved, not_accepted, full, suspended, expired, network, policy,
    spam, reputation, authentication, rate, content, size, relaying, system, or "" for unknown); `is_hard` says that
    the address is dead; `status` is the RFC 3463 code and `code` the SMTP reply ("" where not given); `words` are the
    telling words; `diagnostic` is what the server said; `start` and `end` frame the address in the text (0, 0 when
    it stands in a field only).
    """

    address: str
    name: str
    is_hard: bool
    status: str
    code: str
    words: str
    diagnostic: str
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Bounce:
    """A report of failed or delayed delivery; `reported_message_id` is "" where it names no returned mail."""

    recipients: tuple[FailedRecipient, ...]
    reported_message_id: str
    reported_at: datetime | None

    @property
    def is_hard(self) -> bool:
        """Tell whether an address in it is dead."""
        return any(one.is_hard for one in self.recipients)


@dataclass(frozen=True, slots=True)
class _Failure:
    """One failed address before its class is known."""

    address: str
    action: str
    status: str
    diagnostic: str
    around: str
    elsewhere: str = ""


def read_bounce(message: Message, text: str) -> Bounce | None:
    """Return what a mail reports as undelivered, or None where it reports no failed address.

    It reads any mail as if it were a bounce: ask `kind_of` first. `text` is the readable body of `message`.
    """
    parts = report_parts(message)
    failures = _failures(message, text, parts)
    if not failures:
        return None
    elsewhere = "\n".join(parts.texts)[:ELSEWHERE_CHARACTERS]
    recipients = tuple(_judged(replace(one, elsewhere=elsewhere), text) for one in failures)
    return Bounce(recipients, original_id(message, parts), sent_at(message))


def _failures(message: Message, text: str, parts: ReportParts) -> list[_Failure]:
    """Return who failed, from the surest source that names someone."""
    body = _body(text, parts)
    told = _told(message, parts)
    reported = [one for fields in parts.fields for one in reported_recipients(fields)]
    failed = [one for one in reported if not one.action or one.action.startswith(("fail", "error", "delay", "undeliv"))]
    if reported and not failed:
        return []
    spoken = failed_in(body, told)
    if failed:
        return [_from_fields(one, body, spoken, len(failed), parts) for one in failed]
    named = header_addresses(message, "X-Failed-Recipients")
    if named:
        return [_Failure(one, "", "", "", _around(one, spoken, body)) for one in dict.fromkeys(named)]
    heard = second_opinion(message)
    others = [one for one in heard if one not in told]
    if spoken and (not others or set(others) <= {one.address for one in spoken}):
        return [_Failure(one.address, "", "", "", one.evidence) for one in spoken]
    others = others or [one for one in _only_recipient(parts) if one not in told] or list(heard)
    return [_Failure(one, "", "", "", _around(one, spoken, body)) for one in others]


def _body(text: str, parts: ReportParts) -> str:
    return text if text.strip() else "\n\n".join(parts.texts)


def _told(message: Message, parts: ReportParts) -> frozenset[str]:
    """Return the addresses that cannot have failed: the server's, and those of whom it told, who wrote the mail."""
    authors = {address for one in parts.returned for address in header_addresses(one, "From")}
    receivers = set(header_addresses(message, "To")) | set(header_addresses(message, "Delivered-To"))
    aimed = {address for one in parts.returned for address in header_addresses(one, "To")}
    return frozenset((receivers - aimed) | set(senders(message)) | authors)


def _from_fields(
    one: ReportedRecipient, body: str, spoken: list[TextRecipient], count: int, parts: ReportParts
) -> _Failure:
    address = one.address
    if "@" not in address:
        address = _completed(address, spoken, parts, count)
    around = (
        _around(one.final, spoken, body)
        if count == 1
        else next((other.evidence for other in spoken if other.address in (address, one.final)), "")
    )
    return _Failure(address, one.action, one.status, one.diagnostic, around)


def _completed(name: str, spoken: list[TextRecipient], parts: ReportParts, count: int) -> str:
    """Return the full address of a recipient that a server names by its local part or not at all."""
    known = [one.address for one in spoken] + list(original_recipients(parts))
    alike = [one for one in known if name and one.partition("@")[0] == name]
    if alike:
        return alike[0]
    return known[0] if known and count == 1 else name


def _around(address: str, spoken: list[TextRecipient], body: str) -> str:
    return next((one.evidence for one in spoken if one.address == address), head_of(body))


def _only_recipient(parts: ReportParts) -> tuple[str, ...]:
    written = original_recipients(parts)
    return written if len(written) == 1 else ()


def _judged(one: _Failure, text: str) -> FailedRecipient:
    said = one.diagnostic or replies_in(one.around)
    status = _status(one, said)
    code = reply_code(said)
    is_early = _is_early(one, said, text)
    verdict = classify(said, status, code, at_recipient=is_early)
    if verdict.is_weak:
        verdict = _second(verdict, one, status, code)
    if (
        verdict.words.endswith(_BARE_UNKNOWN)
        and not status[1:].startswith(".1.")
        and _AT_DATA.search(f"{said}\n{one.around}\n{text[:8000]}")
    ):
        verdict = Verdict("filtered", verdict.words, is_weak=False)
    start = text.lower().find(one.address) if one.address else -1
    return FailedRecipient(
        one.address,
        verdict.name,
        verdict.name in HARD and not _is_temporary(one, status, code),
        status,
        code,
        verdict.words,
        (said or one.around.strip())[:500],
        max(start, 0),
        start + len(one.address) if start >= 0 else 0,
    )


def _is_early(one: _Failure, said: str, text: str) -> bool:
    """Tell whether the server replied to the recipient's name: it is said near it, or a transcript shows it."""
    if _AT_RECIPIENT.search(f"{said}\n{one.around}"):
        return True
    return bool(one.address) and f"rcpt to:<{one.address}>" in text[:ELSEWHERE_CHARACTERS].lower()


def _second(first: Verdict, one: _Failure, status: str, code: str) -> Verdict:
    """Return the better of a weak verdict and what the prose of the report says."""
    spoken = classify(one.around, status, code)
    if spoken.name and (not first.name or not spoken.is_weak):
        return spoken
    return first if first.name else classify(replies_in(one.elsewhere), status, code)


def _status(one: _Failure, said: str) -> str:
    if one.status and not is_vague(one.status):
        return one.status
    spoken = enhanced_status(said) or enhanced_status(one.around)
    return spoken if spoken and (not one.status or not is_vague(spoken)) else one.status


def _is_temporary(one: _Failure, status: str, code: str) -> bool:
    """Tell whether the server will try again: it says so, or it gave a 4xx reply and did not say that it gave up."""
    if one.action.startswith("delay"):
        return True
    return (code or status).startswith("4") and (not one.action or status.startswith("4.0."))


def replies_in(around: str) -> str:
    """Return the lines of a report that quote a server ("550 ...", "#5.1.1"), each with the line that follows it."""
    lines = around.split("\n")[:400]
    marked = [at for at, line in enumerate(lines) if reply_code(line[:600]) or enhanced_status(line[:600])]
    kept = {at: lines[at].strip() for marks in marked[:20] for at in (marks + 1,) if at < len(lines)}
    kept |= {at: _from_code(lines[at].strip()) for at in marked[:20]}
    return " ".join(kept[at][:600] for at in sorted(kept))


def _from_code(line: str) -> str:
    """Return a line from its code on: what stands before is the reporting server's own prose, if it is long."""
    code = reply_code(line[:600])
    at = line.find(code) if code else -1
    return line[at:] if at > LONG_LEAD else line
