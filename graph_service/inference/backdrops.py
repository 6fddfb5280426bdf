"""What holds for the whole workspace: which sources stood still, when all lay still, what all accounts' use shares.

Owns the record that is handed to every account (decision 17). Every day's answer uses that day and earlier ones only.
"""

from collections import deque
from collections.abc import Iterator, Mapping
from statistics import median

from graph_service.inference.casefile import Backdrop
from graph_service.inference.usage.changes import common_mode

Volumes = Mapping[str, Mapping[int, int]]
"""Channel → day → how many interactions (of use: events) came in on it, over all accounts."""

WEEKS_BACK, FEWEST_BACK = 8, 4
FROZEN_SHARE, FEWEST_USUAL = 0.25, 12.0
"""A source stands still below a quarter of the median of the same weekday in the eight weeks before (four at least),
where that median is twelve or more: with less, a quarter of it is not rare by chance."""
SHUTDOWN_SHARE, FEWEST_WEEKLY = 0.4, 20.0
USUAL_TICKETS = 0.7
RATE_DAYS = 28
"""The workspace's rate of tickets is that of its first four weeks with tickets: it may not change a past answer."""


def backdrop_of(
    volumes: Volumes,
    usage_by_account: Mapping[str, Mapping[int, float]],
    tickets_by_account: Mapping[str, Mapping[int, int]],
    horizon_day: int,
) -> Backdrop:
    """Return the backdrop as known at the end of `horizon_day`.

    `usage_by_account` holds `usage.counts.judged_counts` of each account, `tickets_by_account` day → tickets opened.
    The channel of use is `usage`, that of the help desk `ticket`.
    """
    known = {channel: _until(days, horizon_day) for channel, days in volumes.items()}
    frozen = frozen_days(known, horizon_day)
    still = frozenset(day for channel, day in frozen if channel == "usage")
    usage = {uid: {day: n for day, n in days.items() if day <= horizon_day} for uid, days in usage_by_account.items()}
    return Backdrop(
        frozen=frozen,
        shutdown_days=shutdown_days(known, horizon_day),
        usage_common=common_mode(usage, still),
        tickets_per_week=tickets_a_week({uid: _until(days, horizon_day) for uid, days in tickets_by_account.items()}),
    )


def _until(days: Mapping[int, int], horizon_day: int) -> dict[int, int]:
    return {day: count for day, count in days.items() if day <= horizon_day}


def frozen_days(volumes: Volumes, horizon_day: int | None = None) -> frozenset[tuple[str, int]]:
    """Return (channel, day) on which a channel brought less than a quarter of what its weekday brings.

    Days up to the horizon are looked at (None: the last day any channel has). Empty days that are frozen do not enter
    the median of later weeks: a source that stops for good stays frozen. Days that bring little do: a source that
    shrinks for good thaws within weeks.
    """
    last = _last_day(volumes) if horizon_day is None else horizon_day
    return frozenset((channel, day) for channel, days in volumes.items() for day in _still_days(days, last))


def _still_days(days: Mapping[int, int], last: int) -> Iterator[int]:
    weekdays: list[deque[int]] = [deque(maxlen=WEEKS_BACK) for _ in range(7)]
    for day in range(min(days, default=last + 1), last + 1):
        earlier, count = weekdays[day % 7], days.get(day, 0)
        usual = median(earlier) if len(earlier) >= FEWEST_BACK else 0.0
        stands_still = usual >= FEWEST_USUAL and count < FROZEN_SHARE * usual
        if stands_still:
            yield day
        if count or not stands_still:
            earlier.append(count)


def shutdown_days(volumes: Volumes, horizon_day: int | None = None) -> frozenset[int]:
    """Return the days at whose end the last seven days, over all channels but use, lay below 40 % of the usual.

    Usual is the median of the same sum one to eight weeks before. A day is judged by itself and earlier days alone, so
    the first days of a week off are not marked, and the first days after it are.
    """
    last = _last_day(volumes) if horizon_day is None else horizon_day
    days: dict[int, int] = {}
    for channel, counts in volumes.items():
        for day, count in counts.items() if channel != "usage" else ():
            days[day] = days.get(day, 0) + count
    first = min(days, default=last + 1)
    weeks = {day: sum(days.get(day - back, 0) for back in range(7)) for day in range(first + 6, last + 1)}
    return frozenset(day for day in weeks if _lies_still(weeks, day))


def _lies_still(weeks: Mapping[int, int], day: int) -> bool:
    earlier = [weeks[day - 7 * back] for back in range(1, WEEKS_BACK + 1) if day - 7 * back in weeks]
    usual = median(earlier) if len(earlier) >= FEWEST_BACK else 0.0
    return usual >= FEWEST_WEEKLY and weeks[day] < SHUTDOWN_SHARE * usual


def tickets_a_week(tickets_by_account: Mapping[str, Mapping[int, int]]) -> float:
    """Return the mean tickets a week of an account with tickets, from the first four weeks of tickets alone.

    The usual 0.7 before these are over, and where it would be less than a tenth of that.
    """
    days = [day for counts in tickets_by_account.values() for day in counts]
    first = min(days, default=0)
    if not days or max(days) < first + RATE_DAYS:
        return USUAL_TICKETS
    early = [sum(n for day, n in counts.items() if day < first + RATE_DAYS) for counts in tickets_by_account.values()]
    there = [count for count in early if count]
    return max(USUAL_TICKETS / 10, round(sum(there) / len(there) / (RATE_DAYS / 7), 2))


def _last_day(volumes: Volumes) -> int:
    return max((day for days in volumes.values() for day in days), default=-1)
