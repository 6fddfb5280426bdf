"""The viewer's reads and decisions, bound to their types. The CLI uses the same ones."""

from dataclasses import dataclass, field
from datetime import datetime

from graph_service.graph.query import ReadQuery, WriteQuery, as_parameters
from graph_service.resolvers import identity_rows, rows

TOP_SCORE = 1.0e308
"""Above every score: with it a page starts at the top."""
LATEST = 1 << 62
"""After every moment: with it a timeline starts at the newest."""


@dataclass(frozen=True, slots=True)
class QueuePage:
    """A page of the queue as it is now."""

    status: str
    bucket: str | None
    account_uid: str | None
    now: datetime
    limit: int
    after_score: float = TOP_SCORE
    after_uid: str = ""
    include_evidence: bool = False
    include_total: bool = False


@dataclass(frozen=True, slots=True)
class PastQueuePage:
    """A page of the queue as it was."""

    status: str
    bucket: str | None
    account_uid: str | None
    as_of: datetime
    limit: int
    after_score: float = TOP_SCORE
    after_uid: str = ""
    include_evidence: bool = False
    include_total: bool = False


def past_queue(page: QueuePage) -> PastQueuePage:
    """Return the same page as it was at the moment that `page.now` names."""
    given = as_parameters(page)
    return PastQueuePage(as_of=given.pop("now"), **given)


@dataclass(frozen=True, slots=True)
class OneAction:
    """Which action."""

    action_uid: str
    now: datetime
    include_evidence: bool = False


@dataclass(frozen=True, slots=True)
class Decide:
    """A decision of `kind` done, dismissed or snoozed. `mutation_key` makes it happen once; empty: by version.

    Of a dismissal `reason` is one of a list, of a snooze a person's own words; `note` is what they add.
    """

    action_uid: str
    kind: str
    reason: str | None
    until: datetime | None
    mutation_key: str
    by_uid: str
    now: datetime
    include_evidence: bool = False
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Reopen:
    """A decision taken back; `kind` is reopened."""

    action_uid: str
    mutation_key: str
    by_uid: str
    now: datetime
    include_evidence: bool = False
    kind: str = "reopened"


@dataclass(frozen=True, slots=True)
class OneAccount:
    """Which account. `evidence_of` names the facts whose evidence is read: metrics, and `spell ` with a kind."""

    account_uid: str
    evidence_of: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class PastAccount:
    """Which account, and when. `as_of_date` and `as_of_day` are the workspace's day of `as_of`.

    People are those whom the coverage names; members are the states of all, which are counted.
    """

    account_uid: str
    as_of: datetime
    as_of_date: datetime
    as_of_day: int
    evidence_of: list[str] = field(default_factory=list)
    include_people: bool = True
    include_members: bool = True


@dataclass(frozen=True, slots=True)
class AccountsPage:
    """A page of accounts; `search` is part of a name in lower case, empty for all."""

    search: str
    limit: int
    after_name: str = ""
    after_uid: str = ""
    include_total: bool = False
    evidence_of: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class PastAccountsPage:
    """A page of the accounts that were there at a moment; the fields are those of both (`AccountsPage`)."""

    search: str
    limit: int
    after_name: str
    after_uid: str
    include_total: bool
    evidence_of: list[str]
    as_of: datetime
    as_of_date: datetime
    as_of_day: int
    include_people: bool = True
    include_members: bool = True


@dataclass(frozen=True, slots=True)
class MapOf:
    """Whose map. `evidence_of` names facts of the account and of its people alike.

    Facts are what was inferred of the people beyond their strength; links lead to successors and to new employers.
    """

    account_uid: str
    limit: int
    include_ties: bool = False
    evidence_of: list[str] = field(default_factory=list)
    include_facts: bool = True
    include_links: bool = True
    include_total: bool = True


@dataclass(frozen=True, slots=True)
class PastMapOf:
    """Whose map, and when."""

    account_uid: str
    as_of: datetime
    as_of_date: datetime
    as_of_day: int
    limit: int
    include_ties: bool = False
    evidence_of: list[str] = field(default_factory=list)
    include_facts: bool = True
    include_links: bool = True
    include_total: bool = True


def past_map(one: MapOf, at: datetime, date: datetime, day: int) -> PastMapOf:
    """Return the same map as it was at `at`, which lies on this day of the workspace."""
    return PastMapOf(**as_parameters(one), as_of=at, as_of_date=date, as_of_day=day)


@dataclass(frozen=True, slots=True)
class OneContact:
    """Which person, and which page of their interactions by `as_of`.

    The story is what they wish and report, by what channels, and where they work by which source.
    """

    contact_uid: str
    as_of: datetime
    limit: int
    after_at: int = LATEST
    after_uid: str = ""
    include_timeline: bool = False
    include_words: bool = False
    include_participants: bool = False
    include_ties: bool = False
    include_trends: bool = False
    include_story: bool = False
    evidence_of: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class PastContact(OneContact):
    """The same of a past moment."""

    as_of_date: datetime
    as_of_day: int


def past(one: OneContact, date: datetime, day: int) -> PastContact:
    """Return the same request of a past moment: `one.as_of`, which lies on this day of the workspace."""
    return PastContact(**as_parameters(one), as_of_date=date, as_of_day=day)


@dataclass(frozen=True, slots=True)
class SearchFor:
    """What to look for: a full-text query made by `search_terms`, and the start of a domain or an address."""

    lucene: str
    prefix: str
    limit: int


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """A page of pairs who may be one person, surest first. 2.0 is above every p: with it a page starts at the top."""

    limit: int
    after_p: float = 2.0
    after_key: str = ""


@dataclass(frozen=True, slots=True)
class WhoIs:
    """Whose identities to explain."""

    contact_uid: str


@dataclass(frozen=True, slots=True)
class ToJudge:
    """Whose identities are to be decided on, and the decision's uid, in case it was taken before."""

    contact_uids: list[str]
    decision_uid: str


ACTION_QUEUE = ReadQuery("read.action_queue", QueuePage, rows.QueueRow)
ACTION_QUEUE_AS_OF = ReadQuery("read.action_queue_as_of", PastQueuePage, rows.QueueRow)
ACTION = ReadQuery("read.action", OneAction, rows.ActionRow)
DECIDE_ACTION = WriteQuery("actions.decide_action", Decide, rows.DecisionRow)
REOPEN_ACTION = WriteQuery("actions.reopen_action", Reopen, rows.DecisionRow)
ACCOUNT = ReadQuery("read.account", OneAccount, rows.AccountRow)
ACCOUNT_AS_OF = ReadQuery("read.account_as_of", PastAccount, rows.AccountRow)
ACCOUNTS = ReadQuery("read.accounts", AccountsPage, rows.AccountsRow)
ACCOUNTS_AS_OF = ReadQuery("read.accounts_as_of", PastAccountsPage, rows.AccountsRow)
STAKEHOLDER_MAP = ReadQuery("read.stakeholder_map", MapOf, rows.MapRow)
STAKEHOLDER_MAP_AS_OF = ReadQuery("read.stakeholder_map_as_of", PastMapOf, rows.MapRow)
CONTACT = ReadQuery("read.contact", OneContact, rows.ContactRow)
CONTACT_AS_OF = ReadQuery("read.contact_as_of", PastContact, rows.ContactRow)
SEARCH = ReadQuery("read.search", SearchFor, rows.SearchRow)
IDENTITY_REVIEW = ReadQuery("read.identity_review", ReviewPage, identity_rows.ReviewRow)
EXPLAIN_IDENTITY = ReadQuery("read.explain_identity", WhoIs, identity_rows.ExplanationRow)
PEOPLE_TO_JUDGE = ReadQuery("read.people_to_judge", ToJudge, identity_rows.JudgedRow)
