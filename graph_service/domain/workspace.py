"""What everything below the edge needs to know of a workspace."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property, lru_cache
from zoneinfo import ZoneInfo

from graph_service.domain.facts import epoch_day
from graph_service.domain.ids import Ids

QUARTER_MS = 900_000
"""Zones differ from UTC by whole quarters of an hour, so that a quarter lies in one day."""


@dataclass(frozen=True)
class Workspace:
    """One company's data. `frozen_at` fixes "now" for a demo or an archive; None means the clock decides.

    `products` and `competitors` are tuples of aliases, the name to report first.
    """

    workspace_id: str
    name: str
    our_domains: tuple[str, ...]
    time_zone: str
    country: str
    salt: str
    frozen_at: datetime | None = None
    our_names: tuple[str, ...] = ()
    products: tuple[tuple[str, ...], ...] = ()
    features: tuple[str, ...] = ()
    competitors: tuple[tuple[str, ...], ...] = ()

    @cached_property
    def ids(self) -> Ids:
        """Return the maker of this workspace's uids."""
        return Ids(self.salt)

    @cached_property
    def zone(self) -> ZoneInfo:
        """Return the zone whose days are the workspace's days (decision 7)."""
        return ZoneInfo(self.time_zone)

    def now(self, clock: datetime) -> datetime:
        """Return the moment decisions and reads mean by "now"; `clock` is the edge's wall clock."""
        return self.frozen_at or clock

    def day(self, moment: datetime) -> date:
        """Return the workspace's day of an aware moment."""
        return moment.astimezone(self.zone).date()

    def day_number(self, millis: int) -> int:
        """Return the workspace's day of epoch milliseconds, as an epoch day."""
        return _day_number(self.zone, millis // QUARTER_MS)

    def owns_address(self, address: str) -> bool:
        """Tell whether a mail address is under one of our domains (or below one)."""
        host = address.rpartition("@")[2]
        return any(host == domain or host.endswith(f".{domain}") for domain in self.our_domains)


def utc_millis(millis: int) -> datetime:
    """Return the aware UTC moment of epoch milliseconds."""
    return datetime.fromtimestamp(millis / 1000, UTC)


@lru_cache(maxsize=1 << 18)
def _day_number(zone: ZoneInfo, quarter: int) -> int:
    """Return the epoch day of a quarter of an hour; a book's mails fall into few of them again and again."""
    return epoch_day(utc_millis(quarter * QUARTER_MS).astimezone(zone).date())
