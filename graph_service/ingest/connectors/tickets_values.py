"""Values in the JSON of help desks: ids, moments, texts, and the people and organizations that ids stand for.

Owns no format of a vendor. Pure, but for the book that grows as people are met.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from graph_service.ingest.connectors.crm_dates import DateOrder, read_moment
from graph_service.ingest.connectors.mail_addresses import clean_address
from graph_service.ingest.connectors.mail_html import html_text
from graph_service.ingest.places import Address
from graph_service.ingest.source_records import NOBODY
from graph_service.ingest.storable import storable

MAX_TEXT = 200_000
MAX_WORD = 1_000


class TicketError(Exception):
    """A ticket cannot be read; the message says why."""


@dataclass(slots=True)
class Book:
    """Who and what the ids of one export stand for."""

    people: dict[str, Address] = field(default_factory=dict)
    organizations: dict[str, str] = field(default_factory=dict)
    organization_keys: dict[str, tuple[str, ...]] = field(default_factory=dict)
    organization_of: dict[str, str] = field(default_factory=dict)

    def person(self, *candidates: Any) -> Address:
        """Return the first of these that tells who somebody is: an object with a name or address, or a known id."""
        for one in candidates:
            found = person_of(one) if isinstance(one, Mapping) else self.people.get(id_of(one), NOBODY)
            if found != NOBODY:
                return found
            if isinstance(one, Mapping) and id_of(one.get("id")) in self.people:
                return self.people[id_of(one.get("id"))]
        return NOBODY


def person_of(value: Mapping[str, Any]) -> Address:
    """Return the person that an object with a name or an address describes."""
    return Address(clean_address(word(value.get("email"))), word(value.get("name"), 200))


def id_of(value: Any) -> str:
    """Return an id as text; empty for none."""
    return storable(str(value), 300).strip() if isinstance(value, (int, str)) and not isinstance(value, bool) else ""


def word(value: Any, most: int = MAX_WORD) -> str:
    """Return a short value as text; empty for anything but text and numbers."""
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return ""
    return storable(str(value), most).strip()


def plain(value: Any) -> str:
    """Return a text as written, without what the database cannot hold."""
    return storable(value, MAX_TEXT).strip() if isinstance(value, str) else ""


def from_html(value: Any) -> str:
    """Return the readable text of HTML."""
    return storable(html_text(value[:MAX_TEXT]), MAX_TEXT).strip() if isinstance(value, str) else ""


def moment_of(value: Any, order: DateOrder = "") -> datetime | None:
    """Return a moment in UTC: ISO text, or seconds or milliseconds since 1970; None when there is none to be read."""
    try:
        if isinstance(value, str) and not value.strip().isdigit():
            return read_moment(value.strip()[:100], order)
        if isinstance(value, bool) or not isinstance(value, (int, float, str)):
            return None
        seconds = float(value)
        found = datetime.fromtimestamp(seconds / 1000 if seconds > 1e11 else seconds, UTC)
    except (ValueError, OverflowError, OSError):
        return None
    return found if 1970 < found.year < 2200 else None


def words(value: Any) -> tuple[str, ...]:
    """Return a list of short texts; objects in it count with their name."""
    if not isinstance(value, list):
        return ()
    named = [one.get("name") if isinstance(one, Mapping) else one for one in value[:500]]
    return tuple(found for one in named if (found := word(one)))


def objects(value: Any, name: str = "") -> list[dict[str, Any]]:
    """Return the objects of a list, or of the list called `name` within an object (Intercom nests them so)."""
    if isinstance(value, Mapping) and name:
        value = value.get(name)
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
