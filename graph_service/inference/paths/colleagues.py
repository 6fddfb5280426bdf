"""Who works with whom at an account, as far as mail, tickets and meetings with us show it.

Owns the counting. Mail to more than ten people and meetings of more than eight say nothing of a tie and are dropped.
"""

from collections import Counter
from collections.abc import Iterable
from itertools import combinations

from graph_service.inference.casefile import CaseFile, Occasion, Part, occasions_of
from graph_service.inference.paths.records import ColleagueTie

WINDOW_DAYS = 365
MOST_RECIPIENTS = 10
MOST_ATTENDEES = 8


def colleague_ties(case: CaseFile, horizon_day: int) -> tuple[ColleagueTie, ...]:
    """Return the ties between the people of an account over the 365 days up to the horizon, by (a, b).

    `messages` are mails and ticket comments that both were on, `meetings` meetings and calls that both attended; a
    meeting that was called off or declined is none. A meeting and its recording count as they stand.
    """
    people = {one.uid for one in case.people if one.is_person}
    messages: Counter[tuple[str, str]] = Counter()
    meetings: Counter[tuple[str, str]] = Counter()
    for one in occasions_of(case, horizon_day):
        if one.day <= horizon_day - WINDOW_DAYS or one.size > _most(one):
            continue
        there = sorted({part.uid for part in _present(one)} & people)
        (meetings if one.is_together else messages).update(combinations(there, 2))
    return tuple(ColleagueTie(*pair, messages[pair], meetings[pair]) for pair in sorted({*messages, *meetings}))


def _most(one: Occasion) -> int:
    """Return how many may be there: a mail has a sender beside its recipients."""
    return MOST_ATTENDEES if one.is_together else MOST_RECIPIENTS + 1


def _present(one: Occasion) -> Iterable[Part]:
    if one.status == "cancelled":
        return ()
    return (part for part in one.people if part.role != "absent" and part.response != "declined")
