"""What is stored already is not written again; what differs, or what somebody took away, is (P5, decision 12)."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from graph_service.inference import standing
from graph_service.inference.standing import COPIES, GONE, LINKS, SPELLS, SUPPORT, TIES, SubjectRows, news_of

INFLUENCE = "series influence"
PARTS = (COPIES, SPELLS, LINKS, TIES, SUPPORT, GONE, INFLUENCE)

SINCE = datetime(2026, 1, 1, tzinfo=UTC)
OTHER = {"subject_uid": "p1", "uid": "s1", "metric": "influence", "days": [1, 2], "values": [0.4, 0.6]}


def rows(**changes: Any) -> SubjectRows:
    """A person with one series, one spell, one heir, and three supports, of which one is named twice."""
    support = [{"term": "said", "uid": "e1"}, {"term": "said", "uid": "e2"}, {"term": "said", "uid": "e1"}]
    one = SubjectRows(
        uid="p1",
        copies={"uid": "p1", "properties": {"influence": 0.5, "since": SINCE}},
        series=[{"subject_uid": "p1", "uid": "s1", "metric": "influence", "days": [1, 2], "values": [0.4, 0.5]}],
        gone=["s2"],
        spells={"subject_uid": "p1", "kinds": ["role"], "spells": [{"uid": "x1", "kind": "role", "state": "Buyer"}]},
        support=[{"uid": "s1", "support": support}, {"uid": "x1", "support": [{"term": "said", "uid": "e1"}]}],
        links={"uid": "p1", "successors": [{"uid": "p2", "p": 0.7, "known_at": SINCE}], "places": []},
        ties={"subject_uid": "p1", "ties": [{"user_uid": "u1", "properties": {"strength": 12.0}}]},
    )
    return replace(one, **changes)


def stored(one: SubjectRows, *, facts: int = 2, supports: int = 3, links: int = 1, ties: int = 1) -> dict[str, Any]:
    """What is read of a subject after its rows were written."""
    news_of(one, {})
    return {one.uid: (one.copies["properties"]["derived_digests"], facts, supports, links, ties)}


def test_a_subject_that_was_never_written_is_written_whole() -> None:
    assert news_of(rows(), {}) == frozenset(PARTS)
    assert news_of(rows(), {"p1": ([], 0, 0, 0, 0)}) == frozenset(PARTS)


def test_what_is_stored_is_not_written_again() -> None:
    assert news_of(rows(), stored(rows())) == frozenset()


@pytest.mark.parametrize(
    ("changed", "news"),
    [
        (rows(copies={"uid": "p1", "properties": {"influence": 0.6, "since": SINCE}}), set()),
        (rows(series=[OTHER]), {INFLUENCE}),
        (rows(gone=[]), {GONE}),
        (rows(spells={"subject_uid": "p1", "kinds": ["role"], "spells": []}), {SPELLS}),
        (rows(support=[]), {SUPPORT}),
        (rows(links={"uid": "p1", "successors": [], "places": []}), {LINKS}),
        (rows(ties={"subject_uid": "p1", "ties": []}), {TIES}),
    ],
)
def test_only_the_part_that_differs_is_written_and_the_digests_with_it(changed: SubjectRows, news: set[str]) -> None:
    kept = stored(rows())
    own = standing.standing_of(changed)  # the counts that match, so that only the digest tells
    kept["p1"] = (kept["p1"][0], own.facts, own.supports, own.links, own.ties)
    assert news_of(changed, kept) == news | {COPIES}
    assert changed.copies["properties"]["derived_digests"] == [
        f"{part} {digest}" for part, digest in own.digests.items()
    ]


@pytest.mark.parametrize(
    ("missing", "news"),
    [
        ({"facts": 1}, set(PARTS)),
        ({"supports": 2}, {SUPPORT}),
        ({"links": 0}, {LINKS}),
        ({"links": 2}, {LINKS}),
        ({"ties": 0}, {TIES}),
    ],
)
def test_what_somebody_took_away_is_written_again(missing: dict[str, int], news: set[str]) -> None:
    assert news_of(rows(), stored(rows(), **missing)) == news | {COPIES}


def test_rows_that_are_written_in_another_way_are_written_again(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = stored(rows())
    monkeypatch.setattr(standing, "FORM", standing.FORM + 1)
    assert news_of(rows(), kept) == frozenset(PARTS)
