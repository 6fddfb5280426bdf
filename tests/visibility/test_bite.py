"""The canary tests bite: with any single guard left out, at least one of them finds what leaks."""

from contextlib import aclosing
from dataclasses import replace

import pytest

from tests.visibility.conftest import Asking, Pair
from tests.visibility.decisions import settled
from tests.visibility.mutants import Hole, holes, pierce, pierce_questions, unused_kinds
from tests.visibility.questions import question_answers
from tests.visibility.reads import READS, answers, bound, each_answer
from tests.visibility.told import TOLD
from tests.visibility.viewers import ANA, BLIND, HIDDEN, problems
from tests.visibility.world import World

pytestmark = pytest.mark.neo4j
ALL = list(holes())


def test_every_predicate_is_in_use() -> None:
    """A guard that no statement has was never tried; the first statement with a new one brings a canary case."""
    assert unused_kinds() == set()


@pytest.mark.parametrize("hole", [one for one in ALL if one.statement.startswith("read.")], ids=str)
async def test_a_read_without_one_of_its_guards_is_caught(
    pair: Pair, mixed: World, told: World, asking: Asking, monkeypatch: pytest.MonkeyPatch, hole: Hole
) -> None:
    pierce(monkeypatch, hole.statement, hole)
    name = next(name for name in READS if bound()[name].name == hole.statement)
    assert (name in TOLD and await _is_told(told, asking, name)) or await _is_caught(pair, mixed, asking, name)


@pytest.mark.parametrize("statement", sorted({one.statement for one in ALL if one.statement.startswith("read.")}))
async def test_switches_that_leave_nothing_out_change_no_answer(
    mixed: World, asking: Asking, monkeypatch: pytest.MonkeyPatch, statement: str
) -> None:
    """Else a hole could seem to be caught by what its switch does to the statement."""
    name = next(name for name in READS if bound()[name].name == statement)
    asker = replace(await asking(mixed, ANA, mixed), thorough=False)
    whole = await answers(asker, name)
    pierce(monkeypatch, statement, None)
    assert await answers(asker, name) == whole


async def _is_told(told: World, asking: Asking, name: str) -> bool:
    """One answer that tells is enough: the rest need not be asked."""
    for who in HIDDEN:
        async with aclosing(each_answer(await asking(told, who, told), name)) as found:
            async for asked, answer in found:
                if problems(told, who, {asked: answer}):
                    return True
    return False


async def _is_caught(pair: Pair, mixed: World, asking: Asking, name: str) -> bool:
    if await _is_told(mixed, asking, name):
        return True
    for who in BLIND:
        without = await answers(await asking(pair.bare, who, pair.full), name)
        async with aclosing(each_answer(await asking(pair.full, who, pair.full), name)) as found:
            async for asked, answer in found:
                if asked not in without or answer != without[asked]:
                    return True
    return False


@pytest.mark.parametrize("hole", [one for one in ALL if one.statement.startswith("actions.")], ids=str)
async def test_a_decision_without_one_of_its_guards_is_caught(
    mixed: World, monkeypatch: pytest.MonkeyPatch, hole: Hole
) -> None:
    """Nothing but the statement with the hole is tried: `test_reads` shows that all others tell nothing."""
    pierce(monkeypatch, hole.statement, hole)
    assert problems(mixed, ANA, await settled(mixed, ANA, hole.statement))


@pytest.mark.parametrize("kind", ["account", "words"])
async def test_questions_without_one_kind_of_guard_are_caught(
    mixed: World, asking: Asking, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    """The guards of stakeholders and interactions say again what that of their account says: they are a second lock."""
    asker = replace(await asking(mixed, ANA, mixed), moments=())
    whole = await question_answers(asker)
    pierce_questions(monkeypatch, kind)
    assert whole != await question_answers(asker)
