"""Who wrote a mail: a human, or a machine, and which."""

from email import message_from_string

import pytest

from graph_service.ingest.connectors.mail_automatic import automatic_kind


def kind(headers: str, sender: str = "ada@north.example", subject: str = "Plan") -> str:
    return automatic_kind(
        message_from_string(f"From: {sender}\nSubject: {subject}\n{headers}\n\nText"), sender, subject
    )


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ("Auto-Submitted: auto-replied (vacation)", "auto_reply"),
        ("Auto-Submitted: auto-generated", "notification"),
        ("Auto-Submitted: no", ""),
        ("X-Autoreply: yes", "auto_reply"),
        ("X-Autorespond: Plan", "auto_reply"),
        ("Precedence: auto_reply", "auto_reply"),
        ("Return-Path: <>", "auto_reply"),
        ("Return-Path: <ada@north.example>", ""),
        ("Precedence: bulk", "bulk"),
        ("Precedence: junk", "bulk"),
        ("List-Unsubscribe: <mailto:u@x.example>", "bulk"),
        ("X-Auto-Response-Suppress: All", ""),
        ("Content-Type: multipart/report; report-type=delivery-status; boundary=b", "bounce"),
        ("Content-Type: multipart/report; report-type=disposition-notification; boundary=b", "notification"),
        ("X-Failed-Recipients: bo@south.example", "bounce"),
        ("Content-Type: text/calendar; method=REPLY", "notification"),
        ("Content-Type: text/calendar; method=REQUEST", ""),
    ],
)
def test_headers_tell_the_kind(headers: str, expected: str) -> None:
    assert kind(headers) == expected


@pytest.mark.parametrize(
    "headers",
    [
        "List-Id: <planners.lists.example>\nList-Post: <mailto:planners@lists.example>\nPrecedence: bulk",
        "List-Id: <planners.lists.example>\nPrecedence: list\nList-Unsubscribe: <mailto:u@x.example>",
        "Mailing-List: list planners@lists.example; contact owner@lists.example\nPrecedence: bulk",
    ],
)
def test_a_mail_to_a_discussion_list_is_a_humans_words(headers: str) -> None:
    assert kind(headers) == ""


def test_an_announcement_list_that_takes_no_posts_is_bulk() -> None:
    assert kind("List-Post: NO\nPrecedence: bulk") == "bulk"


@pytest.mark.parametrize(
    ("sender", "expected"),
    [
        ("mailer-daemon@north.example", "bounce"),
        ("no-reply@north.example", "notification"),
        ("jira.noreply@north.example", "notification"),
        ("donotreply+1@north.example", "notification"),
        ("nora.plyler@north.example", ""),
        ("alerta@north.example", ""),
    ],
)
def test_robots_are_known_by_their_address(sender: str, expected: str) -> None:
    assert kind("To: x@y.example", sender=sender) == expected


@pytest.mark.parametrize(
    "subject",
    [
        "Automatic reply: Plan",
        "Out of Office AutoReply: Plan",
        "Out of Office: Plan",
        "Automatische Antwort: Plan",
        "Abwesenheitsnotiz: Plan",
        "Réponse automatique : Plan",
        "Automatisch antwoord: Plan",
        "Afwezig: Plan",
        "Autosvar: Plan",
        "Frånvaro: Plan",
        "Respuesta automática: Plan",
        "Risposta automatica: Plan",
    ],
)
def test_an_absence_notice_is_known_by_its_subject_in_many_languages(subject: str) -> None:
    assert kind("To: x@y.example", subject=subject) == "auto_reply"


@pytest.mark.parametrize(
    "subject", ["Out of office next week", "RE: Automatic reply: Plan", "Absence of data", "Automatic replenishment"]
)
def test_people_may_write_about_absence(subject: str) -> None:
    assert kind("To: x@y.example", subject=subject) == ""


def test_a_bulk_mail_that_answers_ours_is_an_automatic_reply() -> None:
    assert kind("Precedence: bulk\nIn-Reply-To: <a@b.example>", subject="Auto: Plan") == "auto_reply"
    assert kind("In-Reply-To: <a@b.example>", subject="Out of office") == "auto_reply"
