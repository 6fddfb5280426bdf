"""The LinkedIn connector: a feed of profiles whose owners agreed, one row an observation of one job.

Reads CSV tables and JSON Lines that somebody was given; it fetches nothing. A row that says that its owner did not
agree is set aside without its content. A file is one source, read as a whole, so offsets are 0.
"""

import re
from collections.abc import AsyncIterator, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import ClassVar

from pydantic import BaseModel, ConfigDict

from graph_service.errors import SourceError
from graph_service.ingest.connector import Rejected, SourceRecord
from graph_service.ingest.connectors.crm_dates import DateOrder, read_day
from graph_service.ingest.connectors.crm_values import FALSE, is_nothing
from graph_service.ingest.connectors.folder_files import in_batches, list_files, size_of, unreadable
from graph_service.ingest.connectors.jsonl_table import LINES, TABLES, Line, fields_of, read_feed
from graph_service.ingest.connectors.tickets_values import moment_of
from graph_service.ingest.feed_records import ProfileRecord
from graph_service.ingest.recognition import Description
from graph_service.reading.identity.persons import clean_url

COLUMNS = {
    "url": "profileurl linkedinurl linkedinprofile linkedinprofileurl linkedin publicprofileurl profile url link",
    "name": "fullname name personname profilename displayname",
    "first": "firstname givenname",
    "last": "lastname surname familyname",
    "company": "company companyname currentcompany employer organization organisation organizationname",
    "title": "title jobtitle position currenttitle role headline occupation",
    "started": "startedon startdate started start startsat positionstart jobstart from",
    "ended": "endedon enddate ended end endsat positionend jobend to until",
    "observed": "observedat observedon observed seenat capturedat collectedat scrapedat fetchedat updatedat "
    "lastupdated asof date timestamp snapshotdate",
    "consent": "consent consented hasconsent consentgiven optin optedin",
}
NEEDED = (("url",), ("observed",))
MAX_CELL = 300
REMEDY = "Correct the row, or say in `dates` which number of a date is the day, and import again."
_MONTH = re.compile(r"(\d{4})-(\d{1,2})")
_NUMERIC_MONTH = re.compile(r"(\d{1,2})[/.](\d{4})")
_YEAR = re.compile(r"\d{4}")
_STILL = frozenset({"present", "current", "now", "today", "heute", "aujourd'hui", "heden", "actualidad", "presente"})
Result = ProfileRecord | Rejected


class LinkedinConfig(BaseModel):
    """Which feed to read: a file or a folder; `dates` says what 03/04/2026 means ("day_first", "month_first")."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    path: Path
    dates: DateOrder = ""


class LinkedinConnector:
    """Reads observations of profiles; see the module's text."""

    name: ClassVar[str] = "linkedin"
    Config: ClassVar[type[BaseModel]] = LinkedinConfig

    def __init__(self, config: BaseModel) -> None:
        if not isinstance(config, LinkedinConfig):
            raise TypeError("LinkedinConnector takes a LinkedinConfig")
        self._config = config

    def sources(self) -> list[str]:
        """Return the tables, sorted; raises SourceError when there is none."""
        return list_files(self._config.path, TABLES | LINES, "feeds of profiles (.csv, .jsonl)")

    def total_bytes(self) -> int:
        """Return the size of all files in bytes."""
        return sum(size_of(source) for source in self.sources())

    async def records(self, source: str, since: int = 0) -> AsyncIterator[SourceRecord | Rejected]:  # noqa: ARG002
        """Stream the observations of one file; `since` changes nothing. Raises SourceError for one it cannot read."""
        async for record in in_batches(self._read(Path(source))):
            yield record

    def _read(self, path: Path) -> Iterator[Result]:
        try:
            for line in read_feed(path, COLUMNS, NEEDED):
                yield line if isinstance(line, Rejected) else _profile(line, self._config.dates)
        except OSError as error:
            raise unreadable(path, error) from error


def _profile(line: Line, order: DateOrder) -> Result:
    consent = line.get("consent").strip().casefold()
    if consent in FALSE or consent in {"withdrawn", "revoked", "denied", "declined"}:
        return Rejected(line.place, "The owner of this profile did not agree.", "Leave the row out of the feed.")
    url, observed = clean_url(line.get("url")), moment_of(line.get("observed"), order)
    if not url or "/" not in url or observed is None:
        what = "address of the profile" if observed else "time of the observation"
        cell = line.get("url") if observed else line.get("observed")
        return Rejected(line.place, f"The {what} cannot be read: {cell[:100]!r}.", REMEDY, line.raw)
    try:
        started = read_start(line.get("started"), order)
        ended = read_end(line.get("ended"), observed.date(), order)
    except ValueError as error:
        return Rejected(line.place, f"A date of the job cannot be read: {error}.", REMEDY, line.raw)
    name = line.get("name") or f"{line.get('first')} {line.get('last')}"
    return ProfileRecord(
        line.place, url, _short(name), observed, _short(line.get("company")), _short(line.get("title")), started, ended
    )


def read_start(text: str, order: DateOrder = "") -> date | None:
    """Return the day a job began: of a month or a year its first day. Raises ValueError for what is no date."""
    span = _span(text, order)
    return span[0] if span else None


def read_end(text: str, observed: date, order: DateOrder = "") -> date | None:
    """Return the day from which a job was no longer held: a day as written; of a month or a year the day after it.

    What was seen to be over was over by then, so it is never later than `observed`, unless a later day is written out.
    """
    span = _span(text, order)
    if span is None:
        return None
    first, after = span
    return first if after == first else max(first, min(after, observed))


def _span(text: str, order: DateOrder) -> tuple[date, date] | None:
    """Return the first day that a date means and the day after its last; the same day twice for a whole date."""
    text = text.strip()
    if is_nothing(text) or text.casefold() in _STILL:
        return None
    found = _MONTH.fullmatch(text)
    numeric = _NUMERIC_MONTH.fullmatch(text)
    if found or numeric:
        year, month = (found[1], found[2]) if found else (numeric[2], numeric[1]) if numeric else ("", "")
        first = date(int(year), int(month), 1)
        return first, (first + timedelta(days=31)).replace(day=1)
    if _YEAR.fullmatch(text):
        return date(int(text), 1, 1), date(int(text) + 1, 1, 1)
    words = text.split()
    if len(words) == 2 and words[0].isalpha() and _YEAR.fullmatch(words[1].strip(",")):
        first = read_day(f"1 {text}", order) or date.min
        return first, (first + timedelta(days=31)).replace(day=1)
    day = read_day(text[:100], order)
    return None if day is None else (day, day)


def _short(text: str) -> str:
    return " ".join(text[:MAX_CELL].split())


def describe(path: Path) -> Description | None:
    """Return what `path` is for the linkedin connector, or None when it holds no profiles."""
    if path.is_dir():
        try:
            files = [Path(one) for one in list_files(path, TABLES | LINES, "profiles")]
        except SourceError:
            return None
        found = [one for file in files[:50] if file.parent == path and (one := describe(file))]
        best = max(found, key=lambda one: one.certainty, default=None)
        return Description("linkedin", "folder of profiles", best.certainty - 0.02, best.note) if best else None
    if path.suffix.lower() not in TABLES | LINES:
        return None
    fields = fields_of(path, COLUMNS)
    if not {"url", "observed"} <= fields or not fields & {"company", "title"} or not fields & {"name", "first"}:
        return None
    return Description("linkedin", "feed of profiles", 0.9, "one row an observation of a profile")
