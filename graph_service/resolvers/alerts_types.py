"""Rows of alerts → the API's types. Pure."""

from typing import cast

import strawberry

from graph_service.resolvers.alerts_rows import AlertSource
from graph_service.resolvers.alerts_words import alert_words, is_of_champion
from graph_service.resolvers.context import Context
from graph_service.resolvers.fact_types import moment, terms_of
from graph_service.schema.alerts import Alert, AlertKind, AlertPerson
from graph_service.schema.facts import AccountRef
from graph_service.schema.ids import Kind

ALERT = cast("Kind", "alert")
"""What the id of an alert says it stands for; nothing takes such an id, so it is no kind that is looked up."""


def kind_of(source: AlertSource) -> AlertKind:
    """Return what an alert is about."""
    subject = "account" if source.person is None else "person"
    return AlertKind(f"{subject} {source.kind} {source.state}")


def alert_id(source: AlertSource, context: Context) -> strawberry.ID:
    """Return the id that an alert keeps."""
    return context.id_of(ALERT, source.uid)


def alert_of(source: AlertSource, context: Context) -> Alert:
    """Return one alert."""
    there = AccountRef(id=context.id_of(Kind.ACCOUNT, source.account.uid), name=source.account.name)
    joined = source.joined
    at = moment(source.at)
    assert at is not None, "every alert has its day"
    return Alert(
        id=alert_id(source, context),
        kind=kind_of(source),
        at=at,
        in_words=alert_words(source),
        account=there
        if joined is None
        else AccountRef(id=context.id_of(Kind.ACCOUNT, joined.account_uid), name=joined.account_name),
        from_account=None if joined is None else there,
        person=_person(source, context),
        is_champion=is_of_champion(source),
        probability=source.probability,
        began_at=moment(source.began),
        ended_at=moment(source.ended),
        terms=[]
        if len(source.term_names) != len(source.term_values)
        else terms_of(source.term_names, source.term_values, source.evidence, context),
    )


def _person(source: AlertSource, context: Context) -> AlertPerson | None:
    if source.person is None:
        return None
    contact = source.person.contact_uid
    there = source.joined.uid if source.joined else source.person.uid
    return AlertPerson(
        stakeholder_id=context.id_of(Kind.STAKEHOLDER, there),
        contact_id=context.id_of(Kind.CONTACT, contact) if contact else None,
        name=source.joined.name if source.joined else source.person.name,
    )
