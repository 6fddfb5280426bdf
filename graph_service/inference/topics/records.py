"""What feature-request topics are made of: requests, releases, rulings of people, topics, trends and answers.

Owns the shapes only; no rule lives here. Days are epoch days of the workspace's time zone.
"""

from dataclasses import dataclass

from graph_service.domain.facts import Score


@dataclass(frozen=True, slots=True)
class Request:
    """What a customer asked for, in their own sentence: a saying of kind `request` that was not ours.

    `value` is the thing wanted as the reader cut it out, `topic` the form of the asking (`roadmap`, `announced` …).
    """

    uid: str
    day: int
    account_uid: str
    stakeholder_uid: str
    quote: str
    value: str = ""
    topic: str = ""


@dataclass(frozen=True, slots=True)
class ReleaseNote:
    """Something we shipped on `shipped_day`, known here from `known_day`; `items` are its single changes."""

    uid: str
    name: str
    items: tuple[str, ...]
    notes: str
    shipped_day: int
    known_day: int


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a person decided of two requests from `day` on: they belong together, or apart. The newest word holds.

    Of one day they hold in the order of `uid`. With `alone` the first request leaves its topic by itself, and nobody
    goes with it.
    """

    first_uid: str
    second_uid: str
    is_together: bool
    day: int
    uid: str = ""
    alone: bool = False

    @property
    def pair(self) -> frozenset[str]:
        """Return the two requests."""
        return frozenset((self.first_uid, self.second_uid))


@dataclass(frozen=True, slots=True)
class Member:
    """A request within a topic, and since when it is in this one."""

    request: Request
    since_day: int


@dataclass(frozen=True, slots=True)
class Topic:
    """Requests that want the same thing. `uid` comes from the earliest member, `name` is the phrase that marks it."""

    uid: str
    name: str
    members: tuple[Member, ...]

    @property
    def account_uids(self) -> tuple[str, ...]:
        """Return the accounts that asked, each once, sorted."""
        return tuple(sorted({one.request.account_uid for one in self.members}))


@dataclass(frozen=True, slots=True)
class Trend:
    """Why a topic is trending on `day`: `accounts` asked within 28 days, where `expected` did before.

    `probability` is that of as many or more by chance. `request_uids` are what the accounts said, newest first.
    """

    topic_uid: str
    day: int
    accounts: int
    expected: float
    probability: float
    request_uids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReleaseAnswer:
    """A request that a release answers: `auto` is listed by itself, `review` waits for a person's word, which makes
    it `accepted` or `rejected`.

    `item` is the change that answers it, `known_day` the first day on which this could be said.
    """

    release_uid: str
    request_uid: str
    score: Score
    state: str
    item: str
    known_day: int

    @property
    def pair(self) -> tuple[str, str]:
        """Return the release and the request."""
        return self.release_uid, self.request_uid
