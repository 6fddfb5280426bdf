"""Labels that arrive by themselves (M3): what tells first decides, nothing of later is used, our word is no claim."""

from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_service.resolvers.explaining_labels import champion_labels, departure_labels
from graph_service.resolvers.explaining_rows import ClaimedSource

DAY = 86_400_000
LATE = 1000
QUIET = ("gone_quiet", 100, None, 0.6, 80, False)
NOBODY = ClaimedSource("s1", [], [], [], [], [])
SILENT = replace(NOBODY, claims=[QUIET])
CHANCES = ("departure_probability", [90, 100, 110], [0.1, 0.6, 0.7])


def labels(person: ClaimedSource, day: int = LATE) -> list[tuple[float, bool]]:
    found = departure_labels([person], day)
    return list(zip(found.said, found.came, strict=True))


def test_a_claim_of_which_nothing_is_heard_stays_open() -> None:
    assert labels(SILENT) == []
    assert departure_labels([SILENT], LATE).unresolved == 1


def test_who_is_heard_of_again_had_not_left() -> None:
    assert labels(replace(SILENT, seen_days=[101, 140])) == [(0.6, False)]


def test_mail_up_to_the_last_working_day_proves_nothing() -> None:
    leaving = ("departed", 100, None, 0.95, 105, False)
    assert labels(replace(NOBODY, claims=[leaving], seen_days=[103, 105])) == []
    assert labels(replace(NOBODY, claims=[leaving], seen_days=[103, 106])) == [(0.95, False)]


def test_harder_evidence_later_proves_a_claim_right() -> None:
    gone = ("departed", 130, None, 0.97, 80, False)
    assert labels(replace(NOBODY, claims=[QUIET, gone])) == [(0.6, True)]
    assert labels(replace(SILENT, sign_days=[100])) == [], "the sign that made the claim is no second one"
    assert labels(replace(SILENT, sign_days=[100, 120])) == [(0.6, True)]


def test_what_tells_first_decides() -> None:
    assert labels(replace(SILENT, seen_days=[120], sign_days=[140])) == [(0.6, False)]
    assert labels(replace(SILENT, seen_days=[140], sign_days=[120])) == [(0.6, True)]


@pytest.mark.parametrize(("kind", "right"), [("departed", True), ("not_departed", False)])
def test_what_one_of_us_decides_settles_the_claim(kind: str, right: bool) -> None:
    assert labels(replace(SILENT, rulings=[(kind, 120 * DAY)], numbers=[CHANCES])) == [(0.6, right)]


def test_a_decision_before_any_claim_is_judged_against_the_day_before() -> None:
    early = replace(NOBODY, rulings=[("departed", 100 * DAY)], numbers=[CHANCES])
    assert labels(early) == [(0.1, True)]


def test_what_one_of_us_said_is_no_claim_of_ours() -> None:
    ruled = ("departed", 100, None, 0.99, 80, True)
    assert labels(replace(NOBODY, claims=[ruled], seen_days=[140])) == []


def test_nothing_of_later_is_used() -> None:
    person = replace(SILENT, seen_days=[140], rulings=[("not_departed", 150 * DAY)], numbers=[CHANCES])
    assert labels(person, 139) == []
    assert labels(person, 140) == [(0.6, False)]
    assert departure_labels([person], 99).unresolved == 0


def test_champions_are_judged_by_what_people_decided() -> None:
    numbers = [("champion_probability", [90, 100], [0.3, 0.8])]
    person = replace(NOBODY, rulings=[("champion", 100 * DAY), ("not_champion", 101 * DAY)], numbers=numbers)
    found = champion_labels([person], LATE)
    assert (found.said, found.came, found.unresolved) == ((0.3, 0.8), (True, False), 0)
    assert champion_labels([person], 100).said == (0.3,)


def test_days_are_those_of_the_workspace() -> None:
    numbers = [("champion_probability", [100, 101], [0.3, 0.8])]
    night = replace(NOBODY, rulings=[("champion", 101 * DAY + 23 * 3_600_000)], numbers=numbers)
    assert champion_labels([night], LATE).said == (0.3,)
    assert champion_labels([night], LATE, ZoneInfo("Europe/Berlin")).said == (0.8,)


CLAIMS = st.builds(
    lambda state, day, chance: (state, day, None, chance, None, False),
    st.sampled_from(["watch", "gone_quiet", "departed"]), st.integers(0, 50), st.floats(0, 1),
)  # fmt: skip
PEOPLE = st.builds(
    lambda claims, seen, signs: replace(
        NOBODY, claims=sorted(claims, key=lambda one: one[1]), seen_days=sorted(seen), sign_days=sorted(signs)
    ),
    st.lists(CLAIMS, max_size=4), st.lists(st.integers(0, 60)), st.lists(st.integers(0, 60)),
)  # fmt: skip


@given(st.lists(PEOPLE, max_size=4), st.integers(0, 70))
def test_every_claim_known_by_a_day_is_labelled_or_open_and_order_does_not_matter(
    people: list[ClaimedSource], day: int
) -> None:
    found = departure_labels(people, day)
    assert len(found.said) == len(found.came)
    assert len(found.said) + found.unresolved == sum(one[1] <= day for person in people for one in person.claims)
    assert departure_labels(list(reversed(people)), day) == found


@given(PEOPLE, st.integers(0, 70))
def test_a_label_is_never_taken_back(person: ClaimedSource, day: int) -> None:
    assert len(departure_labels([person], day).said) <= len(departure_labels([person], day + 1).said)
