"""Coverage contributions and status histories: what an export adds by formula."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_service.app.export_facts import contribution, full_account, full_action
from graph_service.domain.facts import SeriesFact
from graph_service.inference.coverage import coverage_facts
from graph_service.inference.results import StakeholderSummary
from graph_service.resolvers.export_rows import AccountRow, ActionRow, Decision, Key, Moment, Person, Ref

ALL_OF_IT = 10


@given(st.lists(st.floats(0.0, 100.0), min_size=1, max_size=ALL_OF_IT))
def test_contributions_are_the_terms_that_inference_gives(strengths: list[float]) -> None:
    people = [
        StakeholderSummary(f"s{place:02}", True, 0, SeriesFact("strength", (0,), (value,)), ())
        for place, value in enumerate(strengths)
    ]
    facts = coverage_facts(people, 1)
    terms = {term.name: term.value for term in facts.score.terms}
    for person, value in zip(people, strengths, strict=True):
        found = contribution(facts.score.value, value)
        if 0 < facts.score.value < 1 - 1e-6 and value > 1e-3:
            assert found == pytest.approx(terms[person.uid], rel=1e-5, abs=1e-6)


def test_without_coverage_or_strength_there_is_no_contribution() -> None:
    assert [contribution(None, 5.0), contribution(0.5, None), contribution(0.0, 0.0), contribution(1.0, 100.0)] == [
        None
    ] * 4


def account(coverage: float | None, *people: Person) -> AccountRow:
    return AccountRow(
        key=Key("a"), id=Ref("account:a"), name="", domains=[], in_crm=False, crm_ids=[], country=None, currency=None,
        arr=None, renewal_at=None, segment=None, lifecycle=None, stated=[], coverage=coverage, people=list(people),
        single_threaded_share=None, quiet_state="unknown", quiet_since=None, quiet_terms=[], rhythm_days=None,
        last_inbound=None, last_interaction=None, contact_count=0, active_contact_count=0, owners=[], seen_by=[],
        seen_by_everyone=True, deals=[], usage_28_days=[],
    )  # fmt: skip


def test_coverage_is_the_sum_of_its_terms() -> None:
    row = full_account(account(0.6, Person(Ref("contact:c"), "Ida", 60.0), Person(Ref("contact:d"), "Jon", 30.0)))
    parts = [one.contribution or 0.0 for one in row.people]
    assert sum(parts) + (row.coverage_others or 0.0) == pytest.approx(0.6, abs=1e-9)
    assert full_account(account(None)).coverage_others is None


def action(*decisions: tuple[str, int, int | None], expired: int | None = None) -> ActionRow:
    made = [Decision(kind, None, None, Moment(at), None if until is None else Moment(until), None, None)
            for kind, at, until in decisions]  # fmt: skip
    return ActionRow(
        key=Key("k"), id=Ref("action:k"), title="", bucket="", playbook=None, account=None, contact=None,
        suggestion=None, score=None, score_terms=None, reasons=[], evidence=[], changed_since=False, occurrence_count=1,
        first_fired_at=Moment(0), last_fired_at=None, due_at=None,
        expired_at=None if expired is None else Moment(expired), decisions=made,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("row", "history"),
    [
        (action(), "open@0"),
        (action(("done", 5, None)), "open@0 done@5"),
        (action(("dismissed", 5, None), ("reopened", 7, None)), "open@0 dismissed@5 open@7"),
        (action(("snoozed", 5, 20)), "open@0 snoozed@5"),
        (action(("snoozed", 5, 8)), "open@0 snoozed@5 open@8"),
        (action(("snoozed", 5, 8), ("done", 6, None)), "open@0 snoozed@5 done@6"),
        (action(("snoozed", 5, 8), expired=7), "open@0 snoozed@5 expired@7"),
        (action(("snoozed", 5, 8), expired=9), "open@0 snoozed@5 open@8 expired@9"),
        (action(("snoozed", 2, 8), ("snoozed", 5, 9)), "open@0 snoozed@2 open@9"),
    ],
)
def test_the_history_of_a_status_is_as_known_at_the_moment(row: ActionRow, history: str) -> None:
    found = full_action(row, 10)
    assert " ".join(f"{one.status}@{one.at}" for one in found.status_history) == history
    assert found.status == found.status_history[-1].status
