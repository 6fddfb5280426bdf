"""What dated signatures of one person say over time; where they differ, both stay with their dates.

Pure: the caller gives the signatures, and decides what to do with what it gets.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from graph_service.reading.signatures.fields import Field, Phone, Signature

SINGLE = ("name", "title", "department", "company", "linkedin")


@dataclass(frozen=True, slots=True)
class Known:
    """A value of one field, the mails' dates it was first and last seen on, and in how many signatures it stood.

    `field` is "name", "title", "department", "company", "linkedin", "email", "url", "address", "phone.work",
    "phone.mobile", "phone.fax" or "phone.home"; `confidence` is the highest that any of the signatures gave it.
    """

    field: str
    value: str
    first_seen: datetime
    last_seen: datetime
    count: int
    confidence: float


def merge_signatures(dated: Iterable[tuple[datetime, Signature]]) -> tuple[Known, ...]:
    """Return every value with its dates, by field and then the last seen first; no value displaces another.

    Values that differ only in case or blanks are one, written as last seen. The dates must be comparable (all naive
    or all with a zone).
    """
    merged: dict[tuple[str, str], Known] = {}
    for at, signature in sorted(dated, key=lambda pair: pair[0]):
        for field, found in _values(signature):
            key = (field, " ".join(found.value.lower().split()))
            old = merged.get(key)
            first, count, best = (old.first_seen, old.count, old.confidence) if old else (at, 0, 0.0)
            merged[key] = Known(field, found.value, first, at, count + 1, max(best, found.confidence))
    latest_first = sorted(merged.values(), key=lambda known: known.last_seen, reverse=True)
    return tuple(sorted(latest_first, key=lambda known: known.field))


def _values(signature: Signature) -> list[tuple[str, Field | Phone]]:
    """Return the values of one signature, each once."""
    found: list[tuple[str, Field | Phone]] = []
    for name in SINGLE:
        value: Field | None = getattr(signature, name)
        if value is not None:
            found.append((name, value))
    found += [("email", one) for one in signature.emails]
    found += [("url", one) for one in signature.urls]
    found += [("address", one) for one in signature.address]
    found += [(f"phone.{one.kind}", one) for one in signature.phones]
    return list({(field, one.value.lower()): (field, one) for field, one in found}.values())
