"""Decisions 14 and 17, P21, A27-A28: no read of a viewer differs from a world without what they may not see."""

import pytest

from graph_service.graph.catalog import catalog
from graph_service.graph.query import NoParams
from graph_service.inference import queries as inference
from graph_service.inference.model_store import models_of
from graph_service.inference.models import DEFAULTS
from tests.visibility.conftest import Asking, Pair
from tests.visibility.decisions import settled
from tests.visibility.questions import question_answers
from tests.visibility.reads import DECISIONS, READS, UNKNOWN, answers, bound, leaks
from tests.visibility.told import TOLD
from tests.visibility.viewers import ANA, BEN, BLIND, DORA, NORA, problems
from tests.visibility.world import ADMIN, World

pytestmark = pytest.mark.neo4j


def test_every_read_of_the_resolvers_has_a_canary_case() -> None:
    """A new read fails here until it is asked in these tests."""
    assert set(bound()) == READS.keys() | DECISIONS
    viewer = {name for name, file in catalog().items() if file.header["visibility"] == "viewer"}
    assert viewer == {one.name for one in bound().values()}


async def test_every_read_is_really_asked_by_its_case(mixed: World, asking: Asking) -> None:
    asker = await asking(mixed, ADMIN, mixed)
    for name in READS:
        found = await answers(asker, name)
        assert {asked.split(" ")[0] for asked in found} == {bound()[name].name}
        assert any(found.values()), f"{name} answers nothing at all, so its silence proves nothing"


async def test_the_worlds_are_too_small_for_fitted_statistics(pair: Pair, mixed: World) -> None:
    """Decision 17: workspace statistics are the one channel between accounts, and here they are the same."""
    stored = [
        models_of(await world.system.read(inference.READ_MODELS, NoParams())) for world in (pair.bare, pair.full, mixed)
    ]
    assert stored[0] == stored[1] == stored[2]
    for month in stored[0].months:
        assert (month.scale, month.medium_cut, month.reply_a) == (DEFAULTS.scale, DEFAULTS.medium_cut, DEFAULTS.reply_a)


@pytest.mark.parametrize("who", BLIND)
@pytest.mark.parametrize("name", READS)
async def test_a_read_answers_as_if_the_hidden_account_were_not_there(
    pair: Pair, asking: Asking, who: str, name: str
) -> None:
    """Every uid of the full world is asked in both: what is forbidden answers like what is unknown."""
    without = await answers(await asking(pair.bare, who, pair.full), name)
    with_it = await answers(await asking(pair.full, who, pair.full), name)
    assert {asked: one for asked, one in with_it.items() if one != without[asked]} == {}
    assert problems(pair.full, who, with_it) == []


@pytest.mark.parametrize("who", [*BLIND, ADMIN])
async def test_a_question_answers_as_if_the_hidden_account_were_not_there(pair: Pair, asking: Asking, who: str) -> None:
    without = await question_answers(await asking(pair.bare, who, pair.full))
    with_it = await question_answers(await asking(pair.full, who, pair.full))
    assert (with_it == without) is (who != ADMIN)
    assert any(with_it.values()) is (who != DORA)


@pytest.mark.parametrize("who", [*BLIND, NORA, ADMIN])
async def test_nobody_reads_a_word_of_what_they_may_not_see(mixed: World, asking: Asking, who: str) -> None:
    """Also with mail across both accounts, people at both, accounts without an owner, and private playbooks."""
    found = await answers(await asking(mixed, who, mixed))
    assert problems(mixed, who, found) == []


@pytest.mark.parametrize("who", [*BLIND, NORA, ADMIN])
async def test_what_was_inferred_tells_nobody_of_hidden_mail_people_and_firms(
    told: World, asking: Asking, who: str
) -> None:
    """Evidence in hidden mail, a new employer and a successor at the hidden account, wishes and tickets across both."""
    found = await answers(await asking(told, who, told), *TOLD)
    assert problems(told, who, found) == []
    assert bool(leaks(found, "CANARY praise")) is (who == ADMIN)


@pytest.mark.parametrize(
    ("who", "words"),
    [
        (ANA, ("Alpha", "HUSH", "Olga")),
        (BEN, ("Alpha", "PSST")),
        (NORA, ("CANARY chief", "CANARY week", "CANARY of")),
        (ADMIN, ("CANARY chief", "VACANT", "Alpha", "Otto", "CANARY joint price")),
    ],
)
async def test_those_who_may_see_do_see(mixed: World, asking: Asking, who: str, words: tuple[str, ...]) -> None:
    """Without this, all other tests would pass on an empty graph."""
    found = await answers(await asking(mixed, who, mixed))
    for word in words:
        assert leaks(found, word), word


@pytest.mark.parametrize("who", [*BLIND, ADMIN])
async def test_an_id_of_another_workspace_is_unknown(pair: Pair, mixed: World, asking: Asking, who: str) -> None:
    """The ids that only another workspace has, asked here: the same as one that nobody has."""
    asker = await asking(pair.full, who, pair.full)
    only_there = {kind: tuple(set(mixed.seen[kind]) - set(pair.full.seen[kind])) for kind in mixed.seen}
    assert only_there["Contact"], "the mixed world has people of its own"
    for name in ("ACTION", "ACCOUNT", "CONTACT", "STAKEHOLDER_MAP", "EXPLAIN_IDENTITY"):
        found = await answers(type(asker)(asker.gateway, asker.workspace, asker.now, only_there), name)
        assert not any(found.values())
        assert any(UNKNOWN in asked for asked in found)


@pytest.mark.parametrize("who", [*BLIND, NORA, ADMIN])
async def test_a_decision_that_changes_nothing_tells_nothing(mixed: World, who: str) -> None:
    found = await settled(mixed, who)
    assert problems(mixed, who, found) == []
    assert any(found.values()) is (who != DORA)
