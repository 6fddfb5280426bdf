"""Stored identities → who is who → which contact each stands for. Pure: the matcher decides, this only translates.

A contact keeps its id as long as the identity that it began with stands for it; of two contacts that turn out to be
one person the one with more identities goes on, and the other's id becomes an alias of it.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph_service.domain.workspace import Workspace
from graph_service.ingest.domain_places import UNCLAIMED
from graph_service.ingest.identity_queries import DecidedPair, DomainRow, IdentityRow, PersonRow
from graph_service.ingest.interaction_rows import Row
from graph_service.reading.addresses import domain_of
from graph_service.reading.identity.match import Matching, match
from graph_service.reading.identity.records import Record

VERSION = "1"
ALONE = {"email": "address", "crm": "crm id", "linkedin": "profile"}
"""The rule of an identity that nothing ties to another, so that a merge that is taken back leaves no trace."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """What matching says: each identity's contact, the rows that change, and the pairs a person should look at."""

    contact_of: dict[str, str]
    repointed: list[Row]
    doubtful: list[Row]


def record_of(one: IdentityRow, firms: Mapping[str, DomainRow], names: Mapping[str, str]) -> Record:
    """Return an identity as the matcher reads it; `firms` by mail domain, `names` of accounts by uid."""
    address = one.value if one.kind == "email" else one.address
    firm = firms.get(domain_of(address)) if address else None
    companies = [names[uid] for uid in one.employers if uid in names]
    companies += [firm.account] if firm and firm.account != firm.name else []  # one called by its domain says no more
    companies += one.firms
    return Record(
        source=one.kind,
        source_id=one.value,
        name=one.name,
        emails=(address,) if address else (),
        phones=(one.phone,) if one.phone else (),
        companies=tuple(dict.fromkeys(companies)),
        title=one.title,
        url=one.value if one.kind == "linkedin" else "",
    )


def resolve(
    identities: Sequence[IdentityRow], decided: Sequence[DecidedPair], domains: Sequence[DomainRow],
    names: Mapping[str, str], workspace: Workspace,
) -> Resolution:  # fmt: skip
    """Return who is who among all identities, given what people have decided."""
    listed = sorted(identities, key=lambda one: one.uid)
    places = {one.uid: place for place, one in enumerate(listed)}
    firms = {one.name: one for one in domains if one.rule not in UNCLAIMED}  # where people moved follows who they are
    said = {
        (places[pair.one], places[pair.other]): pair.is_same
        for pair in decided
        if pair.one in places and pair.other in places
    }
    matching = match([record_of(one, firms, names) for one in listed], "business", said)
    groups: dict[int, list[IdentityRow]] = defaultdict(list)
    for found in matching.matches:
        groups[found.cluster].append(listed[found.place])
    contact_of = _contacts(list(groups.values()), workspace)
    return Resolution(contact_of, _repointed(listed, matching, contact_of), _doubtful(listed, matching))


def _contacts(groups: Sequence[Sequence[IdentityRow]], workspace: Workspace) -> dict[str, str]:
    """Return identity → contact. A contact that several groups hold stays with the one that has its first identity."""
    holders: dict[str, list[tuple[bool, int, int]]] = defaultdict(list)
    for number, group in enumerate(groups):
        members = Counter(one.contact_uid for one in group)
        own = {own_contact(one, workspace) for one in group}
        for contact, count in members.items():
            holders[contact].append((contact in own, count, -number))
    keeper = {contact: -max(claims)[2] for contact, claims in holders.items()}
    out: dict[str, str] = {}
    for number, group in enumerate(groups):
        members = Counter(one.contact_uid for one in group if keeper[one.contact_uid] == number)
        target = min(members, key=lambda uid: (-members[uid], uid)) if members else _fresh(group, workspace)
        out |= {one.uid: target for one in group}
    return out


def own_contact(one: IdentityRow, workspace: Workspace) -> str:
    """Return the contact that an identity stands for when it stands alone."""
    return _began_with(one.kind, one.value, workspace)


def retired(people: Sequence[PersonRow], contact_of: Mapping[str, str], workspace: Workspace) -> list[Row]:
    """Return each contact that an identity of `people` began with and has left, and whom that stands for now."""
    now = {
        _began_with(kind, value, workspace): contact_of[uid]
        for person in people
        for uid, kind, value in person.identities
        if uid in contact_of
    }
    return [{"uid": uid, "contact_uid": contact} for uid, contact in sorted(now.items()) if uid != contact]


def _began_with(kind: str, value: str, workspace: Workspace) -> str:
    return workspace.ids.uid("contact", kind, value)


def _fresh(group: Sequence[IdentityRow], workspace: Workspace) -> str:
    """Return the contact of people who were part of another: the one their surest identity began with."""
    order = {"email": 0, "crm": 1}
    first = min(group, key=lambda one: (order.get(one.kind, 2), one.uid))
    return own_contact(first, workspace)


def _repointed(listed: Sequence[IdentityRow], matching: Matching, contact_of: Mapping[str, str]) -> list[Row]:
    rows = []
    for found in matching.matches:
        one = listed[found.place]
        target = contact_of[one.uid]
        rule, p, matched = found.rule or ALONE.get(one.kind, one.rule), found.p, found.matched
        is_as_told = (rule, p, matched) == (one.rule, one.p, one.matched)
        if target == one.contact_uid and one.is_resolved and is_as_told:
            continue  # one that stays is told too when another joins or leaves it, whoever came first
        rows.append(
            {
                "identity_uid": one.uid, "contact_uid": target, "rule": rule, "p": p, "matched": matched,
                "by": "matcher", "version": VERSION, "before": one.contact_uid,
            }
        )  # fmt: skip
    return sorted(rows, key=lambda row: str(row["identity_uid"]))


def _doubtful(listed: Sequence[IdentityRow], matching: Matching) -> list[Row]:
    return [
        {
            "one": listed[pair.one].uid, "other": listed[pair.two].uid, "rule": pair.evidence.rule,
            "p": pair.evidence.p, "matched": pair.evidence.matched,
        }
        for pair in matching.doubtful
    ]  # fmt: skip
