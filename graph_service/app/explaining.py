"""Works a past number out again: the same pure inference, with the day as its horizon.

Owns which formula gives which metric, and what is read for it. It asks nothing about sight: whoever calls it has done
so. Nothing is written.
"""

import asyncio
from collections.abc import Iterable, Mapping, Sequence

from graph_service.domain.facts import Score, Term
from graph_service.domain.recomputing import OF_ACCOUNTS, OF_PEOPLE, Asked, Metric, Reckoned
from graph_service.domain.workspace import Workspace
from graph_service.graph.query import NoParams
from graph_service.graph.system import SystemGateway
from graph_service.inference import queries as q
from graph_service.inference.account_stage import case_files
from graph_service.inference.backdrop_store import stored_backdrop
from graph_service.inference.casefile import Backdrop, CaseFile
from graph_service.inference.inferred import Inferred, series_named, value_at
from graph_service.inference.model_store import models_of
from graph_service.inference.models import Models, version_of
from graph_service.inference.own_facts import with_own_facts
from graph_service.inference.people_graph import CaseFacts, infer_case
from graph_service.inference.results import StakeholderFacts

COUNTS = {Metric.USAGE: "uses_a_week", Metric.TICKETS: "tickets_a_week"}
ALONE = frozenset({Metric.STRENGTH, Metric.ENGAGEMENT})
"""What is inferred of a person without their account."""


async def model_on(system: SystemGateway, day: int) -> str:
    """Return the name of the statistics in force on an epoch day."""
    return version_of(models_of(await system.read(q.READ_MODELS, NoParams())).at(day))


async def reckon(system: SystemGateway, workspace: Workspace, asked: Sequence[Asked]) -> list[Reckoned | None]:
    """Return numbers with their terms as known at the end of a day; None where nothing could be said then."""
    kept = await system.read(q.READ_MODELS, NoParams())
    cases = await case_files(system, workspace, sorted({one.account_uid for one in asked}))
    wanted = [(case, [one for one in asked if one.account_uid == case.uid]) for case in cases]
    return await asyncio.to_thread(_reckoned, wanted, stored_backdrop(kept) or Backdrop(), models_of(kept), asked)


def _reckoned(
    wanted: Iterable[tuple[CaseFile, Sequence[Asked]]], backdrop: Backdrop, models: Models, asked: Sequence[Asked]
) -> list[Reckoned | None]:
    found: dict[Asked, Reckoned | None] = {}
    for case, own in wanted:
        for day in {one.day for one in own}:
            found |= _on_day(case, backdrop, models, [one for one in own if one.day == day])
    return [found.get(one) for one in asked]


def _on_day(
    case: CaseFile, backdrop: Backdrop, models: Models, asked: Sequence[Asked]
) -> Mapping[Asked, Reckoned | None]:
    """Return numbers of one account and its people, all of one day."""
    day = asked[0].day
    case, alone = with_own_facts(case, models, day)
    found = {one: _alone(alone.get(one.stakeholder_uid or ""), one) for one in asked if one.metric in ALONE}
    whole = [one for one in asked if one.metric not in ALONE]
    facts = infer_case(case, backdrop, models, day) if whole else None
    return found | {one: from_case(facts, one) for one in whole if facts is not None}


def _alone(facts: StakeholderFacts | None, asked: Asked) -> Reckoned | None:
    if facts is None:
        return None
    if asked.metric == Metric.STRENGTH:
        return Reckoned(facts.strength.value, facts.strength.terms)
    units = value_at(facts.units_series, asked.day)
    newest = facts.strength.terms[0].evidence if facts.strength.terms else ()
    return None if units is None else Reckoned(units, (Term("recent_units", units, newest),))


def from_case(facts: CaseFacts, asked: Asked) -> Reckoned | None:
    """Return one number of an account or of one of its people out of everything inferred of it."""
    if asked.stakeholder_uid is not None:
        return _number(facts.people.get(asked.stakeholder_uid, ()), OF_PEOPLE[asked.metric].series, asked)
    if asked.metric == Metric.COVERAGE:
        return Reckoned(facts.basis.coverage.value, facts.basis.coverage.terms)
    return _number(facts.account, OF_ACCOUNTS[asked.metric].series, asked)


def _number(parts: Iterable[Inferred], metric: str, asked: Asked) -> Reckoned | None:
    for part in parts:
        score: Score | None = dict(part.scores).get(metric)
        share = dict(part.copies).get("health_share") if metric == "health" else None
        if score is not None:
            return Reckoned(score.value, score.terms, share if isinstance(share, float) else None)
        value = value_at(series_named(part.series, metric), asked.day)
        if value is not None and asked.metric != Metric.HEALTH:  # its series says nothing of when too little is known
            return Reckoned(value, (Term(COUNTS.get(asked.metric, metric), value),))
    return None
