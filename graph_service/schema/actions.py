"""Actions as the API shows them, and what a decision on one answers."""

from datetime import datetime
from typing import Annotated

import strawberry

from graph_service.schema.enums import ActionStatus, Bucket, ErrorCode
from graph_service.schema.facts import Evidence, PageInfo, Score


@strawberry.type(description="The account an action is about, with what its rank rests on.")
class ActionAccount:
    """An account in the queue."""

    id: strawberry.ID = strawberry.field(description="The id; ask `account(id)` for more.")
    name: str = strawberry.field(description="The name.")
    arr: float | None = strawberry.field(description="Its revenue a year, in its own currency.")
    currency: str | None = strawberry.field(description="The currency of `arr`.")
    segment: str | None = strawberry.field(description="Its segment in the CRM.")
    renewal_at: datetime | None = strawberry.field(description="The day its contract renews.")


@strawberry.type(description="The person an action is about.")
class ActionContact:
    """A person in the queue."""

    id: strawberry.ID = strawberry.field(description="The id; ask `contact(id)` for more.")
    name: str = strawberry.field(description="The name.")
    title: str | None = strawberry.field(description="The job title in the CRM.")


@strawberry.type(description="The playbook that made an action.")
class PlaybookRef:
    """A reference to a playbook."""

    id: strawberry.ID = strawberry.field(description="The id.")
    name: str = strawberry.field(description="The name.")
    is_private: bool = strawberry.field(description="Whether only its owner sees it and its actions.")


@strawberry.type(description="Why an action is worth doing, in one sentence.")
class Reason:
    """A reason."""

    text: str = strawberry.field(description="The sentence.")
    evidence: list[Evidence] = strawberry.field(description="What it rests on.")


@strawberry.type(description="One thing worth doing today.")
class Action:
    """An action."""

    id: strawberry.ID = strawberry.field(description="The id.")
    title: str = strawberry.field(description="What to do.")
    suggestion: str | None = strawberry.field(description="How to go about it.")
    bucket: Bucket = strawberry.field(description="What it is good for.")
    status: ActionStatus = strawberry.field(description="Where it stands.")
    score: Score = strawberry.field(description="What it is worth; the queue is sorted by it.")
    reasons: list[Reason] = strawberry.field(description="Why it is worth doing, with evidence.")
    account: ActionAccount | None = strawberry.field(description="The account it is about.")
    contact: ActionContact | None = strawberry.field(description="The person it is about, if any.")
    playbook: PlaybookRef | None = strawberry.field(description="The playbook that made it.")
    occurrence_count: int = strawberry.field(description="On how many days its condition was found to hold.")
    first_fired_at: datetime | None = strawberry.field(description="The day it was made.")
    last_fired_at: datetime | None = strawberry.field(description="The newest day on which its condition held.")
    due_at: datetime | None = strawberry.field(description="The day by which to do it.")
    snoozed_until: datetime | None = strawberry.field(description="Until when it is put off.")
    closed_at: datetime | None = strawberry.field(description="When it was done or dismissed, or expired.")
    version: int = strawberry.field(description="Grows with each decision.")


@strawberry.type(description="An action in a page.")
class ActionEdge:
    """An edge."""

    cursor: str = strawberry.field(description="Marks this place in the queue.")
    node: Action = strawberry.field(description="The action.")


@strawberry.type(description="A page of the queue, best first.")
class ActionConnection:
    """A page."""

    edges: list[ActionEdge] = strawberry.field(description="The actions with their cursors.")
    page_info: PageInfo = strawberry.field(description="Where the page ends.")
    total_count: int | None = strawberry.field(description="How many there are in all; counted only when asked for.")


@strawberry.type(description="A decision was taken, or had been taken before.")
class ActionPayload:
    """The answer of a decision."""

    action: Action = strawberry.field(description="The action as it now stands.")
    client_mutation_id: str | None = strawberry.field(description="What the caller sent as `clientMutationId`.")


@strawberry.type(description="A decision was refused, with what to do about it.")
class UserError:
    """A refusal."""

    code: ErrorCode = strawberry.field(description="Why, in a word that stays.")
    message: str = strawberry.field(description="Why, in a sentence.")
    hint: str = strawberry.field(description="What to do next.")


ActionResult = Annotated[
    ActionPayload | UserError,
    strawberry.union("ActionResult", description="The action, or a refusal."),
]
