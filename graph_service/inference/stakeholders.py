"""Everything inferred of one stakeholder, from their touches and our asks alone.

Owns the order of work. It may not read a clock or a store: a rebuild and a refresh give the same facts because
both call this with the same input, the pinned models and the same horizon day.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph_service.domain.facts import Score, SeriesFact
from graph_service.inference.buckets import DayBuckets, day_buckets
from graph_service.inference.decay import SPENT, decayed, next_close, walk
from graph_service.inference.engagement import ENGAGEMENT_HALF_LIFE, LEVELS, engagement_spells
from graph_service.inference.evidence import CAP, trail_of
from graph_service.inference.models import DEFAULTS, Models, ModelValues, version_of
from graph_service.inference.replies import CountedAsk, ReplyTrack, count_asks, track_replies
from graph_service.inference.results import StakeholderFacts, StakeholderSummary, TieFacts
from graph_service.inference.series import change_points, last_day_series, last_value
from graph_service.inference.strength import (
    NOTHING,
    STRENGTH_HALF_LIFE,
    StrengthInputs,
    score_of,
    variety_along,
)
from graph_service.inference.touches import AskOutcome, StakeholderInput, Touch
from graph_service.inference.trend import trend_of
from graph_service.inference.working_days import WorkingDays, working_days


@dataclass(frozen=True, slots=True)
class _View:
    """What every relationship of a stakeholder is folded with. `working` is None where nothing was asked."""

    uid: str
    models: Models
    working: WorkingDays | None
    horizon_day: int


@dataclass(frozen=True, slots=True)
class _Bond:
    """One relationship folded: with one user, or with all of us together."""

    touches: Sequence[Touch]
    buckets: DayBuckets
    points: list[int]
    totals: list[float]
    values: list[ModelValues]
    replies: ReplyTrack
    strength: Score
    series: SeriesFact


def infer_stakeholder(source: StakeholderInput, models: Models, horizon_day: int) -> StakeholderFacts:
    """Return the facts of `source` as known at the end of `horizon_day`.

    Pure, and independent of input order. Facts at a later horizon, cut back to an earlier day, equal the facts at
    that day. Touches, asks and answers after the horizon are not seen.
    """
    touches = sorted((touch for touch in source.touches if touch.day <= horizon_day), key=_order)
    asks = [outcome for outcome in source.asks if outcome.ask.day <= horizon_day]
    view = _View(source.uid, models, _working(source, asks, horizon_day), horizon_day)
    bond = _bond(view, touches, asks)
    units = decayed(bond.buckets.totals, bond.points, ENGAGEMENT_HALF_LIFE)
    spells = engagement_spells(bond.points, units, bond.values, trail_of(touches))
    trend, trend_terms = trend_of(bond.buckets.totals, bond.points[-1] if bond.points else horizon_day)
    rates = change_points("reply_rate", bond.points, bond.replies.rates)
    hours = change_points("reply_hours", bond.points, bond.replies.hours)
    inbound = last_day_series("last_inbound_day", (touch.day for touch in touches if touch.inbound))
    every = last_day_series("last_interaction_day", (touch.day for touch in touches))
    return StakeholderFacts(
        uid=source.uid,
        strength=bond.strength,
        strength_series=bond.series,
        units_series=change_points("engagement_units", bond.points, units),
        trend=trend,
        trend_terms=trend_terms,
        engagement_level=spells[-1].state if spells else LEVELS[0],
        spells=spells,
        reply_rate=last_value(rates),
        reply_rate_series=rates,
        reply_hours=last_value(hours),
        reply_hours_series=hours,
        last_inbound_day=inbound.days[-1] if inbound.days else None,
        last_interaction_day=every.days[-1] if every.days else None,
        last_inbound_series=inbound,
        last_interaction_series=every,
        interaction_count=len({touch.interaction_uid for touch in touches}),
        ties=_ties(view, bond, asks),
        review_day=_review_day(bond, horizon_day),
        model=version_of(bond.values[-1] if bond.values else DEFAULTS),
    )


def summary_of(facts: StakeholderFacts, *, is_person: bool, first_seen_day: int | None) -> StakeholderSummary:
    """Return what an account needs of `facts`."""
    return StakeholderSummary(facts.uid, is_person, first_seen_day, facts.strength_series, facts.spells)


def _order(touch: Touch) -> tuple[int, int, str, str]:
    return touch.day, touch.at_ms, touch.interaction_uid, touch.user_uid


def _working(source: StakeholderInput, asks: Sequence[AskOutcome], horizon_day: int) -> WorkingDays | None:
    """Return the business days needed for the age of open asks; None without asks."""
    if not asks:
        return None
    return working_days(source.country, min(outcome.ask.day for outcome in asks), horizon_day)


def _bond(view: _View, touches: Sequence[Touch], outcomes: Sequence[AskOutcome]) -> _Bond:
    """Fold `touches` and asks. News are days with a touch, an ask, or an answer to one."""
    asks = count_asks(outcomes, view.uid, view.horizon_day)
    buckets = day_buckets(touches)
    news = set(buckets.totals).union(ask.day for ask in asks)
    news.update(ask.closed_day for ask in asks if ask.closed_day is not None)
    points, totals = walk(sorted(news), buckets.totals, STRENGTH_HALF_LIFE, view.horizon_day)
    values = view.models.along(points)
    replies = track_replies(asks, points, values, view.working)
    parts = StrengthInputs(
        totals,
        decayed(buckets.inbound, points, STRENGTH_HALF_LIFE),
        decayed(buckets.outbound, points, STRENGTH_HALF_LIFE),
        replies.quickness,
        variety_along(buckets.channel_days, points),
        values,
    ).parts()
    strength = score_of(parts[-1] if parts else NOTHING, _evidence(touches, asks))
    series = change_points("strength", points, map(sum, parts))
    return _Bond(touches, buckets, points, totals, values, replies, strength, series)


def _evidence(touches: Sequence[Touch], asks: Sequence[CountedAsk]) -> tuple[tuple[str, ...], ...]:
    """Return the newest interactions behind each strength term; `touches` ascend."""
    newest = _few(touch.interaction_uid for touch in reversed(touches))
    inbound = _few(touch.interaction_uid for touch in reversed(touches) if touch.inbound)
    answers = sorted(
        (ask.closed_day, ask.answer_uid) for ask in asks if ask.closed_day is not None and ask.log_hours is not None
    )
    return newest, inbound, _few(uid for _, uid in reversed(answers)), ()


def _few(uids: Iterable[str]) -> tuple[str, ...]:
    """Return the first five distinct `uids`."""
    kept: dict[str, None] = {}
    for uid in uids:
        kept[uid] = None
        if len(kept) == CAP:
            break
    return tuple(kept)


def _ties(view: _View, whole: _Bond, asks: Sequence[AskOutcome]) -> tuple[TieFacts, ...]:
    """Return one tie per user with a touch, by user uid; each folds that user's touches and asks alone."""
    by_user: dict[str, tuple[list[Touch], list[AskOutcome]]] = {}
    for touch in whole.touches:
        by_user.setdefault(touch.user_uid, ([], []))[0].append(touch)
    for outcome in asks:
        if outcome.ask.asker_uid in by_user:
            by_user[outcome.ask.asker_uid][1].append(outcome)
    ties: list[TieFacts] = []
    for user_uid, own in sorted(by_user.items()):
        is_whole = len(own[0]) == len(whole.touches) and len(own[1]) == len(asks)  # a lone user: nothing to fold again
        ties.append(_tie(user_uid, whole if is_whole else _bond(view, *own)))
    return tuple(ties)


def _tie(user_uid: str, bond: _Bond) -> TieFacts:
    buckets = bond.buckets
    return TieFacts(
        user_uid=user_uid,
        days=tuple(buckets.totals),
        units_in=tuple(round(unit, 9) for unit in buckets.inbound.values()),
        units_out=tuple(round(unit, 9) for unit in buckets.outbound.values()),
        strength=bond.strength,
        series=bond.series,
        last_day=bond.touches[-1].day,
        last_inbound_day=max((touch.day for touch in bond.touches if touch.inbound), default=None),
    )


def _review_day(bond: _Bond, horizon_day: int) -> int | None:
    """Return the next weekly close after the horizon while something is left to decay."""
    if not bond.totals or bond.totals[-1] < SPENT:
        return None
    return next_close(horizon_day)
