"""The one place that reads the wall clock; everything below the edge takes a time as an argument."""

from datetime import UTC, datetime


def now() -> datetime:
    """Return the current moment in UTC."""
    return datetime.now(UTC)
