"""Days on which so many accounts surge at once that the cause is ours: one incident, not many surges.

Owns the share of accounts and the spell that marks each of them. The only place where tickets of accounts meet.
"""

from collections.abc import Collection, Iterable, Mapping

from graph_service.domain.facts import SpellFact, Term, day_of, epoch_day
from graph_service.inference.tickets.surges import SURGE, TICKETS

SHARE, LEAST = 0.1, 3
EVENT, INCIDENT = "event", "incident"
INCIDENT_DAYS = 7


def incident_days(surges: Mapping[str, Collection[int]], first_tickets: Mapping[str, int]) -> frozenset[int]:
    """Return the days on which more than a tenth of the accounts, and three or more, began to surge.

    `surges` is account → days on which its surges opened, `first_tickets` account → day of its first ticket: an
    account counts from that day on, so that a day's answer never changes later.
    """
    opened: dict[int, set[str]] = {}
    for uid, days in surges.items():
        for day in days:
            opened.setdefault(day, set()).add(uid)
    return frozenset(
        day
        for day, uids in opened.items()
        if len(uids) >= LEAST and len(uids) > SHARE * sum(first <= day for first in first_tickets.values())
    )


def surge_days(spells: Iterable[SpellFact]) -> tuple[int, ...]:
    """Return the days on which an account's surges opened: its share of `incident_days`."""
    return tuple(epoch_day(one.valid_from) for one in spells if one.kind == TICKETS and one.state == SURGE)


def incident_spells(spells: Iterable[SpellFact], incidents: frozenset[int], horizon_day: int) -> tuple[SpellFact, ...]:
    """Return an `event` spell (incident, for a week) for each of an account's surges that opened on such a day."""
    found = []
    for one in spells:
        day = epoch_day(one.valid_from)
        if one.kind == TICKETS and day in incidents and day <= horizon_day:
            over = day + INCIDENT_DAYS
            evidence = next((term.evidence for term in one.terms if term.evidence), ())
            found.append(
                SpellFact(
                    EVENT, INCIDENT, one.valid_from, day_of(over) if over <= horizon_day else None, one.valid_from,
                    (Term("surges on one day", 1.0, evidence),), detail=one.detail,
                )
            )  # fmt: skip
    return tuple(found)
