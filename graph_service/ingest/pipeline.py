"""Runs a connector into the graph: streams, reads, writes in batches, sets aside what is broken, and resumes.

Reading of the next batch goes on while the last one is being written. Killed anywhere, a run started again ends in
the same graph, because every key comes from the source and every batch is one transaction.
"""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from graph_service.domain.workspace import Workspace
from graph_service.errors import SourceError
from graph_service.graph.query import RowsParams
from graph_service.graph.system import SystemGateway
from graph_service.ingest import queries as q
from graph_service.ingest.admission import admit, nameless
from graph_service.ingest.connector import Connector, Place, Rejected, SourceRecord
from graph_service.ingest.crm_writer import CrmWriter
from graph_service.ingest.dead_letters import DeadLetters
from graph_service.ingest.feed_settling import settle_notes, settle_usage
from graph_service.ingest.feed_writer import FeedWriter
from graph_service.ingest.mail_facts import MailFacts
from graph_service.ingest.mail_writer import MailWriter
from graph_service.ingest.meeting_settling import settle_meetings
from graph_service.ingest.notice_settling import settle_notices
from graph_service.ingest.occasion import Occasion
from graph_service.ingest.occasion_writer import OccasionWriter
from graph_service.ingest.record_facts import Streamed, facts_of
from graph_service.ingest.resolution import resolve_identities
from graph_service.ingest.settling import settle
from graph_service.ingest.sources import SourceMark, fingerprint, resume_at, size_of
from graph_service.ingest.speaker_settling import settle_speakers
from graph_service.ingest.summary import Summary
from graph_service.ingest.tombstones import read_tombstones, tombstones_of

BATCH = 500


@dataclass(frozen=True, slots=True)
class Progress:
    """What a progress bar shows: bytes read of all sources, records so far, and the source at hand."""

    source: str
    bytes_read: int
    records: int


@dataclass(slots=True)
class Run:
    """One run's state: what was read, what was set aside (by source), what is still to be written.

    `read_sources` were read to their end; `resumed` are those of them that an earlier run had begun.
    """

    summary: Summary
    rejected: dict[str, list[Rejected]] = field(default_factory=dict)
    others: list[SourceRecord] = field(default_factory=list)
    read_sources: list[str] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)
    resumed: set[str] = field(default_factory=set)

    def reject(self, source: str, one: Rejected) -> None:
        """Set one record of a source aside."""
        self.rejected.setdefault(source, []).append(one)


class Pipeline:
    """Ingests one connector's sources into one workspace."""

    def __init__(
        self,
        system: SystemGateway,
        workspace: Workspace,
        dead_letters: DeadLetters,
        now: datetime,
        report: Callable[[Progress], None] = lambda _: None,
    ) -> None:
        self._system = system
        self._workspace = workspace
        self._dead_letters = dead_letters
        self._now = now
        self._report = report
        self._mail = MailWriter(system, workspace)
        self._occasions = OccasionWriter(system, workspace)
        self._writing: asyncio.Task[None] | None = None
        self._tombstones = tombstones_of(workspace.ids, ())

    async def run(self, connector: Connector, *, again: bool = False) -> Summary:
        """Ingest everything the connector covers; `again` reads from the start whatever was read before."""
        run = Run(Summary(connector.name))
        self._tombstones = await read_tombstones(self._system, self._workspace)
        before = self._mail.written + self._occasions.written
        sources = connector.sources()
        marks = {} if again else await self._marks(connector.name, sources)
        run.summary.sources = len(sources)
        for source in sources:
            await self._try_source(connector, source, marks.get(source), run)
        is_emptied = bool(run.read_sources) and not run.summary.kinds  # a table whose last row is gone
        if run.skipped and (run.others or is_emptied):  # of an export, also what did not change counts
            skipped, run.skipped = run.skipped, []
            for source in skipped:
                await self._try_source(connector, source, None, run)
        run.summary.skipped_sources = len(run.skipped)
        await self._finish_writing()
        run.summary.written += self._mail.written + self._occasions.written - before
        await self._write_crm(run)
        await settle_usage(self._system)
        run.summary.set_aside = self._set_aside(connector.name, run)
        return run.summary

    async def finish(self) -> None:
        """Settle what needs all sources at once: who is who, and who spoke in calls. Call it after the last run."""
        await resolve_identities(self._system, self._workspace)
        await settle_usage(self._system)
        await settle_meetings(self._system, self._workspace)
        await settle_notes(self._system)
        await settle_notices(self._system, self._workspace)
        await settle_speakers(self._system)

    async def _try_source(self, connector: Connector, source: str, mark: SourceMark | None, run: Run) -> None:
        """Read one source; one of several that cannot be read as a whole is set aside, so that the others land."""
        try:
            await self._read_source(connector, source, mark, run)
        except SourceError as error:
            if run.summary.sources == 1:
                raise
            run.reject(source, Rejected(Place(source, "as a whole"), error.message, error.hint or "look at the file"))

    async def _read_source(self, connector: Connector, source: str, mark: SourceMark | None, run: Run) -> None:
        start, size = resume_at(Path(source), mark), size_of(source)
        if start and start >= size:
            run.skipped.append(source)
            return
        if not getattr(connector, "resumes", False):
            start = 0  # a file that is no stream is read again as a whole when it changed
        if start:
            run.resumed.add(source)
        batch: list[Streamed] = []
        done = at = start  # a mail and the meetings in it end at one offset; until all are there, it is not done
        async for record in connector.records(source, start):
            done, at = (at, record.place.offset) if record.place.offset != at else (done, at)
            self._take(record, source, batch, run)
            if len(batch) >= BATCH:
                self._dead_letters.add(connector.name, source, self._nameless(run.rejected.get(source, ())))
                await self._write(batch, self._mark_row(connector.name, source, done, run))
                batch = []
                self._report(Progress(source, record.place.offset, run.summary.read))
        self._dead_letters.add(connector.name, source, self._nameless(run.rejected.get(source, ())))
        await self._write(batch, None if run.others else self._mark_row(connector.name, source, size, run))
        await self._finish_writing()
        run.read_sources.append(source)
        self._report(Progress(source, size, run.summary.read))

    def _take(self, record: SourceRecord | Rejected, source: str, batch: list[Streamed], run: Run) -> None:
        if isinstance(record, Rejected):
            run.reject(source, record)
            return
        run.summary.read += 1
        kind = type(record).__name__.removesuffix("Record").lower()
        run.summary.kinds[kind] = run.summary.kinds.get(kind, 0) + 1
        if isinstance(record, Streamed):
            batch.append(record)
        else:
            run.others.append(record)

    async def _write(self, batch: list[Streamed], mark: dict[str, Any] | None) -> None:
        facts = await asyncio.to_thread(self._read_all, batch)  # the batch before is written meanwhile
        await self._finish_writing()
        self._writing = asyncio.create_task(self._write_and_mark(facts, mark))
        await asyncio.sleep(0)

    def _read_all(self, batch: list[Streamed]) -> list[MailFacts | Occasion]:
        return [fact for record in batch for fact in facts_of(record, self._workspace)]

    async def _write_and_mark(self, batch: list[MailFacts | Occasion], mark: dict[str, Any] | None) -> None:
        if mails := [one for one in batch if isinstance(one, MailFacts)]:
            await self._mail.write(mails)
        if occasions := [one for one in batch if isinstance(one, Occasion)]:
            await self._occasions.write(occasions)
        if mark is not None:
            await self._system.write(q.SAVE_SOURCE, RowsParams([mark]))

    async def _finish_writing(self) -> None:
        if self._writing is not None:
            task, self._writing = self._writing, None
            await task

    async def _write_crm(self, run: Run) -> None:
        if not run.others:
            return
        told = {one.place.file for one in run.others} | set(run.rejected)
        is_any_empty = any(source not in told for source in run.read_sources)
        writer = CrmWriter(self._system, self._workspace, self._now)
        admitted = await admit(self._system, self._workspace, run.others)
        for one in await writer.write(admitted, has_empty_table=is_any_empty):
            run.reject(one.place.file, one)
        for one in await FeedWriter(self._system, self._workspace).write(admitted):
            run.reject(one.place.file, one)
        await settle(self._system, self._workspace, run.others)
        run.summary.written += len(run.others)
        # A table with rejects is read again next time: what a row refers to, or a mapping, may come later.
        for source in (one for one in run.read_sources if one not in run.rejected):
            mark = self._mark_row(run.summary.connector, source, size_of(source), run)
            await self._system.write(q.SAVE_SOURCE, RowsParams([mark]))

    async def _marks(self, connector: str, sources: list[str]) -> dict[str, SourceMark]:
        names = {self._source_uid(connector, source): source for source in sources}
        rows = await self._system.read(q.READ_SOURCES, q.Uids(sorted(names)))
        return {names[row.uid]: SourceMark(row.offset, row.fingerprint) for row in rows}

    def _mark_row(self, connector: str, source: str, offset: int, run: Run) -> dict[str, Any]:
        return {
            "uid": self._source_uid(connector, source),
            "connector": connector,
            "offset": offset,
            "fingerprint": fingerprint(Path(source), offset),
            "record_count": run.summary.read,
        }

    def _source_uid(self, connector: str, source: str) -> str:
        return self._workspace.ids.uid("source", connector, str(Path(source).resolve()))

    def _set_aside(self, connector: str, run: Run) -> int:
        for source in sorted({*run.rejected, *run.read_sources}):
            rejected = self._nameless(run.rejected.get(source, []))
            if source in run.resumed:
                self._dead_letters.add(connector, source, rejected)
            else:
                self._dead_letters.replace(connector, source, rejected)
        return sum(map(len, run.rejected.values()))

    def _nameless(self, rejected: Sequence[Rejected]) -> list[Rejected]:
        """Return what was set aside without the words of records that name somebody who was forgotten."""
        return [nameless(one, self._tombstones) for one in rejected]
