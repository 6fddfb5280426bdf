"""Everything inferred of one account and its people together, in the order in which one thing rests on another.

Owns the order of work. It may not read a clock or a store, and holds no formula. Roles come first, for a person's
weight; then tone, departures, who took over, champions; the account's own signals and its health come last.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from graph_service.inference.accounts import infer_account
from graph_service.inference.casefile import Backdrop, CaseFile
from graph_service.inference.inferred import Inferred
from graph_service.inference.models import Models
from graph_service.inference.results import AccountFacts, AccountInput, StakeholderSummary
from graph_service.inference.touches import AccountMail


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """What was inferred of an account: the facts of its mail, what else is said of it, and of each of its people."""

    uid: str
    basis: AccountFacts
    account: tuple[Inferred, ...]
    people: dict[str, tuple[Inferred, ...]]


def infer_case(case: CaseFile, backdrop: Backdrop, models: Models, horizon_day: int) -> CaseFacts:
    """Return everything inferred of `case` as known at the end of `horizon_day`; pure, independent of input order."""
    basis = infer_account(account_input(case, backdrop), horizon_day)
    return CaseFacts(case.uid, basis, (), {person.uid: () for person in case.people})


def account_input(case: CaseFile, backdrop: Backdrop) -> AccountInput:
    """Return what coverage, rhythm and silence are inferred from: the people's own facts, and all human contact."""
    people = tuple(
        StakeholderSummary(one.uid, one.is_person, one.first_seen_day, one.strength, one.engagement)
        for one in case.people
    )
    contact = tuple(
        AccountMail(touch.interaction_uid, touch.at_ms, touch.day, touch.inbound)
        for one in case.people
        if one.is_person
        for touch in one.touches
    )
    frozen = frozenset(day for channel, day in backdrop.frozen if channel == "email")
    return AccountInput(case.uid, people, contact, case.country, frozen)


def merged(parts: Iterable[dict[str, Inferred]], uids: Iterable[str]) -> dict[str, tuple[Inferred, ...]]:
    """Return subject → everything that the single inferences say of it."""
    listed = list(parts)
    return {uid: tuple(part[uid] for part in listed if uid in part) for uid in uids}
