"""Rows of people → the API's stakeholders, maps and timelines. Pure."""

from collections.abc import Sequence

from graph_service.domain.workspace import utc_millis
from graph_service.resolvers.context import Context
from graph_service.resolvers.fact_types import choice, moment, strength_level, support_of, terms_of, word
from graph_service.resolvers.person_facts import person_facts
from graph_service.resolvers.person_types import Told
from graph_service.resolvers.rows import InteractionSource, StakeholderSource
from graph_service.schema import people as api
from graph_service.schema.enums import (
    AskDirection,
    Channel,
    Direction,
    EngagementLevel,
    Role,
    StakeholderGroupKind,
    Trend,
)
from graph_service.schema.facts import AccountRef, Strength, User
from graph_service.schema.ids import Kind


def stakeholder_of(source: StakeholderSource, context: Context, day: int) -> api.Stakeholder:
    """Return one person at an account, as read for an epoch day."""
    told = Told(source, person_facts(source, day), context)
    return api.Stakeholder(
        id=context.id_of(Kind.STAKEHOLDER, source.uid),
        contact_id=context.id_of(Kind.CONTACT, source.contact_uid),
        account=AccountRef(id=context.id_of(Kind.ACCOUNT, source.account_uid), name=source.account_name),
        name=source.name,
        title=source.title,
        engagement_level=choice(EngagementLevel, source.engagement_level),
        strength=_strength(source, context),
        reply_rate=source.reply_rate,
        reply_hours=source.reply_hours,
        first_seen_at=moment(source.first_seen_at),
        last_interaction_at=moment(source.last_interaction_at),
        last_inbound_at=moment(source.last_inbound_at),
        in_crm=source.in_crm,
        is_shared_mailbox=source.is_shared,
        role=told.role(),
        influence=told.influence(),
        sentiment=told.sentiment(),
        departure=told.departure(),
        champion=told.champion(),
        is_ghost=told.facts.is_ghost,
        successors=told.successors(),
        moved_to=told.moves(),
        ties=[
            api.Tie(
                user=User(id=context.id_of(Kind.USER, tie.uid), name=tie.name),
                strength=tie.strength,
                last_at=moment(tie.last_at),
            )
            for tie in source.ties
        ],
        group=StakeholderGroupKind(told.facts.group(source.engagement_level)),
    )


def _strength(source: StakeholderSource, context: Context) -> Strength | None:
    if source.strength is None:
        return None
    return Strength(
        value=source.strength,
        terms=terms_of(source.strength_names, source.strength_values, support_of(source.evidence, "strength"), context),
        in_words=word(strength_level(source.strength)),
        level=strength_level(source.strength),
        trend=choice(Trend, source.strength_trend),
    )


def groups_of(stakeholders: Sequence[api.Stakeholder]) -> list[api.StakeholderGroup]:
    """Return all groups in their fixed order (P11), in each the people as they come."""
    groups: dict[StakeholderGroupKind, list[api.Stakeholder]] = {kind: [] for kind in StakeholderGroupKind}
    for one in stakeholders:
        groups[one.group].append(one)
    return [api.StakeholderGroup(group=kind, stakeholders=people) for kind, people in groups.items()]


def interaction_of(source: InteractionSource, context: Context) -> api.Interaction:
    """Return one interaction of a timeline."""
    return api.Interaction(
        id=context.id_of(Kind.INTERACTION, source.uid),
        at=utc_millis(source.at),
        channel=choice(Channel, source.channel),
        direction=choice(Direction, source.direction),
        subject=source.subject,
        participants=_participants(source, context),
        words=source.words,
        asks=[
            api.Ask(
                id=context.id_of(Kind.ASK, ask.uid),
                quote=ask.quote or "",
                direction=choice(AskDirection, ask.direction),
                answered_at=moment(ask.answered_at),
            )
            for ask in source.asks
        ],
    )


def _participants(source: InteractionSource, context: Context) -> list[api.Participant]:
    """Return who took part: the writer, those addressed, those in copy, each by name."""
    order = list(Role)
    people = [
        api.Participant(
            id=context.id_of(Kind.USER if one.kind == "user" else Kind.CONTACT, one.uid),
            name=one.name,
            role=role,
            is_ours=one.kind == "user",
        )
        for one in source.participants
        if (role := choice(Role, one.role)) is not None
    ]
    return sorted(people, key=lambda one: (order.index(one.role), one.name, one.id))
