"""One everyday thread: its mails in turn, and who of us answers a question where.

A thread that would not be finished in time is not begun, so nothing stays unanswered by accident.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from graph_service.demo.correspondence import Correspondence
from graph_service.demo.hours import CLOSES, END, LAST_DAY, after, at, reply_delay
from graph_service.demo.letters import Mail
from graph_service.demo.people import Language, Person
from graph_service.demo.plots import silent_from
from graph_service.demo.slots import fill
from graph_service.demo.team import HELENA, PRIYA, TOMASZ
from graph_service.demo.topics import Topic, Turn, render

OUR_MEDIAN, THEIR_MEDIAN = 150.0, 260.0


@dataclass(frozen=True, slots=True)
class Casting:
    """Who talks in a thread, and in which language."""

    customer: Person
    ours: Person
    language: Language
    customer_copy: tuple[Person, ...] = ()
    our_copy: tuple[Person, ...] = ()


@dataclass(frozen=True, slots=True)
class Chance:
    """When a thread may start, how fast people answer (1: as usual), and the account's subjects so far."""

    start: datetime
    haste: float
    subjects: set[str]


@dataclass(frozen=True, slots=True)
class _Thread:
    """What all mails of a thread share; `threaded` False: its replies carry no reply headers."""

    casting: Casting
    slots: dict[str, str]
    subject: str
    threaded: bool


def run(book: Correspondence, topic: Topic, casting: Casting, chance: Chance) -> bool:
    """Write the thread and return True, or return False when it does not fit before the end or was had before."""
    rng = book.rng
    turns = [turn for turn in topic.turns if not turn.optional or rng.random() < 0.5]
    times = _times(book, turns, chance)
    slots = fill(rng, book.account, casting.language, chance.start.date())
    subject = render(rng, topic.subject, slots)[0]
    if not _fits(book, casting, times) or subject in chance.subjects:
        return False
    chance.subjects.add(subject)
    thread = _Thread(casting, slots, subject, threaded=rng.random() > 0.08)
    parent: Mail | None = None
    for turn, when in zip(turns, times, strict=True):
        parent = _write_turn(book, thread, turn, when, parent, is_last=turn is turns[-1])
    return True


def _fits(book: Correspondence, casting: Casting, times: list[datetime]) -> bool:
    """Tell whether the thread ends in time, with both sides at work and nobody whom a planted ask keeps out."""
    ends = book.account.ends
    end = min(END, at(ends, CLOSES.hour, CLOSES.minute) if ends else END)
    reserved = silent_from(book.account).get(casting.customer.email, LAST_DAY + timedelta(days=1))
    there = all(person.is_there(time.date()) for person in (casting.customer, casting.ours) for time in times)
    return there and times[-1] <= end and times[-1].date() < reserved


def _times(book: Correspondence, turns: list[Turn], chance: Chance) -> list[datetime]:
    times = [chance.start]
    for turn in turns[1:]:
        median = (OUR_MEDIAN if turn.side == "us" else THEIR_MEDIAN) * chance.haste
        times.append(after(times[-1], reply_delay(book.rng, median)))
    return times


def _write_turn(
    book: Correspondence, thread: _Thread, turn: Turn, when: datetime, parent: Mail | None, *, is_last: bool
) -> Mail:
    casting, is_ours = thread.casting, turn.side == "us"
    text, asks = render(book.rng, turn.text, thread.slots)
    copies = casting.customer_copy + casting.our_copy
    sender, reader = (casting.ours, casting.customer) if is_ours else (casting.customer, casting.ours)
    subject = "" if parent else thread.subject
    question = parent if parent and parent.asks and is_ours else None
    how = _how(book, thread, is_last=is_last) if question else "same_thread"
    if how == "colleague":
        sender, copies = _stand_in(book, casting.ours), (*copies, casting.ours)
        text = f"{casting.ours.first_name} {book.rng.choice(('asked me to jump in', 'passed this on to me'))}. {text}"
    if how == "other_thread" and question:
        text = f"About your question of {question.sent:%A}, {thread.subject}: {text}"
        subject, parent = f"Your question ({thread.slots['site']})", None
    mail = book.write(
        sender,
        (reader,),
        subject,
        text,
        when,
        cc=tuple(dict.fromkeys(person for person in copies if person is not sender)),
        parent=parent,
        language=casting.language,
        asks=asks,
        threaded=thread.threaded,
    )
    if question:
        book.settle(question, mail, how)
    return mail


def _how(book: Correspondence, thread: _Thread, *, is_last: bool) -> str:
    """Return how a question is answered: mostly in its thread, sometimes by a colleague or in a new mail."""
    if thread.casting.language != "en" or book.account.story == "one_thread":
        return "same_thread"
    draw = book.rng.random()
    if draw < 0.06:
        return "colleague"
    return "other_thread" if draw < 0.1 and is_last and thread.threaded else "same_thread"


def _stand_in(book: Correspondence, ours: Person) -> Person:
    return HELENA if book.rng.random() < 0.4 else PRIYA if ours is not PRIYA else TOMASZ
