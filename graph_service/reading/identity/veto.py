"""What forbids that two identities are one person, however well they agree. Asked of every two in a group."""

import re
from collections.abc import Callable, Sequence

from graph_service.reading.identity.local_parts import NONE, local_fit, name_from_local
from graph_service.reading.identity.name_agreement import (
    OTHER,
    first_agreement,
    is_turned,
    last_agreement,
    names_conflict,
)
from graph_service.reading.identity.persons import Person, mailbox_key

_DIGITS = re.compile(r"\d+")


Veto = Callable[[Sequence[Person], Sequence[Person]], bool]
NAMES_APART = 1 / 3
"""Two groups stay apart when more than this part of their pairs of names differ; a mailbox has damaged names too."""


def forbids_groups(left: Sequence[Person], right: Sequence[Person]) -> bool:
    """Tell whether two groups cannot be one person: a veto between any two members, or names that mostly differ."""
    if any(forbids(one, two) for one in left for two in right):
        return True
    if _hard_keys(left) & _hard_keys(right):
        return False
    pairs = differing = 0
    for one in left:
        for two in right:
            if _named(one) and _named(two):
                pairs += 1
                differing += _two_names(one, two)
    return differing > pairs * NAMES_APART


def _hard_keys(group: Sequence[Person]) -> set[str]:
    """Return what is one person's alone: mailboxes, profiles, ids in one system."""
    found = {mailbox_key(address) for person in group for address in person.addresses}
    found |= {f"url {person.url}" for person in group if person.url}
    return found | {f"id {person.key}" for person in group if person.key}


def _named(person: Person) -> bool:
    return bool(person.name.given or person.name.last)


def forbids(one: Person, two: Person) -> str:
    """Return why two identities cannot be one person whatever they are called, or ""."""
    if one.url and two.url and one.url != two.url:
        return "two profiles of one network" if _network(one.url) == _network(two.url) else ""
    if one.addresses and {mailbox_key(address) for address in one.addresses} & {
        mailbox_key(address) for address in two.addresses
    }:
        return ""
    for mine in one.work:
        for theirs in two.work:
            if _two_mailboxes(mine, theirs, one, two):
                return f"two people's addresses at one domain: {mine}, {theirs}"
    return ""


def _network(url: str) -> str:
    return url.partition("/")[0]


def _two_names(one: Person, two: Person) -> bool:
    """Tell whether names differ in first or family name; those that one profile unites are left alone."""
    if one.url and one.url == two.url:
        return False
    if one.name.is_full and two.name.is_full:
        return names_conflict(one.name, two.name)
    first, last = first_agreement(one.name.given, two.name.given), last_agreement(one.name, two.name)
    return not is_turned(one.name, two.name) and OTHER in (first, last) and not (one.handle or two.handle)


def _two_mailboxes(mine: str, theirs: str, one: Person, two: Person) -> bool:
    """Tell whether two addresses at one domain are two people's: numbered (berg, berg2), or one spells another name."""
    (left, _, host), (right, _, other) = mine.partition("@"), theirs.partition("@")
    if host != other or left == right:
        return False
    if _DIGITS.sub("", left) == _DIGITS.sub("", right):
        return True
    spelled = name_from_local(left), name_from_local(right)
    if spelled[0].is_full and spelled[1].is_full and one.best_name.first != two.best_name.first:
        return spelled[0].first != spelled[1].first or spelled[0].last != spelled[1].last
    for local, person in ((left, two), (right, one)):
        name = person.best_name
        if name.is_full and local_fit(local, name) == NONE and names_conflict(name_from_local(local), name):
            return True
    return False
