"""The mails that a mail carries: for each reply header or forwarded header block its people, date, subject and place.

What a block does not say stays empty; nothing is guessed from the mail around it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from graph_service.reading.zones import quotes
from graph_service.reading.zones.header_blocks import HeaderBlock, read_block, unmarked
from graph_service.reading.zones.header_dates import find_sent, parse_sent
from graph_service.reading.zones.lines import split_lines
from graph_service.reading.zones.mailboxes import Mailbox, read_mailbox, read_mailboxes

MAX_FORWARDS = 200
MARK_LINES = 5

_OPENING_WORDS = "On Am Le El Il Op Den Em W Dnia Dne At GMT UTC CET CEST"
_OPENINGS = frozenset(_OPENING_WORDS.split())
_ENGLISH_DATES = frozenset({"sent", "date"})
_ON_DATE = re.compile(r"\s+(?:on\s+)?(\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}[ ,]+\d{1,2}:\d{2}.{0,20})$", re.IGNORECASE)
_STAMP = re.compile(
    r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}(?:[ ,]+(?:at )?\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AP]M)?(?:\s[A-Z]{3,4}\b)?)?"
    r"|^\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AP]M)?$",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"[(<\[]{0,2}(?:mailto:)?([\w.+'-]{1,64}@[\w.-]{3,120})[)>\]]{0,2}")
_VERB = re.compile(
    r"\b(?:wrote|writes|schrieb|schreibt|a\s+écrit|escribió|ha\s+scritto|schreef|skrev|escreveu|napsal|napisał|kirjoitti"
    r"|на?писал)(?:\(a\))?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Forwarded:
    """One mail inside a mail: `text[start:end]` is header and words, `text[body_start:end]` the words.

    `sent_at` is naive when the header gives no time zone, and None when it gives no full date. `kind` is "forward"
    for a mail that was passed on as such, else "quote".
    """

    sender_name: str
    sender_address: str
    sent_at: datetime | None
    to: tuple[Mailbox, ...]
    cc: tuple[Mailbox, ...]
    subject: str
    start: int
    body_start: int
    end: int
    kind: str


def find_forwards(text: str) -> tuple[Forwarded, ...]:
    """Return the mails with a header inside `text`, outermost first; each ends where the next header begins."""
    lines = split_lines(text)
    plain = [unmarked(line) for line in lines.texts]
    found = list(_headers(plain))
    made: list[Forwarded] = []
    for place, (start, end, block, kind) in enumerate(found):
        stop = found[place + 1][0] if place + 1 < len(found) else len(plain)
        starts = lines.starts
        made.append(_forwarded(block, (starts[start], starts[end], starts[max(stop, end)]), kind))
    return tuple(one for one in made if one.sender_name or one.sender_address or one.sent_at)


def _headers(lines: Sequence[str]) -> Iterator[tuple[int, int, HeaderBlock, str]]:
    """Yield the first line, the line after the last, the fields and the kind of each header, in order."""
    at, free, count, kind, marked = 0, 0, 0, "quote", -MARK_LINES - 1
    while at < len(lines) and count < MAX_FORWARDS:
        opened = quotes.is_separator(lines, at)
        if opened:
            kind = "forward" if quotes.is_forward_mark(lines, at) else "quote"
            free = marked = at
        # Two fields are enough right under a mark that says what they are.
        length = quotes.header_length(lines, at, least=2 if 0 <= at - marked <= MARK_LINES else 3)
        if length:
            start = max(quotes.sender_start(lines, at), free)
            yield start, at + length, read_block(lines, start, at, at + length), kind
        else:
            length = 0 if opened else quotes.wrote_length(lines, at)
            if length:
                line = " ".join(part.strip() for part in lines[at : at + length])
                yield at, at + length, _attribution(line), "quote"
        if length:
            count, kind = count + 1, "quote"
            at, free = at + length, at + length
        else:
            at += 1


def _attribution(line: str) -> HeaderBlock:
    """Return the writer and the date of an "On … wrote:" line as fields; the name is behind the date or before it."""
    block = HeaderBlock()
    plain = line[:400]
    address = _ADDRESS.search(plain)
    sent = find_sent(plain)
    if sent is not None:
        block.values["date"] = plain[sent.start : sent.end]
    after = _named(plain[sent.end :]) if sent is not None else ""
    name = after or _named(plain[: sent.start] if sent is not None else plain)
    block.values["from"] = f"{name} <{address[1]}>" if address else name
    return block


def _named(part: str) -> str:
    """Return the name in a part of an attribution line: without the verb, the address and small words."""
    plain = _ADDRESS.sub(" ", _VERB.sub(" ", part)).strip(" ,:;.\"'>)(-")
    words = plain.replace('"', " ").split()
    while words and (words[0][:1].islower() or words[0].strip(",.:") in _OPENINGS or words[0][:1].isdigit()):
        words.pop(0)
    while words and words[-1].islower():
        words.pop()
    return " ".join(words[:6]) if words and words[0][:1].isalpha() else ""


def _forwarded(block: HeaderBlock, place: tuple[int, int, int], kind: str) -> Forwarded:
    sender, sent = _sender_and_date(block)
    values = block.values
    return Forwarded(
        sender.name,
        sender.address,
        sent,
        read_mailboxes(values.get("to", "")),
        read_mailboxes(values.get("cc", "")),
        " ".join(values.get("subject", "").split())[:400],
        *place,
        kind,
    )


def _sender_and_date(block: HeaderBlock) -> tuple[Mailbox, datetime | None]:
    beside = " ".join(block.beside)
    from_line = block.values.get("from", "")
    inside = _ON_DATE.search(from_line)
    if inside:
        from_line = from_line[: inside.start()]
    sender = read_mailbox(from_line or _sender_beside(block.beside))
    label = block.labels.get("date", "")
    dated = block.values.get("date", "")
    foreign = bool(label) and label not in _ENGLISH_DATES
    sent = parse_sent(dated, day_first=True if foreign and "-" not in dated else None) if dated else None
    if sent is None and inside:
        sent = parse_sent(inside[1])
    if sent is None and beside:
        sent = parse_sent(" ".join(found[0] for found in _STAMP.finditer(" ".join(_stamps(block.beside)))))
    return sender, sent


def _stamps(beside: Sequence[str]) -> list[str]:
    return [part for part in beside if _STAMP.search(part)]


def _sender_beside(beside: Sequence[str]) -> str:
    """Return the text beside the labels without its date: the sender, whose address may be broken over two lines."""
    parts = [_STAMP.sub("", part).strip(" \t,") for part in beside]
    named = [re.sub(r"\s+on$", "", part) for part in parts if any(letter.isalpha() for letter in part)]
    named = [part for part in named if part.upper() not in ("AM", "PM", "ON")]
    if len(named) > 1 and (named[1].startswith("@") or ("<" in named[0] and ">" not in named[0])):
        return "".join(named[:2])
    with_address = next((part for part in named if "@" in part or "/" in part), "")
    return with_address or (named[-1] if named else "")
