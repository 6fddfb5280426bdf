"""Rows about identity → the API's types. Pure."""

from graph_service.domain.identity_rulings import LearnedRule
from graph_service.resolvers.context import Context
from graph_service.resolvers.fact_types import choice, moment
from graph_service.resolvers.identity_rows import (
    ExplanationRow,
    IdentitySource,
    JudgementSource,
    PersonSource,
    ReviewRow,
    StrangerSource,
)
from graph_service.resolvers.rows import Named
from graph_service.schema import identity as api
from graph_service.schema.facts import AccountRef
from graph_service.schema.ids import Kind


def pair_of(source: ReviewRow, context: Context) -> api.IdentityPair:
    """Return two people who may be one."""
    one, other = source.people
    return api.IdentityPair(
        p=source.p,
        one=_person(one, context),
        other=_person(other, context),
        doubts=[
            api.IdentityDoubt(one=doubt.one, other=doubt.other, rule=doubt.rule, p=doubt.p, matched=doubt.matched)
            for doubt in source.doubts
        ],
    )


def explanation_of(source: ExplanationRow, context: Context) -> api.IdentityExplanation:
    """Return why a person is one person."""
    contact = source.contact
    addresses = [one.value for one in source.identities if one.kind == "email"]
    return api.IdentityExplanation(
        contact=_person(PersonSource(contact.uid, contact.name, addresses, contact.accounts), context),
        identities=[_identity(one) for one in source.identities],
        decisions=[_decision(one, context) for one in source.decisions],
        doubts=[_doubt(one, context) for one in source.doubts],
    )


def rule_of(source: LearnedRule) -> api.IdentityRule:
    """Return a rule with what was learned of it."""
    return api.IdentityRule(
        rule=source.rule, words=source.words, start=source.start, kept=source.kept, reverted=source.reverted,
        learned=source.learned,
    )  # fmt: skip


def _person(source: PersonSource, context: Context) -> api.IdentityPerson:
    return api.IdentityPerson(
        id=context.id_of(Kind.CONTACT, source.uid),
        name=source.name,
        addresses=source.addresses,
        accounts=[_account(one, context) for one in source.accounts],
    )


def _account(source: Named, context: Context) -> AccountRef:
    return AccountRef(id=context.id_of(Kind.ACCOUNT, source.uid), name=source.name)


def _identity(source: IdentitySource) -> api.Identity:
    return api.Identity(
        kind=choice(api.IdentityKind, source.kind), value=source.value, name=source.name,
        known_at=moment(source.known_at), rule=source.rule, p=source.p, matched=source.matched, by=source.by,
    )  # fmt: skip


def _decision(source: JudgementSource, context: Context) -> api.IdentityDecision:
    return api.IdentityDecision(
        is_same=source.is_same, own=source.own, other=source.other,
        person_id=context.id_of(Kind.CONTACT, source.person_uid), person=source.person, at=moment(source.at),
        by=source.by_name or source.by,
    )  # fmt: skip


def _doubt(source: StrangerSource, context: Context) -> api.DoubtfulPerson:
    doubt = api.IdentityDoubt(
        one=source.own, other=source.other, rule=source.rule, p=source.p, matched=source.matched
    )  # fmt: skip
    return api.DoubtfulPerson(id=context.id_of(Kind.CONTACT, source.person_uid), name=source.person, doubt=doubt)
