"""Who stands for which contact after matching: ids last, aliases point to the heir, what people said wins."""

from dataclasses import replace

import pytest

from graph_service.domain.workspace import Workspace
from graph_service.ingest.identities import own_contact, record_of, resolve
from graph_service.ingest.identity_queries import DecidedPair, DomainRow, IdentityRow

HERE = Workspace("w1", "Test", ("ours.example",), "UTC", "US", "salt")
NORTH = DomainRow("north.example", "a-north", "North Ltd")
NAMES = {"a-north": "North Ltd", "a-south": "South Ltd"}


def identity(kind: str, value: str, name: str, **changes: object) -> IdentityRow:
    """Return an identity that stands for a contact of its own and was never compared."""
    uid = HERE.ids.uid("identity", kind, value)
    row = IdentityRow(uid, kind, value, name, "", "", [], "", "", "", 1.0, "", is_resolved=False, employers=[])
    return replace(row, **({"contact_uid": own_contact(row, HERE)} | changes))  # type: ignore[arg-type]


IDA = identity("email", "ida.berg@north.example", "Ida Berg")
RECORD = identity("crm", "fake:1", "Ida Berg", employers=["a-north"])
COPY = identity("crm", "fake:2", "Ida Berg", employers=["a-north"])
JON = identity("email", "jon.hill@north.example", "Jon Hill")


def settled(*rows: IdentityRow) -> list[IdentityRow]:
    """Return the identities as they stand after matching."""
    contact_of = resolve(rows, [], [NORTH], NAMES, HERE).contact_of
    return [replace(one, contact_uid=contact_of[one.uid], is_resolved=True) for one in rows]


def test_what_a_record_says_of_its_firms_comes_from_domain_employer_and_source() -> None:
    row = replace(IDA, firms=["Westward"], employers=["a-south"])
    read = record_of(row, {"north.example": NORTH}, NAMES)
    assert read.companies == ("South Ltd", "North Ltd", "Westward")
    assert read.emails == ("ida.berg@north.example",)


def test_an_account_that_is_called_by_its_domain_says_nothing_of_a_firm() -> None:
    bare = DomainRow("north.example", "a-north", "north.example")
    assert record_of(IDA, {"north.example": bare}, NAMES).companies == ()


def test_a_crm_record_is_read_with_its_address_and_a_profile_with_its_page() -> None:
    read = record_of(replace(RECORD, address="ida.berg@north.example"), {"north.example": NORTH}, NAMES)
    assert (read.emails, read.companies, read.url) == (("ida.berg@north.example",), ("North Ltd",), "")
    page = identity("linkedin", "linkedin.example/in/ida", "Ida Berg")
    assert record_of(page, {}, {}).url == "linkedin.example/in/ida"


def test_people_who_are_nobody_else_stay_who_they_are() -> None:
    found = resolve([IDA, JON], [], [NORTH], NAMES, HERE)
    assert found.contact_of == {IDA.uid: IDA.contact_uid, JON.uid: JON.contact_uid}
    assert [(row["rule"], row["p"], row["matched"]) for row in found.repointed] == [("address", 1.0, "")] * 2


def test_of_two_contacts_the_one_with_more_identities_goes_on() -> None:
    two = settled(RECORD, COPY)
    assert len({one.contact_uid for one in two}) == 1
    found = resolve([*two, IDA], [], [NORTH], NAMES, HERE)
    assert set(found.contact_of.values()) == {two[0].contact_uid}
    moved = [row for row in found.repointed if row["before"] != row["contact_uid"]]
    assert [(row["identity_uid"], row["before"]) for row in moved] == [(IDA.uid, IDA.contact_uid)]
    assert moved[0]["by"] == "matcher"
    assert moved[0]["rule"].startswith("R")


def test_a_merge_keeps_one_of_the_old_ids_whatever_the_order() -> None:
    one = resolve([IDA, RECORD], [], [NORTH], NAMES, HERE)
    other = resolve([RECORD, IDA], [], [NORTH], NAMES, HERE)
    assert one == other
    assert set(one.contact_of.values()) == {min(IDA.contact_uid, RECORD.contact_uid)}


def test_a_contact_keeps_its_id_for_the_identity_it_began_with() -> None:
    """Two who were one part: the id stays with the first identity, the other gets the id it would have alone."""
    jon = replace(JON, contact_uid=IDA.contact_uid, is_resolved=True)
    kai = identity("email", "kai.moss@north.example", "Kai Moss", contact_uid=IDA.contact_uid, is_resolved=True)
    found = resolve([jon, kai, IDA], [], [NORTH], NAMES, HERE)
    assert found.contact_of[IDA.uid] == IDA.contact_uid
    assert found.contact_of[jon.uid] == JON.contact_uid
    assert found.contact_of[kai.uid] == own_contact(kai, HERE)


def test_a_contact_whose_first_identity_is_gone_stays_with_the_larger_part() -> None:
    records = [replace(one, contact_uid="c-old", is_resolved=True) for one in (RECORD, COPY, JON)]
    found = resolve(records, [], [NORTH], NAMES, HERE)
    assert found.contact_of[RECORD.uid] == found.contact_of[COPY.uid] == "c-old"
    assert found.contact_of[JON.uid] == JON.contact_uid


def test_the_new_contact_of_a_part_is_named_by_its_address_before_its_record() -> None:
    rows = [replace(one, contact_uid=JON.contact_uid, is_resolved=True) for one in (JON, RECORD, IDA)]
    found = resolve(rows, [], [NORTH], NAMES, HERE)
    assert found.contact_of[RECORD.uid] == found.contact_of[IDA.uid] == IDA.contact_uid


def test_a_merge_that_is_taken_back_ends_where_it_began() -> None:
    """Decision 13: the id of the first identity, never changed."""
    merged = settled(IDA, RECORD)
    apart = DecidedPair(IDA.uid, RECORD.uid, is_same=False, rule="R4")
    found = resolve([replace(one, is_resolved=False) for one in merged], [apart], [NORTH], NAMES, HERE)
    assert found.contact_of == {IDA.uid: IDA.contact_uid, RECORD.uid: RECORD.contact_uid}
    assert {row["identity_uid"]: row["rule"] for row in found.repointed} == {IDA.uid: "address", RECORD.uid: "crm id"}


@pytest.mark.parametrize("turned", [False, True], ids=["as stored", "the other way round"])
def test_what_somebody_said_goes_before_every_rule(*, turned: bool) -> None:
    pair = (RECORD.uid, IDA.uid) if turned else (IDA.uid, RECORD.uid)
    two = resolve([IDA, RECORD], [DecidedPair(*pair, is_same=False, rule="")], [NORTH], NAMES, HERE)
    assert len(set(two.contact_of.values())) == 2
    assert two.doubtful == []
    pair = (JON.uid, IDA.uid) if turned else (IDA.uid, JON.uid)
    one = resolve([IDA, JON], [DecidedPair(*pair, is_same=True, rule="")], [NORTH], NAMES, HERE)
    assert len(set(one.contact_of.values())) == 1
    assert {row["rule"] for row in one.repointed} == {"decided"}


def test_what_was_said_of_an_identity_that_is_gone_is_no_hindrance() -> None:
    gone = DecidedPair(IDA.uid, "i-gone", is_same=True, rule="")
    assert len(set(resolve([IDA, JON], [gone], [NORTH], NAMES, HERE).contact_of.values())) == 2


def test_identities_that_were_compared_and_stay_are_not_written_again() -> None:
    assert resolve(settled_rows(IDA, JON), [], [NORTH], NAMES, HERE).repointed == []


def settled_rows(*rows: IdentityRow) -> list[IdentityRow]:
    """Return identities with the contact and the rule that matching gave them."""
    found = {row["identity_uid"]: row for row in resolve(rows, [], [NORTH], NAMES, HERE).repointed}
    return [
        replace(
            one, contact_uid=found[one.uid]["contact_uid"], rule=found[one.uid]["rule"], p=found[one.uid]["p"],
            matched=found[one.uid]["matched"], is_resolved=True,
        )
        for one in rows
    ]  # fmt: skip


@pytest.mark.parametrize(("first", "second"), [(RECORD, COPY), (COPY, RECORD)], ids=["one", "the other"])
def test_one_who_was_alone_is_told_by_which_rule_another_joined_them(first: IdentityRow, second: IdentityRow) -> None:
    """So that the rule on a tie does not depend on who came first."""
    (alone,) = settled_rows(first)
    later = {row["identity_uid"]: row["rule"] for row in resolve([alone, second], [], [NORTH], NAMES, HERE).repointed}
    at_once = {row["identity_uid"]: row["rule"] for row in resolve([RECORD, COPY], [], [NORTH], NAMES, HERE).repointed}
    assert later == at_once


def test_doubtful_pairs_are_told_by_their_identities() -> None:
    strange = identity("email", "northwind7@gmail.com", "Ida Berg")
    found = resolve([IDA, strange], [], [NORTH], NAMES, HERE)
    assert len(set(found.contact_of.values())) == 2
    assert {frozenset((row["one"], row["other"])) for row in found.doubtful} == {frozenset((IDA.uid, strange.uid))}
    assert all(0 < row["p"] < 1 and row["rule"] and row["matched"] for row in found.doubtful)


def test_nobody_at_all_is_no_error() -> None:
    found = resolve([], [], [], {}, HERE)
    assert (found.contact_of, found.repointed, found.doubtful) == ({}, [], [])
