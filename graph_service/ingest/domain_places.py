"""Who is at which mail domain, and where else: what is counted to tell whose a domain is. Pure: no graph, no clock.

A domain that no CRM claims counts as its own account here, wherever it was put before.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph_service.domain.workspace import Workspace
from graph_service.ingest.identity_queries import DomainRow, IdentityRow
from graph_service.reading.addresses import domain_of, is_shared_mailbox

MAIL, MOVED, MOVING = "mail", "moved", "moving"
"""Rules by which a domain is an account's that no CRM gave it: its own; its firm's; its firm's, people under way."""
UNCLAIMED = frozenset({MAIL, MOVED, MOVING})
LEAST_PEOPLE = 2


@dataclass(frozen=True, slots=True)
class Places:
    """Domain → contact → addresses there, contact → identities, domain → account, and the domains no CRM claims."""

    at: Mapping[str, Mapping[str, Sequence[IdentityRow]]]
    identities: Mapping[str, Sequence[IdentityRow]]
    homes: Mapping[str, str]
    unclaimed: frozenset[str]


def own_account(name: str, workspace: Workspace) -> str:
    """Return the uid of the account that a domain makes when nobody claims it."""
    return workspace.ids.uid("account", "domain", name)


def places_of(
    identities: Iterable[IdentityRow], contact_of: Mapping[str, str], domains: Iterable[DomainRow], workspace: Workspace
) -> Places:
    """Return where the people are whom identities stand for, by `contact_of`; a shared mailbox is nobody."""
    listed = list(domains)
    unclaimed = frozenset(one.name for one in listed if one.rule in UNCLAIMED)
    homes = {one.name: own_account(one.name, workspace) if one.name in unclaimed else one.account_uid for one in listed}
    at: dict[str, dict[str, list[IdentityRow]]] = defaultdict(lambda: defaultdict(list))
    people: dict[str, list[IdentityRow]] = defaultdict(list)
    for one in sorted(identities, key=lambda one: one.uid):
        if one.kind == "email" and is_shared_mailbox(one.value):
            continue
        people[contact_of[one.uid]].append(one)
        name = mail_domain(one)
        if name in homes:
            at[name][contact_of[one.uid]].append(one)
    return Places(at, people, homes, unclaimed)


def mail_domain(one: IdentityRow) -> str:
    """Return the domain of an address, empty for an identity that is none."""
    return domain_of(one.value) if one.kind == "email" else ""


def elsewhere(name: str, places: Places, homes: Mapping[str, str]) -> dict[str, set[str]]:
    """Return the people at a domain who work somewhere else → the accounts where, by the CRM or another address."""
    found: dict[str, set[str]] = {}
    for who in places.at.get(name, ()):
        accounts = {homes[other] for one in places.identities[who] if (other := mail_domain(one)) in homes}
        accounts.update(account for one in places.identities[who] for account in one.employers)
        if accounts := accounts - {homes[name]}:
            found[who] = accounts
    return found


def majorities(votes: Mapping[str, set[str]]) -> list[str]:
    """Return the accounts that at least two, and at least half of the voters, name; the one with most first."""
    counter = Counter(account for accounts in votes.values() for account in accounts)
    enough = [one for one, count in counter.items() if count >= LEAST_PEOPLE and 2 * count >= len(votes)]
    return sorted(enough, key=lambda one: (-counter[one], one))


def shared_domains(places: Places) -> dict[str, list[str]]:
    """Return the unclaimed domains that enough people share with an account → the accounts in question."""
    votes = {name: elsewhere(name, places, places.homes) for name in places.unclaimed & places.at.keys()}
    return {name: accounts for name, given in votes.items() if (accounts := majorities(given))}


def people_in_question(places: Places, shared: Mapping[str, Iterable[str]]) -> list[str]:
    """Return the people whose use of their addresses decides: all at the domains, and all at the accounts."""
    accounts = {account for found in shared.values() for account in found}
    names = shared.keys() | {name for name, account in places.homes.items() if account in accounts}
    return sorted({who for name in names for who in places.at.get(name, ())})
