"""What is said of a person → the API's explained values. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from graph_service.resolvers.context import Context
from graph_service.resolvers.fact_rows import LinkSource, SpellSource, SupportSource
from graph_service.resolvers.fact_types import choice, moment, opened_by, scored_terms, terms_of
from graph_service.resolvers.fact_words import (
    champion_words,
    departure_words,
    influence_words,
    level_words,
    sentiment_words,
)
from graph_service.resolvers.numbers import Scored
from graph_service.resolvers.person_facts import PersonFacts
from graph_service.resolvers.rows import StakeholderSource
from graph_service.schema import person_facts as api
from graph_service.schema.fact_enums import ChampionState, DepartureState, RoleSource, SentimentTrend
from graph_service.schema.facts import AccountRef, StakeholderRef
from graph_service.schema.ids import Kind


@dataclass(frozen=True, slots=True)
class Told:
    """A person's facts with their evidence, to be turned into the API's types."""

    source: StakeholderSource
    facts: PersonFacts
    context: Context

    def role(self) -> api.HeldRole | None:
        """Return what they are there."""
        role = self.facts.role
        if role is None:
            return None
        return api.HeldRole(
            title=role.title,
            source=choice(RoleSource, role.source),
            level=role.level,
            level_in_words=level_words(role.level),
            functions=list(role.functions),
            is_proxy=role.is_proxy,
            decision_power=self.facts.decision_power,
            since=moment(role.since),
        )

    def influence(self) -> api.Influence | None:
        """Return their weight."""
        scored = self.facts.influence
        if scored is None:
            return None
        return api.Influence(
            value=scored.value,
            terms=scored_terms(scored, self.source.evidence, "influence", self.context),
            in_words=influence_words(scored.value),
            confidence=self.facts.influence_confidence,
        )

    def departure(self) -> api.Departure | None:
        """Return whether they have left."""
        facts, scored = self.facts, self.facts.departure
        state = choice(DepartureState, facts.departure_state)
        if scored is None or state is None:
            return None
        spell = facts.away if state is DepartureState.AWAY else facts.leaving
        return api.Departure(
            value=scored.value,
            terms=scored_terms(scored, self.source.evidence, "departure_probability", self.context),
            in_words=departure_words(facts),
            state=state,
            since=moment(spell.since if spell else None),
            last_day=moment(facts.leaving.began) if facts.leaving else None,
            away_until=(facts.away.detail or None) if facts.away else None,
            new_employer=facts.new_employer,
            opened_by=opened_by(spell, self.source.evidence, self.context),
        )

    def champion(self) -> api.Champion | None:
        """Return whether they speak up for us."""
        facts, scored = self.facts, self.facts.champion
        state = choice(ChampionState, facts.champion_state)
        if scored is None or state is None:
            return None
        return api.Champion(
            value=scored.value,
            terms=scored_terms(scored, self.source.evidence, "champion_probability", self.context),
            in_words=champion_words(facts),
            state=state,
            since=moment(facts.backing.since) if facts.backing else None,
            opened_by=opened_by(facts.backing, self.source.evidence, self.context),
        )

    def sentiment(self) -> api.Sentiment | None:
        """Return the tone of their texts."""
        facts = self.facts
        tone = Tone(facts.sentiment, facts.sentiment_trend, facts.shift, facts.sentiment_texts)
        return sentiment_of(tone, self.source.evidence, self.context)

    def successors(self) -> list[api.Successor]:
        """Return who may have taken over."""
        return [
            api.Successor(
                stakeholder=self._ref(one),
                probability=one.p or 0.0,
                since=moment(one.since),
                terms=terms_of(one.term_names, one.term_values, (), self.context),
            )
            for one in self.facts.successors
        ]

    def moves(self) -> list[api.Move]:
        """Return where they moved to."""
        return [
            api.Move(
                account=AccountRef(id=self.context.id_of(Kind.ACCOUNT, one.account_uid), name=one.account_name),
                stakeholder=self._ref(one),
                probability=one.p or 0.0,
                since=moment(one.since),
                terms=terms_of(one.term_names, one.term_values, (), self.context),
            )
            for one in self.facts.moves
        ]

    def _ref(self, link: LinkSource) -> StakeholderRef:
        return StakeholderRef(id=self.context.id_of(Kind.STAKEHOLDER, link.uid), name=link.name)


@dataclass(frozen=True, slots=True)
class Tone:
    """A tone, of a person or an account; `texts` is not counted for accounts."""

    scored: Scored | None
    trend: str | None
    shift: SpellSource | None
    texts: float | None = None


def sentiment_of(tone: Tone, evidence: Sequence[SupportSource], context: Context) -> api.Sentiment | None:
    """Return a tone as the API shows it; None without any text."""
    scored = tone.scored
    if scored is None:
        return None
    return api.Sentiment(
        value=scored.value,
        terms=scored_terms(scored, evidence, "sentiment", context),
        in_words=sentiment_words(scored.value, tone.trend),
        sample_size=tone.texts,
        trend=choice(SentimentTrend, tone.trend),
        since=moment((tone.shift.began or tone.shift.since) if tone.shift else None),
        opened_by=opened_by(tone.shift, evidence, context),
    )
