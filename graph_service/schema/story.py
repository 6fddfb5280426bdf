"""A person's story as the API shows it: trends, channels, wishes, tickets, titles and employers. Plain data."""

from datetime import datetime

import strawberry

from graph_service.schema.enums import Channel
from graph_service.schema.facts import AccountRef


@strawberry.type(description="A point of a trend: the value holds until the next point.")
class Point:
    """A point."""

    at: datetime = strawberry.field(description="The day.")
    value: float = strawberry.field(description="The value.")


@strawberry.type(description="How things went with a person at one account, oldest first, the newest 500 points each.")
class Trends:
    """Trends at one account."""

    account: AccountRef = strawberry.field(description="The account.")
    strength: list[Point] = strawberry.field(description="The strength of the relationship, 0 to 100.")
    sentiment: list[Point] = strawberry.field(description="The tone of their texts, -1 to 1.")
    reply_hours: list[Point] = strawberry.field(description="Business hours until they answered.")


@strawberry.type(description="How much of the contact of 90 days went by a channel, automatic mail left out.")
class ChannelShare:
    """A channel with its share."""

    channel: Channel = strawberry.field(description="The channel.")
    count: int = strawberry.field(description="How many interactions.")
    share: float = strawberry.field(description="Their share of all, 0 to 1.")


@strawberry.type(description="A change we shipped that answers a wish.")
class ReleaseAnswer:
    """An answer."""

    name: str = strawberry.field(description="The release.")
    item: str | None = strawberry.field(description="The change, as the release notes say it.")
    shipped_at: datetime | None = strawberry.field(description="When it was shipped.")
    is_certain: bool = strawberry.field(description="Whether it answers it for sure; else somebody should look.")


@strawberry.type(description="A wish for a change of the product, in their own words.")
class FeatureRequest:
    """A wish."""

    id: strawberry.ID = strawberry.field(description="The id of the sentence.")
    quote: str = strawberry.field(description="The sentence.")
    about: str | None = strawberry.field(description="What is wished for, in short.")
    topic: str | None = strawberry.field(
        description="The topic that gathers such wishes; null where you may not see all who share it, and of the past."
    )
    at: datetime | None = strawberry.field(description="When it was said.")
    interaction_id: strawberry.ID = strawberry.field(description="The interaction it is from.")
    releases: list[ReleaseAnswer] = strawberry.field(description="What we shipped that answers it.")


@strawberry.type(description="A ticket they opened.")
class Issue:
    """A ticket."""

    id: strawberry.ID = strawberry.field(description="The id of the interaction.")
    account: AccountRef = strawberry.field(description="The account.")
    subject: str | None = strawberry.field(description="The subject line; null unless you see every account in it.")
    opened_at: datetime = strawberry.field(description="When it was opened.")
    status: str | None = strawberry.field(
        description="Where it stands, in the words of the help desk; null of a past moment after which it changed."
    )
    priority: str | None = strawberry.field(description="How urgent, in the words of the help desk.")
    kind: str | None = strawberry.field(description="What sort of ticket, in the words of the help desk.")
    updated_at: datetime | None = strawberry.field(description="When it was last changed.")


@strawberry.type(description="A title or a job, as a source said it.")
class Job:
    """A title or job."""

    employer: str | None = strawberry.field(description="The firm; null where only a title was said.")
    title: str | None = strawberry.field(description="The title.")
    source: str | None = strawberry.field(description="Who said it: a CRM, signature, linkedin.")
    since: datetime | None = strawberry.field(description="When the job began, by the source.")
    until: datetime | None = strawberry.field(description="When it ended, by the source; null: still held, or unknown.")
    known_at: datetime | None = strawberry.field(description="When it was first said.")
    last_at: datetime | None = strawberry.field(description="When it was last said, where that is kept.")
