"""The rows of what was inferred of a person or an account, as the reads return them. No behaviour."""

from dataclasses import dataclass, field

Millis = int
Point = tuple[str, float, bool]
"""A metric, its value at a past moment, and whether that is its newest."""


@dataclass(frozen=True, slots=True)
class EvidenceSource:
    """What a term or a reason rests on."""

    uid: str
    kind: str
    term: str
    quote: str | None
    at: Millis | None
    subject: str | None
    channel: str | None
    direction: str | None
    interaction_uid: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SupportSource(EvidenceSource):
    """What a term of a fact rests on. `fact` is a metric, or `spell ` and the kind of a state."""

    fact: str


@dataclass(frozen=True, slots=True)
class SpellSource:
    """A state that holds: since when, when it really began, and what it was first said for."""

    kind: str
    state: str
    since: Millis
    began: Millis | None
    probability: float | None
    detail: str | None
    term_names: list[str]
    term_values: list[float]


@dataclass(frozen=True, slots=True)
class LinkSource:
    """A person at an account that somebody is tied to; `kind` is successor or move. `p` in 0..1."""

    kind: str
    uid: str
    name: str
    account_uid: str
    account_name: str
    p: float | None
    since: Millis | None
    term_names: list[str]
    term_values: list[float]


@dataclass(frozen=True, slots=True)
class AccountCopies:
    """What was inferred of an account, as it is now; of a past moment `resolvers.past` says what of it holds."""

    sentiment: float | None
    sentiment_trend: str | None
    sentiment_names: list[str]
    sentiment_values: list[float]
    health: float | None
    health_share: float | None
    health_names: list[str]
    health_values: list[float]
    usage_state: str | None
    usage_change: float | None
    usage_since: int | None
    ticket_state: str | None
    champion_count: int | None
    departed_count: int | None
    ghost_count: int | None
    competitors: list[str]


@dataclass(frozen=True, slots=True)
class RoleSource:
    """What somebody is there, as it is now."""

    role_title: str | None
    role_source: str | None
    role_level: int | None
    role_functions: list[str]
    is_proxy: bool | None


@dataclass(frozen=True, slots=True)
class PersonCopies:
    """What was inferred of a person at an account, as it is now. `role` is null where its source may not be told.

    Empty where the read was not asked for it; the states alone then come with the present.
    """

    role: RoleSource | None = None
    decision_power: float | None = None
    influence: float | None = None
    influence_confidence: float | None = None
    influence_names: list[str] = field(default_factory=list)
    influence_values: list[float] = field(default_factory=list)
    sentiment: float | None = None
    sentiment_trend: str | None = None
    sentiment_texts: float | None = None
    sentiment_names: list[str] = field(default_factory=list)
    sentiment_values: list[float] = field(default_factory=list)
    departure_state: str | None = None
    departure_probability: float | None = None
    departure_names: list[str] = field(default_factory=list)
    departure_values: list[float] = field(default_factory=list)
    new_employer: str | None = None
    champion_state: str | None = None
    champion_probability: float | None = None
    champion_names: list[str] = field(default_factory=list)
    champion_values: list[float] = field(default_factory=list)
    is_ghost: bool | None = None


@dataclass(frozen=True, slots=True)
class TrendSource:
    """A number over time: `values[i]` holds from `days[i]` (epoch days) on."""

    metric: str
    days: list[int]
    values: list[float]
