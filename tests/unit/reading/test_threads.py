"""Threads from subjects and people where mails hold no References (decision 28)."""

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_service.reading.threads import (
    ThreadMail,
    assign_threads,
    group_key,
    is_common_subject,
    is_reply_subject,
    normalise_subject,
    thread_key,
)

START = datetime(2024, 5, 1, tzinfo=UTC)


def mail(
    one: str, day: float, subject: str, people: str = "ab", references: tuple[str, ...] = (), reply_to: str = ""
) -> ThreadMail:
    """Make a mail on a day, from the first letter of `people` to the others."""
    return ThreadMail(
        one,
        START + timedelta(days=day),
        subject,
        people[0],
        frozenset(people),
        references,
        (reply_to,) if reply_to else (),
    )


@pytest.mark.parametrize(
    ("subject", "bare"),
    [
        ("Re: Plan", "plan"),
        ("RE: FW: Plan ", "plan"),
        ("AW: WG: Plan", "plan"),
        ("RE : Plan", "plan"),
        ("Re[2]: Plan", "plan"),
        ("Antw: SV: VS: TR: RV: Plan", "plan"),
        ("[planners] Re: [planners]  The   Plan", "the plan"),
        ("Plan (fwd)", "plan"),
        ("Re:", ""),
        ("", ""),
        ("Regarding: Plan", "regarding: plan"),
        ("Reply needed", "reply needed"),
    ],
)
def test_prefixes_tags_and_spaces_are_stripped(subject: str, bare: str) -> None:
    assert normalise_subject(subject) == bare


def test_a_reply_is_known_by_its_prefix() -> None:
    assert is_reply_subject("AW: Plan")
    assert is_reply_subject("[list] Re: Plan")
    assert not is_reply_subject("[list] Plan")
    assert not is_reply_subject("Request for plan")


def test_common_subjects_are_known() -> None:
    assert is_common_subject("")
    assert is_common_subject("hello")
    assert not is_common_subject("contract for the north plant")


def test_thread_key_is_the_root_reference_or_the_mail_itself_or_subject_and_people() -> None:
    assert thread_key("c", ("b",), ("a", "b"), "Re: Plan", "xy") == "a"
    assert thread_key("c", ("b",), (), "Re: Plan", "xy") == "b"
    assert thread_key("a", (), (), "Plan", "xy") == "a"
    assert thread_key("c", (), (), "Re: Plan", "xy") == thread_key("d", (), (), "AW: plan", "yx")
    assert thread_key("c", (), (), "Re: Plan", "xy") != thread_key("c", (), (), "Re: Plan", "xyz")


def test_group_key_is_shared_by_a_subject_and_its_replies() -> None:
    assert group_key("Plan") == group_key("RE: plan") != group_key("Plans")


def test_references_make_threads_even_when_the_subject_changes() -> None:
    mails = [
        mail("a", 0, "Plan"),
        mail("b", 1, "New plan", references=("a",)),
        mail("c", 2, "x", references=("a", "b")),
    ]
    assert assign_threads(mails) == {"a": "a", "b": "a", "c": "a"}


def test_in_reply_to_chains_lead_to_the_root() -> None:
    mails = [mail("a", 0, "Plan"), mail("b", 1, "Re: Plan", reply_to="a"), mail("c", 2, "Re: Other", reply_to="b")]
    assert set(assign_threads(mails).values()) == {"a"}


def test_replies_to_a_mail_we_do_not_hold_share_its_id() -> None:
    mails = [mail("b", 1, "Re: Plan", reply_to="gone"), mail("c", 2, "Re: Plan", references=("gone",))]
    assert set(assign_threads(mails).values()) == {"gone"}


def test_without_references_a_reply_joins_by_subject_and_people() -> None:
    mails = [
        mail("a", 0, "Plan north", "ab"),
        mail("b", 1, "RE: Plan north", "bac"),
        mail("c", 2, "Re: plan north", "cb"),
    ]
    assert set(assign_threads(mails).values()) == {"a"}


def test_one_of_us_may_answer_for_another_where_it_is_known_who_is_ours() -> None:
    """A reply to the outside writer joins; one to somebody else there, or where nothing is known, does not."""
    first = replace(mail("a", 0, "Plan north", "xo"), outside=frozenset("x"))
    answer = mail("b", 1, "Re: Plan north", "px")
    assert len(set(assign_threads([first, answer]).values())) == 2
    assert len(set(assign_threads([first, replace(answer, outside=frozenset("x"))]).values())) == 1
    other = replace(mail("c", 1, "Re: Plan north", "py"), outside=frozenset("y"))
    assert len(set(assign_threads([first, other]).values())) == 2
    ours = replace(mail("a", 0, "Plan north", "ox"), outside=frozenset("x"))
    assert len(set(assign_threads([ours, replace(answer, outside=frozenset("x"))]).values())) == 2


def test_the_same_subject_to_different_people_stays_apart() -> None:
    mails = [mail("a", 0, "Offer 2024", "ab"), mail("b", 0.1, "Offer 2024", "ac"), mail("c", 1, "Re: Offer 2024", "ca")]
    assert assign_threads(mails) == {"a": "a", "b": "b", "c": "b"}


def test_a_reply_after_a_month_starts_its_own_thread() -> None:
    assert assign_threads([mail("a", 0, "Plan north"), mail("b", 31, "Re: Plan north")]) == {"a": "a", "b": "b"}


def test_a_long_thread_goes_on_while_no_gap_is_longer_than_a_month() -> None:
    mails = [mail("a", 0, "Plan north"), *(mail(f"r{n}", 20 * n, "Re: Plan north") for n in range(1, 6))]
    assert set(assign_threads(mails).values()) == {"a"}


def test_a_weekly_mail_without_prefix_starts_anew_each_week() -> None:
    mails = [mail(f"w{n}", 7 * n, "Status north") for n in range(4)]
    assert len(set(assign_threads(mails).values())) == 4


@pytest.mark.parametrize("subject", ["", "hi", "Update", "Meeting"])
def test_common_subjects_thread_only_between_the_same_two_people(subject: str) -> None:
    two = [mail("a", 0, subject, "ab"), mail("b", 1, f"Re: {subject}", "ba")]
    assert set(assign_threads(two).values()) == {"a"}
    three = [mail("a", 0, subject, "abc"), mail("b", 1, f"Re: {subject}", "bac")]
    assert assign_threads(three) == {"a": "a", "b": "b"}


def test_duplicate_ids_are_one_mail() -> None:
    assert assign_threads([mail("a", 0, "Plan"), mail("a", 1, "Plan")]) == {"a": "a"}


@given(
    st.lists(
        st.tuples(
            st.integers(0, 60),
            st.sampled_from(["Plan north", "Re: Plan north", "Fwd: Plan north", "hi", "Re: hi"]),
            st.sampled_from(["ab", "ba", "abc", "cb", "ad"]),
            st.sampled_from(["", "m0", "m1", "gone"]),
        ),
        max_size=10,
    ),
    st.randoms(use_true_random=False),
)
def test_the_order_of_reading_does_not_matter(rows: list[tuple[int, str, str, str]], shuffler: random.Random) -> None:
    mails = [mail(f"m{n}", day, subject, people, reply_to=to) for n, (day, subject, people, to) in enumerate(rows)]
    shuffled = mails.copy()
    shuffler.shuffle(shuffled)
    assert assign_threads(mails) == assign_threads(shuffled)
