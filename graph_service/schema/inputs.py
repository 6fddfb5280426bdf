"""What mutations take. Lengths are checked by the resolvers."""

from datetime import datetime

import strawberry

from graph_service.schema.enums import DismissReason

ACTION_ID = "The action."
MUTATION_ID = "Any text of yours, at most 200 characters. The same decision with the same text is taken once."


@strawberry.input(description="An action that was done.")
class CompleteActionInput:
    """Done."""

    action_id: strawberry.ID = strawberry.field(description=ACTION_ID)
    client_mutation_id: str | None = strawberry.field(default=None, description=MUTATION_ID)


@strawberry.input(description="An action that is not worth doing.")
class DismissActionInput:
    """Dismissed."""

    action_id: strawberry.ID = strawberry.field(description=ACTION_ID)
    reason: DismissReason = strawberry.field(description="Why.")
    note: str | None = strawberry.field(default=None, description="More about it, at most 1000 characters.")
    client_mutation_id: str | None = strawberry.field(default=None, description=MUTATION_ID)


@strawberry.input(description="An action to be put off.")
class SnoozeActionInput:
    """Snoozed."""

    action_id: strawberry.ID = strawberry.field(description=ACTION_ID)
    until: datetime = strawberry.field(description="Until when; in the future. Without an offset, UTC.")
    reason: str | None = strawberry.field(default=None, description="Why, at most 1000 characters.")
    client_mutation_id: str | None = strawberry.field(default=None, description=MUTATION_ID)


@strawberry.input(description="An action whose decision is taken back.")
class ReopenActionInput:
    """Reopened."""

    action_id: strawberry.ID = strawberry.field(description=ACTION_ID)
    client_mutation_id: str | None = strawberry.field(default=None, description=MUTATION_ID)
