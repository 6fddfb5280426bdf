"""When a mail was sent: the first date that can be believed, in UTC, and which header gave it.

Mail clients send 1970 and 2099; a broken date would put facts on the wrong day for good. So a date counts only
inside the window that the caller gives.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from email.message import Message
from email.utils import parsedate_tz

from graph_service.ingest.connectors.mail_addresses import clean_address
from graph_service.ingest.connectors.mail_headers import raw, raw_all

# Zones that RFC 5322 does not define but that mail clients write; ambiguous ones (IST, CST) are left out.
_ZONES = {
    "WET": 0, "WEST": 1, "BST": 1, "CET": 1, "MET": 1, "CEST": 2, "MEST": 2, "MESZ": 2, "MEZ": 1, "EET": 2, "EEST": 3,
    "MSK": 3, "JST": 9, "KST": 9, "AEST": 10, "AEDT": 11, "NZST": 12, "NZDT": 13, "HST": -10, "AKST": -9, "AKDT": -8,
}  # fmt: skip
_ZONE_WORD = re.compile(r"(?<=\d)\s+([A-Z]{3,4})\s*(?:\(.*)?$")
_ENVELOPE = re.compile(r"From (\S+(?: at \S+)?)\s+(.+)")


@dataclass(frozen=True, slots=True)
class Window:
    """Moments between which a mail may have been sent, both included."""

    earliest: datetime
    latest: datetime

    def holds(self, moment: datetime | None) -> bool:
        """Tell whether `moment` is known and inside."""
        return moment is not None and self.earliest <= moment <= self.latest


def sent_at(message: Message, envelope: str, window: Window) -> tuple[datetime, str] | None:
    """Return the sending time in UTC and its source ("date", "received", "envelope"), or None.

    An envelope line counts only when it names a sender: "From - " and "From MAILER-DAEMON " are what mailbox
    exporters write, with the day of the export.
    """
    candidates = [("date", raw(message, "Date"))]
    candidates += [("received", value.rpartition(";")[2]) for value in raw_all(message, "Received")]
    line = _ENVELOPE.match(envelope)
    if line and "@" in clean_address(line[1]):
        candidates.append(("envelope", line[2]))
    for source, value in candidates:
        moment = parse_date(value)
        if moment is not None and window.holds(moment):
            return moment, source
    return None


def parse_date(value: str) -> datetime | None:
    """Return the moment that a header date names, in UTC, or None. Without a zone it is taken as UTC.

    Two-digit years follow RFC 5322: 00 to 68 are 2000 to 2068, 69 to 99 are 1969 to 1999. ISO 8601 is read as well.
    """
    value = value.strip()
    try:
        parts = parsedate_tz(value)
        if parts is None or parts[0] < 1000:
            return _iso(value)
        moment = datetime(*parts[:5], min(parts[5], 59), tzinfo=timezone(_offset(value, parts[9])))
        return moment.astimezone(UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _offset(value: str, seconds: int | None) -> timedelta:
    zone = _ZONE_WORD.search(value)
    if zone and zone[1] in _ZONES:
        return timedelta(hours=_ZONES[zone[1]])
    return timedelta(seconds=seconds or 0)


def _iso(value: str) -> datetime | None:
    moment = datetime.fromisoformat(value)
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
