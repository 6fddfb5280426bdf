"""What a source says of one person, as read: no rule and no cleaning lives here."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Record:
    """One identity of one source: a mail address with its display name, a CRM contact, a profile, a row of a register.

    Everything is optional. `name` is used where `first` and `last` are empty. `companies` may hold a history. `domains`
    are those of the employer where they are known beside the addresses. `first_seen` and `last_seen` are days.
    `others` are further fields that may agree (name of field, value).
    """

    source: str = ""
    source_id: str = ""
    name: str = ""
    first: str = ""
    last: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    companies: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    title: str = ""
    url: str = ""
    born: str = ""
    street: str = ""
    street_number: str = ""
    city: str = ""
    area: str = ""
    postcode: str = ""
    first_seen: date | None = None
    last_seen: date | None = None
    others: tuple[tuple[str, str], ...] = ()
