"""Topics in the API: arguments in, one read or one decision, the API's types out."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

from graph_service.errors import UsageError
from graph_service.resolvers import topics_rulings as r
from graph_service.resolvers.context import Info, context_of, cursors_of, recomputing_of
from graph_service.resolvers.explaining_corrections import Judge
from graph_service.resolvers.fact_types import SENTENCE
from graph_service.resolvers.moments import Moment, moment_of
from graph_service.resolvers.paging import cut, page_info, page_size
from graph_service.resolvers.search_terms import storable
from graph_service.resolvers.selection import page_arguments, wants
from graph_service.resolvers.topics_queries import FIRST_PLACE, TopicsPage, window_start
from graph_service.resolvers.topics_reading import TopicsFound, read_topics
from graph_service.resolvers.topics_rows import TopicSource
from graph_service.resolvers.topics_types import request_of, topic_of
from graph_service.schema import topics as api
from graph_service.schema.actions import UserError
from graph_service.schema.ids import Kind

MAX_SEARCH = 200


class Given(Protocol):
    """What every decision is given."""

    reason: str | None
    client_mutation_id: str | None


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of each topic, found at `path` of the query, and of what moment."""

    info: Info
    moment: Moment
    path: str

    @property
    def requests(self) -> tuple[int, str | None]:
        """Return the page of requests asked for."""
        first, after = page_arguments(self.info, f"{self.path}requests")
        return page_size(first), after

    def page(self, limit: int) -> TopicsPage:
        """Return a page that reads what is asked, and nothing else."""
        info, path = self.info, self.path
        return TopicsPage(
            as_of=self.moment.at,
            recent_from=window_start(self.moment, context_of(info).zone),
            limit=limit,
            request_limit=self.requests[0] + 1,
            include_trend=wants(info, f"{path}trend"),
            include_requests=wants(info, f"{path}requests"),
            include_releases=wants(info, f"{path}requests.edges.node.releases"),
            include_rulings=wants(info, f"{path}rulings"),
        )


async def resolve_topics(
    info: Info, first: int, after: str | None, search: str, as_of: datetime | None, *, trending: bool
) -> api.TopicConnection:
    """Return a page of topics; raises `UsageError` for a page or a moment that cannot be."""
    context, cursors, size = context_of(info), cursors_of(info), page_size(first)
    text = storable(search).strip().lower()
    if len(text) > MAX_SEARCH:
        raise UsageError(f"`search` is longer than {MAX_SEARCH} characters", "ask for fewer words")
    asked = Asked(info, moment_of(context, as_of), "edges.node.")
    if asked.requests[1]:
        raise UsageError("`requests(after:)` goes on with one topic", "ask `topic(id)` for more of its requests")
    place = f"topics/{context.workspace_id}/{as_of}/{text}/{trending}"
    recent, accounts, uid = cursors.read(place, after) if after else FIRST_PLACE
    page = replace(
        asked.page(size), search=text, after_recent=int(recent), after_accounts=int(accounts), after_uid=str(uid)
    )
    found = await read_topics(context.gateway, page, asked.moment, context.zone, trending=trending)
    marks = [cursors.sign(place, (one.recent, one.accounts, one.uid)) for one in found.topics]
    nodes = _nodes(asked, found)
    return api.TopicConnection(
        edges=[api.TopicEdge(cursor=mark, node=node) for mark, node in zip(marks, nodes, strict=True)],
        page_info=page_info(marks, more=found.more, after=after),
        total_count=found.total,
    )


async def resolve_topic(info: Info, any_id: str, as_of: datetime | None) -> api.Topic | None:
    """Return a topic by its id or that of a request in it, or None: unknown and forbidden alike."""
    context = context_of(info)
    uid = _uid(info, any_id)
    if uid is None:
        return None
    asked = Asked(info, moment_of(context, as_of), "")
    after, page = asked.requests[1], asked.page(1)
    if after:
        at, last = cursors_of(info).read(_place(info, asked), after)
        page = replace(page, request_after_at=int(at), request_after_uid=str(last))
    found = await read_topics(context.gateway, replace(page, request_uids=[uid]), asked.moment, context.zone)
    return next(iter(_nodes(asked, found)), None)


def _nodes(asked: Asked, found: TopicsFound) -> list[api.Topic]:
    context = context_of(asked.info)
    return [topic_of(one, found.trends.get(one.uid), _requests(asked, one), context) for one in found.topics]


def _requests(asked: Asked, source: TopicSource) -> api.TopicRequestConnection:
    info, (size, after) = asked.info, asked.requests
    found, more = cut(source.requests, size)
    marks = [cursors_of(info).sign(_place(info, asked), (one.at, one.uid)) for one in found]
    return api.TopicRequestConnection(
        edges=[
            api.TopicRequestEdge(cursor=mark, node=request_of(one, context_of(info)))
            for mark, one in zip(marks, found, strict=True)
        ],
        page_info=page_info(marks, more=more, after=after),
    )


def _place(info: Info, asked: Asked) -> str:
    day = "now" if asked.moment.live else asked.moment.at.isoformat()
    return f"topic/{context_of(info).workspace_id}/{day}"


def _uid(info: Info, any_id: str | None) -> str | None:
    """Return the request behind the id of a topic or of a request."""
    context = context_of(info)
    return next((uid for kind in (Kind.TOPIC, SENTENCE) if (uid := context.uid_of(kind, any_id or ""))), None)


async def merge(info: Info, given: api.MergeTopicsInput) -> api.TopicsPayload | UserError:
    """Make two topics one."""
    one, other = _uid(info, given.topic_id), _uid(info, given.into_id)
    if one is None or other is None:
        return r.NO_TOPIC
    return await _answer(info, await r.merge_topics(judge_of(info), one, other, reasons_of(given)), given)


async def move(info: Info, given: api.MoveRequestInput) -> api.TopicsPayload | UserError:
    """Put a request into another topic, or one of its own."""
    uid, goal = context_of(info).uid_of(SENTENCE, given.request_id), _uid(info, given.topic_id)
    if uid is None or (given.topic_id is not None and goal is None):
        return r.NO_TOPIC
    return await _answer(info, await r.move_request(judge_of(info), uid, goal, reasons_of(given)), given)


async def rename(info: Info, given: api.RenameTopicInput) -> api.TopicsPayload | UserError:
    """Give a topic a name."""
    uid = _uid(info, given.topic_id)
    if uid is None:
        return r.NO_TOPIC
    return await _answer(info, await r.name_topic(judge_of(info), uid, storable(given.name), reasons_of(given)), given)


async def withdraw(info: Info, given: api.WithdrawTopicRulingInput) -> api.TopicsPayload | UserError:
    """Take a decision back."""
    uid = context_of(info).uid_of(Kind.RULING, given.ruling_id)
    if uid is None:
        return r.NO_RULING
    return await _answer(info, await r.withdraw_ruling(judge_of(info), uid, reasons_of(given)), given)


def judge_of(info: Info) -> Judge:
    """Return who decides, and through whom the topics follow; raises `UsageError` where nothing can be decided."""
    context = context_of(info)
    return Judge(context.gateway, recomputing_of(info), context.now, context.zone)


def reasons_of(given: Given) -> r.Reasons:
    """Return why somebody decides, as it can be stored."""
    return r.Reasons(storable(given.reason or "").strip() or None, given.client_mutation_id)


async def _answer(info: Info, settled: Sequence[str] | UserError, given: Given) -> api.TopicsPayload | UserError:
    if isinstance(settled, UserError):
        return settled
    context = context_of(info)
    asked = Asked(info, moment_of(context, None), "topics.")
    page = replace(asked.page(len(settled)), request_uids=list(settled))
    found = await read_topics(context.gateway, page, asked.moment, context.zone)
    return api.TopicsPayload(topics=_nodes(asked, found), client_mutation_id=given.client_mutation_id)
