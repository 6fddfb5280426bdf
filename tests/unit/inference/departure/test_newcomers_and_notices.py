"""A newcomer who names whom they follow, and a social network's notice, say that somebody left; a guess does not."""

from graph_service.inference.casefile import Occasion
from graph_service.inference.inferred import Inferred
from tests.unit.inference.departure.cases import (
    ANNA,
    BERT,
    CARA,
    DINO,
    MONDAY,
    account,
    copy,
    inferred,
    mails,
    saying,
    states,
)

DAY = MONDAY + 140
LATER = DAY + 40


def lively() -> list[Occasion]:
    """Everybody acts, Anna until the day."""
    return [*mails(ANNA, MONDAY, DAY), *(one for uid in (BERT, CARA, DINO) for one in mails(uid, MONDAY, LATER))]


def annas(until: int = LATER, **said: object) -> Inferred:
    """Return what is believed of Anna after something was said on the day."""
    told = saying("departure_said", DAY, **said)
    return inferred(account(lively(), [told]), until)[1][ANNA]


def test_a_newcomer_who_names_whom_they_follow_is_believed_at_once() -> None:
    found = annas(topic="successor", by_uid=BERT, value="Anna Berg", confidence=0.88)
    assert states(found) == [("departed", DAY, None)]


def test_a_newcomer_who_is_not_sure_is_not_taken_at_their_word() -> None:
    found = annas(DAY + 1, topic="successor", by_uid=BERT, value="Anna Berg", confidence=0.7)
    assert states(found) == []


def test_a_notice_of_a_network_is_a_departure_that_names_the_new_employer() -> None:
    found = annas(topic="network", about_uid=ANNA, value="Anna Berg", firm="Newfirm", confidence=0.8)
    assert states(found) == [("departed", DAY, None)]
    assert copy(found, "new_employer") == "Newfirm"


def test_a_notice_without_a_firm_may_be_of_a_new_job_here() -> None:
    assert states(annas(DAY + 1, topic="network", about_uid=ANNA, value="Anna Berg", confidence=0.5)) == []


def test_a_notice_that_speaks_of_nobody_known_says_nothing() -> None:
    assert states(annas(DAY + 1, topic="network", value="Anna Berg", firm="Newfirm", confidence=0.8)) == []
