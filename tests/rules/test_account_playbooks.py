"""Playbooks on accounts that watch tone, use and tickets: where they fire, and what they say (A8, A11, A16, P6)."""

from datetime import timedelta

import pytest

from graph_service.ingest.connector import Address, Place, SourceRecord
from graph_service.ingest.source_records import TicketRecord
from graph_service.rules.actions import Draft
from tests.integration.memory import mail
from tests.rules.desk import ANA, IDA, JON, LEA, Desk, day, weekly
from tests.rules.said_facts import Said, change, run_rules, say, write

pytestmark = pytest.mark.neo4j
TONE, USE, SURGE = "Sentiment falling", "Usage decline", "Ticket surge"
NORTH = "north.example"
FELL = {"change": -0.412, "cusum": 5.6, "feature exports": 0.6}
SHIFT = {"recent_tone": -0.214, "earlier_tone": 0.181, "z": 2.4, "recent_texts": 11.0}


def ticket(number: int, on: float, subject: str, who: Address = IDA) -> SourceRecord:
    """A ticket of somebody."""
    at = day(0, 9) + timedelta(days=on)
    return TicketRecord(
        Place("memory", f"ticket {number}"), "desk", f"T{number}", subject, at, at, at, "See the screen.", "open",
        requester=who,
    )  # fmt: skip


async def customer(desk: Desk, *more: SourceRecord) -> None:
    """Ida and Jon write to us every week until day 133; what else is given."""
    await desk.load(*weekly(0, 20), *weekly(1, 20), *more)
    await desk.run(day(60))


async def fired(desk: Desk, name: str, number: int) -> list[Draft]:
    """What a playbook would make on the evening of a day."""
    return (await desk.would_fire(day(number))).get(name, [])


@pytest.mark.parametrize(
    ("name", "kind", "state"), [(TONE, "sentiment", "falling"), (USE, "usage", "falling"), (SURGE, "tickets", "surge")]
)
async def test_it_fires_from_the_day_it_could_be_said_until_it_is_over(
    desk: Desk, name: str, kind: str, state: str
) -> None:
    await customer(desk)
    await write(desk, Said(NORTH, kind, state, 100, 120, began=90))
    fires = {number: bool(await fired(desk, name, number)) for number in (99, 100, 119, 120)}
    assert fires == {99: False, 100: True, 119: True, 120: False}


@pytest.mark.parametrize(
    ("name", "near"),
    [
        (TONE, Said(NORTH, "sentiment", "rising", 100)),
        (TONE, Said("Ida North", "sentiment", "falling", 100)),
        (USE, Said(NORTH, "tickets", "surge", 100)),
        (SURGE, Said(NORTH, "escalation", "escalated", 100)),
        (SURGE, Said(NORTH, "usage", "falling", 100)),
    ],
    ids=["rising", "one person's tone", "a surge is no fall", "an escalation is no surge", "a fall is no surge"],
)
async def test_it_is_silent_a_step_away(desk: Desk, name: str, near: Said) -> None:
    await customer(desk)
    await write(desk, near)
    assert await fired(desk, name, 101) == []


async def test_a_fall_of_use_says_how_far_since_when_which_features_and_what_tickets_came_with_it(desk: Desk) -> None:
    """A8: the raw change, the features that stopped, when it began, the tickets of the same weeks."""
    early, late = ticket(1, 80, "Old matter"), ticket(4, 104, "Later matter")
    await customer(desk, early, ticket(2, 93, "Export is empty"), ticket(3, 99, "Export again"), late)
    await write(desk, Said(NORTH, "usage", "falling", 100, began=92, detail="exports, maps", terms=FELL))
    (draft,) = await fired(desk, USE, 105)
    assert draft.wording.title == f"Find out why {NORTH} uses the product less"
    assert draft.wording.reasons[:3] == (
        "Use is down 41% since about 7 April 2026, and clearly so since 15 April 2026.",
        "What fell most: exports and maps.",
        (
            "Tickets opened in those weeks: 2, the newest “Export again” (14 April 2026) and "
            "“Export is empty” (8 April 2026)."
        ),
    )
    assert draft.wording.reasons[3].startswith("Closest to us there: ")
    assert draft.playbook.change == 0.15


async def test_a_surge_says_how_many_against_how_many_usual_and_on_what(desk: Desk) -> None:
    await customer(desk, ticket(2, 97, "Login fails"), ticket(3, 99, "Login again"))
    terms = {"tickets": 5.0, "expected": 0.543, "surprise": 2.9, "surprise of severity": 3.2}
    await write(desk, Said(NORTH, "tickets", "surge", 100, began=97, detail="login, access, severe", terms=terms))
    (draft,) = await fired(desk, SURGE, 101)
    assert draft.wording.reasons[:3] == (
        "5 tickets in the seven days up to 15 April 2026, where 0.5 are usual.",
        "Standing out: login and access, and they are more severe than usual.",
        "Opened since it began: 2, the newest “Login again” (14 April 2026) and “Login fails” (12 April 2026).",
    )
    assert draft.playbook.change == 0.1
    (confidence,) = [term.value for term in draft.score.terms if term.name == "confidence"]
    assert confidence == pytest.approx(0.2228, abs=0.001), "ln(0.5 + 0.75 (1 - 10^-2.9))"


async def test_a_shift_of_tone_says_from_where_to_where_over_which_texts_with_the_newest_words(desk: Desk) -> None:
    """P6, A11. Words of a mail with another account are not shown (decision 14)."""
    joint = mail(5000, JON, [ANA], cc=[LEA], day=99, subject="Joint")
    await customer(desk, joint)
    await say(desk, "t1", "sentiment", "This was promised in March.", writer="Ida North", mail="Week 0 12", on=84)
    await say(desk, "t2", "sentiment", "We wait again.", writer="Jon North", mail="Week 1 13", on=91)
    await say(desk, "t3", "sentiment", "SECRET of Lea.", writer="Jon North", mail="Joint", on=99)
    await say(desk, "t0", "sentiment", "Thank you all.", writer="Ida North", mail="Week 0 5", on=35)
    support = [("recent_tone", "t1"), ("recent_tone", "t2"), ("recent_tone", "t3"), ("earlier_tone", "t0")]
    await write(desk, Said(NORTH, "sentiment", "falling", 100, began=84, terms=SHIFT, support=support))
    (draft,) = await fired(desk, TONE, 101)
    assert draft.wording.reasons[:3] == (
        f"The tone of {NORTH} fell from +0.18 to -0.21 (of -1 to +1), over 11 texts; it began about 30 March 2026.",
        "Behind it: Jon North and Ida North.",
        "Words behind it (Jon North, 6 April 2026): “We wait again.”",
    )
    report = await run_rules(desk, day(101))
    rows = await desk.rows(
        "MATCH (:Playbook {workspace_id: $workspace_id, name: 'Sentiment falling'})-[:MADE]->()-[:BECAUSE_OF]->(x)"
        " RETURN x.uid AS uid"
    )
    assert report.fired[TONE] == 1
    assert {row["uid"] for row in rows} >= {"t1", "t2", f"{NORTH}/sentiment/100"}
    assert {row["uid"] for row in rows} & {"t0", "t3"} == set()


async def test_an_account_that_nobody_looks_after_fires_nothing(desk: Desk) -> None:
    await customer(desk)
    states = [Said(NORTH, "sentiment", "falling", 100), Said(NORTH, "usage", "falling", 100)]
    await write(desk, *states, Said(NORTH, "tickets", "surge", 100))
    await change(desk, "MATCH (one:Account {workspace_id: $workspace_id}) SET one.is_tracked = false")
    found = await desk.would_fire(day(101))
    assert {TONE, USE, SURGE} & set(found) == set()


async def test_a_fall_that_is_over_closes_its_action_by_itself(desk: Desk) -> None:
    await customer(desk)
    await write(desk, Said(NORTH, "usage", "falling", 100, terms=FELL))
    assert (await run_rules(desk, day(101))).fired[USE] == 1
    await write(desk, Said(NORTH, "usage", "falling", 100, 110, terms=FELL))
    assert (await run_rules(desk, day(111))).expired[USE] == 1
