"""What makes somebody departed, and what does not (P8, P10)."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_service.domain.facts import day_of, epoch_day
from graph_service.inference.casefile import Elsewhere, Job, Occasion, Person, Ruling
from tests.unit.inference.departure.cases import (
    ANNA,
    BERT,
    CARA,
    DINO,
    MONDAY,
    NAMES,
    account,
    bounce,
    copy,
    cut,
    inferred,
    mail,
    mails,
    person,
    saying,
    spell,
    states,
)

DAY = MONDAY + 140
LATER = DAY + 40


def lively() -> list[Occasion]:
    return [*mails(ANNA, MONDAY, DAY), *(one for uid in (BERT, CARA, DINO) for one in mails(uid, MONDAY, LATER))]


def test_a_farewell_is_a_departure_on_its_day_and_gives_the_last_working_day() -> None:
    told = saying("departure_said", DAY, topic="farewell", by_uid=ANNA, until_day=DAY + 9, firm="Newfirm")
    _, people = inferred(account(lively(), [told]), LATER)
    assert states(people[ANNA]) == [("departed", DAY, None)]
    found = spell(people[ANNA], "departed")
    assert (found.began_on, found.detail) == (day_of(DAY + 9), "Newfirm")
    assert any(told.uid in term.evidence for term in found.terms)
    assert copy(people[ANNA], "new_employer") == "Newfirm"
    assert states(people[BERT]) == []


def test_a_last_day_far_ahead_is_no_departure_yet() -> None:
    told = saying("departure_said", DAY, topic="farewell", by_uid=ANNA, until_day=DAY + 90)
    _, people = inferred(account(lively(), [told]), DAY + 40)
    assert "departed" not in {state for state, _, _ in states(people[ANNA])}


def test_a_colleague_is_believed_at_once_when_the_name_is_clear() -> None:
    told = saying("departure_said", DAY, topic="colleague", by_uid=BERT, value="Anna")
    _, people = inferred(account(lively(), [told]), LATER)
    assert states(people[ANNA]) == [("departed", DAY, None)]


def test_a_name_that_two_active_people_have_departs_nobody() -> None:
    everybody = [person(uid) for uid in NAMES]
    everybody[1] = replace(everybody[1], name="Anna Lund")
    told = saying("departure_said", DAY - 2, topic="colleague", by_uid=CARA, value="Anna")
    _, people = inferred(account(lively(), [told], everybody), LATER)
    assert not any(states(people[uid])[:1] == [("departed", DAY - 2, None)] for uid in (ANNA, BERT))
    assert "departed" not in {one.state for facts in people.values() for one in facts.spells}


@pytest.mark.parametrize("topic", ["hint", "internal_move"])
def test_hints_and_inner_moves_are_no_departures(topic: str) -> None:
    told = saying("departure_said", DAY, topic=topic, by_uid=BERT, value="Anna Berg")
    _, people = inferred(account(lively(), [told]), LATER - 25)
    assert states(people[ANNA]) == []


def test_a_rumour_on_our_own_side_is_no_evidence() -> None:
    told = saying("departure_said", DAY, topic="colleague", by_uid="user", by_us=True, value="Anna Berg")
    _, people = inferred(account(lively(), [told]), LATER - 25)
    assert states(people[ANNA]) == []


def test_acts_after_the_evidence_take_it_back() -> None:
    told = saying("departure_said", DAY, topic="colleague", by_uid=BERT, value="Anna Berg")
    back = [mail(ANNA, DAY + 20), mail(ANNA, DAY + 24)]
    _, people = inferred(account([*lively(), *back], [told]), LATER)
    assert states(people[ANNA]) == [("departed", DAY, DAY + 20)]
    assert copy(people[ANNA], "departure_state") == "present"


@pytest.mark.parametrize(
    ("quote", "expected"), [("left the company", True), ("no longer there", True), ("left voicemail", False)]
)
def test_a_note_of_the_crm_counts_when_it_names_the_reason(quote: str, *, expected: bool) -> None:
    note = saying("crm_note", DAY, topic="Contact", about_uid=ANNA, by_us=True, quote=quote)
    _, people = inferred(account(lively(), [note]), DAY + 10)
    assert (copy(people[ANNA], "departure_state") == "departed") is expected


def test_an_automatic_reply_that_says_left_names_the_new_employer() -> None:
    reply = saying("auto_reply", DAY, topic="left", by_uid=ANNA, about_uid=ANNA, firm="Newfirm")
    _, people = inferred(account(lively(), [reply]), DAY + 10)
    assert states(people[ANNA]) == [("departed", DAY, None)]
    assert spell(people[ANNA], "departed").detail == "Newfirm"


def test_a_dead_address_after_silence_is_a_departure_and_a_full_mailbox_is_none() -> None:
    dead = [bounce(ANNA, DAY + 30), bounce(ANNA, DAY + 35)]
    full = [bounce(ANNA, DAY + 30, "full", "soft"), bounce(ANNA, DAY + 35, "full", "soft")]
    _, gone = inferred(account(lively(), dead), LATER)
    _, here = inferred(account(lively(), full), LATER)
    assert copy(gone[ANNA], "departure_state") == "departed"
    assert "departed" not in {state for state, _, _ in states(here[ANNA])}


def test_a_bounce_is_taken_back_when_mail_arrives_again() -> None:
    sent = [mail(ANNA, DAY + 40, inbound=False)]
    _, people = inferred(account([*lively(), *sent], [bounce(ANNA, DAY + 30), bounce(ANNA, DAY + 32)]), DAY + 44)
    assert copy(people[ANNA], "departure_state") in {"present", "watch"}


def test_three_dead_addresses_of_one_domain_are_one_event_of_the_account() -> None:
    """A domain migration departs nobody for good."""
    dead = [bounce(uid, DAY + place) for place, uid in enumerate((BERT, CARA, DINO))]
    sent = [mail(uid, DAY - 1, inbound=False) for uid in NAMES]
    facts, people = inferred(account([*lively(), *sent], dead), LATER)
    assert [(one.kind, one.state, one.detail) for one in facts.spells] == [("event", "domain_moved", "acme.example")]
    assert {copy(one, "departure_state") for one in people.values()} <= {"present", "watch", "gone_quiet"}
    assert copy(facts, "departed_count") == 0


def test_a_profile_that_ends_the_job_is_a_departure_and_a_seat_on_a_board_is_none() -> None:
    here = Job("Acme", "Planner", MONDAY - 900, None, MONDAY, is_here=True)
    ended = Job("Acme", "Planner", MONDAY - 900, DAY, DAY + 12, is_here=True)
    board = Job("Other Club", "Board member", DAY, None, DAY + 12, is_here=False)
    others = [person(uid) for uid in (BERT, CARA, DINO)]
    _, gone = inferred(account(lively(), people=[person(ANNA, [here, ended]), *others]), LATER)
    _, stays = inferred(account(lively(), people=[person(ANNA, [here, board]), *others]), DAY + 15)
    assert [state[:2] for state in states(gone[ANNA])][-1] == ("departed", DAY + 12)
    assert states(stays[ANNA]) == []


def test_a_new_employer_that_is_heard_of_later_opens_a_spell_with_its_name() -> None:
    here = Job("Acme", "Planner", MONDAY - 900, None, MONDAY, is_here=True)
    there = Job("Newfirm", "Head of Planning", DAY + 5, None, DAY + 30, is_here=False)
    told = saying("departure_said", DAY, topic="farewell", by_uid=ANNA, until_day=DAY)
    people = [person(ANNA, [here, there]), *(person(uid) for uid in (BERT, CARA, DINO))]
    _, facts = inferred(account(lively(), [told], people), LATER)
    assert [(one.state, epoch_day(one.valid_from), one.detail) for one in facts[ANNA].spells] == [
        ("departed", DAY, ""),
        ("departed", DAY + 30, "Newfirm"),
    ]


def test_somebody_first_seen_at_another_account_after_the_last_act_has_gone_there() -> None:
    moved = replace(person(ANNA), elsewhere=(Elsewhere("other", "Newfirm", "anna-2", DAY + 25),))
    _, people = inferred(account(lively(), people=[moved, *(person(uid) for uid in (BERT, CARA, DINO))]), LATER + 60)
    assert copy(people[ANNA], "departure_state") == "departed"
    assert copy(people[ANNA], "new_employer") == "Newfirm"


def test_people_who_moved_together_to_another_name_of_the_firm_have_not_left() -> None:
    place = Elsewhere("acme-new", "acme-new.example", "s", DAY)
    everybody = [replace(person(uid), elsewhere=(replace(place, stakeholder_uid=uid + "2"),)) for uid in NAMES]
    occasions = [one for uid in NAMES for one in mails(uid, MONDAY, DAY)]
    _, people = inferred(account(occasions, people=everybody), DAY + 120)
    assert {copy(one, "departure_state") for one in people.values()} == {"present"}


def test_a_person_of_ours_decides_and_new_evidence_may_come_after() -> None:
    """M3, P10: pins hold; "not departed" ends what was known until then."""
    told = saying("departure_said", DAY, topic="colleague", by_uid=BERT, value="Anna Berg")
    denied = replace(person(ANNA), rulings=(Ruling("not_departed", DAY + 5, "r1"),))
    claimed = replace(person(ANNA), rulings=(Ruling("departed", DAY + 5, "r2"),))
    others = [person(uid) for uid in (BERT, CARA, DINO)]
    _, stays = inferred(account(lively(), [told], [denied, *others]), DAY + 20)
    _, left = inferred(account([*lively(), mail(ANNA, DAY + 9)], [], [claimed, *others]), DAY + 20)
    assert states(stays[ANNA]) == [("departed", DAY, DAY + 5)]
    assert states(left[ANNA]) == [("departed", DAY + 5, None)]
    assert left[ANNA].scores[0][1].terms[-1].evidence == ("r2",)


def ruled(*rulings: Ruling) -> list[Person]:
    return [replace(person(ANNA), rulings=rulings), *(person(uid) for uid in (BERT, CARA, DINO))]


@pytest.mark.parametrize("last", [DAY - 9, DAY + 40], ids=["gone already", "leaving"])
def test_a_confirmed_departure_begins_on_the_given_last_day_and_is_known_from_the_day_it_was_said(last: int) -> None:
    said = Ruling("departed", DAY + 5, "r1", last_day=last, employer="Newfirm")
    _, people = inferred(account(lively(), people=ruled(said)), LATER)
    assert states(people[ANNA]) == [("departed", DAY + 5, None)]
    found = spell(people[ANNA], "departed")
    assert (found.began_on, found.detail) == (day_of(last), "Newfirm")
    assert copy(people[ANNA], "new_employer") == "Newfirm"
    assert "departed" not in {
        state for state, _, _ in states(inferred(account(lively(), people=ruled(said)), DAY + 4)[1][ANNA])
    }


def test_what_one_of_us_says_of_somebody_who_is_known_to_have_left_opens_a_spell_with_it() -> None:
    """The word of a person of ours goes before signs and guesses, from its day on and not before."""
    told = saying("departure_said", DAY, topic="farewell", by_uid=ANNA, until_day=DAY + 3, firm="Otherfirm")
    said = Ruling("departed", DAY + 20, "r1", last_day=DAY + 1, employer="Newfirm")
    _, people = inferred(account(lively(), [told], ruled(said)), LATER)
    assert states(people[ANNA]) == [("departed", DAY, DAY + 20), ("departed", DAY + 20, None)]
    assert [(one.began_on, one.detail) for one in people[ANNA].spells] == [
        (day_of(DAY + 3), "Otherfirm"), (day_of(DAY + 1), "Newfirm"),
    ]  # fmt: skip
    assert "r1" in {uid for term in people[ANNA].spells[-1].terms for uid in term.evidence}


def test_a_confirmation_without_a_last_day_leaves_the_guess_and_the_newest_decision_holds_whole() -> None:
    told = saying("departure_said", DAY, topic="farewell", by_uid=ANNA, until_day=DAY + 3)
    first = Ruling("departed", DAY + 5, "r1", last_day=DAY + 1, employer="Newfirm")
    again, denied = Ruling("departed", DAY + 9, "r2"), Ruling("not_departed", DAY + 9, "r2")
    _, plain = inferred(account(lively(), [told], ruled(again)), LATER)
    assert [one.began_on for one in plain[ANNA].spells] == [day_of(DAY + 3)]
    _, twice = inferred(account(lively(), [told], ruled(first, again)), LATER)
    assert [(one.began_on, one.detail) for one in twice[ANNA].spells[1:]] == [
        (day_of(DAY + 1), "Newfirm"), (day_of(DAY + 3), ""),
    ]  # fmt: skip
    _, back = inferred(account(lively(), [told], ruled(first, denied)), DAY + 12)
    assert copy(back[ANNA], "departure_state") == "present"
    assert copy(back[ANNA], "new_employer") == ""


rulings = st.lists(
    st.builds(
        Ruling, st.sampled_from(["departed", "not_departed", "champion"]), st.integers(MONDAY, LATER),
        st.sampled_from(["r1", "r2", "r3"]), st.just("u"), st.none() | st.integers(MONDAY - 400, LATER + 400),
        st.sampled_from(["", "Newfirm", "Otherfirm"]),
    ),
    max_size=4, unique_by=lambda one: one.day,
)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(rulings, st.integers(MONDAY, LATER))
def test_decisions_of_people_never_look_ahead_and_add_up(decided: list[Ruling], day: int) -> None:
    """No look into the future, whatever last days are given; a probability is the sum of its terms."""
    told = saying("departure_said", DAY, topic="farewell", by_uid=ANNA, until_day=DAY + 3, firm="Otherfirm")
    case = account(lively(), [told], ruled(*decided))
    late, then = inferred(case, LATER)[1][ANNA], inferred(case, day)[1][ANNA]
    assert cut(late, day) == (list(then.series), list(then.spells))
    for one in late.spells:
        assert one.probability is None or abs(sum(term.value for term in one.terms) - one.probability) < 1e-9


HOSTILE = ("left the " * 12_500, "no longer " * 10_000, " " * 100_000, "a@" * 50_000, "Board " * 17_000, "é" * 100_000)


@pytest.mark.timeout(10)
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_cost_no_time(text: str) -> None:
    sayings = [
        saying("crm_note", DAY, topic=text, about_uid=ANNA, by_us=True, quote=text),
        saying("departure_said", DAY, topic="colleague", by_uid=BERT, value=text),
        saying("bounce", DAY, topic="hard", about_uid=ANNA, value=text),
    ]
    jobs = [
        Job("Acme", "Planner", None, None, MONDAY, is_here=True),
        Job(text, text, DAY, None, DAY + 3, is_here=False),
    ]
    everybody = [person(ANNA, jobs), *(person(uid) for uid in (BERT, CARA, DINO))]
    assert set(inferred(account(lively(), sayings, everybody), LATER)[1]) == set(NAMES)


@given(
    st.text(max_size=60), st.text(max_size=60), st.sampled_from(["farewell", "colleague", "successor", "left", "hard"]),
    st.sampled_from(["departure_said", "auto_reply", "crm_note", "bounce"]), st.none() | st.integers(-10**6, 10**6),
    st.none() | st.integers(0, 40_000), st.none() | st.integers(0, 40_000),
)  # fmt: skip
def test_arbitrary_sayings_and_jobs_raise_nothing(
    one: str, two: str, topic: str, kind: str, until: int | None, start: int | None, end: int | None
) -> None:
    told = saying(kind, DAY, topic=topic, by_uid=BERT, about_uid=ANNA, value=one, quote=two, firm=two, until_day=until)
    jobs = [Job(one, two, start, end, DAY, is_here=True), Job(two, one, end, start, DAY, is_here=False)]
    everybody = [person(ANNA, jobs), *(person(uid) for uid in (BERT, CARA, DINO))]
    facts, people = inferred(account([mail(ANNA, DAY - 9), mail(BERT, DAY - 3)], [told], everybody), DAY + 30)
    assert facts.uid == "acme"
    assert set(people) == set(NAMES)
