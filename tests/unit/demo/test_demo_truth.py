"""The planted truth: what a good queue must show, what it must not, and that the mails really say so."""

import csv
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from graph_service.demo.accounts import ACCOUNTS, BY_KEY
from graph_service.demo.hours import business_days_between, seeded
from graph_service.demo.plots import STORIES
from graph_service.demo.team import TEAM
from graph_service.demo.topics import Topic, render
from graph_service.demo.topics_business import BUSINESS
from graph_service.demo.topics_continental import CONTINENTAL
from graph_service.demo.topics_service import SERVICE
from graph_service.demo.workspace import LAST_DAY
from graph_service.ingest.connector import AccountRecord, ContactRecord, Rejected, ShareRecord, UserRecord
from graph_service.ingest.connectors.crm import CrmConfig, CrmConnector
from tests.unit.demo.mailboxes import Demo

TOPICS = SERVICE + BUSINESS + CONTINENTAL
OURS = {member.email for member in TEAM}


def flat(text: str) -> str:
    return " ".join(text.split())


def unanswered(demo: Demo, account: str) -> dict[str, Any]:
    return next(ask for ask in demo.truth["unanswered"] if ask["account"] == account)


def day(text: str) -> date:
    return date.fromisoformat(text)


def test_every_ask_stands_word_for_word_in_its_mail(demo: Demo) -> None:
    assert len(demo.truth["asks"]) > 700
    for ask in demo.truth["asks"]:
        letter = demo.letters[ask["message_id"]]
        assert ask["sentence"] in flat(letter.text)
        assert ask["asker"] == letter.sender
        assert all(address in OURS for address in ask["to"])


def test_everyday_asks_are_all_answered_by_one_of_us_and_later(demo: Demo) -> None:
    for ask in demo.truth["asks"]:
        if ask["planted"]:
            continue
        answer = demo.letters[ask["answered_by"]]
        assert ask["answered_by_person"] == answer.sender
        assert answer.sender in OURS
        assert demo.letters[ask["message_id"]].sent < answer.sent
        assert ask["asker"] in answer.to
        if ask["how"] == "colleague":
            assert ask["answered_by_person"] not in ask["to"]
        if ask["how"] == "other_thread":
            assert "in-reply-to" not in answer.headers


def test_all_ways_of_answering_occur(demo: Demo) -> None:
    ways = {ask["how"] for ask in demo.truth["asks"]}
    assert ways == {"same_thread", "other_thread", "colleague", "withdrawn", "held", "unanswered"}


def test_the_ask_at_the_top_of_the_queue_reads_as_promised(demo: Demo) -> None:
    """One mail in two mailboxes is one ask."""
    ask = unanswered(demo, "brackenholt")
    assert ask["sentence"] == "Could you confirm the number of seats before Thursday?"
    assert (ask["business_days_open"], ask["asker"]) == (4, "hattie.brookmire@brackenholt.example")
    holders = [box for box, letters in demo.boxes.items() if demo.letters[ask["message_id"]] in letters]
    assert holders == ["nora.whitcombe", "theo.marchbank"]
    assert ask["we_wrote_since"] is False


def test_planted_asks_have_no_answer_anywhere(demo: Demo) -> None:
    assert len(demo.truth["unanswered"]) == 9
    for ask in demo.truth["unanswered"]:
        assert ask["answered_by"] is None
        since = demo.letters[ask["message_id"]].sent
        later = [
            letter
            for letter in demo.humans
            if letter.sent > since and letter.sender in OURS and ask["asker"] in letter.to
        ]
        assert bool(later) == ask["we_wrote_since"] == (ask["account"] == "valmorin")


def test_an_absence_note_follows_one_ask_and_does_not_answer_it(demo: Demo) -> None:
    ask = unanswered(demo, "kestwick")
    notes = [demo.letters[one] for one in demo.truth["automatic"]["auto_reply"]]
    (note,) = [note for note in notes if note.headers["in-reply-to"] == ask["message_id"]]
    assert note.sender == "nora.whitcombe@orlanda.example"
    assert "Monday 22 June" in note.text


def test_one_ask_lies_with_someone_who_left(demo: Demo) -> None:
    ask = unanswered(demo, "delcourtois")
    (member,) = [member for member in TEAM if member.left]
    assert ask["to"] == [member.email]
    assert day(ask["day"]) > (member.left or LAST_DAY)


def test_what_should_not_lead_the_queue_is_there_to_trap_it(demo: Demo) -> None:
    traps = {ask["planted"]: ask for ask in demo.truth["not_to_flag"]}
    assert set(traps) == {"fresh", "older_than_60_days", "held"}
    assert (LAST_DAY - day(traps["older_than_60_days"]["day"])).days > 60
    assert day(traps["fresh"]["day"]) == LAST_DAY
    assert traps["held"]["answered_by"]


def test_quiet_accounts_are_silent_against_their_own_rhythm_and_slow_ones_are_not(demo: Demo) -> None:
    states: dict[str, list[str]] = {}
    for key, account in demo.truth["accounts"].items():
        states.setdefault(account["state"], []).append(key)
        silence = business_days_between(day(account["last_inbound"]), LAST_DAY)
        if account["state"] == "quiet":
            assert silence >= 25 > account["median_gap_days"] * 5
        elif account["state"] == "steady":
            assert silence <= 6
        elif account["state"] == "slow":
            assert 15 <= silence <= 40
    assert states["quiet"] == ["castellanhotels", "lisgarvan", "bramfeld-kliniken"]
    assert len(states["slow"]) == 3
    assert states["announced_pause"] == ["eastmere"]


def test_last_inbound_is_the_last_human_mail_of_the_account(demo: Demo) -> None:
    last: dict[str, date] = {}
    for letter in demo.humans:
        domain, moment = letter.sender.partition("@")[2], letter.sent.date()
        last[domain] = max(last.get(domain, moment), moment)
    for account in demo.truth["accounts"].values():
        assert last[account["domain"]].isoformat() == account["last_inbound"]


def test_a_quiet_account_still_sends_mail_that_nobody_wrote(demo: Demo) -> None:
    account = demo.truth["accounts"]["bramfeld-kliniken"]
    later = [
        demo.letters[one].headers
        for kind in ("auto_reply", "newsletter")
        for one in demo.truth["automatic"][kind]
        if demo.letters[one].sender.endswith("@" + account["domain"])
        and demo.letters[one].sent.date() > day(account["last_inbound"])
    ]
    assert any("list-id" in headers for headers in later)
    assert any("auto-submitted" in headers for headers in later)


def test_three_accounts_hang_on_one_relationship_and_one_is_well_connected(demo: Demo) -> None:
    accounts = demo.truth["accounts"]
    alone = {key: account["one_relationship"] for key, account in accounts.items() if account["one_relationship"]}
    assert set(alone) == {"weidenthal", "pennarth", "lavaudiere"}
    for key, bond in alone.items():
        assert bond["share"] > 0.85
        assert bond["next_best"] != bond["person"]
        assert bond["next_best"] in {person.email for person in BY_KEY[key].people}
    assert accounts["marrowfield"]["well_connected"]


def test_groups_hold_everybody_exactly_once(demo: Demo) -> None:
    for account in ACCOUNTS:
        groups = demo.truth["accounts"][account.key]["people"]
        grouped = [email for name in ("active", "inactive", "silent") for email in groups[name]]
        assert sorted(grouped) == sorted(person.email for person in account.people)
    assert any(account["people"]["not_in_crm"] for account in demo.truth["accounts"].values())


def test_departures_have_evidence_and_a_successor_where_there_is_one(demo: Demo) -> None:
    gone = {one["email"].partition(".")[0]: one for one in demo.truth["departed"]}
    assert set(gone) == {"fintan", "margery", "callum"}
    assert all(one["evidence"] and set(one["evidence"]) <= set(demo.letters) for one in gone.values())
    assert gone["margery"]["successor"] == "rufus.penhale@sallowbay.example"
    assert gone["margery"]["evidence"][-1] in demo.truth["automatic"]["bounce"]


def exports(folder: Path) -> CrmConnector:
    return CrmConnector(CrmConfig(path=folder / "crm", known_at=datetime(2026, 6, 30, 18, tzinfo=UTC)))


async def test_the_crm_exports_are_read_without_a_rejection(demo: Demo) -> None:
    connector = exports(demo.folder)
    records = [record for source in connector.sources() for record in [r async for r in connector.records(source)]]
    assert not [record for record in records if isinstance(record, Rejected)]
    accounts = [record for record in records if isinstance(record, AccountRecord)]
    assert len(accounts) == 25
    assert all(a.arr and a.renewal_at and a.domains and a.lifecycle == "customer" for a in accounts)
    users = [record for record in records if isinstance(record, UserRecord)]
    assert [user.email for user in users if not user.active] == ["callum.reddick@orlanda.example"]
    owners = {r.account_source_id for r in records if isinstance(r, ShareRecord) and r.level == "owner"}
    assert owners == {account.source_id for account in accounts}
    contacts = {record.email for record in records if isinstance(record, ContactRecord)}
    assert contacts == {person.email for account in ACCOUNTS for person in account.people if person.in_crm}


def test_turnover_in_the_crm_is_not_what_they_pay_us(demo: Demo) -> None:
    with (demo.folder / "crm/salesforce/Account.csv").open(encoding="utf-8", newline="") as file:
        assert all(int(row["AnnualRevenue"]) > 10 * int(row["ARR__c"]) for row in csv.DictReader(file))


@pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic.key)
def test_whatever_a_customer_asks_in_a_template_is_followed_by_our_answer(topic: Topic) -> None:
    for turn, reply in zip(topic.turns, [*topic.turns[1:], None], strict=True):
        if turn.side == "them" and "⟦" in turn.text:
            assert reply is not None
            assert reply.side == "us"
            assert not reply.optional
        assert turn.text.count("⟦") == turn.text.count("⟧")
        assert turn.text.count("[") == turn.text.count("]")


def test_there_are_many_templates_in_four_languages() -> None:
    assert len(TOPICS) >= 60
    assert len({topic.key for topic in TOPICS}) == len(TOPICS)
    assert {topic.language for topic in TOPICS} == {"en", "de", "fr", "nl"}


def test_stories_belong_to_accounts_and_people_that_exist() -> None:
    for key, scenes in STORIES.items():
        for scene in scenes:
            for name in (scene.sender, scene.to, scene.cc):
                if isinstance(name, str):
                    assert BY_KEY[key].who(name)
    assert [scene.day for scenes in STORIES.values() for scene in scenes if scene.day > LAST_DAY] == []


def test_rendering_takes_out_the_marks_and_returns_the_asks() -> None:
    text, asks = render(seeded(1), "we open {site}.¶⟦[Can|Can] you help?⟧ fine.", {"site": "Goole"})
    assert text == "We open Goole.\n\nCan you help? Fine."
    assert asks == ("Can you help?",)
