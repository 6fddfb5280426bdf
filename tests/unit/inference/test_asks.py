"""Which asks of an account were answered, and who decides on an ask to people of two accounts (decision 28)."""

from typing import Any

from graph_service.domain.workspace import Workspace
from graph_service.inference.asks import paired
from graph_service.inference.casefile import Occasion, Part
from graph_service.inference.touches import AskFact
from tests.unit.inference.worlds import MONDAY, noon

HERE = frozenset({"ann", "bob"})
WORKSPACE = Workspace("asks", "Asks", our_domains=(), time_zone="UTC", country="", salt="x")


def mail(minutes: int, sender: str, *to: str, thread: str = "t", channel: str = "email", **more: Any) -> Occasion:
    """A mail `minutes` after Monday noon; users are those whose name begins with "user"."""
    at = noon(MONDAY, minutes)
    parts = [Part(sender, "from"), *(Part(one, "to") for one in to)]
    users = tuple(one for one in parts if one.uid.startswith("user"))
    people = tuple(one for one in parts if one.uid in HERE)
    return Occasion(
        f"{sender}-{minutes}", at, MONDAY, channel, "", thread, sender, people, users, len(parts), **more
    )  # fmt: skip


def ask(*to: str, by: str = "user-1", thread: str = "t") -> AskFact:
    return AskFact("ask", "mail-0", noon(MONDAY), MONDAY, by, tuple(sorted(to)), thread, from_us=by.startswith("user"))


def answer(asked: AskFact, *occasions: Occasion) -> str | None:
    found = paired([asked], occasions, HERE, "", WORKSPACE).answers.get("ask")
    return None if found is None else found.interaction_uid


def test_whom_we_asked_answers_in_the_thread_or_elsewhere_and_a_colleague_in_the_thread_alone() -> None:
    assert answer(ask("ann"), mail(60, "ann", "user-1")) == "ann-60"
    assert answer(ask("ann"), mail(60, "ann", "user-1", thread="new")) == "ann-60"
    assert answer(ask("ann"), mail(60, "bob", "user-1")) == "bob-60"
    assert answer(ask("ann"), mail(60, "bob", "user-1", thread="new")) is None


def test_any_of_us_answers_what_was_asked_of_us() -> None:
    assert answer(ask("user-1", by="ann"), mail(60, "user-2", "ann")) == "user-2-60"
    assert answer(ask("user-1", by="ann"), mail(60, "user-2", "bob")) is None


def test_an_ask_to_several_is_answered_in_its_thread_alone_and_for_each_of_them() -> None:
    both = ask("ann", "bob")
    assert answer(both, mail(60, "ann", "user-1", thread="new")) is None
    found = paired([both], [mail(60, "ann", "user-1")], HERE, "", WORKSPACE)
    assert {uid: one[0].answer is not None for uid, one in found.of_person.items()} == {"ann": True, "bob": True}


def test_a_meeting_and_automatic_mail_answer_nothing() -> None:
    assert answer(ask("ann"), mail(60, "ann", "user-1", is_automatic=True)) is None
    assert answer(ask("ann"), mail(60, "ann", "user-1", channel="meeting")) is None


def test_the_account_of_the_first_asked_decides_on_an_ask_to_people_of_two() -> None:
    assert paired([ask("ann", "zoe")], [], HERE, "", WORKSPACE).decided == ("ask",)
    elsewhere = paired([ask("abe", "bob")], [mail(60, "bob", "user-1")], HERE, "", WORKSPACE)
    assert elsewhere.decided == ()
    assert [one.answer is not None for one in elsewhere.of_person["bob"]] == [True], (
        "bob's own record has it all the same"
    )


def test_reply_time_is_counted_in_hours_of_work() -> None:
    found = paired([ask("ann")], [mail(90, "ann", "user-1")], HERE, "", WORKSPACE)
    assert found.of_person["ann"][0].reply_hours == 1.5
