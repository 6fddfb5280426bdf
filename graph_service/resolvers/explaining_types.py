"""Explained facts → the API's types. Pure."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from graph_service.domain.facts import Term
from graph_service.domain.workspace import utc_millis
from graph_service.resolvers.context import Context
from graph_service.resolvers.explaining_facts import Explained
from graph_service.resolvers.explaining_rows import RulingSource, SaidSource, StateSource
from graph_service.resolvers.explaining_wanted import Wanted
from graph_service.resolvers.explaining_words import in_words
from graph_service.resolvers.fact_types import choice, moment
from graph_service.schema import explaining as api
from graph_service.schema.enums import Channel, Direction, EvidenceKind
from graph_service.schema.facts import AccountRef, StakeholderRef, User
from graph_service.schema.ids import Kind

ID_KINDS = {"ask": Kind.ASK, "interaction": Kind.INTERACTION}


def explanation_of(one: Explained, as_of: datetime, context: Context) -> api.Explanation:
    """Return one explained fact."""
    source, person = one.source, one.source.stakeholder
    texts = source.text_count
    return api.Explanation(
        metric=api.FactMetric(one.metric.value),
        stakeholder=StakeholderRef(id=context.id_of(Kind.STAKEHOLDER, person.uid), name=person.name)
        if person
        else None,
        account=AccountRef(id=context.id_of(Kind.ACCOUNT, source.account.uid), name=source.account.name),
        as_of=as_of,
        value=source.value,
        terms=_terms(one.terms, one.parts, one.evidence, context),
        states=[_state(state, terms, one, context) for state, terms in one.states],
        rulings=[_ruling(ruling, context) for ruling in source.rulings],
        model=one.model or None,
        sample_size=float(source.interaction_count) if texts is None else texts,
        sample_of="interactions" if texts is None else "texts",
        share=one.share,
        is_recomputed=one.is_recomputed,
    )


def evidence_detail(source: SaidSource, context: Context) -> api.EvidenceDetail:
    """Return one piece of evidence."""
    interaction = source.interaction_uid
    return api.EvidenceDetail(
        id=context.id_of(ID_KINDS.get(source.kind, Kind.EVIDENCE), source.uid),
        kind=choice(EvidenceKind, source.kind),
        at=moment(source.at),
        quote=source.quote,
        topic=source.topic or None,
        said_by=source.said_by,
        subject=source.subject,
        channel=choice(Channel, source.channel),
        direction=choice(Direction, source.direction),
        rule=source.rule,
        confidence=source.confidence,
        interaction_id=context.id_of(Kind.INTERACTION, interaction) if interaction else None,
        is_rejected=source.is_rejected,
    )


def _terms(
    terms: Sequence[Term], parts: Sequence[Wanted | None], evidence: Mapping[str, SaidSource], context: Context
) -> list[api.ExplainedTerm]:
    return [
        api.ExplainedTerm(
            name=term.name,
            value=term.value,
            evidence=[evidence_detail(evidence[uid], context) for uid in term.evidence if uid in evidence],
            read_from=None if part is None else _part(part, term.name, context),
        )
        for term, part in zip(terms, parts, strict=True)
    ]


def _part(part: Wanted, name: str, context: Context) -> api.ReadFrom:
    person = StakeholderRef(id=context.id_of(Kind.STAKEHOLDER, part.uid), name=name) if part.is_person else None
    return api.ReadFrom(metric=api.FactMetric(part.metric.value), stakeholder=person)


def _state(state: StateSource, terms: Sequence[Term], fact: Explained, context: Context) -> api.ExplainedState:
    return api.ExplainedState(
        kind=state.kind,
        state=state.state,
        in_words=in_words(state, fact.at),
        since=utc_millis(state.valid_from),
        began_on=moment(state.began_at),
        probability=state.probability,
        detail=state.detail,
        terms=_terms(terms, [None] * len(terms), fact.evidence, context),
    )


def _ruling(ruling: RulingSource, context: Context) -> api.PersonRuling:
    user = ruling.by_uid if ruling.by_name is not None else None
    return api.PersonRuling(
        id=context.id_of(Kind.RULING, ruling.uid),
        kind=ruling.kind,
        at=utc_millis(ruling.at),
        by=User(id=context.id_of(Kind.USER, user), name=ruling.by_name or "") if user else None,
        reason=ruling.reason,
        last_day=None if ruling.until is None else utc_millis(ruling.until).date(),
        new_employer=ruling.note,
    )
