"""One read of topics → the topics of a page with what the last four weeks were against the time before. CLI and API.

The trend is worked out anew from what the viewer may read, by the formula of `inference.topics.trends`: so it names
nobody hidden, and one of a past moment knows nothing of later.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import tzinfo

from graph_service.domain.facts import epoch_day
from graph_service.domain.workspace import utc_millis
from graph_service.graph.viewer import ViewerGateway
from graph_service.inference.topics.records import Member, Request, Topic, Trend
from graph_service.inference.topics.trends import is_hot, trends_of
from graph_service.resolvers.moments import Moment
from graph_service.resolvers.topics_queries import TOPICS, TopicsPage
from graph_service.resolvers.topics_rows import Ask, TopicSource


@dataclass(frozen=True, slots=True)
class TopicsFound:
    """The topics of a page, whether more follow, how many there are, and topic → trend, where it was asked for."""

    topics: Sequence[TopicSource]
    more: bool
    total: int
    trends: dict[str, Trend]


async def read_topics(
    gateway: ViewerGateway, page: TopicsPage, moment: Moment, zone: tzinfo, *, trending: bool = False
) -> TopicsFound:
    """Return up to `page.limit` topics, most accounts of late first; one round trip.

    `trending` leaves only those that trend: asked for by more accounts of late than chance would have it. That takes a
    round trip more: who asked when for each topic comes first, then the page of those that trend.
    """
    if not trending:
        return await _read(gateway, page, moment, zone)
    trends = (await _read(gateway, replace(page, limit=0, include_trend=True), moment, zone)).trends
    hot = [uid for uid, one in trends.items() if is_hot(one)]
    if not hot:
        return TopicsFound([], False, 0, trends)
    found = await _read(gateway, replace(page, request_uids=hot, include_trend=False), moment, zone)
    return replace(found, trends=trends)


async def _read(gateway: ViewerGateway, page: TopicsPage, moment: Moment, zone: tzinfo) -> TopicsFound:
    further = min(page.limit, 1)  # one more than asked for tells whether more follow; of no topics, none
    row = await gateway.first(TOPICS, replace(page, limit=page.limit + further))
    assert row is not None, "the statement always returns one record"
    trends = {one.topic_uid: one for one in trends_of([_topic(*one, zone) for one in row.asks], moment.day)}
    return TopicsFound(row.topics[: page.limit], len(row.topics) > page.limit, row.total, trends)


def _topic(uid: str, asks: Sequence[Ask], zone: tzinfo) -> Topic:
    """Return a topic with as much of its requests as a trend needs."""
    days = [(epoch_day(utc_millis(at).astimezone(zone).date()), account) for account, at in asks]
    return Topic(uid, "", tuple(Member(Request("", day, account, "", ""), day) for day, account in days))
