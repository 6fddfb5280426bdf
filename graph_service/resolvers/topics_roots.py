"""The root fields of topics and releases, with their arguments. Each hands over to one resolver."""

from datetime import datetime
from typing import Annotated

import strawberry

from graph_service.resolvers import releases_pages, releases_rulings, topics_pages
from graph_service.resolvers.context import Info
from graph_service.schema import topics as api
from graph_service.schema.releases import AnswerInput, AnswerResult, Release, ReleaseConnection

AsOf = Annotated[
    datetime | None,
    strawberry.argument(
        description="A past moment: what was so, and was known, then. Left out: now. Without an offset, UTC."
    ),
]
First = Annotated[int, strawberry.argument(description="How many, at most 200.")]
After = Annotated[str | None, strawberry.argument(description="The cursor to go on from: `endCursor` of a page.")]
Search = Annotated[str, strawberry.argument(description="Only topics whose name or a request of which holds this.")]
Trending = Annotated[
    bool, strawberry.argument(description="Only topics that more accounts ask for of late than chance would have it.")
]
TopicId = Annotated[strawberry.ID, strawberry.argument(description="A topic, or a request in it.")]
InRelease = Annotated[str, strawberry.argument(description="Only releases whose name or a change of which holds this.")]
ReleaseId = Annotated[strawberry.ID, strawberry.argument(description="The release.")]
Input = strawberry.argument(description="What to decide.")


async def _topics(
    info: Info, search: Search = "", trending: Trending = False, first: First = 20, after: After = None,
    as_of: AsOf = None,
) -> api.TopicConnection:  # fmt: skip
    return await topics_pages.resolve_topics(info, first, after, search, as_of, trending=trending)


async def _topic(info: Info, id: TopicId, as_of: AsOf = None) -> api.Topic | None:  # noqa: A002
    return await topics_pages.resolve_topic(info, id, as_of)


async def _releases(
    info: Info, search: InRelease = "", first: First = 20, after: After = None, as_of: AsOf = None
) -> ReleaseConnection:
    return await releases_pages.resolve_releases(info, first, after, search, as_of)


async def _release(info: Info, id: ReleaseId, as_of: AsOf = None) -> Release | None:  # noqa: A002
    return await releases_pages.resolve_release(info, id, as_of)


@strawberry.type(description="Reads of what customers ask for and what we shipped.")
class TopicQuery:
    """Root fields of topics and releases."""

    topics: api.TopicConnection = strawberry.field(
        resolver=_topics,
        description="What customers ask for, topic by topic, as far as you may read it. Of a past moment: the requests "
        "known by then, grouped and named as they are today, for how they were grouped is not kept.",
    )
    topic: api.Topic | None = strawberry.field(
        resolver=_topic, description="One topic; null where you may read no request of it, or none was known then."
    )
    releases: ReleaseConnection = strawberry.field(
        resolver=_releases, description="What we shipped, with each customer's own sentence that it answers."
    )
    release: Release | None = strawberry.field(
        resolver=_release, description="One release; null where there is none, or it was not known then."
    )


async def _merge(info: Info, input: Annotated[api.MergeTopicsInput, Input]) -> api.TopicsResult:  # noqa: A002
    return await topics_pages.merge(info, input)


async def _move(info: Info, input: Annotated[api.MoveRequestInput, Input]) -> api.TopicsResult:  # noqa: A002
    return await topics_pages.move(info, input)


async def _rename(info: Info, input: Annotated[api.RenameTopicInput, Input]) -> api.TopicsResult:  # noqa: A002
    return await topics_pages.rename(info, input)


async def _withdraw(info: Info, input: Annotated[api.WithdrawTopicRulingInput, Input]) -> api.TopicsResult:  # noqa: A002
    return await topics_pages.withdraw(info, input)


async def _accept(info: Info, input: Annotated[AnswerInput, Input]) -> AnswerResult:  # noqa: A002
    return await releases_pages.judge_answer(info, input, releases_rulings.ACCEPTED)


async def _reject(info: Info, input: Annotated[AnswerInput, Input]) -> AnswerResult:  # noqa: A002
    return await releases_pages.judge_answer(info, input, releases_rulings.REJECTED)


async def _withdraw_answer(info: Info, input: Annotated[AnswerInput, Input]) -> AnswerResult:  # noqa: A002
    return await releases_pages.judge_answer(info, input, releases_rulings.WITHDRAWN)


@strawberry.type(
    description="Decisions that correct topics and answers. They outlive every load and every new grouping."
)
class TopicMutation:
    """Root fields of correcting topics and answers."""

    merge_topics: api.TopicsResult = strawberry.field(
        resolver=_merge, description="Say that two topics are one; the answer has the one."
    )
    move_request: api.TopicsResult = strawberry.field(
        resolver=_move,
        description="Say that a request belongs to another topic, or one of its own; the answer has the topic it is in "
        "now, and the one it was in.",
    )
    rename_topic: api.TopicsResult = strawberry.field(
        resolver=_rename, description="Give a topic a name. It stays with its earliest request."
    )
    withdraw_topic_ruling: api.TopicsResult = strawberry.field(
        resolver=_withdraw, description="Take a decision on topics back: they are as if nobody had taken it."
    )
    accept_answer: AnswerResult = strawberry.field(
        resolver=_accept, description="Say that a release answers a request: it is listed for sure from now on."
    )
    reject_answer: AnswerResult = strawberry.field(
        resolver=_reject, description="Say that a release does not answer a request: nobody is asked again."
    )
    withdraw_answer_ruling: AnswerResult = strawberry.field(
        resolver=_withdraw_answer, description="Take back what was said of a release and a request."
    )
