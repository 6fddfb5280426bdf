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
from graph_service.inference.topics.trends import FEWEST, is_hot, trends_of
from graph_service.resolvers.moments import Moment
from graph_service.resolvers.topics_queries import FIRST_PLACE, TOPICS, TopicsPage
from graph_service.resolvers.topics_rows import Ask, TopicSource

MOST_TRENDING = 500
"""Topics asked for by three accounts or more within 28 days that are looked at for a trend."""


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

    `trending` leaves only those that trend: asked for by more accounts of late than chance would have it.
    """
    asked = replace(page, limit=page.limit + 1)
    if trending:  # from the first one on, to count them all
        recent, accounts, uid = FIRST_PLACE
        asked = replace(
            page, limit=MOST_TRENDING, fewest_recent=FEWEST, include_trend=True,
            after_recent=recent, after_accounts=accounts, after_uid=uid,
        )  # fmt: skip
    row = await gateway.first(TOPICS, asked)
    assert row is not None, "the statement always returns one record"
    trends = {one.topic_uid: one for one in trends_of([_topic(*one, zone) for one in row.asks], moment.day)}
    if not trending:
        return TopicsFound(row.topics[: page.limit], len(row.topics) > page.limit, row.total, trends)
    hot = [one for one in row.topics if is_hot(trends[one.uid])]
    found = [one for one in hot if _follows(one, page)]
    return TopicsFound(found[: page.limit], len(found) > page.limit, len(hot), trends)


def _follows(one: TopicSource, page: TopicsPage) -> bool:
    """Tell whether a topic comes after the place from which a page goes on."""
    return (-one.recent, -one.accounts, one.uid) > (-page.after_recent, -page.after_accounts, page.after_uid)


def _topic(uid: str, asks: Sequence[Ask], zone: tzinfo) -> Topic:
    """Return a topic with as much of its requests as a trend needs."""
    days = [(epoch_day(utc_millis(at).astimezone(zone).date()), account) for account, at in asks]
    return Topic(uid, "", tuple(Member(Request("", day, account, "", ""), day) for day, account in days))
