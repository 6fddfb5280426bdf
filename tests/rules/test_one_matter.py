"""One matter makes one action, and nobody who has left is asked for anything."""

import pytest

from graph_service.rules.actions import Draft
from tests.rules.desk import ALONE, ASKED, QUIET, Desk, ask, day, weekly
from tests.rules.said_facts import Said, change, write

pytestmark = pytest.mark.neo4j
AT_RISK, JOINED, TONE = "Champion at risk", "Contact joined a new account", "Sentiment falling"
NORTH, IDA_NORTH, JON_NORTH = "north.example", "Ida North", "Jon North"
LEFT_ON = 100


async def fired(desk: Desk, name: str, number: int) -> list[Draft]:
    """What a playbook would make on the evening of a day."""
    return (await desk.would_fire(day(number))).get(name, [])


async def customer(desk: Desk) -> None:
    """Ida and Jon write to us every week; what was said of their rhythm is left to the tests."""
    await desk.load(*weekly(0, 14), *weekly(1, 14))
    await desk.run(day(60))
    await change(desk, "MATCH (one:Spell {workspace_id: $workspace_id, kind: 'quiet'}) DETACH DELETE one")


def left(name: str, **changes: object) -> Said:
    """Somebody has left."""
    return Said(name, "departure", "departed", LEFT_ON, **changes)  # type: ignore[arg-type]


async def test_a_champion_of_an_account_that_is_quiet_as_a_whole_is_no_matter_of_their_own(desk: Desk) -> None:
    await customer(desk)
    await write(
        desk, Said(IDA_NORTH, "champion", "at_risk", 90, detail="gone_quiet"), Said(NORTH, "quiet", "quiet", LEFT_ON)
    )
    assert [len(await fired(desk, AT_RISK, number)) for number in (99, 100)] == [1, 0]
    assert len(await fired(desk, QUIET, 100)) == 1


async def test_a_fall_of_tone_goes_into_the_action_on_the_silence_that_followed(desk: Desk) -> None:
    await customer(desk)
    terms = {"earlier_tone": 0.21, "recent_tone": -0.3}
    await write(desk, Said(NORTH, "sentiment", "falling", 90, terms=terms), Said(NORTH, "quiet", "quiet", LEFT_ON))
    assert [len(await fired(desk, TONE, number)) for number in (99, 100)] == [1, 0]
    (draft,) = await fired(desk, QUIET, 100)
    assert draft.wording.reasons[1].startswith("Their tone had fallen before: from +0.21 to -0.30 (of -1 to +1)")
    assert draft.wording.suggestion.startswith(("Write to Ida North", "Write to Jon North"))


async def test_an_ask_of_somebody_who_has_left_since_is_not_to_be_answered_to_them(desk: Desk) -> None:
    await desk.load(*weekly(1, 14), ask(1, 98))
    await desk.run(day(99))
    await write(desk, left(IDA_NORTH))
    assert [len(await fired(desk, ASKED, number)) for number in (103, 99)] == [0, 0]
    await change(desk, "MATCH (one:Spell {workspace_id: $workspace_id, state: 'departed'}) DETACH DELETE one")
    assert len(await fired(desk, ASKED, 103)) == 1


async def test_an_account_that_hung_on_a_champion_who_left_is_the_matter_of_that_departure_for_90_days(
    desk: Desk,
) -> None:
    """Afterwards whoever is closest to us now is named, and not who left."""
    await desk.load(*weekly(0, 20), *weekly(1, 2))
    await desk.run(day(140))
    assert len(await fired(desk, ALONE, 99)) == 1
    await write(desk, left(IDA_NORTH), Said(IDA_NORTH, "champion", "departed", LEFT_ON))
    assert await fired(desk, ALONE, 110) == []
    (draft,) = await fired(desk, ALONE, 192)
    assert draft.wording.title == f"Meet Jon North at {NORTH}"
    assert draft.wording.suggestion == "Write to Jon North yourself."
    assert "Ida North, who has left" in draft.wording.reasons[0]


@pytest.mark.parametrize(("strength", "was_champion", "count"), [(2.0, False, 0), (2.0, True, 1), (9.0, False, 1)])
async def test_who_hardly_knew_us_is_asked_for_no_introduction(
    desk: Desk, strength: float, *, was_champion: bool, count: int
) -> None:
    await customer(desk)
    await change(
        desk,
        """MATCH (:Stakeholder {workspace_id: $workspace_id, name: 'Ida North'})-[tie:KNOWS]->()
        SET tie.strength = $strength, tie.series_values = [place IN tie.series_days | $strength]""",
        strength=strength,
    )
    champion = [Said(IDA_NORTH, "champion", "departed", LEFT_ON)] if was_champion else []
    await write(desk, left(IDA_NORTH, detail="South Ltd"), *champion)
    assert len(await fired(desk, JOINED, 103)) == count
