"""Rows → the API's small types: moments, evidence, terms. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from enum import Enum
from functools import cache
from typing import TypeVar

from graph_service.domain.workspace import utc_millis
from graph_service.resolvers.context import Context
from graph_service.resolvers.fact_rows import EvidenceSource, SpellSource, SupportSource
from graph_service.resolvers.numbers import Scored
from graph_service.schema.enums import Channel, Direction, EvidenceKind, StrengthLevel
from graph_service.schema.facts import Evidence, Term
from graph_service.schema.ids import Kind

E = TypeVar("E", bound=Enum)
STRONG, FAIR = 70.0, 40.0
ID_KINDS = {"ask": Kind.ASK, "interaction": Kind.INTERACTION, "person": Kind.CONTACT}
SENTENCE = Kind.EVIDENCE
"""What the id of any other evidence stands for."""


def moment(millis: int | None) -> datetime | None:
    """Return the UTC moment of epoch milliseconds."""
    return None if millis is None else utc_millis(millis)


def word(member: Enum) -> str:
    """Return the stored word of an enum member."""
    return str(member.value)


def choice(kind: type[E], value: str | None) -> E | None:
    """Return the enum member of a stored word; None for none, and for a word this version does not know."""
    return _members(kind).get(value)


@cache
def _members(kind: type[E]) -> Mapping[str | None, E]:
    return {member.value: member for member in kind}


def evidence_of(source: EvidenceSource, context: Context) -> Evidence:
    """Return one piece of evidence."""
    interaction = source.interaction_uid
    return Evidence(
        id=context.id_of(ID_KINDS.get(source.kind, SENTENCE), source.uid),
        kind=EvidenceKind(source.kind),
        term=source.term,
        quote=source.quote,
        at=moment(source.at),
        subject=source.subject,
        channel=choice(Channel, source.channel),
        direction=choice(Direction, source.direction),
        interaction_id=context.id_of(Kind.INTERACTION, interaction) if interaction else None,
    )


def terms_of(
    names: Sequence[str], values: Sequence[float], evidence: Iterable[EvidenceSource], context: Context
) -> list[Term]:
    """Return a score's terms in their stored order, each with its evidence."""
    by_term: dict[str, list[Evidence]] = {}
    for one in evidence:
        by_term.setdefault(one.term, []).append(evidence_of(one, context))
    pairs = zip(names, values, strict=True)
    return [Term(name=name, value=value, evidence=by_term.get(name, [])) for name, value in pairs]


def scored_terms(scored: Scored, evidence: Iterable[SupportSource], metric: str, context: Context) -> list[Term]:
    """Return the terms of a value, each with its evidence."""
    return terms_of(scored.names, scored.values, support_of(evidence, metric), context)


def opened_by(spell: SpellSource | None, evidence: Iterable[SupportSource], context: Context) -> list[Term]:
    """Return what a state was first said for."""
    if spell is None or len(spell.term_names) != len(spell.term_values):
        return []
    support = support_of(evidence, f"spell {spell.kind}")
    return terms_of(spell.term_names, spell.term_values, support, context)


def support_of(evidence: Iterable[SupportSource], fact: str) -> list[SupportSource]:
    """Return the evidence of one fact."""
    return [one for one in evidence if one.fact == fact]


def strength_level(value: float) -> StrengthLevel:
    """Return the band of a strength: 70 strong, 40 fair."""
    if value >= STRONG:
        return StrengthLevel.STRONG
    return StrengthLevel.FAIR if value >= FAIR else StrengthLevel.WEAK
