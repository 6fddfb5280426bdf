"""What becomes of matches: keys, decisions of people, cooldown, cap, expiry (A9, A21, A22)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from graph_service.rules.background import Elsewhere
from graph_service.rules.firing import DISMISS_DAYS, Match, Plan, key_of, plan
from graph_service.rules.playbook import Playbook
from graph_service.rules.queries import PastAction
from tests.unit.rules.matches import ALONE, ASKED, NOW, QUIET, WORKSPACE, days_ago, detail, match, millis, past


def planned(playbook: Playbook, matches: Sequence[Match], before: Sequence[PastAction] = ()) -> Plan:
    return plan(playbook, matches, before, WORKSPACE, NOW)


def fired(found: Plan) -> list[str]:
    return [one.key for one, _ in found.fire]


def test_a_key_is_made_of_the_parts_the_playbook_names() -> None:
    assert key_of(QUIET, detail()) == "a1"
    assert key_of(ASKED, detail()) == "e1"
    both = replace(QUIET, identity=("account", "contact"))
    assert key_of(both, detail()) == "a1/s1"
    assert key_of(both, detail(stakeholder_uid=None)) == "a1/-"


def test_a_new_match_fires_anew_and_a_known_one_goes_on() -> None:
    known = past("a2")
    found = planned(QUIET, [match(QUIET), match(QUIET, account_uid="a2")], [known])
    assert found.fire == [(match(QUIET), None), (match(QUIET, account_uid="a2"), known)]
    assert found.expire == []


def test_matches_come_in_the_order_of_their_keys() -> None:
    one, two = match(QUIET, account_uid="b"), match(QUIET, account_uid="a")
    assert fired(planned(QUIET, [one, two])) == fired(planned(QUIET, [two, one])) == ["a", "b"]


def test_two_rows_of_one_identity_are_a_problem_and_keep_what_there_was() -> None:
    found = planned(QUIET, [match(QUIET), match(QUIET, stakeholder_uid="s2")], [past("a1"), past("gone")])
    assert "identity" in found.problem
    assert "account" in found.problem
    assert (found.fire, found.expire) == ([], [])


@pytest.mark.parametrize("status", ["open", "snoozed"])
def test_what_is_no_longer_true_expires(status: str) -> None:
    old = past("gone", status)
    assert planned(QUIET, [match(QUIET)], [old]).expire == [old]


@pytest.mark.parametrize("status", ["done", "dismissed", "expired"])
def test_what_is_closed_does_not_expire_again(status: str) -> None:
    assert planned(QUIET, [], [past("gone", status, closed=1)]).expire == []


@pytest.mark.parametrize(("days", "held"), [(0, True), (29, True), (30, False), (400, False)])
def test_a_done_action_comes_back_after_its_cooldown_only(days: int, held: bool) -> None:
    found = planned(QUIET, [match(QUIET)], [past("a1", "done", closed=days)])
    assert (found.silenced, fired(found)) == ((1, []) if held else (0, ["a1"]))


def test_a_cooldown_in_business_days_leaves_weekends_out() -> None:
    playbook = replace(QUIET, cooldown=replace(QUIET.cooldown, days=4, business=True))
    thursday = [past("a1", "done", closed=6)]
    assert planned(playbook, [match(playbook)], thursday).silenced == 0
    friday = [past("a1", "done", closed=5)]
    assert planned(playbook, [match(playbook)], friday).silenced == 1


@pytest.mark.parametrize("status", ["done", "dismissed"])
def test_an_ask_that_was_decided_never_comes_back(status: str) -> None:
    found = planned(ASKED, [match(ASKED)], [past("e1", status, closed=4000)])
    assert (found.silenced, found.fire) == (1, [])


def test_an_ask_that_does_not_count_never_fires_and_clears_what_is_open() -> None:
    """M3: what one of us rejected is no matter any more."""
    live = past("e1")
    found = planned(ASKED, [match(ASKED, is_rejected=True)], [live])
    assert (found.fire, found.expire, found.silenced) == ([], [live], 0)
    assert planned(ASKED, [match(ASKED, is_rejected=True)], []).fire == []


def test_the_other_copy_of_a_rejected_ask_does_not_come_up_in_its_place() -> None:
    copies = [match(ASKED, asked_at=5, is_rejected=True, evidence_uid="e2"), match(ASKED, asked_at=5)]
    assert planned(ASKED, copies, []).fire == []
    assert planned(ASKED, copies, [past("e1")]).expire == [past("e1")]


def test_another_ask_of_the_same_account_fires_whatever_was_decided_before() -> None:
    before = [past("e1", "dismissed", closed=1), past("e2", "done", closed=1)]
    assert fired(planned(ASKED, [match(ASKED, evidence_uid="e3")], before)) == ["e3"]


@pytest.mark.parametrize(("times", "silence"), [(1, 30), (2, 60), (3, 120), (6, 960), (9, 960)])
def test_each_dismissal_doubles_the_silence(times: int, silence: int) -> None:
    """Thirty days, doubled each time, at most five times."""
    assert DISMISS_DAYS == 30
    older = [past("a1", "dismissed", closed=2000 + place, uid=f"old {place}") for place in range(times - 1)]
    still = planned(QUIET, [match(QUIET)], [*older, past("a1", "dismissed", closed=silence - 1)])
    assert still.silenced == 1
    over = planned(QUIET, [match(QUIET)], [*older, past("a1", "dismissed", closed=silence)])
    assert fired(over) == ["a1"]


def test_a_dismissal_silences_the_account_not_its_neighbours() -> None:
    playbook = replace(QUIET, identity=("account", "contact"))
    before = [past("a1/s1", "dismissed", closed=1)]
    matches = [match(playbook, stakeholder_uid="s2"), match(playbook, account_uid="a2")]
    assert fired(planned(playbook, matches, before)) == ["a2/s1"]


def test_a_snoozed_action_is_kept_and_never_doubled() -> None:
    sleeping = past("a1", "snoozed", snoozed_until=millis(NOW + timedelta(days=3)))
    assert planned(QUIET, [match(QUIET)], [sleeping]).fire == [(match(QUIET), sleeping)]


def test_an_expired_action_does_not_hold_back_a_new_one() -> None:
    assert fired(planned(ALONE, [match(ALONE)], [past("a1", "expired", closed=1)])) == ["a1"]


def test_too_many_matches_stop_the_playbook_and_keep_its_actions() -> None:
    playbook = replace(QUIET, max_actions=2)
    matches = [match(playbook, account_uid=f"a{number}") for number in range(3)]
    found = planned(playbook, matches, [past("a1"), past("gone")])
    assert "cap of 2" in found.problem
    assert (found.fire, found.expire) == ([], [])
    assert planned(playbook, matches[:2]).problem == ""


def test_what_some_may_not_see_never_stops_what_they_see() -> None:
    """Decision 17: hidden accounts show in nothing."""
    playbook = replace(QUIET, max_actions=2)
    hidden = [match(playbook, account_uid=f"h{number}", seen_by=["admin", "u9"]) for number in range(3)]
    shown = [match(playbook, account_uid=f"a{number}", seen_by=["admin", "u1"]) for number in range(2)]
    before = [past("gone", seen_by=["u1", "admin"]), past("kept", seen_by=["admin", "u9"])]
    found = planned(playbook, [*hidden, *shown], before)
    assert "cap of 2" in found.problem
    assert fired(found) == fired(planned(playbook, shown, before)) == ["a0", "a1"]
    assert [one.key for one in found.expire] == ["gone"]


def test_what_tells_of_a_further_account_counts_for_those_who_see_both() -> None:
    """Decision 17: three moves to an account that somebody does not see stop nothing of what they see."""
    playbook = replace(QUIET, max_actions=2)
    hidden = [Elsewhere("h", ["admin", "u9"])]
    moves = [match(playbook, account_uid=f"m{number}", seen_by=["u1"], parties=hidden) for number in range(3)]
    shown = [match(playbook, account_uid=f"a{number}", seen_by=["u1"]) for number in range(2)]
    before = [past("gone", seen_by=["u1"]), past("kept", seen_by=["u1"], parties=[["u9", "admin"]])]
    found = planned(playbook, [*moves, *shown], before)
    assert (fired(found), [one.key for one in found.expire]) == (["a0", "a1"], ["gone"])
    assert "cap of 2" in found.problem


def twins(*uids: str) -> list[Match]:
    """One mail under several Message-IDs, and another one."""
    same = {"quote": "Could you send it?", "asked_at": days_ago(3)}
    other = match(ASKED, evidence_uid="other", quote="Could you send it?", asked_at=days_ago(4))
    return [*(match(ASKED, evidence_uid=uid, **same) for uid in uids), other]


def test_one_ask_in_several_copies_of_a_mail_is_one_action() -> None:
    assert fired(planned(ASKED, twins("e2", "e1", "e3"))) == ["e1", "other"]
    elsewhere = match(ASKED, evidence_uid="e9", account_uid="a2", quote="Could you send it?", asked_at=days_ago(3))
    assert fired(planned(ASKED, [*twins("e1"), elsewhere])) == ["e1", "e9", "other"]


def test_the_copy_that_is_open_stays_and_the_others_close() -> None:
    before = [past("e2"), past("e3")]
    found = planned(ASKED, twins("e1", "e2", "e3"), before)
    assert (fired(found), [one.key for one in found.expire]) == (["e2", "other"], ["e3"])


@pytest.mark.parametrize("status", ["done", "dismissed"])
def test_a_decision_about_one_copy_holds_for_all(status: str) -> None:
    found = planned(ASKED, twins("e1", "e2"), [past("e2", status, closed=1), past("e1")])
    assert (fired(found), found.silenced, [one.key for one in found.expire]) == (["other"], 1, ["e1"])


def test_held_back_matches_do_not_count_against_the_cap() -> None:
    playbook = replace(QUIET, max_actions=1)
    matches = [match(playbook, account_uid=f"a{number}") for number in (1, 2)]
    found = planned(playbook, matches, [past("a2", "done", closed=1, account_uid="a2")])
    assert (found.problem, fired(found), found.silenced) == ("", ["a1"], 1)


def test_the_last_of_several_done_ones_counts() -> None:
    before = [past("a1", "done", closed=90, uid="x"), past("a1", "done", closed=3, uid="y")]
    assert planned(QUIET, [match(QUIET)], before).silenced == 1
    assert planned(QUIET, [match(QUIET)], before[:1]).silenced == 0
    assert days_ago(3) > days_ago(90)


def of_a_message(*uids: str, **changes: Any) -> list[Match]:
    given = {"message_uid": "m1"} | changes
    return [match(ASKED, evidence_uid=uid, quote=f"Words of {uid}?", **given) for uid in uids]


def test_several_asks_of_one_message_are_one_action_that_tells_of_all() -> None:
    ((one, _),) = planned(ASKED, of_a_message("e2", "e1", "e3")).fire
    assert (one.key, one.detail.also) == ("e1", [("e2", "Words of e2?"), ("e3", "Words of e3?")])
    sure = [*of_a_message("e1", "e2"), *of_a_message("e3", confidence=0.95)]
    assert fired(planned(ASKED, sure)) == ["e3"]
    others = [*of_a_message("e1"), *of_a_message("e2", stakeholder_uid="s2"), *of_a_message("e3", message_uid="m2")]
    assert fired(planned(ASKED, others)) == ["e1", "e2", "e3"], "of somebody else, or in another message"


def test_the_ask_of_a_message_whose_action_is_open_stands_for_the_others() -> None:
    found = planned(ASKED, of_a_message("e1", "e2"), [past("e2")])
    assert [(one.key, live) for one, live in found.fire] == [("e2", past("e2"))]


@pytest.mark.parametrize("status", ["done", "dismissed"])
def test_what_a_decided_action_told_of_is_over_and_what_a_fuller_copy_asks_besides_is_not(status: str) -> None:
    before = [past("e1", status, closed=1, asks=["e1", "e2"])]
    assert planned(ASKED, of_a_message("e1", "e2"), before).fire == []
    ((one, _),) = planned(ASKED, of_a_message("e1", "e2", "e3", "e4"), before).fire
    assert (one.key, [uid for uid, _ in one.detail.also]) == ("e3", ["e4"])


def test_a_rejected_ask_leaves_the_others_of_its_message() -> None:
    rejected = of_a_message("e1", is_rejected=True)
    ((one, _),) = planned(ASKED, [*rejected, *of_a_message("e2")], [past("e1")]).fire
    assert (one.key, one.detail.also) == ("e2", [])


@pytest.mark.parametrize("before", [[], [past("e8")], [past("e1")]])
def test_a_mail_stored_twice_with_several_asks_is_one_action(before: list[PastAction]) -> None:
    """Which copy of each ask has the smaller key is chance; all that are told are of the same copy of the mail."""
    same = {"asked_at": days_ago(3)}
    stored = [
        match(ASKED, evidence_uid=uid, message_uid=mail, quote=words, **same)
        for uid, mail, words in (
            ("e1", "m1", "Send it?"), ("e9", "m2", "Send it?"), ("e8", "m1", "By when?"), ("e2", "m2", "By when?"),
        )
    ]  # fmt: skip
    ((one, live),) = planned(ASKED, stored, before).fire
    assert (one.key, [uid for uid, _ in one.detail.also]) == (
        ("e8", ["e1"]) if live and live.key == "e8" else ("e1", ["e8"])
    )


@pytest.mark.parametrize(
    ("before", "key", "also"), [([], "e2", ["e9"]), ([past("e1")], "e1", ["e2"]), ([past("e2")], "e2", ["e9"])]
)
def test_what_a_fuller_copy_asks_besides_is_one_matter_with_what_both_ask(
    before: list[PastAction], key: str, also: list[str]
) -> None:
    """One answer does for all; of copies nobody acted on, that with more asks stands for the others."""
    same = {"asked_at": days_ago(3)}
    stored = [
        match(ASKED, evidence_uid=uid, message_uid=mail, quote=words, **same)
        for uid, mail, words in (("e1", "m1", "Send it?"), ("e9", "m2", "Send it?"), ("e2", "m2", "By when?"))
    ]
    ((one, _),) = planned(ASKED, stored, before).fire
    assert (one.key, [uid for uid, _ in one.detail.also]) == (key, also)


@pytest.mark.parametrize("status", ["done", "dismissed"])
def test_a_copy_of_what_a_decided_action_told_of_is_over_too(status: str) -> None:
    same = {"asked_at": days_ago(3), "quote": "By when?"}
    asks = [
        *of_a_message("e1"),
        *(match(ASKED, evidence_uid=uid, message_uid=f"m{uid}", **same) for uid in ("e2", "e3")),
    ]
    assert planned(ASKED, asks, [past("e1", status, closed=1, asks=["e1", "e3"])]).fire == []
