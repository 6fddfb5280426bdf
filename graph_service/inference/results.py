"""What inference says of ties, stakeholders and accounts, as frozen records.

Owns the output records only. It may not compute or know how they are stored.
"Now" is the horizon day: a current value is the last change point of its series, by the rule that also serves as-of.
"""

from dataclasses import dataclass

from graph_service.domain.facts import Score, SeriesFact, SpellFact, Term
from graph_service.inference.touches import AccountMail


@dataclass(frozen=True, slots=True)
class TieFacts:
    """One stakeholder with one of our users. `units_in`, `units_out` are the largest unit of each day in `days`."""

    user_uid: str
    days: tuple[int, ...]
    units_in: tuple[float, ...]
    units_out: tuple[float, ...]
    strength: Score
    series: SeriesFact
    last_day: int
    last_inbound_day: int | None


@dataclass(frozen=True, slots=True)
class StakeholderFacts:
    """Everything said of one stakeholder up to the horizon day.

    `reply_rate` is None before the first ask, `reply_hours` before the first answer of theirs.
    `review_day` is the first later day on which something may change without news; None: never.
    `model` names the monthly values in force at the last change point.
    """

    uid: str
    strength: Score
    strength_series: SeriesFact
    units_series: SeriesFact
    trend: str
    trend_terms: tuple[Term, ...]
    engagement_level: str
    spells: tuple[SpellFact, ...]
    reply_rate: float | None
    reply_rate_series: SeriesFact
    reply_hours: float | None
    reply_hours_series: SeriesFact
    last_inbound_day: int | None
    last_interaction_day: int | None
    last_inbound_series: SeriesFact
    last_interaction_series: SeriesFact
    interaction_count: int
    ties: tuple[TieFacts, ...]
    review_day: int | None
    model: str


@dataclass(frozen=True, slots=True)
class StakeholderSummary:
    """What an account needs of each stakeholder. `is_person` is False for shared mailboxes and automatic senders."""

    uid: str
    is_person: bool
    first_seen_day: int | None
    strength_series: SeriesFact
    engagement_spells: tuple[SpellFact, ...]


@dataclass(frozen=True, slots=True)
class AccountInput:
    """All that is inferred of one account comes from here.

    `mail` are its human interactions with us, in any order, those of shared mailboxes too (automatic mail is none).
    `frozen_days` are epoch days on which the mail source was unhealthy: silence on them says nothing.
    """

    uid: str
    stakeholders: tuple[StakeholderSummary, ...]
    mail: tuple[AccountMail, ...]
    country: str = ""
    frozen_days: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class AccountFacts:
    """Everything said of one account up to the horizon day. `spells` are those of its silence (kind `quiet`)."""

    uid: str
    coverage: Score
    coverage_series: SeriesFact
    single_threaded_share: float | None
    single_threaded_series: SeriesFact
    main_stakeholder_uid: str | None
    next_stakeholder_uid: str | None
    quiet_state: str
    spells: tuple[SpellFact, ...]
    rhythm_days: float | None
    rhythm_series: SeriesFact
    first_inbound_day: int | None
    last_inbound_day: int | None
    last_interaction_day: int | None
    last_inbound_series: SeriesFact
    last_interaction_series: SeriesFact
    active_contact_count: int
    active_contact_series: SeriesFact
    contact_count: int
    contact_series: SeriesFact
    review_day: int | None
