"""The canary over the API as served: every field of every root field, errors included, and every mutation."""

from typing import Any

import pytest
import strawberry

from graph_service.graph.digest import facts
from graph_service.resolvers.graphql_app import make_schema
from graph_service.schema.ids import Kind, encode_id
from graph_service.web.executor import FastLeafExecutor
from graph_service.web.masking import Masking, ReportingSchema
from tests.visibility.conftest import Pair
from tests.visibility.documents import execute, payload, queries, words_of
from tests.visibility.reads import SEARCHES, UNKNOWN
from tests.visibility.viewers import ANA, BEN, BLIND, HIDDEN
from tests.visibility.world import ADMIN, MOMENTS, OLD_RITA, World

pytestmark = pytest.mark.neo4j
KINDS = {
    Kind.ACCOUNT: "Account", Kind.CONTACT: "Contact", Kind.ACTION: "Action", Kind.EVIDENCE: "Evidence",
    Kind.STAKEHOLDER: "Stakeholder", Kind.RELEASE: "Release", Kind.RULING: "Decision",
}  # fmt: skip
NEEDS = {
    "action": Kind.ACTION, "account": Kind.ACCOUNT, "stakeholderMap": Kind.ACCOUNT, "contact": Kind.CONTACT,
    "explainIdentity": Kind.CONTACT, "explain": Kind.ACCOUNT, "ifLeaves": Kind.CONTACT, "introductions": Kind.CONTACT,
    "topic": Kind.EVIDENCE, "release": Kind.RELEASE,
}  # fmt: skip
DECISIONS = {
    "completeAction": "{ actionId: $id }",
    "dismissAction": "{ actionId: $id, reason: WRONG }",
    "snoozeAction": '{ actionId: $id, until: "2026-12-01T00:00:00Z" }',
    "reopenAction": "{ actionId: $id }",
}
RULINGS = {
    "mergeContacts": "{ contactId: $id, otherContactId: $other }",
    "keepContactsApart": "{ contactId: $other, otherContactId: $id }",
    "splitContact": '{ contactId: $id, values: ["cora@canary.example", "rita@canary.example"] }',
}
CORRECTIONS = {
    "rejectEvidence": (Kind.EVIDENCE, "{ evidenceId: $id }"),
    "restoreEvidence": (Kind.EVIDENCE, "{ evidenceId: $id }"),
    "confirmChampion": (Kind.STAKEHOLDER, "{ stakeholderId: $id }"),
    "denyChampion": (Kind.STAKEHOLDER, "{ stakeholderId: $id }"),
    "confirmDeparture": (
        Kind.STAKEHOLDER, '{ stakeholderId: $id, lastDay: "2026-03-01", newEmployer: "Elm Works" }',
    ),
    "denyDeparture": (Kind.STAKEHOLDER, "{ stakeholderId: $id }"),
    "withdrawRuling": (Kind.STAKEHOLDER, "{ stakeholderId: $id, question: CHAMPION }"),
    "forgetContact": (Kind.CONTACT, "{ contactId: $id }"),
    "mergeTopics": (Kind.EVIDENCE, "{ topicId: $id, intoId: $id }"),
    "moveRequest": (Kind.EVIDENCE, "{ requestId: $id }"),
    "renameTopic": (Kind.EVIDENCE, '{ topicId: $id, name: "A name" }'),
    "withdrawTopicRuling": (Kind.RULING, "{ rulingId: $id }"),
    "acceptAnswer": (Kind.EVIDENCE, "{ releaseId: $release, requestId: $id }"),
    "rejectAnswer": (Kind.EVIDENCE, "{ releaseId: $release, requestId: $id }"),
    "withdrawAnswerRuling": (Kind.EVIDENCE, "{ releaseId: $release, requestId: $id }"),
}  # fmt: skip
"""Decisions on sentences and people, by what they are on; of what is seen, `tests/graphql` asks them."""
UNSEEN = {
    Kind.EVIDENCE: "MATCH (one:Evidence {workspace_id: $workspace_id})-[:FROM|ABOUT*1..2]->(account:Account)",
    Kind.STAKEHOLDER: "MATCH (one:Stakeholder {workspace_id: $workspace_id})-[:AT]->(account:Account)",
    Kind.RULING: (
        "MATCH (one:Decision {workspace_id: $workspace_id})-[:ON]->(:Evidence)-[:FROM]->(:Interaction)"
        "-[:ABOUT]->(account:Account)"
    ),
    Kind.CONTACT: "MATCH (one:Contact {workspace_id: $workspace_id})-[:IS]->(:Stakeholder)-[:AT]->(account:Account)",
}
"""What nobody who is blind may decide on, by kind: all that is at the hidden account, be it at another one too."""
OF_CANARY = " WHERE account.name = 'Canary Corp' RETURN DISTINCT one.uid AS uid"
LISTS = (
    "actionQueue",
    "accounts",
    "search",
    "identityReview",
    "identityRules",
    "peopleGraph",
    "changes",
    "alerts",
    "calibration",
    "topics",
    "releases",
)
ANSWER = "{ __typename ... on ActionPayload { action { id title } } ... on UserError { code message hint } }"


@pytest.fixture(scope="module")
def schema() -> strawberry.Schema:
    """The schema as it is served, without its limits: the documents here ask for everything at once."""
    return make_schema(
        "a secret of the tests", extensions=[Masking], execution_context_class=FastLeafExecutor,
        schema_class=ReportingSchema,
    )  # fmt: skip


async def everything(schema: strawberry.Schema, world: World, seen: World, who: str, name: str) -> dict[str, Any]:
    """Return the answers of one root field, by what was asked."""
    document, needed = queries(schema)[name]
    kind = NEEDS.get(name)
    uids = (*seen.seen[KINDS[kind]], *seen.hidden[:5], UNKNOWN) if kind else ("",)
    found = {}
    for uid in SEARCHES if needed == "text" else uids:
        given = encode_id(kind, world.workspace.workspace_id, uid) if kind else uid
        for moment in (None, *MOMENTS) if "$asOf" in document else (None,):
            variables = {"given": given or None, "asOf": moment and moment.isoformat()}
            variables = {key: one for key, one in variables.items() if f"${key}:" in document}
            found[f"{uid} {moment}"] = payload(await execute(schema, world, who, document, **variables), world)
    return found


def test_every_root_field_is_asked_with_what_it_needs(schema: strawberry.Schema) -> None:
    """A new field of the API is selected by itself; a new root field or mutation fails here until it is asked."""
    asked = queries(schema)
    assert set(asked) == {*NEEDS, "workspace", *LISTS}
    mutation = schema._schema.mutation_type
    assert mutation is not None
    assert set(mutation.fields) == {*DECISIONS, *RULINGS, *CORRECTIONS}


@pytest.mark.parametrize("name", [*NEEDS, *LISTS])
@pytest.mark.parametrize("who", [ANA, BEN])
async def test_an_answer_of_the_api_is_that_of_a_world_without_the_hidden_account(
    pair: Pair, mixed: World, schema: strawberry.Schema, who: str, name: str
) -> None:
    """Unknown and forbidden alike, and no word in any error."""
    without = await everything(schema, pair.bare, pair.full, who, name)
    with_it = await everything(schema, pair.full, pair.full, who, name)
    assert with_it == without
    assert "internal error" not in words_of(with_it.values())
    across = await everything(schema, mixed, mixed, who, name)
    for word in HIDDEN[who]:
        assert word.lower() not in words_of(across.values())
    for uid in mixed.hidden:
        assert uid not in words_of(across.values())


async def test_the_api_shows_the_hidden_account_to_those_who_may_see_it(
    mixed: World, schema: strawberry.Schema
) -> None:
    for name in (*NEEDS, "actionQueue", "accounts", "search", "identityReview"):
        assert "canary" in words_of((await everything(schema, mixed, mixed, ADMIN, name)).values()), name


@pytest.mark.parametrize("given", ["", "nonsense", "ü", encode_id(Kind.ACTION, "elsewhere", UNKNOWN)])
async def test_an_id_of_nothing_reads_as_null(pair: Pair, schema: strawberry.Schema, given: str) -> None:
    for name in NEEDS:
        document, _ = queries(schema)[name]
        result = payload(await execute(schema, pair.full, ANA, document, given=given), pair.full)
        assert result == {"data": {name: None}, "errors": []}


@pytest.mark.parametrize("who", [*BLIND, ADMIN])
@pytest.mark.parametrize("field", DECISIONS)
async def test_a_decision_on_what_one_may_not_see_is_answered_like_one_on_nothing_and_changes_nothing(
    pair: Pair, schema: strawberry.Schema, who: str, field: str
) -> None:
    """A28 too: nobody but its owner decides on an action of a private playbook, not even an admin."""
    world = pair.full
    document = f"mutation M($id: ID!) {{ {field}(input: {DECISIONS[field]}) {ANSWER} }}"
    private = await world.run(
        "MATCH (a:Action {workspace_id: $workspace_id}) WHERE a.title STARTS WITH 'HUSH' OR a.title STARTS WITH 'PSST' "
        "MATCH (p:Playbook)-[:MADE]->(a) MATCH (u:User {workspace_id: $workspace_id, uid: p.owner_uid}) "
        "WHERE u.email <> $who RETURN a.uid AS uid", who=who,
    )  # fmt: skip
    actions = set(world.seen["Action"])
    hidden = [uid for uid in world.hidden if uid in actions] if who in BLIND else []
    targets = [*hidden, *(row["uid"] for row in private)]
    assert targets
    before = await facts(world.database, world.workspace.workspace_id)
    unknown = None
    for uid in (UNKNOWN, *targets):
        given = encode_id(Kind.ACTION, world.workspace.workspace_id, uid)
        answer = payload(await execute(schema, world, who, document, id=given), world)
        unknown = unknown or answer
        assert answer == unknown
    assert unknown is not None
    assert unknown["data"][field]["code"] == "NOT_FOUND"
    assert await facts(world.database, world.workspace.workspace_id) == before


@pytest.mark.parametrize("who", BLIND)
@pytest.mark.parametrize("field", RULINGS)
async def test_deciding_who_somebody_hidden_is_is_answered_like_deciding_on_nobody_and_changes_nothing(
    mixed: World, schema: strawberry.Schema, who: str, field: str
) -> None:
    """Also of Pat and Rita, who are seen in part, and by an old id: who does not see a person whole decides nothing."""
    rows = await mixed.run(
        "MATCH (c:Contact {workspace_id: $workspace_id}) WHERE c.name IN ['Pat Both', 'Rita Roe', 'Cora Canary', "
        "'Otto Private', 'Vera Vacant'] RETURN c.uid AS uid ORDER BY uid"
    )
    assert len(rows) >= 4
    ada = (await mixed.run("MATCH (c:Contact {workspace_id: $workspace_id, name: 'Ada Lane'}) RETURN c.uid AS uid"))[0]
    other = encode_id(Kind.CONTACT, mixed.workspace.workspace_id, ada["uid"])
    declared = "$id: ID!, $other: ID!" if "$other" in RULINGS[field] else "$id: ID!"
    document = f"mutation M({declared}) {{ {field}(input: {RULINGS[field]}) {{ __typename "
    document += "... on IdentityPayload { people { contact { id } } } ... on UserError { code message hint } } }"
    before = await facts(mixed.database, mixed.workspace.workspace_id)
    answers = []
    for uid in (UNKNOWN, *(str(row["uid"]) for row in rows), OLD_RITA):
        given = {"id": encode_id(Kind.CONTACT, mixed.workspace.workspace_id, uid), "other": other}
        given = {name: one for name, one in given.items() if f"${name}:" in declared}
        answers.append(payload(await execute(schema, mixed, who, document, **given), mixed))
    assert all(answer == answers[0] for answer in answers)
    assert answers[0]["data"][field]["code"] == "NOT_FOUND"
    assert await facts(mixed.database, mixed.workspace.workspace_id) == before


@pytest.mark.parametrize("who", BLIND)
@pytest.mark.parametrize("field", CORRECTIONS)
async def test_correcting_what_one_may_not_see_is_answered_like_correcting_nothing_and_changes_nothing(
    pair: Pair, mixed: World, schema: strawberry.Schema, who: str, field: str
) -> None:
    """Also of mail that is at both accounts, and of people who are at both: what is hidden in part is hidden."""
    kind, given = CORRECTIONS[field]
    declared = "$id: ID!, $release: ID!" if "$release" in given else "$id: ID!"
    document = f"mutation M({declared}) {{ {field}(input: {given}) "
    document += "{ __typename ... on UserError { code message hint } } }"
    for world in (pair.full, mixed):
        release = encode_id(Kind.RELEASE, world.workspace.workspace_id, "release of all")
        more = {"release": release} if "$release" in given else {}
        found = {str(row["uid"]) for row in await world.run(UNSEEN[kind] + OF_CANARY)} | (
            {OLD_RITA} & {*world.seen[KINDS[kind]]}
        )
        assert len(found) >= 2
        before = await facts(world.database, world.workspace.workspace_id)
        unknown = None
        for uid in (UNKNOWN, *sorted(found)):
            asked = encode_id(kind, world.workspace.workspace_id, uid)
            answer = payload(await execute(schema, world, who, document, id=asked, **more), world)
            unknown = unknown or answer
            assert answer == unknown
        assert unknown is not None
        assert unknown["data"][field]["code"] == "NOT_FOUND"
        assert await facts(world.database, world.workspace.workspace_id) == before
