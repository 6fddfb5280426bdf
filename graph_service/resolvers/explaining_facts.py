"""Why a number is what it is: its terms at a moment, what each rests on, and what opened the states that hold.

Sight is checked first, by the viewer's own read of the fact; only then is a past number worked out again. Evidence
comes from the viewer's read of its ids, so that nobody reads a sentence they may not. API and CLI use this.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from graph_service.domain.facts import DAY_MS, Term
from graph_service.domain.recomputing import OF_ACCOUNTS, OF_PEOPLE, Asked, Metric, Reckoned, Recomputing
from graph_service.errors import UsageError
from graph_service.graph.query import Uids
from graph_service.graph.viewer import ViewerGateway
from graph_service.resolvers import explaining_queries as q
from graph_service.resolvers.explaining_rows import FactSource, SaidSource, StateSource
from graph_service.resolvers.explaining_wanted import Wanted
from graph_service.resolvers.moments import Moment
from graph_service.resolvers.rows import Millis

COUNTED = {
    Metric.ENGAGEMENT: "recent_units",
    Metric.USAGE: "uses_a_week",
    Metric.TICKETS: "tickets_a_week",
}
"""Numbers that are counts: they are their own only term."""
SHOWN = 5
"""Pieces of evidence of a term."""


@dataclass(frozen=True, slots=True)
class Explained:
    """One fact with its reasons. `evidence` is what the viewer may see of all ids that the terms name.

    `parts` are the facts that the terms are read from, one a term, None for a term that is no fact of its own. `at` is
    the day of the read; `is_recomputed` tells that the terms are of a past one, worked out again from what was known
    by its end.
    """

    wanted: Wanted
    at: Millis
    source: FactSource
    terms: tuple[Term, ...]
    parts: tuple[Wanted | None, ...]
    states: tuple[tuple[StateSource, tuple[Term, ...]], ...]
    evidence: Mapping[str, SaidSource]
    model: str
    share: float | None
    is_recomputed: bool

    @property
    def metric(self) -> Metric:
        """Return which number it is."""
        return self.wanted.metric


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
    explained = await _found(witness, wanted)
    if with_evidence:
        explained = await _rested(witness, explained)
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


async def _found(witness: Witness, wanted: Sequence[Wanted]) -> list[Explained]:
    """Return the facts that can be seen, with terms and states, in the order wanted."""
    sources: dict[str, FactSource] = {}
    for is_person in (True, False):
        sources |= await _sources(witness, [one for one in wanted if one.is_person is is_person], is_person=is_person)
    seen = [(one, sources[one.key]) for one in wanted if one.key in sources]
    is_live = witness.moment.live
    past = await _reckon(
        witness, [] if is_live else [(one, source) for one, source in seen if source.value is not None]
    )
    return [_explained(witness.moment, one, source, past.get(one.key)) for one, source in seen]


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


def _explained(moment: Moment, wanted: Wanted, source: FactSource, reckoned: Reckoned | None) -> Explained:
    terms = _stored(source, wanted.metric) if moment.live else reckoned.terms if reckoned else ()
    names = {one.uid: one.name for one in source.people}
    return Explained(
        wanted=wanted,
        at=moment.day * DAY_MS,
        source=source,
        terms=tuple(Term(names.get(one.name, one.name), one.value, one.evidence) for one in terms),
        parts=tuple(wanted.part(one.name, frozenset(names)) for one in terms),
        states=tuple((one, _terms(one.term_names, one.term_values, source, one.uid)) for one in source.states),
        evidence={},
        model="",
        share=source.share if moment.live else reckoned.share if reckoned else None,
        is_recomputed=reckoned is not None,
    )


async def _rested(witness: Witness, explained: Sequence[Explained]) -> list[Explained]:
    """Return the facts with what their terms rest on where that stands elsewhere: at another fact, or nowhere."""
    parts = {part.key: part for one in explained for part in _bare_parts(one)}
    found = await _rested(witness, await _found(witness, list(parts.values()))) if parts else []
    below = {one.wanted.key: _weightiest(one) for one in found}
    newest = await _reckon(witness, [(one.wanted, one.source) for one in explained if _is_bare_contact(one)])
    contact = {key: one.terms[0].evidence for key, one in newest.items()}
    return [_resting(one, below, contact.get(one.wanted.key, ())) for one in explained]


def _bare_parts(one: Explained) -> list[Wanted]:
    return [part for term, part in zip(one.terms, one.parts, strict=True) if part is not None and not term.evidence]


def _is_bare_contact(one: Explained) -> bool:
    """Tell whether a fact is recent contact, of which only the number is kept."""
    return one.metric == Metric.ENGAGEMENT and bool(one.terms) and not one.is_recomputed


def _weightiest(one: Explained) -> tuple[str, ...]:
    """Return a few of the things a fact rests on, those of its largest terms first."""
    ranked = sorted(one.terms, key=lambda term: -abs(term.value))
    return tuple(dict.fromkeys(uid for term in ranked for uid in term.evidence))[:SHOWN]


def _resting(one: Explained, below: Mapping[str, tuple[str, ...]], contact: tuple[str, ...]) -> Explained:
    terms = (
        replace(term, evidence=term.evidence or (contact if part is None else below.get(part.key, ())))
        for term, part in zip(one.terms, one.parts, strict=True)
    )
    return replace(one, terms=tuple(terms))


async def _reckon(witness: Witness, wanted: Sequence[tuple[Wanted, FactSource]]) -> dict[str, Reckoned]:
    """Return the numbers as worked out again for the day, by their keys; those that can be."""
    if witness.recomputing is None or not wanted:
        return {}
    day = witness.moment.day
    asked = [
        Asked(source.account.uid, source.stakeholder.uid if source.stakeholder else None, one.metric, day)
        for one, source in wanted
    ]
    found = await witness.recomputing.reckon(asked)
    return {one.key: reckoned for (one, _), reckoned in zip(wanted, found, strict=True) if reckoned is not None}


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
