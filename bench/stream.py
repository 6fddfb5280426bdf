"""A connector over generated records, so that the service's own pipeline can be measured without a mailbox."""

import asyncio
from collections.abc import AsyncIterator, Iterator, Sequence
from itertools import islice
from typing import ClassVar, TypeVar

from pydantic import BaseModel

from graph_service.ingest.connector import MailRecord, Rejected, SourceRecord
from graph_service.ingest.connectors.mail import BATCH as MAIL_BATCH

T = TypeVar("T")


class NoConfig(BaseModel):
    """Nothing to configure."""


class Records:
    """Yields given mails as one source that cannot be resumed. `source` tells one chunk from another."""

    name: ClassVar[str] = "bench"
    Config: ClassVar[type[BaseModel]] = NoConfig

    def __init__(self, config: BaseModel, source: str = "bench", mails: Sequence[MailRecord] = ()) -> None:
        self._config = config
        self._source = source
        self._mails = mails

    def sources(self) -> list[str]:
        """Return the one source."""
        return [self._source]

    def total_bytes(self) -> int:
        """Return 0: nothing lies in a file."""
        return 0

    async def records(self, source: str, since: int = 0) -> AsyncIterator[SourceRecord | Rejected]:  # noqa: ARG002
        """Yield the mails; as the mail connector does, let others work every now and then."""
        for number, mail in enumerate(self._mails):
            if number % MAIL_BATCH == 0:
                await asyncio.sleep(0)
            yield mail


def batches(items: Iterator[T], size: int) -> Iterator[list[T]]:
    """Yield lists of `size`, the last one shorter."""
    while batch := list(islice(items, size)):
        yield batch
