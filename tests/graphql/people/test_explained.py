"""What is inferred of people and accounts: explained, in honest words, now and then (P2-P8, P11, P13)."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import pytest

from graph_service.schema.ids import Kind
from tests.graphql.world import HORIZON, START, World

EXPLAINED = "value inWords confidence sampleSize terms { name value evidence { id kind quote subject } }"
OPENED = "openedBy { name value evidence { kind quote subject } }"
PERSON = f"""name group isGhost engagementLevel role {{ title source level levelInWords functions isProxy since }}
  strength {{ {EXPLAINED} }} influence {{ {EXPLAINED} }} sentiment {{ {EXPLAINED} trend since {OPENED} }}
  departure {{ {EXPLAINED} state since lastDay awayUntil newEmployer {OPENED} }}
  champion {{ {EXPLAINED} state since {OPENED} }}
  successors {{ stakeholder {{ name }} probability terms {{ name }} }} movedTo {{ account {{ name }} probability }}"""
ACCOUNT = f"""health {{ {EXPLAINED} band share }} sentiment {{ {EXPLAINED} trend }}
  usage {{ state change since features inWords }} tickets {{ state about }} competitors
  championCount departedCount ghostCount signals {{ kind state detail since began terms {{ name value }} }}"""
MAP = f"""query Map($id: ID!, $asOf: DateTime) {{ stakeholderMap(accountId: $id, asOf: $asOf, first: 10) {{
  account {{ {ACCOUNT} }} gaps {{ kind reason }} groups {{ group stakeholders {{ {PERSON} }} }} }} }}"""
ONE = f"query One($id: ID!, $asOf: DateTime) {{ account(id: $id, asOf: $asOf) {{ {ACCOUNT} }} }}"


def at(day: int) -> str:
    """Return a moment on a day of the world."""
    return (START + timedelta(days=day)).isoformat()


async def map_of(world: World, who: str = "anna", as_of: str | None = None) -> Mapping[str, Any]:
    data = await world.ask(MAP, who, id=world.id_of(Kind.ACCOUNT, "north"), asOf=as_of)
    found: Mapping[str, Any] = data["stakeholderMap"]
    return found


def grouped(found: Mapping[str, Any]) -> dict[str, list[str]]:
    return {one["group"]: [person["name"] for person in one["stakeholders"]] for one in found["groups"]}


def people_in(found: Mapping[str, Any]) -> dict[str, Any]:
    return {person["name"]: person for one in found["groups"] for person in one["stakeholders"]}


async def test_champions_come_first_and_who_left_comes_last_however_engaged(people: World) -> None:
    """P11."""
    found = await map_of(people)
    assert list(grouped(found)) == ["CHAMPION", "ACTIVE", "INACTIVE_OR_DEPARTED"]
    assert grouped(found) == {"CHAMPION": ["Ada Lane"], "ACTIVE": [], "INACTIVE_OR_DEPARTED": ["Carl Moe"]}
    assert people_in(found)["Carl Moe"]["engagementLevel"] == "HIGH"
    assert "CHAMPION_AT_RISK" in {gap["kind"] for gap in found["gaps"]}


async def test_what_is_said_of_a_person_has_its_parts_its_words_and_its_days(people: World) -> None:
    found = people_in(await map_of(people))
    ada, carl = found["Ada Lane"], found["Carl Moe"]
    assert (ada["role"]["title"], ada["role"]["source"], ada["role"]["levelInWords"]) == (
        "Chief Planner", "LINKEDIN", "top management"
    )  # fmt: skip
    assert ada["role"]["since"] == at(40)[:10] + "T00:00:00+00:00"
    for fact in ("influence", "sentiment", "champion", "departure"):
        assert sum(term["value"] for term in ada[fact]["terms"]) == pytest.approx(ada[fact]["value"], abs=1e-9), fact
    assert (ada["sentiment"]["trend"], ada["sentiment"]["sampleSize"]) == ("FALLING", 9.0)
    assert ada["sentiment"]["inWords"] == "cold, falling"
    assert ada["influence"]["confidence"] == 0.6
    assert (ada["champion"]["state"], ada["champion"]["inWords"]) == ("AT_RISK", "champion at risk")
    assert [term["name"] for term in ada["champion"]["openedBy"]] == ["cooling"]
    assert (ada["isGhost"], carl["isGhost"]) == (False, True)
    assert carl["departure"]["inWords"] == "left, now at south.example"
    assert (carl["departure"]["state"], carl["departure"]["newEmployer"]) == ("DEPARTED", "south.example")
    assert (carl["departure"]["since"][:10], carl["departure"]["lastDay"][:10]) == (at(70)[:10], at(66)[:10])
    assert carl["successors"] == [
        {"stakeholder": {"name": "Ada Lane"}, "probability": 0.7, "terms": [{"name": "threads"}]}
    ]
    assert carl["movedTo"] == [{"account": {"name": "south.example"}, "probability": 0.9}]


async def test_evidence_is_what_may_be_read_and_nobody_rejected(people: World) -> None:
    """Decision 14 and owner rulings: a quote needs sight of every account of its mail."""
    for who, quotes in (("anna", ["We recommend you.", "CANARY praise"]), ("ben", ["We recommend you.", None])):
        ada = people_in(await map_of(people, who))["Ada Lane"]
        evidence = {term["name"]: term["evidence"] for term in ada["champion"]["terms"]}
        assert [one["quote"] for one in evidence["advocacy"]] == quotes
        assert {one["kind"] for one in evidence["advocacy"]} == {"ADVOCACY"}
        assert evidence["base"] == []
    opened = people_in(await map_of(people))["Ada Lane"]["champion"]["openedBy"]
    assert [one["subject"] for one in opened[0]["evidence"]] == ["Week 10"]


async def test_where_somebody_went_is_told_only_to_those_who_see_them_whole(people: World) -> None:
    """Decision 14: Carl moved to an account that Ben does not see; of the past too."""
    for as_of in (None, HORIZON.isoformat()):
        carl = people_in(await map_of(people, "ben", as_of))["Carl Moe"]
        assert (carl["movedTo"], carl["departure"]["newEmployer"]) == ([], None)
        assert carl["departure"]["inWords"] == "left"
    assert [one["stakeholder"]["name"] for one in carl["successors"]] == ["Ada Lane"]


async def test_a_past_map_has_the_states_of_its_day(people: World) -> None:
    """Decision 8; P4, P6: nothing that was known later."""
    early = await map_of(people, as_of=at(35))
    assert grouped(early)["CHAMPION"] == ["Ada Lane"]
    ada, carl = people_in(early)["Ada Lane"], people_in(early)["Carl Moe"]
    assert (ada["champion"]["state"], ada["champion"]["value"], ada["champion"]["terms"][0]["name"]) == (
        "CHAMPION", 0.8, "base"
    )  # fmt: skip
    assert (ada["influence"]["value"], ada["influence"]["terms"]) == (0.25, [])
    assert (ada["sentiment"]["value"], ada["sentiment"]["trend"]) == (0.5, "STEADY")
    assert (ada["role"]["title"], ada["role"]["source"]) == ("Project Lead", "SIGNATURE")
    assert carl["departure"]["state"] == "PRESENT"
    assert (carl["successors"], carl["movedTo"], carl["departure"]["newEmployer"]) == ([], [], None)
    away = people_in(await map_of(people, as_of=at(42)))["Carl Moe"]["departure"]
    assert (away["state"], away["inWords"], away["awayUntil"]) == ("AWAY", "away until 2026-02-20", "2026-02-20")
    watch = people_in(await map_of(people, as_of=at(67)))["Carl Moe"]["departure"]
    assert (watch["state"], watch["inWords"]) == ("WATCH", "unusually quiet, worth watching")
    before = people_in(await map_of(people, as_of=at(4)))["Ada Lane"]
    assert (before["champion"], before["influence"], before["role"], before["sentiment"]) == (None,) * 4


async def test_an_account_has_its_health_its_use_and_what_holds_there(people: World) -> None:
    found = (await people.ask(ONE, id=people.id_of(Kind.ACCOUNT, "north")))["account"]
    health = found["health"]
    assert (health["value"], health["band"], health["share"]) == (55.0, "FAIR", 0.8)
    assert sum(term["value"] for term in health["terms"]) == pytest.approx(55.0)
    assert [len(term["evidence"]) for term in health["terms"]] == [0, 1]
    assert found["usage"]["inWords"] == "falling by 40% (maps, plans)"
    assert (found["usage"]["change"], found["usage"]["since"][:10]) == (-0.4, at(56)[:10])
    assert (found["tickets"]["state"], found["competitors"]) == ("NORMAL", ["Rival One", "Rival Two"])
    assert (found["championCount"], found["departedCount"], found["ghostCount"]) == (1, 1, 1)
    assert [one["kind"] for one in found["signals"]] == ["USAGE", "HEALTH", "COMPETITOR"]


async def test_a_past_account_has_the_health_of_its_day(people: World) -> None:
    north = people.id_of(Kind.ACCOUNT, "north")
    found = (await people.ask(ONE, id=north, asOf=at(40)))["account"]
    assert (found["health"]["value"], found["health"]["band"], found["health"]["terms"]) == (80.0, "GOOD", [])
    assert (found["health"]["share"], found["usage"]["state"]) == (None, "STEADY")
    assert (found["tickets"]["state"], found["tickets"]["about"]) == ("SURGE", "login")
    assert (found["championCount"], found["departedCount"]) == (1, 0)
    unknown = (await people.ask(ONE, id=north, asOf=at(8)))["account"]
    assert (unknown["health"], unknown["usage"]["state"], unknown["competitors"]) == (None, "UNKNOWN", [])


@pytest.mark.parametrize("document", [MAP, ONE])
async def test_the_past_at_the_horizon_is_the_present(people: World, document: str) -> None:
    """Decision 8: live and past views take one path."""
    north = people.id_of(Kind.ACCOUNT, "north")
    live = await people.ask(document, id=north)
    assert await people.ask(document, id=north, asOf=HORIZON.isoformat()) == live


@pytest.mark.parametrize("day", [None, 80, 20])
@pytest.mark.parametrize(
    "part", ["engagementLevel", "departure { newEmployer }", "isGhost", "role { title }", "strength { value trend }"]
)
async def test_a_part_of_a_map_says_the_same_alone_as_beside_all_others(
    people: World, part: str, day: int | None
) -> None:
    """What is not selected is not read, and changes nothing of what is."""
    moment, north = None if day is None else at(day), people.id_of(Kind.ACCOUNT, "north")
    start = "query Part($id: ID!, $asOf: DateTime) { stakeholderMap(accountId: $id, asOf: $asOf, first: 10) {"
    few = await people.ask(f"{start} groups {{ group stakeholders {{ name {part} }} }} }} }}", id=north, asOf=moment)
    all_of = await people.ask(
        f"{start} stakeholderCount groups {{ group stakeholders {{ name {part} ...All }} }} }} }}"
        f" fragment All on Stakeholder {{ {PERSON} strength {{ trend }} }}",
        id=north, asOf=moment,
    )  # fmt: skip
    wanted = part.split(" ", 1)[0]
    names = part.removeprefix(wanted).strip("{} ").split()

    def shown(data: Any) -> list[Any]:
        found = [(one["group"], each) for one in data["stakeholderMap"]["groups"] for each in one["stakeholders"]]
        return [(group, each["name"], _only(each[wanted], names)) for group, each in found]

    assert shown(few) == shown(all_of)
    assert shown(few)


def _only(value: Any, names: list[str]) -> Any:
    return {name: value[name] for name in names} if isinstance(value, dict) else value
