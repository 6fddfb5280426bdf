"""After any load: what people answered by mail is their answer to the meeting, whichever of both came first.

Of the answers of one person the newest holds; it goes before what the kept copy of the meeting tells, unless that copy
was changed later and knows an answer. An answer to a series is one to its meetings from then on.
"""

from dataclasses import dataclass

from graph_service.graph.events import announce, earliest_day
from graph_service.graph.query import NoParams, NoRow, ReadQuery, RowsParams, WriteQuery
from graph_service.graph.system import SystemGateway

BATCH = 500


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


READ_ANSWERS = ReadQuery("ingest.read_meeting_answers", NoParams, AnswerRow)
SETTLE_ANSWERS = WriteQuery("ingest.settle_meeting_answers", RowsParams, NoRow)


async def settle_answers(system: SystemGateway) -> int:
    """Let answers that came by mail stand at their meetings; return how many are new there."""
    answers = await system.read(READ_ANSWERS, NoParams())
    for start in range(0, len(answers), BATCH):
        batch = answers[start : start + BATCH]
        rows = [
            {"meeting_uid": one.meeting_uid, "identity_uid": one.identity_uid, "response": one.response, "at": one.at}
            for one in batch
        ]
        settle = system.statement(SETTLE_ANSWERS, RowsParams(rows))
        touched = {uid for one in batch for uid in one.touched}
        first = earliest_day(one.day_at for one in batch)
        await system.write_all([settle, announce(system, "interactions.added", touched, first)])
    return len(answers)
