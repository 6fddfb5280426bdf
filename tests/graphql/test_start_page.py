"""The documents of the start page run against this schema, within the limits that the edge sets."""

import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

import graph_service
from graph_service.schema.ids import Kind
from tests.graphql.world import NOW, World

SOURCE = Path(graph_service.__file__).parent / "web" / "static" / "start" / "documents.js"


def documents() -> dict[str, str]:
    """Return the page's documents by name, with what they share put in."""
    found: dict[str, str] = dict(
        re.findall(r"^(?:export )?const (\w+) = `(.*?)`;", SOURCE.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    )
    return {
        name: re.sub(r"\$\{(\w+)\}", lambda match: found[match[1]], text)
        for name, text in found.items()
        if text.startswith(("query", "mutation"))
    }


DOCUMENTS = documents()


def test_the_page_has_all_its_documents() -> None:
    assert {"QUEUE", "MAP", "COMPLETE", "DISMISS", "SNOOZE", "REOPEN"} <= set(DOCUMENTS)


@pytest.mark.parametrize("name", sorted(DOCUMENTS))
async def test_a_document_of_the_start_page_is_answered(own_world: World, name: str) -> None:
    known: dict[str, Any] = {
        "first": 20, "after": None, "accountId": own_world.id_of(Kind.ACCOUNT, "north"),
        "actionId": own_world.id_of(Kind.ACTION, "action answer"), "reason": "WRONG", "note": "not so",
        "until": (NOW + timedelta(days=3)).isoformat(),
    }  # fmt: skip
    asked = set(re.findall(r"\$(\w+):", DOCUMENTS[name]))
    assert asked <= set(known)
    data = await own_world.ask(DOCUMENTS[name], **{one: known[one] for one in asked})
    if "result" in data:
        assert data["result"]["__typename"] == "ActionPayload"
    else:
        assert all(value is not None for value in data.values())
