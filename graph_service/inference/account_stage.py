"""Infers accounts and their people together, batch by batch, and writes what comes of it in one transaction a batch.

Owns what is read and the order of reading, working and writing. No formula lives here (`people_graph`), and nothing
decides whom to infer (`stage`).
"""

from collections.abc import Callable, Sequence

from graph_service.domain.workspace import Workspace
from graph_service.graph.query import Uids
from graph_service.graph.system import SystemGateway
from graph_service.inference import queries as q
from graph_service.inference.account_rows import prepare_accounts
from graph_service.inference.batches import batches, worked
from graph_service.inference.casefile import CaseFile
from graph_service.inference.cases import case_file
from graph_service.inference.crew import Crew
from graph_service.inference.prepared import Footing, Row, write_each

ACCOUNTS_AT_ONCE = 12


async def infer_accounts(
    system: SystemGateway, uids: Sequence[str], footing: Footing, crew: Crew, report: Callable[[str, int, int], None]
) -> None:
    """Infer and write the accounts `uids` and all their people."""

    async def read(some: list[str]) -> list[Row]:
        return await read_cases(system, some)

    found = batches(read, uids, ACCOUNTS_AT_ONCE)
    prepared = worked(found, lambda rows: crew.start(prepare_accounts, rows, footing), crew.width)
    await write_each(system, prepared, lambda done: report("accounts", done, len(uids)))


async def read_cases(system: SystemGateway, uids: list[str]) -> list[Row]:
    """Return the rows of accounts as `cases.case_file` takes them; those that are gone are left out."""
    people = await system.read(q.READ_CASE_PEOPLE, Uids(uids))
    events = {row.case["uid"]: row.case for row in await system.read(q.READ_CASE_EVENTS, Uids(uids))}
    return [row.case | events[row.case["uid"]] for row in people if row.case["uid"] in events]


async def case_files(system: SystemGateway, workspace: Workspace, uids: list[str]) -> list[CaseFile]:
    """Return the case files of accounts; those that are gone are left out."""
    return [case_file(row, workspace) for row in await read_cases(system, uids)]
