"""What a mail says and of whom: a bounce of its recipient, an automatic reply of its sender."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from graph_service.domain.workspace import Workspace
from graph_service.ingest.connector import Address, MailRecord, Place
from graph_service.ingest.mail_facts import read_mail
from graph_service.ingest.occasion import Said
from graph_service.reading.automatic.bounces import Bounce, FailedRecipient
from graph_service.reading.automatic.replies import AutoReply

HERE = Workspace("w1", "Test", ("ours.example",), "UTC", "US", "salt")
ANA, IDA, JON = Address("ana@ours.example"), Address("ida@north.example"), Address("jon@north.example")
DAEMON = Address("mailer-daemon@mail.example", "Mail Delivery System")
GONE = FailedRecipient(
    IDA.address, "user_unknown", is_hard=True, status="5.1.1", code="550", words="no such user",
    diagnostic="550 5.1.1  no such\nuser here", start=4, end=21,
)  # fmt: skip
AWAY = AutoReply(
    "out_of_office", "I am away until 16 March.", 0, 25, "until", 0.9, returns_on=date(2026, 3, 16),
    successor="Jon Hill", successor_addresses=(JON.address,),
)  # fmt: skip
ASK = "Could you send us the plan by Friday?"


def identity(address: Address) -> str:
    """Return the identity of an address."""
    return HERE.ids.uid("identity", "email", address.address)


def record(sender: Address = IDA, to: Address = ANA, **changes: object) -> MailRecord:
    """Return one mail."""
    made = MailRecord(
        Place("box", "message 1"), "<1@x.example>", datetime(2026, 3, 2, 9, tzinfo=UTC), sender, (to,), (), "Plan", ASK
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def bounce(*recipients: FailedRecipient, **changes: object) -> MailRecord:
    """Return the report of a server about one of our mails."""
    report = Bounce(recipients, "<0@ours.example>", None)
    return record(DAEMON, ANA, automatic="bounce", bounce=report, **changes)


def said(one: MailRecord) -> tuple[Said, ...]:
    """Return what a mail says."""
    return read_mail(one, HERE).said


def test_a_bounce_is_about_the_recipient_and_said_by_nobody() -> None:
    (one,) = said(bounce(GONE))
    assert (one.about_identity_uid, one.identity_uid) == (identity(IDA), "")
    assert (one.finding.kind, one.finding.topic, one.finding.rule) == ("bounce", "hard", "user_unknown")
    assert one.finding.quote == "550 5.1.1 no such user here"
    assert (one.finding.value, one.finding.start, one.finding.end) == (IDA.address, 4, 21)


def test_whom_a_mail_did_not_reach_is_known_and_took_no_part() -> None:
    facts = read_mail(bounce(GONE), HERE)
    assert [one.identity_uid for one in facts.unreached] == [identity(IDA)]
    assert [one.address for one in facts.participants] == [ANA.address]
    assert facts.outside == []


def test_each_recipient_is_a_finding_of_its_own() -> None:
    other = replace(GONE, address=JON.address, name="full", is_hard=False, status="4.2.2")
    assert [(one.about_identity_uid, one.finding.topic) for one in said(bounce(GONE, other))] == [
        (identity(IDA), "hard"), (identity(JON), "soft")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "status", "topic"),
    [
        ("suspended", "5.2.1", "hard"),
        ("relaying", "5.7.1", "hard"),
        ("suspended", "4.2.1", "soft"),
        ("spam", "5.7.1", "soft"),
    ],
)
def test_an_address_that_is_switched_off_for_good_is_dead(name: str, status: str, topic: str) -> None:
    (one,) = said(bounce(replace(GONE, name=name, is_hard=False, status=status)))
    assert one.finding.topic == topic


def test_a_bounce_that_gives_no_reason_quotes_what_it_has() -> None:
    assert said(bounce(replace(GONE, diagnostic="")))[0].finding.quote == "no such user"
    silent = said(bounce(replace(GONE, diagnostic="", words="", name="")))[0].finding
    assert (silent.quote, silent.rule) == (IDA.address, "unknown")


def test_a_colleague_who_cannot_be_reached_is_no_person_outside() -> None:
    facts = read_mail(bounce(replace(GONE, address="ben@ours.example")), HERE)
    assert facts.unreached == ()
    assert facts.participants == read_mail(bounce(), HERE).participants


def test_a_bounce_is_never_read_for_what_people_say() -> None:
    assert said(bounce(text=ASK)) == ()


def test_an_automatic_reply_is_about_its_sender() -> None:
    (one,) = said(record(automatic="auto_reply", reply=AWAY))
    assert one.identity_uid == one.about_identity_uid == identity(IDA)
    assert (one.finding.kind, one.finding.topic, one.finding.value) == ("auto_reply", "out_of_office", IDA.address)
    assert (one.finding.until, one.finding.person, one.finding.address) == (date(2026, 3, 16), "Jon Hill", JON.address)


def test_of_somebody_who_left_the_last_day_counts_not_the_day_of_return() -> None:
    left = replace(AWAY, topic="left", last_day=date(2026, 2, 27), new_employer="South Ltd", successor_addresses=())
    (one,) = said(record(automatic="auto_reply", reply=replace(left, forwarding_address=JON.address)))
    assert (one.finding.until, one.finding.firm, one.finding.address) == (date(2026, 2, 27), "South Ltd", JON.address)


def test_our_own_automatic_reply_says_nothing() -> None:
    assert said(record(ANA, IDA, automatic="auto_reply", reply=AWAY)) == ()


def test_an_automatic_mail_that_nobody_could_read_says_nothing() -> None:
    assert said(record(automatic="auto_reply")) == ()
    assert said(record(DAEMON, ANA, automatic="bounce")) == ()


def test_a_persons_words_are_said_by_them_about_nobody_in_particular() -> None:
    found = said(record())
    assert "ask" in {one.finding.kind for one in found}
    assert {(one.identity_uid, one.about_identity_uid) for one in found} == {(identity(IDA), "")}


def test_a_question_to_nobody_of_the_other_side_is_no_ask() -> None:
    assert "ask" not in {one.finding.kind for one in said(record(IDA, JON))}
    assert "ask" in {one.finding.kind for one in said(record(ANA, IDA))}


def test_a_networks_notice_is_a_machines_and_names_whom_it_is_about() -> None:
    """Nobody said it, of nobody known by address; the network is nobody in it, marked as a machine's or not."""
    foot = "Ida started at Elm Works. See what your network is up to. Unsubscribe."
    network = Address("updates@linkwise.example", "Linkwise")
    for word in ("", "bulk", "notification"):
        made = record(network, subject="Ida Berg has a new job: congratulate her", text=foot, automatic=word)
        read = read_mail(made, HERE)
        (said,) = read.said
        assert (said.finding.topic, said.finding.value, said.finding.firm) == ("network", "Ida Berg", "Elm Works")
        assert (said.identity_uid, said.about_identity_uid) == ("", "")
        assert [one.address for one in read.participants] == [ANA.address]
        assert read.record.automatic in {"bulk", "notification"}
        assert read.words == ""
