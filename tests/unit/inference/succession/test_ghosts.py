"""People on copies and invitations whom no CRM lists (M4)."""

from dataclasses import replace
from math import fsum

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_service.inference.casefile import CaseFile
from graph_service.inference.succession.ghosts import infer_ghosts
from tests.unit.inference.succession.cases import HOME, HORIZON, LAST, MONDAY, account, left, mail, meeting, person

LISTED = person("lea", "Lea Harbek", crm_day=MONDAY)


def ghosts(case: CaseFile, day: int = HORIZON) -> set[str]:
    return {uid for uid, one in infer_ghosts(case, day).items() if dict(one.copies)["is_ghost"]}


def test_whoever_is_seen_and_not_listed_is_a_ghost() -> None:
    people = [LISTED, person("anna", "Anna Berg"), person("ben", "Ben Corten"), person("never", "Nils Estrup")]
    case = account(people, [mail(LAST, "lea", cc=["anna"]), meeting(LAST, ["lea", "ben"])])
    assert ghosts(case) == {"anna", "ben"}


@pytest.mark.parametrize(
    "other",
    [
        person("x", "Service Desk", is_person=False),
        person("x", "Support", addresses=(f"support@{HOME}",)),
        person("x", "Vera Kelmor", addresses=("vera@supplier.example",)),
        person("x", "Lea Harbek", addresses=("lea.harbek@home.example", f"lh@{HOME}")),
        person("x", "L. Harbek"),
        person("x", "Xenia Jorun", crm_day=LAST),
    ],
    ids=["shared", "shared address", "another firm", "second address", "initial", "listed"],
)
def test_who_is_no_ghost(other: object) -> None:
    case = account([LISTED, other], [mail(LAST, "user-1", ["x"])])  # type: ignore[list-item]
    assert ghosts(case) == set()


@pytest.mark.parametrize("address", ["anna@eu.acme.example", "anna@gmail.com"])
def test_a_sub_domain_and_a_private_address_are_the_accounts(address: str) -> None:
    case = account([LISTED, person("anna", "Anna Berg", addresses=(address,))], [mail(LAST, "anna")])
    assert ghosts(case) == {"anna"}


def test_an_initial_is_no_second_record_of_somebody_who_is_seen_themselves() -> None:
    case = account([LISTED, person("l", "Ludwig Harbek"), person("x", "L. Harbek")], [mail(LAST, "lea", cc=["l", "x"])])
    assert ghosts(case) == {"l", "x"}


def test_a_notifier_is_no_ghost_and_somebody_on_leave_is() -> None:
    machine = [replace(mail(LAST + day, "bot"), is_automatic=True) for day in range(3)]
    away = replace(mail(LAST, "anna", ["user-1"]), is_automatic=True)
    case = account(
        [LISTED, person("bot", "Bot"), person("anna", "Anna Berg")],
        [*machine, away, mail(LAST + 4, "user-1", ["bot"]), mail(LAST + 5, "lea", cc=["anna"])],
    )
    assert ghosts(case) == {"anna"}


def test_who_left_is_no_ghost_any_more() -> None:
    case = account([LISTED, person("anna", "Anna Berg")], [mail(LAST - 9, "anna"), mail(LAST - 5, "anna")])
    found = infer_ghosts(case, HORIZON, {"anna": left()})["anna"]
    assert dict(found.copies)["is_ghost"] is False
    assert dict(infer_ghosts(case, LAST - 1, {"anna": left()})["anna"].copies)["is_ghost"] is True
    assert dict(infer_ghosts(case, HORIZON, {"anna": left(back=LAST + 30)})["anna"].copies)["is_ghost"] is True


def test_a_record_in_the_crm_clears_the_mark_and_not_before_it_is_there() -> None:
    case = account([LISTED, person("anna", "Anna Berg", crm_day=LAST + 10)], [mail(LAST, "anna")])
    assert ghosts(case, LAST - 1) == set()
    assert ghosts(case, LAST + 9) == {"anna"}
    assert ghosts(case, LAST + 10) == set()


def test_the_score_grows_with_what_was_seen_and_is_the_sum_of_its_terms() -> None:
    people = [LISTED, person("anna", "Anna Berg"), person("ben", "Ben Corten")]
    often = [mail(LAST + day, "anna", ["user-1", "user-2"]) for day in range(8)]
    found = infer_ghosts(account(people, [*often, mail(LAST, "ben")]), HORIZON)
    (_, anna), (_, ben) = found["anna"].scores[0], found["ben"].scores[0]
    assert anna.value > ben.value
    for score in (anna, ben):
        assert abs(fsum(one.value for one in score.terms) - score.value) <= 1e-9
        assert all(0 < len(one.evidence) <= 5 for one in score.terms)
    assert anna.terms[0].evidence[0] == often[-1].uid


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
def test_no_text_breaks_it(name: str, address: str) -> None:
    people = [replace(LISTED, name=name), person("anna", name, addresses=(address,))]
    assert set(infer_ghosts(account(people, [mail(LAST, "anna")]), HORIZON)) == {"lea", "anna"}


@pytest.mark.timeout(10)
@pytest.mark.parametrize("piece", ["a", "a.", "a-", "@", "a@a.", "noreply", "É "])
def test_hostile_names_and_addresses_take_no_time(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    people = [replace(LISTED, name=text), person("anna", text, addresses=(text, f"{text}@{HOME}"))]
    assert set(infer_ghosts(account(people, [mail(LAST, "anna")]), HORIZON)) == {"lea", "anna"}
