"""What differs between two moments, as the API shows it. No I/O."""

from datetime import datetime
from enum import Enum

import strawberry

from graph_service.schema.facts import AccountRef, Explained, PageInfo, StakeholderRef, Term


@strawberry.enum(description="What changed.")
class ChangeKind(Enum):
    """Kinds of changes."""

    CHAMPION_LOST = strawberry.enum_value("champion_lost", description="A champion is one no longer.")
    CHAMPION_AT_RISK = strawberry.enum_value("champion_at_risk", description="A champion cools or may be lost.")
    CHAMPION_WON = strawberry.enum_value("champion_won", description="Somebody became a champion, or is safe again.")
    SUPPORT_CHANGED = strawberry.enum_value("support_changed", description="A supporter or coach was won or lost.")
    DEPARTED = strawberry.enum_value("departed", description="Somebody left.")
    GONE_QUIET = strawberry.enum_value("gone_quiet", description="Somebody has gone quiet, may have left.")
    DEPARTURE_WATCH = strawberry.enum_value("departure_watch", description="Somebody is unusually quiet.")
    NEW_EMPLOYER = strawberry.enum_value("new_employer", description="Where somebody went became known.")
    BACK = strawberry.enum_value("back", description="Somebody who had left or gone quiet is there after all.")
    NEW_PERSON = strawberry.enum_value("new_person", description="Somebody was seen for the first time.")
    TITLE_CHANGED = strawberry.enum_value("title_changed", description="Somebody has another title.")
    ENGAGEMENT_UP = strawberry.enum_value("engagement_up", description="Somebody is more engaged.")
    ENGAGEMENT_DOWN = strawberry.enum_value("engagement_down", description="Somebody is less engaged.")
    SENTIMENT_FALLING = strawberry.enum_value("sentiment_falling", description="The tone began to fall.")
    SENTIMENT_RISING = strawberry.enum_value("sentiment_rising", description="The tone began to rise.")
    SENTIMENT_SETTLED = strawberry.enum_value("sentiment_settled", description="The tone falls or rises no longer.")
    ACCOUNT_QUIET = strawberry.enum_value("account_quiet", description="An account fell silent beyond its rhythm.")
    ACCOUNT_BACK = strawberry.enum_value("account_back", description="A silent account is in touch again.")
    DOMAIN_MOVED = strawberry.enum_value("domain_moved", description="An account moved to another mail domain.")
    INCIDENT = strawberry.enum_value("incident", description="Many accounts opened tickets at once.")
    USAGE_FALLING = strawberry.enum_value("usage_falling", description="Use of the product began to fall.")
    USAGE_RECOVERED = strawberry.enum_value("usage_recovered", description="Use of the product falls no longer.")
    TICKET_SURGE = strawberry.enum_value("ticket_surge", description="A surge of tickets.")
    TICKETS_NORMAL = strawberry.enum_value("tickets_normal", description="A surge or an escalation is over.")
    ESCALATED = strawberry.enum_value("escalated", description="Something was escalated.")
    COMPETITOR = strawberry.enum_value("competitor", description="Its people named competitors.")
    HEALTH_UP = strawberry.enum_value("health_up", description="Health rose by the threshold or more.")
    HEALTH_DOWN = strawberry.enum_value("health_down", description="Health fell by the threshold or more.")
    CRM_CHANGED = strawberry.enum_value("crm_changed", description="The CRM says something else: ARR, renewal, stage.")


@strawberry.type(description="How much a change matters: its kind, the person's influence, its size.")
class ChangeWeight(Explained):
    """The rank of a change."""


@strawberry.type(description="What a part of health adds at both moments.")
class ChangePart:
    """A part of health."""

    name: str = strawberry.field(description="The part, such as `usage`.")
    before: float | None = strawberry.field(description="Its points at the earlier moment; null: nothing was known.")
    after: float | None = strawberry.field(description="Its points at the later moment; null: nothing was known.")
    move: float = strawberry.field(description="By how much it moved health, in points.")


@strawberry.type(description="One thing that is otherwise at the later moment than at the earlier one.")
class Change:
    """A change."""

    kind: ChangeKind = strawberry.field(description="What changed.")
    text: str = strawberry.field(description="The change in words.")
    account: AccountRef = strawberry.field(description="The account.")
    person: StakeholderRef | None = strawberry.field(description="The person; null where the account itself changed.")
    subject: str = strawberry.field(description="What of them changed, as it is stored: champion, health, crm arr …")
    before: str | None = strawberry.field(description="The state at the earlier moment; null for none.")
    after: str | None = strawberry.field(description="The state at the later moment; null for none.")
    since: datetime = strawberry.field(description="The day on which it could first be said; of the CRM, the export.")
    before_value: float | None = strawberry.field(description="The number behind it at the earlier moment, if kept.")
    after_value: float | None = strawberry.field(description="The number behind it at the later moment, if kept.")
    detail: str | None = strawberry.field(description="What the state leaves open: employer, features, topics, names.")
    weight: ChangeWeight = strawberry.field(description="How much it matters.")
    terms: list[Term] = strawberry.field(
        description="What the later state was said for; of health its parts. Empty where a state ended, and where the "
        "parts of a past moment are not kept."
    )
    parts: list[ChangePart] = strawberry.field(
        description="Of health: its parts at both moments, worked out again, what moved most first. Empty of any other "
        "change, and after the ten weightiest changes of health on a page."
    )


@strawberry.type(description="A place in the list of changes.")
class ChangeEdge:
    """An edge."""

    cursor: str = strawberry.field(description="The place, to go on from.")
    node: Change = strawberry.field(description="The change.")


@strawberry.type(description="What differs between two moments, weightiest first.")
class ChangeConnection:
    """A page of changes."""

    from_at: datetime = strawberry.field(description="The earlier moment.")
    to_at: datetime = strawberry.field(description="The later moment.")
    edges: list[ChangeEdge] = strawberry.field(description="The changes of the page.")
    page_info: PageInfo = strawberry.field(description="The page's marks.")
    total_count: int = strawberry.field(description="How many changes there are in all.")
