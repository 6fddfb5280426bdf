"""Who took over from a person who left (P10, M4)."""

from dataclasses import replace
from math import exp, fsum

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.people_successors_world import make_case
from graph_service.domain.facts import SeriesFact, epoch_day
from graph_service.inference.casefile import CaseFile, Occasion, Saying
from graph_service.inference.inferred import Inferred, Link
from graph_service.inference.succession.succession import infer_succession
from tests.unit.inference.succession.cases import (
    HORIZON,
    LAST,
    MONDAY,
    account,
    cut,
    left,
    mail,
    meeting,
    person,
    said,
    titled,
)

ANNA = person("anna", "Anna Berg")
BEN = person("ben", "Ben Corten")
CARA = person("cara", "Cara Dorval")
EVERYBODY = [ANNA, BEN, CARA]


def links(case: CaseFile, day: int = HORIZON, known: int = LAST) -> list[Link]:
    found = infer_succession(case, {"anna": left(known)}, {}, day)
    return list(found["anna"].links) if "anna" in found else []


def first(case: CaseFile) -> str:
    return links(case)[0].to_uid


def term(link: Link, name: str) -> float:
    return sum(one.value for one in link.score.terms if one.name == name)


@pytest.mark.parametrize(
    "saying",
    [
        said(LAST, "farewell", "anna", person="Cara Dorval"),
        said(LAST, "farewell", "anna", address="cara@acme.example"),
        said(LAST + 5, "left", "anna", kind="auto_reply", about_uid="anna", person="Cara"),
        said(LAST + 5, "colleague", "ben", value="Anna Berg", person="Cara Dorval"),
        said(LAST + 5, "colleague", "user-1", value="Anna", person="C. Dorval"),
        said(LAST + 5, "successor", "cara", value="Anna"),
        said(LAST + 5, "successor", "cara"),
    ],
)
def test_whoever_is_named_comes_first(saying: Saying) -> None:
    found = links(account(EVERYBODY, [mail(LAST + 3, "ben"), mail(LAST + 4, "cara")], [saying]))
    assert found[0].to_uid == "cara"
    assert found[0].p > 0.6
    assert any(saying.uid in one.evidence for one in found[0].score.terms)


def test_somebody_elses_departure_names_nobody_here() -> None:
    saying = said(LAST + 5, "colleague", "user-1", value="Ben Corten", person="Cara Dorval")
    assert all(
        not term(one, "named by others") for one in links(account(EVERYBODY, [mail(LAST + 1, "cara")], [saying]))
    )


@pytest.mark.parametrize(
    "after",
    [
        [mail(LAST + 9, "cara", thread="t1")],
        [mail(LAST + 9, "cara", thread="ticket-1", channel="ticket")],
        [meeting(LAST + 7 * week, ["ben", "cara"]) for week in (1, 2)],
    ],
)
def test_whoever_takes_over_threads_tickets_and_meetings_comes_first(after: list[Occasion]) -> None:
    before = [
        mail(LAST - 40, "anna", cc=["ben"], thread="t1"),
        mail(LAST - 40, "anna", cc=["ben"], thread="ticket-1", channel="ticket"),
        *(meeting(LAST - 7 * week, ["anna", "ben"]) for week in (1, 2, 3)),
        mail(LAST - 50, "cara"),
    ]
    staying = [
        replace(one, uid=f"{one.uid}-ben", sender_uid="ben", people=(replace(one.people[0], uid="ben"),))
        for one in after
    ]
    found = links(account(EVERYBODY, [*before, *after, *staying]))
    assert found[0].to_uid == "cara"
    assert term(found[0], "takes over") > 1
    assert next(one for one in found[0].score.terms if one.name == "takes over").evidence[0] in {
        one.uid for one in after
    }


def test_a_meeting_that_was_called_off_or_declined_takes_nothing_over() -> None:
    before = [meeting(LAST - 7, ["anna", "ben"]), mail(LAST - 50, "cara")]
    off = meeting(LAST + 7, ["ben", "cara"], status="cancelled")
    found = links(account(EVERYBODY, [*before, off]))
    assert all(term(one, "takes over") == 0 for one in found)


def test_same_title_and_a_first_day_around_the_departure_point_at_the_new_hire() -> None:
    people = [
        titled("anna", "Anna Berg", "Head of Procurement"),
        titled("ben", "Ben Corten", "IT Support"),
        titled("cara", "Cara Dorval", "Head of Procurement", LAST + 20, first_seen_day=LAST + 20),
    ]
    found = links(account(people, [mail(LAST + 20, "cara"), mail(LAST + 20, "ben")]))
    names = {one.name for one in found[0].score.terms}
    assert found[0].to_uid == "cara"
    assert {"same title", "function", "level", "new here"} <= names


def test_whoever_is_alone_in_copy_of_the_farewell_is_introduced_and_a_crowd_is_not() -> None:
    bye = mail(LAST - 1, "anna", ["user-1"], ["cara"])
    farewell = said(LAST - 1, "farewell", "anna", on=bye)
    alone = links(account(EVERYBODY, [bye], [farewell]))[0]
    crowd = mail(LAST - 1, "anna", ["user-1"], ["ben", "cara"])
    shared = links(account(EVERYBODY, [crowd], [said(LAST - 1, "farewell", "anna", on=crowd)]))[0]
    assert alone.to_uid == "cara"
    assert term(alone, "introduced") > term(shared, "introduced") > 0


def test_our_people_turn_to_the_successor() -> None:
    before = [mail(LAST - day, "anna", ["user-1"]) for day in (10, 20, 30)] + [
        mail(LAST - 60, "ben"),
        mail(LAST - 60, "cara"),
    ]
    after = [mail(LAST + day, "user-1", ["cara"]) for day in (10, 20, 30)]
    found = links(account(EVERYBODY, before + after))
    assert found[0].to_uid == "cara"
    assert term(found[0], "our people turn to them") > 0.5


def test_influence_gained_since_the_departure_speaks_for_a_candidate() -> None:
    case = account(EVERYBODY, [mail(LAST + 2, "ben"), mail(LAST + 2, "cara")])
    rise = {"cara": SeriesFact("influence", (MONDAY, LAST + 10), (0.3, 0.6))}
    found = infer_succession(case, {"anna": left()}, rise, HORIZON)["anna"].links
    assert found[0].to_uid == "cara"
    assert term(found[0], "influence gained") == pytest.approx(0.9)


def test_neither_a_mailbox_nor_a_person_who_left_nor_somebody_unknown_takes_over() -> None:
    people = [
        ANNA,
        BEN,
        CARA,
        person("desk", "Service Desk", is_person=False),
        person("late", "Late", first_seen_day=None),
    ]
    case = account(people, [mail(LAST + 2, uid) for uid in ("ben", "cara", "desk")])
    found = infer_succession(case, {"anna": left(), "ben": left(LAST - 40, LAST - 40)}, {}, HORIZON)["anna"]
    assert {one.to_uid for one in found.links} == {"cara"}


def test_a_second_stakeholder_of_the_same_contact_is_not_their_own_successor() -> None:
    twin = person("anna2", "Anna Berg", contact_uid="contact-anna")
    found = infer_succession(account([*EVERYBODY, twin], [mail(LAST + 2, "anna2")]), {"anna": left()}, {}, HORIZON)
    assert "anna2" not in {one.to_uid for one in found["anna"].links}


def test_a_return_ends_the_succession() -> None:
    case = account(EVERYBODY, [mail(LAST + 2, "ben")])
    found = infer_succession(case, {"anna": left(back=LAST + 30)}, {}, HORIZON)["anna"]
    assert found.links == ()
    assert {epoch_day(one.valid_to) for one in found.spells if one.valid_to} >= {LAST + 30}
    assert all(one.valid_to is not None for one in found.spells)


def test_nothing_changes_after_ninety_days() -> None:
    case = account(
        EVERYBODY, [mail(LAST + 2, "ben"), mail(LAST + 120, "cara")], [said(LAST + 120, "successor", "cara")]
    )
    assert links(case, HORIZON) == links(case, LAST + 91)
    assert infer_succession(case, {"anna": left()}, {}, LAST + 91)["anna"].review_day is None
    assert infer_succession(case, {"anna": left()}, {}, LAST + 8)["anna"].review_day is not None


def test_a_departure_that_is_not_known_yet_has_no_successor() -> None:
    assert links(account(EVERYBODY), LAST - 1) == []


def law(found: dict[str, Inferred]) -> None:
    for one in found.values():
        assert len(one.links) <= 3
        assert fsum(link.p for link in one.links) <= 1 + 1e-9
        assert list(one.links) == sorted(one.links, key=lambda link: -link.p)
        for link in one.links:
            assert abs(fsum(term.value for term in link.score.terms) - link.score.value) <= 1e-9
            assert link.p == pytest.approx(1 / (1 + exp(-link.score.value)))
            assert all(len(term.evidence) <= 5 for term in link.score.terms)
        still = {(spell.detail, spell.probability) for spell in one.spells if spell.valid_to is None}
        assert still == {(link.to_uid, link.p) for link in one.links}


@pytest.mark.parametrize("seed", range(12))
def test_terms_sum_to_the_score_and_links_are_the_open_spells(seed: int) -> None:
    world = make_case(seed)
    found = infer_succession(world.case, world.departed, {}, world.horizon_day)
    assert found
    law(found)


@pytest.mark.parametrize("seed", range(12))
def test_no_day_looks_ahead(seed: int) -> None:
    """Facts of a later horizon, cut back to a day, equal the facts of that day."""
    world = make_case(seed)
    whole = infer_succession(world.case, world.departed, {}, world.horizon_day)
    (leaver,) = world.departed
    start = epoch_day(world.departed[leaver].known_on)
    for day in (start, start + 3, start + 20, start + 55, start + 100):
        then = infer_succession(world.case, world.departed, {}, day)
        assert cut(whole[leaver].spells if leaver in whole else (), day) == (
            then[leaver].spells if leaver in then else ()
        )


@pytest.mark.parametrize("seed", range(4))
def test_what_comes_after_the_horizon_is_never_read(seed: int) -> None:
    world = make_case(seed)
    day = epoch_day(next(iter(world.departed.values())).known_on) + 25
    early = replace(
        world.case,
        occasions=tuple(one for one in world.case.occasions if one.day <= day),
        sayings=tuple(one for one in world.case.sayings if one.day <= day),
    )
    assert infer_succession(early, world.departed, {}, day) == infer_succession(world.case, world.departed, {}, day)


def test_the_order_of_people_and_departures_does_not_matter() -> None:
    world = make_case(3)
    other = world.case.people[0].uid
    departed = {**world.departed, other: left(LAST)}
    turned = replace(world.case, people=world.case.people[::-1])
    backwards = dict(reversed(departed.items()))
    assert infer_succession(world.case, departed, {}, world.horizon_day) == infer_succession(
        turned, backwards, {}, world.horizon_day
    )


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=60))
def test_no_text_breaks_it(name: str, address: str, title: str) -> None:
    people = [ANNA, titled("ben", name, title)]
    sayings = [
        said(LAST, "farewell", "anna", person=name, address=address),
        said(LAST, "colleague", "ben", value=title),
    ]
    law(infer_succession(account(people, [mail(LAST + 1, "ben")], sayings), {"anna": left()}, {}, HORIZON))


@pytest.mark.timeout(10)
@pytest.mark.parametrize("piece", ["a", "a ", "A.-", "@", "<(", "É,", "van der "])
def test_hostile_names_take_no_time(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    people = [ANNA, titled("ben", text, text)]
    sayings = [said(LAST, "farewell", "anna", person=text, address=text), said(LAST, "colleague", "ben", value=text)]
    assert infer_succession(account(people, [mail(LAST + 1, "ben")], sayings), {"anna": left()}, {}, HORIZON)
