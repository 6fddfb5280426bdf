"""How one reading looks on a terminal: a header, the zones, and a table of findings. Pure: a reading in, text out."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from rich import box
from rich.console import Group, RenderableType
from rich.markup import escape
from rich.table import Table
from rich.text import Text as Styled

from graph_service.app import reading_parts as parts
from graph_service.app.reading_json import Call, Company, Failure, Mail, Name, Reading, Text, Ticket, Title, Written

QUOTE = 160
COLOURS = {"ask": "cyan", "departure_said": "red", "advocacy": "green", "sentiment": "magenta", "bounce": "red"}


class Line(NamedTuple):
    """One row of the table: what it is, where it stands, its words, the rule, and how sure the rule is."""

    what: str
    where: str
    quote: str
    rule: str
    confidence: float


def reading_view(reading: Reading) -> RenderableType:
    """Return what is shown of one reading."""
    match reading:
        case Mail():
            return _view(_mail_head(reading), _zones(reading), _mail_lines(reading))
        case Text():
            return _view(_text_head(reading), _zones(reading), (*_form_lines(reading), *_text_lines(reading)))
        case Call():
            return _view(_call_head(reading), "", _call_lines(reading))
        case Ticket():
            return _view(_ticket_head(reading), "", _ticket_lines(reading))
        case Failure():
            error = reading.error
            place = f"{error.place.file}, {error.place.position}"
            return Styled.assemble((place, "bold"), (" cannot be read: ", "red"), f"{error.reason} {error.remedy}")
        case _:
            return _string_view(reading)


def _view(head: str, zones: str, lines: Iterable[Line]) -> RenderableType:
    table = Table("what", "line", "quote", "rule", "sure", box=box.SIMPLE_HEAD, pad_edge=False)
    for line in lines:
        colour = COLOURS.get(line.what.partition(" ")[0], "")
        quote = " ".join(line.quote.split())
        short = quote if len(quote) <= QUOTE else f"{quote[: QUOTE - 1]}…"
        table.add_row(Styled(line.what, colour), line.where, escape(short), escape(line.rule), f"{line.confidence:.2f}")
    shown: list[RenderableType] = [Styled(head, "bold")]
    if zones:
        shown.append(Styled(zones, "dim"))
    shown.append(table if table.row_count else Styled("Nothing found.\n", "dim"))
    return Group(*shown)


def _mail_head(mail: Mail) -> str:
    kind = mail.kind.kind.replace("_", " ") if mail.kind else "mail"
    who = mail.sender.name or mail.sender.address
    return f"{mail.sent_at:%Y-%m-%d %H:%M} · {who}{_side(mail.is_ours)} · {mail.subject or '(no subject)'} · {kind}"


def _text_head(text: Text) -> str:
    where = text.source.file if text.source.position in {"whole file", "stdin"} else text.source.position
    said = (f"{text.said_on}", text.author + _side(text.is_ours), where)
    return " · ".join(one for one in said if one and one != "None")


def _call_head(call: Call) -> str:
    when = f"{call.started_at:%Y-%m-%d %H:%M}" if call.started_at else "no date"
    speakers = dict.fromkeys(turn.speaker for turn in call.turns if turn.speaker)
    return f"{when} · call {call.title or call.call_id} · {len(call.turns)} turns · {', '.join(speakers)}"


def _ticket_head(ticket: Ticket) -> str:
    return f"{ticket.created_at:%Y-%m-%d} · ticket {ticket.ticket_id} · {ticket.subject} · {ticket.status}"


def _side(is_ours: bool | None) -> str:
    return "" if is_ours is None else " (ours)" if is_ours else " (customer)"


def _zones(written: Written) -> str:
    """Return the zones as kinds with their lines: "greeting 1 · body 3-9 · quote 11-20"."""
    said = []
    for kind, run in groupby(written.zones, lambda one: one.kind):
        zones = list(run)
        start = zones[0].start
        piece = written.text[start : zones[-1].end]
        if piece.strip():
            start += len(piece) - len(piece.lstrip())
            first = _line(written.text, start)
            last = first + piece.strip().count("\n")
            said.append(f"{kind} {first}" + (f"-{last}" if last > first else ""))
    return " · ".join(said)


def _mail_lines(mail: Mail) -> Iterable[Line]:
    if mail.kind and mail.kind.is_automatic:
        quote = mail.kind.quote or f"(header) {mail.kind.kind.replace('_', ' ')}"
        where = str(_line(mail.text, mail.kind.start)) if mail.kind.quote else ""
        yield Line(f"kind {mail.kind.kind}", where, quote, mail.kind.rule, mail.kind.confidence)
    for one in mail.bounce.recipients if mail.bounce else ():
        what = f"bounce {'hard' if one.is_hard else 'soft'}"
        where = str(_line(mail.text, one.start)) if one.quote else ""
        yield Line(what, where, f"{one.address}: {one.words or one.diagnostic or one.status}", one.rule, one.confidence)
    if reply := mail.auto_reply:
        said = ((" back ", reply.returns_on), (" last day ", reply.last_day), (" to ", reply.successor))
        more = "".join(f"{before}{value}" for before, value in said if value)
        where = str(_line(mail.text, reply.start)) if reply.quote else ""
        yield Line(f"auto_reply {reply.topic}{more}", where, reply.quote, reply.rule, reply.confidence)
    yield from _form_lines(mail)
    yield from _found(mail.findings, mail)


def _form_lines(written: Written) -> Iterable[Line]:
    """Yield the signature's fields and the mails inside."""
    for what, value in _fields(written.signature) if written.signature else ():
        yield Line(what, str(_line(written.text, value.start)), value.value, value.rule, value.confidence)
    if written.signature and (title := written.signature.title_read) and title.rank is not None:
        said = f"{title.level}, rank {title.rank}" + (f", {', '.join(title.functions)}" if title.functions else "")
        yield Line("title says", "", said, title.rule, title.confidence)
    for one in written.forwards:
        who = one.sender.name or one.sender.address or "somebody"
        quote = f"{who}, {one.sent_at or 'no date'}{': ' + one.subject if one.subject else ''}"
        yield Line(one.kind, str(_line(written.text, one.start)), quote, "header", 1.0)


def _fields(signature: parts.Signature) -> Iterable[tuple[str, parts.Value]]:
    single = (
        ("name", signature.name), ("title", signature.title), ("department", signature.department),
        ("company", signature.company), ("linkedin", signature.linkedin),
    )  # fmt: skip
    yield from ((name, value) for name, value in single if value is not None)
    yield from ((f"{one.kind} phone", one) for one in signature.phones)
    yield from (("email", one) for one in signature.emails)
    yield from (("url", one) for one in signature.urls)
    yield from (("address", one) for one in signature.address)


def _text_lines(text: Text) -> Iterable[Line]:
    return _found(text.findings, text)


def _found(findings: Sequence[parts.WrittenFinding], written: Written) -> Iterable[Line]:
    for one in findings:
        where = "" if one.text_start is None else str(_line(written.text, one.text_start))
        yield Line(_what(one), where, one.quote, one.rule, one.confidence)


def _call_lines(call: Call) -> Iterable[Line]:
    for one in call.findings:
        where = f"cue {one.cue}" + (f" {one.speaker}" if one.speaker else "")
        yield Line(_what(one), where, one.quote, one.rule, one.confidence)


def _ticket_lines(ticket: Ticket) -> Iterable[Line]:
    for one in ticket.findings:
        where = f"{one.comment or 'description'} {one.speaker}".strip()
        yield Line(_what(one), where, one.quote, one.rule, one.confidence)


def _what(one: parts.Finding) -> str:
    """Return a finding in a few words: kind, topic, value, and what is known of people and days."""
    more = (one.topic, one.value, one.person, one.address, one.firm, f"until {one.until}" if one.until else "")
    return " ".join(dict.fromkeys(word for word in (one.kind, *more) if word))


def _line(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1


def _string_view(reading: Title | Name | Company) -> RenderableType:
    match reading:
        case Title():
            rank = "no rank" if reading.rank is None else f"rank {reading.rank}"
            marks = [name for name in ("assistant", "acting", "former") if getattr(reading, f"is_{name}")]
            said = [reading.level, rank, *reading.functions, *marks]
            return Styled.assemble((reading.title, "bold"), f": {', '.join(said)} ({reading.rule or 'no rule'})")
        case Name():
            given = " ".join(reading.given) or "-"
            return Styled.assemble((reading.text, "bold"), f": given {given}, family {reading.full_last or '-'}")
        case Company():
            rest = " ".join((*reading.generic, *reading.lines, *reading.places))
            tail = f" (beside: {rest})" if rest else ""
            return Styled.assemble((reading.text, "bold"), f": {' '.join(reading.core) or '-'}{tail}")
