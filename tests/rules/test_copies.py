"""Mail that comes more than once, better or under another id, and a colleague's answers: what was decided stands."""

from dataclasses import replace
from datetime import datetime

import pytest

from graph_service.ingest.connector import MailRecord
from graph_service.resolvers.rows import ActionSource
from tests.integration.memory import mail
from tests.rules.desk import ANA, ASKED, BEN, IDA, QUESTION, Desk, ask, day

pytestmark = pytest.mark.neo4j


def asking(number: int = 1) -> MailRecord:
    """A mail with one ask."""
    record = ask(number, 28)
    assert isinstance(record, MailRecord)
    return record


def fuller(record: MailRecord, more: str) -> MailRecord:
    """A copy of the same mail that holds more of its text."""
    return replace(record, text=f"{record.text} {more}")


async def open_asks(desk: Desk, moment: datetime, status: str = "open") -> list[ActionSource]:
    """The actions of asks."""
    return [one for one in await desk.queue(moment, status) if (one.title or "").startswith("Answer")]


@pytest.mark.parametrize("kind", ["done", "dismissed"])
async def test_a_better_copy_of_a_mail_keeps_what_was_decided_about_its_ask(desk: Desk, kind: str) -> None:
    """Decision 13: evidence keeps its id, so a decision outlives a better reading."""
    await desk.load(asking())
    await desk.run(day(31))
    (action,) = await open_asks(desk, day(31))
    await desk.decide(action, kind, day(31))
    await desk.load(fuller(asking(), "We meet on Thursday."))
    await desk.run(day(32))
    assert await open_asks(desk, day(32)) == []
    assert [one.uid for one in await open_asks(desk, day(32), kind)] == [action.uid]


async def test_an_ask_that_a_better_copy_no_longer_has_is_gone(desk: Desk) -> None:
    await desk.load(asking())
    await desk.run(day(31))
    await desk.load(replace(asking(), text="The plan is here. " * 20))
    await desk.run(day(32))
    assert await open_asks(desk, day(32)) == []
    rows = await desk.rows("MATCH (one:Evidence {workspace_id: $workspace_id, kind: 'ask'}) RETURN count(one) AS n")
    assert rows == [{"n": 0}]


async def test_a_better_copy_may_ask_for_more(desk: Desk) -> None:
    await desk.load(asking())
    await desk.run(day(31))
    (first,) = await open_asks(desk, day(31))
    await desk.load(fuller(asking(), "Who signs off on the new contract?"))
    await desk.run(day(31))
    (found,) = await open_asks(desk, day(31))
    assert found.uid == first.uid
    assert (found.reasons or [])[1] == "In the same message: “Who signs off on the new contract?”"


async def test_what_a_better_copy_asks_besides_is_open_though_the_rest_is_done(desk: Desk) -> None:
    await desk.load(asking())
    await desk.run(day(31))
    (first,) = await open_asks(desk, day(31))
    await desk.decide(first, "done", day(31))
    await desk.load(fuller(asking(), "Who signs off on the new contract?"))
    await desk.run(day(31))
    (found,) = await open_asks(desk, day(31))
    assert "Who signs off" in (found.reasons or [])[0]


async def test_one_mail_under_several_made_up_ids_is_one_action(desk: Desk) -> None:
    copies = [replace(asking(), message_id=f"generated:{number}") for number in range(3)]
    await desk.load(*copies[:2])
    await desk.run(day(31))
    (action,) = await open_asks(desk, day(31))
    await desk.decide(action, "done", day(31))
    await desk.load(copies[2])
    await desk.run(day(32))
    assert await open_asks(desk, day(32)) == []


@pytest.mark.parametrize(("subject", "answers"), [("Re: Matter 1", True), ("Re: Something else", False)])
async def test_a_colleagues_reply_without_reply_headers_joins_by_subject_and_person(
    desk: Desk, subject: str, answers: bool
) -> None:
    """Decision 28: the answer of another address of ours to the writer belongs to the thread."""
    await desk.load(asking(), mail(2, BEN, [IDA], day=30, subject=subject, text="Here it is, see the attached file."))
    await desk.run(day(40))
    rows = await desk.rows(
        "MATCH (one:Email {workspace_id: $workspace_id}) RETURN count(DISTINCT one.thread_id) AS threads"
    )
    assert rows == [{"threads": 1 if answers else 2}]
    assert (ASKED in await desk.would_fire(day(31))) is not answers
    assert QUESTION in asking().text
    assert ANA in asking().to
