"""The usage connector: product usage as daily counts or as raw events, out of CSV tables and JSON Lines.

Rows of one day, key, user and feature add up within a load. A file is one source, read as a whole and folded while it
streams by, so offsets are 0. Days are days of UTC, as written. A user that is no address keeps a series of their own.
"""

import re
from collections.abc import AsyncIterator, Iterator
from functools import lru_cache
from pathlib import Path
from typing import ClassVar

from pydantic import BaseModel, ConfigDict

from graph_service.domain.facts import epoch_day
from graph_service.errors import SourceError
from graph_service.ingest.connector import Rejected, SourceRecord
from graph_service.ingest.connectors.crm_dates import DateOrder
from graph_service.ingest.connectors.folder_files import in_batches, list_files, size_of, unreadable
from graph_service.ingest.connectors.jsonl_table import LINES, TABLES, Line, fields_of, read_feed
from graph_service.ingest.connectors.mail_addresses import clean_address
from graph_service.ingest.connectors.tickets_values import moment_of
from graph_service.ingest.connectors.usage_fold import UsageFold
from graph_service.ingest.feed_records import UsageRecord
from graph_service.ingest.places import Place
from graph_service.ingest.recognition import Description
from graph_service.reading.addresses import domain_of, is_free_mail

COLUMNS = {
    "day": "date day usagedate eventdate activitydate timestamp eventtime eventtimestamp time ts occurredat createdat "
    "eventat receivedat datetime at period",
    "key": "accountkey accountid account orgid organizationid organisationid org orgkey tenantid tenant tenantkey "
    "customerid customerkey customer workspaceid workspacekey companyid company groupid group subscriptionid "
    "externalaccountkey externalid",
    "user": "useremail email user userid username useridentifier distinctid actor actoremail member login",
    "feature": "feature featurename featurekey event eventname eventtype eventkey action module metric activity name",
    "count": "count counts events eventcount usagecount uses usage total quantity value hits n num sessions",
}
NEEDED = (("day",), ("key", "user"))
MAX_CELL = 200
MOST_COUNT = 10**12
SHOWN_REJECTS = 1_000
NOTHING_NAMED = "use"
REMEDY = "Correct the row, or say in `dates` which number of a date is the day, and import again."
Result = UsageRecord | Rejected
_OFFSET = re.compile(r"[+-]\d\d:?\d\d$|[A-Y]$")
_MONTH = re.compile(r"\d{4}-\d\d")


class UsageConfig(BaseModel):
    """Which tables to read: a file or a folder; `dates` says what 03/04/2026 means ("day_first", "month_first")."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    path: Path
    dates: DateOrder = ""


class UsageConnector:
    """Reads product usage; see the module's text for how rows add up."""

    name: ClassVar[str] = "usage"
    Config: ClassVar[type[BaseModel]] = UsageConfig

    def __init__(self, config: BaseModel) -> None:
        if not isinstance(config, UsageConfig):
            raise TypeError("UsageConnector takes a UsageConfig")
        self._config = config

    def sources(self) -> list[str]:
        """Return the tables, sorted; raises SourceError when there is none."""
        return list_files(self._config.path, TABLES | LINES, "tables of usage (.csv, .jsonl)")

    def total_bytes(self) -> int:
        """Return the size of all files in bytes."""
        return sum(size_of(source) for source in self.sources())

    async def records(self, source: str, since: int = 0) -> AsyncIterator[SourceRecord | Rejected]:  # noqa: ARG002
        """Stream the series of one file; `since` changes nothing. Raises SourceError for a file it cannot read."""
        async for record in in_batches(self._read(Path(source))):
            yield record

    def _read(self, path: Path) -> Iterator[Result]:
        fold, first, refused = UsageFold(), "", 0
        try:
            for line in read_feed(path, COLUMNS, NEEDED):
                bad = line if isinstance(line, Rejected) else _add(line, fold, self._config.dates)
                first = first or line.place.position
                if bad is not None:
                    refused += 1
                    if refused <= SHOWN_REJECTS:
                        yield bad
        except OSError as error:
            raise unreadable(path, error) from error
        if refused > SHOWN_REJECTS:
            reason = f"{refused - SHOWN_REJECTS} more rows of this file cannot be read."
            yield Rejected(Place(str(path), "the rest"), reason, REMEDY)
        for (key, user, feature), days, counts in fold.series():
            yield UsageRecord(Place(str(path), f"from {first} on"), key, user, feature, days, counts)


def _add(line: Line, fold: UsageFold, order: DateOrder) -> Rejected | None:
    """Add one line, or return why it cannot be counted."""
    day = _day(line.get("day"), order)
    user = clean_address(line.get("user")) or line.get("user")[:MAX_CELL].strip()
    key = line.get("key")[:MAX_CELL].strip() or _firm(user)
    count = _count(line.get("count"))
    if day is None:
        reason = f"The day cannot be read: {line.get('day')[:100]!r}."
    elif not key:
        reason = "The row names no account, and no user with a firm's address."
    elif count is None:
        reason = f"The count cannot be read: {line.get('count')[:100]!r}."
    else:
        feature = " ".join(line.get("feature")[:MAX_CELL].split()) or NOTHING_NAMED
        fold.add((key, user, feature), day, count)
        return None
    return Rejected(line.place, reason, REMEDY, line.raw)


def _firm(user: str) -> str:
    domain = domain_of(user) if "@" in user else ""
    return "" if is_free_mail(domain) else domain


def _day(text: str, order: DateOrder) -> int | None:
    """Return the epoch day of a date or a moment in UTC; the first of the month for a month."""
    is_utc = len(text) > 10 and text[10] in "T " and not _OFFSET.search(text, 10)
    return _read_day(text[:10] if is_utc else text, order)


@lru_cache(maxsize=4096)
def _read_day(text: str, order: DateOrder) -> int | None:
    moment = moment_of(f"{text}-01" if _MONTH.fullmatch(text) else text, order)
    return None if moment is None else epoch_day(moment.date())


@lru_cache(maxsize=4096)
def _count(text: str) -> int | None:
    """Return a whole count of nought or more; an empty cell is one event."""
    try:
        value = float(text.replace("\u00a0", "").replace(" ", "")) if text else 1.0
    except ValueError:
        return None
    return int(value) if 0 <= value <= MOST_COUNT and value == int(value) else None


def describe(path: Path) -> Description | None:
    """Return what `path` is for the usage connector, or None when it holds no usage."""
    if path.is_dir():
        try:
            files = [Path(one) for one in list_files(path, TABLES | LINES, "usage")]
        except SourceError:
            return None
        found = [one for file in files[:50] if file.parent == path and (one := describe(file))]
        best = max(found, key=lambda one: one.certainty, default=None)
        return Description("usage", "folder of usage", best.certainty - 0.02, best.note) if best else None
    if path.suffix.lower() not in TABLES | LINES:
        return None
    fields = fields_of(path, COLUMNS)
    if not {"day", "feature"} <= fields or not fields & {"key", "user"} or not fields & {"count", "user"}:
        return None
    is_named = any(word in path.stem.casefold() for word in ("usage", "event", "activity", "telemetry"))
    is_plain = {"key", "count"} <= fields
    return Description("usage", "table of usage", 0.9 if is_named else 0.75 if is_plain else 0.4, "counts by feature")
