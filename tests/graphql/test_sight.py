"""What belongs to a hidden account shows nowhere, and the copies of one projection stay one."""

import json
import re
from typing import Any

from graph_service.graph.catalog import catalog
from graph_service.schema.ids import Kind
from tests.graphql.test_round_trips import TEXTS, variables_of
from tests.graphql.world import World

PROJECTED = (
    "read.action",
    "read.action_queue",
    "read.action_queue_as_of",
    "actions.decide_action",
    "actions.reopen_action",
)


async def test_no_document_shows_ben_anything_of_the_account_he_may_not_see(own_world: World) -> None:
    """P21. Asked of what he sees, and of what he does not; `workspace` costs no read and is left out."""
    for account, contact, action in (("north", "ada", "answer"), ("south", "sol", "south"), ("north", "sol", "joint")):
        variables: dict[str, Any] = {
            "first": 20, "after": None, "accountId": own_world.id_of(Kind.ACCOUNT, account),
            "contactId": own_world.id_of(Kind.CONTACT, contact),
            "actionId": own_world.id_of(Kind.ACTION, f"action {action}"),
            "stakeholderId": own_world.id_of(Kind.STAKEHOLDER, f"{contact} there"),
        }  # fmt: skip
        for text in TEXTS.values():
            chosen = {name: value for name, value in variables.items() if f"${name}" in text}
            given = variables_of(text, own_world) | chosen
            result = await own_world.execute(text, "ben", **given)
            assert not result.errors
            shown = json.dumps(result.data, ensure_ascii=False).lower()
            for word in ("canary", "sol ray", "south.example", own_world.id_of(Kind.CONTACT, "sol").lower()):
                assert word not in shown, (word, account)


def test_an_action_is_read_in_the_same_words_wherever_it_is_read() -> None:
    """Cypher has no functions of ours, so five files hold one projection; this keeps them one."""
    found = set()
    for name in PROJECTED:
        flat = re.sub(r"\s+", "", catalog()[name].text)
        start = flat.index("head(COLLECT{MATCH(playbook:Playbook)-[:MADE]->(action)RETURNplaybook{")
        found.add(flat[start : flat.index("}ASevidence", start)])
    assert len(found) == 1
