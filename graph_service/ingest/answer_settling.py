"""What people answered by mail is their answer to the meeting, whichever of both came first.

Of the answers of one person the newest holds; it goes before what the kept copy of the meeting tells, unless that copy
was changed later and knows an answer. An answer to a series is one to its meetings from then on.
"""

from dataclasses import dataclass

from graph_service.domain.workspace import Workspace
from graph_service.graph.query import NoRow, ReadQuery, RowsParams, WriteQuery
from graph_service.graph.system import SystemGateway
from graph_service.ingest.settled import Finding, SeriesParams, write_findings


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """An answer that does not stand at its meeting yet; `at` and the meeting's `day_at` in epoch milliseconds.

    `touched` are all stakeholders of the meeting: who of us comes decides whom they met.
    """

    meeting_uid: str
    identity_uid: str
    response: str
    at: int
    day_at: int
    touched: list[str]


READ_ANSWERS = ReadQuery("ingest.read_meeting_answers", SeriesParams, AnswerRow)
SETTLE_ANSWERS = WriteQuery("ingest.settle_meeting_answers", RowsParams, NoRow)


async def settle_answers(system: SystemGateway, workspace: Workspace, series: list[str]) -> None:
    """Let answers that came by mail stand at the meetings of some series."""
    answers = await system.read(READ_ANSWERS, SeriesParams(series))
    await write_findings(system, SETTLE_ANSWERS, [_finding(one, workspace) for one in answers])


def _finding(one: AnswerRow, workspace: Workspace) -> Finding:
    row = {"meeting_uid": one.meeting_uid, "identity_uid": one.identity_uid, "response": one.response, "at": one.at}
    return Finding(row, one.touched, workspace.day_number(one.day_at))
