"""What is written of feeds: loads that replace days, the job a profile says now, and whose a key is."""

from datetime import UTC, date, datetime, timedelta
from itertools import permutations

import pytest

from graph_service.domain.workspace import Workspace
from graph_service.ingest.feed_queries import AccountKeyRow, SaidJob, UsageKeyRow, UsageRow
from graph_service.ingest.feed_records import NoteRecord, ProfileRecord, UsageRecord
from graph_service.ingest.feed_rows import (
    contact_row,
    note_row,
    observation_row,
    present_job,
    said_job,
    usage_loads,
    usage_row,
)
from graph_service.ingest.feed_settling import accounts_of_keys
from graph_service.ingest.places import Place

HERE = Workspace("w", "Test", ("ours.example",), "UTC", "GB", "salt")
PLACE = Place("memory", "row 1")
DAY = datetime(2026, 3, 1, tzinfo=UTC)


def use(days: tuple[int, ...], counts: tuple[int, ...], user: str = "ida@n.example") -> UsageRecord:
    return UsageRecord(PLACE, "k1", user, "maps", days, counts)


def test_records_of_one_load_add_up_and_a_later_load_replaces_its_days() -> None:
    (uid, series), *more = usage_loads([use((1, 2), (5, 5)), use((2, 3), (1, 1), "IDA@n.example")], HERE).items()
    assert more == []
    row = usage_row(uid, series, None)
    assert row is not None
    assert (row["properties"]["days"], row["properties"]["counts"]) == ([1, 2, 3], [5, 6, 1])
    assert row["properties"]["domain"] == "n.example"
    stored = UsageRow(uid, [1, 2, 9], [5, 2, 7], [])
    row = usage_row(uid, series, stored)
    assert row is not None
    assert (row["properties"]["days"], row["properties"]["counts"]) == ([1, 2, 3, 9], [5, 6, 1, 7])


def test_a_load_that_says_nothing_new_writes_nothing() -> None:
    ((uid, series),) = usage_loads([use((2,), (5,))], HERE).items()
    assert usage_row(uid, series, UsageRow(uid, [1, 2], [3, 5], [])) is None


@pytest.mark.parametrize("user", ["ana@ours.example", "olga@gmail.com", "svc-1", ""])
def test_who_says_nothing_of_a_firm_has_no_vote(user: str) -> None:
    ((_, series),) = usage_loads([use((1,), (1,), user)], HERE).items()
    assert "domain" not in series["properties"]
    assert ("identity_uid" in series["properties"]) is ("@" in user)


def account(uid: str, *keys: str, crm: str = "", domains: tuple[str, ...] = ()) -> AccountKeyRow:
    return AccountKeyRow(uid, list(keys), [f"fake:{crm}"] if crm else [], list(domains))


def key(name: str, *domains: tuple[str, int]) -> UsageKeyRow:
    return UsageKeyRow(name, list(domains), [], 1, 0)


NORTH, SOUTH = account("a1", "K1", domains=("n.example",)), account("a2", crm="k2", domains=("s.example",))


@pytest.mark.parametrize(
    ("given", "owner"),
    [
        (key("k1", ("s.example", 9)), "a1"),
        (key("k2", ("n.example", 9)), "a2"),
        (key("s.example", ("n.example", 9)), "a2"),
        (key("k3", ("n.example", 2), ("s.example", 3), ("other.example", 9)), "a2"),
        (key("k3", ("n.example", 2), ("s.example", 2)), "a1"),
        (key("k3", ("other.example", 2), ("", 0)), None),
    ],
    ids=["its own key", "its CRM id", "its domain", "most users", "a tie", "nobody"],
)
def test_whose_a_key_is(given: UsageKeyRow, owner: str | None) -> None:
    for accounts in permutations([NORTH, SOUTH]):
        assert accounts_of_keys([given], accounts).get(given.account_key) == owner


def test_of_two_accounts_that_claim_a_key_the_one_of_its_users_has_it() -> None:
    twins = [account("a1", "k"), account("a2", "k", domains=("s.example",))]
    assert accounts_of_keys([key("k", ("s.example", 1))], twins) == {"k": "a2"}
    assert accounts_of_keys([key("k")], twins) == {"k": "a1"}


def job(company: str, began: date | None, ended: date | None = None, seen: datetime = DAY) -> ProfileRecord:
    return ProfileRecord(PLACE, "p.example/in/x", "Ida North", seen, company, "Head", began, ended)


def test_the_job_held_is_that_of_the_newest_look_whatever_came_first() -> None:
    later = DAY + timedelta(days=9)
    jobs = [
        job("Old", date(2019, 1, 1)),
        job("Old", date(2019, 1, 1), date(2026, 3, 5), later),
        job("New", date(2026, 3, 6), None, later),
        job("Side", date(2015, 1, 1), None, later),
    ]
    rows = [said_job(observation_row(one, HERE)) for one in jobs]
    assert len({one.uid for one in rows}) == 4
    for order in permutations(rows):
        found = present_job(order)
        assert found is not None
        assert found.company == "New"
    assert present_job([]) is None


def test_a_job_before_1970_counts() -> None:
    assert present_job([SaidJob("u", "N", "T", -1, None, 5)]) == SaidJob("u", "N", "T", -1, None, 5)


def test_a_profile_has_a_contact_of_its_own_until_it_is_merged() -> None:
    row = contact_row([job("N", None)], "", HERE)
    assert row["uid"] == HERE.ids.uid("contact", "linkedin", "p.example/in/x")
    assert contact_row([job("N", None)], "merged", HERE)["uid"] == "merged"


def test_a_note_needs_an_account_or_a_person_that_is_there() -> None:
    note = NoteRecord(PLACE, "fake", "T1", DAY, "left the company", "A1", "C1")
    account_uid, identity = HERE.ids.uid("account", "crm", "fake", "A1"), HERE.ids.uid("identity", "crm", "fake:C1")
    assert note_row(note, HERE, set(), {}) is None
    row = note_row(note, HERE, {account_uid}, {identity: "c"})
    assert row is not None
    assert (row["account_uid"], row["properties"]["about_identity_uid"]) == (account_uid, identity)
    assert row["properties"]["kind"] == "crm_note"
    loose = note_row(note, HERE, set(), {identity: "c"})
    assert loose is not None
    assert loose["account_uid"] is None
