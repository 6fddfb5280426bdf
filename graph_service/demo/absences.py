"""Answers that are none, and people who are gone: auto-replies, a bounce, a handover."""

from collections.abc import Collection, Iterable
from datetime import date, timedelta
from random import Random

from graph_service.demo.correspondence import Correspondence
from graph_service.demo.hours import after, at, seeded
from graph_service.demo.letters import Mail
from graph_service.demo.noise import outsider, plain_mail
from graph_service.demo.people import Person
from graph_service.demo.slots import day_name
from graph_service.demo.team import CALLUM, NORA

AUTO = (("Auto-Submitted", "auto-replied"), ("X-Auto-Response-Suppress", "All"), ("Precedence", "auto_reply"))
ABSENT_AT = {"kestwick": "De-icing roster for the winter", "bramfeld-kliniken": "Dienstplan Haus A für den Sommer"}


def auto_replies(seed: int, books: Collection[Correspondence]) -> list[Mail]:
    """Return absence notes: to some mails of ours whose reader is silent for days, and the planted ones."""
    rng = seeded(seed, "auto")
    found = [
        _absence(rng, mail, mail.to[0])
        for book in books
        for mail in book.mails
        if mail.sender.is_ours and not mail.to[0].is_ours and _is_silent(book, mail) and rng.random() < 0.3
    ]
    planted = [book for book in books if book.account.key in ABSENT_AT]
    return found + [_planted_absence(rng, book) for book in planted]


def _is_silent(book: Correspondence, mail: Mail) -> bool:
    """Tell whether the reader writes nothing in the week around a mail, so that an absence is believable."""
    around = [other.sent for other in book.mails if other.sender is mail.to[0]]
    return mail.to[0].is_there(mail.sent.date()) and all(
        not mail.sent - timedelta(days=1) < sent < mail.sent + timedelta(days=6) for sent in around
    )


def _planted_absence(rng: Random, book: Correspondence) -> Mail:
    """Return the absence note to the last mail whose subject is planted for it."""
    mail = next(mail for mail in reversed(book.mails) if mail.subject.endswith(ABSENT_AT[book.account.key]))
    return _absence(rng, mail, mail.to[0])


def _absence(rng: Random, mail: Mail, person: Person) -> Mail:
    back = day_name("en", after(mail.sent, 3 * 510).date())
    if person is NORA:
        back = "Monday 22 June"
    long = (
        f"Thank you for your mail. I am out of the office until {back} with little access to mail. "
        "In urgent cases, please contact my colleagues. Can it wait? Then I will answer when I am back."
    )
    texts = (long, f"I am away and back on {back}. Your mail is not forwarded.")
    when = mail.sent + timedelta(seconds=rng.randrange(20, 90))
    subject = rng.choice(("Automatic reply: ", "Out of office: ")) + mail.subject
    body = f"{rng.choice(texts)}\n\n{person.name}"
    return plain_mail(
        rng, "auto_reply", person, (mail.sender,), when, subject=subject, body=body, parent=mail, headers=AUTO
    )


def bounces(seed: int, books: dict[str, Correspondence]) -> list[Mail]:
    """Return the bounce of a mail of ours to a person who left, with the mail that bounced."""
    rng = seeded(seed, "bounce")
    book = books["sallowbay"]
    margery, orla = book.account.who("Margery"), book.account.csm
    text = "One thing is not in your handover notes: where do the seasonal contracts of last year live?"
    sent = book.write(orla, (margery,), "Seasonal contracts 2025", text, at(date(2026, 5, 5), 9, 14))
    daemon = outsider("Mail Delivery System", "mailer-daemon@sallowbay.example")
    body = (
        "This message was created automatically by mail delivery software.\n\n"
        "A message that you sent could not be delivered to one or more of its recipients. The error is permanent.\n\n"
        f"  {margery.email}\n    550 5.1.1 User unknown\n\nSubject: {sent.subject}\nMessage-ID: {sent.message_id}"
    )
    headers = (("Auto-Submitted", "auto-replied"), ("X-Failed-Recipients", margery.email))
    when = sent.sent + timedelta(seconds=4)
    subject = "Undelivered Mail Returned to Sender"
    return [plain_mail(rng, "bounce", daemon, (orla,), when, subject=subject, body=body, parent=sent, headers=headers)]


def handover(books: Iterable[Correspondence]) -> None:
    """Write the mail with which the leaving account executive hands his accounts over."""
    text = (
        "Friday is my last day at Orlanda. From Monday Theo Marchbank looks after the commercial side of your account; "
        "he knows everything I know and is better at golf. Thank you for the years!"
    )
    for book in books:
        if book.account.seller is CALLUM and book.account.key != "delcourtois":
            when = at(date(2026, 4, 8), 13, book.rng.randrange(10, 50))
            book.write(CALLUM, (book.account.people[0],), "A change on our side", text, when)
