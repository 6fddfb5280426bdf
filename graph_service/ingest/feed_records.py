"""What feeds are read into: use of the product, professional profiles, releases, and notes in a CRM.

Owns the fields and what they mean; reads no file. Days are whole days since 1970-01-01; moments are in UTC.
"""

from dataclasses import dataclass, field
from datetime import date, datetime

from graph_service.ingest.places import Place


@dataclass(frozen=True, slots=True)
class UsageRecord:
    """How often one user used one feature under one key of the product: `counts[i]` times on `days[i]`.

    `account_key` is the product's own name of a customer. `user` is an address, another id, or empty where nobody is
    known. `days` rise and are there once.
    """

    place: Place
    account_key: str
    user: str
    feature: str
    days: tuple[int, ...]
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ProfileRecord:
    """What a profile said when it was looked at (`observed_at`): one job of one person, who agreed to it being read.

    `url` is the profile's, cleaned, so that one profile has one. `started_on` and `ended_on` (excluded) are days;
    None means that the profile does not say, and for the end that the job is still held.
    """

    place: Place
    url: str
    name: str
    observed_at: datetime
    company: str = ""
    title: str = ""
    started_on: date | None = None
    ended_on: date | None = None


@dataclass(frozen=True, slots=True)
class ReleaseRecord:
    """Something we shipped. `items` are the single changes that the notes list, without their bullets."""

    place: Place
    source_id: str
    name: str
    shipped_at: datetime
    known_at: datetime
    notes: str = ""
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NoteRecord:
    """What somebody of ours wrote into the CRM about a person, an account, or both: of a task, a call, a contact."""

    place: Place
    system: str
    source_id: str
    at: datetime
    text: str = field(repr=False)
    account_source_id: str = ""
    contact_source_id: str = ""
    subject: str = ""


FeedRecord = UsageRecord | ProfileRecord | ReleaseRecord | NoteRecord
