"""After any load: which copies of a meeting count, where they name several organizers, and what was answered by mail.

Looks at the series of which a meeting, who vouches for it or an answer is new; a mark on the node says so, until all of
its series is settled: a run that was killed leaves it for the next. What another run writes meanwhile keeps its mark.

Who knows the id of a meeting can send an invitation to it. So copies with different organizers never change each other;
of them the one counts that a calendar holds, else the one that was mailed first; the others count as little as what a
machine wrote. A function of all copies, so that it does not matter which came first.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from graph_service.domain.workspace import Workspace
from graph_service.graph.query import NoParams, NoRow, ReadQuery, RowsParams, WriteQuery
from graph_service.graph.system import SystemGateway
from graph_service.ingest.answer_settling import settle_answers
from graph_service.ingest.settled import Finding, SeriesParams, write_findings

BATCH = 200


@dataclass(frozen=True, slots=True)
class UnsettledSeries:
    """A series of meetings, and the meetings and answering mails of it that are new, each with how it is written."""

    series: str
    fresh: list[dict[str, str]]


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


LIST_UNSETTLED = ReadQuery("ingest.list_unsettled_meetings", NoParams, UnsettledSeries)
READ_COPIES = ReadQuery("ingest.read_meeting_copies", SeriesParams, ContestedMeeting)
SETTLE_COPIES = WriteQuery("ingest.settle_meeting_copies", RowsParams, NoRow)
MARK_SETTLED = WriteQuery("ingest.mark_meetings_settled", RowsParams, NoRow)


async def settle_meetings(system: SystemGateway, workspace: Workspace) -> None:
    """Let one copy of each meeting count, with the answers that came by mail."""
    unsettled = await system.read(LIST_UNSETTLED, NoParams())
    for start in range(0, len(unsettled), BATCH):
        batch = unsettled[start : start + BATCH]
        series = [one.series for one in batch]
        await _settle_copies(system, workspace, series)
        await settle_answers(system, workspace, series)
        await system.write(MARK_SETTLED, RowsParams([row for one in batch for row in one.fresh]))


async def _settle_copies(system: SystemGateway, workspace: Workspace, series: list[str]) -> None:
    changed = [
        Finding({"uid": one.uid, "is_outvoted": is_outvoted}, one.touched, workspace.day_number(one.at))
        for each in await system.read(READ_COPIES, SeriesParams(series))
        for one, is_outvoted in news_of(each.copies)
    ]
    await write_findings(system, SETTLE_COPIES, changed)


def news_of(copies: Sequence[Copy]) -> list[tuple[Copy, bool]]:
    """Return the copies that are to be outvoted from now on (true) or to count again (false). Pure."""
    best = min(copies, key=lambda one: (one.vouched, one.copy_rank, one.uid))
    return [(one, one is not best) for one in copies if one.is_outvoted != (one is not best)]
