"""The reads of topics and releases and the decisions on topics, bound to their types. The CLI uses the same ones."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta, tzinfo
from typing import Any

from graph_service.domain.facts import day_of
from graph_service.graph.query import ReadQuery, Uids, WriteQuery
from graph_service.inference.topics.trends import WINDOW
from graph_service.resolvers import topics_rows as rows
from graph_service.resolvers.moments import Moment

FIRST_PLACE = (1 << 31, 1 << 31, "")
"""Before every topic: with it a page starts at the most asked for."""
NEWEST = (1 << 62, "")
"""Before every request and release."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicsPage:
    """A page of topics after the one that the `after_…` name, each with a page of its requests.

    `request_uids` asks for the topics of some requests alone. `recent_from` is when the window of the trend opened.
    """

    request_uids: list[str] | None = None
    search: str = ""
    as_of: datetime
    recent_from: datetime
    after_recent: int = FIRST_PLACE[0]
    after_accounts: int = FIRST_PLACE[1]
    after_uid: str = FIRST_PLACE[2]
    limit: int = 50
    request_limit: int = 20
    request_after_at: int = NEWEST[0]
    request_after_uid: str = NEWEST[1]
    include_trend: bool = False
    include_requests: bool = False
    include_releases: bool = False
    include_rulings: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasesPage:
    """A page of releases after the one that the `after_…` name; `release_uid` asks for one alone."""

    release_uid: str | None = None
    search: str = ""
    as_of: datetime
    after_at: int = NEWEST[0]
    after_uid: str = NEWEST[1]
    limit: int = 50
    answer_limit: int = 500
    include_answers: bool = False


@dataclass(frozen=True, slots=True)
class RuleOnRequests:
    """A decision on topics: `parts` are {uid, part} of the requests it names, `note` a name that is given."""

    decision_uid: str
    kind: str
    parts: list[dict[str, Any]]
    note: str | None
    reason: str | None
    by_uid: str
    now: datetime


@dataclass(frozen=True, slots=True)
class WithdrawTopicRuling:
    """A decision on topics is taken back."""

    decision_uid: str
    reason: str | None
    by_uid: str
    now: datetime


@dataclass(frozen=True, slots=True)
class RuleOnAnswer:
    """Whether a release answers a request: `kind` is one of `releases_rulings.KINDS`."""

    release_uid: str
    request_uid: str
    kind: str
    reason: str | None
    mutation_key: str
    by_uid: str
    now: datetime


def window_start(moment: Moment, zone: tzinfo) -> datetime:
    """Return when the last 28 days of the workspace began, with the moment's own day."""
    return datetime.combine(day_of(moment.day) - timedelta(days=WINDOW - 1), time(), zone).astimezone(UTC)


TOPICS = ReadQuery("read.topics", TopicsPage, rows.TopicsRow)
TOPICS_TO_JUDGE = ReadQuery("read.topics_to_judge", Uids, rows.JudgedTopicRow)
RELEASES = ReadQuery("read.releases", ReleasesPage, rows.ReleasesRow)
RULE_ON_REQUESTS = WriteQuery("actions.rule_on_requests", RuleOnRequests, rows.TopicsRuledRow)
RULE_ON_ANSWER = WriteQuery("actions.rule_on_answer", RuleOnAnswer, rows.AnswerRuledRow)
WITHDRAW_TOPIC_RULING = WriteQuery("actions.withdraw_topic_ruling", WithdrawTopicRuling, rows.TopicsRuledRow)
