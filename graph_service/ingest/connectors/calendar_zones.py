"""Which time zone an iCalendar TZID means.

Owns the names that calendar programs give to zones: IANA, Windows, paths of vendors, sentences such as
"(UTC+01:00) Amsterdam, Berlin", and zones that a file defines itself. A zone of a file is registered under the digest
of its definition, because the calendar library keeps one table of zones for the whole process and two files may mean
different things by "Customized Time Zone".
"""

import hashlib
import re
import zoneinfo
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache, lru_cache

from icalendar import Calendar
from icalendar.timezone import tzp
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

# Names that programs show instead of an id; those of Windows without "Standard Time" are built below.
_SPOKEN = {
    "utc": "UTC", "gmt": "UTC", "z": "UTC", "zulu": "UTC", "coordinated universal time": "UTC",
    "eastern time": "America/New_York", "central time": "America/Chicago", "mountain time": "America/Denver",
    "pacific time": "America/Los_Angeles", "atlantic time": "America/Halifax", "alaska": "America/Anchorage",
    "indiana": "America/Indiana/Indianapolis", "arizona": "America/Phoenix", "newfoundland": "America/St_Johns",
    "greenwich mean time": "Europe/London", "edinburgh": "Europe/London", "bern": "Europe/Zurich",
    "cape verde": "Atlantic/Cape_Verde", "new delhi": "Asia/Kolkata", "mumbai": "Asia/Kolkata",
    "chennai": "Asia/Kolkata", "osaka": "Asia/Tokyo", "beijing": "Asia/Shanghai", "canberra": "Australia/Sydney",
    "cet": "Europe/Berlin", "cest": "Europe/Berlin", "bst": "Europe/London", "pst": "America/Los_Angeles",
    "pdt": "America/Los_Angeles", "edt": "America/New_York", "central europe": "Europe/Berlin",
    "romance": "Europe/Paris", "w. europe": "Europe/Berlin", "eastern europe": "Europe/Helsinki",
}  # fmt: skip
_OFFSET = re.compile(r"(?:utc|gmt)?\s*([+-])\s*(\d{1,2})(?:[:.]?(\d\d))?\b", re.IGNORECASE)


@dataclass(slots=True)
class Zones:
    """The zones of one calendar: its own definitions, a default, and what could not be understood."""

    definitions: dict[str, str]
    default: str
    unknown: dict[str, str] = field(default_factory=dict)

    def resolve(self, tzid: str) -> str:
        """Return the id that the calendar library knows this zone by, or "" for unknown (noted in `unknown`).

        A known name comes first, then the file's own definition, then what the words suggest.
        """
        tzid = tzid.strip().strip('"').strip()
        definition = next((text for name, text in self.definitions.items() if name.strip('"') == tzid), "")
        found = named_zone(tzid) or (own_zone(definition) if definition else "") or guessed_zone(tzid)
        if not found:
            self.unknown[tzid] = "its definition in the file is broken" if definition else "the file does not define it"
        return found


@lru_cache(maxsize=4096)
def named_zone(tzid: str) -> str:
    """Return the IANA name that `tzid` is, as such, as a Windows name or as the end of a path; or ""."""
    name = tzid.strip().strip('"').strip("/ ")
    if not name or len(name) > 200:
        return ""
    known = _known()
    if name.casefold() in known:
        return known[name.casefold()]
    if name in WINDOWS_TO_OLSON:
        return WINDOWS_TO_OLSON[name]
    parts = name.split("/")
    for start in range(1, len(parts)):
        tail = "/".join(parts[start:]).casefold()
        if tail in known and ("/" in tail or tail in {"utc", "gmt"}):
            return known[tail]
    return ""


@lru_cache(maxsize=4096)
def guessed_zone(tzid: str) -> str:
    """Return the IANA name that the words of `tzid` suggest: a city, a well-known name, a whole-hour offset; or ""."""
    text = tzid[:200].casefold().strip()
    words = re.sub(r"\([^)]{0,100}\)", " ", text)
    for part in (text, *re.split(r"[,;/&]", words)):
        name = part.strip().removesuffix("standard time").removesuffix("daylight time").strip()
        found = _SPOKEN.get(part.strip()) or _SPOKEN.get(name) or _cities().get(name.replace(" ", "_"))
        if found:
            return found
    offset = _OFFSET.search(text)
    if offset and int(offset[2]) <= 12 and int(offset[3] or 0) == 0:
        return f"Etc/GMT{'-' if offset[1] == '+' else '+'}{int(offset[2])}" if int(offset[2]) else "UTC"
    return ""


@lru_cache(maxsize=1024)
def own_zone(definition: str) -> str:
    """Register a VTIMEZONE and return the id it now goes by, or "" when it cannot be used."""
    name = "file-" + hashlib.sha256(definition.encode("utf-8", "replace")).hexdigest()[:16]
    renamed = re.sub(r"(?im)^TZID[^\r\n]*", f"TZID:{name}", definition, count=1)
    try:
        Calendar.from_ical(f"BEGIN:VCALENDAR\r\n{renamed}END:VCALENDAR\r\n")
        zone = tzp.timezone(name)
        if zone is None:
            return ""
        for year in (2001, 2024):  # a zone that breaks shows it when it is asked
            for month in (1, 7):
                datetime(year, month, 1, 12, tzinfo=zone).utcoffset()
    except Exception:  # noqa: BLE001  # the library and dateutil raise whatever a broken definition leads to
        return ""
    return name


@cache
def _known() -> dict[str, str]:
    return {name.casefold(): name for name in zoneinfo.available_timezones() if not name.startswith(("posix", "right"))}


@cache
def _cities() -> dict[str, str]:
    areas = ("Europe/", "America/", "Asia/", "Africa/", "Australia/", "Pacific/", "Atlantic/", "Indian/")
    return {name.rpartition("/")[2].casefold(): name for name in sorted(_known().values()) if name.startswith(areas)}
