"""Accounts as the API shows them. Plain data: a child field can never cost a read."""

from datetime import datetime

import strawberry

from graph_service.schema.account_facts import Health, Signal, Tickets, Usage
from graph_service.schema.enums import QuietState
from graph_service.schema.facts import Coverage, PageInfo, StakeholderRef, User
from graph_service.schema.person_facts import Sentiment


@strawberry.type(description="Whether the account is silent for longer than its own rhythm explains.")
class Quiet:
    """Silence of an account."""

    state: QuietState = strawberry.field(description="The state.")
    since: datetime | None = strawberry.field(description="The day from which it holds; null where it is unknown.")
    rhythm_days: float | None = strawberry.field(description="Usual business days between their mails.")


@strawberry.type(description="A customer firm: a CRM record, or an outside domain seen in mail.")
class Account:
    """An account with its facts."""

    id: strawberry.ID = strawberry.field(description="The id.")
    name: str = strawberry.field(description="The name.")
    segment: str | None = strawberry.field(description="Its segment in the CRM.")
    country: str | None = strawberry.field(description="Its country in the CRM.")
    lifecycle: str | None = strawberry.field(description="Its stage of life in the CRM.")
    arr: float | None = strawberry.field(description="Its revenue a year, in its own currency.")
    currency: str | None = strawberry.field(description="The currency of `arr`.")
    renewal_at: datetime | None = strawberry.field(description="The day its contract renews.")
    in_crm: bool = strawberry.field(description="Whether the CRM has it.")
    owners: list[User] = strawberry.field(description="Our people who own it in the CRM, as of today.")
    coverage: Coverage | None = strawberry.field(description="How much of it our relationships cover.")
    single_threaded_share: float | None = strawberry.field(
        description="The share of the coverage that hangs on its strongest person, 0 to 1."
    )
    main_stakeholder: StakeholderRef | None = strawberry.field(description="The strongest relationship there.")
    next_stakeholder: StakeholderRef | None = strawberry.field(description="The second strongest.")
    quiet: Quiet = strawberry.field(description="Whether it has gone quiet.")
    health: Health | None = strawberry.field(
        description="How it is doing; null where too few signals are there to say."
    )
    sentiment: Sentiment | None = strawberry.field(description="The tone of its people's texts; null without any.")
    usage: Usage | None = strawberry.field(
        description="How the use of our product goes; null before it was worked out."
    )
    tickets: Tickets | None = strawberry.field(description="How many tickets it opens; null before it was worked out.")
    competitors: list[str] = strawberry.field(description="Whom its people spoke of in 90 days, of our competitors.")
    signals: list[Signal] = strawberry.field(
        description="The states that hold there, newest first, each with its reasons."
    )
    champion_count: int | None = strawberry.field(
        description="How many champions we have there, those at risk too; null before it was worked out."
    )
    departed_count: int | None = strawberry.field(description="How many of its people left or are leaving.")
    ghost_count: int | None = strawberry.field(
        description="How many deal with us unknown to the CRM; null of a past moment of which it is not kept."
    )
    last_inbound_at: datetime | None = strawberry.field(description="The day of their last mail to us.")
    last_interaction_at: datetime | None = strawberry.field(description="The day of the last mail either way.")
    contact_count: int = strawberry.field(description="How many people there were seen.")
    active_contact_count: int = strawberry.field(description="How many of them are in touch with us.")


@strawberry.type(description="An account in a page.")
class AccountEdge:
    """An edge."""

    cursor: str = strawberry.field(description="Marks this place in the list.")
    node: Account = strawberry.field(description="The account.")


@strawberry.type(description="A page of accounts by name.")
class AccountConnection:
    """A page."""

    edges: list[AccountEdge] = strawberry.field(description="The accounts with their cursors.")
    page_info: PageInfo = strawberry.field(description="Where the page ends.")
    total_count: int | None = strawberry.field(description="How many there are in all; counted only when asked for.")
