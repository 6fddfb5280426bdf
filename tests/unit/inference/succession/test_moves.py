"""The same contact at a new account, and champions of the past at a new employer (M6, A15)."""

from dataclasses import replace
from math import exp, fsum

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_service.domain.facts import SpellFact, day_of
from graph_service.inference.casefile import CaseFile, Elsewhere, Job, Person, Ruling
from graph_service.inference.inferred import Inferred
from graph_service.inference.succession.moves import alumni_of, moves_of
from tests.unit.inference.succession.cases import HORIZON, LAST, MONDAY, account, cut, left, mail, person

ARRIVED = LAST + 40
THERE = Elsewhere("account-2", "Corvane Foods", "anna-2", ARRIVED)


def case_of(anna: Person, *days: int) -> CaseFile:
    return account([anna, person("ben", "Ben Corten")], [mail(day, "anna") for day in (MONDAY, LAST - 5, *days)])


def moved(case: CaseFile, departed: dict[str, SpellFact], day: int = HORIZON) -> Inferred:
    return moves_of(case, departed, day).get("anna", Inferred("anna"))


def anna(**more: object) -> Person:
    return person("anna", "Anna Berg", elsewhere=(THERE,), **more)


def test_who_left_and_turns_up_elsewhere_has_moved() -> None:
    found = moved(case_of(anna()), {"anna": left()})
    (link,) = found.links
    assert (link.kind, link.to_uid, link.known_day) == ("MOVED_TO", "anna-2", ARRIVED)
    assert link.p > 0.9
    assert link.p == pytest.approx(1 / (1 + exp(-link.score.value)))
    assert abs(fsum(one.value for one in link.score.terms) - link.score.value) <= 1e-9
    assert dict(found.copies)["new_employer"] == "Corvane Foods"


def test_nobody_moves_before_they_are_seen_there() -> None:
    assert moved(case_of(anna()), {"anna": left()}, ARRIVED - 1) == Inferred("anna")


def test_a_consultant_who_goes_on_writing_from_here_has_not_moved() -> None:
    assert moved(case_of(anna(), ARRIVED + 20, ARRIVED + 30, ARRIVED + 60), {}).links == ()


def test_who_came_from_there_did_not_go_there() -> None:
    first = replace(THERE, first_day=MONDAY - 50)
    assert moved(case_of(replace(anna(), elsewhere=(first,))), {"anna": left()}).links == ()


def test_a_profile_with_a_job_there_counts_without_a_sighting() -> None:
    listed = replace(THERE, first_day=None)
    job = Job("Corvane Foods Ltd", "Buyer", LAST + 10, None, LAST + 60, is_here=False)
    found = moved(case_of(replace(anna(), elsewhere=(listed,), jobs=(job,))), {})
    assert [(one.to_uid, one.known_day) for one in found.links] == [("anna-2", LAST + 60)]


def test_a_firm_that_moves_takes_all_its_people_along_and_nobody_moved() -> None:
    people = [
        person(uid, uid.title(), elsewhere=(Elsewhere("account-2", "Corvane Foods", f"{uid}-2", ARRIVED + place),))
        for place, uid in enumerate(("anna", "ben", "cara", "dora"))
    ]
    found = moves_of(account(people, [mail(LAST, one.uid) for one in people]), {}, HORIZON)
    assert all(not one.links for one in found.values())


def test_a_private_mailbox_is_no_employer() -> None:
    for name in ("gmail.com", "private-post.example", ""):
        place = replace(THERE, account_name=name)
        assert moved(case_of(replace(anna(), elsewhere=(place,))), {"anna": left()}).links == ()


@pytest.mark.parametrize(
    ("jobs", "detail", "employer"),
    [
        ((Job("Delmar Rail", "Buyer", LAST + 5, None, LAST + 30, is_here=False),), "", "Delmar Rail"),
        ((Job("Delmar Rail", "Buyer", LAST + 5, None, LAST + 30, is_here=False),), "Other Firm", "Delmar Rail"),
        ((Job("Old Firm", "Buyer", LAST - 2000, LAST - 900, LAST + 30, is_here=False),), "Delmar Rail", "Delmar Rail"),
        ((Job("Delmar Rail", "Buyer", LAST + 5, None, HORIZON + 1, is_here=False),), "", None),
    ],
)
def test_the_new_employer_is_the_newest_job_else_what_was_said(
    jobs: tuple[Job, ...], detail: str, employer: str | None
) -> None:
    found = moved(case_of(person("anna", "Anna Berg", jobs=jobs)), {"anna": left(detail=detail)})
    assert dict(found.copies).get("new_employer") == employer


def test_no_day_looks_ahead() -> None:
    case = case_of(anna(), ARRIVED + 20, ARRIVED + 30)
    whole = moved(case, {"anna": left(ARRIVED + 50)})
    for day in range(LAST, HORIZON, 13):
        then = moved(case, {"anna": left(ARRIVED + 50)}, day)
        assert cut(whole.spells, day) == then.spells
        assert {(one.detail, one.probability) for one in then.spells if one.valid_to is None} == {
            (link.to_uid, link.p) for link in then.links
        }


def test_former_champions_come_first_among_the_alumni() -> None:
    ben = person("ben", "Ben Corten", elsewhere=(replace(THERE, stakeholder_uid="ben-2"),))
    case = account([anna(), ben], [mail(MONDAY, "anna"), mail(MONDAY, "ben")])
    spell = SpellFact("champion", "champion", day_of(MONDAY), day_of(LAST), day_of(MONDAY))
    late = SpellFact("champion", "champion", day_of(HORIZON + 5), None, day_of(HORIZON + 5))
    moves = moves_of(case, {"anna": left(), "ben": left()}, HORIZON)
    found = alumni_of(case, moves, {"ben": [spell, late]}, HORIZON)
    assert [(one.uid, one.was_champion_until) for one in found] == [("ben", LAST - 1), ("anna", None)]
    assert (found[0].to_uid, found[0].account_uid, found[0].employer) == ("ben-2", "account-2", "Corvane Foods")


def test_a_return_that_is_not_known_yet_changes_nothing() -> None:
    case = case_of(person("anna", "Anna Berg"))
    departed = {"anna": left(detail="Delmar Rail", back=LAST + 60)}
    assert dict(moved(case, departed, LAST + 59).copies) == {"new_employer": "Delmar Rail"}
    assert moved(case, departed, LAST + 60).copies == ()


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
def test_no_text_breaks_it(name: str, company: str) -> None:
    job = Job(company, name, LAST, None, LAST + 60, is_here=False)
    case = case_of(person("anna", name, elsewhere=(replace(THERE, account_name=name),), jobs=(job,)))
    for link in moved(case, {"anna": left(detail=company)}).links:
        assert 0.5 <= link.p <= 1


def said(day: int, employer: str = "Corvane Foods", kind: str = "departed") -> Ruling:
    return Ruling(kind, day, f"ruling-{day}", "user", LAST, employer)


def test_an_employer_that_one_of_us_names_is_the_new_one_and_a_move_where_it_is_an_account_of_theirs() -> None:
    listed = replace(THERE, first_day=None)
    one = replace(person("anna", "Anna Berg", elsewhere=(listed,)), rulings=(said(LAST + 9, "Corvane Foods Ltd"),))
    found = moved(case_of(one), {"anna": left(LAST + 9)})
    assert [(link.to_uid, link.known_day) for link in found.links] == [("anna-2", LAST + 9)]
    assert [(spell.state, spell.valid_from, spell.detail) for spell in found.spells] == [
        ("moved", day_of(LAST + 9), "anna-2")
    ]
    assert "ruling-" + str(LAST + 9) in {uid for term in found.links[0].score.terms for uid in term.evidence}
    assert dict(found.copies)["new_employer"] == "Corvane Foods"
    assert moved(case_of(one), {"anna": left(LAST + 9)}, LAST + 8) == Inferred("anna")


def test_the_word_of_one_of_us_goes_before_profiles_and_sightings_until_it_is_taken_back() -> None:
    job = Job("Delmar Rail", "Buyer", LAST + 5, None, LAST + 30, is_here=False)
    one = replace(anna(), jobs=(job,), rulings=(said(ARRIVED + 9, "Elm Works"),))
    assert dict(moved(case_of(one), {"anna": left()}).copies)["new_employer"] == "Elm Works"
    assert dict(moved(case_of(one), {"anna": left()}, ARRIVED + 8).copies)["new_employer"] == "Corvane Foods"
    denied = replace(one, rulings=(*one.rulings, said(ARRIVED + 20, "", "not_departed")))
    assert dict(moved(case_of(denied), {"anna": left()}).copies)["new_employer"] == "Corvane Foods"


@given(st.lists(st.builds(said, st.integers(LAST, HORIZON), st.sampled_from(["", "Elm Works", "Corvane Foods"]),
    st.sampled_from(["departed", "not_departed"])), max_size=3, unique_by=lambda one: one.day),
    st.integers(LAST, HORIZON))  # fmt: skip
def test_decisions_on_where_somebody_went_never_look_ahead(decided: list[Ruling], day: int) -> None:
    case = case_of(replace(anna(), rulings=tuple(decided)), ARRIVED + 20, ARRIVED + 30)
    whole, then = moved(case, {"anna": left()}), moved(case, {"anna": left()}, day)
    assert cut(whole.spells, day) == then.spells
    for link in whole.links:
        assert link.p == pytest.approx(1 / (1 + exp(-fsum(one.value for one in link.score.terms))))


@pytest.mark.timeout(10)
@pytest.mark.parametrize("piece", ["a", "a.", "a-", "@", "GmbH ", "&.", "É "])
def test_hostile_names_of_firms_take_no_time(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    job = Job(text, text, LAST, None, LAST + 60, is_here=False)
    case = case_of(person("anna", text, elsewhere=(replace(THERE, account_name=text),), jobs=(job,)))
    assert moved(case, {"anna": left(detail=text)}).uid == "anna"
