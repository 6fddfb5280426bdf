"""What a stakeholder map lacks. Pure: the shown account and people in, sentences out."""

from collections.abc import Iterator, Sequence

from graph_service.resolvers.people_types import ACTIVE
from graph_service.schema.accounts import Account
from graph_service.schema.enums import GapKind
from graph_service.schema.people import Gap, Stakeholder

THREAD = 0.7
"""From this share of the coverage on, an account hangs on one person (as the playbook `One thread only`)."""
NAMES = 3


def gaps_of(account: Account, stakeholders: Sequence[Stakeholder]) -> list[Gap]:
    """Return the gaps of a map."""
    return list(_gaps(account, stakeholders))


def _gaps(account: Account, stakeholders: Sequence[Stakeholder]) -> Iterator[Gap]:
    people = [one for one in stakeholders if not one.is_shared_mailbox]
    active = [one for one in people if one.engagement_level in ACTIVE]
    if not active:
        yield Gap(kind=GapKind.NOBODY_ACTIVE, reason=f"None of the {len(people)} people known there is in touch.")
    main, share = account.main_stakeholder, account.single_threaded_share
    if main is not None and share is not None and share > THREAD:
        yield Gap(kind=GapKind.SINGLE_THREADED, reason=f"{share:.0%} of the coverage hangs on {main.name}.")
    unlisted = [one for one in active if not one.in_crm]
    if account.in_crm and unlisted:
        yield Gap(kind=GapKind.NOT_IN_CRM, reason=f"Active, but not in the CRM: {_listed(unlisted)}.")


def _listed(people: Sequence[Stakeholder]) -> str:
    names = ", ".join(one.name for one in people[:NAMES])
    return names if len(people) <= NAMES else f"{names} and {len(people) - NAMES} more"
