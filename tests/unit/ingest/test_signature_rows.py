"""What senders say of themselves: one statement with its first and last day, whatever is read first."""

from datetime import UTC, datetime, timedelta
from itertools import permutations

from graph_service.domain.workspace import Workspace
from graph_service.ingest.connector import Address, MailRecord, Place
from graph_service.ingest.interaction_rows import InteractionRows, Row
from graph_service.ingest.mail_facts import MailFacts, read_mail
from graph_service.ingest.signature_rows import MAX_VALUE, add_signature

HERE = Workspace("w1", "Test", ("ours.example",), "UTC", "US", "salt")
ANA, IDA = Address("ana@ours.example", "Ana Ours"), Address("ida.berg@north.example", "Ida Berg")
START = datetime(2026, 3, 2, 9, tzinfo=UTC)
HEAD = "Ida Berg\nHead of Planning\nNorth Ltd\nPhone: +49 30 1234567"


def mail(day: int, signature: str = HEAD, sender: Address = IDA, to: Address = ANA, automatic: str = "") -> MailFacts:
    """Return a mail of a day that ends in a signature."""
    text = f"Hello Ana,\n\nthe plan is attached, please have a look at it.\n\nBest regards\n{signature}\n"
    record = MailRecord(
        Place("box", f"message {day}"), f"<{day}@x.example>", START + timedelta(days=day), sender, (to,), (), "Plan",
        text, automatic=automatic,
    )  # fmt: skip
    return read_mail(record, HERE)


def statements(*mails: MailFacts) -> list[Row]:
    """Return what is stated in mails, by kind and value."""
    rows = InteractionRows()
    for one in mails:
        add_signature(one, HERE, rows)
    return sorted(rows.statements.values(), key=lambda row: (row["kind"], row["state"]))


def test_a_title_and_a_number_are_statements_about_the_address() -> None:
    phone, title = statements(mail(0))
    assert (title["kind"], title["state"], title["source"]) == ("title", "Head of Planning", "signature")
    assert (phone["kind"], phone["state"]) == ("phone", "+49301234567")
    assert title["identity_uid"] == phone["identity_uid"] == HERE.ids.uid("identity", "email", IDA.address)
    assert title["first_at"] == title["last_at"] == START


def test_a_statement_that_is_repeated_is_one_with_its_first_and_last_day() -> None:
    for order in permutations([mail(5), mail(0), mail(9)]):
        phone, title = statements(*order)
        for row in (phone, title):
            assert (row["first_at"], row["last_at"]) == (START, START + timedelta(days=9))


def test_another_spelling_is_the_same_statement_whichever_came_first() -> None:
    other = HEAD.replace("Head of Planning", "HEAD OF PLANNING")
    one, two = statements(mail(0), mail(1, other)), statements(mail(1, other), mail(0))
    assert one == two
    assert [row["state"] for row in one if row["kind"] == "title"] == ["HEAD OF PLANNING"]


def test_a_title_that_changes_is_two_statements_with_their_own_days() -> None:
    later = HEAD.replace("Head of Planning", "Director of Operations")
    titles = [row for row in statements(mail(0), mail(7, later), mail(3)) if row["kind"] == "title"]
    assert [(row["state"], row["first_at"], row["last_at"]) for row in titles] == [
        ("Director of Operations", START + timedelta(days=7), START + timedelta(days=7)),
        ("Head of Planning", START, START + timedelta(days=3)),
    ]


def test_the_same_words_of_two_people_are_two_statements() -> None:
    jon = Address("jon.hill@north.example", "Jon Hill")
    rows = statements(mail(0), mail(1, HEAD.replace("Ida Berg", "Jon Hill"), jon))
    assert len({row["uid"] for row in rows if row["kind"] == "title"}) == 2


def test_a_fax_is_no_telephone() -> None:
    rows = statements(mail(0, HEAD + "\nFax: +49 30 7654321"))
    assert [row["state"] for row in rows if row["kind"] == "phone"] == ["+49301234567"]


def test_nothing_is_stated_by_our_own_people_by_machines_or_by_a_mailbox_of_several() -> None:
    assert statements(mail(0, sender=ANA, to=IDA)) == []
    assert statements(mail(0, automatic="bulk")) == []
    assert statements(mail(0, sender=Address("info@north.example", "Ida Berg"))) == []


def test_a_value_is_never_longer_than_a_line() -> None:
    rows = statements(mail(0, "Ida Berg\nHead of " + "Planning " * 60 + "\nPhone: +49 30 1234567"))
    assert all(len(row["state"]) <= MAX_VALUE for row in rows)


def test_a_mail_without_a_signature_states_nothing() -> None:
    assert statements(mail(0, "")) == []
