"""What the name and the head of a transcript file tell: when the call was, and what it was about.

Owns the forms of dates in file names. Pure.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from graph_service.ingest.connectors.crm_dates import read_moment

HEAD_LINES = 30
_DAY = r"(20\d\d)[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])"
_TIME = r"(?:[T _-]{1,3}(?:at )?([01]\d|2[0-3])[-_.:h]?([0-5]\d)(?:[-_.:]?([0-5]\d))?(?:\.\d{1,6})?)?"
_DATED = re.compile(rf"(GMT|UTC)?(?<!\d){_DAY}{_TIME}(Z|UTC|GMT)?(?!\d)")
_FIELD = re.compile(r"(?:NOTE\s+)?([A-Za-zÀ-ÿ ]{3,24})\s*:\s*(\S.{0,300})")
_ZONED = re.compile(r"(?:Z|UTC|GMT|[+-]\d\d:?\d\d)\)?\s*$")
_NOISE = re.compile(r"(?i)\b(?:transcript|recording|meeting recording|gmt|utc|closed.?caption|cc)\b")
DATES = frozenset({"date", "recorded", "recorded on", "recorded at", "start", "start time", "started", "datum", "when"})
TITLES = frozenset({"title", "subject", "topic", "meeting", "meeting title", "thema", "betreff", "call"})
PEOPLE = frozenset({"participants", "attendees", "teilnehmer", "present"})


@dataclass(frozen=True, slots=True)
class Hints:
    """What was found: the start (None: nothing), a title, and the cell that lists people."""

    started_at: datetime | None
    title: str
    people: str = ""


def hints_of(stem: str, text: str, zone: str) -> Hints:
    """Return what the head of a transcript says, and else its file name; times without a zone are those of `zone`."""
    fields = dict(_fields(text))
    said = next((fields[name] for name in fields if name in DATES), "")
    named = _DATED.search(stem)
    started = read_time(said, zone) or (_from_name(named, zone) if named else None)
    title = next((fields[name] for name in fields if name in TITLES), "") or _title(stem)
    return Hints(started, title, next((fields[name] for name in fields if name in PEOPLE), ""))


def read_time(text: str, zone: str) -> datetime | None:
    """Return the moment a cell names, in UTC, or None; a time without a zone is one of the clock in `zone`."""
    text = text.strip()[:100]
    try:
        if re.fullmatch(r"\d{9,10}", text):
            return datetime.fromtimestamp(int(text), UTC)
        moment = read_moment(text)
    except (ValueError, OverflowError, OSError):
        return None
    is_clear = moment is None or text.isdigit() or bool(_ZONED.search(text))
    return moment if moment is None or is_clear else moment.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def _from_name(match: re.Match[str], zone: str) -> datetime | None:
    before, year, month, day, hour, minute, second, after = match.groups()
    try:
        local = datetime(int(year), int(month), int(day), int(hour or 0), int(minute or 0), int(second or 0))  # noqa: DTZ001
    except ValueError:
        return None
    return local.replace(tzinfo=UTC if before or after else ZoneInfo(zone)).astimezone(UTC)


def _fields(text: str) -> list[tuple[str, str]]:
    lines = text[:10_000].lstrip("\ufeff").splitlines()[:HEAD_LINES]
    found = [_FIELD.fullmatch(line.strip()[:340]) for line in lines]
    return [(match[1].strip().casefold(), match[2].strip()) for match in found if match]


def _title(stem: str) -> str:
    spaced = re.sub(r"_|(?<=\w)[-.](?=\w)", " ", _DATED.sub(" ", stem[:300]))
    return " ".join(_NOISE.sub(" ", spaced).split()).strip(" -_.")
