"""The tables of people and accounts: groups in their order, honest words, nothing raw in JSON (P11, P13)."""

from dataclasses import replace
from io import StringIO

import orjson
from rich.console import Console, RenderableType

from graph_service.cli.account_tables import account_parts
from graph_service.cli.people_tables import contact_parts, map_parts
from graph_service.cli.plain_rows import RAW, account_json, contact_json, map_json
from graph_service.domain.workspace import Workspace
from graph_service.resolvers.fact_rows import TrendSource
from graph_service.resolvers.rows import ContactRow, ContactSource, InteractionSource, MapRow
from graph_service.resolvers.story_rows import AnswerSource, ChannelSource, IssueSource, JobSource, RequestSource
from graph_service.schema.enums import GapKind
from graph_service.schema.people import Gap
from tests.unit.resolvers.sources import DAY, account, link, person, role, spell

WORKSPACE = Workspace("test", "Test", ("ours.example",), "Europe/Berlin", "DE", "salt")
AT = 20_500 * DAY
ADA = person(
    name="Ada [Lane]", engagement_level="high", strength=80.0, uid="ada",
    copies={"champion_state": "at_risk", "champion_probability": 0.7, "influence": 0.8, "role": role("Chief Planner"),
            "sentiment": -0.5, "sentiment_trend": "falling"},
)  # fmt: skip
CARL = person(
    name="Carl Moe", engagement_level="high", uid="carl", links=[link("successor", "Ada")],
    spells=[spell("departure", "departed", 20_480, began=20_470 * DAY, detail="South")],
    copies={"departure_state": "departed", "departure_probability": 0.97, "is_ghost": True},
)  # fmt: skip
NORTH = account(
    copies={"health": 55.0, "health_share": 0.8, "health_names": ["seat_use"], "health_values": [55.0],
            "usage_state": "falling", "usage_change": -0.4, "champion_count": 1, "competitors": ["Rival"]},
    spells=[spell("usage", "falling", 20_480, detail="maps"), spell("health", "fair", 20_490)],
)  # fmt: skip
STORY = ContactRow(
    ContactSource("c1", "Ada [Lane]", is_shared=False, addresses=["ada@north.example"]),
    [ADA, CARL],
    [InteractionSource("m1", AT, "meeting", "inbound", None, may_read=False, words=None, asks=[], participants=[])],
    [ChannelSource("email", 3), ChannelSource("meeting", 1)],
    [RequestSource("e1", "Could it print?", "printing", None, AT, "m1", [AnswerSource("One", None, "review", AT)])],
    [IssueSource("t1", "a1", "North", AT, "Login", "solved", "high", None, None)],
    [JobSource("crm", "North", "Chief", "crm", None, None, AT, None)],
)  # fmt: skip


def text(parts: list[RenderableType]) -> str:
    """Return what a person reads."""
    console = Console(width=240, file=StringIO())
    for part in parts:
        console.print(part)
    assert isinstance(console.file, StringIO)
    return console.file.getvalue()


def test_a_map_lists_champions_first_and_who_left_last() -> None:
    shown = text(map_parts(MapRow(NORTH, [CARL, ADA], 3), WORKSPACE))
    places = [shown.index(one) for one in ("Champions (1)", "Ada [Lane]", "Active: nobody", "departed (1)", "Carl Moe")]
    assert places == sorted(places)
    assert "champion at risk" in shown
    assert "cold, falling" in shown
    assert "left, now at South; perhaps followed by Ada; not in the CRM" in shown
    assert "Chief Planner" in shown
    assert "and 1 more" in shown


def test_a_story_shows_channels_wishes_tickets_and_jobs() -> None:
    shown = text(contact_parts(STORY, WORKSPACE))
    for words in ("email 75%, meeting 25% in 90 days", "Could it print?", "One (perhaps)", "Login", "solved",
                  "(not for you to read)", "Titles and employers by source", "left, now at South"):  # fmt: skip
        assert words in shown, words


def test_a_person_of_whom_nothing_is_known_has_a_short_story() -> None:
    bare = replace(STORY, stakeholders=[person()], channels=[], requests=[], issues=[], jobs=[], timeline=[])
    shown = text(contact_parts(bare, WORKSPACE))
    assert "What is said" not in shown
    assert "Tickets" not in shown


def test_a_champion_is_shown_with_the_day_and_the_reason() -> None:
    """P8: since when and why, not the state alone."""
    why = {"detail": "gone_quiet", "term_names": ["advocacy", "gone_quiet"], "term_values": [0.24, 0.0]}
    risky = replace(ADA, spells=[spell("champion", "at_risk", 20_460, **why)])
    shown = text(contact_parts(replace(STORY, stakeholders=[risky]), WORKSPACE))
    assert "champion at risk" in shown
    assert "since 07 Jan 2026: gone quiet" in shown
    assert "advocacy" not in shown, "what still speaks for them is no reason for the risk"
    won = replace(ADA, spells=[spell("champion", "champion", 20_460, **{**why, "detail": "probability"})])
    shown = text(contact_parts(replace(STORY, stakeholders=[won]), WORKSPACE))
    assert "since 07 Jan 2026: advocacy +0.24" in shown


def test_a_map_says_what_is_missing() -> None:
    gap = Gap(kind=GapKind.NO_CHAMPION, reason="Nobody there is a champion of ours.")
    row = MapRow(NORTH, [CARL], 1)
    assert "Nobody there is a champion of ours." in text(map_parts(row, WORKSPACE, None, [gap]))
    assert map_json(row, None, [gap])["gaps"] == [{"kind": gap.kind.value, "reason": gap.reason}]


def test_json_has_moments_in_iso_8601_no_list_that_was_not_read_and_no_empty_title() -> None:
    late = replace(ADA, title="", last_inbound_at=AT, spells=[spell("champion", "at_risk", 20_460)])
    trend = TrendSource("strength", [20_460], [50.0])
    shown = contact_json(replace(STORY, stakeholders=[replace(late, trends=[trend])]))
    found = orjson.loads(orjson.dumps(shown, option=orjson.OPT_UTC_Z))
    ada = found["stakeholders"][0]
    assert ada["last_inbound_at"] == "2026-02-16T00:00:00Z"
    assert ada["backing"]["since"] == "2026-01-07T00:00:00Z"
    assert found["timeline"][0]["at"] == found["requests"][0]["at"] == "2026-02-16T00:00:00Z"
    assert ada["trends"] == [{"metric": "strength", "days": ["2026-01-07"], "values": [50.0]}]
    assert ada["title"] is None
    assert "evidence" not in ada
    assert not {"evidence", "trends"} & map_json(MapRow(NORTH, [late], 1))["stakeholders"][0].keys()


def test_an_account_says_how_it_is_doing_and_why() -> None:
    shown = text(account_parts(NORTH, WORKSPACE))
    for words in ("55 of 100 (fair, from 80% of the signals)", "falling by 40% (maps)", "seat use", "1 champions",
                  "Rival", "usage"):  # fmt: skip
        assert words in shown, words
    assert "too few signals to say" in text(account_parts(account(), WORKSPACE))


def test_json_says_what_holds_then_and_nothing_raw() -> None:
    """Decision 4: of a past moment the current copies are later knowledge."""
    past = replace(ADA, points=[("champion_probability", 0.4, False)])
    found = orjson.loads(orjson.dumps(map_json(MapRow(NORTH, [past], 1))))
    ada = found["stakeholders"][0]
    assert (ada["champion_state"], ada["group"], ada["champion"]["value"], ada["role"]) == ("none", "active", 0.4, None)
    assert not RAW & (ada.keys() | found["account"].keys() | account_json(NORTH).keys())
    assert contact_json(STORY)["stakeholders"][1]["successors"][0]["name"] == "Ada"
