"""Infers accounts and their people together, batch by batch, and writes what comes of it in one transaction a batch.

Owns what is read and the order of reading, working and writing. No formula lives here (`people_graph`), and nothing
decides whom to infer (`stage`).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from graph_service.domain.workspace import Workspace
from graph_service.graph.query import Uids
from graph_service.graph.system import SystemGateway
from graph_service.inference import queries as q
from graph_service.inference.account_rows import prepare_accounts
from graph_service.inference.batches import batches, worked
from graph_service.inference.casefile import CaseFile
from graph_service.inference.cases import case_file
from graph_service.inference.crew import Crew
from graph_service.inference.fitting_columns import Columns, columns_of_accounts, joined
from graph_service.inference.happenings import Happenings, opened
from graph_service.inference.prepared import Footing, Row, write_each

ACCOUNTS_AT_ONCE = 12


@dataclass(frozen=True, slots=True)
class CaseReader:
    """Reads the rows of accounts, with what happened there beside them as bytes (`happenings`)."""

    system: SystemGateway
    happenings: Happenings

    async def read(self, uids: list[str]) -> list[Row]:
        """Return the rows of accounts; those that are gone are left out."""
        people = await self.system.read(q.READ_CASE_PEOPLE, Uids(uids))
        happened = await self.happenings.read(uids)
        return [row.case | {"happened": happened[row.case["uid"]]} for row in people if row.case["uid"] in happened]


async def infer_accounts(
    reader: CaseReader, uids: Sequence[str], footing: Footing, crew: Crew, report: Callable[[str, int, int], None]
) -> int:
    """Infer and write the accounts `uids` and all their people; return how many people."""
    found = batches(reader.read, uids, ACCOUNTS_AT_ONCE)
    prepared = worked(found, lambda rows: crew.start(prepare_accounts, rows, footing), crew.width)
    return await write_each(reader.system, prepared, lambda done: report("accounts", done, len(uids)))


async def fitted_columns(
    reader: CaseReader, uids: Sequence[str], workspace: Workspace, crew: Crew, report: Callable[[str, int, int], None]
) -> Columns:
    """Return what the month's statistics are fitted to, of the accounts `uids`, whose rows are kept for inference."""
    found = batches(reader.happenings.keep, uids, ACCOUNTS_AT_ONCE)
    parts: list[Columns] = []
    async for part, done in worked(found, lambda rows: crew.start(columns_of_accounts, rows, workspace), crew.width):
        parts.append(part)
        report("fitting", done, len(uids))
    return joined(parts)


async def case_files(system: SystemGateway, workspace: Workspace, uids: list[str]) -> list[CaseFile]:
    """Return the case files of accounts; those that are gone are left out."""
    with Happenings(system) as happenings:
        rows = await CaseReader(system, happenings).read(uids)
    return [case_file(row, opened(row["happened"]), workspace) for row in rows]
