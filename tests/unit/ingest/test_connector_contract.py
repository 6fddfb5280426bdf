"""The contract suite itself: it passes an honest connector and catches each broken promise."""

from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import ClassVar

import pytest
from pydantic import BaseModel

from graph_service.ingest.connector import Address, MailRecord, Place, Rejected, SourceRecord
from graph_service.ingest.testing import ContractError, check_connector

Result = SourceRecord | Rejected


def record(number: int) -> MailRecord:
    when = datetime(2024, 5, number, tzinfo=UTC)
    return MailRecord(
        Place("list", f"row {number}", number * 10), f"m{number}", when, Address("a@x.example"), (), (), "s", "t"
    )


class ListConfig(BaseModel):
    """Nothing to configure."""


class ListConnector:
    """An honest connector over three rows, of which the second is bad."""

    name: ClassVar[str] = "list"
    Config: ClassVar[type[BaseModel]] = ListConfig

    def __init__(self, config: BaseModel) -> None:
        self.rows: list[Result] = [record(1), Rejected(Place("list", "row 2", 20), "bad", "mend it"), record(3)]

    def sources(self) -> list[str]:
        return ["list"]

    def total_bytes(self) -> int:
        return 30

    async def records(self, source: str, since: int = 0) -> AsyncIterator[Result]:
        for row in self.rows:
            if row.place.offset > since:
                yield row


async def test_an_honest_connector_passes_and_the_report_counts_what_was_seen() -> None:
    report = await check_connector(ListConnector(ListConfig()), expected_rejections=1)
    assert (report.sources, report.records, report.rejected, report.resumes) == (1, 3, 1, 3)


class Forgetful(ListConnector):
    """Restarts at the beginning whatever the offset."""

    async def records(self, source: str, since: int = 0) -> AsyncIterator[Result]:
        for row in self.rows:
            yield row


class Counting(ListConnector):
    """Gives other records at each reading."""

    reads = 0

    async def records(self, source: str, since: int = 0) -> AsyncIterator[Result]:
        self.reads += 1
        yield replace(record(1), subject=str(self.reads))


class Backwards(ListConnector):
    """Yields out of source order."""

    async def records(self, source: str, since: int = 0) -> AsyncIterator[Result]:
        for row in reversed(self.rows):
            yield row


class Sourceless(ListConnector):
    """Names no source."""

    def sources(self) -> list[str]:
        return []


@pytest.mark.parametrize(
    ("broken", "promise"),
    [(Forgetful, "after resuming"), (Counting, "different records"), (Backwards, "offset"), (Sourceless, "empty")],
)
async def test_a_connector_that_breaks_a_promise_is_caught(
    broken: Callable[[BaseModel], ListConnector], promise: str
) -> None:
    with pytest.raises(ContractError, match=promise):
        await check_connector(broken(ListConfig()))


@pytest.mark.parametrize(
    ("row", "promise"),
    [
        (replace(record(2), sent_at=datetime(2024, 1, 1)), "not in UTC"),  # noqa: DTZ001
        (replace(record(2), sent_at=datetime(2024, 1, 1, tzinfo=timezone(timedelta(hours=2)))), "not in UTC"),
        (replace(record(2), text="a\x00b"), "NUL"),
        (replace(record(2), sender=Address("\ud800")), "surrogate"),
        (Rejected(Place("list", "row 2", 20), "bad", " "), "reason or remedy"),
        (replace(record(2), place=Place("", "row 2", 20)), "incomplete place"),
    ],
)
async def test_a_record_that_breaks_a_promise_is_caught(row: Result, promise: str) -> None:
    connector = ListConnector(ListConfig())
    connector.rows[1] = row
    with pytest.raises(ContractError, match=promise):
        await check_connector(connector)


async def test_a_dropped_bad_row_is_caught() -> None:
    connector = ListConnector(ListConfig())
    del connector.rows[1]
    with pytest.raises(ContractError, match="expected 1"):
        await check_connector(connector, expected_rejections=1)
