"""After any load: which copies of a meeting count, where its copies name several organizers.

Who knows the id of a meeting can send an invitation to it. So copies with different organizers never change each other;
of them the one counts that a calendar holds, else the one that was mailed first; the others count as little as what a
machine wrote. A function of all copies, so that it does not matter which came first.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from graph_service.graph.events import announce, earliest_day
from graph_service.graph.query import NoParams, NoRow, ReadQuery, RowsParams, WriteQuery
from graph_service.graph.system import SystemGateway

BATCH = 500


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


async def settle_meetings(system: SystemGateway) -> int:
    """Let one copy of each meeting count; return how many copies changed."""
    meetings = await system.read(READ_COPIES, NoParams())
    changed = [(one, is_outvoted) for each in meetings for one, is_outvoted in news_of(each.copies)]
    for start in range(0, len(changed), BATCH):
        batch = changed[start : start + BATCH]
        rows = [{"uid": one.uid, "is_outvoted": is_outvoted} for one, is_outvoted in batch]
        touched = {uid for one, _ in batch for uid in one.touched}
        settle = system.statement(SETTLE_COPIES, RowsParams(rows))
        first = earliest_day(one.at for one, _ in batch)
        await system.write_all([settle, announce(system, "interactions.added", touched, first)])
    return len(changed)


def news_of(copies: Sequence[Copy]) -> list[tuple[Copy, bool]]:
    """Return the copies that are to be outvoted from now on (true) or to count again (false). Pure."""
    best = min(copies, key=lambda one: (one.vouched, one.copy_rank, one.uid))
    return [(one, one is not best) for one in copies if one.is_outvoted != (one is not best)]
