"""Everything inferred of one account: its coverage, its rhythm and who is there.

Owns the order of work and the counts of contacts. It may not read a clock or a store, nor look into stakeholders
beyond their summaries: percentiles and sums inside an account are computed again when one of them changes.
"""

from collections.abc import Iterable, Sequence

from graph_service.domain.facts import SeriesFact, epoch_day
from graph_service.inference.coverage import coverage_facts
from graph_service.inference.decay import next_close
from graph_service.inference.engagement import LEVELS
from graph_service.inference.quiet import quiet_facts
from graph_service.inference.results import AccountFacts, AccountInput, StakeholderSummary
from graph_service.inference.series import change_points, last_day_series, last_value
from graph_service.inference.touches import AccountMail
from graph_service.inference.working_days import WorkingDays, working_days


def infer_account(source: AccountInput, horizon_day: int) -> AccountFacts:
    """Return the facts of `source` as known at the end of `horizon_day`.

    Pure, and independent of input order. The summaries must have been inferred at the same horizon or a later one
    (they are cut to it). Facts at a later horizon, cut back to an earlier day, equal the facts at that day.
    """
    mail = [item for item in source.mail if item.day <= horizon_day]
    people = [person for person in source.stakeholders if person.is_person]
    coverage = coverage_facts(people, horizon_day)
    quiet = quiet_facts(mail, _working(source, mail, horizon_day), horizon_day)
    inbound = last_day_series("last_inbound_day", (item.day for item in mail if item.inbound))
    every = last_day_series("last_interaction_day", (item.day for item in mail))
    active = _active_series(people, horizon_day)
    contacts = _contact_series(people, horizon_day)
    return AccountFacts(
        uid=source.uid,
        coverage=coverage.score,
        coverage_series=coverage.series,
        single_threaded_share=coverage.share,
        single_threaded_series=coverage.share_series,
        main_stakeholder_uid=coverage.main_uid,
        next_stakeholder_uid=coverage.next_uid,
        quiet_state=quiet.state,
        spells=quiet.spells,
        rhythm_days=quiet.rhythm_days,
        rhythm_series=quiet.rhythm_series,
        first_inbound_day=inbound.days[0] if inbound.days else None,
        last_inbound_day=inbound.days[-1] if inbound.days else None,
        last_interaction_day=every.days[-1] if every.days else None,
        last_inbound_series=inbound,
        last_interaction_series=every,
        active_contact_count=int(last_value(active) or 0),
        active_contact_series=active,
        contact_count=int(last_value(contacts) or 0),
        contact_series=contacts,
        review_day=_review_day(quiet.due_day, coverage.score.value, horizon_day),
    )


def _working(source: AccountInput, mail: Sequence[AccountMail], horizon_day: int) -> WorkingDays | None:
    if not mail:
        return None
    return working_days(source.country, min(item.day for item in mail), horizon_day, source.frozen_days)


def _active_series(people: Iterable[StakeholderSummary], horizon_day: int) -> SeriesFact:
    """Return how many people were more than inactive, over time."""
    steps: list[tuple[int, int]] = []
    for person in people:
        for spell in person.engagement_spells:
            if spell.state != LEVELS[0]:
                steps.append((epoch_day(spell.valid_from), 1))
                steps.extend([(epoch_day(spell.valid_to), -1)] if spell.valid_to is not None else [])
    return _running("active_contact_count", steps, horizon_day)


def _contact_series(people: Iterable[StakeholderSummary], horizon_day: int) -> SeriesFact:
    """Return how many people had been seen, over time."""
    seen = [(person.first_seen_day, 1) for person in people if person.first_seen_day is not None]
    return _running("contact_count", seen, horizon_day)


def _running(metric: str, steps: Iterable[tuple[int, int]], horizon_day: int) -> SeriesFact:
    """Return the running sum of `steps` (day, change) up to the horizon."""
    by_day: dict[int, int] = {}
    for day, change in steps:
        if day <= horizon_day:
            by_day[day] = by_day.get(day, 0) + change
    days = sorted(by_day)
    total = 0
    totals: list[float] = []
    for day in days:
        total += by_day[day]
        totals.append(float(total))
    return change_points(metric, days, totals)


def _review_day(due_day: int | None, coverage: float, horizon_day: int) -> int | None:
    """Return the first day after the horizon that may bring a change without news; None: never."""
    days = [due_day] if due_day is not None else []
    days += [next_close(horizon_day)] if coverage > 0 else []
    return min(days, default=None)
