"""People as the API shows them: at an account (a stakeholder), and as a person with a timeline."""

from datetime import datetime
from typing import Annotated

import strawberry

from graph_service.schema.accounts import Account
from graph_service.schema.enums import (
    AskDirection,
    Channel,
    Direction,
    EngagementLevel,
    GapKind,
    Role,
    StakeholderGroupKind,
)
from graph_service.schema.facts import AccountRef, PageInfo, Strength, User
from graph_service.schema.paging import SHARES_PAGE
from graph_service.schema.person_facts import Champion, Departure, HeldRole, Influence, Move, Sentiment, Successor
from graph_service.schema.story import ChannelShare, FeatureRequest, Issue, Job, Trends


@strawberry.type(description="What binds a person to one of our people.")
class Tie:
    """A tie."""

    user: User = strawberry.field(description="Our colleague.")
    strength: float | None = strawberry.field(description="Its strength, 0 to 100.")
    last_at: datetime | None = strawberry.field(description="The day of their last mail.")


@strawberry.type(description="One person at one account, with everything said of them there.")
class Stakeholder:
    """A stakeholder."""

    id: strawberry.ID = strawberry.field(description="The id of this person at this account.")
    contact_id: strawberry.ID = strawberry.field(description="The id of the person; ask `contact(id)` for more.")
    account: AccountRef = strawberry.field(description="The account.")
    name: str = strawberry.field(description="The name.")
    title: str | None = strawberry.field(description="The job title in the CRM.")
    engagement_level: EngagementLevel | None = strawberry.field(
        description="How engaged they are; null before it was worked out."
    )
    strength: Strength | None = strawberry.field(
        description="How strong the relationship is; null before it was worked out."
    )
    reply_rate: float | None = strawberry.field(
        description="The share of what we ask that they answer, 0 to 1; null before anything was asked."
    )
    reply_hours: float | None = strawberry.field(
        description="Business hours until they answer; null before the first answer."
    )
    first_seen_at: datetime | None = strawberry.field(description="The day of the first mail they are in.")
    last_interaction_at: datetime | None = strawberry.field(
        description="The last mail either way; of a past moment, its day."
    )
    last_inbound_at: datetime | None = strawberry.field(description="Their last mail to us; of a past moment, its day.")
    in_crm: bool = strawberry.field(description="Whether the CRM knows them there.")
    is_shared_mailbox: bool = strawberry.field(description="Whether this is a shared mailbox, not a person.")
    role: HeldRole | None = strawberry.field(
        description="What they are there; null where no title is known, or its source is not for you to see."
    )
    influence: Influence | None = strawberry.field(description="Their weight there; null before it was worked out.")
    sentiment: Sentiment | None = strawberry.field(description="The tone of their texts; null without any text.")
    departure: Departure | None = strawberry.field(description="Whether they have left; null before it was worked out.")
    champion: Champion | None = strawberry.field(
        description="Whether they speak up for us; null before it was worked out."
    )
    is_ghost: bool | None = strawberry.field(
        description="Whether they deal with us unknown to the CRM; null where that is not known."
    )
    successors: list[Successor] = strawberry.field(description="Who may have taken over from them, likeliest first.")
    moved_to: list[Move] = strawberry.field(description="The same person at accounts they moved to, likeliest first.")
    ties: list[Tie] = strawberry.field(description="Whom of us they know, strongest first.")
    group: StakeholderGroupKind = strawberry.field(description="In which group of the map they are.")


@strawberry.type(description="A group of the map.")
class StakeholderGroup:
    """A group."""

    group: StakeholderGroupKind = strawberry.field(description="Which group.")
    stakeholders: list[Stakeholder] = strawberry.field(description="Its people, strongest first.")


@strawberry.type(description="Something the map lacks.")
class Gap:
    """A gap."""

    kind: GapKind = strawberry.field(description="What is lacking.")
    reason: str = strawberry.field(description="Why we say so.")


@strawberry.type(description="The people of one account, in groups.")
class StakeholderMap:
    """A stakeholder map."""

    account: Account = strawberry.field(description="The account.")
    groups: list[StakeholderGroup] = strawberry.field(
        description="All groups in their fixed order; a group may be empty. Who left is in the last one.",
        metadata={SHARES_PAGE: True},
    )
    stakeholder_count: int = strawberry.field(description="How many people there are, shown here or not.")
    gaps: list[Gap] = strawberry.field(description="What is lacking, judged by the people shown.")


@strawberry.type(description="Somebody in an interaction. People you may not see are left out.")
class Participant:
    """A participant."""

    id: strawberry.ID = strawberry.field(description="The id of the contact or of our colleague.")
    name: str = strawberry.field(description="The name.")
    role: Role = strawberry.field(description="In which line they stand.")
    is_ours: bool = strawberry.field(description="Whether they are one of our people.")


@strawberry.type(description="A sentence in which somebody asks for something.")
class Ask:
    """An ask."""

    id: strawberry.ID = strawberry.field(description="The id.")
    quote: str = strawberry.field(description="The sentence.")
    direction: AskDirection | None = strawberry.field(description="Who is asked; null among people outside.")
    answered_at: datetime | None = strawberry.field(description="When an answer was seen; null: no answer seen.")


@strawberry.type(description="Something that happened between people at a moment.")
class Interaction:
    """An interaction in a timeline."""

    id: strawberry.ID = strawberry.field(description="The id.")
    at: datetime = strawberry.field(description="When.")
    channel: Channel | None = strawberry.field(description="By what means.")
    direction: Direction | None = strawberry.field(description="Which way.")
    subject: str | None = strawberry.field(description="The subject line; null unless you see every account in it.")
    participants: list[Participant] = strawberry.field(description="Who took part, as far as you may see them.")
    words: str | None = strawberry.field(
        description="The first 280 characters of the writer's own words; null unless you see every account in it."
    )
    asks: list[Ask] = strawberry.field(description="What is asked in it; empty unless you see every account in it.")


@strawberry.type(description="An interaction in a page.")
class InteractionEdge:
    """An edge."""

    cursor: str = strawberry.field(description="Marks this place in the list.")
    node: Interaction = strawberry.field(description="The interaction.")


@strawberry.type(description="A page of interactions, newest first.")
class InteractionConnection:
    """A page."""

    edges: list[InteractionEdge] = strawberry.field(description="The interactions with their cursors.")
    page_info: PageInfo = strawberry.field(description="Where the page ends.")


def _page(
    root: "Contact",
    first: Annotated[int, strawberry.argument(description="How many, at most 200.")] = 20,  # noqa: ARG001
    after: Annotated[str | None, strawberry.argument(description="The cursor to go on from.")] = None,  # noqa: ARG001
) -> InteractionConnection:
    """Return the page that was read with the person; that one read has used the arguments."""
    return root.page


@strawberry.type(description="A person outside, with what you may see of them.")
class Contact:
    """A person."""

    id: strawberry.ID = strawberry.field(description="The id.")
    name: str = strawberry.field(description="The name.")
    addresses: list[str] = strawberry.field(description="Their mail addresses.")
    is_shared_mailbox: bool = strawberry.field(description="Whether this is a shared mailbox, not a person.")
    stakeholders: list[Stakeholder] = strawberry.field(description="The person at each account, by account name.")
    trends: list[Trends] = strawberry.field(description="How things went at each account, by account name.")
    channels: list[ChannelShare] = strawberry.field(description="By what channels we are in touch, most used first.")
    requests: list[FeatureRequest] = strawberry.field(
        description="What they wish for, newest first, at most 50; only where you see every account in it."
    )
    issues: list[Issue] = strawberry.field(description="The tickets they opened, newest first, at most 50.")
    jobs: list[Job] = strawberry.field(
        description="Their titles and employers by source, oldest first; profiles only where you see every account "
        "they are at."
    )
    page: strawberry.Private[InteractionConnection]
    timeline: InteractionConnection = strawberry.field(
        resolver=_page, description="Their interactions, newest first. May be asked for once a person."
    )
