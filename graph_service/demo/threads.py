"""The everyday mail of one account: threads at the account's own pace, each question answered.

Background only: what is planted for the queue to find is in `plots`. A thread that would not be finished before the
last day (or before the account falls silent) is not begun, so nothing here stays unanswered by accident.
"""

from datetime import date, datetime, timedelta

from graph_service.demo.correspondence import Correspondence
from graph_service.demo.hours import FIRST_DAY, LAST_DAY, THIN, is_business_day, some_time_on
from graph_service.demo.people import Account, Person
from graph_service.demo.team import GRETA, PRIYA, THEO, TOMASZ
from graph_service.demo.topics import Topic
from graph_service.demo.topics_business import BUSINESS
from graph_service.demo.topics_continental import CONTINENTAL
from graph_service.demo.topics_service import SERVICE
from graph_service.demo.turns import Casting, Chance, run

ENGLISH = SERVICE + BUSINESS
REMEMBERED_TOPICS = 14


def write_background(book: Correspondence) -> None:
    """Write all everyday threads of the account, oldest first."""
    recent: list[str] = []
    subjects: set[str] = set()
    for start in starts(book):
        for attempt in range(8):
            topic, casting = _cast(book, start, hurried=attempt > 3)
            if topic.key not in recent and run(book, topic, casting, Chance(start, 0.6**attempt, subjects)):
                recent = [*recent[1 - REMEMBERED_TOPICS :], topic.key]
                break


def starts(book: Correspondence) -> list[datetime]:
    """Return when threads start: a steady pace with some play, counted back from the account's last day."""
    rng, last = book.rng, book.account.ends or LAST_DAY
    days = [day for day in _days(FIRST_DAY, last) if day not in THIN or rng.random() < 0.25]
    gap = 21.0 / book.account.pace
    # A slow account's last thread lies a while back; a lively one's is from today or yesterday.
    position = len(days) - (gap * 0.75 if gap > 20 else gap * rng.random() * 0.5)
    found = []
    while position >= 0:
        found.append(some_time_on(rng, days[min(int(position), len(days) - 1)]))
        position -= gap * rng.gammavariate(5, 0.2)
    return found[::-1]


def _days(first: date, last: date) -> list[date]:
    span = [first + timedelta(days=count) for count in range((last - first).days + 1)]
    return [day for day in span if is_business_day(day)]


def _cast(book: Correspondence, start: datetime, *, hurried: bool) -> tuple[Topic, Casting]:
    """Return a topic and who talks about it; `hurried` takes only topics that ask for nothing."""
    rng, account = book.rng, book.account
    present = [person if person.is_there(start.date()) else None for person in account.people]
    weights = [share if person else 0.0 for person, share in zip(present, account.shares, strict=True)]
    customer = rng.choices(account.people, weights)[0]
    is_native = account.language != "en" and rng.random() < 0.6
    language = account.language if is_native else "en"
    pool = [topic for topic in (CONTINENTAL if is_native else ENGLISH) if topic.language == language]
    fitting = [topic for topic in pool if topic.area in (customer.area, "any")]
    alone = account.story == "one_thread"
    if len(fitting) < 4 or alone or rng.random() < 0.25:
        fitting = pool
    if hurried:
        fitting = [topic for topic in pool if not topic.asks] or pool
    topic = rng.choice(fitting)
    return topic, Casting(
        customer,
        account.csm if alone else _ours(account, topic, start.date()),
        language,
        () if alone or rng.random() > 0.16 else _colleague(book, customer, start.date()),
        (account.csm,) if topic.role != "csm" and not alone and rng.random() < 0.4 else (),
    )


def _ours(account: Account, topic: Topic, day: date) -> Person:
    seller = account.seller if account.seller.is_there(day + timedelta(days=8)) else THEO
    support = TOMASZ if account.country in {"DE", "AT", "NL"} else PRIYA
    return {"ae": seller, "support": support, "billing": GRETA}.get(topic.role, account.csm)


def _colleague(book: Correspondence, customer: Person, day: date) -> tuple[Person, ...]:
    shares = zip(book.account.people, book.account.shares, strict=True)
    others = [person for person, share in shares if share and person is not customer and person.is_there(day)]
    return (book.rng.choice(others),) if others else ()
