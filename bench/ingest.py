"""Part (a): how fast mail gets into the graph, beside a bare loop that writes the very same rows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from time import perf_counter
from typing import Any

from bench.bare_writes import BareWriter
from bench.mail import Mailman
from bench.place import Place
from bench.stream import NoConfig, Records, batches
from bench.timing import TimedGateway
from bench.world import END, World
from graph_service.domain.workspace import Workspace
from graph_service.graph.query import Statement
from graph_service.graph.system import SystemGateway
from graph_service.ingest.dead_letters import DeadLetters
from graph_service.ingest.mail_facts import MailFacts, read_mail
from graph_service.ingest.mail_writer import MailWriter
from graph_service.ingest.pipeline import BATCH, Pipeline

CHUNK = 20 * BATCH
COUNT_NODES = """
    MATCH (node:Principal|Account|Domain|Contact|Identity|Stakeholder|Interaction|Content|Evidence|SourceSpell)
    WHERE node.workspace_id = $workspace_id RETURN count(*) AS count"""
COUNT_EDGES = """
    MATCH (node:Domain|Contact|Identity|Stakeholder|Interaction|User|Evidence)
      -[edge:BELONGS_TO|SAME_AS|IS|AT|TOOK_PART|ABOUT|HAS_CONTENT|FROM|BY|SPEAKS_OF|HAS_SOURCE_SPELL]->()
    WHERE node.workspace_id = $workspace_id RETURN count(edge) AS count"""


class Recorder(TimedGateway):
    """Keeps the statements of the last batch, for the bare loop to write again."""

    statements: Sequence[Statement] = ()

    async def write_all(self, statements: Sequence[Statement]) -> list[list[dict[str, Any]]]:
        """Write and remember."""
        self.statements = statements
        return await super().write_all(statements)


@dataclass(slots=True)
class Spent:
    """Seconds of the comparison, and how many mails it was."""

    reading: float = 0.0
    writing: float = 0.0
    mails: int = 0


async def load(place: Place, world: World, workspace: Workspace) -> dict[str, Any]:
    """Load a world through the whole pipeline; return how fast. Making the mail is not counted."""
    seconds, mails = 0.0, 0
    aside = DeadLetters(place.folder, workspace.workspace_id)
    for number, chunk in enumerate(batches(Mailman(world).records(), CHUNK)):
        pipeline = Pipeline(SystemGateway(place.database, workspace.workspace_id), workspace, aside, END)
        started = perf_counter()
        await pipeline.run(Records(NoConfig(), f"bench {number}", chunk))
        seconds += perf_counter() - started
        mails += len(chunk)
    rows = await count_rows(place, workspace)
    return {
        "mails": mails,
        "rows": rows,
        "seconds": round(seconds, 2),
        "rows_per_second": round(rows / seconds),
        "mails_per_second": round(mails / seconds),
    }


async def compare(place: Place, world: World) -> dict[str, Any]:
    """Write a world batch by batch, as the service does and then bare; return both speeds and their ratio.

    The two take turns, so that both meet the same machine and a database of the same size.
    """
    ours, bare = await place.workspace("writer"), await place.workspace("bare")
    recorder = Recorder(place.database, ours)
    writer, spent = MailWriter(recorder, ours), Spent()
    async with place.bare.session(database=place.connection.database) as session:
        loop = BareWriter(session, bare.workspace_id)
        for batch in _batches_of_facts(world, ours, spent):
            started = perf_counter()
            await writer.write(batch)
            spent.writing += perf_counter() - started
            await loop.write(recorder.statements)
    rows, bare_rows = await count_rows(place, ours), await count_rows(place, bare)
    if rows != bare_rows:
        raise AssertionError(f"the two sides did not write the same: {rows} and {bare_rows} rows")
    return _compared(rows, spent, loop, recorder)


def _compared(rows: int, spent: Spent, loop: BareWriter, recorder: Recorder) -> dict[str, Any]:
    write = recorder.seconds.pop("write")
    lookups = sum(recorder.seconds.values())
    return {
        "rows": rows,
        "rows_per_second": round(rows / spent.writing),
        "bare_rows_per_second": round(rows / loop.seconds),
        "ratio": round(loop.seconds / spent.writing, 3),
        "seconds": {
            "reading": round(spent.reading, 2),
            "writing": round(spent.writing, 2),
            "of it in the transactions": round(write, 2),
            "of it in look-ups": round(lookups, 2),
            "of it in Python": round(spent.writing - write - lookups, 2),
            "bare": round(loop.seconds, 2),
        },
        "lookups": {name: round(seconds, 2) for name, seconds in sorted(recorder.seconds.items())},
    }


def _batches_of_facts(world: World, workspace: Workspace, spent: Spent) -> Iterator[list[MailFacts]]:
    for batch in batches(Mailman(world).records(), BATCH):
        started = perf_counter()
        facts = [read_mail(mail, workspace) for mail in batch]
        spent.reading += perf_counter() - started
        spent.mails += len(batch)
        yield facts


async def count_rows(place: Place, workspace: Workspace) -> int:
    """Return how many nodes and relationships mail has made in a workspace."""
    total = 0
    for text in (COUNT_NODES, COUNT_EDGES):
        statement = Statement(text, {"workspace_id": workspace.workspace_id}, "bench.count_rows")
        rows = await place.database.read(statement, seconds=600.0)
        total += int(rows[0]["count"])
    return total
