"""From when to when a person had been silent for too long, measured by their own rhythm.

Owns from when silence puts a champion at risk. Only the person's own acts count, in business days of the account's
country, so that holidays pause the clock: that somebody left is said by the departure inference alone. Formula:
inference design, sections 6 and 7.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from math import ceil, expm1

from graph_service.inference.champions.tracks import Interval
from graph_service.inference.working_days import WorkingDays

TOO_LONG = 3.0
"""Nats of silence, with 2.4 ln(1 + silence / (4 m)) nats for a mean gap of m. At the design's 2.5 hardly one of those
who were said to be at risk had changed."""
LONG_GAPS = 4.0 * expm1(TOO_LONG / 2.4)
"""So many of their own mean gaps are worth `TOO_LONG`."""
RHYTHM_ACTS = 6
BEYOND_LONGEST = 1.5
"""A silence is only strange beyond the longest one so far: contact comes in bursts, and pauses are normal."""
HALF_YEAR, LOOK_AGAIN = 182, 28
QUIET_SHARE = 0.5
GAP_FADE = 0.93
PRIOR_GAP, PRIOR_WEIGHT = 10.0, 2.0


def silent_intervals(
    acts: Iterable[int], others: Sequence[int], away: Sequence[Interval], horizon_day: int, working: WorkingDays
) -> list[Interval]:
    """Return when somebody who acted on the days `acts` had been silent for too long, up to the next act.

    `others` (ascending) are days on which others of the account acted. Where they act less than half as often as in
    the half year before, the account is quiet as a whole, and one person's silence says little; it is looked at
    again every four weeks.

    m = (S_gap + 2 * 10) / (S_n + 2) business days, older gaps fading by 0.93 each. Too long is also half as long again
    as any gap before. Days on which they were said to be away, and the time before somebody's sixth day, do not count.
    """
    days = sorted({day for day in acts if day <= horizon_day})
    found: list[Interval] = []
    gaps = count = longest = 0.0
    for place, day in enumerate(days[1:], 1):
        gap = working.between(days[place - 1], day) - _away_between(away, days[place - 1], day, working)
        gaps, count = GAP_FADE * gaps + gap, GAP_FADE * count + 1.0
        mean = (gaps + PRIOR_WEIGHT * PRIOR_GAP) / (count + PRIOR_WEIGHT)
        longest = max(longest, gap)
        if place + 1 < RHYTHM_ACTS:
            continue
        start = _after(day, ceil(max(LONG_GAPS * mean, BEYOND_LONGEST * longest)), away, working)
        following = days[place + 1] if place + 1 < len(days) else None
        end = following if following is not None else horizon_day + 1
        while start is not None and start < end and _is_quiet(others, day, start):
            start += LOOK_AGAIN
        if start is not None and start < end:
            found.append((start, following))
    return found


def _is_quiet(others: Sequence[int], last: int, day: int) -> bool:
    """Tell whether others acted less than half as often from `last` to `day` as in the half year before."""
    since = bisect_right(others, day) - bisect_right(others, last)
    first = max(last - HALF_YEAR, others[0] - 1) if others else last
    before = bisect_right(others, last) - bisect_right(others, first)
    return since * (last - first) <= QUIET_SHARE * before * (day - last)


def _after(day: int, count: int, away: Sequence[Interval], working: WorkingDays) -> int | None:
    """Return the day `count` business days after `day`, days away left out; None while away or past the table."""
    start = working.day_after(day, count - 1)
    for first, end in sorted(away, key=lambda one: one[0]):
        if start is None or first > start:
            break
        if end is None:
            return None
        if end > day:
            count += working.between(max(first, day + 1) - 1, end - 1)
            start = working.day_after(day, count - 1)
    return start


def _away_between(away: Sequence[Interval], first: int, last: int, working: WorkingDays) -> int:
    """Return the business days after `first` up to and with `last` on which somebody was away."""
    found = 0
    for start, end in away:
        since, until = max(first, start - 1), last if end is None else min(last, end - 1)
        found += working.between(since, until) if since < until else 0
    return found
