"""The rows of topics and releases, as `cypher/read` and `cypher/actions` return them. No behaviour."""

from dataclasses import dataclass

from graph_service.resolvers.rows import Millis, Named

Ask = tuple[str, Millis]
"""(account, moment) of a request."""


@dataclass(frozen=True, slots=True)
class AnswerSource:
    """A release that answers a request: `state` auto, review or accepted, `p` the sum of its terms."""

    uid: str
    name: str
    shipped_at: Millis | None
    item: str | None
    state: str
    p: float
    term_names: list[str]
    term_values: list[float]


@dataclass(frozen=True, slots=True)
class RequestSource:
    """A request in their own sentence."""

    uid: str
    quote: str
    about: str
    at: Millis
    interaction_uid: str
    stakeholder: Named
    account: Named


@dataclass(frozen=True, slots=True)
class AskedSource(RequestSource):
    """A request of a topic, and what answers it."""

    releases: list[AnswerSource]


@dataclass(frozen=True, slots=True)
class PartSource:
    """A request that a decision names, with its part in it; earliest first."""

    part: str | None
    uid: str
    quote: str


@dataclass(frozen=True, slots=True)
class TopicRulingSource:
    """A decision that holds. `name` is the one it gave."""

    uid: str
    kind: str
    reason: str | None
    name: str | None
    by_uid: str | None
    by_name: str | None
    at: Millis
    parts: list[PartSource]


@dataclass(frozen=True, slots=True)
class TopicSource:
    """A topic as a viewer sees it: `uid` is its earliest request that they may read, and the counts are of those."""

    uid: str
    name: str
    is_named: bool
    accounts: int
    recent: int
    count: int
    first_at: Millis
    last_at: Millis
    requests: list[AskedSource]
    rulings: list[TopicRulingSource]


@dataclass(frozen=True, slots=True)
class TopicsRow:
    """One record: how many topics there are, who asked when in every one (uid, asks), and those of the page."""

    total: int
    asks: list[tuple[str, list[Ask]]]
    topics: list[TopicSource]


@dataclass(frozen=True, slots=True)
class AnsweredSource(RequestSource):
    """A request that a release answers: `state` auto, review, accepted or rejected."""

    state: str
    item: str | None
    p: float
    term_names: list[str]
    term_values: list[float]


@dataclass(frozen=True, slots=True)
class ReleaseSource:
    """A release: `accounts` and `certain` requests it answers for sure, `uncertain` wait for somebody's word."""

    uid: str
    name: str
    at: Millis
    items: list[str]
    accounts: int
    certain: int
    uncertain: int
    answers: list[AnsweredSource]


@dataclass(frozen=True, slots=True)
class ReleasesRow:
    """One record."""

    total: int
    releases: list[ReleaseSource]


@dataclass(frozen=True, slots=True)
class JudgedTopicRow:
    """The topic of the request `asked`: its requests that may be read, the name people gave it, decisions so far.

    `left` are the requests that `asked` left when it was given a topic of its own, None where that does not hold.
    """

    asked: str
    requests: list[str]
    name: str | None
    version: int
    left: list[str] | None


@dataclass(frozen=True, slots=True)
class TopicsRuledRow:
    """What became of a decision on topics, or of taking it back, and the requests it names."""

    outcome: str
    requests: list[str]


@dataclass(frozen=True, slots=True)
class AnswerRuledRow:
    """What became of a decision on an answer, the release and the request."""

    outcome: str
    release_uid: str
    request_uid: str
