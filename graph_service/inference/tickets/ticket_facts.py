"""What is inferred of an account's tickets: surges, escalations, and how many come a week.

Owns the facts of tickets. It may not look at other accounts beyond the workspace's mean rate.
"""

from collections.abc import Sequence

from graph_service.domain.facts import Score, SeriesFact, SpellFact, Term
from graph_service.inference.casefile import Backdrop, CaseFile
from graph_service.inference.decay import next_close
from graph_service.inference.inferred import Copy, Inferred
from graph_service.inference.series import change_points
from graph_service.inference.tickets.escalations import escalation_spells
from graph_service.inference.tickets.opened import Opened, counted, newest, opened_tickets
from graph_service.inference.tickets.surges import SURGE, SurgeInput, surge_spells

WEEKLY = "tickets_weekly"
CHANNEL = "ticket"
"""The name under which the help desk stands in `Backdrop.frozen`."""


def infer_tickets(case: CaseFile, backdrop: Backdrop, horizon_day: int) -> Inferred:
    """Return the facts of an account's tickets as known at the end of `horizon_day` (inference.md, section 8; A11).

    Series `tickets_weekly` (tickets opened in the week up to a close), spells `tickets` surge (detail: topics, severe)
    and `escalation` escalated (detail: its signs), copy ticket_state. Pure; facts of a later horizon, cut back to an
    earlier day, equal the facts of that day.
    """
    tickets = opened_tickets(case, horizon_day)
    still = frozenset(day for channel, day in backdrop.frozen if channel == CHANNEL)
    surges = surge_spells(SurgeInput(tickets, backdrop.tickets_per_week, still), horizon_day)
    escalations = escalation_spells(case, tickets, backdrop.tickets_per_week, still, horizon_day)
    weekly, score = _weekly(tickets, horizon_day)
    state: Copy = SURGE if surges and surges[-1].valid_to is None else "normal"
    return Inferred(
        uid=case.uid,
        series=(weekly,) if weekly.days else (),
        spells=(*surges, *escalations),
        scores=((WEEKLY, score),) if score is not None else (),
        copies=(("ticket_state", state),),
        review_day=_review_day(tickets, (*surges, *escalations), horizon_day),
    )


def _weekly(tickets: Sequence[Opened], horizon_day: int) -> tuple[SeriesFact, Score | None]:
    """Return the tickets of each week that closed, and the last such week with its tickets as evidence."""
    if not tickets:
        return SeriesFact(WEEKLY, (), ()), None
    closes = list(range(next_close(tickets[0].day - 1), horizon_day + 1, 7))
    weeks: dict[int, float] = {}
    for day, count in counted(tickets).items():
        weeks[next_close(day - 1)] = weeks.get(next_close(day - 1), 0.0) + count
    series = change_points(WEEKLY, closes, [weeks.get(close, 0.0) for close in closes])
    if not closes:
        return series, None
    value = weeks.get(closes[-1], 0.0)
    return series, Score(value, (Term("tickets", value, newest(tickets, closes[-1] - 6, closes[-1])),))


def _review_day(tickets: Sequence[Opened], spells: Sequence[SpellFact], horizon_day: int) -> int | None:
    """Return tomorrow while a spell may close, the next close while a week has tickets, None: nothing can change."""
    if any(one.valid_to is None for one in spells):
        return horizon_day + 1
    return next_close(horizon_day) if tickets and tickets[-1].day > horizon_day - 14 else None
