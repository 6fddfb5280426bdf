"""Why a number is what it is: its terms at a moment, what each rests on, and what opened the states that hold.

Sight is checked first, by the viewer's own read of the fact; only then is a past number worked out again. Evidence
comes from the viewer's read of its ids, so that nobody reads a sentence they may not. API and CLI use this.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from graph_service.domain.facts import Term
from graph_service.domain.recomputing import OF_ACCOUNTS, OF_PEOPLE, Asked, Metric, Reckoned, Recomputing
from graph_service.errors import UsageError
from graph_service.graph.query import Uids
from graph_service.graph.viewer import ViewerGateway
from graph_service.resolvers import explaining_queries as q
from graph_service.resolvers.explaining_rows import FactSource, SaidSource, StateSource
from graph_service.resolvers.moments import Moment

COUNTED = {
    Metric.ENGAGEMENT: "recent_units",
    Metric.USAGE: "uses_a_week",
    Metric.TICKETS: "tickets_a_week",
}
"""Numbers that are counts: they are their own only term."""
SHOWN = 5
"""Pieces of evidence of a term."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which fact to explain: a metric of a person at an account (`is_person`), or of an account."""

    uid: str
    is_person: bool
    metric: Metric

    @property
    def key(self) -> str:
        """Return what tells it from others."""
        return f"{self.uid}/{self.metric}"


@dataclass(frozen=True, slots=True)
class Explained:
    """One fact with its reasons. `evidence` is what the viewer may see of all ids that the terms name.

    `is_recomputed` tells that the terms are of a past day, worked out again from what was known by its end.
    """

    metric: Metric
    source: FactSource
    terms: tuple[Term, ...]
    states: tuple[tuple[StateSource, tuple[Term, ...]], ...]
    evidence: Mapping[str, SaidSource]
    model: str
    share: float | None
    is_recomputed: bool


@dataclass(frozen=True, slots=True)
class Witness:
    """Who asks, at which moment, and through whom a past day is worked out; without that the terms are left out."""

    gateway: ViewerGateway
    recomputing: Recomputing | None
    moment: Moment


async def explain(
    witness: Witness, wanted: Sequence[Wanted], *, with_evidence: bool = True, with_model: bool = True
) -> list[Explained]:
    """Return the facts that the viewer may see and that were known then, in the order wanted.

    Evidence and the model's name cost a read each. Raises `UsageError` for a metric that the subject does not have.
    """
    found: dict[str, FactSource] = {}
    for is_person in (True, False):
        found |= await _sources(witness, [one for one in wanted if one.is_person is is_person], is_person=is_person)
    explained = [await _explained(witness, one, found[one.key]) for one in wanted if one.key in found]
    if with_evidence:
        explained = [await _rested(witness, one) for one in explained]
    if with_model and explained:
        explained = [replace(one, model=await _model(witness, one.metric, one.source)) for one in explained]
    if not with_evidence:
        return explained
    evidence = await said(witness.gateway, (uid for one in explained for uid in _uids(one)))
    return [_with(one, evidence) for one in explained]


async def said(gateway: ViewerGateway, uids: Iterable[str]) -> dict[str, SaidSource]:
    """Return what the viewer may see of the sentences, notes and interactions with these uids."""
    wanted = sorted(set(uids))
    rows = await gateway.rows(q.EVIDENCE, Uids(wanted)) if wanted else []
    return {row.said.uid: row.said for row in rows}


async def _sources(witness: Witness, wanted: Sequence[Wanted], *, is_person: bool) -> dict[str, FactSource]:
    if not wanted:
        return {}
    measures = OF_PEOPLE if is_person else OF_ACCOUNTS
    if unknown := [one.metric for one in wanted if one.metric not in measures]:
        whose = "a person" if is_person else "an account"
        raise UsageError(f"{whose} has no {unknown[0]}", f"ask for one of {', '.join(measures)}")
    facts = [
        {
            "key": one.key,
            "uid": one.uid,
            "series": measures[one.metric].series,
            "spells": [*measures[one.metric].spells],
        }
        for one in wanted
    ]
    at = q.FactsAt(facts, witness.moment.at, witness.moment.date, witness.moment.day)
    query = q.EXPLAIN_PEOPLE if is_person else q.EXPLAIN_ACCOUNTS
    return {row.fact.key: row.fact for row in await witness.gateway.rows(query, at)}


async def _explained(witness: Witness, wanted: Wanted, source: FactSource) -> Explained:
    is_live = witness.moment.live
    reckoned = None if is_live or source.value is None else await _reckon(witness, wanted, source)
    terms = _stored(source, wanted.metric) if is_live else reckoned.terms if reckoned else ()
    states = tuple((one, _terms(one.term_names, one.term_values, source, one.uid)) for one in source.states)
    names = {one.uid: one.name for one in source.people}
    return Explained(
        metric=wanted.metric,
        source=source,
        terms=tuple(Term(names.get(one.name, one.name), one.value, one.evidence) for one in terms),
        states=states,
        evidence={},
        model="",
        share=source.share if is_live else reckoned.share if reckoned else None,
        is_recomputed=reckoned is not None,
    )


async def _rested(witness: Witness, one: Explained) -> Explained:
    """Return the fact with what recent contact rests on, of which only the number is kept."""
    if one.metric != Metric.ENGAGEMENT or one.is_recomputed or not one.terms or one.source.stakeholder is None:
        return one
    reckoned = await _reckon(witness, Wanted(one.source.stakeholder.uid, True, one.metric), one.source)
    newest = reckoned.terms[0].evidence if reckoned else ()
    return replace(one, terms=tuple(replace(term, evidence=term.evidence or newest) for term in one.terms))


async def _reckon(witness: Witness, wanted: Wanted, source: FactSource) -> Reckoned | None:
    if witness.recomputing is None:
        return None
    person = source.stakeholder.uid if source.stakeholder else None
    return await witness.recomputing.reckon(Asked(source.account.uid, person, wanted.metric, witness.moment.day))


async def _model(witness: Witness, metric: Metric, source: FactSource) -> str:
    if metric in {Metric.STRENGTH, Metric.ENGAGEMENT} and witness.moment.live and source.model:
        return source.model
    return await witness.recomputing.model_on(witness.moment.day) if witness.recomputing else ""


def _stored(source: FactSource, metric: Metric) -> tuple[Term, ...]:
    if source.value is None:
        return ()
    terms = _terms(source.term_names, source.term_values, source, source.number_uid)
    if terms or metric not in COUNTED:
        return terms
    newest = dict.fromkeys(uid for of, _, uid in source.support if of == source.number_uid)
    return (Term(COUNTED[metric], source.value, tuple(newest)[:SHOWN]),)


def _terms(names: Sequence[str], values: Sequence[float], source: FactSource, of_uid: str | None) -> tuple[Term, ...]:
    """Return the terms of the number or state `of_uid`, each with the newest of what it rests on."""
    by_term: dict[str, list[str]] = {}
    for of, term, uid in source.support:
        if of == of_uid:
            by_term.setdefault(term, []).append(uid)
    return tuple(
        Term(name, value, tuple(by_term.get(name, ())[:SHOWN])) for name, value in zip(names, values, strict=True)
    )


def _uids(one: Explained) -> list[str]:
    terms = [*one.terms, *(term for _, opened in one.states for term in opened)]
    return [uid for term in terms for uid in term.evidence]


def _with(one: Explained, evidence: Mapping[str, SaidSource]) -> Explained:
    own = {uid: evidence[uid] for uid in _uids(one) if uid in evidence}
    return replace(one, evidence=own)
