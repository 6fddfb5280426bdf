"""The kind of a mail: machines give themselves away; a human's mail is never called automatic."""

from email import message_from_string

import pytest

from graph_service.reading.automatic.kinds import kind_of
from tests.unit.reading.automatic.reports import plain, report

ADA = "From: Ada Lane <ada@north.example>"


@pytest.mark.parametrize(
    ("headers", "text", "kind"),
    [
        ([ADA, "Subject: Plan"], "I am out of the office until Monday.", "human"),
        ([ADA, "Subject: Plan", "X-Auto-Response-Suppress: All"], "Yes.", "human"),
        ([ADA, "Subject: RE: Automatic reply: Plan"], "Funny.", "human"),
        ([ADA, "Subject: Fw: Undeliverable: Plan"], "550 5.1.1 user unknown. What now?", "human"),
        ([ADA, "Subject: Delivery failure at the Dock"], "The pumps did not arrive.", "human"),
        ([ADA, "Subject: Plan", "Auto-Submitted: no"], "Yes.", "human"),
        ([ADA, "Subject: Plan", "Precedence: list", "List-Id: <x.example>"], "Yes.", "list"),
        ([ADA, "Subject: Plan", "Precedence: bulk", "Sender: owner-plan@x.example"], "Yes.", "list"),
        ([ADA, "Subject: Plan", "Auto-Submitted: auto-forwarded", "List-Post: <mailto:x@x.example>"], "Yes.", "list"),
        ([ADA, "Subject: On vacation", "List-Post: <mailto:x@x.example>", "In-Reply-To: <a@x.example>"], "So?", "list"),
        ([ADA, "Subject: Automatic reply: Plan"], "I am on leave until 3 May.", "out_of_office"),
        ([ADA, "Subject: Plan", "Auto-Submitted: auto-replied"], "I have left Northwind.", "left_company"),
        ([ADA, "Subject: Plan", "Auto-Submitted: auto-replied"], "Thank you.", "auto_reply"),
        ([ADA, "Subject: Plan", "X-Autoreply: yes"], "Your request has been received: ticket #4711", "ticket_ack"),
        (["From: help@x.example", "Auto-Submitted: auto-generated"], "Case #4711 was opened.", "ticket_ack"),
        ([ADA, "Auto-Submitted: auto-replied"], "Please click to confirm that you are a human.", "challenge"),
        (["From: no-reply@x.example", "Subject: Report"], "Done.", "notification"),
        (["From: x@x.example", "Subject: Tips", "List-Unsubscribe: <mailto:u@x.example>"], "Tips", "newsletter"),
        (["From: newsletter@x.example", "Subject: Tips"], "Tips", "newsletter"),
        (["From: MAILER-DAEMON@x.example", "Subject: Returned mail"], "550 User unknown", "bounce"),
        (["From: postmaster@x.example", "Subject: Undeliverable: Plan"], "bo@x.example was not found", "bounce"),
        (["From: postmaster@x.example", "Subject: Your new mailbox"], "It is ready, greetings, Cy", "human"),
        (["From: MAILER-DAEMON", "Subject: Plan"], "could not be delivered", "bounce"),
        (["From: x@x.example", "X-Failed-Recipients: bo@x.example", "Subject: Plan"], "", "bounce"),
    ],
)  # fmt: skip
def test_the_most_telling_mark_decides(headers: list[str], text: str, kind: str) -> None:
    assert kind_of(plain(text, *headers), text).kind == kind


def test_only_people_and_their_lists_and_invitations_are_not_automatic() -> None:
    assert not kind_of(plain("Yes.", ADA), "Yes.").is_automatic
    assert not kind_of(plain("Yes.", ADA, "List-Post: <mailto:x@x.example>"), "Yes.").is_automatic
    assert kind_of(plain("Done.", "From: no-reply@x.example"), "Done.").is_automatic


def test_reports_are_told_apart() -> None:
    assert kind_of(report("bo@south.example", "5.1.1", "550 no such user"), "").kind == "bounce"
    assert kind_of(report("bo@south.example", "2.0.0", "250 ok", action="delivered"), "").kind == "delivery_report"
    complaint = report("bo@south.example", "5.0.0", "x").as_string().replace("delivery-status;", "feedback-report;")
    assert kind_of(message_from_string(complaint), "").kind == "feedback_loop"
    receipt = report("bo@south.example", "5.0.0", "x").as_string()
    receipt = receipt.replace("delivery-status;", "disposition-notification;").replace(
        "Subject: Und", "Subject: Read: Und"
    )
    receipt = receipt.replace("Mail Delivery System <mailer-daemon@", "Bo <bo@")
    assert kind_of(message_from_string(receipt), "").kind == "notification"


@pytest.mark.parametrize(("method", "automatic"), [("REQUEST", False), ("REPLY", True), ("CANCEL", False)])
def test_an_invitation_is_a_persons_act_and_an_answer_by_click_is_not(method: str, automatic: bool) -> None:
    message = message_from_string(f"{ADA}\nContent-Type: text/calendar; method={method}\n\nBEGIN:VCALENDAR")
    found = kind_of(message, "")
    assert (found.kind, found.is_automatic) == ("calendar", automatic)


def test_the_quote_is_exactly_its_place_in_the_text() -> None:
    text = "Hello,\n\nI have left Northwind. Write to Bo."
    found = kind_of(plain(text, ADA, "Auto-Submitted: auto-replied"), text)
    assert found.quote == text[found.start : found.end] == "I have left Northwind."
