"""The workspace file: read whole, or refused with the key that is wrong."""

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_service.errors import SourceError
from graph_service.ingest.workspace_file import WorkspaceFile, read_workspace_file
from tests.conftest import shared

GOOD: dict[str, Any] = {
    "company": "Ours", "domains": ["Ours.Example"],
    "product": {"name": "Pier", "aliases": ["P"], "modules": ["Pier Flow"], "features": ["maps"]},
    "competitors": [{"name": "Quay", "aliases": ["Q"]}, "Jetty"],
    "window": {"start": "2026-01-01", "end": "2026-06-30"},
    "team": [
        {"email": "Ada@ours.example", "name": "Ada Byron", "title": "CSM", "team": "CS", "timezone": "Europe/Berlin"},
        {"email": "bea@ours.example", "left_on": "2026-03-01"},
        {"email": "cy@ours.example", "left_on": "2026-12-31"},
    ],
    "executives": ["ada@ours.example"], "something": {"new": True},
}  # fmt: skip


def written(folder: Path, document: Any) -> Path:
    path = folder / "workspace.json"
    path.write_text(document if isinstance(document, str) else json.dumps(document), encoding="utf-8")
    return path


def test_all_parts_are_read_and_unknown_ones_passed_over(tmp_path: Path) -> None:
    found = read_workspace_file(written(tmp_path, GOOD).parent)
    assert (found.company, found.domains, found.features()) == ("Ours", ("ours.example",), ("maps",))
    assert found.products() == (("Pier", "P"), ("Pier Flow",))
    assert found.rivals() == (("Quay", "Q"), ("Jetty",))
    end = found.frozen_at()
    assert end is not None
    assert end.isoformat() == "2026-06-30T23:59:59+00:00"


def test_our_people_are_users_and_who_has_left_is_not_active(tmp_path: Path) -> None:
    users = read_workspace_file(written(tmp_path, GOOD)).users(tmp_path)
    assert [(one.email, one.name, one.active) for one in users] == [
        ("ada@ours.example", "Ada Byron", True), ("bea@ours.example", "bea@ours.example", False),
        ("cy@ours.example", "cy@ours.example", True),
    ]  # fmt: skip


def test_a_company_with_a_domain_is_enough(tmp_path: Path) -> None:
    found = read_workspace_file(written(tmp_path, {"company": "Ours", "domains": ["ours.example"], "team": None}))
    assert (found.team, found.products(), found.frozen_at()) == ((), (), None)


@pytest.mark.parametrize(
    ("document", "said"),
    [
        ({"domains": ["x.example"]}, "company"),
        ({"company": "X", "domains": []}, "domains"),
        ({"company": "X", "domains": ["nothing"]}, r"domains\.0"),
        ({"company": "X", "domains": ["x.example"], "team": [{"email": "nobody"}]}, r"team\.0\.email"),
        ({"company": "X", "domains": ["x.example"], "window": {"end": "soon"}}, r"window\.end"),
        ([1], "no JSON object"),
        ("{", "not valid JSON"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, document: Any, said: str) -> None:
    with pytest.raises(SourceError, match=said) as caught:
        read_workspace_file(written(tmp_path, document))
    assert caught.value.hint


def test_a_file_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="cannot be read"):
        read_workspace_file(tmp_path / "none.json")


@given(text=st.text(max_size=200))
def test_any_text_is_a_workspace_or_an_error(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.mktemp("workspace") / "workspace.json"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    with suppress(SourceError):
        assert isinstance(read_workspace_file(path), WorkspaceFile)


def test_the_workspace_of_a_foreign_world_is_read() -> None:
    found = read_workspace_file(shared("town_small", "input"))
    assert found.team
    assert found.features()
    assert found.frozen_at() is not None
