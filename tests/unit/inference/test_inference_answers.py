import random
from dataclasses import replace
from datetime import UTC
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from graph_service.inference.answers import OUR_SIDE, ask_outcomes, pair_answers
from graph_service.inference.touches import AskFact, Message
from tests.unit.inference.worlds import DAY_MS, MONDAY, noon

SIDES = {"ann": "acme", "bob": "acme", "cat": "other", "user-1": OUR_SIDE, "user-2": OUR_SIDE}
TO_US = AskFact("ask", "mail-0", noon(MONDAY), MONDAY, "ann", ("user-1",), "t", from_us=False)
TO_THEM = AskFact("ask", "mail-0", noon(MONDAY), MONDAY, "user-1", ("ann",), "t", from_us=True)


def _mail(sender: str, to: str, minutes: int, thread: str = "t", uid: str = "") -> Message:
    at = noon(MONDAY) + minutes * 60_000
    return Message(uid or f"{sender}-{minutes}-{thread}", at, at // DAY_MS, sender, tuple(to.split()), thread)


def _answer(ask: AskFact, *messages: Message) -> tuple[str, str] | None:
    found = pair_answers([ask], messages, SIDES).get(ask.evidence_uid)
    return None if found is None else (found.interaction_uid, found.rule)


def test_any_of_us_answers_in_the_same_thread() -> None:
    """A5: an ask to us is closed by whoever of us writes back."""
    assert _answer(TO_US, _mail("user-2", "ann", 60)) == ("user-2-60-t", "same_thread")


def test_the_person_asked_may_answer_in_another_thread_within_ten_days() -> None:
    """Decision 28: an "unanswered" ask is often an answer in another thread."""
    assert _answer(TO_US, _mail("user-1", "ann", 60, "new")) == ("user-1-60-new", "other_thread")
    assert _answer(TO_US, _mail("user-1", "ann", 10 * 1440, "new")) == ("user-1-14400-new", "other_thread")
    assert _answer(TO_US, _mail("user-1", "ann", 11 * 1440, "new")) is None
    assert _answer(TO_US, _mail("user-2", "ann", 60, "new")) is None


def test_a_mail_earlier_or_in_the_same_minute_answers_nothing() -> None:
    assert _answer(TO_US, _mail("user-1", "ann", -5), _mail("user-1", "ann", 0)) is None
    assert _answer(TO_US, _mail("user-1", "ann", 1)) == ("user-1-1-t", "same_thread")


def test_a_mail_that_does_not_go_to_the_asker_answers_nothing() -> None:
    assert _answer(TO_US, _mail("user-1", "bob", 60), _mail("user-1", "cat user-2", 90)) is None


def test_our_ask_is_answered_by_that_person_or_a_colleague_in_the_thread() -> None:
    assert _answer(TO_THEM, _mail("bob", "user-1", 60)) == ("bob-60-t", "same_thread")
    assert _answer(TO_THEM, _mail("ann", "user-1", 60, "new")) == ("ann-60-new", "other_thread")
    assert _answer(TO_THEM, _mail("bob", "user-1", 60, "new")) is None
    assert _answer(TO_THEM, _mail("cat", "user-1", 60)) is None
    assert _answer(TO_THEM, _mail("user-2", "user-1", 60)) is None


def test_the_earliest_answer_wins_and_the_same_thread_on_a_draw() -> None:
    first, second = _mail("user-1", "ann", 60, "new"), _mail("user-2", "ann", 90)
    assert _answer(TO_US, second, first) == (first.interaction_uid, "other_thread")
    draw = _mail("user-2", "ann", 60, uid="zz")
    assert _answer(TO_US, first, draw) == ("zz", "same_thread")


def test_a_person_without_a_side_answers_for_nobody_else() -> None:
    stranger = replace(TO_THEM, asked_uids=("eve",))
    assert _answer(stranger, _mail("ann", "user-1", 60)) is None
    assert _answer(stranger, _mail("eve", "user-1", 60)) == ("eve-60-t", "same_thread")


def test_only_the_other_side_answers_even_when_our_own_were_asked_too() -> None:
    both = replace(TO_THEM, asked_uids=("ann", "user-2"))
    assert _answer(both, _mail("user-2", "user-1", 60), _mail("user-2", "user-1", 60, "new")) is None
    theirs = replace(TO_US, asked_uids=("user-1", "bob"))
    assert _answer(theirs, _mail("bob", "ann", 60), _mail("bob", "ann", 60, "new")) is None


def test_writing_to_oneself_is_no_answer() -> None:
    selfish = replace(TO_US, asked_uids=("ann", "user-1"))
    assert _answer(selfish, _mail("ann", "ann", 60)) is None


def test_the_reply_time_is_counted_in_business_hours() -> None:
    """Asked on Friday at noon, answered on Monday at noon: six hours and three."""
    friday = replace(TO_US, at_ms=noon(MONDAY + 4), day=MONDAY + 4)
    monday = _mail("user-1", "ann", 7 * 1440)
    answers = pair_answers([friday], [monday], SIDES)
    (outcome,) = ask_outcomes([friday], answers, UTC)
    assert outcome.reply_hours == 9.0
    (berlin,) = ask_outcomes([friday], answers, ZoneInfo("Europe/Berlin"), "DE")
    assert berlin.reply_hours == 9.0
    assert ask_outcomes([TO_US], {}, UTC)[0].reply_hours is None


people = st.sampled_from(("ann", "bob", "cat", "user-1", "user-2", "eve"))


@st.composite
def _messages(draw: st.DrawFn) -> Message:
    minutes = draw(st.integers(-1_000, 40_000))
    to = " ".join(draw(st.lists(people, min_size=1, max_size=3)))
    return _mail(draw(people), to, minutes, draw(st.sampled_from(("t", "u"))))


asks = st.builds(
    lambda asker, asked, thread, ours: replace(
        TO_US, asker_uid=asker, asked_uids=tuple(asked), thread_id=thread, from_us=ours
    ),
    people,
    st.lists(people, max_size=3),
    st.sampled_from(("t", "u")),
    st.booleans(),
)


@settings(max_examples=80, deadline=None)
@given(asks, st.lists(_messages(), max_size=20, unique_by=lambda one: one.interaction_uid), st.randoms())
def test_pairing_does_not_depend_on_order_and_later_mail_changes_no_answer(
    ask: AskFact, messages: list[Message], chance: random.Random
) -> None:
    answers = pair_answers([ask], messages, SIDES)
    shuffled = list(messages)
    chance.shuffle(shuffled)
    assert pair_answers([ask], shuffled, SIDES) == answers
    for answer in answers.values():
        assert answer.at_ms // 60_000 > ask.at_ms // 60_000
        known = [one for one in messages if one.at_ms <= answer.at_ms]
        assert pair_answers([ask], known, SIDES) == answers
