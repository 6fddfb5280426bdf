"""Each shipped playbook over the graph: where it fires, where it is silent, and that it is silent a step away (M11)."""

from datetime import UTC, datetime, time, timedelta

import pytest

from graph_service.app.correcting import LocalFacts
from graph_service.domain.business_days import add_business_days
from graph_service.ingest.connector import SourceRecord
from graph_service.resolvers.explaining_corrections import Judge, judge_evidence
from graph_service.schema.actions import UserError
from tests.integration.memory import mail
from tests.rules.desk import ALONE, ANA, ASKED, IDA, JON, QUESTION, QUIET, Desk, ask, day, weekly

pytestmark = pytest.mark.neo4j


def evening_after(number: int, business_days: int) -> datetime:
    """The evening of the n-th business day after a day."""
    date = add_business_days(day(number).date(), business_days, "US")
    return datetime.combine(date, time(18), UTC)


async def test_an_unanswered_ask_fires_from_its_second_business_day_to_its_45th_day(desk: Desk) -> None:
    """To the hour: asked at nine in the morning of a Monday, looked at in the evening."""
    await desk.load(*weekly(0, 3), ask(1, 28))
    await desk.run(day(120))
    fires = {n: ASKED in await desk.would_fire(evening_after(28, n)) for n in (0, 1, 2)}
    assert fires == {0: False, 1: False, 2: True}
    assert ASKED in await desk.would_fire(day(28 + 44))
    assert ASKED not in await desk.would_fire(day(28 + 45))


async def test_an_answer_in_the_thread_silences_the_ask_from_its_day_on(desk: Desk) -> None:
    await desk.load(ask(1, 28), mail(2, ANA, [IDA], day=32, subject="Re: Matter 1", answers=1))
    await desk.run(day(60))
    assert ASKED in await desk.would_fire(day(31))
    assert ASKED not in await desk.would_fire(day(32))


async def test_thanks_our_own_questions_and_polite_offers_are_no_unanswered_asks(desk: Desk) -> None:
    await desk.load(
        mail(1, IDA, [ANA], day=28, text="Thanks, that helps."),
        mail(2, IDA, [ANA], day=28, text="Let me know if you have any questions.", subject="Offer"),
        mail(3, ANA, [IDA], day=28, text=QUESTION, subject="Ours"),
        mail(4, IDA, [JON], day=28, text=QUESTION, subject="Among them"),
    )
    await desk.run(day(40))
    assert ASKED not in await desk.would_fire(day(40))


async def test_the_action_names_asker_sentence_and_asked_person(desk: Desk) -> None:
    await desk.load(ask(1, 28))
    await desk.run(day(31))
    (draft,) = (await desk.would_fire(day(31)))[ASKED]
    assert draft.wording.title == "Answer Ida North (north.example)"
    assert QUESTION in draft.wording.reasons[0]
    assert "Ana" in draft.wording.reasons[1]


async def test_silence_beyond_the_own_rhythm_fires_on_the_day_it_is_too_long(desk: Desk) -> None:
    """And ends when it is so long that nobody would call it going quiet: 120 days."""
    await desk.load(*weekly(0, 10))
    await desk.run(day(200))
    rows = await desk.rows(
        "MATCH (:Account {workspace_id: $workspace_id})-[:HAS_SPELL]->(spell:Spell {kind: 'quiet', state: 'quiet'}) "
        "RETURN toString(date(spell.valid_from)) AS day"
    )
    (row,) = rows
    quiet = datetime.fromisoformat(row["day"]).replace(hour=18, tzinfo=UTC)
    last = day(63)
    assert quiet > last + timedelta(days=21)
    fires = {name: QUIET in await desk.would_fire(moment) for name, moment in {
        "while they wrote": last, "the day before": quiet - timedelta(days=1), "that day": quiet,
        "after 119 days": last + timedelta(days=119), "after 121 days": last + timedelta(days=121),
    }.items()}  # fmt: skip
    assert fires == {
        "while they wrote": False, "the day before": False, "that day": True, "after 119 days": True,
        "after 121 days": False,
    }  # fmt: skip


async def test_a_rare_writer_in_their_own_rhythm_is_not_going_quiet(desk: Desk) -> None:
    await desk.load(*weekly(0, 5, every=35))
    await desk.run(day(170))
    assert QUIET not in await desk.would_fire(day(170))


async def test_an_account_on_one_person_fires_and_names_the_next_one(desk: Desk) -> None:
    await desk.load(*weekly(0, 20), mail(1, JON, [ANA], day=120))
    await desk.run(day(140))
    (draft,) = (await desk.would_fire(day(140)))[ALONE]
    assert "Ida North" in draft.wording.reasons[0]
    assert "Jon North" in draft.wording.reasons[1]


@pytest.mark.parametrize("others", [[], [*weekly(1, 20)]], ids=["nobody else is known", "two people carry it alike"])
async def test_one_known_person_or_two_strong_ones_are_no_single_thread(desk: Desk, others: list[SourceRecord]) -> None:
    await desk.load(*weekly(0, 20), *others)
    await desk.run(day(140))
    assert ALONE not in await desk.would_fire(day(140))


async def test_an_account_hardly_known_at_all_is_no_single_thread(desk: Desk) -> None:
    """Coverage below the playbook's floor: there is no thread that could break."""
    await desk.load(mail(1, IDA, [ANA], day=2), mail(2, ANA, [JON], day=2))
    await desk.run(day(140))
    assert ALONE not in await desk.would_fire(day(140))


async def judged(desk: Desk, kind: str, moment: datetime) -> None:
    """Say through the API's own way that the asks of the account do not count, or count again."""
    rows = await desk.rows("MATCH (one:Evidence {workspace_id: $workspace_id, kind: 'ask'}) RETURN one.uid AS uid")
    judge = Judge(await desk.gateway(), LocalFacts(desk.database, desk.workspace, moment), moment)
    for row in rows:
        assert not isinstance(await judge_evidence(judge, row["uid"], kind, None), UserError)


async def test_an_ask_that_one_of_us_rejects_clears_at_once_with_the_reason_and_never_fires(desk: Desk) -> None:
    """M3: rejected evidence counts in no queue, of today or of a past day; restored, it is as before."""
    await desk.load(ask(1, 28))
    await desk.run(day(31))
    (before,) = await desk.queue(day(31))
    await judged(desk, "rejected", day(31))
    assert await desk.queue(day(31)) == []
    (closed,) = await desk.queue(day(31), "expired")
    assert closed.uid == before.uid
    assert (closed.reasons or [])[-1] == (
        "Cleared on 5 February 2026: one of us said that a sentence behind it does not count."
    )
    assert ASKED not in await desk.would_fire(day(31))
    await desk.run(day(33))
    assert await desk.queue(day(33)) == []
    await judged(desk, "restored", day(33))
    (again,) = await desk.queue(day(33))
    assert (again.title, (again.reasons or [])[0]) == (before.title, (before.reasons or [])[0])


async def test_a_matter_that_is_over_says_so(desk: Desk) -> None:
    await desk.load(ask(1, 28))
    await desk.run(day(31))
    await desk.load(mail(2, ANA, [IDA], day=32, subject="Re: Matter 1", answers=1))
    await desk.run(day(33))
    (closed,) = await desk.queue(day(33), "expired")
    assert (closed.reasons or [])[-1] == "Cleared on 7 February 2026: its condition no longer holds."
