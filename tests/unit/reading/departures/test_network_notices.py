"""What social networks write of people with a new job: who and where; people and other machines write no notices."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_service.reading.departures.network_notices import read_network_notices

FOOT = "See what your network is up to. Unsubscribe."


def told(subject: str, text: str = FOOT, *, is_automatic: bool = True) -> list[tuple[str, str]]:
    """Return (person, new employer) of a notice."""
    found = read_network_notices(subject, text, is_automatic=is_automatic)
    assert all((one.kind, one.topic) == ("departure_said", "network") for one in found)
    return [(one.value, one.firm) for one in found]


@pytest.mark.parametrize(
    ("subject", "text", "firm"),
    [
        (
            "Ada Lane has a new job: congratulate her",
            f"Ada started at Globex Group. Say congrats. {FOOT}",
            "Globex Group",
        ),
        ("Congratulate Ada Lane on starting a new position", FOOT, ""),
        ("Congratulate Ada Lane on starting a new job at Globex Ltd", FOOT, "Globex Ltd"),
        ("Ada Lane started a new position", "Ada Lane started a new position as Head of Data at Globex.", "Globex"),
        ("Ada Lane is now Head of Data at Globex", FOOT, "Globex"),
        ("Gratulieren Sie Ada Lane zur neuen Stelle bei Globex", "Ihr Netzwerk. Abmelden", "Globex"),
        ("Ada Lane hat eine neue Position als Leiterin bei Globex AG", "Profil ansehen", "Globex AG"),
        ("Félicitez Ada Lane pour son nouveau poste chez Globex", "Votre réseau", "Globex"),
        ("Ada Lane tiene un nuevo empleo en Globex", "Tu red", "Globex"),
    ],
)
def test_a_notice_tells_who_has_a_new_job_and_where(subject: str, text: str, firm: str) -> None:
    assert told(subject, text) == [("Ada Lane", firm)]


def test_a_digest_tells_of_each_person_in_its_own_words() -> None:
    text = (
        "Your network\nAda Lane has a new position as Buyer at Globex.\n"
        "Ida Berg is celebrating a work anniversary.\nKai Moss has started a new job at Elm Works."
    )
    assert told("Bo, see who has news", text) == [("Ada Lane", "Globex"), ("Kai Moss", "Elm Works")]
    for one in read_network_notices("Bo, see who has news", text, is_automatic=True):
        assert text[one.start : one.end] == one.quote


def test_a_notice_without_a_firm_is_less_sure() -> None:
    (bare,) = read_network_notices("Ada Lane has a new job", FOOT, is_automatic=True)
    (named,) = read_network_notices("Ada Lane has a new job at Globex", FOOT, is_automatic=True)
    assert bare.confidence < named.confidence < 0.9


@pytest.mark.parametrize(
    "subject",
    [
        "Congratulate Ada Lane on 5 years at Globex", "Globex is hiring: new job for you",
        "New job alert: Buyer at Globex",
        "Ada Lane is looking for a new job", "Does Ada Lane have a new job?", "Ada Lane commented on a new job",
        "Wish Ada Lane a happy birthday", "The new position paper is here", "If Ada Lane has a new job",
    ],
)  # fmt: skip
def test_other_news_of_machines_is_no_new_job(subject: str) -> None:
    assert told(subject) == []


def test_a_humans_words_are_no_notice_and_an_unmarked_machines_are() -> None:
    assert told("Ada Lane has a new job", "Hi Bo, did you hear? Best, Cleo", is_automatic=False) == []
    assert told("Ada Lane has a new job", is_automatic=False) == [("Ada Lane", "")]


def test_a_newsletter_that_names_people_in_passing_is_no_notice() -> None:
    assert told("Weekly news", "Ada Lane joined Globex as Head of Data. Unsubscribe") == []


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "piece", ["Ada Lane has ", "Congratulate Ada ", "A", "Ada Lane is now ", "at Globex and ", "\n", "ab. "]
)
def test_hostile_text_is_read_in_bounded_time(piece: str) -> None:
    text = (piece * 100_000)[:100_000]
    read_network_notices("Ada Lane has a new job", text, is_automatic=True)
    read_network_notices(text, "your network", is_automatic=True)


@settings(deadline=None)
@given(st.text(max_size=200), st.text(max_size=300))
def test_any_text_raises_nothing(subject: str, text: str) -> None:
    read_network_notices(subject, f"your network {text}", is_automatic=True)
