"""The shape of what `graph-service read --json` prints: one object a mail, call, ticket, message, text or string.

Owns the objects and the JSON Schema made from them (`docs/reading.schema.json`). No rule and no reading lives here.
"""

import re
from datetime import date
from typing import Any, Literal

import msgspec

from graph_service.app.reading_parts import (
    AutoReply,
    Bounce,
    CommentFinding,
    Forward,
    Kind,
    Moment,
    OrNone,
    Person,
    Problem,
    Shape,
    Signature,
    Source,
    SpokenFinding,
    TitleRead,
    Tone,
    Version,
    WrittenFinding,
    Zone,
)

SCHEMA: Literal[1] = 1
"""The version of the shape; it changes when a field goes away or changes its meaning, not when one is added."""


class Written(Shape):
    """A written text and what its form tells: zones, signature, mails inside it, and the writer's own words.

    `tone` is that of the own words, null when a machine wrote them.
    """

    text: str
    own_words: str
    zones: tuple[Zone, ...]
    signature: Signature | None
    forwards: tuple[Forward, ...]
    tone: Tone | None


class Mail(Written, tag_field="type", tag="mail"):
    """One mail. `automatic` is empty when a human wrote it; then, and only then, there are findings."""

    schema: Version
    source: Source
    message_id: str
    sent_at: Moment
    sender: Person
    to: tuple[Person, ...]
    cc: tuple[Person, ...]
    subject: str
    list_id: str
    attachments: tuple[str, ...]
    is_ours: OrNone
    automatic: Literal["", "auto_reply", "bounce", "bulk", "notification"]
    kind: Kind | None
    bounce: Bounce | None
    auto_reply: AutoReply | None
    findings: tuple[WrittenFinding, ...]


class Text(Written, tag_field="type", tag="text"):
    """A plain text, or one message of a chat (then with author and day)."""

    schema: Version
    source: Source
    channel: Literal["email", "message"]
    said_on: date | None
    author: str
    is_ours: OrNone
    findings: tuple[WrittenFinding, ...]


class Turn(Shape):
    """What one speaker said until the next one spoke; cues count as in the transcript, times are seconds."""

    number: int
    speaker: str
    is_ours: OrNone
    first_cue: int
    last_cue: int
    start_seconds: float
    end_seconds: float
    text: str


class Speaker(Shape):
    """Who spoke: the numbers of the turns, and the tone of all that was said (places in it, a line a turn)."""

    label: str
    is_ours: OrNone
    turns: tuple[int, ...]
    tone: Tone


class Call(Shape, tag_field="type", tag="call"):
    """One recorded call; `started_at` is null when nothing tells."""

    schema: Version
    source: Source
    call_id: str
    title: str
    started_at: Moment | None
    attendees: tuple[Person, ...]
    speakers: tuple[Speaker, ...]
    turns: tuple[Turn, ...]
    findings: tuple[SpokenFinding, ...]


class Comment(Written):
    """One message in a ticket. The description has the id "", unless the first comment repeats it."""

    id: str
    author: Person
    at: Moment
    is_public: bool
    is_automatic: bool
    is_ours: OrNone


class Ticket(Shape, tag_field="type", tag="ticket"):
    """One support ticket with its comments; comments of machines have no findings."""

    schema: Version
    source: Source
    system: str
    ticket_id: str
    subject: str
    created_at: Moment
    status: str
    priority: str
    requester: Person
    comments: tuple[Comment, ...]
    findings: tuple[CommentFinding, ...]


class Title(TitleRead, tag_field="type", tag="title"):
    """A job title given with `--title`."""

    schema: Version
    title: str


class Name(Shape, tag_field="type", tag="name"):
    """A person's name given with `--name`, as the matcher compares it: small letters, no accents, no titles."""

    schema: Version
    text: str
    given: tuple[str, ...]
    last: str
    full_last: str
    is_full: bool


class Company(Shape, tag_field="type", tag="company"):
    """A firm's name given with `--company`: `core` tells it from others; many firms carry the other words."""

    schema: Version
    text: str
    core: tuple[str, ...]
    generic: tuple[str, ...]
    lines: tuple[str, ...]
    places: tuple[str, ...]
    joined: str
    initials: str
    is_domain: bool


class Failure(Shape, tag_field="type", tag="error"):
    """An input that could not be read; the inputs after it were."""

    schema: Version
    error: Problem


Reading = Mail | Text | Call | Ticket | Title | Name | Company | Failure
"""One line of output."""

_HALVES = re.compile("[\ud800-\udfff]")
_DECODER: msgspec.json.Decoder[Reading] = msgspec.json.Decoder(Reading)


def encode_reading(reading: Reading) -> str:
    """Return one reading as JSON on one line; halves of surrogate pairs, which JSON cannot hold, become "\ufffd"."""
    try:
        return msgspec.json.encode(reading).decode()
    except UnicodeEncodeError:
        return msgspec.json.encode(_whole(msgspec.to_builtins(reading))).decode()


def _whole(value: Any) -> Any:
    if isinstance(value, str):
        return _HALVES.sub("\ufffd", value)
    if isinstance(value, list | tuple):
        return [_whole(one) for one in value]
    return {key: _whole(one) for key, one in value.items()} if isinstance(value, dict) else value


def decode_reading(line: str) -> Reading:
    """Return the reading of a line; raises `msgspec.ValidationError` for what is not of this shape."""
    return _DECODER.decode(line)


def json_schema() -> str:
    """Return the JSON Schema (2020-12) of a line of output, as the file in `docs` holds it."""
    made: dict[str, Any] = msgspec.json.schema(Reading)
    head = {"title": "A line of graph-service read --json", "description": "JSON Schema 2020-12; see docs/reading.md."}
    return msgspec.json.format(msgspec.json.encode(head | made, order="sorted"), indent=1).decode() + "\n"
