"""The world of the tests of topics: three firms of which Anna sees two and Ben all, and what is asked of the API."""

from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

from graph_service.graph.system import SystemGateway
from graph_service.inference.stage import InferenceStage
from graph_service.ingest.connector import AccountRecord, Address, Place, ShareRecord, SourceRecord, UserRecord
from graph_service.ingest.dead_letters import DeadLetters
from graph_service.ingest.feed_records import ReleaseRecord
from graph_service.ingest.pipeline import Pipeline
from tests.graphql.world import World
from tests.integration.memory import START, MemoryConnector, mail

PLACE = Place("memory", "topics")
NOW = START + timedelta(days=75)
ANNA, BEN = Address("anna@ours.example", "Anna"), Address("ben@ours.example", "Ben")
FIRMS = ("north", "south", "east")
PEOPLE = {firm: Address(f"person@{firm}.example", f"{firm.title()} Person") for firm in FIRMS}
SSO = ("We need single sign-on for all our users.", "Could you add SAML sign-in?", "It would be great to have SSO.")
DARK = ("We would love to have a dark mode.", "Could you add a dark theme?")
EXPORT = "We would like to have an export to Excel."
HIDDEN = SSO[2]
"""What East asked, which only Ben sees."""
ASKED = (
    (10, "north", SSO[0]), (20, "north", DARK[0]), (52, "south", SSO[1]), (54, "east", SSO[2]), (56, "south", DARK[1]),
)  # fmt: skip
FIELDS = """
  id name isNamed accountCount recentAccountCount requestCount
  trend { accountCount isTrending }
  requests(first: 5) {
    edges { node { id quote account { name } releases { release state score { value terms { value } } } } }
  }
  rulings { id kind name reason request { quote } other { quote } }
"""
LIST = f"""query List($asOf: DateTime, $search: String! = "") {{
  topics(asOf: $asOf, search: $search) {{ totalCount edges {{ node {{ {FIELDS} }} }} }}
}}"""
ANSWER = f"""{{
  __typename
  ... on TopicsPayload {{ clientMutationId topics {{ {FIELDS} }} }}
  ... on UserError {{ code message }}
}}"""
PAGES = """query Pages($after: String) {
  topics(first: 1, after: $after) { totalCount pageInfo { endCursor hasNextPage } edges { node { name } } }
}"""
RELEASES = """query Releases($asOf: DateTime) {
  releases(asOf: $asOf) {
    totalCount
    edges {
      node {
        id
        name
        answeredAccountCount
        answered { account { name } requests { quote item score { value terms { value } } } }
        toReview { account { name } }
      }
    }
  }
}"""


def records() -> list[SourceRecord]:
    """Three firms of which Anna owns two and Ben all, their requests, and a release."""
    out: list[SourceRecord] = [UserRecord(PLACE, "crm", one.name, one.address, one.name) for one in (ANNA, BEN)]
    for firm in FIRMS:
        out.append(AccountRecord(PLACE, "crm", firm, firm.title(), START, domains=(f"{firm}.example",)))
        seers = ("Ben",) if firm == "east" else ("Anna", "Ben")
        out += [ShareRecord(PLACE, "crm", firm, user, "read", "team") for user in seers]
    out += [
        mail(number, PEOPLE[firm], (BEN if firm == "east" else ANNA,), day=day, text=text, subject=f"Plan {number}")
        for number, (day, firm, text) in enumerate(ASKED)
    ]
    shipped = START + timedelta(days=60)
    items = ("Single sign-on with SAML for all users", "Faster search")
    return [*out, ReleaseRecord(PLACE, "8.1", "Spring", shipped, shipped, "", items)]


async def load(world: World, some: list[SourceRecord]) -> None:
    """Ingest records and infer."""
    system = SystemGateway(world.database, world.workspace.workspace_id)
    letters = DeadLetters(Path(world.uids["aside"]), world.workspace.workspace_id)
    await Pipeline(system, world.workspace, letters, NOW).run(MemoryConnector.of(some))
    await InferenceStage(system, world.workspace, NOW).run()


async def ask(world: World, document: str, who: str = "ben", **variables: Any) -> Mapping[str, Any]:
    return await world.ask(document, who, NOW, **variables)


async def topics(world: World, who: str = "ben", **variables: Any) -> dict[str, Mapping[str, Any]]:
    """Return first sentence → topic, as somebody sees them."""
    found = (await ask(world, LIST, who, **variables))["topics"]
    nodes = [edge["node"] for edge in found["edges"]]
    assert found["totalCount"] == len(nodes)
    return {quotes(one)[-1]: one for one in nodes}


def quotes(topic: Mapping[str, Any]) -> list[str]:
    return [edge["node"]["quote"] for edge in topic["requests"]["edges"]]


async def decide(world: World, field: str, who: str = "ben", **given: Any) -> Mapping[str, Any]:
    """Return the answer of a decision."""
    kind = f"{field[0].upper()}{field[1:]}Input!"
    answer = await ask(world, f"mutation M($given: {kind}) {{ {field}(input: $given) {ANSWER} }}", who, given=given)
    found: Mapping[str, Any] = answer[field]
    return found


async def rulings(world: World) -> int:
    """Return how many decisions on topics are stored, also those taken back."""
    counted = (
        "MATCH (one:Decision {workspace_id: $workspace_id}) WHERE one.kind <> 'withdrawn' RETURN count(*) AS found"
    )
    (row,) = await world.run(counted)
    return int(row["found"])
