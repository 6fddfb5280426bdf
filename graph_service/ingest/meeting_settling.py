"""After any load: which copies of a meeting count, where its copies name several organizers.

Who knows the id of a meeting can send an invitation to it. So copies with different organizers never change each other;
of them the one counts that a calendar holds, else the one that was mailed first; the others count as little as what a
machine wrote. A function of all copies, so that it does not matter which came first.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from graph_service.domain.workspace import Workspace
from graph_service.graph.query import NoParams, NoRow, ReadQuery, RowsParams, WriteQuery
from graph_service.graph.system import SystemGateway
from graph_service.ingest.settled import Finding, write_findings


@dataclass(frozen=True, slots=True)
class Copy:
    """What copies with one organizer tell: who vouches for them, the best of them, when it is, who takes part."""

    uid: str
    vouched: str
    copy_rank: str
    is_outvoted: bool
    at: int
    touched: list[str]


@dataclass(frozen=True, slots=True)
class ContestedMeeting:
    """A meeting of which several organizers are named."""

    source_id: str
    copies: list[Copy]


READ_COPIES = ReadQuery("ingest.read_meeting_copies", NoParams, ContestedMeeting)
SETTLE_COPIES = WriteQuery("ingest.settle_meeting_copies", RowsParams, NoRow)


async def settle_meetings(system: SystemGateway, workspace: Workspace) -> int:
    """Let one copy of each meeting count; return how many copies changed."""
    changed = [
        Finding({"uid": one.uid, "is_outvoted": is_outvoted}, one.touched, workspace.day_number(one.at))
        for each in await system.read(READ_COPIES, NoParams())
        for one, is_outvoted in news_of(each.copies)
    ]
    await write_findings(system, SETTLE_COPIES, changed)
    return len(changed)


def news_of(copies: Sequence[Copy]) -> list[tuple[Copy, bool]]:
    """Return the copies that are to be outvoted from now on (true) or to count again (false). Pure."""
    best = min(copies, key=lambda one: (one.vouched, one.copy_rank, one.uid))
    return [(one, one is not best) for one in copies if one.is_outvoted != (one is not best)]
