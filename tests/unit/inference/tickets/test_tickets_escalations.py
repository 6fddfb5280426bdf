"""Escalations: several signs, or words that leave no doubt; a single urgent ticket is daily work."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_service.domain.facts import SpellFact, epoch_day
from graph_service.inference.casefile import Backdrop, CaseFile
from graph_service.inference.tickets.escalations import sign_of
from graph_service.inference.tickets.ticket_facts import infer_tickets
from tests.unit.inference.tickets.worlds import START, account, comment, said, ticket, usual


def escalations(case: CaseFile, horizon: int = START + 220) -> list[SpellFact]:
    return [one for one in infer_tickets(case, Backdrop(), horizon).spells if one.kind == "escalation"]


def test_one_urgent_ticket_or_two_are_no_escalation() -> None:
    assert escalations(account(*usual(), ticket(100, 1, "urgent"), ticket(102, 2, "urgent"))) == []


def test_urgent_and_chased_is_an_escalation_until_two_weeks_are_quiet() -> None:
    chased = [comment(101, "t100-1"), comment(103, "t100-1"), ticket(100, 2, "urgent"), ticket(100, 1, "urgent")]
    asked = comment(100, "t100-1")
    (spell,) = escalations(account(*usual(), *chased, asked))
    assert epoch_day(spell.valid_from) == START + 103
    assert spell.valid_to is not None
    assert epoch_day(spell.valid_to) == START + 115  # the chase of day 101 and the tickets of day 100 have aged
    assert {term.name: term.value for term in spell.terms} == {"urgent": 2.0, "chased": 2.0}
    assert all(term.evidence for term in spell.terms)


def test_an_answer_of_ours_between_two_comments_is_no_chasing() -> None:
    talk = [comment(place, "t100-1", way, place) for place in range(101, 108) for way in ("inbound", "outbound")]
    opened = ticket(100, 1, "urgent"), ticket(100, 2, "urgent")
    answered = [one for one in talk if one.direction == "outbound" or one.day > START + 101]
    ordered = sorted(answered, key=lambda one: (one.day, one.direction == "inbound"))
    assert escalations(account(*usual(), *opened, *ordered)) == []


def test_plain_words_of_customers_with_a_marked_ticket_are_an_escalation_and_ours_are_not() -> None:
    quote = "This is unacceptable, I have to escalate it."
    marked = ticket(100, 1, tags=("escalated",))
    assert escalations(account(*usual(), marked, sayings=(said(101, quote),)))
    assert escalations(account(*usual(), marked, sayings=(said(101, quote, by_us=True),))) == []


@pytest.mark.parametrize(
    ("quote", "sign"),
    [
        ("We will escalate this to your CEO.", "threat"),
        ("No need to escalate, thanks.", ""),
        ("We may have to terminate the contract.", "threat"),
        ("This is the third time the export fails.", "complaint"),
        ("Wir warten immer noch nicht gern, immer noch keine Antwort.", "complaint"),
        ("Thanks, that was quick.", ""),
        ("", ""),
    ],
)
def test_signs_are_read_from_words(quote: str, sign: str) -> None:
    assert sign_of(said(1, quote)) == sign


def test_a_friendly_sentence_is_no_sign() -> None:
    assert sign_of(said(1, "For the third time: thank you!", kind="sentiment", topic="pos")) == ""


@given(st.text(max_size=300))
def test_any_text_is_read(quote: str) -> None:
    assert sign_of(said(1, quote)) in {"", "threat", "complaint"}


@pytest.mark.timeout(10)
@pytest.mark.parametrize(
    "piece", ["not ", "never a b ", "still waiting ", "for ", "(" * 3, "escalat", "\n\t ", "12345"]
)
def test_hostile_text_is_read_in_time(piece: str) -> None:
    quote = piece * (100_000 // len(piece))
    assert sign_of(said(1, quote)) in {"", "threat", "complaint"}
