"""The parts of what `graph-service read --json` prints: persons, zones, signatures, findings, reports of bounces.

Owns the fields; no rule lives here. All places (`start`, `end`) count code points and are half open: `text[start:end]`
is the quote. Every field is always there.
"""

from datetime import date, datetime
from typing import Annotated, Literal

from msgspec import Meta, Struct

Share = Annotated[float, Meta(ge=0, le=1)]
Offset = Annotated[int, Meta(ge=0)]
Version = Annotated[Literal[1], Meta(description="The version of this shape.")]
Moment = Annotated[datetime, Meta(tz=True)]
OrNone = Annotated[bool | None, Meta(description="Whether one of ours wrote it; null where nothing tells.")]


class Shape(Struct, kw_only=True, forbid_unknown_fields=True):
    """What all shapes share: every field is always there."""


class Source(Shape):
    """Where it stands: a file and a position in it, such as "message 12, byte 3456"."""

    file: str
    position: str


class Person(Shape):
    """Somebody as the source names them; what it does not say is empty."""

    address: str
    name: str


class Zone(Shape):
    """A stretch of `text`. The zones follow each other without a gap from 0 to its length."""

    kind: Literal["body", "greeting", "signoff", "signature", "device", "disclaimer", "quote", "forward"]
    start: Offset
    end: Offset


class Kind(Shape):
    """What kind of mail it is, by which rule. `quote` is `text[start:end]`, empty when a header decided."""

    kind: Literal[
        "human", "list", "calendar", "bounce", "delivery_report", "feedback_loop", "auto_reply", "out_of_office",
        "left_company", "ticket_ack", "challenge", "newsletter", "notification",
    ]  # fmt: skip
    is_automatic: bool
    rule: str
    confidence: Share
    quote: str
    start: Offset
    end: Offset


class Value(Shape):
    """One value of a signature, read from `text[start:end]`, which is `quote`."""

    value: str
    quote: str
    start: Offset
    end: Offset
    rule: str
    confidence: Share


class Phone(Value):
    """A telephone number in E.164."""

    kind: Literal["work", "mobile", "fax", "home"]


class TitlePart(Shape):
    """One role of a stacked title."""

    text: str
    start: Offset
    end: Offset
    level: str
    rank: int | None
    rule: str
    is_former: bool
    is_acting: bool
    is_assistant: bool


class Decision(Shape):
    """One thing decided about a title, with the form that fired and the words it fired on."""

    about: str
    value: str
    rule: str
    quote: str
    start: Offset
    end: Offset


class TitleRead(Shape):
    """What a job title says. `rank` runs from 1 (staff) to 6 (C-level, board); null where no word tells."""

    level: str
    rank: int | None
    functions: tuple[str, ...]
    area: str
    level_group: str
    is_assistant: bool
    proxy_for: str
    is_acting: bool
    is_former: bool
    parts: tuple[TitlePart, ...]
    language: str
    rule: str
    start: Offset
    end: Offset
    confidence: Share
    decisions: tuple[Decision, ...]


class Signature(Shape):
    """What the writer says of themself at the end; what is not said is null or empty. `title_read` reads `title`."""

    start: Offset
    end: Offset
    name: Value | None
    title: Value | None
    title_read: TitleRead | None
    department: Value | None
    company: Value | None
    phones: tuple[Phone, ...]
    emails: tuple[Value, ...]
    urls: tuple[Value, ...]
    linkedin: Value | None
    address: tuple[Value, ...]


class Forward(Shape):
    """A mail inside the mail: `text[start:end]` is header and words, `text[body_start:end]` the words.

    `sent_at` has no time zone when the header gives none. `kind` is "forward" for a mail passed on, else "quote".
    """

    kind: Literal["forward", "quote"]
    sender: Person
    sent_at: str | None
    to: tuple[Person, ...]
    cc: tuple[Person, ...]
    subject: str
    start: Offset
    body_start: Offset
    end: Offset


class FailedRecipient(Shape):
    """An address that a mail did not reach: `rule` is the class of the failure, `is_hard` says the address is dead.

    `quote` is `text[start:end]`, empty when the address stands in a field of the report only.
    """

    address: str
    is_hard: bool
    rule: str
    status: str
    code: str
    words: str
    diagnostic: str
    quote: str
    start: Offset
    end: Offset
    confidence: Share


class Bounce(Shape):
    """A report of failed or delayed delivery."""

    is_hard: bool
    recipients: tuple[FailedRecipient, ...]
    reported_message_id: str
    reported_at: Moment | None


class AutoReply(Shape):
    """What an automatic reply says; `returns_on` is the first day back, `last_day` the last at the firm."""

    topic: Literal[
        "left", "internal_move", "out_of_office", "parental_leave", "long_leave", "ticket_ack", "challenge",
        "address_change", "receipt",
    ]  # fmt: skip
    quote: str
    start: Offset
    end: Offset
    rule: str
    confidence: Share
    returns_on: date | None
    last_day: date | None
    successor: str
    successor_addresses: tuple[str, ...]
    new_employer: str
    forwarding_address: str


class Finding(Shape):
    """Something that was said. What `topic`, `value` and `weight` mean depends on `kind`: see docs/reading.md."""

    kind: Literal["ask", "request", "advocacy", "mention", "departure_said", "next_step", "hint", "sentiment"]
    topic: str
    value: str
    weight: float
    quote: str
    start: Offset
    end: Offset
    rule: str
    confidence: Share
    person: str
    address: str
    firm: str
    until: date | None


class WrittenFinding(Finding):
    """A finding in something written: `own_words[start:end]` is the quote, `text[text_start:text_end]` where it stands.

    The two differ at most in blanks at the ends of lines. `text_start` and `text_end` are null when the quote is not
    one run in the text (a quoted line stands between).
    """

    text_start: Offset | None
    text_end: Offset | None


class CommentFinding(WrittenFinding):
    """A finding in a comment of a ticket, by the comment's id ("" is the description)."""

    comment: str
    speaker: str


class SpokenFinding(Finding):
    """A finding in a call: `start` and `end` are places in the text of the turn; `cue` is where it starts."""

    turn: int
    cue: int
    speaker: str


class Term(Shape):
    """One form that made the tone; the weights of all terms add up to the value."""

    name: str
    weight: float
    quote: str
    start: Offset
    end: Offset


class Tone(Shape):
    """The tone of somebody's words from -1 to 1; `quote` is the strongest sentence. "abstain" has a `reason`."""

    label: Literal["pos", "neu", "neg", "abstain"]
    value: Annotated[float, Meta(ge=-1, le=1)]
    n_words: int
    quote: str
    start: Offset
    end: Offset
    terms: tuple[Term, ...]
    confidence: Share
    reason: str


class Problem(Shape):
    """What could not be read: where, why, and what a person can do about it."""

    place: Source
    reason: str
    remedy: str
