"""Mail that no customer wrote to us: newsletters and mail among ourselves."""

from datetime import date, datetime, timedelta
from random import Random

from graph_service.demo.accounts import BY_KEY
from graph_service.demo.hours import FIRST_DAY, LAST_DAY, THIN, after, at, is_business_day, seeded, some_time_on
from graph_service.demo.letters import Mail, reply_subject
from graph_service.demo.people import Person
from graph_service.demo.slots import day_name
from graph_service.demo.team import HELENA, TEAM
from graph_service.demo.topics import render

ISSUES = (
    "Is your rota ready for [the holidays|peak season|school breaks]?",
    "[Five|Seven|Nine] ways to fill a night shift",
    "Who pays for the commute of on-call staff?",
    "[Overtime|Rest time] rulings: what has changed?",
    "Why do people swap shifts - and should you let them?",
)
ARTICLES = (
    "Could a four-day week work in [care|logistics|retail]? We asked [twelve|forty] planners.",
    "Do you know what an unfilled shift costs you? Use our calculator.",
    "Would you like to speak at our spring meeting? Send us your proposal by the end of the month.",
    "Three planners tell us how they cut phone calls by half.",
    "Reader's question: can I move a rest day without asking?",
    "New in the shop: wall planners for the coming quarter.",
)
_FORECAST = (
    "Numbers for my accounts are in the sheet. [Two renewals moved a month back|Nothing moved since last week]. "
)
_TALK = "I have a call with {name} tomorrow. Is there anything I should know, open tickets or grumbles? "
INTERNAL = (
    ("Forecast for [the week|the month]", _FORECAST + "Could you look over the comments before three?"),
    ("[{name}: anything new?|{name}]", _TALK + "Who of us spoke to them last?"),
    ("Cover on [Friday|Thursday]", "I am at the dentist in the afternoon. Can you keep an eye on {name} for me?"),
    ("Release notes [draft|for review]", "The draft is in the folder. Please correct my English where it hurts."),
    ("[Lunch talk|Team lunch] on [Wednesday|Thursday]", "We have a table at half past twelve. Who is in?"),
    ("[Support rota|On-call] next week", "I have put you down for Tuesday and Thursday. Shout if that does not work."),
)


def outsider(name: str, email: str) -> Person:
    """Return someone who is neither ours nor at a customer."""
    return Person(name, email, "", "", "GB", "news")


def newsletters(seed: int) -> list[Mail]:
    """Return two industry newsletters, weekly and fortnightly, and one from a customer's own domain."""
    rng = seeded(seed, "newsletters")
    weekly = outsider("Rota Post", "editor@rotapost.example")
    fortnightly = outsider("Planners' Circle", "news@planners-circle.example")
    clinic = outsider("Bramfeld Kliniken Aktuell", "newsletter@bramfeld-kliniken.example")
    mails = []
    for week in range(39):
        day = FIRST_DAY + timedelta(days=6 + 7 * week)
        if day > LAST_DAY:
            break
        mails.append(_issue(rng, weekly, rng.sample(TEAM[:7], 2), day, "rota-post.rotapost.example"))
        if week % 2:
            mails.append(_issue(rng, fortnightly, [HELENA], day, "circle.planners-circle.example"))
        if week % 4 == 3:
            reader = BY_KEY["bramfeld-kliniken"].csm
            mails.append(_issue(rng, clinic, [reader], day, "aktuell.bramfeld-kliniken.example"))
    return mails


def _issue(rng: Random, sender: Person, readers: list[Person], day: date, list_id: str) -> Mail:
    subject = render(rng, rng.choice(ISSUES), {})[0]
    parts = [render(rng, text, {})[0] for text in rng.sample(ARTICLES, 3)]
    body = "\n\n* * *\n\n".join([f"{sender.name}, {day_name('en', day)}" if day.weekday() < 5 else sender.name, *parts])
    body += "\n\nYou receive this mail because you subscribed. Want to leave us? Unsubscribe at any time."
    headers = (("List-Id", f"<{list_id}>"), ("List-Unsubscribe", f"<mailto:leave@{list_id}>"), ("Precedence", "bulk"))
    when = at(day, 5, rng.randrange(60))
    return plain_mail(rng, "newsletter", sender, tuple(readers), when, subject=subject, body=body, headers=headers)


def plain_mail(
    rng: Random,
    kind: str,
    sender: Person,
    to: tuple[Person, ...],
    when: datetime,
    *,
    subject: str,
    body: str,
    parent: Mail | None = None,
    headers: tuple[tuple[str, str], ...] = (),
) -> Mail:
    """Return a mail without greeting and quote, in answer to `parent` if there is one."""
    domain = sender.email.partition("@")[2]
    return Mail(
        message_id=f"<{rng.getrandbits(72):018x}@{domain}>",
        sent=when,
        sender=sender,
        to=to,
        cc=(),
        subject=subject,
        text=body,
        body=body,
        kind=kind,
        account=parent.account if parent else "",
        in_reply_to=parent.message_id if parent else "",
        references=(*parent.references, parent.message_id) if parent else (),
        headers=headers,
    )


def internal(seed: int) -> list[Mail]:
    """Return mail among ourselves, nearly one every business day; its questions are not a customer's."""
    rng = seeded(seed, "internal")
    days = [FIRST_DAY + timedelta(days=count) for count in range((LAST_DAY - FIRST_DAY).days)]
    mails: list[Mail] = []
    for day in days:
        if is_business_day(day) and day not in THIN and rng.random() > 0.35:
            mails.extend(_exchange(rng, day))
    return mails


def _exchange(rng: Random, day: date) -> list[Mail]:
    writer, reader = rng.sample([member for member in TEAM if member.is_there(day)], 2)
    slots = {"name": rng.choice([account.name for account in BY_KEY.values()])}
    title, text = (render(rng, part, slots)[0] for part in rng.choice(INTERNAL))
    body = f"{reader.first_name},\n\n{text}\n\n{writer.first_name}"
    first = plain_mail(rng, "internal", writer, (reader,), some_time_on(rng, day), subject=title, body=body)
    when = after(first.sent, 20 + rng.random() * 200)
    if rng.random() < 0.5 or when.date() > LAST_DAY:
        return [first]
    answer = rng.choice(("Will do.", "Done.", "Yes, all fine.", "I'm in.", "Seen, two small remarks in the sheet."))
    subject, body = reply_subject(title, reader, "en"), f"{answer}\n\n{reader.first_name}"
    return [first, plain_mail(rng, "internal", reader, (writer,), when, subject=subject, body=body, parent=first)]
