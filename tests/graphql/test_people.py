"""Accounts, stakeholder maps, people and their timelines (P1, P11, P13, P21)."""

from datetime import timedelta

import pytest

from graph_service.schema.ids import Kind
from tests.graphql.world import ASK, HORIZON, START, World

FACTS = """id name arr renewalAt owners { name } coverage { value terms { name value } } singleThreadedShare
  mainStakeholder { name } nextStakeholder { name } quiet { state since rhythmDays } lastInboundAt lastInteractionAt
  contactCount activeContactCount inCrm segment"""
PERSON = """id contactId name title engagementLevel account { id name }
  strength { value level trend terms { name value evidence { id at subject interactionId } } }
  replyRate replyHours firstSeenAt lastInteractionAt lastInboundAt inCrm isSharedMailbox
  ties { user { id name } strength lastAt }"""
MAP = f"""query Map($id: ID!, $asOf: DateTime, $first: Int! = 10) {{
  stakeholderMap(accountId: $id, asOf: $asOf, first: $first) {{
  account {{ {FACTS} }} stakeholderCount gaps {{ kind reason }} groups {{ group stakeholders {{ {PERSON} }} }} }} }}"""
ACCOUNT = f"query One($id: ID!, $asOf: DateTime) {{ account(id: $id, asOf: $asOf) {{ {FACTS} }} }}"
CONTACT = f"""query One($id: ID!, $asOf: DateTime, $first: Int! = 20, $after: String) {{
  contact(id: $id, asOf: $asOf) {{
  name addresses stakeholders {{ {PERSON} }} timeline(first: $first, after: $after) {{
    pageInfo {{ endCursor hasNextPage }} edges {{ node {{
      id at channel direction subject words asks {{ quote direction answeredAt }}
      participants {{ id name role isOurs }} }} }} }} }} }}"""


async def test_a_map_has_its_groups_in_order_and_people_by_strength(world: World) -> None:
    """P11: champions first, then active, then inactive or departed."""
    found = (await world.ask(MAP, id=world.id_of(Kind.ACCOUNT, "north")))["stakeholderMap"]
    assert [group["group"] for group in found["groups"]] == ["CHAMPION", "ACTIVE", "INACTIVE_OR_DEPARTED"]
    people = [person for group in found["groups"] for person in group["stakeholders"]]
    assert [person["name"] for person in people] == ["Ada Lane", "Carl Moe"]
    assert found["stakeholderCount"] == 2
    for group in found["groups"]:
        values = [person["strength"]["value"] for person in group["stakeholders"]]
        assert values == sorted(values, reverse=True)
    ada = people[0]
    assert [tie["user"]["name"] for tie in ada["ties"]] == ["Anna Ours", "Ben Ours"]
    assert sum(term["value"] for term in ada["strength"]["terms"]) == pytest.approx(ada["strength"]["value"], abs=1e-6)
    assert any(term["evidence"] for term in ada["strength"]["terms"])
    assert found["account"]["mainStakeholder"] == {"name": "Ada Lane"}
    assert found["account"]["coverage"]["terms"][0]["name"] == "Ada Lane"
    assert found["account"]["owners"] == [{"name": "Anna Ours"}]


async def test_a_map_says_what_it_lacks(world: World) -> None:
    found = (await world.ask(MAP, id=world.id_of(Kind.ACCOUNT, "north")))["stakeholderMap"]
    assert "SINGLE_THREADED" in {gap["kind"] for gap in found["gaps"]}
    south = (await world.ask(MAP, id=world.id_of(Kind.ACCOUNT, "south")))["stakeholderMap"]
    assert {gap["kind"] for gap in south["gaps"]} & {"NOBODY_ACTIVE", "NOT_IN_CRM"}


async def test_a_small_map_keeps_the_strongest_and_counts_all(world: World) -> None:
    found = (await world.ask(MAP, id=world.id_of(Kind.ACCOUNT, "north"), first=1))["stakeholderMap"]
    assert [one["name"] for group in found["groups"] for one in group["stakeholders"]] == ["Ada Lane"]
    assert found["stakeholderCount"] == 2


def days_only(value: object) -> object:
    """Cut moments to their day: of the past, the day of the last mail is known, not its minute."""
    if isinstance(value, dict):
        return {
            key: str(inner)[:10] if key in {"lastInteractionAt", "lastInboundAt"} and inner else days_only(inner)
            for key, inner in value.items()
        }
    return [days_only(one) for one in value] if isinstance(value, list) else value


@pytest.mark.parametrize(
    ("document", "kind", "name"),
    [
        (MAP, Kind.ACCOUNT, "north"),
        (MAP, Kind.ACCOUNT, "south"),
        (ACCOUNT, Kind.ACCOUNT, "north"),
        (ACCOUNT, Kind.ACCOUNT, "south"),
        (CONTACT, Kind.CONTACT, "ada"),
        (CONTACT, Kind.CONTACT, "sol"),
    ],
)
async def test_the_past_at_the_horizon_is_the_present(world: World, document: str, kind: Kind, name: str) -> None:
    """Decision 8: the value at a moment is the last point by then; "now" is the same rule."""
    live = await world.ask(document, id=world.id_of(kind, name))
    past = await world.ask(document, id=world.id_of(kind, name), asOf=HORIZON.isoformat())
    assert days_only(past) == days_only(live)


async def test_a_view_of_the_past_uses_only_what_was_known_then(world: World) -> None:
    """Decision 4: Sol had not written on day 5, Ada had; the CRM had not been read before day 20."""
    early = (START + timedelta(days=5)).isoformat()
    assert (await world.ask(ACCOUNT, id=world.id_of(Kind.ACCOUNT, "south"), asOf=early))["account"] is None
    assert (await world.ask(CONTACT, id=world.id_of(Kind.CONTACT, "sol"), asOf=early))["contact"] is None
    north = (await world.ask(ACCOUNT, id=world.id_of(Kind.ACCOUNT, "north"), asOf=early))["account"]
    assert (north["arr"], north["inCrm"], north["contactCount"]) == (None, False, 2)
    later = (START + timedelta(days=25)).isoformat()
    assert (await world.ask(ACCOUNT, id=world.id_of(Kind.ACCOUNT, "north"), asOf=later))["account"]["arr"] == 1200
    ada = (await world.ask(CONTACT, id=world.id_of(Kind.CONTACT, "ada"), asOf=early))["contact"]
    assert [edge["node"]["subject"] for edge in ada["timeline"]["edges"]] == ["Re: Week 0", "Week 0"]
    now = (await world.ask(CONTACT, id=world.id_of(Kind.CONTACT, "ada")))["contact"]
    assert ada["stakeholders"][0]["strength"]["value"] < now["stakeholders"][0]["strength"]["value"]
    assert ada["stakeholders"][0]["strength"]["terms"] == []
    before = (START - timedelta(days=1)).isoformat()
    assert (await world.ask(MAP, id=world.id_of(Kind.ACCOUNT, "north"), asOf=before))["stakeholderMap"] is None


async def test_a_timeline_goes_from_the_newest_to_the_oldest_page_by_page(world: World) -> None:
    """P13: every mail once, in order."""
    ada = world.id_of(Kind.CONTACT, "ada")
    whole = (await world.ask(CONTACT, id=ada, first=200))["contact"]["timeline"]["edges"]
    moments = [edge["node"]["at"] for edge in whole]
    assert moments == sorted(moments, reverse=True)
    assert len(moments) == 24
    seen: list[str] = []
    after, more = None, True
    while more:
        page = (await world.ask(CONTACT, id=ada, first=7, after=after))["contact"]["timeline"]
        seen += [edge["node"]["id"] for edge in page["edges"]]
        after, more = page["pageInfo"]["endCursor"], page["pageInfo"]["hasNextPage"]
    assert seen == [edge["node"]["id"] for edge in whole]


async def test_a_timeline_shows_words_asks_and_people(world: World) -> None:
    ada = (await world.ask(CONTACT, id=world.id_of(Kind.CONTACT, "ada"), first=1))["contact"]
    assert ada["addresses"] == ["ada@north.example"]
    newest = ada["timeline"]["edges"][0]["node"]
    assert (newest["channel"], newest["direction"], newest["words"]) == ("EMAIL", "INBOUND", ASK)
    assert newest["asks"] == [{"quote": ASK, "direction": "TO_US", "answeredAt": None}]
    assert [(one["name"], one["role"], one["isOurs"]) for one in newest["participants"]] == [
        ("Ada Lane", "FROM", False), ("Anna Ours", "TO", True)
    ]  # fmt: skip


async def test_the_words_of_a_mail_across_accounts_need_sight_of_both_and_hidden_people_are_dropped(
    world: World,
) -> None:
    """Decision 14."""
    joint = world.id_of(Kind.INTERACTION, "mail Joint CANARY subject")
    seen = {}
    for who in ("anna", "ben"):
        data = await world.ask(CONTACT, who, id=world.id_of(Kind.CONTACT, "ada"), first=200)
        edges = data["contact"]["timeline"]["edges"]
        seen[who] = next(edge["node"] for edge in edges if edge["node"]["id"] == joint)
    assert "Sol Ray" in {one["name"] for one in seen["anna"]["participants"]}
    assert "CANARY" in seen["anna"]["words"]
    assert {one["name"] for one in seen["ben"]["participants"]} == {"Ada Lane", "Anna Ours", "Ben Ours"}
    assert (seen["ben"]["subject"], seen["ben"]["words"], seen["ben"]["asks"]) == (None, None, [])


HIDDEN = [("account", "south"), ("contact", "sol"), ("map", "south")]


@pytest.mark.parametrize("as_of", [None, HORIZON.isoformat()])
async def test_what_is_hidden_answers_like_what_does_not_exist(world: World, as_of: str | None) -> None:
    documents = {"account": ACCOUNT, "contact": CONTACT, "map": MAP}
    for what, name in HIDDEN:
        kind = Kind.CONTACT if what == "contact" else Kind.ACCOUNT
        hidden = await world.ask(documents[what], "ben", id=world.id_of(kind, name), asOf=as_of)
        unknown = await world.ask(documents[what], "ben", id=world.id_of(kind, "anna"), asOf=as_of)
        wrong_kind = await world.ask(documents[what], "ben", id=world.id_of(Kind.USER, "anna"), asOf=as_of)
        assert hidden == unknown == wrong_kind
        assert list(hidden.values()) == [None]


async def test_an_id_of_another_workspace_is_unknown_here(world: World, own_world: World) -> None:
    """The uids are equal (same salt, same mail); the workspace in the id tells them apart."""
    foreign = own_world.id_of(Kind.ACCOUNT, "north")
    assert own_world.uids["north"] == world.uids["north"]
    assert (await world.ask(ACCOUNT, id=foreign))["account"] is None


async def test_a_timeline_asked_for_in_two_ways_is_refused(world: World) -> None:
    document = """query One($id: ID!) { contact(id: $id) {
      a: timeline(first: 1) { edges { cursor } } b: timeline(first: 2) { edges { cursor } } } }"""
    result = await world.execute(document, id=world.id_of(Kind.CONTACT, "ada"))
    assert result.errors
    assert result.errors[0].extensions is not None
    assert result.errors[0].extensions["code"] == "BAD_INPUT"


async def test_a_person_without_an_account_is_seen_by_who_wrote_with_them_and_by_admins(own_world: World) -> None:
    """Decision 14."""
    await own_world.run(
        """MATCH (mail:Interaction {workspace_id: $workspace_id, uid: $mail})
        CREATE (contact:Contact {workspace_id: $workspace_id, uid: 'loner', name: 'Pat Lone'})
        CREATE (contact)-[:TOOK_PART {role: 'cc'}]->(mail)""",
        mail=own_world.uids["mail Lunch"],
    )
    own_world.uids["loner"] = "loner"
    loner = own_world.id_of(Kind.CONTACT, "loner")
    for who, sees in (("anna", True), ("cleo", True), ("ben", False), ("admin", True)):
        found = (await own_world.ask(CONTACT, who, id=loner))["contact"]
        assert (found is not None) == sees, who
        if found:
            assert found["stakeholders"] == []
            assert [edge["node"]["subject"] for edge in found["timeline"]["edges"]] == ["Lunch"]


ACCOUNTS = """query All($first: Int! = 20, $after: String, $search: String) {
  accounts(first: $first, after: $after, search: $search) {
    totalCount pageInfo { endCursor hasNextPage } edges { node { name } } } }"""


async def test_accounts_are_listed_by_name_as_far_as_they_are_seen(world: World) -> None:
    for who, names in (("anna", ["north.example", "south.example"]), ("ben", ["north.example"]), ("cleo", [])):
        data = (await world.ask(ACCOUNTS, who))["accounts"]
        assert [edge["node"]["name"] for edge in data["edges"]] == names
        assert data["totalCount"] == len(names)
    first = (await world.ask(ACCOUNTS, first=1))["accounts"]
    assert first["pageInfo"]["hasNextPage"]
    second = (await world.ask(ACCOUNTS, first=1, after=first["pageInfo"]["endCursor"]))["accounts"]
    assert [edge["node"]["name"] for edge in second["edges"]] == ["south.example"]
    assert not second["pageInfo"]["hasNextPage"]
    found = (await world.ask(ACCOUNTS, search=" SOUTH "))["accounts"]
    assert [edge["node"]["name"] for edge in found["edges"]] == ["south.example"]


async def test_the_accounts_of_a_past_day_are_those_that_were_there_as_they_were(world: World) -> None:
    """Each is told as `account` tells it of that day; pages go on in the same order."""
    document = """query All($asOf: DateTime, $first: Int! = 20, $after: String, $search: String) {
      accounts(first: $first, after: $after, search: $search, asOf: $asOf) {
        totalCount pageInfo { endCursor } edges { node { FACTS } } } }""".replace("FACTS", FACTS)
    for day in (20, 45, 75):
        moment = (START + timedelta(days=day)).isoformat()
        alone = [
            (await world.ask(ACCOUNT, id=world.id_of(Kind.ACCOUNT, name), asOf=moment))["account"]
            for name in ("north", "south")
        ]
        listed = (await world.ask(document, asOf=moment))["accounts"]
        assert [edge["node"] for edge in listed["edges"]] == [one for one in alone if one is not None]
        assert listed["totalCount"] == len(listed["edges"])
        first = (await world.ask(document, asOf=moment, first=1))["accounts"]
        rest = await world.ask(document, asOf=moment, after=first["pageInfo"]["endCursor"])
        assert [*first["edges"], *rest["accounts"]["edges"]] == listed["edges"]
    early = START - timedelta(days=5)
    assert (await world.ask(document, asOf=early.isoformat()))["accounts"] == {
        "totalCount": 0, "edges": [], "pageInfo": {"endCursor": None},
    }  # fmt: skip
    for who in ("ben", "cleo"):
        names = [edge["node"]["name"] for edge in (await world.ask(ACCOUNTS, who))["accounts"]["edges"]]
        past = (await world.ask(document, who, asOf=moment, search="."))["accounts"]
        assert [edge["node"]["name"] for edge in past["edges"]] == names


async def test_crm_attributes_of_the_past_are_what_the_exports_said_by_then(own_world: World) -> None:
    """Decision 2: before the first export the value is unknown, not today's."""
    await own_world.run(
        """MATCH (account:Account {workspace_id: $workspace_id, uid: $uid})
        SET account.renewal_at = datetime('2026-09-01T00:00:00Z'), account.segment = 'large'
        WITH account UNWIND $spells AS spell
        CREATE (account)-[:HAS_SOURCE_SPELL]->(said:SourceSpell {workspace_id: $workspace_id})
        SET said += spell""",
        uid=own_world.uids["north"],
        spells=[
            {"uid": f"s{place}", "kind": kind, "state": state, "valid_from": start, "known_at": start, "valid_to": end}
            for place, (kind, state, start, end) in enumerate(
                [
                    ("arr", "900.0", START + timedelta(days=20), START + timedelta(days=40)),
                    ("arr", "1200.0", START + timedelta(days=40), None),
                    ("renewal_at", "2026-06-01", START + timedelta(days=20), START + timedelta(days=40)),
                    ("renewal_at", "2026-09-01", START + timedelta(days=40), None),
                ]
            )
        ],
    )
    north = own_world.id_of(Kind.ACCOUNT, "north")

    async def at(day: int) -> tuple[object, object, object]:
        found = await own_world.ask(ACCOUNT, id=north, asOf=(START + timedelta(days=day)).isoformat())
        return found["account"]["arr"], found["account"]["renewalAt"], found["account"]["segment"]

    assert await at(10) == (None, None, None)
    assert await at(30) == (900, "2026-06-01T00:00:00+00:00", "large")
    assert await at(50) == (1200, "2026-09-01T00:00:00+00:00", "large")
    live = (await own_world.ask(ACCOUNT, id=north))["account"]
    assert (live["arr"], live["renewalAt"], live["segment"]) == await at(50)
