"""Decision 14: mail across two accounts shows that it was, not what it says, to who sees one of them only."""

from typing import Any

import pytest

from tests.visibility import records as r
from tests.visibility.conftest import Asking
from tests.visibility.reads import answers
from tests.visibility.viewers import ANA, BEN, NORA
from tests.visibility.world import ADMIN, World

pytestmark = pytest.mark.neo4j
ACROSS = [one for one in r.mixed() if {r.ADA, r.CARL} & {one.sender, *one.to, *one.cc}]
"""The mails with people of both accounts."""


async def people(world: World, asking: Asking, who: str) -> dict[str, Any]:
    """Return the contacts somebody sees, with their whole timeline, by name."""
    found = await answers(await asking(world, who, world), "CONTACT")
    rows = [row for asked, one in found.items() for row in one if "limit=50" in asked and row["timeline"]]
    return {row["contact"]["name"]: row for row in rows}


@pytest.mark.parametrize(
    ("who", "name", "side"), [(ANA, "Ada Lane", "alpha"), (BEN, "Carl Moe", "alpha"), (NORA, "Cora Canary", "canary")]
)
async def test_mail_across_accounts_keeps_its_place_and_loses_words_subject_asks_and_hidden_people(
    mixed: World, asking: Asking, who: str, name: str, side: str
) -> None:
    timeline = (await people(mixed, asking, who))[name]["timeline"]
    blind = [one for one in timeline if not one["may_read"]]
    expected = [one for one in ACROSS if name in {each.name for each in (one.sender, *one.to, *one.cc)}]
    assert len(blind) == len(expected)
    shown = {each.name for one in expected for each in (one.sender, *one.to, *one.cc) if each.address.split("@")[1] in
             {f"{side}.example", "ours.example"}}  # fmt: skip
    for one in blind:
        assert (one["subject"], one["words"], one["asks"]) == (None, None, [])
        assert {each["name"] for each in one["participants"]} <= {*shown, "Olga Private"}
    assert {each["name"] for one in blind for each in one["participants"]} >= {name}
    assert all(one["subject"] for one in timeline if one["may_read"])


async def test_who_sees_both_accounts_reads_mail_across_them(mixed: World, asking: Asking) -> None:
    timeline = (await people(mixed, asking, ADMIN))["Ada Lane"]["timeline"]
    assert all(one["may_read"] and one["subject"] for one in timeline)
    assert any("CANARY" in (one["words"] or "") for one in timeline)


async def test_a_person_at_both_accounts_shows_the_visible_place_only(mixed: World, asking: Asking) -> None:
    """Pat writes from Alpha and is in the hidden account's CRM; Rita the other way round. Neither address leaks."""
    found = await answers(await asking(mixed, ANA, mixed), "CONTACT", "SEARCH")
    rows = {row["contact"]["name"]: row for asked, one in found.items() if "read.contact " in asked for row in one}
    assert [one["account_name"] for one in rows["Pat Both"]["stakeholders"]] == ["Alpha Ltd"]
    assert rows["Pat Both"]["contact"]["addresses"] == [r.PAT.address]
    assert [one["account_name"] for one in rows["Rita Roe"]["stakeholders"]] == ["Alpha Ltd"]
    assert (rows["Rita Roe"]["contact"]["addresses"], rows["Rita Roe"]["timeline"]) == ([], [])
    assert [one["name"] for one in found["read.search rita"][0]["contacts"]] == ["Rita Roe"]
    assert found["read.search rita@canary.example"][0]["contacts"] == []


@pytest.mark.parametrize("who", [ANA, BEN, NORA])
async def test_a_total_counts_what_is_shown(mixed: World, asking: Asking, who: str) -> None:
    paged = ("ACTION_QUEUE", "ACTION_QUEUE_AS_OF", "ACCOUNTS", "ACCOUNTS_AS_OF")
    found = await answers(await asking(mixed, who, mixed), *paged)
    whole = {
        asked: pages for asked, pages in found.items() if "after_score=1e+308" in asked or "read.accounts" in asked
    }
    assert whole
    for pages in whole.values():
        rows = [one for page in pages for one in page.get("actions", page.get("accounts"))]
        assert {page["total"] for page in pages} == {len(rows)}
