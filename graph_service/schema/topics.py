"""What customers ask for, topic by topic, and what people correct of it. No I/O."""

from datetime import datetime
from enum import Enum
from typing import Annotated

import strawberry

from graph_service.schema.actions import UserError
from graph_service.schema.facts import AccountRef, Explained, PageInfo, StakeholderRef, User
from graph_service.schema.inputs import MUTATION_ID

REASON = "Why, at most 1000 characters; kept with the decision."


@strawberry.enum(description="How sure it is that a release answers a request.")
class AnswerState(Enum):
    """States."""

    AUTO = strawberry.enum_value("auto", description="Sure enough to be listed by itself.")
    REVIEW = strawberry.enum_value("review", description="Somebody should look.")
    ACCEPTED = strawberry.enum_value("accepted", description="One of us said that it answers.")
    REJECTED = strawberry.enum_value("rejected", description="One of us said that it does not answer.")


@strawberry.enum(description="What was decided about topics.")
class TopicRulingKind(Enum):
    """Kinds."""

    TOPICS_MERGED = strawberry.enum_value("topics_merged", description="Two topics are one.")
    REQUEST_MOVED = strawberry.enum_value("request_moved", description="A request belongs to another topic.")
    TOPIC_NAMED = strawberry.enum_value("topic_named", description="The topic was given a name.")


@strawberry.type(description="How well a change that we shipped answers a request, 0 to 1, as a sum of terms.")
class AnswerScore(Explained):
    """The score of an answer."""


@strawberry.type(description="A release that answers a request.")
class RequestAnswer:
    """An answer."""

    release_id: strawberry.ID = strawberry.field(description="The release.")
    release: str = strawberry.field(description="Its name.")
    shipped_at: datetime | None = strawberry.field(description="When it was shipped.")
    item: str | None = strawberry.field(description="The change that answers, as the release notes say it.")
    state: AnswerState | None = strawberry.field(
        description="How sure it is, never `REJECTED` here; null for what this version does not know."
    )
    score: AnswerScore = strawberry.field(description="How well it answers, and why.")


@strawberry.type(description="A request in the customer's own words. You see it where you may read the words.")
class TopicRequest:
    """A request."""

    id: strawberry.ID = strawberry.field(description="The id of the sentence; `moveRequest` takes it.")
    quote: str = strawberry.field(description="The sentence.")
    about: str | None = strawberry.field(description="What is asked for, in short.")
    at: datetime = strawberry.field(description="When it was said.")
    account: AccountRef = strawberry.field(description="Whose request it is.")
    stakeholder: StakeholderRef = strawberry.field(description="Who said it.")
    interaction_id: strawberry.ID = strawberry.field(description="The interaction it is from.")
    releases: list[RequestAnswer] = strawberry.field(
        description="What we shipped that answers it, by then, oldest first; without what one of us rejected."
    )


@strawberry.type(description="A place in the list of requests.")
class TopicRequestEdge:
    """An edge."""

    cursor: str = strawberry.field(description="The place, to go on from.")
    node: TopicRequest = strawberry.field(description="The request.")


@strawberry.type(description="Requests of a topic, newest first.")
class TopicRequestConnection:
    """A page of requests."""

    edges: list[TopicRequestEdge] = strawberry.field(description="The requests of the page.")
    page_info: PageInfo = strawberry.field(description="The page's marks.")


@strawberry.type(description="Whether more accounts ask for it than before, counted in what you see.")
class TopicTrend:
    """A trend."""

    account_count: int = strawberry.field(description="Accounts that asked within the last 28 days, each once.")
    expected: float = strawberry.field(description="How many would have, going by the time before.")
    probability: float = strawberry.field(description="How likely as many or more are by chance.")
    is_trending: bool = strawberry.field(description="Whether it trends: 3 accounts or more, and hardly by chance.")


@strawberry.type(description="A request that a decision on topics is about.")
class RuledRequest:
    """A request by its sentence."""

    id: strawberry.ID = strawberry.field(description="The id of the sentence.")
    quote: str = strawberry.field(description="The sentence.")


@strawberry.type(
    description="What one of us decided about a topic, and what still holds. Seen by who may read all it names."
)
class TopicRuling:
    """A ruling."""

    id: strawberry.ID = strawberry.field(description="The id; `withdrawTopicRuling` takes it.")
    kind: TopicRulingKind | None = strawberry.field(
        description="What was decided; null for what this version does not know."
    )
    at: datetime = strawberry.field(description="When.")
    by: User | None = strawberry.field(description="Who; null for the local admin.")
    reason: str | None = strawberry.field(description="Why.")
    name: str | None = strawberry.field(description="The name that was given.")
    request: RuledRequest | None = strawberry.field(
        description="The request that moved, or the earliest one of the topic that was named or merged into another."
    )
    other: RuledRequest | None = strawberry.field(
        description="The earliest request of the topic it was put to; null for a name, and for a topic of its own."
    )


def _requests(
    root: "Topic",
    first: Annotated[int, strawberry.argument(description="How many, at most 200.")] = 20,  # noqa: ARG001
    after: Annotated[str | None, strawberry.argument(description="The cursor to go on from.")] = None,  # noqa: ARG001
) -> TopicRequestConnection:
    """Return the page that was read with the topic; that one read has used the arguments."""
    return root.request_page


@strawberry.type(
    description="What customers ask for: requests that want the same thing. All counts are of the requests you may "
    "read. In a past view only what was known by then is in it, grouped and named as it is today."
)
class Topic:
    """A topic."""

    id: strawberry.ID = strawberry.field(description="The id. Any topic is also found by the id of a request in it.")
    name: str = strawberry.field(description="What it is called: by one of us, or by the phrase that marks it.")
    is_named: bool = strawberry.field(description="Whether one of us gave it that name.")
    account_count: int = strawberry.field(description="How many accounts asked, each once.")
    recent_account_count: int = strawberry.field(description="How many of these asked within the last 28 days.")
    request_count: int = strawberry.field(description="How many requests there are.")
    first_at: datetime = strawberry.field(description="When it was first asked for.")
    last_at: datetime = strawberry.field(description="When it was last asked for.")
    trend: TopicTrend | None = strawberry.field(description="The last 28 days against the time before.")
    request_page: strawberry.Private[TopicRequestConnection]
    requests: TopicRequestConnection = strawberry.field(
        resolver=_requests, description="The requests, newest first. `after` is for one topic: see `topic(id)`."
    )
    rulings: list[TopicRuling] = strawberry.field(description="What people corrected here, oldest first.")


@strawberry.type(description="A place in the list of topics.")
class TopicEdge:
    """An edge."""

    cursor: str = strawberry.field(description="The place, to go on from.")
    node: Topic = strawberry.field(description="The topic.")


@strawberry.type(description="Topics, those that most accounts asked for within 28 days first.")
class TopicConnection:
    """A page of topics."""

    edges: list[TopicEdge] = strawberry.field(description="The topics of the page.")
    page_info: PageInfo = strawberry.field(description="The page's marks.")
    total_count: int = strawberry.field(description="How many topics there are.")


@strawberry.input(description="Two topics that are one.")
class MergeTopicsInput:
    """Merged."""

    topic_id: strawberry.ID = strawberry.field(description="The topic that goes.")
    into_id: strawberry.ID = strawberry.field(description="The topic that it goes into.")
    reason: str | None = strawberry.field(default=None, description=REASON)
    client_mutation_id: str | None = strawberry.field(default=None, description=MUTATION_ID)


@strawberry.input(description="A request that belongs elsewhere.")
class MoveRequestInput:
    """Moved."""

    request_id: strawberry.ID = strawberry.field(description="The request.")
    topic_id: strawberry.ID | None = strawberry.field(
        default=None, description="The topic it belongs to; left out: one of its own."
    )
    reason: str | None = strawberry.field(default=None, description=REASON)
    client_mutation_id: str | None = strawberry.field(default=None, description=MUTATION_ID)


@strawberry.input(description="A name for a topic.")
class RenameTopicInput:
    """Named."""

    topic_id: strawberry.ID = strawberry.field(description="The topic.")
    name: str = strawberry.field(description="The name, at most 120 characters.")
    reason: str | None = strawberry.field(default=None, description=REASON)
    client_mutation_id: str | None = strawberry.field(default=None, description=MUTATION_ID)


@strawberry.input(description="A decision on topics to be taken back.")
class WithdrawTopicRulingInput:
    """Taken back."""

    ruling_id: strawberry.ID = strawberry.field(description="The decision, from `rulings` of a topic.")
    reason: str | None = strawberry.field(default=None, description=REASON)
    client_mutation_id: str | None = strawberry.field(default=None, description=MUTATION_ID)


@strawberry.type(
    description="A decision on topics was taken, or had been taken before. Topics are already worked out again."
)
class TopicsPayload:
    """The answer of a decision."""

    topics: list[Topic] = strawberry.field(description="The topics it is about, as they now stand.")
    client_mutation_id: str | None = strawberry.field(description="What the caller sent as `clientMutationId`.")


TopicsResult = Annotated[
    TopicsPayload | UserError, strawberry.union("TopicsResult", description="The topics, or a refusal.")
]
