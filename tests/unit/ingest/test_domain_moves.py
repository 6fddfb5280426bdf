"""Whose a mail domain is that no CRM claims: told by whose people are the same, in any order of what is known."""

from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_service.domain.facts import DAY_MS
from graph_service.domain.workspace import Workspace
from graph_service.ingest.domain_moves import ARRIVAL_MS, HANDOVER_MS, moved_domains
from graph_service.ingest.domain_places import own_account, people_in_question, places_of, shared_domains
from graph_service.ingest.identity_queries import AddressUse, DomainRow, IdentityRow

HERE = Workspace("w1", "Test", ("ours.example",), "UTC", "US", "salt")
OLD, NEW, NEWER, OTHER = "old.example", "new.example", "newer.example", "other.example"
CLAIMED = DomainRow(OLD, "a-old", "Old Ltd", "website")
SWITCH = 100 * DAY_MS
Days = Mapping[str, tuple[int, int]]


def mail_domain(name: str) -> DomainRow:
    """A domain that nobody claims."""
    return DomainRow(name, own_account(name, HERE), name, "mail")


def person(who: str, used: Days, *, employer: str = "") -> list[tuple[IdentityRow, AddressUse]]:
    """Somebody with an address at each domain, first used and last written from on a day."""
    found = []
    for domain, (first, last) in used.items():
        row = IdentityRow(
            f"{who}@{domain}", "email", f"{who}@{domain}", f"Some {who.title()}", "", "", [], "", who, "", 1.0, "",
            is_resolved=True, employers=[],
        )  # fmt: skip
        found.append((row, AddressUse(row.uid, first * DAY_MS, last * DAY_MS)))
    if employer:
        row = IdentityRow(
            f"crm {who}", "crm", f"fake:{who}", f"Some {who.title()}", "", "", [], f"{who}@{OLD}", who, "", 1.0, "",
            is_resolved=True, employers=[employer],
        )  # fmt: skip
        found.append((row, AddressUse(row.uid, 0, 0)))
    return found


def judged(*people: list[tuple[IdentityRow, AddressUse]], domains: Sequence[DomainRow] = ()) -> dict[str, str]:
    """Return domain → account of those that moved."""
    rows = [row for one in people for row, _ in one]
    used = {use.identity_uid: use for one in people for row, use in one if row.kind == "email"}
    known = [*domains] or [CLAIMED, mail_domain(NEW)]
    places = places_of(rows, {row.uid: row.contact_uid for row in rows}, known, HERE)
    shared = shared_domains(places)
    asked = set(people_in_question(places, shared))
    seen = {row.uid for row in rows if row.contact_uid in asked}
    return moved_domains(places, shared, {uid: use for uid, use in used.items() if uid in seen})


MOVERS = [person(who, {OLD: (1, 99), NEW: (100, 200)}) for who in ("ida", "jon", "kai")]


def stayer(who: str, last: int) -> list[tuple[IdentityRow, AddressUse]]:
    """Somebody who has the old address alone."""
    return person(who, {OLD: (2, last)})


def new(who: str, first: int) -> list[tuple[IdentityRow, AddressUse]]:
    """Somebody who has the new address alone."""
    return person(who, {NEW: (first, first + 10)})


def test_a_domain_to_which_the_people_went_is_their_accounts() -> None:
    assert judged(*MOVERS) == {NEW: "a-old"}


def test_one_person_moves_no_domain() -> None:
    assert judged(MOVERS[0]) == {}


def test_a_domain_that_was_there_first_is_no_new_one() -> None:
    people = [person(who, {NEW: (1, 99), OLD: (100, 200)}) for who in ("ida", "jon")]
    assert judged(*people) == {}


def test_a_domain_that_a_crm_claims_is_not_asked_about() -> None:
    assert judged(*MOVERS, domains=[CLAIMED, DomainRow(NEW, "a-new", "New Ltd", "people")]) == {}


def test_colleagues_who_go_on_writing_from_the_old_domain_keep_it_apart() -> None:
    active = [stayer(who, 150) for who in ("lea", "max", "nia")]
    assert judged(*MOVERS, *active) == {}
    assert judged(*MOVERS, *active[:2]) == {NEW: "a-old"}
    silent = [stayer(who, 90) for who in ("lea", "max", "nia", "ole")]
    assert judged(*MOVERS, *silent) == {NEW: "a-old"}


def test_who_came_over_may_write_from_the_old_address_for_two_months() -> None:
    handover = HANDOVER_MS // DAY_MS
    late = [person(who, {OLD: (1, 100 + handover + 1), NEW: (100, 200)}) for who in ("ida", "jon")]
    in_time = [person(who, {OLD: (1, 100 + handover), NEW: (100, 200)}) for who in ("ida", "jon")]
    assert judged(*late) == {}
    assert judged(*in_time) == {NEW: "a-old"}


def test_people_of_its_own_make_a_firm_of_its_own() -> None:
    own = [new(who, 90) for who in ("lea", "max", "nia", "ole")]
    assert judged(*MOVERS, *own) == {}
    assert judged(*MOVERS, *own[:3]) == {NEW: "a-old"}


def test_who_joins_half_a_year_later_joined_the_firm() -> None:
    joined = 100 + ARRIVAL_MS // DAY_MS + 1
    assert judged(*MOVERS, *(new(f"new{number}", joined) for number in range(9))) == {NEW: "a-old"}


def test_people_from_other_accounts_outvote_those_of_one() -> None:
    """A provider of mailboxes that is on no list has people of all firms."""
    others = [person(who, {OTHER: (1, 300), NEW: (100, 200)}) for who in ("lea", "max")]
    third = [person(who, {"third.example": (1, 300), NEW: (100, 200)}) for who in ("nia", "ole")]
    domains = [CLAIMED, mail_domain(NEW), mail_domain(OTHER), mail_domain("third.example")]
    assert judged(*MOVERS[:2], *others, domains=domains) == {}
    assert judged(*MOVERS, *others, *third, domains=domains) == {}


def test_a_record_of_the_crm_says_where_people_were_who_never_wrote_from_there() -> None:
    people = [person(who, {NEW: (100, 200)}, employer="a-old") for who in ("ida", "jon")]
    assert judged(*people) == {NEW: "a-old"}


def test_without_a_crm_the_older_of_two_domains_is_the_firm() -> None:
    assert judged(*MOVERS, domains=[mail_domain(OLD), mail_domain(NEW)]) == {NEW: own_account(OLD, HERE)}


def test_a_firm_that_moved_twice_is_one_account() -> None:
    people = [person(who, {OLD: (1, 99), NEW: (100, 199), NEWER: (200, 300)}) for who in ("ida", "jon")]
    domains = [CLAIMED, mail_domain(NEW), mail_domain(NEWER)]
    assert judged(*people, domains=domains) == {NEW: "a-old", NEWER: "a-old"}


def test_where_a_domain_was_put_before_does_not_matter() -> None:
    for rule in ("moved", "moving"):
        assert judged(*MOVERS, domains=[CLAIMED, DomainRow(NEW, "a-else", "Else", rule)]) == {NEW: "a-old"}


def test_shared_mailboxes_are_nobody() -> None:
    people = [person(who, {OLD: (1, 99), NEW: (100, 200)}) for who in ("info", "support", "ida")]
    assert judged(*people) == {}


@pytest.mark.parametrize("count", [2, 3])
def test_people_of_other_names_did_not_come_over(count: int) -> None:
    """Who was put together by a phone may be two people of one office."""
    people = []
    for one in MOVERS[:count]:
        (old, use), after = one
        renamed = IdentityRow(**{name: getattr(old, name) for name in IdentityRow.__dataclass_fields__} | {
            "value": f"x{old.value}", "name": "Vera Kolb"})  # fmt: skip
        people.append([(renamed, use), after])
    assert judged(*people) == {}


@given(st.data())
def test_the_order_of_what_is_known_does_not_matter(data: st.DataObject) -> None:
    people = [*MOVERS, stayer("lea", 150), new("max", 120), person("nia", {NEW: (130, 140), OTHER: (1, 9)})]
    domains = [CLAIMED, mail_domain(NEW), mail_domain(OTHER)]
    expected = judged(*people, domains=domains)
    assert expected == {NEW: "a-old"}
    assert judged(*data.draw(st.permutations(people)), domains=data.draw(st.permutations(domains))) == expected
