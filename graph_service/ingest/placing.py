"""Where what an identity did belongs: at which account of the person it stands for. Pure.

The place is a function of all claims (whose domain it is, where the CRM says they work), so that mail before CRM and
CRM before mail end in the same graph, and a merge that is taken back leaves no trace.
"""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph_service.domain.workspace import Workspace
from graph_service.ingest.identity_queries import PersonRow
from graph_service.ingest.interaction_rows import Row
from graph_service.reading.addresses import domain_of


@dataclass(frozen=True, slots=True)
class Moves:
    """What brings people to their places: stakeholders to make, links to move, places that may be empty by now."""

    stakeholders: list[Row]
    links: list[Row]
    left: list[str]
    left_accounts: list[str]

    @property
    def targets(self) -> list[str]:
        """Return the stakeholders that get something, sorted."""
        return sorted({str(row["uid"]) for row in self.stakeholders})


def home_of(kind: str, value: str, domains: Mapping[str, str], others: Sequence[str]) -> str:
    """Return the account of an identity: its mail domain's, else the first of the person's `others`, else none."""
    own = domains.get(domain_of(value), "") if kind == "email" else ""
    return own or next(iter(others), "")


def homes_of(
    identities: Iterable[tuple[str, str, str]], domains: Mapping[str, str], employers: Sequence[str]
) -> dict[str, str]:
    """Return identity → account for one person's identities (uid, kind, value).

    A private address belongs where the CRM says the person works, else where their work address belongs.
    """
    listed = sorted(identities)
    others = others_of(employers, (value for _, kind, value in listed if kind == "email"), domains)
    return {uid: home_of(kind, value, domains, others) for uid, kind, value in listed}


def others_of(employers: Iterable[str], addresses: Iterable[str], domains: Mapping[str, str]) -> list[str]:
    """Return the accounts of a person, in the order in which a private address falls to them."""
    at_work = {domains[name] for address in addresses if (name := domain_of(address)) in domains}
    return [*sorted(employers), *sorted(at_work)]


def following(identities: Iterable[tuple[str, str, str]], domains: Mapping[str, str], news: Container[str]) -> set[str]:
    """Return the people who may belong elsewhere with a private address, now that there is news of some domains.

    `identities` are (contact, kind, value). A private address follows its person's work addresses.
    """
    private, at_news = set[str](), set[str]()
    for contact, kind, value in identities:
        name = domain_of(value) if kind == "email" else ""
        if name in news:
            at_news.add(contact)
        if kind != "crm" and name not in domains:
            private.add(contact)
    return private & at_news


def moves_of(
    people: Sequence[PersonRow], contact_of: Mapping[str, str], domains: Mapping[str, str],
    employers: Mapping[str, Sequence[str]], workspace: Workspace,
) -> Moves:  # fmt: skip
    """Return what moves when identities stand for `contact_of` and contacts are employed at `employers`.

    `people` are all contacts that lose or gain an identity, as they stand now.
    """
    owned: dict[str, list[tuple[str, str, str]]] = {}
    for person in people:
        for uid, kind, value in person.identities:
            owned.setdefault(contact_of.get(uid, person.uid), []).append((uid, kind, value))
    stakeholders: dict[str, Row] = {}
    targets: dict[str, str] = {}
    for contact, identities in owned.items():
        homes = homes_of(identities, domains, employers.get(contact, ()))
        for identity, account in homes.items():
            targets[identity] = _place(contact, account, workspace, stakeholders)
        for account in employers.get(contact, ()):
            _place(contact, account, workspace, stakeholders)
    links = sorted(
        (
            {"identity_uid": identity, "from_uid": place, "to_uid": targets[identity]}
            for person in people
            for identity, place in person.links
            if targets.get(identity, place) != place
        ),
        key=lambda row: (row["from_uid"], row["identity_uid"], row["to_uid"]),
    )
    places = {uid: account for person in people for uid, account in person.places}
    left = sorted(set(places) - stakeholders.keys() | {row["from_uid"] for row in links if row["from_uid"] in places})
    needed = _needed(people, stakeholders, links, employers)
    return Moves(needed, list(links), left, sorted({places[uid] for uid in left}))


def _place(contact: str, account: str, workspace: Workspace, stakeholders: dict[str, Row]) -> str:
    """Return the node of a person at an account (the contact itself where there is none), noting the stakeholder."""
    if not account:
        return contact
    uid = workspace.ids.uid("stakeholder", contact, account)
    stakeholders[uid] = {"uid": uid, "contact_uid": contact, "account_uid": account}
    return uid


def _needed(
    people: Sequence[PersonRow], stakeholders: Mapping[str, Row], links: Sequence[Row],
    employers: Mapping[str, Sequence[str]],
) -> list[Row]:  # fmt: skip
    """Return the stakeholders that must be there: those that get links, those in the CRM, those that are there now."""
    present = {uid for person in people for uid, _ in person.places}
    gaining = {row["to_uid"] for row in links}
    employed = {(contact, account) for contact, accounts in employers.items() for account in accounts}
    return [
        row
        for uid, row in sorted(stakeholders.items())
        if uid in gaining or uid in present or (row["contact_uid"], row["account_uid"]) in employed
    ]
