"""The engine over the graph: writing once, counting days, people's decisions, expiry, privacy (A9, A21, A22, A27)."""

from datetime import timedelta

import pytest

from graph_service.app.playbooks import add_playbook, list_playbooks
from graph_service.errors import NotFoundError, PlaybookError
from graph_service.graph.query import Statement
from tests.integration.memory import mail
from tests.rules.desk import ANA, ASKED, BEN, IDA, QUIET, Desk, ask, day, weekly

pytestmark = pytest.mark.neo4j

OWN = """\
name: Ida wrote lately
about: Somebody who wrote within ten days.
target: account
bucket: growth
watch: [account_rhythm]
when: account where not silent for 10 days
identity: [account]
action:
  title: "Thank {main_contact}"
  suggestion: "Say thanks."
  reasons: ["They wrote on {last_inbound_on}."]
"""


async def test_a_dry_run_writes_nothing_and_shows_what_a_live_one_makes(desk: Desk) -> None:
    await desk.load(*weekly(0, 3), ask(1, 28))
    await desk.run(day(28))
    before = await desk.facts()
    shown = await desk.would_fire(day(31))
    assert await desk.facts() == before
    await desk.run(day(31))
    assert [one.title for one in await desk.queue(day(31))] == [one.wording.title for one in shown[ASKED]]


async def test_running_twice_on_a_day_changes_nothing_and_the_next_day_counts_once_more(desk: Desk) -> None:
    await desk.load(ask(1, 28))
    await desk.run(day(31))
    before = await desk.facts()
    await desk.run(day(31))
    assert await desk.facts() == before
    (first,) = await desk.queue(day(31))
    await desk.run(day(32))
    (second,) = await desk.queue(day(32))
    assert (first.uid, first.occurrence_count, second.occurrence_count) == (second.uid, 1, 2)
    assert second.first_fired_at == first.first_fired_at
    assert second.due_at == first.due_at
    assert (second.last_fired_at or 0) > (first.last_fired_at or 0)


async def test_a_snoozed_action_sleeps_through_runs_and_wakes_when_its_time_is_over(desk: Desk) -> None:
    await desk.load(ask(1, 28))
    await desk.run(day(31))
    (action,) = await desk.queue(day(31))
    await desk.decide(action, "snoozed", day(31), until=day(35))
    await desk.run(day(33))
    assert await desk.queue(day(33)) == []
    assert [one.uid for one in await desk.queue(day(33), "snoozed")] == [action.uid]
    assert [one.uid for one in await desk.queue(day(35) + timedelta(minutes=1))] == [action.uid]
    await desk.run(day(36))
    assert [(one.uid, one.status) for one in await desk.queue(day(36))] == [(action.uid, "open")]


@pytest.mark.parametrize("kind", ["dismissed", "done"])
async def test_a_decided_ask_never_comes_back_but_another_one_does(desk: Desk, kind: str) -> None:
    await desk.load(ask(1, 28))
    await desk.run(day(31))
    (action,) = await desk.queue(day(31))
    await desk.decide(action, kind, day(31))
    for later in (31, 32, 60):
        report = await desk.run(day(later))
        assert await desk.queue(day(later)) == []
    assert report.silenced[ASKED] == 1
    await desk.load(ask(2, 61, text="Could you also tell us who signs the new contract?"))
    await desk.run(day(66))
    assert [one.uid != action.uid for one in await desk.queue(day(66))] == [True]


async def test_a_dismissed_account_stays_away_thirty_days(desk: Desk) -> None:
    await desk.load(*weekly(0, 10))
    await desk.run(day(120))
    (action,) = [one for one in await desk.queue(day(120)) if one.playbook and one.playbook.name == QUIET]
    await desk.decide(action, "dismissed", day(120))
    assert (await desk.run(day(149))).silenced[QUIET] == 1
    assert (await desk.run(day(151))).fired[QUIET] == 1


async def test_an_action_whose_reason_is_gone_closes_by_itself(desk: Desk) -> None:
    await desk.load(ask(1, 28))
    await desk.run(day(31))
    (action,) = await desk.queue(day(31))
    await desk.load(mail(2, ANA, [IDA], day=31.9, subject="Re: Matter 1", answers=1))
    report = await desk.run(day(32))
    assert report.expired[ASKED] == 1
    assert await desk.queue(day(32)) == []
    assert [one.uid for one in await desk.queue(day(32), "expired")] == [action.uid]


async def test_two_open_actions_never_share_a_key(desk: Desk) -> None:
    await desk.load(ask(1, 28), ask(2, 28.1, text="Who signs off on the new contract?"))
    for later in (31, 32, 33):
        await desk.run(day(later))
    rows = await desk.rows(
        "MATCH (action:Action {workspace_id: $workspace_id}) WHERE action.open_key IS NOT NULL "
        "RETURN count(*) AS open, count(DISTINCT action.open_key) AS keys"
    )
    assert rows[0] == {"open": 2, "keys": 2}


async def test_a_private_playbook_fires_for_its_owner_only(desk: Desk) -> None:
    """A27, A28: private at birth; only its owner sees its actions."""
    await desk.load(*weekly(0, 3), mail(900, IDA, [ANA], day=16), mail(901, IDA, [BEN], day=16))
    name = await add_playbook(desk.database, desk.workspace, OWN, "own.yaml", ANA.address, day(17))
    report = await desk.run(day(17))
    assert report.fired[name] == 1
    seen = {
        who: [one.title for one in await desk.queue(day(17), who=who) if one.playbook and one.playbook.name == name]
        for who in (ANA.address, BEN.address, "")
    }
    assert seen == {ANA.address: ["Thank Ida North"], BEN.address: [], "": []}
    listed = {one.name: one.visibility for one, _ in await list_playbooks(desk.database, desk.workspace)}
    assert listed == {name: "private", **dict.fromkeys(set(listed) - {name}, "public")}


async def test_adding_a_playbook_again_replaces_it(desk: Desk) -> None:
    await desk.load(mail(1, IDA, [ANA], day=1))
    for text in (OWN, OWN.replace("Thank", "Greet")):
        await add_playbook(desk.database, desk.workspace, text, "own.yaml", ANA.address, day(2))
    await desk.run(day(2))
    titles = [one.title for one in await desk.queue(day(2), who=ANA.address)]
    assert titles == ["Greet Ida North"]


async def test_a_playbook_of_a_stranger_or_one_that_is_wrong_is_not_stored(desk: Desk) -> None:
    await desk.load(mail(1, IDA, [ANA], day=1))
    with pytest.raises(NotFoundError):
        await add_playbook(desk.database, desk.workspace, OWN, "own.yaml", "nobody@ours.example", day(2))
    with pytest.raises(PlaybookError):
        await add_playbook(desk.database, desk.workspace, OWN + "more: 1\n", "own.yaml", ANA.address, day(2))
    assert "Ida wrote lately" not in {one.name for one, _ in await list_playbooks(desk.database, desk.workspace)}


async def test_a_playbook_that_broke_is_reported_and_the_others_run(desk: Desk) -> None:
    await desk.load(ask(1, 28))
    await add_playbook(desk.database, desk.workspace, OWN, "own.yaml", ANA.address, day(29))
    await desk.database.write([statement_that_breaks(desk)])
    report = await desk.run(day(31))
    assert "line 6" in report.problems["Ida wrote lately"]
    assert report.fired[ASKED] == 1


def statement_that_breaks(desk: Desk) -> Statement:
    text = """MATCH (playbook:Playbook {workspace_id: $workspace_id, name: 'Ida wrote lately'})
    SET playbook.text = replace(playbook.text, 'silent for', 'quilent for')"""
    return Statement(text, {"workspace_id": desk.workspace.workspace_id}, "test")
