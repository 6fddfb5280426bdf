"""What is really so in the demo: `truth.json`, kept beside the workspace for tests. The product never reads it.

Keys of the file (days are ISO dates; "business days" are weekdays without the demo's public holidays; a sentence is to
be compared with whitespace collapsed, since some writers' mail clients break lines):

- `last_day`, `seed`, `mails` (different mails), `copies` (mails in all mailboxes)
- `asks`: every sentence in which a customer asks us for something. `account` (key), `asker`, `to` (who was asked),
  `message_id`, `subject`, `sentence`, `day`, `business_days_open` (until the answer or the last day), `answered_by`
  (message id or null), `answered_by_person`, `how`: "same_thread", "other_thread" (a new mail without reply headers),
  "colleague" (someone else of us, from their own mailbox), "withdrawn" (the asker needs it no longer), "held" (we only
  said that we would come back), "unanswered"; `we_wrote_since`: whether we wrote to the asker after the ask, about
  whatever; `planted`: "" for everyday mail, else the story's label
- `unanswered`: the planted asks that a good queue shows, oldest first: the fields above, and `account_name`. Two asks
  of one thread (a question and its reminder) both stand here with the same `thread_of`, the first one's message id
- `not_to_flag`: asks without an answer that should not lead the queue: label "fresh" (asked on the last day) and
  "older_than_60_days"; "held" may be shown, but as promised rather than unanswered
- `accounts`: per key: `name`, `domain`, `owner`, `state`: "steady", "slow" (rare, but in its own rhythm: must not be
  flagged), "quiet" (silent against its own rhythm: must be flagged), "announced_pause" (said that it would be silent);
  `last_inbound` (day of the last mail a person there wrote), `median_gap_days` (of the days with inbound mail, until
  then), `one_relationship` (null, or `person`, `share` of the account's human mail, `next_best`), `well_connected`
  (true: at least four people write, none more than 40 %), `people`: `active` (wrote in the last 90 days), `inactive`
  (wrote before that), `silent` (in the CRM, never wrote), `not_in_crm` (write, but the CRM lacks them)
- `departed`: who left: `email`, `account` (null: one of us), `last_day`, `successor` (or null), `evidence` message ids
- `automatic`: message ids per kind ("auto_reply", "newsletter", "bounce", "internal"), none of them an answer or an ask
"""

from collections import Counter
from collections.abc import Iterable
from datetime import timedelta
from itertools import pairwise
from statistics import median
from typing import Any

from graph_service.demo.correspondence import Ask, Correspondence
from graph_service.demo.hours import LAST_DAY, business_days_between
from graph_service.demo.letters import Mail
from graph_service.demo.people import Account, Person
from graph_service.demo.team import CALLUM, THEO

STATES = {
    "quiet": "quiet",
    "quiet_complaint": "quiet",
    "quiet_noise": "quiet",
    "slow": "slow",
    "announced_pause": "announced_pause",
}
ACTIVE_DAYS = 90


def tell(books: Iterable[Correspondence], mails: list[Mail], copies: int, seed: int) -> dict[str, Any]:
    """Return the whole truth as plain data, ready for JSON."""
    books = list(books)
    asks = sorted((ask for book in books for ask in book.asks), key=lambda ask: (ask.mail.sent, ask.mail.message_id))
    told = [_ask(ask, books) for ask in asks]
    return {
        "last_day": LAST_DAY.isoformat(),
        "seed": seed,
        "mails": len(mails),
        "copies": copies,
        "unanswered": [ask for ask in told if ask["planted"] == "unanswered"],
        "not_to_flag": [ask for ask in told if ask["planted"] in {"fresh", "older_than_60_days", "held"}],
        "accounts": {book.account.key: _account(book) for book in books},
        "departed": _departed(books, mails),
        "automatic": {
            kind: [mail.message_id for mail in mails if mail.kind == kind]
            for kind in ("auto_reply", "newsletter", "bounce", "internal")
        },
        "asks": told,
    }


def _ask(ask: Ask, books: list[Correspondence]) -> dict[str, Any]:
    until = ask.answer.sent.date() if ask.answer else LAST_DAY
    book = next(book for book in books if book.account.key == ask.mail.account)
    account = book.account
    return {
        "account": account.key,
        "account_name": account.name,
        "asker": ask.mail.sender.email,
        "to": [person.email for person in ask.mail.to],
        "cc": [person.email for person in ask.mail.cc],
        "message_id": ask.mail.message_id,
        "thread_of": ask.mail.references[0] if ask.mail.references else ask.mail.message_id,
        "subject": ask.mail.subject,
        "sentence": ask.sentence,
        "day": ask.mail.sent.date().isoformat(),
        "business_days_open": business_days_between(ask.mail.sent.date(), until),
        "answered_by": ask.answer.message_id if ask.answer else None,
        "answered_by_person": ask.answer.sender.email if ask.answer else None,
        "how": ask.how,
        "we_wrote_since": any(
            mail.sent > ask.mail.sent and mail.sender.is_ours and ask.mail.sender in mail.to for mail in book.mails
        ),
        "planted": ask.planted,
    }


def _account(book: Correspondence) -> dict[str, Any]:
    account = book.account
    inbound = sorted({mail.sent.date() for mail in book.mails if not mail.sender.is_ours})
    gaps = [(later - earlier).days for earlier, later in pairwise(inbound)]
    shares = _shares(book)
    written = Counter(mail.sender.email for mail in book.mails if not mail.sender.is_ours)
    top = max(written.values()) / sum(written.values())
    return {
        "name": account.name,
        "domain": account.domain,
        "owner": account.csm.email,
        "story": account.story,
        "state": STATES.get(account.story, "steady"),
        "last_inbound": inbound[-1].isoformat(),
        "median_gap_days": median(gaps),
        "one_relationship": _one_relationship(account, shares),
        "well_connected": len(written) >= 4 and top <= 0.4,
        "people": _groups(book),
    }


def _shares(book: Correspondence) -> dict[str, float]:
    """Return each customer person's share of the account's human mail, as writer or first reader."""
    counts: Counter[str] = Counter()
    for mail in book.mails:
        other = mail.to[0] if mail.sender.is_ours else mail.sender
        counts[other.email] += 1
    return {email: count / counts.total() for email, count in counts.most_common()}


def _one_relationship(account: Account, shares: dict[str, float]) -> dict[str, Any] | None:
    if account.story != "one_thread":
        return None
    (person, share), (second, _), *_ = shares.items()
    return {"person": person, "share": round(share, 3), "next_best": second}


def _groups(book: Correspondence) -> dict[str, list[str]]:
    last: dict[str, Mail] = {mail.sender.email: mail for mail in sorted(book.mails, key=lambda mail: mail.sent)}
    floor = LAST_DAY - timedelta(days=ACTIVE_DAYS)

    def group(people: Iterable[Person]) -> list[str]:
        return sorted(person.email for person in people)

    wrote = [person for person in book.account.people if person.email in last]
    return {
        "active": group(person for person in wrote if last[person.email].sent.date() > floor),
        "inactive": group(person for person in wrote if last[person.email].sent.date() <= floor),
        "silent": group(person for person in book.account.people if person.email not in last),
        "not_in_crm": group(person for person in book.account.people if not person.in_crm),
    }


def _departed(books: list[Correspondence], mails: list[Mail]) -> list[dict[str, Any]]:
    successors = {"margery.tolland@sallowbay.example": "rufus.penhale@sallowbay.example"}
    subjects = ("Goodbye from Poole", "Moving on", "Undelivered Mail", "A change on our side")
    gone: list[tuple[str | None, Person]] = [
        (book.account.key, person) for book in books for person in book.account.people if person.left
    ]
    told = []
    for key, person in [*gone, (None, CALLUM)]:
        says = [
            mail
            for mail in mails
            if mail.subject.startswith(subjects) and (mail.account == key or mail.sender is person)
        ]
        told.append(
            {
                "email": person.email,
                "account": key,
                "last_day": str(person.left),
                "successor": successors.get(person.email, THEO.email if key is None else None),
                "evidence": [mail.message_id for mail in says if mail.sender is person or mail.kind == "bounce"],
            }
        )
    return told
