"""The copies on a node are what is said of it now, and nothing that was said of it once (decisions 10, 18)."""

import pytest

from graph_service.domain.facts import Score, Term
from graph_service.inference.inferred import Inferred
from graph_service.inference.inferred_rows import (
    ACCOUNT_COPIES,
    ACCOUNT_SCORES,
    OF_ACCOUNT,
    OF_PERSON,
    PERSON_COPIES,
    PERSON_SCORES,
    copies_of,
)
from graph_service.inference.models import Models
from graph_service.inference.people_graph import infer_case
from tests.unit.inference.test_people_graph import cases


@pytest.mark.parametrize(
    ("metric", "owned"),
    [*((one, OF_PERSON) for one in PERSON_SCORES), *((one, OF_ACCOUNT) for one in ACCOUNT_SCORES)],
)
def test_a_score_that_is_no_more_takes_its_terms_along(metric: str, owned: tuple[str, ...]) -> None:
    """All evidence was rejected, or the data of a connector was forgotten."""
    said = Inferred("a", scores=((metric, Score(1.0, (Term("said", 1.0),))),), copies=((metric, 1.0),))
    once = copies_of([said], owned)
    assert (once[f"{metric}_names"], once[f"{metric}_values"]) == (["said"], [1.0])
    now = once | copies_of([Inferred("a")], owned)
    assert (now[f"{metric}_names"], now[f"{metric}_values"]) == (None, None)


@pytest.mark.parametrize(
    ("name", "owned"), [*((one, OF_PERSON) for one in PERSON_COPIES), *((one, OF_ACCOUNT) for one in ACCOUNT_COPIES)]
)
def test_a_copy_that_nobody_gives_any_more_goes(name: str, owned: tuple[str, ...]) -> None:
    once = copies_of([Inferred("a", copies=((name, "told"),))], owned)
    assert (once[name], (once | copies_of([], owned))[name]) == ("told", None)


def test_every_copy_and_score_that_is_inferred_can_go() -> None:
    """A new copy has to be named as one that may be missing."""
    for case, backdrop, horizon in cases():
        facts = infer_case(case, backdrop, Models(), horizon)
        for parts, copies, scores in (
            (facts.account, ACCOUNT_COPIES, ACCOUNT_SCORES),
            *((parts, PERSON_COPIES, PERSON_SCORES) for parts in facts.people.values()),
        ):
            terms = {f"{metric}_{part}" for metric in scores for part in ("names", "values")}
            assert {name for part in parts for name, _ in part.copies} <= {*copies, *terms}
            assert {metric for part in parts for metric, _ in part.scores} <= set(scores)
