"""Titles with their source and age, and the scale of levels (P3)."""

import pytest

from graph_service.inference.casefile import Job, Person, Title
from graph_service.inference.influence.held_titles import Held, held_on, title_trust
from graph_service.inference.influence.levels import title_level, title_of
from graph_service.inference.influence.roles import role_copies
from tests.unit.inference.influence.accounts import START, person


def held(one: Person, day: int, written: tuple[int, ...] = ()) -> Held:
    found = held_on(one, "Acme", written, day)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Founder", 1.0), ("Chief Financial Officer", 1.0), ("President", 0.9), ("Senior Vice President Sales", 0.85),
        ("VP Operations", 0.75), ("Head of Logistics", 0.65), ("Senior Director IT", 0.65), ("Director IT", 0.6),
        ("Logistics Manager", 0.4), ("Senior Planner", 0.25), ("Planner", 0.15),
        ("Executive Assistant to the CEO", 0.15), ("Zebra", None), ("Former CEO", None),
    ],
)  # fmt: skip
def test_the_scale_of_titles(text: str, level: float | None) -> None:
    assert title_level(title_of(text, ""), text) == level


def test_a_vice_president_of_a_bank_is_senior_staff() -> None:
    assert title_level(title_of("Vice President", "Alder Bank"), "Vice President") == 0.25


@pytest.mark.parametrize(
    ("source", "age", "trust"),
    [
        ("signature", 179, 1.0), ("signature", 180, 0.9), ("signature", 366, 0.63), ("linkedin", 300, 0.9),
        ("linkedin", 366, 0.63), ("crm", 10, 0.7), ("crm", 366, 0.49),
    ],
)  # fmt: skip
def test_trust_follows_source_and_age(source: str, age: int, trust: float) -> None:
    assert title_trust(source, age) == pytest.approx(trust)


def test_a_fresh_signature_beats_the_crm_and_an_old_one_loses_to_a_profile() -> None:
    titles = Title("Planner", "signature", START, START), Title("Director", "crm", START, START)
    one = person(0, titles=titles, jobs=(Job("Acme", "Head of Planning", START + 350, None, START + 390, True),))
    assert held(one, START + 10).text == "Planner"
    assert held(one, START + 400).text == "Head of Planning"


def test_a_signature_that_is_still_used_stays_fresh() -> None:
    one = person(0, titles=(Title("Planner", "signature", START, START + 500),))
    assert held(one, START + 400, (START, START + 390)).trust == 1.0


def test_a_title_is_not_known_before_its_day_and_a_job_not_before_it_begins_nor_after_its_end() -> None:
    job = Job("Acme", "Planner", START + 10, START + 20, START, True)
    one = person(0, jobs=(job,))
    found = [held_on(one, "Acme", (), START + day) is not None for day in (-1, 5, 10, 19, 20)]
    assert found == [False, False, True, True, False]


def test_a_newer_profile_that_ends_a_job_is_believed() -> None:
    jobs = Job("Acme", "Planner", START, None, START, True), Job("Acme", "Planner", START, START + 50, START + 60, True)
    one = person(0, jobs=jobs)
    assert held(one, START + 59).text == "Planner"
    assert held_on(one, "Acme", (), START + 60) is None


def test_a_job_elsewhere_is_no_role_here() -> None:
    assert held_on(person(0, jobs=(Job("Birch", "CEO", None, None, START, False),)), "Acme", (), START) is None


def test_a_readable_title_is_preferred_to_a_trusted_riddle() -> None:
    titles = Title("Zebra", "signature", START, START), Title("Planner", "crm", START, START)
    assert held(person(0, titles=titles), START).text == "Planner"


def test_an_assistant_is_a_proxy_at_the_foot_of_the_scale() -> None:
    one = held(person(0, titles=(Title("Assistant to the CEO", "signature", START, START),)), START)
    copies = dict(role_copies(one))
    assert (copies["is_proxy"], copies["role_level"], one.level) == (True, 1, 0.15)


def test_the_ends_of_a_title_do_not_depend_on_the_order_of_jobs() -> None:
    jobs = Job("Acme", "Planner", START, None, START, True), Job("Acme", "Buyer", START + 3, None, START, True)
    first, second = person(0, jobs=jobs), person(0, jobs=jobs[::-1])
    assert held(first, START + 5).text == held(second, START + 5).text == "Buyer"
