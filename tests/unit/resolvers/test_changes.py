"""Changes between two moments (M5): every listed change has a kind, a weight that is its terms, and plain words."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from graph_service.errors import UsageError
from graph_service.graph.models import Stakeholder
from graph_service.resolvers.changes_queries import FIRST_UID, LAST_UID, changes_page
from graph_service.resolvers.changes_rows import ChangeSource
from graph_service.resolvers.changes_weights import INFLUENCE, METRICS, kind_of, table, weights
from graph_service.resolvers.changes_words import change_words
from graph_service.resolvers.moments import Moment
from graph_service.schema.changes import ChangeKind

SOURCE = ChangeSource(
    key="a1 s1 champion", fact="champion", change="champion:champion>at_risk", weight=70.0, base=60.0, influence=0.5,
    move=None, account_uid="a1", account_name="North", stakeholder_uid="s1", name="Ida", before="champion",
    after="at_risk", before_detail=None, after_detail="cooling", is_ahead=False, since=0, before_value=0.8,
    after_value=0.3, term_names=["base"], term_values=[0.3],
)  # fmt: skip


def moment(day: int, *, live: bool = False) -> Moment:
    at = datetime(2026, 1, day, tzinfo=UTC)
    return Moment(at, live, 20_454 + day - 1, at)


def said(change: str, **known: object) -> str:
    fact, _, states = change.rpartition(":")
    before, _, after = states.partition(">") if ">" in states else ("-", "", "-")
    ends = {"before": None if before == "-" else before, "after": None if after == "-" else after}
    given = {"fact": fact, "change": change, "after_detail": None, **ends, **known}
    return change_words(replace(SOURCE, **given))  # type: ignore[arg-type]


def test_every_kind_of_change_is_told_by_some_difference() -> None:
    assert {kind for kind, _ in table().values()} == set(ChangeKind)
    assert all(points > 0 for points in weights().values())


def test_every_state_of_a_champion_and_of_leaving_can_change_into_every_other() -> None:
    """Nothing that the store can say is passed over, but for what had ended before already."""
    declared = Stakeholder.defined_properties(rels=False, aliases=False)
    for prop, fact, silent in (
        ("champion_state", "champion", {("-", "lapsed"), ("-", "departed")}),
        ("departure_state", "departure", {("gone_quiet", "watch")}),
    ):
        states = ["-" if one in {"none", "present"} else one for one in dict(declared[prop].choices) if one != "away"]
        pairs = {(one, other) for one in states for other in states if one != other}
        told = {pair for pair in pairs if f"{fact}:{pair[0]}>{pair[1]}" in table()}
        assert ("lapsed", "departed") not in told
        missing = pairs - told
        ended = {"lapsed", "departed"} if fact == "champion" else set()
        assert {pair for pair in missing if not set(pair) & ended} <= silent


def test_nobody_has_left_before_their_last_day() -> None:
    assert said("departure:->departed", after_detail="South") == "left, now at South"
    assert said("departure:->departed", after_detail="South", is_ahead=True) == "is leaving, going to South"
    assert said("champion:champion>departed") == "champion → leaving or gone"


@pytest.mark.parametrize("change", sorted(table()))
def test_every_change_has_words_that_end_without_a_stop(change: str) -> None:
    words = said(change, before_value=70.0, after_value=40.0)
    assert words
    assert not words.endswith(".")
    assert words[0] == words[0].lower() or words.startswith(("ARR", "CRM"))


@pytest.mark.parametrize(
    ("change", "known", "expected"),
    [
        ("champion:champion>at_risk", {}, "champion → champion at risk"),
        ("departure:->gone_quiet", {}, "gone quiet, may have left"),
        ("departure:watch>departed", {"after_detail": "South"}, "left, now at South"),
        ("departure:->departed", {}, "left"),
        ("tickets:passed", {"after_detail": "access"}, "surge of tickets: access; over by now"),
        ("person:passed", {}, "seen for the first time"),
        ("health points:down", {"before_value": 71.2, "after_value": 40.0}, "health down from 71 to 40"),
        ("crm arr:100.0>50.0", {}, "ARR from 100.0 to 50.0, says the CRM"),
        ("role:Head>CTO", {}, "title from Head to CTO"),
        ("engagement:high>low", {}, "engagement down from high to low"),
    ],
)
def test_words_match_the_evidence(change: str, known: dict[str, object], expected: str) -> None:
    assert said(change, **known) == expected


def test_a_free_text_pair_is_of_the_kind_of_any_other() -> None:
    assert kind_of("role:Head: Sales>CTO") is ChangeKind.TITLE_CHANGED
    assert kind_of("crm arr:1.0>2.0") is ChangeKind.CRM_CHANGED


def test_a_page_of_all_accounts_spans_all_uids_and_one_of_an_account_only_its_own() -> None:
    assert (changes_page(moment(1), moment(2), None, 5).first_uid, LAST_UID) == (FIRST_UID, LAST_UID)
    one = changes_page(moment(1), moment(2, live=True), "a1", 5)
    assert (one.first_uid, one.last_uid, one.live) == ("a1", "a1", True)
    assert set(one.metrics) == set(METRICS)
    assert one.influence_weight == INFLUENCE


@pytest.mark.parametrize(("start", "end"), [(2, 1), (1, 1)])
def test_moments_in_the_wrong_order_are_refused(start: int, end: int) -> None:
    with pytest.raises(UsageError, match="must lie before"):
        changes_page(moment(start), moment(end), None, 5)
