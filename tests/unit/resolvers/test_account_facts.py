"""What is said of an account: copies for the present, series and spells for the past (decision 8)."""

from graph_service.resolvers.account_facts import account_facts
from graph_service.resolvers.fact_words import usage_words
from tests.unit.resolvers.sources import DAY, account, spell

NOW = {
    "health": 50.0, "health_share": 0.8, "health_names": ["usage"], "health_values": [50.0], "usage_state": "falling",
    "usage_change": -0.41, "usage_since": 20, "ticket_state": "surge", "champion_count": 2, "departed_count": 1,
    "ghost_count": 3, "competitors": ["Rival"],
}  # fmt: skip


def test_the_present_is_its_copies() -> None:
    said = account_facts(
        account(copies=NOW, spells=[spell("usage", "falling", detail="maps"), spell("health", "fair")])
    )
    assert said.health is not None
    assert (said.health.value, said.health_band, said.health_share) == (50.0, "fair", 0.8)
    assert (said.usage_since, said.usage_features, usage_words(said)) == (20 * DAY, ["maps"], "falling by 41% (maps)")
    assert (said.ticket_state, said.champion_count, said.ghost_count) == ("surge", 2, 3)


def test_the_past_is_its_series_its_spells_and_the_states_of_its_people() -> None:
    """Decision 4."""
    fell = spell("usage", "falling", began=9 * DAY, detail="plans", term_names=["change"], term_values=[-0.3])
    said = account_facts(
        account(
            copies=NOW, points=[("health", 80.0, False), ("usage_weekly", 9.0, False)],
            spells=[fell, spell("competitor", "mentioned", detail="One, Two"), spell("health", "good")],
            members=[("champion", "at_risk"), ("champion", "coach"), ("departure", "watch")],
        )
    )  # fmt: skip
    assert said.health is not None
    assert (said.health.value, list(said.health.names), said.health_share) == (80.0, [], None)
    assert (said.usage_state, said.usage_change, said.usage_since) == ("falling", -0.3, 9 * DAY)
    assert (said.ticket_state, said.competitors) == ("normal", ["One", "Two"])
    assert (said.champion_count, said.departed_count, said.ghost_count) == (1, 0, None)


def test_health_of_the_past_is_told_only_while_enough_was_known() -> None:
    """Its series ends with the last value; that it ended, its band says."""
    said = account_facts(account(copies=NOW, points=[("health", 80.0, True)], members=[]))
    assert (said.health, said.health_band) == (None, None)


def test_before_use_fell_it_was_steady_and_before_there_was_any_it_is_unknown() -> None:
    steady = account_facts(account(copies=NOW, points=[("usage_weekly", 9.0, True)], members=[]))
    unknown = account_facts(account(copies=NOW, points=[], members=[]))
    never = account_facts(account(points=[], members=[]))
    assert (steady.usage_state, unknown.usage_state, never.usage_state) == ("steady", "unknown", None)
    for state in ("steady", "stopped"):
        none = account_facts(account(copies={"usage_state": state}, points=[("usage_weekly", 0.0, True)], members=[]))
        assert none.usage_state == "unknown", "a week without any use is not steady, and may be a holiday"
    assert (never.ticket_state, never.champion_count) == (None, None)


def test_signals_are_newest_first() -> None:
    spells = [spell("health", "fair", 30), spell("tickets", "surge", 40), spell("quiet", "normal", 50)]
    assert [one.kind for one in account_facts(account(spells=spells)).signals] == ["tickets", "health"]
