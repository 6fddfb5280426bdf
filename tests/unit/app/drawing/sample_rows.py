"""Rows as the reads return them, of a made-up account, for the tests of filling."""

from dataclasses import replace
from datetime import date

from graph_service.domain.facts import DAY_MS, epoch_day
from graph_service.resolvers.fact_rows import AccountCopies, PersonCopies, RoleSource, SpellSource
from graph_service.resolvers.rows import AccountSource, MapRow, StakeholderSource, TieSource

DAY = epoch_day(date(2026, 1, 1))


def spell(kind: str, state: str, days_ago: int, detail: str = "") -> SpellSource:
    """Return a state that holds since some days before `DAY`."""
    return SpellSource(kind, state, (DAY - days_ago) * DAY_MS, None, None, detail or None, [], [])


def person(
    uid: str, name: str, copies: PersonCopies, *spells: SpellSource, engagement: str = "high"
) -> StakeholderSource:
    """Return a person at the account, tied to one of ours."""
    return StakeholderSource(
        uid=uid, contact_uid=f"c-{uid}", account_uid="acme", account_name="Birch & Sons", name=name, is_shared=False,
        title="Buyer", in_crm=True, strength=42.0, strength_trend=None, engagement_level=engagement, reply_rate=None,
        reply_hours=None, strength_names=[], strength_values=[], first_seen_at=None, last_inbound_at=None,
        last_interaction_at=None,
        ties=[TieSource("u1", "Una Rask", 42.0, None), TieSource("u2", "Vic Sand", None, None)],
        copies=copies, points=None, spells=list(spells), links=[], is_whole=True, evidence=[],
    )  # fmt: skip


NOBODY_KNOWS = PersonCopies(
    role=None, decision_power=None, influence=None, influence_confidence=None, influence_names=[], influence_values=[],
    sentiment=None, sentiment_trend=None, sentiment_texts=None, sentiment_names=[], sentiment_values=[],
    departure_state=None, departure_probability=None, departure_names=[], departure_values=[], new_employer=None,
    champion_state=None, champion_probability=None, champion_names=[], champion_values=[], is_ghost=None,
)  # fmt: skip
SHAKY = replace(
    NOBODY_KNOWS, role=RoleSource("Head of Purchasing", "crm", 4, ["procurement"], is_proxy=False), influence=0.7,
    departure_state="gone_quiet", champion_state="at_risk", champion_probability=0.6, is_ghost=False,
)  # fmt: skip
PROXY = replace(
    NOBODY_KNOWS, role=RoleSource("Assistant to the CFO", "signature", 1, [], is_proxy=True), departure_state="away",
    champion_state="none", is_ghost=True,
)  # fmt: skip
GONE = replace(NOBODY_KNOWS, departure_state="departed", new_employer="Elm Works", champion_state="departed")


def account() -> AccountSource:
    """Return the account."""
    copies = AccountCopies(
        sentiment=None, sentiment_trend=None, sentiment_names=[], sentiment_values=[], health=61.5, health_share=0.7,
        health_names=["relationship", "usage"], health_values=[40.0, 21.5], usage_state=None, usage_change=None,
        usage_since=None, ticket_state=None, champion_count=1, departed_count=1, ghost_count=1, competitors=[],
    )  # fmt: skip
    return AccountSource(
        uid="acme", name="Birch & Sons", segment=None, country=None, lifecycle=None, arr=None, currency=None,
        in_crm=True, renewal_at=None, coverage=None, coverage_names=[], coverage_values=[], single_threaded_share=None,
        main_stakeholder_uid=None, next_stakeholder_uid=None, quiet_state="normal", quiet_since=None, rhythm_days=None,
        last_inbound_at=None, last_interaction_at=None, active_contact_count=2, contact_count=4, people=[], owners=[],
        copies=copies, points=None, spells=[spell("health", "fair", 90)], members=None, evidence=[],
    )  # fmt: skip


def map_row() -> MapRow:
    """Return the account's people: a champion at risk, an assistant who is away, one who left, one nobody knows."""
    people = [
        person("p1", "Bo Lindt", SHAKY, spell("champion", "at_risk", 30), spell("departure", "gone_quiet", 20)),
        person("p2", "Cem Arda", PROXY, spell("away", "away", 2, "2026-01-09")),
        person("p3", "Fay Olin", GONE, spell("departure", "departed", 60, "Elm Works")),
        person("p4", "Gus Park", NOBODY_KNOWS, engagement="inactive"),
    ]
    return MapRow(account(), people, 9)
