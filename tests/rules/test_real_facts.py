"""Playbooks on facts that the real pipeline inferred from invented mail, tickets and use (A8, A9, A11, A16)."""

from collections.abc import Sequence
from datetime import timedelta

import pytest

from graph_service.domain.facts import epoch_day
from graph_service.ingest.connector import Address, MailRecord, Place, SourceRecord
from graph_service.ingest.feed_records import UsageRecord
from graph_service.ingest.source_records import TicketRecord
from tests.integration.memory import THEIRS, mail
from tests.rules.desk import ANA, IDA, JON, Desk, day, weekly

pytestmark = pytest.mark.neo4j
PLACE = Place("memory", "feeds")
FIRST = epoch_day(day(0).date())


def use(who: Address, feature: str, before: int, after: int, *, falls: int, last: int) -> SourceRecord:
    """Use of a feature on every working day: so many times until a day, and so many from it on."""
    days = [number for number in range(last) if day(number).weekday() < 5]
    counts = tuple(before if number < falls else after for number in days)
    return UsageRecord(PLACE, "key1", who.address, feature, tuple(FIRST + number for number in days), counts)


def ticket(number: int, on: float, subject: str) -> SourceRecord:
    """A ticket of Ida's."""
    at = day(0, 9) + timedelta(days=on)
    return TicketRecord(
        PLACE, "desk", f"T{number}", subject, at, at, at, "See the screen.", "open", requester=IDA, tags=("login",)
    )


def using(last: int = 150) -> Sequence[SourceRecord]:
    """Ida and Jon use two features; from day 120 on one of them hardly at all."""
    return [
        use(who, feature, 12, after, falls=120, last=last)
        for who in (IDA, JON)
        for feature, after in (("planner", 1), ("maps", 11))
    ]


async def test_use_that_falls_fires_with_the_feature_and_the_tickets_of_those_weeks(desk: Desk) -> None:
    """A8 from daily counts: silent before the fall, and for an account whose use goes on as it was."""
    await desk.load(*weekly(0, 21), *using(), ticket(1, 20, "Old matter"), ticket(2, 123, "Planner is slow"))
    await desk.run(day(149))
    assert "Usage decline" not in await desk.would_fire(day(118))
    (draft,) = (await desk.would_fire(day(140)))["Usage decline"]
    reasons = " ".join(draft.wording.reasons)
    assert draft.wording.title == "Find out why north.example uses the product less"
    assert "What fell most: planner." in reasons
    assert "Planner is slow" in reasons
    assert "Old matter" not in reasons


async def test_more_tickets_than_usual_fire_and_as_many_as_usual_do_not(desk: Desk) -> None:
    rare = [ticket(number, 9 * number, f"Matter {number}") for number in range(15)]
    many = [ticket(100 + number, 140 + number / 2, f"Login {number}") for number in range(8)]
    await desk.load(*weekly(0, 21), *rare, *many)
    await desk.run(day(149))
    assert "Ticket surge" not in await desk.would_fire(day(139))
    (draft,) = (await desk.would_fire(day(144)))["Ticket surge"]
    assert draft.wording.title == "Look into the tickets of north.example"
    assert "Login" in " ".join(draft.wording.reasons)


def champion() -> Sequence[SourceRecord]:
    """Ida tells others of us, then says goodbye; Jon takes over."""
    said = (
        "I told our CFO that we could not run the plant without your planner.",
        "I recommended your product to our sister company, they will call you.",
        "I convinced our board to keep you, it paid for itself.",
    )
    out: list[SourceRecord] = [*weekly(0, 17), *weekly(1, 24)]
    for number, text in enumerate(said * 2):
        signed = f"Hello Ana,\n\n{text}\n\nBest regards\nIda North\nVP Operations\nPhone: +49 30 1234567\n"
        day_of_it, subject = 60 + 8 * number, f"News {number}"
        out.append(mail(8000 + number, IDA, [ANA], cc=[JON], day=day_of_it, subject=subject, text=signed))
    farewell = "I am leaving North at the end of the month. Friday is my last day. Jon will take over from me."
    out.append(mail(8100, IDA, [ANA], cc=[JON], day=120, subject="Goodbye", text=farewell))
    return out


async def test_a_champion_who_says_goodbye_fires_with_their_own_words(desk: Desk) -> None:
    await desk.load(*champion())
    await desk.run(day(160))
    assert "Champion departed" not in await desk.would_fire(day(118))
    (draft,) = (await desk.would_fire(day(122)))["Champion departed"]
    reasons = " ".join(draft.wording.reasons)
    assert draft.detail.contact == THEIRS[0].name
    assert "said goodbye themselves" in reasons
    assert "Jon North" in draft.wording.title + reasons


async def test_two_people_whose_tone_turns_fire_with_their_newest_words(desk: Desk) -> None:
    warm = ("Thank you, this is excellent work, we are very happy.", "Great, that is perfect, many thanks!")
    cold = (
        "This is a disaster, the plan is broken again and we are very disappointed.",
        "I am angry: nothing works, this is unacceptable and a waste of our time.",
    )
    out: list[SourceRecord] = []
    for week in range(24):
        for who, person in enumerate((IDA, JON)):
            text = (warm if week < 18 else cold)[(week + who) % 2]
            out.append(mail(100 * week + who, person, [ANA], day=7 * week + who, subject=f"W{week}{who}", text=text))
    await desk.load(*out)
    await desk.run(day(166))
    assert "Sentiment falling" not in await desk.would_fire(day(124))
    (draft,) = (await desk.would_fire(day(145)))["Sentiment falling"]
    reasons = " ".join(draft.wording.reasons)
    assert "Behind it: " in reasons
    assert "Words behind it (" in reasons


async def test_a_champion_who_falls_silent_is_at_risk_and_not_said_to_have_left(desk: Desk) -> None:
    """P8: Jon goes on writing, so that it is Ida who is silent and not the account."""
    spoken = [one for one in champion() if "Goodbye" not in str(one) and not _is_late(one)]
    await desk.load(*spoken, *weekly(2, 30))
    await desk.run(day(205))
    found = {name for number in range(120, 204, 6) for name in await desk.would_fire(day(number))}
    assert "Champion at risk" in found
    assert "Champion departed" not in found


def _is_late(record: SourceRecord) -> bool:
    """Tell whether a mail of Ida's is of the time in which she is silent."""
    return isinstance(record, MailRecord) and record.sender == IDA and record.sent_at > day(113)


async def test_who_says_where_they_go_is_asked_for_an_introduction(desk: Desk) -> None:
    """A15: the farewell names the firm."""
    text = "Friday is my last day at North. I am joining Contoso GmbH in June."
    await desk.load(*weekly(0, 17), *weekly(1, 24), mail(8100, IDA, [ANA], day=120, subject="Goodbye", text=text))
    await desk.run(day(140))
    (draft,) = (await desk.would_fire(day(126)))["Contact joined a new account"]
    assert draft.wording.title == "Ask Ida North for an introduction at Contoso GmbH"
    assert "Ana" in draft.wording.suggestion
