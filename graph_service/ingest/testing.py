"""The contract suite for connectors; a third party runs it in three lines, with any test runner.

    async def test_my_connector_keeps_the_contract() -> None:
        await check_connector(MyConnector(MyConnector.Config(path=FOLDER)), expected_rejections=1)

Give it a source with at least two good records and, for `expected_rejections`, known bad ones between them. Every
broken promise raises `ContractError` with the record's place. It needs no test runner, no database and no clock.
"""

from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any

from pydantic import BaseModel

from graph_service.ingest.connector import Connector, Place, Rejected, SourceRecord

Result = SourceRecord | Rejected


class ContractError(AssertionError):
    """A connector broke a promise of the contract."""


@dataclass(frozen=True, slots=True)
class ContractReport:
    """How much the suite saw: a suite that saw nothing proved nothing."""

    sources: int
    records: int
    rejected: int
    resumes: int


async def check_connector(
    connector: Connector, *, expected_rejections: int | None = None, max_resumes: int = 200
) -> ContractReport:
    """Run every check on every source; return what was seen, raise ContractError at the first broken promise.

    `expected_rejections` is how many bad records the sources hold (None: not checked). At most `max_resumes` offsets
    of a source are tried, spread evenly.
    """
    sources = check_description(connector)
    records = rejected = resumes = 0
    for source in sources:
        seen = await read_all(connector, source)
        for record in seen:
            check_record(record)
        check_order(seen)
        await check_duplicate_delivery(connector, source, seen)
        resumes += await check_resume(connector, source, seen, max_resumes)
        rejected += sum(isinstance(record, Rejected) for record in seen)
        records += len(seen)
    _require(records > rejected, f"no good record in {len(sources)} sources: give the suite a source with some")
    if expected_rejections is not None:
        _require(rejected == expected_rejections, f"{rejected} records set aside, expected {expected_rejections}")
    return ContractReport(len(sources), records, rejected, resumes)


def check_description(connector: Connector) -> list[str]:
    """Check name, Config, sizes, and that `sources` is stable; return the sources."""
    _require(isinstance(connector, Connector), "the connector lacks a member of the Connector protocol")
    _require(
        bool(connector.name) and connector.name == connector.name.strip().lower(), "`name` must be a lower-case word"
    )
    _require(issubclass(connector.Config, BaseModel), "`Config` must be a pydantic model")
    sources = connector.sources()
    _require(bool(sources), "`sources` is empty")
    _require(len(set(sources)) == len(sources), "`sources` names a source twice")
    _require(connector.sources() == sources, "`sources` differs between two calls")
    _require(connector.total_bytes() >= 0, "`total_bytes` is negative")
    return sources


async def read_all(connector: Connector, source: str, since: int = 0) -> list[Result]:
    """Return all that a source yields from `since` on."""
    stream: AsyncIterator[Result] = connector.records(source, since)
    return [record async for record in stream]


def check_record(record: Result) -> None:
    """Check one record: a place, times in UTC, storable text, and a reason with a remedy when it is set aside."""
    place = record.place
    _require(bool(place.file) and bool(place.position) and place.offset >= 0, f"incomplete place {place}")
    for name, value in _values(record):
        if isinstance(value, datetime):
            _require(value.utcoffset() == timedelta(0), f"`{name}` is not in UTC", place)
        if isinstance(value, str):
            _require(_is_storable(value), f"`{name}` holds NUL or half a surrogate pair", place)
    if isinstance(record, Rejected):
        _require(
            bool(record.reason.strip()) and bool(record.remedy.strip()), "a rejection lacks reason or remedy", place
        )


def check_order(seen: list[Result]) -> None:
    """Check that offsets never fall inside a source: records come in source order."""
    for one, after in pairwise(seen):
        ordered = after.place.offset >= one.place.offset or after.place.offset == 0
        _require(ordered, f"offset {after.place.offset} after {one.place.offset}", after.place)


async def check_duplicate_delivery(connector: Connector, source: str, seen: list[Result]) -> None:
    """Check that reading again gives equal records, so that a source delivered twice changes nothing."""
    again = await read_all(connector, source)
    _require(len(again) == len(seen), f"{source}: {len(seen)} records, then {len(again)}")
    for first, second in zip(seen, again, strict=True):
        _require(first == second, "reading twice gives different records", first.place)


async def check_resume(connector: Connector, source: str, seen: list[Result], most: int = 200) -> int:
    """Check that reading from a record's offset gives exactly what came after it; return how many were tried.

    Offset 0 means that the source cannot seek. Records that share an offset are resumed after the last of them.
    """
    last = {record.place.offset: index for index, record in enumerate(seen) if record.place.offset > 0}
    step = max(len(last) // most, 1)
    tried = sorted(last)[::step]
    for offset in tried:
        rest = await read_all(connector, source, offset)
        expected = seen[last[offset] + 1 :]
        place = seen[last[offset]].place
        _require(len(rest) == len(expected), f"{len(rest)} records after resuming, expected {len(expected)}", place)
        _require(rest == expected, "resuming gives other records than the first reading", place)
    return len(tried)


def _values(record: Any) -> Iterator[tuple[str, Any]]:
    """Yield the plain values in a record with their field names, inside tuples and dataclasses too."""
    for one in fields(record):
        value = getattr(record, one.name)
        for item in value if isinstance(value, tuple) else (value,):
            if is_dataclass(item):
                yield from _values(item)
            else:
                yield one.name, item


def _is_storable(text: str) -> bool:
    return "\x00" not in text and not any("\ud800" <= letter <= "\udfff" for letter in text)


def _require(condition: bool, promise: str, place: Place | None = None) -> None:
    if not condition:
        where = f" at {place.file}, {place.position}" if place else ""
        raise ContractError(promise + where)
