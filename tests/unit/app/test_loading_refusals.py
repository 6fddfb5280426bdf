"""A folder in which nothing is understood is refused with what can be read."""

from pathlib import Path

import pytest

from graph_service.app.loading import READABLE, plan_of
from graph_service.errors import SourceError
from graph_service.ingest.registry import load_registry


@pytest.mark.parametrize("names", [(), ("photo.raw",)])
def test_the_refusal_says_what_can_be_read(tmp_path: Path, names: tuple[str, ...]) -> None:
    for name in names:
        (tmp_path / name).write_bytes(b"\x00\x01")
    with pytest.raises(SourceError, match="nothing in it is understood") as raised:
        plan_of(tmp_path, ())
    for words in (".eml", ".ics", "Zendesk", "Slack", "HubSpot", "docs/json-lines.md"):
        assert words in str(raised.value.hint)


def test_every_connector_that_comes_with_the_service_is_named() -> None:
    ours = {name for name, entry in load_registry().entries.items() if entry.value.startswith("graph_service.")}
    assert set(READABLE) == ours


def test_a_choice_of_connectors_is_named_when_they_find_nothing(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="read by slack"):
        plan_of(tmp_path, ["slack"])
