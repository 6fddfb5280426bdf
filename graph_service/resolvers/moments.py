"""Which moment a read is of: now, or a past one with its day in the workspace's zone (decisions 4, 6, 7)."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from graph_service.domain.facts import epoch_day
from graph_service.errors import UsageError
from graph_service.resolvers.context import Context

EARLIEST = 1900
SKEW = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Moment:
    """`live` reads the current copies. `day` counts from 1970, `date` is that day as the graph stores days."""

    at: datetime
    live: bool
    day: int
    date: datetime


def moment_of(context: Context, as_of: datetime | None) -> Moment:
    """Return the moment of a read. Without an offset `as_of` is UTC; up to a day ahead it means now.

    Raises `UsageError` for a moment beyond that, or before 1900.
    """
    now = context.now
    at = now if as_of is None else aware(as_of)
    if at.year < EARLIEST or at > now + SKEW:
        raise UsageError(
            f"asOf must lie between {EARLIEST} and now ({now.isoformat()})", "leave it out to read the present"
        )
    live = at >= now
    moment = now if live else at
    day = moment.astimezone(context.zone).date()
    return Moment(moment, live, epoch_day(day), datetime.combine(day, time(), UTC))


def aware(moment: datetime) -> datetime:
    """Return a moment of the caller in UTC, also taken where there is no offset; raises `UsageError`."""
    try:
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except OverflowError as error:
        raise UsageError("a moment lies outside the calendar", "use a year between 1900 and 9998") from error
