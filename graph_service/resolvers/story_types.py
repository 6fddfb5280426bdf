"""Rows of a person's story → the API's trends, channels, wishes, tickets and jobs. Pure."""

from collections.abc import Sequence

from graph_service.domain.facts import DAY_MS
from graph_service.domain.workspace import utc_millis
from graph_service.resolvers.context import Context
from graph_service.resolvers.fact_rows import TrendSource
from graph_service.resolvers.fact_types import SENTENCE, choice, moment
from graph_service.resolvers.rows import StakeholderSource
from graph_service.resolvers.story_rows import ChannelSource, IssueSource, JobSource, RequestSource
from graph_service.schema import story as api
from graph_service.schema.enums import Channel
from graph_service.schema.facts import AccountRef
from graph_service.schema.ids import Kind

MOST_POINTS = 500
CERTAIN = "auto"


def trends_of(source: StakeholderSource, context: Context) -> api.Trends:
    """Return how things went at one account."""
    by_metric = {one.metric: one for one in source.trends}
    return api.Trends(
        account=AccountRef(id=context.id_of(Kind.ACCOUNT, source.account_uid), name=source.account_name),
        strength=_points(by_metric.get("strength")),
        sentiment=_points(by_metric.get("sentiment")),
        reply_hours=_points(by_metric.get("reply_hours")),
    )


def _points(trend: TrendSource | None) -> list[api.Point]:
    if trend is None:
        return []
    pairs = list(zip(trend.days, trend.values, strict=True))[-MOST_POINTS:]
    return [api.Point(at=utc_millis(day * DAY_MS), value=value) for day, value in pairs]


def channels_of(sources: Sequence[ChannelSource]) -> list[api.ChannelShare]:
    """Return each channel with its share of all contact."""
    known = [(channel, one.count) for one in sources if (channel := choice(Channel, one.channel)) is not None]
    total = sum(count for _, count in known)
    return [api.ChannelShare(channel=channel, count=count, share=count / total) for channel, count in known]


def request_of(source: RequestSource, context: Context) -> api.FeatureRequest:
    """Return one wish with what answers it."""
    return api.FeatureRequest(
        id=context.id_of(SENTENCE, source.uid),
        quote=source.quote or "",
        about=source.about or None,
        topic=source.topic,
        at=moment(source.at),
        interaction_id=context.id_of(Kind.INTERACTION, source.interaction_uid),
        releases=[
            api.ReleaseAnswer(
                name=one.name, item=one.item, shipped_at=moment(one.shipped_at), is_certain=one.state == CERTAIN
            )
            for one in source.releases
        ],
    )


def issue_of(source: IssueSource, context: Context) -> api.Issue:
    """Return one ticket."""
    return api.Issue(
        id=context.id_of(Kind.INTERACTION, source.uid),
        account=AccountRef(id=context.id_of(Kind.ACCOUNT, source.account_uid), name=source.account_name),
        subject=source.subject,
        opened_at=utc_millis(source.at),
        status=source.status or None,
        priority=source.priority or None,
        kind=source.ticket_type or None,
        updated_at=moment(source.updated_at),
    )


def job_of(source: JobSource) -> api.Job:
    """Return one title or job."""
    return api.Job(
        employer=source.firm or None,
        title=source.title or None,
        source=source.source,
        since=moment(source.since),
        until=moment(source.until),
        known_at=moment(source.known_at),
        last_at=moment(source.last_at),
    )
