"""What happened to a whole account: its domain moved, it went quiet. Never a departure of each of its people."""

from collections.abc import Sequence

from graph_service.domain.facts import SpellFact, Term, day_of
from graph_service.inference.casefile import CaseFile
from graph_service.inference.departure.bounced_signs import Moved
from graph_service.inference.inferred import Inferred
from graph_service.inference.quiet import QUIET, quiet_facts
from graph_service.inference.touches import AccountMail
from graph_service.inference.working_days import WorkingDays

EVENT, DOMAIN_MOVED, ACCOUNT_QUIET = "event", "domain_moved", "account_quiet"


def account_facts(
    case: CaseFile, moved: Sequence[Moved], working: WorkingDays, departed: int, horizon_day: int
) -> Inferred:
    """Return the events of the account, and `departed_count` as given."""
    mail = [
        AccountMail(one.uid, one.at_ms, one.day, any(part.role == "from" for part in one.people) or one.is_together)
        for one in case.occasions
        if one.day <= horizon_day and not one.is_automatic
    ]
    quiet = quiet_facts(mail, working if mail else None, horizon_day)
    events = [_moved_spell(one) for one in moved]
    events += [
        SpellFact(EVENT, ACCOUNT_QUIET, one.valid_from, one.valid_to, one.known_on, one.terms)
        for one in quiet.spells
        if one.state == QUIET
    ]
    events.sort(key=lambda one: (one.valid_from, one.state, one.detail))
    return Inferred(case.uid, spells=tuple(events), copies=(("departed_count", departed),), review_day=quiet.due_day)


def _moved_spell(one: Moved) -> SpellFact:
    """Return the event; it holds on: the old domain does not come back."""
    day = day_of(one.day)
    terms = (Term("dead_addresses", float(len(one.evidence)), one.evidence),)
    return SpellFact(EVENT, DOMAIN_MOVED, day, None, day, terms, began_on=day_of(one.since), detail=one.domain)
