"""Who takes part in something: an address made ready, before anybody knows which contact is behind it. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from graph_service.domain.workspace import Workspace
from graph_service.ingest.places import Address
from graph_service.reading.addresses import domain_of, is_free_mail, is_list_domain, is_shared_mailbox, person_name

MAX_PARTICIPANTS = 200


@dataclass(frozen=True, slots=True)
class Participant:
    """Someone in a mail, a meeting, a call. `domain` is the registrable one an account could be known by, or empty.

    `firm` is the name of their company and `firm_keys` what other systems call it, where the source says it.
    """

    identity_uid: str
    address: str
    name: str
    name_rank: str
    role: str
    is_ours: bool
    is_shared: bool
    domain: str
    firm: str = ""
    firm_keys: tuple[str, ...] = ()


def name_rank(name: str, known_at: datetime, *, from_header: bool = True, from_crm: bool = False) -> str:
    """Return a key by which the best source of a name wins: CRM, full name, one word, local part; then the newest."""
    words = min(len(name.split()), 2)
    grade = 3 if from_crm else (words if from_header else 0)
    return f"{grade}|{known_at.isoformat()}|{name}"


def participant(address: Address, role: str, known_at: datetime, workspace: Workspace) -> Participant:
    """Return somebody with an address as a participant."""
    ours = workspace.owns_address(address.address)
    domain = "" if ours else domain_of(address.address)
    name = person_name(address.name, address.address)
    return Participant(
        identity_uid=workspace.ids.uid("identity", "email", address.address),
        address=address.address,
        name=name,
        name_rank=name_rank(name, known_at, from_header=bool(address.name)),
        role=role,
        is_ours=ours,
        is_shared=is_shared_mailbox(address.address),
        domain="" if not domain or is_free_mail(domain) or is_list_domain(domain) else domain,
    )


def participants_of(
    roles: Iterable[tuple[Iterable[Address], str]], known_at: datetime, workspace: Workspace
) -> tuple[Participant, ...]:
    """Return everybody with an address once, in the first role given; at most 200."""
    seen: dict[str, Participant] = {}
    for addresses, role in roles:
        for address in addresses:
            if "@" in address.address and len(seen) < MAX_PARTICIPANTS:
                one = participant(address, role, known_at, workspace)
                seen.setdefault(one.identity_uid, one)
    return tuple(seen.values())


def direction_of(starter: Participant | None, participants: tuple[Participant, ...]) -> str:
    """Return which way it went, by who began it: `internal` and `external` when only one side is in it."""
    ours = any(one.is_ours for one in participants)
    theirs = any(not one.is_ours for one in participants)
    if not theirs:
        return "internal"
    if not ours:
        return "external"
    return "outbound" if starter is not None and starter.is_ours else "inbound"
