"""Sight is a pure function of the CRM's claims (decision 14, P21)."""

from typing import Any

from graph_service.domain.viewer import ADMIN, EVERYONE
from graph_service.graph.grants import Claims, sight_of


def account(uid: str, *crm_ids: str) -> dict[str, Any]:
    return {"uid": uid, "crm_ids": list(crm_ids), "seen_by": [], "owner_uids": [], "is_tracked": False}


def user(uid: str, *crm_ids: str, active: bool = True) -> dict[str, Any]:
    return {"uid": uid, "crm_ids": list(crm_ids), "is_active": active}


def claim(account_id: str, user_id: str, level: str = "read") -> dict[str, Any]:
    return {"account_crm_id": account_id, "user_crm_id": user_id, "level": level, "reason": "why"}


def rows_of(source: Claims) -> dict[str, dict[str, Any]]:
    return {row["uid"]: row for row in sight_of(source)}


def test_without_a_crm_everyone_sees_every_account() -> None:
    rows = rows_of(Claims([], [user("u1")], [account("a1")]))
    assert rows["a1"]["seen_by"] == [EVERYONE, ADMIN]
    assert rows["a1"]["is_tracked"] is True


def test_with_a_crm_owners_and_shares_see_and_nobody_else() -> None:
    claims = [claim("sf:1", "sf:u1", "owner"), claim("sf:1", "sf:u2")]
    rows = rows_of(
        Claims(claims, [user("u1", "sf:u1"), user("u2", "sf:u2"), user("u3", "sf:u3")], [account("a1", "sf:1")])
    )
    assert rows["a1"]["seen_by"] == [ADMIN, "u1", "u2"]
    assert rows["a1"]["owner_uids"] == ["u1"]


def test_an_account_without_an_owner_is_for_admins() -> None:
    rows = rows_of(
        Claims([claim("sf:1", "sf:u1")], [user("u1", "sf:u1")], [account("a1", "sf:1"), account("a2", "sf:2")])
    )
    assert rows["a2"]["seen_by"] == [ADMIN]


def test_an_account_known_by_mail_only_is_for_admins_and_not_tracked_once_a_crm_is_loaded() -> None:
    rows = rows_of(
        Claims([], [], [account("a1", "sf:1"), {**account("a2"), "seen_by": [EVERYONE, ADMIN], "is_tracked": True}])
    )
    assert rows["a2"]["seen_by"] == [ADMIN]
    assert rows["a2"]["is_tracked"] is False


def test_people_who_left_see_nothing() -> None:
    rows = rows_of(
        Claims([claim("sf:1", "sf:u1", "owner")], [user("u1", "sf:u1", active=False)], [account("a1", "sf:1")])
    )
    assert rows["a1"]["seen_by"] == [ADMIN]


def test_a_share_beside_ownership_does_not_weaken_it_whatever_the_order() -> None:
    both = [claim("sf:1", "sf:u1", "owner"), claim("sf:1", "sf:u1")]
    for claims in (both, both[::-1]):
        rows = rows_of(Claims(claims, [user("u1", "sf:u1")], [account("a1", "sf:1")]))
        assert rows["a1"]["owner_uids"] == ["u1"]


def test_an_account_whose_sight_is_right_already_is_not_written() -> None:
    source = Claims([], [], [{**account("a1"), "seen_by": [EVERYONE, ADMIN], "is_tracked": True}])
    assert sight_of(source) == []


def test_a_team_that_sees_all_sees_every_account_of_the_crm_but_restricted_ones() -> None:
    claims = [claim("sf:1", "sf:u1"), claim("sf:2", "sf:u1"), claim("sf:2", "sf:u2", "owner")]
    accounts = [account("a1", "sf:1"), account("a2", "sf:2") | {"is_restricted": True}, account("a3")]
    rows = rows_of(Claims(claims, [user("u1", "sf:u1"), user("u2", "sf:u2")], accounts, ["t1"]))
    assert rows["a1"]["seen_by"] == [ADMIN, "t1", "u1"]
    assert rows["a2"]["seen_by"] == [ADMIN, "u2"], "a restricted account is for its owners and admins"
    assert rows["a3"]["seen_by"] == [ADMIN]
