"""Which firms write from another mail domain than before, told by whose people are the same. Pure: no graph, no clock.

A domain that no CRM claims belongs to the account where the people at it were before, when

- at least two of them, and at least half of those who have another place of work, are people of that one account,
  by an address there or a record of the CRM, under the same local part or family name;
- it was first used later than what they wrote from before;
- fewer people go on writing from that account's own domains than came over: who changes firms leaves colleagues;
- no more people are new at the domain while they come over than came over: else it is a firm of its own.

Whose a domain is never decides who is who, so the answer is a function of all claims and all mail, in any order.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph_service.domain.facts import DAY_MS
from graph_service.ingest.domain_places import LEAST_PEOPLE, Places, elsewhere, mail_domain, majorities
from graph_service.ingest.identity_queries import AddressUse, IdentityRow
from graph_service.reading.identity.names import parse_name

HANDOVER_MS = 60 * DAY_MS
"""How long somebody who came over may write from the old address, too: mailboxes move one after another."""
ARRIVAL_MS = 180 * DAY_MS
"""Who is at the domain within this time says whether it is a firm of its own; who comes later joined the firm."""


def moved_domains(places: Places, names: Iterable[str], use: Mapping[str, AddressUse]) -> dict[str, str]:
    """Return domain → account for those of some domains that their firm took on later; `use` is by identity.

    The oldest are judged first, each by what was there before, so that a firm that moved twice is one account.
    """
    homes = {name: account for name, account in places.homes.items() if name not in places.unclaimed}
    moved: dict[str, str] = {}
    wanted = set(names)
    first = {name: _first(use, _addresses(places, name)) for name in places.unclaimed}
    for began, name in sorted((began, name) for name, began in first.items() if began is not None):
        homes[name] = places.homes[name]
        account = _new_home(_Judging(name, began, places, homes, use)) if name in wanted else ""
        if account:
            homes[name] = moved[name] = account
    return moved


@dataclass(frozen=True, slots=True)
class _Judging:
    """One domain under judgement, first used at `began`; `homes` of those that are older, or claimed, as judged."""

    name: str
    began: int
    places: Places
    homes: Mapping[str, str]
    use: Mapping[str, AddressUse]

    def arrival(self, who: str) -> int | None:
        """Return when somebody first used an address at the domain."""
        return _first(self.use, self.places.at[self.name][who])

    def before(self, account: str) -> dict[str, list[IdentityRow]]:
        """Return the people with an address at the other domains of an account → these addresses."""
        found: dict[str, list[IdentityRow]] = {}
        for name, people in self.places.at.items():
            if name != self.name and self.homes.get(name) == account:
                for who, rows in people.items():
                    found.setdefault(who, []).extend(rows)
        return found


def _new_home(case: _Judging) -> str:
    """Return the account that a domain of people belongs to, or an empty text when it is a firm of its own."""
    votes = elsewhere(case.name, case.places, case.homes)
    best = majorities(votes)
    counts = [sum(account in given for given in votes.values()) for account in best[:2]]
    if not best or counts[1:] == counts[:1]:
        return ""
    account = best[0]
    came = {who: at for who in votes if (at := _came_over(case, who, account)) is not None}
    if len(came) < LEAST_PEOPLE or not _is_later(case, came, account):
        return ""
    arrived = min(came.values())
    own = case.places.at[case.name].keys() - votes.keys()
    new = sum((case.arrival(who) or arrived) <= arrived + ARRIVAL_MS for who in own)
    return account if new <= len(came) and _stayed(case, came, account) < len(came) else ""


def _came_over(case: _Judging, who: str, account: str) -> int | None:
    """Return when somebody known at an account by the same name or local part first used the domain."""
    before = [
        one
        for one in case.places.identities[who]
        if account in one.employers or (mail_domain(one) != case.name and case.homes.get(mail_domain(one)) == account)
    ]
    is_same = any(_is_alike(new, old) for new in case.places.at[case.name][who] for old in before)
    return case.arrival(who) if is_same else None


def _is_alike(new: IdentityRow, old: IdentityRow) -> bool:
    address = old.value if old.kind == "email" else old.address
    if address and new.value.partition("@")[0] == address.partition("@")[0]:
        return True
    family = parse_name(new.name).last
    return bool(family) and family == parse_name(old.name).last


def _is_later(case: _Judging, came: Mapping[str, int], account: str) -> bool:
    """Tell whether a domain is younger than what those who came over wrote from before, else than what anybody did.

    An account of the CRM nobody of which ever wrote is taken to be older.
    """
    before = case.before(account)
    theirs = _first(case.use, (one for who in came for one in before.get(who, ())))
    anybodys = _first(case.use, (one for rows in before.values() for one in rows))
    oldest = anybodys if theirs is None else theirs
    if oldest is None:
        return account not in {case.places.homes[name] for name in case.places.unclaimed}
    return oldest < case.began


def _stayed(case: _Judging, came: Mapping[str, int], account: str) -> int:
    """Count the people who go on writing from an account's own domains after the first came over."""
    arrived = min(came.values())
    until = {who: at + HANDOVER_MS for who, at in came.items()}
    return sum(
        any(case.use[one.uid].sent_at > until.get(who, arrived) for one in rows if one.uid in case.use)
        for who, rows in case.before(account).items()
    )


def _addresses(places: Places, name: str) -> Iterable[IdentityRow]:
    return (one for rows in places.at.get(name, {}).values() for one in rows)


def _first(use: Mapping[str, AddressUse], rows: Iterable[IdentityRow]) -> int | None:
    return min((use[one.uid].first_at for one in rows if one.uid in use), default=None)
