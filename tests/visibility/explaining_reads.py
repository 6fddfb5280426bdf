"""Canary cases of what explains: every fact of everybody, every sentence, every label; and vain corrections."""

from collections.abc import AsyncIterator, Callable
from typing import TYPE_CHECKING, Any

import msgspec

from graph_service.domain.recomputing import OF_ACCOUNTS, OF_PEOPLE, Measure
from graph_service.graph.query import NoParams, Uids, WriteQuery
from graph_service.graph.viewer import ViewerGateway
from graph_service.resolvers import explaining_queries as q
from graph_service.resolvers.explaining_corrections import QUESTIONS
from tests.visibility import records as r
from tests.visibility.world import World

if TYPE_CHECKING:
    from tests.visibility.reads import Asker

Found = AsyncIterator[tuple[str, Any]]


def _facts(uids: tuple[str, ...], measures: dict[Any, Measure]) -> list[dict[str, Any]]:
    return [
        {"key": f"{uid}/{metric}", "uid": uid, "series": one.series, "spells": [*one.spells]}
        for uid in uids
        for metric, one in measures.items()
    ]


async def explain_people(asker: "Asker") -> Found:
    """Every number of everybody, now and at past moments."""
    for moment in (asker.now, *asker.moments):
        asked = q.FactsAt(_facts(asker.of("Stakeholder"), {**OF_PEOPLE}), *asker.day(moment))
        yield f"{q.EXPLAIN_PEOPLE.name} at {moment} {asked}", await asker.gateway.rows(q.EXPLAIN_PEOPLE, asked)


async def explain_accounts(asker: "Asker") -> Found:
    """Every number of every account, now and at past moments."""
    for moment in (asker.now, *asker.moments):
        asked = q.FactsAt(_facts(asker.of("Account"), {**OF_ACCOUNTS}), *asker.day(moment))
        yield f"{q.EXPLAIN_ACCOUNTS.name} at {moment} {asked}", await asker.gateway.rows(q.EXPLAIN_ACCOUNTS, asked)


async def evidence(asker: "Asker") -> Found:
    """Every sentence, note and interaction by its uid."""
    asked = Uids([*asker.of("Evidence"), *asker.of("Interaction")])
    yield f"{q.EVIDENCE.name} {asked}", await asker.gateway.rows(q.EVIDENCE, asked)


async def calibration(asker: "Asker") -> Found:
    """All claims and decisions that are labels."""
    yield f"{q.CALIBRATION.name} all", await asker.gateway.rows(q.CALIBRATION, NoParams())


EXPLAINING: dict[str, Callable[["Asker"], Found]] = {
    "EXPLAIN_PEOPLE": explain_people, "EXPLAIN_ACCOUNTS": explain_accounts, "EVIDENCE": evidence,
    "CALIBRATION": calibration,
}  # fmt: skip
CORRECTIONS = {"JUDGE_EVIDENCE", "RULE_ON_PERSON", "WITHDRAW_RULING"}
"""The writes of a viewer that correct."""


async def corrected(world: World, who: str, only: str = "") -> dict[str, Any]:
    """Return what somebody learns by restoring what counts, and by ruling what is ruled so, or what nobody ruled.

    `only` names the one statement that is to be tried.
    """
    gateway, found, uids = await world.gateway(who), dict[str, Any](), await world.uids()
    by = gateway.viewer.user_uid
    for uid in uids["Evidence"]:
        again = q.JudgeEvidence(uid, "restored", None, "", by, r.NOW)
        found |= await _one(gateway, q.JUDGE_EVIDENCE, again, only)
    for uid in uids["Stakeholder"]:
        asked = (uid, "champion", [*QUESTIONS["champion"]], None, None, None, "", by, r.NOW, r.NOW)
        found |= await _one(gateway, q.RULE_ON_PERSON, q.RuleOnPerson(*asked), only)
        nothing = q.WithdrawRuling(uid, [*QUESTIONS["departure"]], None, by, r.NOW)
        found |= await _one(gateway, q.WITHDRAW_RULING, nothing, only)
    assert {row["outcome"] for row in found.values() if row} <= {"settled"}, "what is tried here must change nothing"
    return found


async def _one(gateway: ViewerGateway, query: WriteQuery[Any, Any], asked: Any, only: str) -> dict[str, Any]:
    if only not in {"", query.name}:
        return {}
    return {f"{query.name} {asked}": msgspec.to_builtins(await gateway.decide(query, asked))}
