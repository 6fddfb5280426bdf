"""Which message answers which ask.

Owns the pairing rules. It may not judge silence: an ask without a pair here means "no answer seen", since the
answer may lie in a mailbox we do not hold.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import tzinfo

from graph_service.domain.business_days import business_hours_between
from graph_service.domain.workspace import utc_millis
from graph_service.inference.touches import Answer, AskFact, AskOutcome, Message

OUR_SIDE = ""
SAME_THREAD = "same_thread"
OTHER_THREAD = "other_thread"
OTHER_THREAD_DAYS = 10
MINUTE_MS = 60_000

Line = list[tuple[int, str, Message]]
"""Messages in order of (time, uid)."""


def pair_answers(asks: Iterable[AskFact], messages: Iterable[Message], sides: Mapping[str, str]) -> dict[str, Answer]:
    """Return the answer of each answered ask, by evidence uid.

    `sides` gives each person's side: the uid of the account, `OUR_SIDE` for our users; a person without an
    entry is a side of their own. An answer is the earliest of two candidates, both at least one minute later than
    the ask and sent to the asker: a message in the same thread by anyone on an asked side, or a message in
    another thread by an asked person of such a side within `OTHER_THREAD_DAYS` days. The earliest wins (the same
    thread on a draw), so that later mail never alters an answer already seen. Input order does not matter.
    """
    threads, people = _index(messages, sides)
    answers: dict[str, Answer] = {}
    for ask in asks:
        found = _answer(ask, threads, people, sides)
        if found is not None:
            answers[ask.evidence_uid] = found
    return answers


def ask_outcomes(
    asks: Iterable[AskFact], answers: Mapping[str, Answer], zone: tzinfo, country: str = ""
) -> tuple[AskOutcome, ...]:
    """Return each ask with its answer; the reply time is in business hours (9-18 h) of `zone` and `country`."""
    return tuple(_outcome(ask, answers.get(ask.evidence_uid), zone, country) for ask in asks)


def _outcome(ask: AskFact, answer: Answer | None, zone: tzinfo, country: str) -> AskOutcome:
    if answer is None:
        return AskOutcome(ask)
    hours = business_hours_between(utc_millis(ask.at_ms), utc_millis(answer.at_ms), zone, country)
    return AskOutcome(ask, answer, round(hours, 9))


def _index(
    messages: Iterable[Message], sides: Mapping[str, str]
) -> tuple[dict[tuple[str, str, str], Line], dict[tuple[str, str], Line]]:
    """Return messages by (thread, sender's side, recipient) and by (sender, recipient), each in time order."""
    threads: dict[tuple[str, str, str], Line] = defaultdict(list)
    people: dict[tuple[str, str], Line] = defaultdict(list)
    for message in messages:
        side = sides.get(message.sender_uid, message.sender_uid)
        entry = (message.at_ms, message.interaction_uid, message)
        for recipient in set(message.recipient_uids) - {message.sender_uid}:
            threads[message.thread_id, side, recipient].append(entry)
            people[message.sender_uid, recipient].append(entry)
    for line in (*threads.values(), *people.values()):
        line.sort(key=_order)
    return threads, people


def _order(entry: tuple[int, str, Message]) -> tuple[int, str]:
    return entry[0], entry[1]


def _answer(
    ask: AskFact,
    threads: Mapping[tuple[str, str, str], Line],
    people: Mapping[tuple[str, str], Line],
    sides: Mapping[str, str],
) -> Answer | None:
    """Return the earliest candidate, preferring the same thread on a draw."""
    earliest = (ask.at_ms // MINUTE_MS + 1) * MINUTE_MS
    candidates: list[tuple[int, int, str, Message]] = []
    asked_sides = _asked_sides(ask, sides)
    for side in asked_sides:
        message = _first(threads.get((ask.thread_id, side, ask.asker_uid), []), earliest)
        if message is not None:
            candidates.append((message.at_ms, 0, message.interaction_uid, message))
    for asked in {asked for asked in ask.asked_uids if sides.get(asked, asked) in asked_sides}:
        message = _first(people.get((asked, ask.asker_uid), []), earliest)
        if message is not None and message.day - ask.day <= OTHER_THREAD_DAYS:
            candidates.append((message.at_ms, 1, message.interaction_uid, message))
    if not candidates:
        return None
    _, _, _, best = min(candidates, key=lambda found: found[:3])
    rule = SAME_THREAD if best.thread_id == ask.thread_id else OTHER_THREAD
    return Answer(best.at_ms, best.day, best.interaction_uid, best.sender_uid, rule)


def _asked_sides(ask: AskFact, sides: Mapping[str, str]) -> set[str]:
    """Return the sides that may answer in the thread: ours for an ask to us, else the accounts of those asked."""
    if not ask.from_us:
        return {OUR_SIDE}
    return {sides.get(asked, asked) for asked in ask.asked_uids} - {OUR_SIDE}


def _first(line: Line, earliest: int) -> Message | None:
    """Return the first message of `line` at `earliest` (epoch millis) or later."""
    place = bisect_left(line, earliest, key=lambda entry: entry[0])
    return line[place][2] if place < len(line) else None
