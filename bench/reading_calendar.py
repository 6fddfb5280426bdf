"""How well calendars, calls and tickets are read: files refused, recurrence against the library, truth of a town.

`measure(data)` reads the evaluation data beside the project and returns one row a metric. The fixtures are split by
the hash of their names: rules were made on part "tuning", "report" was only counted.
"""

import argparse
import asyncio
import csv
import hashlib
import json
import math
import tarfile
import warnings
from collections import defaultdict
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import recurring_ical_events
from icalendar import Calendar

from graph_service.ingest.connector import Connector, Rejected
from graph_service.ingest.connectors.calendar import CalendarConnector
from graph_service.ingest.connectors.calls import CallsConnector
from graph_service.ingest.connectors.tickets import TicketsConnector
from graph_service.ingest.source_records import CallRecord, MeetingRecord, TicketRecord

SPAN = (date(2000, 1, 1), date(2027, 1, 1))
Row = dict[str, Any]
Instance = tuple[str, datetime]


def measure(data: Path) -> list[Row]:
    """Return the rows of all kinds whose data is there: task, part, metric, value, n, low, high, bar."""
    rows: list[Row] = []
    fixtures = data / "calendar_ics" / "icalendar_fixtures.tar.gz"
    if fixtures.is_file():
        with TemporaryDirectory() as folder, tarfile.open(fixtures) as archive:
            archive.extractall(folder, filter="data")
            rows += _measure_fixtures(Path(folder))
    town = data / "town_small"
    if town.is_dir():
        rows += _measure_town_calendars(town) + _measure_calls(town) + _measure_tickets(town)
    return rows


def _measure_fixtures(folder: Path) -> list[Row]:
    clean: dict[str, list[bool]] = defaultdict(list)
    equal: dict[str, list[bool]] = defaultdict(list)
    for path in sorted(folder.rglob("*.ics")):
        part = _part(path.name)
        found = _meetings(path)
        clean[part].append(found is not None)
        library = _library(path)
        if found is not None and library is not None:
            equal[part].append(library <= {(one.series_uid, one.starts_at) for one in found})
    rows = [_row("calendar", f"fixtures, {part}", "files read or refused with a reason", told, 1.0)
            for part, told in sorted(clean.items())]  # fmt: skip
    return rows + [_row("calendar", f"fixtures, {part}", "files with all instances of the library", same, 1.0)
                   for part, same in sorted(equal.items())]  # fmt: skip


def _part(name: str) -> str:
    """Return the half of a file; salted, because the data itself was already halved by the plain hash."""
    return "report" if hashlib.sha256(f"calendar reading {name}".encode()).digest()[0] % 2 else "tuning"


def _measure_town_calendars(town: Path) -> list[Row]:
    equal: list[bool] = []
    found: dict[str, MeetingRecord] = {}
    for path in sorted((town / "input" / "calendar").glob("*.ics")):
        ours = _meetings(path) or []
        library = _library(path)
        equal.append(library == {(one.series_uid, one.starts_at) for one in ours})
        for one in ours:
            found[f"cal:{one.series_uid}@{one.starts_at:%Y-%m-%d}"] = one
    truth = list(_table(town / "truth" / "meetings.csv"))
    known = [row for row in truth if row["ref"] in found]
    cancelled = [(row["outcome"] == "cancelled") == (found[row["ref"]].status == "cancelled") for row in known]
    owned = [bool(one.owner.address) for one in found.values()]
    return [
        _row("calendar", "town_small", "files with exactly the library's instances", equal, 1.0),
        _row("calendar", "town_small", "true meetings found", [row["ref"] in found for row in truth], 0.95),
        _row("calendar", "town_small", "cancelled or not, as it was", cancelled, 0.95),
        _row("calendar", "town_small", "meetings with the calendar's owner", owned, 0.95),
    ]


def _measure_calls(town: Path) -> list[Row]:
    calls = {one.call_id: one for one in _read(CallsConnector(CallsConnector.Config(path=town / "input" / "calls")))
             if isinstance(one, CallRecord)}  # fmt: skip
    labels = [row["label"] in {cue.speaker for cue in calls[row["call_id"]].cues} if row["call_id"] in calls else False
              for row in _table(town / "truth" / "call_speakers.csv")]  # fmt: skip
    listed = [row["call_id"] in calls for row in _table(town / "input" / "calls" / "index.csv")]
    spoken = [all(cue.speaker and cue.text for cue in one.cues) and bool(one.cues) for one in calls.values()]
    return [
        _row("calls", "town_small", "calls read", listed, 1.0),
        _row("calls", "town_small", "calls whose every cue has speaker and words", spoken, 0.99),
        _row("calls", "town_small", "true speaker labels found", labels, 0.99),
    ]


def _measure_tickets(town: Path) -> list[Row]:
    path = town / "input" / "tickets" / "tickets.json"
    export = json.loads(path.read_text("utf-8"))
    emails = {one["id"]: one["email"] for one in export["users"]}
    found = {one.ticket_id: one for one in _read(TicketsConnector(TicketsConnector.Config(path=path)))
             if isinstance(one, TicketRecord)}  # fmt: skip
    whole = [
        str(one["id"]) in found
        and len(found[str(one["id"])].comments) == len(one["comments"])
        and found[str(one["id"])].requester.address == (emails.get(one["requester_id"]) or "").lower()
        for one in export["tickets"]
    ]
    return [_row("tickets", "town_small", "tickets with requester and all comments", whole, 1.0)]


def _meetings(path: Path) -> list[MeetingRecord] | None:
    """Return the meetings of a file, or None when reading it broke."""
    connector = CalendarConnector(CalendarConnector.Config(path=path, until=SPAN[1], max_instances=100_000))
    try:
        return [one for one in _read(connector) if isinstance(one, MeetingRecord)]
    except Exception as error:  # noqa: BLE001  # this is what is measured
        print(f"{path.name}: {error!r}")
        return None


def _library(path: Path) -> set[Instance] | None:
    """Return what the library makes of the whole file; None when it refuses it. Only times with a zone are compared."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            books = Calendar.from_ical(path.read_bytes(), multiple=True)
            events = [one for book in books for one in recurring_ical_events.of(book).between(*SPAN)]
    except Exception:  # noqa: BLE001  # the library refuses a file in many ways
        return None
    return {
        (str(one["UID"]), _moment(one["DTSTART"].dt))
        for one in events
        if "UID" in one and _moment(one["DTSTART"].dt).date() < SPAN[1] - timedelta(days=1)
    }


def _moment(value: date | datetime) -> datetime:
    if not isinstance(value, datetime):
        return datetime(value.year, value.month, value.day, tzinfo=UTC)
    return value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)


def _read(connector: Connector) -> list[Any]:
    async def collect() -> list[Any]:
        return [one for source in connector.sources() async for one in connector.records(source)]

    return [one for one in asyncio.run(collect()) if not isinstance(one, Rejected)]


def _table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def _row(task: str, part: str, metric: str, told: Sequence[bool], bar: float) -> Row:
    """Return one row with the Wilson interval of 95 %."""
    n, good, z = len(told), sum(told), 1.96
    share = good / n if n else 0.0
    spread = z * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n)) if n else 0.0
    centre = share + z * z / (2 * n) if n else 0.0
    scale = 1 + z * z / n if n else 1.0
    low, high = (centre - spread) / scale, (centre + spread) / scale
    return {"task": task, "part": part, "metric": metric, "value": round(share, 4), "n": n,
            "low": round(low, 4), "high": round(high, 4), "bar": bar}  # fmt: skip


def main() -> None:
    """Print the rows, one a line, as JSON."""
    parser = argparse.ArgumentParser(prog="python -m bench.reading_calendar", description=__doc__)
    parser.add_argument("data", type=Path, help="the folder with the evaluation data")
    for row in measure(parser.parse_args().data):
        print(json.dumps(row))


if __name__ == "__main__":
    main()
