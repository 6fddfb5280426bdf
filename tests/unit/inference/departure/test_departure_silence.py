"""Silence: who is gone quiet, who is only away, and when the clock stands still (P9)."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from graph_service.domain.facts import day_of
from graph_service.inference.casefile import Backdrop, Part
from graph_service.inference.departure.silence import prior_nats, silence_score
from tests.unit.inference.departure.cases import (
    ANNA,
    BERT,
    CARA,
    DINO,
    MONDAY,
    account,
    copy,
    inferred,
    mail,
    mails,
    saying,
    spell,
    states,
)

DAY = MONDAY + 200
END = DAY + 130
OTHERS = [one for uid in (BERT, CARA, DINO) for one in mails(uid, MONDAY, END)]


def test_silence_of_an_active_person_is_gone_quiet_and_never_departed() -> None:
    _, people = inferred(account([*mails(ANNA, MONDAY, DAY), *OTHERS]), END)
    found = states(people[ANNA])
    assert {state for state, _, _ in found} == {"watch", "gone_quiet"}
    assert found[-1][0] == "gone_quiet"
    assert spell(people[ANNA], "gone_quiet").began_on is not None
    assert copy(people[ANNA], "departure_state") == "gone_quiet"


def test_a_sign_of_life_ends_it_on_the_day() -> None:
    _, people = inferred(account([*mails(ANNA, MONDAY, DAY), *OTHERS, mail(ANNA, END - 3)]), END)
    assert states(people[ANNA])[-1][2] == END - 3
    assert copy(people[ANNA], "departure_state") == "present"


def test_unanswered_asks_make_silence_speak_sooner() -> None:
    asked = [
        replace(saying("ask", DAY + place, by_us=True, by_uid="user", asked=(ANNA,)), uid=f"ask-{place}")
        for place in (5, 12, 20, 30)
    ]
    silent = account([*mails(ANNA, MONDAY, DAY), *OTHERS])
    _, without = inferred(silent, END)
    _, with_asks = inferred(replace(silent, sayings=tuple(asked)), END)
    assert states(with_asks[ANNA])[0][1] < states(without[ANNA])[0][1]


def test_a_whole_quiet_account_is_not_a_departure_of_each_person() -> None:
    occasions = [one for uid in (ANNA, BERT, CARA, DINO) for one in mails(uid, MONDAY, DAY)]
    facts, people = inferred(account(occasions), END)
    assert [one.state for one in facts.spells] == ["account_quiet"]
    assert "gone_quiet" not in {one.state for found in people.values() for one in found.spells}


def test_leave_is_away_and_pauses_the_clock() -> None:
    reply = saying("auto_reply", DAY + 3, topic="parental_leave", by_uid=ANNA, about_uid=ANNA, until_day=END + 40)
    _, people = inferred(account([*mails(ANNA, MONDAY, DAY), *OTHERS], [reply]), END)
    assert states(people[ANNA], "away") == [("away", DAY + 3, None)]
    assert spell(people[ANNA], "away").detail == day_of(END + 40).isoformat()
    assert states(people[ANNA]) == []
    assert copy(people[ANNA], "departure_state") == "away"


def test_an_absence_ends_on_the_day_that_was_named() -> None:
    reply = saying("auto_reply", DAY, topic="out_of_office", by_uid=ANNA, about_uid=ANNA, until_day=DAY + 9)
    _, people = inferred(account([*mails(ANNA, MONDAY, DAY), *OTHERS], [reply]), DAY + 20)
    assert states(people[ANNA], "away") == [("away", DAY, DAY + 9)]


def test_days_of_an_unhealthy_source_and_of_a_shutdown_do_not_count_as_silence() -> None:
    case = account([*mails(ANNA, MONDAY, DAY), *OTHERS])
    paused = range(DAY, DAY + 80)
    frozen = Backdrop(frozen=frozenset(("email", day) for day in paused))
    shut = Backdrop(shutdown_days=frozenset(paused))
    assert states(inferred(case, DAY + 95)[1][ANNA]) != []
    assert states(inferred(case, DAY + 95, frozen)[1][ANNA]) == []
    assert states(inferred(case, DAY + 95, shut)[1][ANNA]) == []


def test_series_that_were_accepted_long_ago_are_no_signs_of_life() -> None:
    held = [
        replace(
            mail(ANNA, day), uid=f"meeting-{day}", channel="meeting", series_id="weekly",
            people=(Part(ANNA, "attendee", "accepted"),),
        )
        for day in range(MONDAY, END, 28)
    ]  # fmt: skip
    _, people = inferred(account([*mails(ANNA, MONDAY, DAY), *OTHERS, *held]), END)
    assert copy(people[ANNA], "departure_state") == "gone_quiet"


def test_somebody_of_whom_little_was_seen_is_not_called_quiet() -> None:
    _, people = inferred(account([*mails(ANNA, MONDAY, MONDAY + 12), *OTHERS]), END)
    assert "gone_quiet" not in {state for state, _, _ in states(people[ANNA])}


@given(
    st.floats(0, 3000), st.floats(0, 3000), st.integers(0, 90), st.integers(1, 900), st.floats(0, 3)
)  # fmt: skip
def test_more_silence_and_more_asks_never_lower_the_score(
    days: float, more: float, lately: int, acts: int, asks: float
) -> None:
    assert silence_score(days + more, lately, acts) >= silence_score(days, lately, acts)
    assert silence_score(days, lately, acts, asks) >= silence_score(days, lately, acts)
    assert prior_nats(days + more) >= prior_nats(days)
