"""Rows of people and accounts with nothing said of them, to say one thing at a time."""

from dataclasses import replace
from typing import Any

from graph_service.resolvers.fact_rows import AccountCopies, LinkSource, PersonCopies, RoleSource, SpellSource
from graph_service.resolvers.rows import AccountSource, StakeholderSource

DAY = 86_400_000
SILENT = PersonCopies(
    role=None, decision_power=None, influence=None, influence_confidence=None, influence_names=[], influence_values=[],
    sentiment=None, sentiment_trend=None, sentiment_texts=None, sentiment_names=[], sentiment_values=[],
    departure_state=None, departure_probability=None, departure_names=[], departure_values=[], new_employer=None,
    champion_state=None, champion_probability=None, champion_names=[], champion_values=[], is_ghost=None,
)  # fmt: skip
NOBODY = StakeholderSource(
    uid="s1", contact_uid="c1", account_uid="a1", account_name="North", name="Ida", is_shared=False, title=None,
    in_crm=False, strength=None, strength_trend=None, engagement_level=None, reply_rate=None, reply_hours=None,
    strength_names=[], strength_values=[], first_seen_at=None, last_inbound_at=None, last_interaction_at=None,
    ties=[], copies=SILENT, points=None, spells=[], links=[], is_whole=True, evidence=[],
)  # fmt: skip
QUIET = AccountCopies(
    sentiment=None, sentiment_trend=None, sentiment_names=[], sentiment_values=[], health=None, health_share=None,
    health_names=[], health_values=[], usage_state=None, usage_change=None, usage_since=None, ticket_state=None,
    champion_count=None, departed_count=None, ghost_count=None, competitors=[],
)  # fmt: skip
NOWHERE = AccountSource(
    uid="a1", name="North", segment=None, country=None, lifecycle=None, arr=None, currency=None, in_crm=True,
    renewal_at=None, coverage=None, coverage_names=[], coverage_values=[], single_threaded_share=None,
    main_stakeholder_uid=None, next_stakeholder_uid=None, quiet_state="unknown", quiet_since=None, rhythm_days=None,
    last_inbound_at=None, last_interaction_at=None, active_contact_count=0, contact_count=0, people=[], owners=[],
    copies=QUIET, points=None, spells=[], members=None, evidence=[],
)  # fmt: skip


def person(*, copies: dict[str, Any] | None = None, **fields: Any) -> StakeholderSource:
    """Return a person of whom this is said."""
    return replace(NOBODY, copies=replace(SILENT, **copies or {}), **fields)


def account(*, copies: dict[str, Any] | None = None, **fields: Any) -> AccountSource:
    """Return an account of which this is said."""
    return replace(NOWHERE, copies=replace(QUIET, **copies or {}), **fields)


def spell(kind: str, state: str, since: int = 10, **fields: Any) -> SpellSource:
    """Return a state that holds since a day."""
    given: dict[str, Any] = {
        "began": None, "probability": None, "detail": None, "term_names": [], "term_values": [], **fields
    }  # fmt: skip
    return SpellSource(kind, state, since * DAY, **given)


def link(kind: str, name: str, account_name: str = "South") -> LinkSource:
    """Return a successor or a move."""
    return LinkSource(kind, name.lower(), name, "a2", account_name, 0.7, 12 * DAY, ["threads"], [0.8])


def role(title: str, source: str = "crm", level: int | None = None) -> RoleSource:
    """Return what somebody is now."""
    return RoleSource(title, source, level, ["finance"], is_proxy=False)
