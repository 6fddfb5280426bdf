"""Action rows → the API's actions. Pure."""

from graph_service.resolvers.context import Context
from graph_service.resolvers.fact_types import evidence_of, moment, terms_of
from graph_service.resolvers.rows import ActionSource
from graph_service.schema import actions as api
from graph_service.schema.enums import ActionStatus, Bucket
from graph_service.schema.facts import Evidence, Score
from graph_service.schema.ids import Kind


def action_of(source: ActionSource, context: Context) -> api.Action:
    """Return one action."""
    return api.Action(
        id=context.id_of(Kind.ACTION, source.uid),
        title=source.title or "",
        suggestion=source.suggestion,
        bucket=Bucket(source.bucket),
        status=ActionStatus(source.status),
        score=Score(value=source.score, terms=terms_of(source.term_names or (), source.term_values or (), (), context)),
        reasons=reasons_of(source, context),
        account=_account(source, context),
        contact=_contact(source, context),
        playbook=_playbook(source, context),
        occurrence_count=source.occurrence_count or 1,
        first_fired_at=moment(source.first_fired_at),
        last_fired_at=moment(source.last_fired_at),
        due_at=moment(source.due_at),
        snoozed_until=moment(source.snoozed_until),
        closed_at=moment(source.closed_at),
        version=source.version or 0,
    )


def reasons_of(source: ActionSource, context: Context) -> list[api.Reason]:
    """Return the reasons, each with what it rests on.

    Evidence goes to the first reason that says its quote or name, else to the first of all: the graph links evidence
    to the action with a term, not to one of its sentences.
    """
    texts = source.reasons or []
    if not texts:
        return []
    rests: list[list[Evidence]] = [[] for _ in texts]
    for one in source.evidence:
        quote = one.quote
        place = next((place for place, text in enumerate(texts) if quote in text), 0) if quote else 0
        rests[place].append(evidence_of(one, context))
    return [api.Reason(text=text, evidence=found) for text, found in zip(texts, rests, strict=True)]


def _account(source: ActionSource, context: Context) -> api.ActionAccount | None:
    account = source.account
    if account is None:
        return None
    return api.ActionAccount(
        id=context.id_of(Kind.ACCOUNT, account.uid),
        name=account.name or "",
        arr=account.arr,
        currency=account.currency,
        segment=account.segment,
        renewal_at=moment(account.renewal_at),
    )


def _contact(source: ActionSource, context: Context) -> api.ActionContact | None:
    contact = source.contact
    if contact is None:
        return None
    return api.ActionContact(id=context.id_of(Kind.CONTACT, contact.uid), name=contact.name, title=contact.title)


def _playbook(source: ActionSource, context: Context) -> api.PlaybookRef | None:
    playbook = source.playbook
    if playbook is None:
        return None
    return api.PlaybookRef(
        id=context.id_of(Kind.PLAYBOOK, playbook.uid),
        name=playbook.name or "",
        is_private=playbook.visibility != "public",
    )
