"""Alerts as they are raised: waits for the event log, looks at what changed as the asker may see it now, and tells.

Owns what counts as raised: an alert of a subject that was inferred again, of the last days, that was not told before.
Who may look, and what, is asked again each time.
"""

from collections.abc import AsyncGenerator, Iterable, Sequence
from datetime import timedelta

from graph_service.domain.change_feed import ChangeFeed
from graph_service.domain.facts import midnight
from graph_service.domain.workspace import utc_millis
from graph_service.resolvers.alerts_following import (
    Start,
    Told,
    following_of,
    in_order,
    millis_of,
    read_start,
    sign_start,
)
from graph_service.resolvers.alerts_pages import FIRST_PLACE, alert_page
from graph_service.resolvers.alerts_reading import unbroken
from graph_service.resolvers.alerts_rows import ALERTS, AlertSource
from graph_service.resolvers.alerts_types import alert_of
from graph_service.resolvers.context import Context, Info, cursors_of
from graph_service.resolvers.moments import moment_of
from graph_service.schema.alerts import AlertKind, RaisedAlert

LATE_DAYS, LONGEST_BREAK_DAYS = 7, 30
"""News may come late: an alert counts as raised up to so many days after it could have been said; after a break, up to
so many days back."""
PAGE, MOST_PAGES = 200, 10
MOST_SUBJECTS = 5000
"""After a rebuild, when more was inferred again, all that is seen is looked at."""


async def follow_alerts(
    info: Info, after: str | None, kinds: Sequence[AlertKind] | None
) -> AsyncGenerator[RaisedAlert, None]:
    """Yield alerts as they are raised, until the asker may look no more."""
    feed, look = following_of(info)
    context = await unbroken(look())
    if context is None:
        return
    place, cursors = f"follow/{context.workspace_id}", cursors_of(info)
    start = read_start(cursors, place, after) if after else await unbroken(_from_now(context, feed))
    seq, since, told = start.seq, _not_before(start.since, context), start.told
    while True:
        change = await feed.after(seq)
        context = await unbroken(look())
        if context is None:
            return
        since = _not_before(since, context)
        subjects = change.subject_uids if len(change.subject_uids) <= MOST_SUBJECTS else None
        found = in_order(await unbroken(_read(context, since, subjects, kinds)))
        fresh = [one for one in found if told.add(one.uid)]
        for number, one in enumerate(fresh, start=1):
            at = change.seq if number == len(fresh) else seq  # a break within a batch goes on at its start
            yield RaisedAlert(cursor=sign_start(cursors, place, at, since, told), alert=alert_of(one, context))
        seq = change.seq


async def _from_now(context: Context, feed: ChangeFeed) -> Start:
    """Return the start of one who comes without a cursor: what could be said before is not told."""
    seq = await feed.last()  # first, so that what comes while it reads is told
    today = moment_of(context, None).date
    since = millis_of(today - timedelta(days=LATE_DAYS))
    told = Told()
    for one in in_order(await _read(context, since, None, None)):
        told.add(one.uid)
    return Start(seq, since, told)


def _not_before(since: int, context: Context) -> int:
    earliest = moment_of(context, None).date - timedelta(days=LONGEST_BREAK_DAYS)
    return max(since, millis_of(earliest))


async def _read(
    context: Context, since: int, subjects: Iterable[str] | None, kinds: Sequence[AlertKind] | None
) -> list[AlertSource]:
    """Return all alerts since a day, at most 2,000 of them."""
    subject_uids = None if subjects is None else list(subjects)
    first_day = midnight(utc_millis(since).date())
    found: list[AlertSource] = []
    after = FIRST_PLACE
    for _ in range(MOST_PAGES):
        page = alert_page(
            moment_of(context, None).date, PAGE, kinds=kinds, subjects=subject_uids, since=first_day, after=after,
            evidence=True,
        )  # fmt: skip
        rows = [row.alert for row in await context.gateway.rows(ALERTS, page)]
        found += rows
        if len(rows) < PAGE:
            break
        after = rows[-1].at, rows[-1].rank, rows[-1].uid
    return found
