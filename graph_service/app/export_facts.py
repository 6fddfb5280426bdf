"""What an export adds to the rows it reads: each person's part of coverage, and the status history. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import fsum, log

from graph_service.inference.coverage import INFLUENCE
from graph_service.resolvers.export_rows import AccountRow, ActionRow, ContactRow, Moment, SayingsRow, Status

DIGITS = 9
NEARLY_ALL = 1.0 - 1e-9


def contribution(coverage: float | None, strength: float | None) -> float | None:
    """Return a person's part of an account's coverage, at the same moment; None where it cannot be told.

    coverage = 1 - prod(1 - I s_i / 100), so with L_i = -ln(1 - I s_i / 100) the sum of all L is -ln(1 - coverage),
    and a person's part is coverage * L_i / sum L (`inference.coverage`).
    """
    if coverage is None or strength is None or not 0 < coverage < NEARLY_ALL:
        return None
    own = -log(1.0 - INFLUENCE * strength / 100.0)
    return min(round(coverage * own / -log(1.0 - coverage), DIGITS), coverage)


def full_contact(row: ContactRow, said: SayingsRow | None) -> ContactRow:
    """Return a person with what sources say of them; shared mailboxes contribute nothing."""
    part = None if row.is_shared_mailbox else contribution(row.account_coverage, row.strength)
    row = replace(row, coverage_contribution=part)
    if said is None:
        return row
    return replace(
        row,
        titles=[*row.titles, *said.titles],
        addresses=said.addresses,
        identities=said.identities,
        phones=said.phones,
        profiles=said.profiles,
        employments=said.employments,
    )


def full_account(row: AccountRow) -> AccountRow:
    """Return an account whose coverage is the sum of its people's contributions and that of all others."""
    people = [replace(one, contribution=contribution(row.coverage, one.strength)) for one in row.people]
    parts = [one.contribution for one in people if one.contribution is not None]
    others = None if row.coverage is None else round(max(row.coverage - fsum(parts), 0.0), DIGITS)
    return replace(row, people=people, coverage_others=others)


def full_action(row: ActionRow, at: int) -> ActionRow:
    """Return an action with its status at `at` (epoch milliseconds), how it came to it, and its reasons in order."""
    history = sorted(_history(row, at), key=lambda one: one.at)
    evidence = sorted(row.evidence, key=lambda one: (one.term or "", one.id))
    return replace(row, status=history[-1].status, status_history=_without_repeats(history), evidence=evidence)


def _history(row: ActionRow, at: int) -> Iterator[Status]:
    yield Status("open", row.first_fired_at)
    for number, one in enumerate(row.decisions):
        yield Status("open" if one.kind == "reopened" else one.kind, one.at)
        later = [other.at for other in row.decisions[number + 1 :]] + [row.expired_at] * (row.expired_at is not None)
        ends = min((moment for moment in later if moment is not None), default=Moment(at + 1))
        if one.kind == "snoozed" and one.until is not None and one.until <= at and one.until < ends:
            yield Status("open", one.until)
    if row.expired_at is not None:
        yield Status("expired", row.expired_at)


def _without_repeats(history: Sequence[Status]) -> list[Status]:
    return [one for place, one in enumerate(history) if not place or one.status != history[place - 1].status]
