"""What is said of an account at the moment of a read, of the present and of the past alike. Pure.

Owns the choice: current copies for the present, series and spells for the past. It may not read, and words no state.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from graph_service.domain.facts import DAY_MS
from graph_service.resolvers.fact_rows import AccountCopies, Millis, SpellSource
from graph_service.resolvers.numbers import Numbers, Scored, spell_of
from graph_service.resolvers.person_facts import CHAMPIONS, DEPARTED, trend_of
from graph_service.resolvers.rows import AccountSource

SIGNALS = ("usage", "tickets", "escalation", "competitor", "event", "sentiment", "health")
FALLING, STOPPED, UNKNOWN, SURGE = "falling", "stopped", "unknown", "surge"


@dataclass(frozen=True, slots=True)
class AccountFacts:
    """Everything said of one account. States are the words of the graph; None: not known (then)."""

    health: Scored | None
    health_band: str | None
    health_share: float | None
    sentiment: Scored | None
    sentiment_trend: str | None
    usage_state: str | None
    usage_change: float | None
    usage_since: Millis | None
    usage_features: Sequence[str]
    ticket_state: str | None
    ticket_topics: str | None
    escalated_since: Millis | None
    competitors: Sequence[str]
    champion_count: int | None
    departed_count: int | None
    ghost_count: int | None
    signals: Sequence[SpellSource]


def account_facts(source: AccountSource) -> AccountFacts:
    """Return what is said of an account at the moment of the read."""
    copies, numbers, spells = source.copies, Numbers.of(source.points), source.spells
    usage, tickets, shift = spell_of(spells, "usage"), spell_of(spells, "tickets"), spell_of(spells, "sentiment")
    band, escalation = spell_of(spells, "health"), spell_of(spells, "escalation")
    since = usage.began if usage else None
    return AccountFacts(
        health=_health(copies, numbers, band),
        health_band=band.state if band else None,
        health_share=copies.health_share if numbers.is_newest("health") else None,
        sentiment=numbers.scored("sentiment", copies.sentiment, copies.sentiment_names, copies.sentiment_values),
        sentiment_trend=trend_of(numbers, copies.sentiment_trend, shift),
        usage_state=copies.usage_state if numbers.live else _usage(copies, numbers, usage),
        usage_change=copies.usage_change if numbers.live else _change(usage),
        usage_since=_millis(copies.usage_since) if numbers.live else since,
        usage_features=_listed(usage),
        ticket_state=copies.ticket_state if numbers.live else _tickets(copies, tickets),
        ticket_topics=tickets.detail if tickets else None,
        escalated_since=escalation.since if escalation else None,
        competitors=copies.competitors if numbers.live else _listed(spell_of(spells, "competitor")),
        champion_count=_count(source, copies.champion_count, "champion", CHAMPIONS),
        departed_count=_count(source, copies.departed_count, "departure", frozenset({DEPARTED})),
        ghost_count=copies.ghost_count if numbers.is_newest("last_interaction_day") else None,
        signals=sorted(
            (one for one in spells if one.kind in SIGNALS), key=lambda one: (-one.since, SIGNALS.index(one.kind))
        ),
    )


def _health(copies: AccountCopies, numbers: Numbers, band: SpellSource | None) -> Scored | None:
    """Return health; of the past only while a band held, for its series does not say when too little was known."""
    if band is None and not numbers.live:
        return None
    return numbers.scored("health", copies.health, copies.health_names, copies.health_values)


def _millis(day: int | None) -> Millis | None:
    return None if day is None else day * DAY_MS


def _listed(spell: SpellSource | None) -> list[str]:
    return spell.detail.split(", ") if spell and spell.detail else []


def _change(spell: SpellSource | None) -> float | None:
    """Return by what share use fell, as it was said when the fall was found."""
    if spell is None:
        return None
    return dict(zip(spell.term_names, spell.term_values, strict=False)).get("change")


def _usage(copies: AccountCopies, numbers: Numbers, spell: SpellSource | None) -> str | None:
    """Return how use went. Of a week without any it is unknown whether it had stopped: since when is not kept."""
    if spell is not None or copies.usage_state is None:
        return FALLING if spell else None
    if not numbers.value("usage_weekly", None):
        return UNKNOWN
    still = numbers.is_newest("usage_weekly") and copies.usage_state not in {FALLING, STOPPED}
    return copies.usage_state if still else "steady"


def _tickets(copies: AccountCopies, spell: SpellSource | None) -> str | None:
    if spell is not None:
        return SURGE
    return None if copies.ticket_state is None else "normal"


def _count(source: AccountSource, copy: int | None, kind: str, states: frozenset[str]) -> int | None:
    """Return how many people are in one of the states; of the past from their own states."""
    if source.members is None or copy is None:
        return copy
    return sum(1 for one, state in source.members if one == kind and state in states)
