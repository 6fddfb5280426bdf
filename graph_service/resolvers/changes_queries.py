"""The read of what differs between two moments, bound to its types. The CLI uses the same one."""

from dataclasses import dataclass, field
from datetime import datetime

from graph_service.errors import UsageError
from graph_service.graph.query import ReadQuery
from graph_service.resolvers.changes_rows import ChangesRow
from graph_service.resolvers.changes_weights import HEALTH_STEP, INFLUENCE, METRICS, weights
from graph_service.resolvers.moments import Moment

HEAVIEST = 1.0e308
"""Above every weight: with it a page starts at the top."""
FIRST_UID, LAST_UID = "", "\uffff"
"""Before and after every uid: between them lie all accounts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesPage:
    """A page of differences of the accounts from `first_uid` to `last_uid`, between two moments and their days.

    `live`: the later moment is now, so that the current copy of influence may be read.
    """

    first_uid: str
    last_uid: str
    from_at: datetime
    from_date: datetime
    from_day: int
    to_at: datetime
    to_date: datetime
    to_day: int
    live: bool
    limit: int
    after_weight: float = HEAVIEST
    after_key: str = ""
    health_by: float = HEALTH_STEP
    influence_weight: float = INFLUENCE
    weights: dict[str, float] = field(default_factory=weights)
    metrics: dict[str, str] = field(default_factory=lambda: dict(METRICS))


CHANGES = ReadQuery("read.changes", ChangesPage, ChangesRow)


def changes_page(
    start: Moment, end: Moment, account_uid: str | None, limit: int, after: tuple[float, str] = (HEAVIEST, "")
) -> ChangesPage:
    """Return a page of one account (None: of all); raises `UsageError` unless `start` lies before `end`."""
    if start.at >= end.at:
        raise UsageError(
            f"`from` ({start.at.isoformat()}) must lie before `to` ({end.at.isoformat()})", "swap the two moments"
        )
    return ChangesPage(
        first_uid=FIRST_UID if account_uid is None else account_uid,
        last_uid=LAST_UID if account_uid is None else account_uid,
        from_at=start.at,
        from_date=start.date,
        from_day=start.day,
        to_at=end.at,
        to_date=end.date,
        to_day=end.day,
        live=end.live,
        limit=limit,
        after_weight=after[0],
        after_key=after[1],
    )
