"""Releases find the past requests they answer (A7), each with terms, and near misses are left alone."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.people_topics import NEW_WORDS, PLANTED_RECALL, PRECISION, RECALL, SYMPTOMS, auto_listed, planted
from graph_service.inference.topics.answers import ACCEPTED, AUTO, REJECTED, REVIEW, answers_of
from graph_service.inference.topics.limits import Limits, limits_of
from graph_service.inference.topics.records import ReleaseAnswer, ReleaseNote
from tests.unit.inference.topics.makers import release, request

SSO = release("r1", "Single sign-on: people sign in with the identity provider of their firm.", day=200)


def listed(quote: str, *items: str, value: str = "", topic: str = "") -> list[ReleaseAnswer]:
    notes = release("r1", *items) if items else SSO
    found = answers_of([notes], [request("q1", quote, value=value, topic=topic)], 300)
    return [one for one in found if one.state == AUTO]


@pytest.mark.parametrize("name", ["first", "second", "third"])
def test_a_planted_set_of_300_requests_is_answered_with_few_errors(name: str) -> None:
    judged = planted(name)
    assert (len(judged.releases), len(judged.requests)) == (12, 300)
    assert sum(want.startswith("not ") for want in judged.wanted.values()) == 60
    found = [(one.request_uid, one.release_uid) for one in auto_listed(judged)]
    right = len(set(found) & set(judged.truth.items()))
    assert right / len(found) >= PRECISION
    assert right / len(judged.truth) >= PLANTED_RECALL


@pytest.mark.parametrize("name", SYMPTOMS)
def test_requests_that_only_say_what_goes_wrong_are_answered_with_few_errors(name: str) -> None:
    judged = planted(name)
    found = {(one.request_uid, one.release_uid) for one in auto_listed(judged)}
    right = len(found & set(judged.truth.items()))
    assert right / len(found) >= PRECISION
    assert right / len(judged.truth) >= RECALL


def test_complaints_in_words_of_their_own_are_rather_missed_than_answered_wrongly() -> None:
    judged = planted(NEW_WORDS)
    found = {(one.request_uid, one.release_uid) for one in auto_listed(judged)}
    assert len(found & set(judged.truth.items())) >= PRECISION * len(found) > 0


def test_a_question_why_they_have_to_is_a_wish_and_another_question_is_none() -> None:
    assert listed("Why do I have to sign in again when I am already signed in to Windows?")
    assert not listed("Why did you build the single sign-on?")


@pytest.mark.parametrize(
    "quote",
    ["Is SSO on your roadmap?", "Could we log in with our company accounts?", "Our IT insists on SAML."],
)
def test_a_wish_in_other_words_is_answered(quote: str) -> None:
    assert [one.item for one in listed(quote)] == [SSO.items[0]]


@pytest.mark.parametrize(
    "quote",
    [
        "SSO works but SAML fails.",
        "Thanks for the single sign-on!",
        "We do not need SSO.",
        "The single sign-on is great.",
        "Could the log of failed logins be sent to our SIEM?",
    ],
)
def test_praise_faults_and_what_is_not_needed_are_no_wish(quote: str) -> None:
    assert listed(quote) == []


@pytest.mark.parametrize(
    ("quote", "item"),
    [
        ("Is there a Greek version?", "The interface is now available in Turkish and Polish."),
        ("Could messages go to Slack?", "Messages can be posted to Microsoft Teams."),
        ("Can guests pay with PayPal?", "Guests can pay by credit card."),
        ("We need the list as PDF.", "Lists can be exported to Excel."),
    ],
)
def test_another_one_of_its_kind_is_no_answer(quote: str, item: str) -> None:
    assert listed(quote, item) == []


@pytest.mark.parametrize(
    "item",
    [
        "Fixed: the dark theme flickered.",
        "Removed the dark theme.",
        "The dark theme will be removed in spring.",
        "A dark theme is planned for the next release.",
        "Renamed the dark theme.",
        "New colours. A dark theme is not yet supported.",
    ],
)
def test_repairs_removals_and_promises_are_not_listed_by_themselves(item: str) -> None:
    assert listed("Could you add a dark mode?", item) == []
    assert listed("Could you add a dark mode?", "A dark theme for the evening.") != []


def test_an_announced_wish_is_read_from_what_followed() -> None:
    assert listed("I have one more wish.", value="undo the last steps", topic="announced") == []
    assert listed("I have one more wish.", "Undo: take back steps.", value="undo the last steps", topic="announced")


def test_a_common_issue_key_is_certain() -> None:
    (one,) = listed("Any news of CORE-417?", "Faster lists (CORE-417).")
    assert (one.score.value, [term.name for term in one.score.terms]) == (1.0, ["issue key"])
    assert listed("Please read UTF-8 files.", "UTF-8 in names of rooms.") == []


def test_only_what_was_asked_before_the_release_shipped_is_answered() -> None:
    asked = [request(f"q{day}", "We need single sign-on.", day=day) for day in (199, 200, 201)]
    assert [one.request_uid for one in answers_of([SSO], asked, 300)] == ["q199"]


def test_an_answer_is_known_when_the_release_is_and_not_before() -> None:
    late = release("r1", *SSO.items, day=200, known=220)
    asked = [request("q1", "We need single sign-on.")]
    assert answers_of([late], asked, 219) == []
    assert [one.known_day for one in answers_of([late], asked, 220)] == [220]


def test_what_one_release_answered_is_put_before_a_person_for_the_next() -> None:
    again = release("r2", "Single sign-on now for guests too.", day=230)
    states = [(one.release_uid, one.state) for one in answers_of([again, SSO], [request("q1", "We need SSO.")], 300)]
    assert states == [("r1", AUTO), ("r2", REVIEW)]


def test_names_of_own_features_alone_are_no_answer() -> None:
    found = answers_of(
        [release("r1", "Approvals: new order of the buttons.")],
        [request("q1", "Approvals need a deputy for holidays.")], 300, features=("approvals",),
    )  # fmt: skip
    assert [one for one in found if one.state == AUTO] == []


def test_notes_without_items_are_read_by_line() -> None:
    notes = ReleaseNote("r1", "Spring", (), "Small things\nAn undo for the plan.", 200, 200)
    assert [one.item for one in answers_of([notes], [request("q1", "Please give us an undo.")], 300)] == [
        "An undo for the plan."
    ]


def test_each_score_is_the_sum_of_its_terms_with_the_request_as_evidence() -> None:
    judged = planted("first")
    for one in answers_of(judged.releases, judged.requests, 10**6):
        assert one.score.value == pytest.approx(sum(term.value for term in one.score.terms), abs=1e-9)
        assert all(term.evidence == (one.request_uid,) for term in one.score.terms)


def test_order_of_input_does_not_matter_and_the_future_changes_nothing() -> None:
    judged = planted("second")
    whole = answers_of(judged.releases, judged.requests, 10**6)
    mixed_releases, mixed_requests = list(judged.releases), list(judged.requests)
    Random(3).shuffle(mixed_releases)
    Random(4).shuffle(mixed_requests)
    assert answers_of(mixed_releases, mixed_requests, 10**6) == whole
    for notes in judged.releases[::3]:
        day = notes.known_day
        assert answers_of(judged.releases, judged.requests, day) == [one for one in whole if one.known_day <= day]


def test_what_somebody_accepted_or_rejected_stays_so_however_well_it_fits() -> None:
    near, far = request("q1", "We need single sign-on."), request("q2", "Our printer is loud.")
    assert [one.state for one in answers_of([SSO], [near, far], 300)] == [AUTO]
    judged = answers_of([SSO], [near, far], 300, judged={("r1", "q1"): False, ("r1", "q2"): True})
    assert [(one.request_uid, one.state) for one in judged] == [("q1", REJECTED), ("q2", ACCEPTED)]
    for one in judged:
        assert one.score.value == pytest.approx(sum(term.value for term in one.score.terms), abs=1e-9)


def test_what_a_release_was_rejected_for_is_listed_by_itself_for_the_next() -> None:
    asked, again = [request("q1", "We need SSO.")], release("r2", "Single sign-on now for guests too.", day=230)
    found = answers_of([again, SSO], asked, 300, judged={("r1", "q1"): False})
    assert [(one.release_uid, one.state) for one in found] == [("r1", REJECTED), ("r2", AUTO)]


def test_many_rejected_answers_leave_the_others_to_people() -> None:
    asked = [
        request(f"q{place:02}", "Our auditors want us to sign in with SAML.", account=f"a{place}")
        for place in range(25)
    ]
    before = answers_of([SSO], asked, 300)
    assert {one.state for one in before} == {AUTO}
    assert before[0].score.value < 0.9
    found = answers_of([SSO], asked, 300, judged={one.pair: False for one in before[:20]})
    assert [one.state for one in found] == [REJECTED] * 20 + [REVIEW] * 5


def test_limits_follow_what_people_accepted() -> None:
    sure = [(0.6 + place / 1_000, True) for place in range(60)]
    doubtful = [(0.5 + place / 1_000, place % 2 == 0) for place in range(60)]
    high = limits_of([*sure, *doubtful]).high
    assert 0.5 < high <= 0.6
    assert limits_of(sure[:5]) == Limits()
    assert limits_of([(0.8, False)] * 40).high >= 0.8


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=300), st.text(max_size=300), st.text(max_size=40))
def test_no_text_breaks_the_matching(quote: str, item: str, value: str) -> None:
    for one in answers_of([release("r1", item)], [request("q1", quote, value=value)], 300, features=(value,)):
        assert one.score.value <= 1.0 + 1e-9


@pytest.mark.timeout(10)
@pytest.mark.parametrize(
    "piece", ["a", "no ", "instead of a ", "the ", "- ", "planned for ", "works fine, but ", "A-1"]
)
def test_hostile_texts_of_100_kb_are_read_in_time(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    answers_of(
        [release("r1", text), ReleaseNote("r2", text, (), text, 210, 210)], [request("q1", text, value=text)], 300
    )
