"""Who has left an account, who is away, who fell silent: the facts of departures of one account.

Owns the order of work and the days that are looked at. Pure: facts at a later horizon, cut back to an earlier day,
equal the facts at that day.
"""

from graph_service.inference.casefile import Backdrop, CaseFile
from graph_service.inference.decay import next_close
from graph_service.inference.departure.account_events import account_facts
from graph_service.inference.departure.odds import score_on
from graph_service.inference.departure.pauses import away_on, away_spells
from graph_service.inference.departure.states import DEPARTED, departure_spells, steps_of
from graph_service.inference.departure.subject import Subject
from graph_service.inference.departure.subjects import subjects_of
from graph_service.inference.inferred import Inferred
from graph_service.inference.models import Models
from graph_service.inference.series import change_points

METRIC = "departure_probability"
AWAY = "away"
WATCHED_DAYS = 7 * 54
"""Days after the last news of a person from which their probability is not looked at any more."""


def infer_departures(
    case: CaseFile, backdrop: Backdrop, horizon_day: int, models: Models
) -> tuple[Inferred, dict[str, Inferred]]:
    """Return the facts of the account (events, departed_count) and of each person, as known at the end of the horizon.

    A person has the series `departure_probability`, the spells `departure` and `away`, and copies. Shared mailboxes
    and people not known by the horizon have none. Formula: `inference.md` section 7.
    """
    subjects, moved, working = subjects_of(case, backdrop, horizon_day, models)
    found = {one.uid: _facts(one, horizon_day) for one in subjects}
    departed = sum(1 for one in found.values() if ("departure_state", DEPARTED) in one.copies)
    return account_facts(case, moved, working, departed, horizon_day), found


def _facts(subject: Subject, horizon_day: int) -> Inferred:
    news = _news(subject, horizon_day)
    points = _points(news, horizon_day)
    steps = steps_of(subject, points)
    series = change_points(METRIC, points, [one.probability for one in steps])
    state = steps[-1].state
    is_away = state != DEPARTED and away_on(subject.absences, horizon_day) is not None
    return Inferred(
        uid=subject.uid,
        series=(series,),
        spells=(*departure_spells(subject, steps), *away_spells(subject.absences, horizon_day)),
        scores=((METRIC, score_on(subject, points[-1])),),
        copies=(
            ("departure_state", AWAY if is_away else state),
            (METRIC, series.values[-1]),
            ("new_employer", steps[-1].employer),
        ),
        review_day=_review_day(subject, news[-1], horizon_day),
    )


def _news(subject: Subject, horizon_day: int) -> list[int]:
    """Return the days up to the horizon on which something was heard of the person, or ceased to hold."""
    news = {subject.first_day, *subject.presence.acts, *(one.day for one in subject.rulings)}
    for sign in subject.signs:
        news.update((sign.day, sign.day if sign.ends_day is None else sign.ends_day))
    for absence in subject.absences:
        news.update((absence.day, absence.ends))
    if subject.moved_day is not None:
        news.add(subject.moved_day)
    return sorted(day for day in news if subject.first_day <= day <= horizon_day)


def _points(news: list[int], horizon_day: int) -> list[int]:
    """Return the days to look at: those with news, and the closes of the weeks after each."""
    points: list[int] = []
    for day, following in zip(news, [*news[1:], horizon_day + 1], strict=True):
        points.append(day)
        points.extend(range(next_close(day), min(following, day + WATCHED_DAYS), 7))
    return points


def _review_day(subject: Subject, last_news: int, horizon_day: int) -> int | None:
    """Return the next day to look at: a close while the person is watched, or the end of an absence."""
    days = [one.ends for one in subject.absences if one.ends > horizon_day]
    if next_close(horizon_day) < last_news + WATCHED_DAYS:
        days.append(next_close(horizon_day))
    return min(days, default=None)
