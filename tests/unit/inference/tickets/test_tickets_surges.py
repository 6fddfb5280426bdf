"""Ticket surges: told on the day they can be seen, with their topics, never from the future (A11)."""

from math import isclose, log10

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_service.domain.facts import SpellFact, day_of, epoch_day
from graph_service.inference.casefile import Backdrop, CaseFile
from graph_service.inference.tickets.incidents import incident_days, incident_spells, surge_days
from graph_service.inference.tickets.negative_binomial import lower_tail, upper_tail, variance_of
from graph_service.inference.tickets.opened import severity_of
from graph_service.inference.tickets.ticket_facts import infer_tickets
from tests.unit.inference.tickets.worlds import START, account, comment, said, ticket, usual
from tests.unit.inference.usage.worlds import cut_back, known

HORIZON = START + 220


def surges(case: CaseFile, horizon: int = HORIZON, backdrop: Backdrop = Backdrop()) -> list[SpellFact]:  # noqa: B008
    return [one for one in infer_tickets(case, backdrop, horizon).spells if one.kind == "tickets"]


def test_the_tails_are_those_of_the_distribution() -> None:
    """Size 1 is the geometric distribution: P(X >= k) = q^k with q = m / (1 + m)."""
    mean = 3.0
    assert isclose(upper_tail(4, mean, mean + mean**2), -4 * log10(0.75), rel_tol=1e-9)
    assert isclose(lower_tail(4, mean, mean + mean**2), -log10(1 - 0.75**5), rel_tol=1e-9)
    assert upper_tail(0, mean, 12.0) == lower_tail(5, 0.0, 0.0) == 0.0
    assert variance_of(2.0, 14.0, 7.0) == pytest.approx(2.0 + 1.0 + 0.8)


def test_a_usual_rate_is_no_surge() -> None:
    assert surges(account(*usual())) == []
    assert surges(account(*usual(every=1))) == []


def test_a_burst_is_told_on_the_day_it_can_be_seen_and_ends_when_calm() -> None:
    burst = [ticket(100 + place // 2, place, tags=("login", "acme")) for place in range(6)]
    (surge,) = surges(account(*usual(tags=("billing", "acme")), *burst))
    opened = epoch_day(surge.valid_from) - START
    assert 101 <= opened <= 102
    assert surge.valid_to is not None
    assert 104 < epoch_day(surge.valid_to) - START <= 112
    assert surge.detail == "login"  # what every ticket carries is no topic
    count = next(term for term in surge.terms if term.name == "tickets")
    assert count.evidence
    assert len(count.evidence) <= 5


def test_two_tickets_are_never_a_surge() -> None:
    assert surges(account(*usual(every=60), ticket(100, 1, "low"), ticket(100, 2, "low"))) == []


def test_a_week_of_urgent_tickets_is_a_surge_where_as_many_of_little_weight_are_none() -> None:
    def burst(priority: str) -> list[SpellFact]:
        return surges(account(*usual(every=5), *(ticket(100, n, priority) for n in range(3))))

    assert not burst("low")
    assert "severe" in burst("Urgent")[0].detail
    assert [severity_of(word) for word in ("URGENT", "P1", "Sev-2", "normal", "", "vip")] == [4, 4, 2, 1, 1, 1]


def test_tickets_that_we_or_machines_open_and_comments_are_not_counted() -> None:
    case = account(*usual(), *(comment(100, f"t{n}", number=n) for n in range(9)))
    assert surges(case) == []


def test_the_first_four_weeks_say_nothing() -> None:
    assert surges(account(*(ticket(n, n) for n in range(12)))) == []


def test_days_on_which_the_help_desk_did_not_deliver_are_not_days_without_tickets() -> None:
    lost = range(30, 110)
    kept = [one for one in usual(every=2) if one.day - START not in lost]
    assert surges(account(*kept))
    assert surges(account(*kept), backdrop=Backdrop(frozen=frozenset(("ticket", START + day) for day in lost))) == []


def test_the_weekly_number_has_its_tickets_as_evidence() -> None:
    facts = infer_tickets(account(*usual()), Backdrop(), START + 195)
    (metric, score), (series,) = facts.scores[0], facts.series
    assert metric == series.metric == "tickets_weekly"
    assert score.value == series.values[-1] == 1.0
    assert score.terms[0].evidence == ("t189-90",)  # the last week closed on day 196, a Sunday


def test_a_tenth_of_the_accounts_on_one_day_is_an_incident_but_never_two_accounts() -> None:
    first = {f"a{n}": 100 for n in range(20)}
    assert incident_days({"a1": [300], "a2": [300], "a3": [300]}, first) == {300}
    assert incident_days({"a1": [300], "a2": [300]}, {"a1": 1, "a2": 1}) == frozenset()
    assert incident_days({f"a{n}": [300] for n in range(3)}, {f"a{n}": 1 for n in range(30)}) == frozenset()
    assert incident_days({"a1": [300], "a2": [300], "a3": [300]}, first | {f"b{n}": 400 for n in range(90)}) == {300}


def test_an_incident_marks_each_surge_of_its_day() -> None:
    spells = surges(account(*usual(), *(ticket(100, n) for n in range(6))))
    days = surge_days(spells)
    (event,) = incident_spells(spells, frozenset(days), HORIZON)
    assert (event.kind, event.state, event.valid_from) == ("event", "incident", day_of(days[0]))
    assert event.valid_to == day_of(days[0] + 7)
    assert incident_spells(spells, frozenset(days), days[0] + 3)[0].valid_to is None
    assert incident_spells(spells, frozenset({1}), HORIZON) == ()


worlds = st.tuples(
    st.lists(st.tuples(st.integers(0, 200), st.sampled_from(["", "high", "urgent"]),
                       st.sampled_from([(), ("login",), ("data", "vip"), ("escalated",)])), max_size=60),
    st.lists(st.tuples(st.integers(0, 200), st.integers(0, 9), st.sampled_from(["inbound", "outbound"])), max_size=20),
    st.lists(st.tuples(st.integers(0, 200), st.sampled_from(
        ["This is unacceptable.", "We are still waiting.", "Thanks a lot!", "I will escalate this."])), max_size=6),
)  # fmt: skip
Drawn = tuple[
    list[tuple[int, str, tuple[str, ...]]], list[tuple[int, int, str]], list[tuple[int, str]]
]  # fmt: skip


def world(drawn: Drawn) -> CaseFile:
    opened, comments, sentences = drawn
    tickets = [ticket(place, n, priority, tags) for n, (place, priority, tags) in enumerate(opened)]
    talk = [comment(place, f"th{thread}", way, n) for n, (place, thread, way) in enumerate(comments)]
    return account(*tickets, *talk, sayings=tuple(said(place, quote) for place, quote in sorted(sentences)))


@settings(max_examples=80, deadline=None)
@given(worlds, st.integers(0, 219))
def test_a_later_horizon_cut_back_to_a_day_equals_the_facts_of_that_day(drawn: Drawn, place: int) -> None:
    case, day = world(drawn), START + place
    assert cut_back(infer_tickets(case, Backdrop(), HORIZON), day) == known(infer_tickets(case, Backdrop(), day))


@settings(max_examples=40, deadline=None)
@given(worlds)
def test_facts_do_not_depend_on_the_order_of_what_happened(drawn: Drawn) -> None:
    case = world(drawn)
    turned = CaseFile(case.uid, case.name, occasions=case.occasions[::-1], sayings=case.sayings[::-1])
    assert infer_tickets(turned, Backdrop(), HORIZON) == infer_tickets(case, Backdrop(), HORIZON)


@settings(max_examples=60, deadline=None)
@given(worlds)
def test_nothing_changes_before_the_review_day_while_nothing_comes(drawn: Drawn) -> None:
    """`review_day` is a safe lower bound (decision 9)."""
    now = infer_tickets(world(drawn), Backdrop(), START + 201)
    until = HORIZON + 60 if now.review_day is None else now.review_day - 1
    assert known(infer_tickets(world(drawn), Backdrop(), until)) == known(now)
