"""Rows of topics and releases → the API's topics, requests, decisions and releases. Pure."""

from collections.abc import Sequence
from itertools import groupby

from graph_service.domain.workspace import utc_millis
from graph_service.inference.topics.answers import REJECTED, REVIEW, SURE
from graph_service.inference.topics.corrections import ONE, OTHER, TO
from graph_service.inference.topics.records import Trend
from graph_service.inference.topics.trends import is_hot
from graph_service.resolvers.context import Context
from graph_service.resolvers.fact_types import SENTENCE, choice, moment, terms_of
from graph_service.resolvers.rows import Named
from graph_service.resolvers.topics_rows import (
    AnsweredSource,
    AnswerSource,
    AskedSource,
    PartSource,
    ReleaseSource,
    TopicRulingSource,
    TopicSource,
)
from graph_service.schema import releases as shipped
from graph_service.schema import topics as api
from graph_service.schema.facts import AccountRef, StakeholderRef, User
from graph_service.schema.ids import Kind


def topic_of(
    source: TopicSource, trend: Trend | None, requests: api.TopicRequestConnection, context: Context
) -> api.Topic:
    """Return a topic with a page of its requests."""
    return api.Topic(
        id=context.id_of(Kind.TOPIC, source.uid),
        name=source.name,
        is_named=source.is_named,
        account_count=source.accounts,
        recent_account_count=source.recent,
        request_count=source.count,
        first_at=utc_millis(source.first_at),
        last_at=utc_millis(source.last_at),
        trend=_trend(trend),
        request_page=requests,
        rulings=[_ruling(one, context) for one in source.rulings],
    )


def _trend(trend: Trend | None) -> api.TopicTrend | None:
    if trend is None:
        return None
    return api.TopicTrend(
        account_count=trend.accounts,
        expected=trend.expected,
        probability=trend.probability,
        is_trending=is_hot(trend),
    )


def request_of(source: AskedSource, context: Context) -> api.TopicRequest:
    """Return a request with what answers it."""
    return api.TopicRequest(
        id=context.id_of(SENTENCE, source.uid),
        quote=source.quote,
        about=source.about or None,
        at=utc_millis(source.at),
        account=_account(source.account, context),
        stakeholder=_person(source.stakeholder, context),
        interaction_id=context.id_of(Kind.INTERACTION, source.interaction_uid),
        releases=[_answer(one, context) for one in source.releases],
    )


def _answer(source: AnswerSource, context: Context) -> api.RequestAnswer:
    return api.RequestAnswer(
        release_id=context.id_of(Kind.RELEASE, source.uid),
        release=source.name,
        shipped_at=moment(source.shipped_at),
        item=source.item,
        state=choice(api.AnswerState, source.state),
        score=_score(source, context),
    )


def _score(source: AnswerSource | AnsweredSource, context: Context) -> api.AnswerScore:
    return api.AnswerScore(value=source.p, terms=terms_of(source.term_names, source.term_values, (), context))


def _account(source: Named, context: Context) -> AccountRef:
    return AccountRef(id=context.id_of(Kind.ACCOUNT, source.uid), name=source.name)


def _person(source: Named, context: Context) -> StakeholderRef:
    return StakeholderRef(id=context.id_of(Kind.STAKEHOLDER, source.uid), name=source.name)


def _ruling(source: TopicRulingSource, context: Context) -> api.TopicRuling:
    by = source.by_uid if source.by_name is not None else None
    return api.TopicRuling(
        id=context.id_of(Kind.RULING, source.uid),
        kind=choice(api.TopicRulingKind, source.kind),
        at=utc_millis(source.at),
        by=User(id=context.id_of(Kind.USER, by), name=source.by_name or "") if by else None,
        reason=source.reason,
        name=source.name,
        request=_ruled(lead_of(source, ONE), context),
        other=_ruled(lead_of(source, OTHER, TO), context),
    )


def lead_of(source: TopicRulingSource, *parts: str) -> PartSource | None:
    """Return the earliest request of one of these parts of a decision."""
    return next((one for one in source.parts if one.part in parts), None)


def _ruled(part: PartSource | None, context: Context) -> api.RuledRequest | None:
    return None if part is None else api.RuledRequest(id=context.id_of(SENTENCE, part.uid), quote=part.quote)


def release_of(source: ReleaseSource, context: Context) -> shipped.Release:
    """Return a release with the requests it answers: for sure, to look at, and rejected apart."""
    return shipped.Release(
        id=context.id_of(Kind.RELEASE, source.uid),
        name=source.name,
        shipped_at=utc_millis(source.at),
        items=source.items,
        answered_account_count=source.accounts,
        answered_request_count=source.certain,
        review_request_count=source.uncertain,
        answered=_by_account(source, SURE, context),
        to_review=_by_account(source, (REVIEW,), context),
        rejected=_by_account(source, (REJECTED,), context),
    )


def _by_account(source: ReleaseSource, states: Sequence[str], context: Context) -> list[shipped.AnsweredAccount]:
    """Return the answers of some states by account, in the order in which they were read: that of the names."""
    answers = [one for one in source.answers if one.state in states]
    return [
        shipped.AnsweredAccount(account=_account(account, context), requests=[_answered(one, context) for one in some])
        for account, some in groupby(answers, key=lambda one: one.account)
    ]


def _answered(source: AnsweredSource, context: Context) -> shipped.AnsweredRequest:
    return shipped.AnsweredRequest(
        id=context.id_of(SENTENCE, source.uid),
        quote=source.quote,
        about=source.about or None,
        at=utc_millis(source.at),
        stakeholder=_person(source.stakeholder, context),
        interaction_id=context.id_of(Kind.INTERACTION, source.interaction_uid),
        item=source.item,
        state=choice(api.AnswerState, source.state),
        score=_score(source, context),
    )
