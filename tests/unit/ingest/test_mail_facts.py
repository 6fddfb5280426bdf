"""Who takes part in a mail, and whose words are kept, by what kind of mail it is."""

from datetime import UTC, datetime

import pytest

from graph_service.domain.workspace import Workspace
from graph_service.ingest.connector import Address, MailRecord, Place
from graph_service.ingest.mail_facts import MailFacts, read_mail

HERE = Workspace("w1", "Test", ("ours.example",), "UTC", "US", "salt")
ANA, ADA, BO = Address("ana@ours.example"), Address("ada@north.example"), Address("bo@stranger.example")
LIST = Address("planners@lists.example")
DAEMON = Address("mailer-daemon@mail.example", "Mail Delivery System")


def facts(
    sender: Address, to: tuple[Address, ...], *, cc: tuple[Address, ...] = (), automatic: str = "", list_id: str = ""
) -> MailFacts:
    """Return what one mail says."""
    record = MailRecord(
        Place("box", "message 1"), "<1@x.example>", datetime(2026, 3, 2, 9, tzinfo=UTC), sender, to, cc, "Plan",
        "Could you send us the plan by Friday?", automatic=automatic, list_id=list_id,
    )  # fmt: skip
    return read_mail(record, HERE)


def people(mail: MailFacts) -> set[tuple[str, str]]:
    """Return who took part, as what."""
    return {(one.address, one.role) for one in mail.participants}


@pytest.mark.parametrize("kind", ["bulk", "notification", "bounce"])
def test_what_no_human_wrote_to_us_makes_no_contact(kind: str) -> None:
    mail = facts(DAEMON, (ANA,), automatic=kind)
    assert people(mail) == {(ANA.address, "to")}
    assert (mail.words, mail.asks, mail.outside) == ("", (), [])


def test_a_bounce_from_our_own_server_makes_no_colleague_of_it() -> None:
    mail = facts(Address("mailer-daemon@ours.example"), (ANA,), automatic="bounce")
    assert people(mail) == {(ANA.address, "to")}


def test_an_absent_persons_answer_is_still_theirs() -> None:
    assert (ADA.address, "from") in people(facts(ADA, (ANA,), automatic="auto_reply"))


def test_strangers_who_talk_on_a_list_are_no_contacts() -> None:
    mail = facts(BO, (LIST,), cc=(ADA,), list_id="planners.lists.example")
    assert people(mail) == set()
    assert (mail.words, mail.asks, mail.outside) == ("", (), [])


@pytest.mark.parametrize(
    ("sender", "to", "cc"),
    [
        (BO, (LIST, ANA), ()),
        (BO, (LIST,), (ANA,)),
        (ANA, (LIST,), (BO,)),
        (BO, (Address("all@ours.example"),), ()),
    ],
    ids=["to one of us", "with one of us in copy", "from one of us", "to a list of ours"],
)
def test_who_writes_to_one_of_us_or_is_written_to_counts_also_over_a_list(
    sender: Address, to: tuple[Address, ...], cc: tuple[Address, ...]
) -> None:
    mail = facts(sender, to, cc=cc, list_id="planners.lists.example")
    assert BO.address in {address for address, _ in people(mail)}
    assert mail.words


def test_the_same_mail_without_a_list_has_all_its_people() -> None:
    assert people(facts(BO, (LIST,), cc=(ADA,))) == {(BO.address, "from"), (LIST.address, "to"), (ADA.address, "cc")}
