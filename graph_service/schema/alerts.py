"""What is worth knowing at once, as the API shows it. No I/O."""

from datetime import datetime
from enum import Enum

import strawberry

from graph_service.schema.facts import AccountRef, PageInfo, Term


@strawberry.enum(description="What an alert is about.")
class AlertKind(Enum):
    """Kinds of alerts. The stored word is `subject kind state`."""

    CONTACT_DEPARTED = strawberry.enum_value(
        "person departure departed", description="Somebody left: somebody or something said so."
    )
    CONTACT_GONE_QUIET = strawberry.enum_value(
        "person departure gone_quiet", description="Somebody has gone quiet and may have left; nobody said so."
    )
    CHAMPION_WON = strawberry.enum_value(
        "person champion champion", description="Somebody became a champion of ours, or is one again."
    )
    CHAMPION_AT_RISK = strawberry.enum_value(
        "person champion at_risk", description="A champion cools, grows unhappy, or went quiet."
    )
    CHAMPION_LAPSED = strawberry.enum_value(
        "person champion lapsed", description="Somebody who was a champion acts for us no longer."
    )
    CONTACT_SENTIMENT_FALLING = strawberry.enum_value(
        "person sentiment falling", description="The tone of a person became clearly worse."
    )
    ACCOUNT_SENTIMENT_FALLING = strawberry.enum_value(
        "account sentiment falling", description="The tone at an account became clearly worse."
    )
    USAGE_FALLING = strawberry.enum_value("account usage falling", description="The use of our product fell.")
    TICKET_SURGE = strawberry.enum_value("account tickets surge", description="Clearly more tickets than usual.")
    ESCALATION = strawberry.enum_value("account escalation escalated", description="Something was escalated.")
    NEW_CONTACT = strawberry.enum_value(
        "person person new", description="Somebody new at an account that was known for a month or more."
    )
    CONTACT_JOINED_ACCOUNT = strawberry.enum_value(
        "person move moved", description="Somebody we know from one account is now at another."
    )
    ACCOUNT_GONE_QUIET = strawberry.enum_value(
        "account event account_quiet", description="A whole account is silent for longer than its rhythm explains."
    )


@strawberry.type(description="The person of an alert.")
class AlertPerson:
    """A person at an account."""

    stakeholder_id: strawberry.ID = strawberry.field(description="The id of the person at the account.")
    contact_id: strawberry.ID | None = strawberry.field(description="The id of the person, for `contact(id)`.")
    name: str = strawberry.field(description="The name.")


@strawberry.type(description="Something worth knowing at once.")
class Alert:
    """An alert. Its id stays the same for as long as the state it tells of is held to have begun on that day."""

    id: strawberry.ID = strawberry.field(description="The id. An alert that comes twice has the same.")
    kind: AlertKind = strawberry.field(description="What it is about.")
    at: datetime = strawberry.field(description="The day on which it could first be said.")
    in_words: str = strawberry.field(description="What happened, in words that claim no more than the evidence does.")
    account: AccountRef = strawberry.field(description="The account; of somebody who moved, the one they moved to.")
    from_account: AccountRef | None = strawberry.field(
        description="Of somebody who moved, the account they were at before; else null."
    )
    person: AlertPerson | None = strawberry.field(description="The person; null where it is about a whole account.")
    is_champion: bool = strawberry.field(description="Whether it is about somebody who was a champion of ours then.")
    probability: float | None = strawberry.field(description="How sure it is, 0 to 1; null where that is not measured.")
    began_at: datetime | None = strawberry.field(description="When it really began, by our best guess.")
    ended_at: datetime | None = strawberry.field(description="When it ended; null while it holds.")
    terms: list[Term] = strawberry.field(description="What it was first said for, with what that rests on.")


@strawberry.type(description="An alert in a page.")
class AlertEdge:
    """An edge."""

    cursor: str = strawberry.field(description="Marks this place in the list.")
    node: Alert = strawberry.field(description="The alert.")


@strawberry.type(description="A page of alerts: newest day first; on a day departures of champions, then other ones.")
class AlertConnection:
    """A page."""

    edges: list[AlertEdge] = strawberry.field(description="The alerts with their cursors.")
    page_info: PageInfo = strawberry.field(description="Where the page ends.")


@strawberry.type(description="An alert that was raised while you listened, or since the cursor you came with.")
class RaisedAlert:
    """An alert of the subscription."""

    cursor: str = strawberry.field(
        description="A place in the change log: pass the last one as `after` to go on after a break. It is no page's."
    )
    alert: Alert = strawberry.field(description="The alert. After a break one may come again, with the same id.")
