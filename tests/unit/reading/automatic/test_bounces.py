"""Bounces: who failed, why, and whether for good. A refusal by policy is never a dead address."""

import pytest

from graph_service.reading.automatic.bounces import Bounce, FailedRecipient, read_bounce
from graph_service.reading.automatic.diagnostics import find_phrase
from tests.unit.reading.automatic.reports import plain, report

BO = "bo@south.example"
QMAIL = """Hi. This is the mail program at south.example.
I could not deliver your mail.

<bo@south.example>:
Sorry, no mailbox here by that name. (#5.1.1)

--- Below this line is a copy of the message.

From: ada@north.example"""
SENDMAIL = """   ----- The following addresses had permanent fatal errors -----
<bo@south.example>

   ----- Transcript of session follows -----
>>> RCPT To:<bo@south.example>
<<< 550 bo@south.example... User unknown"""


def only(bounce: Bounce | None) -> FailedRecipient:
    assert bounce is not None
    assert len(bounce.recipients) == 1
    return bounce.recipients[0]


@pytest.mark.parametrize(
    ("status", "diagnostic", "name", "is_hard"),
    [
        (
            "5.1.1",
            "550 5.1.1 <bo@south.example>: Recipient address rejected: User unknown in table",
            "user_unknown",
            True,
        ),
        ("5.1.10", "550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found", "user_unknown", True),
        ("5.4.1", "550 5.4.1 Recipient address rejected: Access denied", "user_unknown", True),
        ("5.1.2", "550 5.1.2 Host unknown (Name server: south.example: host not found)", "host_unknown", True),
        ("5.4.4", "Host or domain name not found. Name service error: Host not found", "host_unknown", True),
        ("5.1.6", "551 5.1.6 the user has moved to bo@west.example", "moved", True),
        ("5.0.0", "556 this domain does not accept mail (null MX)", "not_accepted", True),
        ("5.2.2", "552 5.2.2 mailbox full", "full", False),
        ("4.2.2", "452 4.2.2 The account is over quota", "full", False),
        ("5.7.1", "550 5.7.1 rejected for policy reasons", "policy", False),
        ("5.7.1", "554 5.7.1 message looks like spam", "spam", False),
        ("5.7.1", "550 5.7.1 relaying denied", "relaying", False),
        ("5.7.1", "550 5.7.1 192.0.2.1 is listed at a blocklist", "reputation", False),
        ("5.7.26", "550 5.7.26 unauthenticated mail is prohibited: SPF failed", "authentication", False),
        ("5.0.0", "550 too many messages from your host, try later", "rate", False),
        ("5.3.4", "552 5.3.4 message size exceeds fixed limit", "size", False),
        ("5.6.0", "550 virus found in the mail", "content", False),
        ("5.2.1", "550 5.2.1 the mailbox is disabled", "suspended", False),
        ("5.7.1", "550 5.7.1 unknown user", "filtered", False),
        ("5.1.8", "553 5.1.8 sender address rejected: domain not found", "policy", False),
        ("4.4.7", "retry timeout exceeded", "expired", False),
        ("4.4.1", "connection timed out", "network", False),
    ],
)
def test_the_class_follows_from_diagnostic_and_code(status: str, diagnostic: str, name: str, is_hard: bool) -> None:
    one = only(read_bounce(report(BO, status, diagnostic), "Your mail was not delivered."))
    assert (one.address, one.name, one.is_hard) == (BO, name, is_hard)


def test_a_delayed_mail_is_not_hard_whatever_the_reason() -> None:
    assert not only(read_bounce(report(BO, "4.1.1", "450 4.1.1 user unknown", action="delayed"), "")).is_hard


def test_a_report_that_all_arrived_names_nobody() -> None:
    assert read_bounce(report(BO, "2.0.0", "250 ok", action="delivered"), "") is None


def test_codes_returned_mail_and_moment_are_kept() -> None:
    found = read_bounce(report(BO, "5.1.1", "550 5.1.1 no such user"), "No luck with bo@south.example today.")
    one = only(found)
    assert (one.status, one.code, one.words) == ("5.1.1", "550", "no such user")
    assert (one.start, one.end) == (13, 29)
    assert found is not None
    assert found.reported_message_id == "plan-1@north.example"
    assert found.reported_at is not None
    assert found.reported_at.isoformat() == "2024-05-03T10:00:00+02:00"


@pytest.mark.parametrize(
    "fields_type", ["text/rfc822", "text/plain", "text/rfc822-headers", "application/octet-stream"]
)
def test_status_fields_are_found_under_a_wrong_type(fields_type: str) -> None:
    """A report whose machine part came as attached text names its recipient all the same."""
    found = read_bounce(report(BO, "5.1.1", "550 no such user", fields_type=fields_type), "")
    one = only(found)
    assert (one.address, one.name) == (BO, "user_unknown")


def test_the_address_we_wrote_to_counts_not_where_it_was_passed_on() -> None:
    message = report("x@west.example\nOriginal-Recipient: rfc822; bo@south.example", "5.1.1", "550 user unknown")
    assert only(read_bounce(message, "")).address == BO


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (QMAIL, "user_unknown"),
        (SENDMAIL, "user_unknown"),
        ("The following address failed:\n\n  bo@south.example\n    mailbox is full: retry timeout exceeded\n", "full"),
        ("Not delivered: bo@south.example.\nHost x said: 554 mail refused, your IP is on a blacklist", "reputation"),
        ("Die E-Mail an bo@south.example wurde nicht zugestellt: Empfänger unbekannt", "user_unknown"),
        ("Le message pour bo@south.example n'a pas été remis : boîte pleine", "full"),
    ],
)
def test_reports_in_plain_text_are_read(text: str, name: str) -> None:
    message = plain(text, "From: MAILER-DAEMON@south.example", "To: ada@north.example", "Subject: failure notice")
    one = only(read_bounce(message, text))
    assert (one.address, one.name) == (BO, name)


def test_two_recipients_of_one_text_keep_their_own_reasons() -> None:
    text = "Delivery failed.\n\n<bo@south.example>: 550 user unknown\n\n<cy@south.example>: 552 mailbox full\n"
    found = read_bounce(plain(text, "From: MAILER-DAEMON@south.example", "To: ada@north.example"), text)
    assert found is not None
    assert [(one.address, one.name) for one in found.recipients] == [(BO, "user_unknown"), ("cy@south.example", "full")]


def test_a_reply_to_the_whole_mail_does_not_prove_an_unknown_user() -> None:
    text = "<bo@south.example>: host mx.south.example said: 550 Unknown user (in reply to end of DATA command)"
    one = only(read_bounce(plain(text, "From: MAILER-DAEMON@south.example", "To: ada@north.example"), text))
    assert (one.name, one.is_hard) == ("filtered", False)


def test_who_is_told_and_the_server_are_not_taken_for_failed() -> None:
    text = "ada@north.example, your mail failed.\nContact postmaster@south.example.\nUnknown user: bo@south.example"
    message = plain(text, "From: postmaster@south.example", "To: ada@north.example")
    assert only(read_bounce(message, text)).address == BO


def test_a_mail_that_reports_nothing_is_no_bounce() -> None:
    assert read_bounce(plain("See you at nine.", "From: ada@north.example", "To: bo@south.example"), "See you.") is None


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Brugeren findes ikke", "user_unknown"),
        ("Käyttäjää ei löydy", "user_unknown"),
        ("550 Brak takiego użytkownika", "user_unknown"),
        ("550 Böyle bir kullanıcı yok", "user_unknown"),
        ("존재하지 않는 메일 주소입니다", "user_unknown"),
        ("550 Conta inexistente", "user_unknown"),
        ("User bo not listed in the directory", "user_unknown"),
        ("bo wasn't found at south.example.", "user_unknown"),
        ("Sorry, I couldn't find any host named south.example. (#5.1.2)", "host_unknown"),
        ("5.1.2 - Bad destination host 'DNS Hard Error looking up south.example (MX): NXDomain'", "host_unknown"),
        ("No route found to domain SOUTH from server NORTH.", "host_unknown"),
        ("an MX or SRV record indicated no SMTP service", "not_accepted"),
        ("554 5.3.0 unknown mailer error 127", "system"),
        ("Benutzer hat zuviele Mails auf dem Server", "full"),
        ("User has exhausted allowed storage space", "full"),
        ("El buzón del destinatario está lleno", "full"),
        ("This address no longer accepts mail.", "suspended"),
        ("Compte suspendu", "suspended"),
        ("bo@south.example has been suspended", "suspended"),
        ("550 We don't handle mail for that user", "user_unknown"),
    ],
)
def test_wordings_of_many_servers_and_languages_are_known(words: str, name: str) -> None:
    assert find_phrase(words).name == name


def test_a_bare_reply_that_names_no_stage_still_means_a_dead_address() -> None:
    """A filter may say so too, but whoever left is found by this more often than anything else is."""
    assert only(read_bounce(report(BO, "5.0.0", "smtp; 550 user unknown"), "")).is_hard


@pytest.mark.parametrize("stage", ["(in reply to end of DATA command)", ">>> .\n<<< 550 No such recipient"])
def test_a_reply_after_the_mail_itself_is_a_filter(stage: str) -> None:
    text = f"<bo@south.example>: host mx.south.example said: 550 No such recipient {stage}"
    one = only(read_bounce(plain(text, "From: MAILER-DAEMON@south.example", "To: ada@north.example"), text))
    assert (one.name, one.is_hard) == ("filtered", False)


def test_a_transcript_elsewhere_in_the_mail_shows_when_the_server_replied() -> None:
    text = "One address failed.\n\nTranscript\n>>> RCPT To:<bo@south.example>\n<<< 550 5.7.1 no such user"
    assert only(read_bounce(report(BO, "5.7.1", "smtp; 550 5.7.1 no such user", text=text), text)).is_hard


def test_a_group_that_may_not_exist_or_may_be_closed_is_not_called_dead() -> None:
    text = "bo@south.example\n\nThe group may not exist, or you may not post to it: https://groups.google.com/support/"
    assert not only(read_bounce(report(BO, "5.0.0", "", text=text), text)).is_hard
