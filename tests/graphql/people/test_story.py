"""A person's story: trends, channels, wishes, tickets, jobs, and a timeline of all channels (P13)."""

from collections.abc import Mapping
from typing import Any

import pytest

from graph_service.schema.ids import Kind
from tests.graphql.people.test_explained import at
from tests.graphql.world import HORIZON, World

STORY = """query One($id: ID!, $asOf: DateTime) { contact(id: $id, asOf: $asOf) {
  trends { account { name } strength { at value } sentiment { at value } replyHours { at value } }
  channels { channel count share }
  requests { quote about topic interactionId releases { name item isCertain } }
  issues { id subject status priority account { name } openedAt updatedAt }
  jobs { employer title source since knownAt }
  timeline(first: 50) { edges { node { id channel subject words participants { name role } } } } } }"""


async def story(world: World, who: str = "anna", as_of: str | None = None) -> Mapping[str, Any]:
    data = await world.ask(STORY, who, id=world.id_of(Kind.CONTACT, "ada"), asOf=as_of)
    found: Mapping[str, Any] = data["contact"]
    return found


async def test_trends_are_points_up_to_the_moment(people: World) -> None:
    now = (await story(people))["trends"][0]
    assert now["account"]["name"] == "north.example"
    assert [point["value"] for point in now["sentiment"]] == [0.5, -0.4]
    assert len(now["strength"]) > 5
    assert [point["value"] for point in now["replyHours"]] == [4.0, 30.0]
    past = (await story(people, as_of=at(40)))["trends"][0]
    assert [point["value"] for point in past["sentiment"]] == [0.5]
    assert past["strength"] == [point for point in now["strength"] if point["at"] <= at(40)]


async def test_channels_are_shares_of_ninety_days(people: World) -> None:
    channels = (await story(people))["channels"]
    assert [one["channel"] for one in channels] == ["EMAIL", "MEETING", "TICKET"]
    assert sum(one["share"] for one in channels) == pytest.approx(1.0)
    assert (await story(people, as_of=at(9)))["channels"] == [{"channel": "EMAIL", "count": 4, "share": 1.0}]


async def test_wishes_have_what_answers_them_and_hide_what_may_not_be_read(people: World) -> None:
    wish = {"quote": "Could it export to PDF?", "about": "PDF export", "topic": "export"}
    anna, ben = (await story(people))["requests"], (await story(people, "ben"))["requests"]
    assert [one["quote"] for one in anna] == ["Could it export to PDF?", "CANARY wish"]
    assert [{name: one[name] for name in wish} for one in ben] == [wish]
    assert ben[0]["releases"] == [{"name": "One", "item": "PDF export", "isCertain": True}]
    assert (await story(people, as_of=at(40)))["requests"] == []


async def test_a_topic_shared_with_people_one_may_not_see_has_no_name(people: World) -> None:
    topics = {who: [one["topic"] for one in (await story(people, who))["requests"]] for who in ("anna", "ben")}
    assert topics == {"anna": ["export", "CANARY topic"], "ben": ["export"]}


async def test_tickets_they_opened_have_the_status_of_the_moment(people: World) -> None:
    issue = (await story(people))["issues"][0]
    assert (issue["subject"], issue["status"], issue["priority"]) == ("Login fails", "solved", "high")
    past = (await story(people, as_of=at(73)))["issues"][0]
    assert (past["subject"], past["status"], past["updatedAt"]) == ("Login fails", None, None)
    assert (await story(people, as_of=at(40)))["issues"] == []


async def test_the_timeline_has_meetings_and_tickets_with_their_channel_and_words(people: World) -> None:
    nodes = [edge["node"] for edge in (await story(people))["timeline"]["edges"]]
    by_channel = {node["channel"]: node for node in nodes}
    assert set(by_channel) == {"EMAIL", "MEETING", "TICKET"}
    assert by_channel["MEETING"]["words"] == "We looked at the plan."
    assert by_channel["MEETING"]["participants"] == [{"name": "Ada Lane", "role": "ORGANIZER"}]


async def test_jobs_have_their_source_and_their_day(people: World) -> None:
    job = {"employer": "North", "title": "Chief Planner", "source": "linkedin"}
    jobs = (await story(people))["jobs"]
    assert [{name: one[name] for name in job} for one in jobs] == [job]
    assert (await story(people, as_of=at(40)))["jobs"] == []


async def test_the_story_at_the_horizon_is_that_of_now(people: World) -> None:
    live, past = await story(people), await story(people, as_of=HORIZON.isoformat())
    assert {**past, "requests": []} == {**live, "requests": []}
    assert [one["quote"] for one in past["requests"]] == [one["quote"] for one in live["requests"]]
