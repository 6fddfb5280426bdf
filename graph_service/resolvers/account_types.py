"""Account rows → the API's accounts. Pure."""

from graph_service.domain.workspace import utc_millis
from graph_service.resolvers.account_facts import SIGNALS, AccountFacts, account_facts
from graph_service.resolvers.context import Context
from graph_service.resolvers.fact_types import choice, moment, opened_by, scored_terms, terms_of, word
from graph_service.resolvers.fact_words import usage_words
from graph_service.resolvers.numbers import spell_of
from graph_service.resolvers.person_types import Tone, sentiment_of
from graph_service.resolvers.rows import AccountSource
from graph_service.schema.account_facts import Health, Signal, Tickets, Usage
from graph_service.schema.accounts import Account, Quiet
from graph_service.schema.enums import QuietState
from graph_service.schema.fact_enums import HealthBand, SignalKind, TicketState, UsageState
from graph_service.schema.facts import Coverage, StakeholderRef, User
from graph_service.schema.ids import Kind

OTHERS = "others"


def account_of(source: AccountSource, context: Context) -> Account:
    """Return one account."""
    facts = account_facts(source)
    shift = spell_of(source.spells, "sentiment")
    return Account(
        id=context.id_of(Kind.ACCOUNT, source.uid),
        name=source.name,
        segment=source.segment,
        country=source.country,
        lifecycle=source.lifecycle,
        arr=source.arr,
        currency=source.currency,
        renewal_at=moment(source.renewal_at),
        in_crm=source.in_crm,
        owners=[User(id=context.id_of(Kind.USER, owner.uid), name=owner.name) for owner in source.owners],
        coverage=_coverage(source, context),
        single_threaded_share=source.single_threaded_share,
        main_stakeholder=_stakeholder(source, source.main_stakeholder_uid, context),
        next_stakeholder=_stakeholder(source, source.next_stakeholder_uid, context),
        quiet=Quiet(
            state=QuietState(source.quiet_state), since=moment(source.quiet_since), rhythm_days=source.rhythm_days
        ),
        health=_health(source, facts, context),
        sentiment=sentiment_of(Tone(facts.sentiment, facts.sentiment_trend, shift), source.evidence, context),
        usage=_usage(facts),
        tickets=_tickets(facts),
        competitors=list(facts.competitors),
        signals=_signals(source, facts, context),
        champion_count=facts.champion_count,
        departed_count=facts.departed_count,
        ghost_count=facts.ghost_count,
        last_inbound_at=moment(source.last_inbound_at),
        last_interaction_at=moment(source.last_interaction_at),
        contact_count=source.contact_count,
        active_contact_count=source.active_contact_count,
    )


def _coverage(source: AccountSource, context: Context) -> Coverage | None:
    """Return the coverage; its terms are stored under the uids of people, and shown under their names."""
    if source.coverage is None:
        return None
    known = {person.uid: person.name for person in source.people}
    names = [known.get(name, OTHERS) for name in source.coverage_names]
    return Coverage(value=source.coverage, terms=terms_of(names, source.coverage_values, (), context))


def _stakeholder(source: AccountSource, uid: str | None, context: Context) -> StakeholderRef | None:
    found = next((person for person in source.people if person.uid == uid), None)
    if found is None:
        return None
    return StakeholderRef(id=context.id_of(Kind.STAKEHOLDER, found.uid), name=found.name)


def _health(source: AccountSource, facts: AccountFacts, context: Context) -> Health | None:
    scored = facts.health
    if scored is None:
        return None
    return Health(
        value=scored.value,
        terms=scored_terms(scored, source.evidence, "health", context),
        in_words=facts.health_band,
        confidence=facts.health_share,
        band=choice(HealthBand, facts.health_band),
        share=facts.health_share,
    )


def _usage(facts: AccountFacts) -> Usage | None:
    state = choice(UsageState, facts.usage_state)
    if state is None:
        return None
    return Usage(
        state=state,
        in_words=usage_words(facts) or word(state),
        change=facts.usage_change,
        since=moment(facts.usage_since),
        features=list(facts.usage_features),
    )


def _tickets(facts: AccountFacts) -> Tickets | None:
    state = choice(TicketState, facts.ticket_state)
    if state is None:
        return None
    return Tickets(state=state, about=facts.ticket_topics or None, escalated_since=moment(facts.escalated_since))


def _signals(source: AccountSource, facts: AccountFacts, context: Context) -> list[Signal]:
    return [
        Signal(
            kind=SignalKind(one.kind),
            state=one.state,
            detail=one.detail or None,
            since=utc_millis(one.since),
            began=moment(one.began),
            terms=opened_by(one, source.evidence, context),
        )
        for one in facts.signals
        if one.kind in SIGNALS
    ]
