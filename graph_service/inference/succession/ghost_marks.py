"""Who of an account may be a ghost at all: a person of theirs whom no CRM lists, under no other address either.

Owns what rules a ghost out. It may not count how often somebody was there.
"""

from collections import Counter
from collections.abc import Iterable, Mapping

from graph_service.inference.casefile import CaseFile, Person
from graph_service.reading.addresses import is_free_mail, is_shared_mailbox
from graph_service.reading.identity.name_agreement import (
    CLOSE,
    INITIAL,
    NICKNAME,
    SAME,
    first_agreement,
    last_agreement,
)
from graph_service.reading.identity.names import PersonName, parse_name

_FIRST = frozenset({SAME, NICKNAME, CLOSE})
_LAST = frozenset({SAME, CLOSE})


def may_be_ghosts(case: CaseFile, horizon_day: int, acting: Mapping[str, int], senders: frozenset[str]) -> list[Person]:
    """Return the persons whom no CRM lists by the horizon, by uid.

    Left out: shared mailboxes and those who send automatic mail only (`senders`), people of other firms in copy, and
    second addresses of somebody who is listed. `acting` is the day on which each was last seen.
    """
    listed = [one for one in case.people if is_listed(one, horizon_day)]
    twins = [(parse_name(one.name[:120]), one.uid in acting) for one in listed]
    return [
        one
        for one in sorted(case.people, key=lambda one: one.uid)
        if one.is_person
        and not is_listed(one, horizon_day)
        and one.uid not in senders
        and is_theirs(one, case.domains)
        and not _is_twin(one, twins)
    ]


def is_listed(person: Person, horizon_day: int) -> bool:
    """Tell whether a CRM lists them at this account by the horizon."""
    return person.crm_day is not None and person.crm_day <= horizon_day


def is_theirs(person: Person, domains: Iterable[str]) -> bool:
    """Tell whether a person is of the account's firm, as far as addresses tell.

    One address at a domain of the account is enough, a sub-domain is as good. Nobody is ruled out where the account
    has no domain, or the person has only private addresses or none. A shared mailbox is no person.
    """
    if person.addresses and all(is_shared_mailbox(one) for one in person.addresses):
        return False
    hosts = {one.rpartition("@")[2].lower() for one in person.addresses}
    homes = {one.lower() for one in domains if not is_free_mail(one)}
    if not homes or not hosts or all(is_free_mail(host) for host in hosts):
        return True
    return any(host == home or host.endswith(f".{home}") for host in hosts for home in homes)


def _is_twin(person: Person, listed: Iterable[tuple[PersonName, bool]]) -> bool:
    """Tell whether somebody listed has the same name, or the same but for initials and was never seen themselves."""
    name = parse_name(person.name[:120])
    return any(_agree(name, other, is_seen=is_seen) for other, is_seen in listed)


def _agree(one: PersonName, two: PersonName, *, is_seen: bool) -> bool:
    if not one.last or not two.last or not one.given or not two.given or last_agreement(one, two) not in _LAST:
        return False
    first = first_agreement(one.given, two.given)
    return first in _FIRST or (first == INITIAL and not is_seen)


def mostly_automatic(case: CaseFile, horizon_day: int) -> frozenset[str]:
    """Return those who by the horizon sent automatic mail only, and more of it than they took part in otherwise.

    Somebody on leave sends automatic replies too; a notifier does nothing else.
    """
    machine: Counter[str] = Counter()
    human: Counter[str] = Counter()
    by_hand: set[str] = set()
    for one in case.occasions:
        if one.day > horizon_day:
            continue
        if one.is_automatic:
            machine[one.sender_uid] += 1
            continue
        by_hand.add(one.sender_uid)
        human.update({part.uid for part in one.people})
    return frozenset(uid for uid, sent in machine.items() if uid not in by_hand and sent > human[uid])
