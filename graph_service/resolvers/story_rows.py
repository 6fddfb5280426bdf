"""The rows of a person's story: by what channels, what they wish and report, where they work. No behaviour."""

from dataclasses import dataclass

from graph_service.resolvers.fact_rows import Millis


@dataclass(frozen=True, slots=True)
class ChannelSource:
    """How many interactions of 90 days went by a channel."""

    channel: str | None
    count: int


@dataclass(frozen=True, slots=True)
class AnswerSource:
    """A release that answers a request; `state` is auto, or review where somebody should look."""

    name: str
    item: str | None
    state: str | None
    shipped_at: Millis | None


@dataclass(frozen=True, slots=True)
class RequestSource:
    """A wish in its own words; `topic` is null where people you may not see share it."""

    uid: str
    quote: str | None
    about: str | None
    topic: str | None
    at: Millis | None
    interaction_uid: str
    releases: list[AnswerSource]


@dataclass(frozen=True, slots=True)
class IssueSource:
    """A ticket they opened. Of a past moment the status is null where it was changed later."""

    uid: str
    account_uid: str
    account_name: str
    at: Millis
    subject: str | None
    status: str | None
    priority: str | None
    ticket_type: str | None
    updated_at: Millis | None


@dataclass(frozen=True, slots=True)
class JobSource:
    """A title or job as a source said it; `kind` is crm, title or employment."""

    kind: str
    firm: str | None
    title: str | None
    source: str | None
    since: Millis | None
    until: Millis | None
    known_at: Millis | None
    last_at: Millis | None
