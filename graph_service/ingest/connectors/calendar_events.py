"""One entry of a calendar file as the calendar library's event.

Owns what has to be put right before the library reads an entry: zone names, seconds that were left out, attached
files (dropped). An entry that the library cannot read is a `BadEvent` with a reason; it never raises.
"""

import hashlib
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import BinaryIO

from icalendar import Calendar, Component, Event
from icalendar.prop import vBroken

from graph_service.ingest.connectors.calendar_index import Span
from graph_service.ingest.connectors.calendar_lines import lines, text_of
from graph_service.ingest.connectors.calendar_zones import Zones

MAX_EVENT = 4 << 20
MAX_PROPERTIES = 20_000
DROPPED = ("ATTACH", "IMAGE", "X-ALT-DESC", "X-SOURCE-", "X-MS-OLK-")
DATED = frozenset({"DTSTART", "DTEND", "RECURRENCE-ID", "EXDATE", "RDATE"})
LINE, ZONED = "X-SOURCE-LINE", "X-SOURCE-FLOATING"
_TZID = re.compile(r";TZID=(\"[^\"]{0,200}\"|.{0,200}?)(?=;[A-Z-]{1,40}=|$)", re.IGNORECASE)
_GREGORIAN = re.compile(r";?\b(?:RSCALE=GREGORIAN|SKIP=[A-Z]{1,20});?", re.IGNORECASE)
_NO_SECONDS = re.compile(r"\b(\d{8}T\d{4})(Z?)(?=$|[,/])")


@dataclass(frozen=True, slots=True)
class GoodEvent:
    """A readable entry; `notes` tells what in it could not be read."""

    span: Span
    event: Event
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BadEvent:
    """An entry that cannot be read: why, and how it begins."""

    span: Span
    reason: str
    raw: str


def read_event(stream: BinaryIO, span: Span, zones: Zones, *, is_dated: bool = True) -> GoodEvent | BadEvent:
    """Return the entry that stands at `span`; one that `is_dated` is bad without a start."""
    if span.end - span.start > MAX_EVENT:
        return BadEvent(span, f"The entry is larger than {MAX_EVENT >> 20} MB.", "")
    stream.seek(span.start)
    data = stream.read(span.end - span.start)
    if span.broken:
        return BadEvent(span, span.broken, _excerpt(data))
    try:
        text = "".join(f"{line}\r\n" for line in _mended(data, zones))
        uid = "" if span.uid else f"UID:{_made_uid(data)}\r\n"
        marked = text.replace("\r\n", f"\r\n{LINE}:{span.line}\r\n{uid}", 1)
        event = Calendar.from_ical(f"BEGIN:VCALENDAR\r\n{marked}END:VCALENDAR\r\n").walk("VEVENT")[0]
    except Exception as error:  # noqa: BLE001  # the library raises many kinds of error for broken entries
        return BadEvent(span, f"The entry cannot be read: {_said(error)}.", _excerpt(data))
    _drop_broken(event)
    has_start = isinstance(getattr(event.get("DTSTART"), "dt", None), date)
    if not isinstance(event, Event) or (is_dated and not has_start):
        return BadEvent(span, "The entry has no start that can be read (DTSTART).", _excerpt(data))
    return GoodEvent(span, event, tuple(f"{name or 'a line'} ({said[:120]})" for name, said in event.errors[:5]))


def _drop_broken(event: Component) -> None:
    """Remove the properties that the library could not read; their errors stay in `event.errors`."""
    for name in list(event.keys()):
        value = event.get(name)
        kept = [one for one in (value if isinstance(value, list) else [value]) if not isinstance(one, vBroken)]
        if not kept:
            del event[name]
        elif isinstance(value, list) and len(kept) < len(value):
            event[name] = kept


def _mended(data: bytes, zones: Zones) -> Iterator[str]:
    """Yield the lines of an entry as the library reads them best."""
    for count, line in enumerate(lines(io.BytesIO(data))):
        text = text_of(line.data).strip("\r\n")
        name = re.split(r"[;:]", text[:80], maxsplit=1)[0].strip().upper()
        if name.startswith(DROPPED) or count > MAX_PROPERTIES:
            continue
        if name in DATED:
            text = _dated(name, text, zones)
        elif name == "RRULE":
            text = "".join(_GREGORIAN.sub(_between, text).split())
        if not text.endswith(":"):
            yield text


def _between(match: re.Match[str]) -> str:
    """Return the semicolon that still parts the neighbours of what was taken out."""
    return ";" if match[0].startswith(";") and match[0].endswith(";") else ""


def _dated(name: str, text: str, zones: Zones) -> str:
    """Return a property that holds dates with a zone the library knows; an unknown zone becomes floating time."""
    head, _, value = text.rpartition(":")
    value = _NO_SECONDS.sub(r"\g<1>00\2", value.strip().upper())
    parameters = head[len(name) :] if head.upper().startswith(name) else ""
    found = _TZID.search(parameters)
    if found:
        zone = "" if value.endswith("Z") or "T" not in value else zones.resolve(found[1])
        parameters = parameters.replace(found[0], f";TZID={zone}" if zone else "")
    if "T" in value and "/" not in value:
        parameters = re.sub(r";VALUE=DATE(?=;|$)", "", parameters, flags=re.IGNORECASE)
    return f"{name}{parameters}:{value}"


def _made_uid(data: bytes) -> str:
    """Return an id for an entry that has none, the same as long as the entry stays the same."""
    return "entry-" + hashlib.sha256(b"\n".join(data.split())).hexdigest()[:24]


def _said(error: Exception) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__


def _excerpt(data: bytes) -> str:
    return text_of(data[:500])
