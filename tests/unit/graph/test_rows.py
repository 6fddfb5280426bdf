"""Rows are checked against the models on the way out, and strictly typed on the way in."""

from dataclasses import dataclass
from datetime import UTC, datetime

import msgspec
import pytest

from graph_service.graph.models import Account, Email
from graph_service.graph.rows import checked, to_row


@dataclass(frozen=True, slots=True)
class Inner:
    name: str


@dataclass(frozen=True, slots=True)
class Outer:
    uid: str
    score: float
    inner: list[Inner]


def test_rows_come_back_sorted_and_carry_the_workspace() -> None:
    rows = checked(Account, [{"uid": "b"}, {"uid": "a", "arr": 1.0}], "w1")
    assert rows == [{"uid": "a", "arr": 1.0, "workspace_id": "w1"}, {"uid": "b", "workspace_id": "w1"}]


@pytest.mark.parametrize(
    "row", [{"uid": "a", "nmae": "typo"}, {"uid": "a", "arr": "much"}, {"name": "no uid"}, {"uid": "a", "seen_by": "x"}]
)
def test_an_unknown_key_a_wrong_type_or_a_missing_uid_is_refused(row: dict[str, object]) -> None:
    with pytest.raises(msgspec.ValidationError):
        checked(Account, [row], "w1")


def test_inherited_properties_count() -> None:
    assert checked(Email, [{"uid": "a", "at": datetime(2026, 1, 1, tzinfo=UTC), "is_automatic": False}], "w1")


def test_nested_maps_become_dataclasses() -> None:
    row = to_row({"uid": "a", "score": 1, "inner": [{"name": "x"}]}, Outer)
    assert row == Outer("a", 1.0, [Inner("x")])


def test_a_missing_column_is_an_error_not_a_none() -> None:
    with pytest.raises(msgspec.ValidationError, match="score"):
        to_row({"uid": "a", "inner": []}, Outer)
