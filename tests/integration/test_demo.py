"""The demo end to end: what was planted is found, what was laid as a trap is not, and a second load changes nothing.

Compares the queue and the maps with `truth.json`, which the product never reads (decision 24; P11, A9, A20).
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from graph_service.app.demo_workspace import frozen_at
from graph_service.app.refreshing import Refreshed
from graph_service.demo.workspace import LAST_DAY, OUR_DOMAIN, OUR_NAME, write_demo
from graph_service.graph.driver import Database
from graph_service.resolvers.rows import ActionSource, MapRow
from tests.integration.worlds import World, differences

pytestmark = [pytest.mark.neo4j, pytest.mark.slow]

ASKED, QUIET, ALONE = "They asked, nobody answered", "Account going quiet", "One thread only"
ACTIVE = {"high", "medium", "low"}
ASKS = """MATCH (:Playbook {workspace_id: $workspace_id})-[:MADE]->(action:Action {status: 'open'})
MATCH (action)-[:BECAUSE_OF]->(ask:Evidence {kind: 'ask'})-[:FROM]->(mail:Interaction)
RETURN action.uid AS action, ask.quote AS quote, mail.message_id AS message_id"""
Truth = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Loaded:
    """The demo, loaded and inferred once for all tests."""

    world: World
    folder: Path
    truth: Truth
    first: Refreshed
    queue: list[ActionSource]

    def of(self, playbook: str) -> dict[str, ActionSource]:
        """The open actions of a playbook by the name of their account."""
        return {one.account.name or "": one for one in self.queue if _made_by(one, playbook) and one.account}

    def accounts(self, *states: str) -> set[str]:
        """The names of the accounts that are truly in a state."""
        return {one["name"] for one in self.truth["accounts"].values() if one["state"] in states}


def _made_by(action: ActionSource, playbook: str) -> bool:
    return action.playbook is not None and action.playbook.name == playbook


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def demo(database: Database, tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    folder = tmp_path_factory.mktemp("demo")
    write_demo(folder)
    world = await World.fresh(database, tmp_path_factory.mktemp("data"), frozen_at(), OUR_DOMAIN, name=OUR_NAME)
    for name in ("crm", "mail"):
        assert (await world.load(name, folder / name)).set_aside == 0
    first = await world.refresh()
    truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    return Loaded(world, folder, truth, first, await world.queue())


async def asks_in_queue(demo: Loaded) -> set[tuple[str, str]]:
    """The asks of the open actions, as (message id, sentence)."""
    rows = await demo.world.rows(ASKS)
    return {(f"<{row['message_id'].strip('<>')}>", flat(row["quote"])) for row in rows}


def flat(text: str) -> str:
    return " ".join(text.split())


def planted(demo: Loaded) -> set[tuple[str, str]]:
    """The unanswered asks that a good queue shows: open for two business days, at most 45 days."""
    oldest = str(LAST_DAY - timedelta(days=45))
    asks = [ask for ask in demo.truth["unanswered"] if ask["business_days_open"] >= 2 and ask["day"] > oldest]
    return {(ask["message_id"], ask["sentence"]) for ask in asks}


async def test_every_mail_is_kept_once_however_many_mailboxes_hold_it(demo: Loaded) -> None:
    kept = await demo.world.rows("MATCH (mail:Interaction {workspace_id: $workspace_id}) RETURN count(mail) AS n")
    assert kept[0]["n"] == demo.truth["mails"] < demo.truth["copies"]


async def test_every_planted_ask_is_in_the_queue(demo: Loaded) -> None:
    assert len(planted(demo)) == 9
    assert planted(demo) - await asks_in_queue(demo) == set()


async def test_no_answered_ask_and_no_trap_is_in_the_queue(demo: Loaded) -> None:
    """Newsletters, absence notes, bounces, internal mail, asks that are old, new, held or answered: none fires."""
    shown = await asks_in_queue(demo)
    known = {(ask["message_id"], ask["sentence"]): ask for ask in demo.truth["asks"]}
    automatic = {one for kind in demo.truth["automatic"].values() for one in kind}
    assert {known[ask]["planted"] for ask in shown if ask in known} == {"unanswered"}
    assert {message for message, _ in shown} & automatic == set()


async def test_nothing_but_what_was_planted_is_taken_for_an_unanswered_ask(demo: Loaded) -> None:
    assert await asks_in_queue(demo) - planted(demo) == set()


async def test_an_ask_action_says_who_asked_whom_what_and_when(demo: Loaded) -> None:
    (ask,) = [ask for ask in demo.truth["unanswered"] if ask["account"] == "brackenholt"]
    action = demo.of(ASKED)[ask["account_name"]]
    assert action.account is not None
    assert ask["sentence"] in " ".join(action.reasons or ())
    assert f"{ask['business_days_open']} business days" in " ".join(action.reasons or ())
    assert [(one.kind, one.quote) for one in action.evidence] == [("ask", ask["sentence"])]
    assert demo.queue[0].uid == action.uid


async def test_scores_are_sums_of_their_terms_and_order_the_queue(demo: Loaded) -> None:
    assert [one.score for one in demo.queue] == sorted((one.score for one in demo.queue), reverse=True)
    for one in demo.queue:
        assert sum(one.term_values or ()) == pytest.approx(one.score, abs=1e-6)
        assert len(one.term_names or ()) == len(one.term_values or ()) == 6


async def test_quiet_accounts_are_flagged_and_slow_or_paused_ones_are_not(demo: Loaded) -> None:
    assert set(demo.of(QUIET)) == demo.accounts("quiet")
    for name in demo.accounts("slow", "steady", "announced_pause"):
        row = await demo.world.map_of(name)
        assert row is not None
        assert row.account.quiet_state == "normal", name


async def test_accounts_on_one_relationship_are_flagged_with_the_right_two_people(demo: Loaded) -> None:
    flagged = demo.of(ALONE)
    for account in demo.truth["accounts"].values():
        bond = account["one_relationship"]
        if bond is None:
            continue
        action = flagged[account["name"]]
        names = {one.term: one.uid for one in action.evidence if one.kind == "person"}
        assert names["main contact"] == await contact_uid(demo, bond["person"])
        assert names["next contact"] == await contact_uid(demo, bond["next_best"])


async def test_an_action_about_one_relationship_names_who_is_known_beside_it(demo: Loaded) -> None:
    """Also somebody who never wrote, or not for long: "someone new" is for accounts where nobody else is known."""
    for name, action in demo.of(ALONE).items():
        assert "someone new" not in f"{action.suggestion} {action.reasons}", name


async def contact_uid(demo: Loaded, address: str) -> str:
    row = await demo.world.contact(address)
    assert row is not None
    return row.contact.uid


async def test_accounts_with_several_writers_are_not_called_single_threaded(demo: Loaded) -> None:
    """Beside the planted three only accounts where really one person writes may be flagged."""
    several = {
        one["name"]
        for one in demo.truth["accounts"].values()
        if one["one_relationship"] is None and len(one["people"]["active"]) > 1
    }
    assert len(several) > 15
    assert set(demo.of(ALONE)) & several == set()


async def test_people_stand_in_the_right_group_of_their_map(demo: Loaded) -> None:
    """P11. Who wrote within 90 days is active, who was silent for longer or never wrote is not.

    From two months to four the fading of engagement decides (half in 45 days, inactive below a quarter of a touch).
    """
    expected = {
        email: group
        for account in demo.truth["accounts"].values()
        for group in ("active", "inactive", "silent")
        for email in account["people"][group]
    }
    levels = await engagement(demo)
    wrong = {
        email
        for email, group in expected.items()
        if (levels[email][0] in ACTIVE) != (group == "active") and not in_between(levels[email][1])
    }
    assert len(expected) > 80
    assert len(wrong) <= 0.05 * len(expected)
    assert {email for email in wrong if expected[email] == "active"} == set()


def in_between(last: date | None) -> bool:
    return last is not None and LAST_DAY - timedelta(days=120) < last <= LAST_DAY - timedelta(days=60)


async def engagement(demo: Loaded) -> dict[str, tuple[str, date | None]]:
    """Each person's level on the last day, and the day they last wrote, as the maps say."""
    found: dict[str, tuple[str, date | None]] = {}
    for account in demo.truth["accounts"].values():
        row = await demo.world.map_of(account["domain"])
        assert row is not None
        levels = {one.contact_uid: one for one in row.stakeholders}
        for group in ("active", "inactive", "silent"):
            for email in account["people"][group]:
                one = levels[await contact_uid(demo, email)]
                found[email] = (one.engagement_level or "", day_of_millis(one.last_inbound_at))
    return found


def day_of_millis(millis: int | None) -> date | None:
    return None if millis is None else datetime.fromtimestamp(millis / 1000, UTC).date()


async def test_last_inbound_of_each_account_is_what_people_there_last_wrote(demo: Loaded) -> None:
    for account in demo.truth["accounts"].values():
        row = await demo.world.map_of(account["name"])
        assert row is not None
        assert str(day_of_millis(row.account.last_inbound_at)) == account["last_inbound"], account["name"]


async def test_loading_again_writes_nothing_and_changes_no_fact(demo: Loaded) -> None:
    before = await demo.world.facts()
    for name in ("crm", "mail"):
        assert (await demo.world.load(name, demo.folder / name)).written == 0
    await demo.world.refresh()
    assert differences(before, await demo.world.facts()) == []


async def test_an_earlier_day_has_a_queue_of_its_own(demo: Loaded) -> None:
    """Decisions 4 and 20: the dry run of a past day knows only what was known then, and writes nothing."""
    before = await demo.world.facts()
    day = datetime(2026, 6, 17, 23, 59, 59, tzinfo=UTC)
    drafts = await demo.world.past_queue(day)
    quotes = {flat(one.detail.quote or "") for one in drafts}
    by_day = {ask["sentence"]: ask["day"] for ask in demo.truth["unanswered"]}
    assert {sentence for sentence, asked in by_day.items() if asked <= "2026-06-11"} - quotes == set()
    assert {sentence for sentence, asked in by_day.items() if asked > "2026-06-15"} & quotes == set()
    assert all(one.due >= one.first_fired for one in drafts)
    assert {one.key for one in drafts} != {one.key for one in await demo.world.past_queue(frozen_at())}
    assert differences(before, await demo.world.facts()) == []


async def test_the_dry_queue_of_the_last_day_is_the_stored_queue(demo: Loaded) -> None:
    """M1: history read back as of today gives what the live run wrote."""
    drafts = await demo.world.past_queue(frozen_at())
    stored = sorted((one.title or "", tuple(one.reasons or ())) for one in demo.queue)
    assert sorted((one.wording.title, one.wording.reasons) for one in drafts) == stored


async def test_the_past_map_of_an_account_shows_who_was_active_then(demo: Loaded) -> None:
    row = await demo.world.map_of("lisgarvan.example", datetime(2026, 4, 1, tzinfo=UTC))
    assert row is not None
    assert row.account.quiet_state == "normal"
    last = day_of_millis(row.account.last_inbound_at)
    assert last is not None
    assert last <= date(2026, 4, 1)
    assert one_map(row)["Fintan Corrigal"] in ACTIVE


def one_map(row: MapRow) -> dict[str, str | None]:
    return {one.name: one.engagement_level for one in row.stakeholders}
