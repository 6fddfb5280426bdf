"""The reads of how a person or an account went over time, bound to their types. The pictures are drawn from them.

A history holds every state that began by the day of the read, those that are over too, and no point after that day.
"""

from dataclasses import dataclass, field
from datetime import datetime

from graph_service.graph.query import ReadQuery
from graph_service.resolvers.fact_rows import Millis, SpellSource, TrendSource


@dataclass(frozen=True, slots=True, kw_only=True)
class PastSpell(SpellSource):
    """A state that held from `since` to before `until`; None: it still held on the day of the read."""

    until: Millis | None = None


@dataclass(frozen=True, slots=True)
class History:
    """The numbers and the states of one person at one account, or of one account, over time."""

    trends: list[TrendSource] = field(default_factory=list)
    spells: list[PastSpell] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class PersonHistoryOf:
    """Which person at which account, and by when: the workspace's day as stored, and its number."""

    stakeholder_uid: str
    as_of_date: datetime
    as_of_day: int


@dataclass(frozen=True, slots=True)
class AccountHistoryOf:
    """Which account, and by when: the workspace's day as stored, and its number."""

    account_uid: str
    as_of_date: datetime
    as_of_day: int


PERSON_HISTORY = ReadQuery("read.person_history", PersonHistoryOf, History)
ACCOUNT_HISTORY = ReadQuery("read.account_history", AccountHistoryOf, History)
