"""What we shipped, with the customers' own sentences it answers. No I/O."""

from datetime import datetime
from typing import Annotated

import strawberry

from graph_service.schema.actions import UserError
from graph_service.schema.facts import AccountRef, PageInfo, StakeholderRef
from graph_service.schema.inputs import MUTATION_ID
from graph_service.schema.topics import REASON, AnswerScore, AnswerState


@strawberry.type(description="A request that a release answers, in the customer's own words.")
class AnsweredRequest:
    """An answered request."""

    id: strawberry.ID = strawberry.field(description="The id of the sentence.")
    quote: str = strawberry.field(description="The sentence.")
    about: str | None = strawberry.field(description="What was asked for, in short.")
    at: datetime = strawberry.field(description="When it was said.")
    stakeholder: StakeholderRef = strawberry.field(description="Who said it.")
    interaction_id: strawberry.ID = strawberry.field(description="The interaction it is from.")
    item: str | None = strawberry.field(description="The change that answers, as the release notes say it.")
    state: AnswerState | None = strawberry.field(
        description="How sure it is; null for what this version does not know."
    )
    score: AnswerScore = strawberry.field(description="How well it answers, and why.")


@strawberry.type(description="An account with what it asked for.")
class AnsweredAccount:
    """The requests of one account."""

    account: AccountRef = strawberry.field(description="The account.")
    requests: list[AnsweredRequest] = strawberry.field(description="Its requests, best answered first.")


@strawberry.type(description="Something we shipped. Counts and lists are of the requests you may read.")
class Release:
    """A release."""

    id: strawberry.ID = strawberry.field(description="The id.")
    name: str = strawberry.field(description="The name.")
    shipped_at: datetime = strawberry.field(description="When it was shipped.")
    items: list[str] = strawberry.field(description="The single changes, as the notes list them.")
    answered_account_count: int = strawberry.field(description="How many accounts it answers for sure, each once.")
    answered_request_count: int = strawberry.field(description="How many requests it answers for sure.")
    review_request_count: int = strawberry.field(description="How many requests somebody should look at.")
    answered: list[AnsweredAccount] = strawberry.field(
        description="Who asked for what it brings, by account: sure enough to be listed by itself, or accepted by one "
        "of us. With `toReview` and `rejected` at most 500 requests a release."
    )
    to_review: list[AnsweredAccount] = strawberry.field(
        description="Who may have asked for what it brings, by account: somebody should look."
    )
    rejected: list[AnsweredAccount] = strawberry.field(
        description="Requests of which one of us said that it does not answer them, by account."
    )


@strawberry.type(description="A place in the list of releases.")
class ReleaseEdge:
    """An edge."""

    cursor: str = strawberry.field(description="The place, to go on from.")
    node: Release = strawberry.field(description="The release.")


@strawberry.type(description="Releases, newest first.")
class ReleaseConnection:
    """A page of releases."""

    edges: list[ReleaseEdge] = strawberry.field(description="The releases of the page.")
    page_info: PageInfo = strawberry.field(description="The page's marks.")
    total_count: int = strawberry.field(description="How many releases there are.")


@strawberry.input(description="A release and a request that it may answer.")
class AnswerInput:
    """An answer."""

    release_id: strawberry.ID = strawberry.field(description="The release.")
    request_id: strawberry.ID = strawberry.field(description="The request, from the release's lists.")
    reason: str | None = strawberry.field(default=None, description=REASON)
    client_mutation_id: str | None = strawberry.field(default=None, description=MUTATION_ID)


@strawberry.type(
    description="A decision on an answer was taken, or had been taken before. Answers are already worked out again."
)
class AnswerPayload:
    """The answer of a decision."""

    release: Release = strawberry.field(description="The release as it now stands.")
    client_mutation_id: str | None = strawberry.field(description="What the caller sent as `clientMutationId`.")


AnswerResult = Annotated[
    AnswerPayload | UserError, strawberry.union("AnswerResult", description="The release, or a refusal.")
]
