"""Playbooks on people: where they fire, where they are silent a step away, what they say (A9, A11, A15, P8, P16)."""

import pytest

from graph_service.rules.actions import Draft
from tests.integration.memory import mail
from tests.rules.desk import ANA, BEN, IDA, JON, LEA, Desk, day, weekly
from tests.rules.said_facts import Said, change, run_rules, say, write

pytestmark = pytest.mark.neo4j
DEPARTED, AT_RISK, JOINED = "Champion departed", "Champion at risk", "Contact joined a new account"
NORTH, NAME = "north.example", "Ida North"
LEFT_ON = 100
WORDS = "Ida has left us, I look after the plan now."


def backing(until: int | None = LEFT_ON, state: str = "champion") -> Said:
    """Ida speaks up for us from day 30 on."""
    return Said(NAME, "champion", state, 30, until, detail="probability")


def departed(**changes: object) -> list[Said]:
    """Ida's departure, as a colleague tells it."""
    given: dict[str, object] = {
        "began": 95, "probability": 0.97, "terms": {"prior": 0.02, "silence": 0.3, "said_by_colleague": 0.65},
        "support": [("said_by_colleague", "told")],
    } | changes  # fmt: skip
    return [
        Said(NAME, "departure", "departed", LEFT_ON, **given),  # type: ignore[arg-type]
        Said(NAME, "champion", "departed", LEFT_ON, detail="departed", terms={"advocacy": 0.4},
             support=[("advocacy", "praise")]),
    ]  # fmt: skip


async def customer(desk: Desk) -> None:
    """Ida and Jon write to us every week until day 133, Ida until day 91; two sentences of theirs."""
    await desk.load(*weekly(0, 14), *weekly(1, 20))
    await desk.run(day(60))
    await say(desk, "told", "departure_said", WORDS, writer="Jon North", mail="Week 1 14", on=98)
    await say(desk, "praise", "advocacy", "I told our board to keep it.", writer=NAME, mail="Week 0 5", on=35)


async def fired(desk: Desk, name: str, number: int) -> list[Draft]:
    """What a playbook would make on the evening of a day."""
    return (await desk.would_fire(day(number))).get(name, [])


async def test_a_champion_who_left_fires_from_the_day_it_was_known_for_90_days(desk: Desk) -> None:
    """P16; no look ahead: on the evening before, nobody could say so."""
    await customer(desk)
    await write(desk, backing(), *departed())
    fires = {number: bool(await fired(desk, DEPARTED, number)) for number in (99, 100, 189, 191)}
    assert fires == {99: False, 100: True, 189: True, 191: False}


async def test_a_departure_says_who_since_when_by_what_sign_and_who_is_there(desk: Desk) -> None:
    """A9, P10: the engagement of the others over the last month, and who could follow."""
    await customer(desk)
    (jon,) = await desk.rows(
        "MATCH (one:Stakeholder {workspace_id: $workspace_id, name: 'Jon North'}) RETURN one.uid AS uid"
    )
    await write(
        desk, backing(), *departed(), Said(NAME, "successor", "succeeded", 100, detail=jon["uid"], probability=0.71)
    )
    (draft,) = await fired(desk, DEPARTED, 103)
    assert draft.wording.title == f"Ida North has left {NORTH}: win over Jon North"
    assert draft.wording.reasons == (
        (
            f"Ida North, our champion since 4 February 2026, has left {NORTH}: known since 15 April 2026, "
            "last day there about 10 April 2026."
        ),
        f"Signs: a colleague said so (Jon North, 13 April 2026: “{WORDS}”); they are silent beyond their rhythm.",
        "Who may have taken over: Jon North (71%).",
        "The others there in the last 30 days: Jon North (high engagement, 8 exchanges).",
        "They last spoke up for us on 9 February 2026: “I told our board to keep it.”",
    )
    assert draft.wording.suggestion.startswith("Call Jon North;")
    assert draft.playbook.change == 0.2


async def test_somebody_who_says_goodbye_is_leaving_until_the_last_day(desk: Desk) -> None:
    await customer(desk)
    await write(desk, backing(), *departed(began=120, terms={"prior": 0.02, "farewell": 0.9}, support=[]))
    (before,), (after,) = await fired(desk, DEPARTED, 103), await fired(desk, DEPARTED, 121)
    assert before.wording.title.startswith("Ida North is leaving")
    assert "last day there is 5 May 2026" in before.wording.reasons[0]
    assert "Signs: they said goodbye themselves." in before.wording.reasons
    assert after.wording.title.startswith("Ida North has left")


@pytest.mark.parametrize(
    "states",
    [
        [Said(NAME, "departure", "departed", LEFT_ON)],
        [backing(None), Said(NAME, "departure", "gone_quiet", LEFT_ON)],
        [backing(), Said(NAME, "champion", "lapsed", LEFT_ON)],
        [backing(), Said(NAME, "champion", "departed", 100, 110), Said(NAME, "departure", "departed", 100, 110)],
    ],
    ids=["no champion", "gone quiet only", "lapsed and still there", "came back"],
)
async def test_no_champion_is_said_to_have_left_without_cause(desk: Desk, states: list[Said]) -> None:
    await customer(desk)
    await write(desk, *states)
    assert await fired(desk, DEPARTED, 111) == []


async def test_a_sign_that_tells_of_another_firm_reads_as_other_signs(desk: Desk) -> None:
    """What was seen at an account that a reader may not see is not named (decision 14)."""
    await customer(desk)
    await write(
        desk, backing(), *departed(terms={"prior": 0.02, "seen_elsewhere": 0.9}, detail="South Ltd", support=[])
    )
    (draft,) = await fired(desk, DEPARTED, 103)
    assert "Signs: other signs." in draft.wording.reasons
    assert "South" not in " ".join((draft.wording.title, draft.wording.suggestion, *draft.wording.reasons))


async def test_a_champion_at_risk_fires_while_that_holds_and_says_no_more_than_is_known(desk: Desk) -> None:
    """P8: with date and reason. Silence is not said to be a departure."""
    await customer(desk)
    risk = Said(NAME, "champion", "at_risk", 100, 120, detail="gone_quiet,cooling", support=[("advocacy", "praise")])
    await write(desk, backing(), risk)
    fires = {number: bool(await fired(desk, AT_RISK, number)) for number in (99, 100, 119, 120)}
    assert fires == {99: False, 100: True, 119: True, 120: False}
    (draft,) = await fired(desk, AT_RISK, 101)
    assert draft.wording.title == f"Speak with Ida North ({NORTH})"
    assert draft.wording.reasons[0] == (
        "Ida North, our champion since 4 February 2026, has been at risk since 15 April 2026: "
        "gone quiet, may have left; contact has been cooling for three weeks or more."
    )
    assert "has left" not in " ".join(draft.wording.reasons)


@pytest.mark.parametrize("state", ["supporter", "coach", "champion", "lapsed"])
async def test_any_other_state_of_a_champion_is_no_risk(desk: Desk, state: str) -> None:
    await customer(desk)
    await write(desk, backing(), Said(NAME, "champion", state, LEFT_ON))
    assert await fired(desk, AT_RISK, 101) == []


async def test_a_sentence_of_a_mail_with_another_account_is_neither_quoted_nor_a_reason(desk: Desk) -> None:
    """Decision 14: words need sight of every account in the mail, so an action says them to nobody."""
    await customer(desk)
    await desk.load(mail(5000, JON, [ANA], cc=[LEA], day=97, subject="Joint"))
    await say(desk, "told", "departure_said", WORDS, writer="Jon North", mail="Joint", on=97)
    await change(
        desk,
        """MATCH (:Evidence {workspace_id: $workspace_id, uid: 'told'})-[from:FROM]->(mail:Interaction)
        WHERE mail.subject <> 'Joint' DELETE from""",
    )
    await write(desk, backing(), *departed())
    report = await run_rules(desk, day(103))
    (action,) = [one for one in await desk.queue(day(103)) if one.playbook and one.playbook.name == DEPARTED]
    assert report.fired[DEPARTED] == 1
    assert WORDS not in " ".join(action.reasons or [])
    assert "a colleague said so" in " ".join(action.reasons or [])
    assert {one.uid for one in action.evidence} & {"told"} == set()


async def test_an_action_is_tied_to_the_states_and_sentences_behind_it(desk: Desk) -> None:
    """A12: what it rests on, to click on; and it is the same as a dry run says."""
    await customer(desk)
    await write(desk, backing(), *departed())
    (shown,) = await fired(desk, DEPARTED, 103)
    await run_rules(desk, day(103))
    rows = await desk.rows(
        "MATCH (:Playbook {workspace_id: $workspace_id, name: 'Champion departed'})-[:MADE]->(action) "
        "MATCH (action)-[why:BECAUSE_OF]->(x) RETURN action.title AS title, why.term AS term, "
        "labels(x)[0] AS label, coalesce(x.state, x.quote, x.name) AS what"
    )
    assert {(row["term"], row["label"], row["what"]) for row in rows} == {
        ("departure", "Spell", "departed"), ("champion", "Spell", "departed"), ("said_by_colleague", "Evidence", WORDS),
        ("advocacy", "Evidence", "I told our board to keep it."), ("still there", "Stakeholder", "Jon North"),
    }  # fmt: skip
    assert {row["title"] for row in rows} == {shown.wording.title}


async def test_a_done_departure_stays_done_and_one_taken_back_expires(desk: Desk) -> None:
    """A22 and the engine's laws on a playbook of people: cooldown, expiry, one action a person."""
    await customer(desk)
    await write(desk, backing(), *departed())
    await run_rules(desk, day(103))
    await run_rules(desk, day(104))
    (action,) = [one for one in await desk.queue(day(104)) if one.playbook and one.playbook.name == DEPARTED]
    assert action.occurrence_count == 2
    await desk.decide(action, "done", day(104))
    assert (await run_rules(desk, day(150))).silenced[DEPARTED] == 1
    await write(desk, Said(NAME, "champion", "at_risk", 150, detail="cooling"))
    assert (await run_rules(desk, day(151))).fired[AT_RISK] == 1
    await write(desk, Said(NAME, "champion", "champion", 152))
    assert (await run_rules(desk, day(153))).expired[AT_RISK] == 1


async def newcomer(desk: Desk) -> None:
    """Ida left and is seen at another account, where she writes to Ben."""
    await customer(desk)
    await desk.load(mail(7000, LEA, [BEN], day=110, subject="Hello again"))
    await change(
        desk,
        """
        MATCH (ida:Contact)-[:IS]->(:Stakeholder {workspace_id: $workspace_id, name: 'Ida North'})
        MATCH (lea:Contact)-[was:IS]->(there:Stakeholder {workspace_id: $workspace_id, name: 'Lea South'})
        DELETE was MERGE (ida)-[:IS]->(there) SET there.name = 'Ida North there'""",
    )
    (there,) = await desk.rows(
        "MATCH (one:Stakeholder {workspace_id: $workspace_id, name: 'Ida North there'}) RETURN one.uid AS uid"
    )
    moved = Said(
        NAME, "move", "moved", 112, detail=there["uid"], probability=0.9, terms={"seen there later than here": 1.5}
    )
    await write(desk, backing(), *departed(detail="south.example"), moved)


async def test_who_went_to_another_firm_is_asked_for_an_introduction_by_who_knows_them(desk: Desk) -> None:
    """A15: where they were champion, where they are now, who of ours knows them."""
    await newcomer(desk)
    assert await fired(desk, JOINED, 99) == []
    (draft,) = await fired(desk, JOINED, 113)
    assert draft.wording.title == "Ask Ida North for an introduction at south.example"
    assert draft.wording.suggestion.startswith("Ana: wish Ida North well")
    assert draft.wording.reasons[0] == (
        "Ida North is at south.example now, an account that we know: they were seen there after they were last seen "
        "here (90% sure)."
    )
    assert draft.wording.reasons[1] == (
        f"At {NORTH}: our champion since 4 February 2026; last day there about 10 April 2026."
    )
    assert draft.wording.reasons[2].startswith("Of ours they know Ana (strength ")


async def test_a_move_is_told_to_those_alone_who_see_every_account_of_the_person(desk: Desk) -> None:
    """Decision 14, P21: Ana sees both accounts, Ben the first only; for Ben there is no such action."""
    await newcomer(desk)
    await change(
        desk,
        """
        MATCH (ana:User {workspace_id: $workspace_id, email: 'ana@ours.example'})
        MATCH (ben:User {workspace_id: $workspace_id, email: 'ben@ours.example'})
        MATCH (account:Account {workspace_id: $workspace_id})
        SET account.is_tracked = true,
          account.seen_by = ['admin', ana.uid] + CASE account.name WHEN 'north.example' THEN [ben.uid] ELSE [] END""",
    )
    await change(
        desk,
        "MATCH (ida:Stakeholder {workspace_id: $workspace_id, name: $name}) SET ida.new_employer = 'south.example'",
        name=NAME,
    )
    await run_rules(desk, day(113))

    async def seen(who: str) -> set[str]:
        queue = await desk.queue(day(113), who=who)
        return {str(one.playbook.name) for one in queue if one.playbook}

    assert {DEPARTED, JOINED} <= await seen("") & await seen(ANA.address)
    assert DEPARTED in await seen(BEN.address)
    assert JOINED not in await seen(BEN.address)
    everything = " ".join(str(one) for one in await desk.queue(day(113), who=BEN.address))
    assert "south" not in everything


async def test_whom_nobody_of_us_ever_wrote_with_is_not_asked_for_an_introduction(desk: Desk) -> None:
    await customer(desk)
    await change(
        desk, "MATCH (:Stakeholder {workspace_id: $workspace_id, name: 'Ida North'})-[tie:KNOWS]->() DELETE tie"
    )
    await write(desk, *departed(detail="South Ltd"))
    assert await fired(desk, JOINED, 103) == []


async def test_a_departure_without_a_known_employer_asks_for_no_introduction(desk: Desk) -> None:
    await customer(desk)
    await write(desk, *departed())
    assert await fired(desk, JOINED, 103) == []
    assert IDA.name == NAME
