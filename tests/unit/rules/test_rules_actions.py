"""From a match to the row that is written: counting, dates, snooze, texts."""

from datetime import UTC, date, datetime, timedelta

import pytest

from graph_service.rules.actions import Draft, action_row, because, cleared_row, draft
from graph_service.rules.playbook import PLACEHOLDERS, Playbook, Span
from graph_service.rules.queries import PastAction
from graph_service.rules.wording import due_on, facts_of, word
from tests.unit.rules.matches import ALONE, ASKED, NOW, QUIET, WORKSPACE, days_ago, detail, match, millis, past

ASKED_AT = millis(datetime(2026, 2, 26, 9, tzinfo=UTC))


def drafted(playbook: Playbook, before: PastAction | None = None, day: datetime = NOW) -> Draft:
    return draft(playbook, match(playbook, asked_at=ASKED_AT), before, {"": 7.0}, WORKSPACE, day)


def row(before: PastAction | None, day: datetime = NOW, now: datetime = NOW) -> dict[str, object]:
    properties = action_row(drafted(QUIET, before, day), "p1", WORKSPACE, day, now)["properties"]
    assert isinstance(properties, dict)
    return properties


def test_a_first_firing_opens_an_action_that_counts_one() -> None:
    first = row(None)
    assert (first["status"], first["occurrence_count"], first["version"]) == ("open", 1, 1)
    assert first["open_key"] == "p1/a1"
    assert first["first_fired_at"] == first["last_fired_at"] == datetime(2026, 3, 4, tzinfo=UTC)


def test_the_same_day_counts_once_and_the_next_day_counts_again() -> None:
    known = past("a1", occurrence_count=3, last_fired_at=millis(datetime(2026, 3, 4, tzinfo=UTC)))
    assert row(known)["occurrence_count"] == 3
    assert row(known, NOW + timedelta(days=1))["occurrence_count"] == 4


def test_a_run_of_an_earlier_day_takes_nothing_back() -> None:
    known = past("a1", occurrence_count=3, last_fired_at=millis(datetime(2026, 3, 4, tzinfo=UTC)))
    earlier = row(known, NOW - timedelta(days=5))
    assert (earlier["occurrence_count"], earlier["last_fired_at"]) == (3, datetime(2026, 3, 4, tzinfo=UTC))


def test_a_snooze_lasts_until_its_moment_and_then_the_action_is_open() -> None:
    sleeping = past("a1", "snoozed", snoozed_until=millis(NOW + timedelta(hours=1)))
    assert row(sleeping)["status"] == "snoozed"
    assert row(sleeping, now=NOW + timedelta(hours=2))["status"] == "open"


def test_a_known_action_keeps_its_first_day_its_uid_and_its_due_day() -> None:
    known = past("a1", first_fired_at=days_ago(9))
    later = action_row(drafted(QUIET, known), "p1", WORKSPACE, NOW, NOW)
    assert later["uid"] == known.uid
    assert later["properties"]["first_fired_at"] == datetime(2026, 2, 23, tzinfo=UTC)
    assert later["properties"]["due_at"] == datetime(2026, 2, 26, tzinfo=UTC)


def test_the_stored_score_is_the_sum_of_the_stored_terms() -> None:
    properties = row(None)
    values, names = properties["term_values"], properties["term_names"]
    assert isinstance(values, list)
    assert isinstance(names, list)
    assert sum(values) == pytest.approx(properties["score"])
    assert len(names) == len(values)


def test_an_unknown_revenue_counts_as_the_typical_one() -> None:
    def value(arr: float | None) -> float:
        found = draft(QUIET, match(QUIET, arr=arr, segment="rare"), None, {"": 7.0}, WORKSPACE, NOW)
        return found.score.value

    assert value(None) == value(7.0) != value(50_000.0)


def test_reasons_point_at_what_they_rest_on() -> None:
    assert because(drafted(ASKED), WORKSPACE) == [{"term": "ask", "uid": "e1"}]
    quiet = draft(QUIET, match(QUIET, evidence_uid=None), None, {"": 7.0}, WORKSPACE, NOW)
    assert because(quiet, WORKSPACE) == [
        {"term": "last mail from them", "uid": "m1"},
        {"term": "main contact", "uid": "s1"},
        {"term": "next contact", "uid": "s2"},
    ]


def test_an_ask_says_who_asked_what_and_how_long_ago_in_business_days() -> None:
    text = word(ASKED, detail(asked_at=ASKED_AT), WORKSPACE, NOW)
    assert text.title == "Answer Ida North (North Ltd)"
    assert text.reasons == (
        "Ida North asked on 26 February 2026: “Could you send the plan?”",
        "No answer seen for 4 business days; asked of Ana Ours.",
    )


def test_an_account_on_one_thread_says_who_carries_it_and_who_is_next() -> None:
    text = word(ALONE, detail(), WORKSPACE, NOW)
    assert text.reasons == (
        "91% of the relationship rests on Ida North (75 of 100).",
        "Next best: Jon North (9 of 100).",
    )


def test_every_placeholder_has_a_text_even_where_nothing_is_known() -> None:
    bare = detail(
        contact=None, quote=None, subject=None, asked=[], numbers=[], people=[], arr=None, last_inbound_uid=None
    )
    texts = facts_of(bare, WORKSPACE, NOW)
    assert set(texts) == set(PLACEHOLDERS)
    assert {name for name in PLACEHOLDERS if not texts[name]} == {
        "quote", "also_asked", "before_renewal", "last_advocacy", "tone_quote", "tone_before", "main_relationship",
    }, "only whole sentences and additions may be nothing"  # fmt: skip
    assert (texts["arr"], texts["last_inbound_on"], texts["silent_days"]) == (
        "unknown",
        "an unknown day",
        "an unknown number of",
    )


def test_a_long_quote_is_cut_on_one_line() -> None:
    quote = facts_of(detail(quote="many words " * 100), WORKSPACE, NOW)["quote"]
    assert len(quote) <= 240
    assert quote.endswith("…")
    assert "\n" not in quote


@pytest.mark.parametrize(
    ("span", "due"), [(Span(1, business=True), date(2026, 3, 9)), (Span(3, business=False), date(2026, 3, 9))]
)
def test_due_days_are_counted_from_the_first_firing(span: Span, due: date) -> None:
    assert due_on(span, date(2026, 3, 6), "") == due


@pytest.mark.parametrize(
    ("doubted", "why"),
    [(False, "its condition no longer holds"), (True, "one of us said that a sentence behind it does not count")],
)
def test_an_action_that_clears_says_when_and_why(*, doubted: bool, why: str) -> None:
    closed = cleared_row(past("a1", is_doubted=doubted), WORKSPACE, NOW)
    assert closed == {"uid": "u-a1-open", "closed_at": NOW, "reason": f"Cleared on 4 March 2026: {why}."}


def test_further_asks_of_the_message_are_told_and_to_click_on() -> None:
    found = match(ASKED, asked_at=ASKED_AT, also=[("e2", "By when?"), ("e3", "And for whom?")])
    one = draft(ASKED, found, None, {}, WORKSPACE, NOW)
    assert one.wording.reasons[1] == "In the same message: “By when?” and “And for whom?”"
    assert [row["uid"] for row in because(one, WORKSPACE)] == ["e1", "e2", "e3"]


@pytest.mark.parametrize("subject", [None, " ", "(No subject)"])
def test_a_mail_without_a_subject_is_told_by_its_day(subject: str | None) -> None:
    text = word(ASKED, detail(asked_at=ASKED_AT, subject=subject), WORKSPACE, NOW)
    assert text.suggestion == "Reply to their mail of 26 February 2026, or note that it was settled elsewhere."
