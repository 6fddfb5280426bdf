"""Acts of advocacy: who of the customer spoke or did something for us, or against us, and how much it weighs.

Owns what counts as an act and the sum of acts over time. It may not know influence, tone or states. Only stakeholders
act: what our own people say is never seen. Formula: inference design, section 6.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp2

from graph_service.inference.casefile import CaseFile, Occasion, occasions_of, sayings_of
from graph_service.inference.champions.tracks import Steps
from graph_service.inference.decay import CLOSE_WEEKDAY, SPENT, next_close

HALF_LIFE = 120.0
HEAVIEST = 3.0
BRINGS = "brings_people"
INTRODUCTION_WEIGHT = 2.0
INTRODUCTION_CAP, INTRODUCTION_WINDOW = 3, 30
NEW_AFTER_DAYS = 30
"""Within so many days of the first record of an account everybody seems new, so nobody is brought."""
COSTLY = frozenset({"tells_upward", "defends", "offers", "brings_people", "coaches"})
"""Acts that cost the speaker something, said in words. Praise to us (`prefers`, `relies`) is friendly and free."""


@dataclass(frozen=True, slots=True)
class Act:
    """One act of a stakeholder: at most one of a topic and direction a day. `uid` is the saying or interaction."""

    day: int
    topic: str
    weight: float
    uid: str
    is_costly: bool


def acts_of(case: CaseFile, horizon_day: int) -> dict[str, list[Act]]:
    """Return stakeholder → their acts up to the horizon, ascending by (day, topic).

    An act with the greater weight stands for others of its topic and direction that day. Who is first seen in what
    somebody else of the account sent us was brought by them.
    """
    kept: dict[tuple[str, int, str, bool], Act] = {}
    for speaker, act in (*_said(case, horizon_day), *_introductions(case, horizon_day)):
        key = speaker, act.day, act.topic, act.weight > 0
        if key not in kept or _rank(act) < _rank(kept[key]):
            kept[key] = act
    found: dict[str, list[Act]] = defaultdict(list)
    for (speaker, *_), act in sorted(kept.items(), key=lambda item: item[0]):
        found[speaker].append(act)
    return dict(found)


def weights_by_day(acts: Iterable[Act]) -> dict[int, float]:
    """Return what each day adds to the sum. Of introductions at most three in any 30 days count, the newest ones.

    A day on which a fourth one comes adds its weight less what is left of the one that falls out, so that one more
    act never lowers the sum on any later day.
    """
    found: dict[int, float] = defaultdict(float)
    brought: list[Act] = []
    for act in sorted(acts, key=lambda one: (one.day, one.topic, one.weight)):
        if act.topic == BRINGS and act.weight > 0:
            before, brought = brought, [*brought, act]
            found[act.day] += _left(_counted(brought), act.day) - _left(_counted(before), act.day)
        else:
            found[act.day] += act.weight
    return dict(found)


def standing_along(weights: Mapping[int, float], horizon_day: int) -> Steps:
    """Return S = sum of w 2^(-age / 120 d) at each day with an act and each weekly close, 0 once it is spent.

    Ages are counted at closes: between two of them the sum changes by new acts only, so that one more act, which
    makes one more day to look at, cannot lower what is seen there.
    """
    days: list[int] = []
    values: list[float] = []
    aged, fresh = 0.0, 0.0
    pending: list[tuple[int, float]] = []
    for day in _days_to_look_at(weights, horizon_day):
        weight = weights.get(day, 0.0)
        if day % 7 == CLOSE_WEEKDAY:
            aged *= exp2(-7 / HALF_LIFE)
            aged += sum(one * exp2((at - day) / HALF_LIFE) for at, one in pending) + weight
            aged = aged if abs(aged) >= SPENT else 0.0
            pending, fresh = [], 0.0
        else:
            pending.append((day, weight))
            fresh += weight
        level = aged + fresh
        if not values or level != values[-1]:
            days.append(day)
            values.append(level)
    return Steps(days, values)


def newest_uids(acts: Sequence[Act], day: int, cap: int, *, against: bool = False) -> tuple[str, ...]:
    """Return the uids of the newest acts up to `day`, for us or against us, newest first."""
    wanted = (act.uid for act in reversed(acts) if act.day <= day and (act.weight < 0) == against)
    return tuple(dict.fromkeys(wanted))[:cap]


def _days_to_look_at(weights: Mapping[int, float], horizon_day: int) -> list[int]:
    days = {day for day in weights if day <= horizon_day}
    if days:
        days.update(range(next_close(min(days)), horizon_day + 1, 7))
    return sorted(days)


def _rank(act: Act) -> tuple[float, bool, str]:
    return -abs(act.weight), not act.is_costly, act.uid


def _said(case: CaseFile, horizon_day: int) -> Iterable[tuple[str, Act]]:
    people = {one.uid for one in case.people if one.is_person}
    for one in sayings_of(case, ("advocacy",), horizon_day):
        if one.by_us or one.by_uid not in people or not one.weight:
            continue
        weight = max(-HEAVIEST, min(HEAVIEST, one.weight))
        yield one.by_uid, Act(one.day, one.topic, weight, one.uid, weight > 0 and one.topic in COSTLY)


def _introductions(case: CaseFile, horizon_day: int) -> Iterable[tuple[str, Act]]:
    """Return who brought whom, seen in mail and invitations alone. Nothing was said, so it is no costly act."""
    occasions = sorted(occasions_of(case, horizon_day), key=lambda one: (one.at_ms, one.uid))
    people = {one.uid: one for one in case.people if one.is_person}
    met: set[str] = set()
    start = occasions[0].day if occasions else 0
    for one in occasions:
        here = {part.uid for part in one.people}
        sender = one.sender_uid
        new = [uid for uid in here - met if uid in people and uid != sender and _is_news(people[uid].crm_day, one.day)]
        if new and sender in met and sender in people and _is_introduction(one, start):
            yield sender, Act(one.day, BRINGS, INTRODUCTION_WEIGHT, one.uid, is_costly=False)
        met |= here


def _is_introduction(one: Occasion, start: int) -> bool:
    return bool(one.users) and one.channel in {"email", "meeting"} and one.day >= start + NEW_AFTER_DAYS


def _is_news(crm_day: int | None, day: int) -> bool:
    return crm_day is None or crm_day >= day


def _counted(brought: Sequence[Act]) -> list[Act]:
    """Return the introductions that count: going back from the newest, at most three within any 30 days."""
    chosen: list[Act] = []
    for act in reversed(brought):
        if len(chosen) < INTRODUCTION_CAP or chosen[-INTRODUCTION_CAP].day - act.day >= INTRODUCTION_WINDOW:
            chosen.append(act)
    return chosen


def _left(acts: Iterable[Act], day: int) -> float:
    return sum(act.weight * exp2((act.day - day) / HALF_LIFE) for act in acts)
