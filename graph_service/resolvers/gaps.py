"""What a stakeholder map lacks. Pure: the shown account and people in, sentences out."""

from collections.abc import Iterator, Sequence

from graph_service.resolvers.account_types import account_of
from graph_service.resolvers.context import Context
from graph_service.resolvers.fact_words import LEADS
from graph_service.resolvers.people_types import stakeholder_of
from graph_service.resolvers.rows import MapRow
from graph_service.schema.accounts import Account
from graph_service.schema.enums import GapKind, StakeholderGroupKind
from graph_service.schema.fact_enums import ChampionState
from graph_service.schema.people import Gap, Stakeholder

THREAD = 0.7
"""From this share of the coverage on, an account hangs on one person (as the playbook `One thread only`)."""
NAMES = 3


def map_gaps(row: MapRow, context: Context, day: int) -> list[Gap]:
    """Return the gaps of a map as it was read for an epoch day."""
    people = [stakeholder_of(one, context, day) for one in row.stakeholders]
    return gaps_of(account_of(row.account, context), people)


def gaps_of(account: Account, stakeholders: Sequence[Stakeholder]) -> list[Gap]:
    """Return the gaps of a map."""
    return list(_gaps(account, stakeholders))


def _gaps(account: Account, stakeholders: Sequence[Stakeholder]) -> Iterator[Gap]:
    people = [one for one in stakeholders if not one.is_shared_mailbox]
    active = [one for one in people if one.group is not StakeholderGroupKind.INACTIVE_OR_DEPARTED]
    if not active:
        yield Gap(kind=GapKind.NOBODY_ACTIVE, reason=_silent(len(people)))
    main, share = account.main_stakeholder, account.single_threaded_share
    if main is not None and share is not None and share > THREAD:
        yield Gap(kind=GapKind.SINGLE_THREADED, reason=f"{share:.0%} of the coverage hangs on {main.name}.")
    unlisted = [one for one in active if not one.in_crm]
    if account.in_crm and unlisted:
        yield Gap(kind=GapKind.NOT_IN_CRM, reason=f"Active, but not in the CRM: {_listed(unlisted)}.")
    yield from _lacking(people, active)


def _silent(known: int) -> str:
    if known > 1:
        return f"None of the {known} people known there is in touch."
    return "The one person known there is not in touch." if known else "Nobody is known there."


def _lacking(people: Sequence[Stakeholder], active: Sequence[Stakeholder]) -> Iterator[Gap]:
    """Yield who is missing: a champion, one who is safe, one who leads. Only where that was worked out."""
    judged = any(one.champion is not None for one in people)
    champions = [one for one in people if one.group is StakeholderGroupKind.CHAMPION]
    if judged and not champions:
        yield Gap(kind=GapKind.NO_CHAMPION, reason="Nobody there is a champion of ours.")
    shaky = [one for one in champions if one.champion and one.champion.state is ChampionState.AT_RISK]
    if shaky:
        yield Gap(kind=GapKind.CHAMPION_AT_RISK, reason=f"May be about to be lost as a champion: {_listed(shaky)}.")
    ranks = [one.role.level for one in active if one.role is not None and one.role.level is not None]
    if ranks and max(ranks) < LEADS:
        reason = "Of those in touch whose title we know, nobody is a head, a director or above."
        yield Gap(kind=GapKind.NO_DECISION_MAKER, reason=reason)


def _listed(people: Sequence[Stakeholder]) -> str:
    names = ", ".join(one.name for one in people[:NAMES])
    return names if len(people) <= NAMES else f"{names} and {len(people) - NAMES} more"
