"""Rows of changes → the API's changes. Pure."""

from collections.abc import Sequence

from graph_service.domain.workspace import utc_millis
from graph_service.resolvers.changes_parts import PartChange
from graph_service.resolvers.changes_rows import ChangeSource
from graph_service.resolvers.changes_weights import INFLUENCE, kind_of
from graph_service.resolvers.changes_words import change_words
from graph_service.resolvers.context import Context
from graph_service.resolvers.fact_types import terms_of
from graph_service.schema import changes as api
from graph_service.schema.facts import AccountRef, StakeholderRef
from graph_service.schema.ids import Kind

WEIGHTY = ("kind", "influence", "size")


def change_of(source: ChangeSource, parts: Sequence[PartChange], context: Context) -> api.Change:
    """Return one difference; `parts` are those of its health."""
    return api.Change(
        kind=kind_of(source.change),
        text=change_words(source),
        account=AccountRef(id=context.id_of(Kind.ACCOUNT, source.account_uid), name=source.account_name),
        person=_person(source, context),
        subject=source.fact,
        before=source.before,
        after=source.after,
        since=utc_millis(source.since),
        before_value=source.before_value,
        after_value=source.after_value,
        detail=source.after_detail,
        weight=_weight(source, context),
        terms=terms_of(source.term_names, source.term_values, (), context),
        parts=[api.ChangePart(name=one.name, before=one.before, after=one.after, move=one.move) for one in parts],
    )


def _person(source: ChangeSource, context: Context) -> StakeholderRef | None:
    if source.stakeholder_uid is None:
        return None
    return StakeholderRef(id=context.id_of(Kind.STAKEHOLDER, source.stakeholder_uid), name=source.name or "")


def _weight(source: ChangeSource, context: Context) -> api.ChangeWeight:
    parts = (source.base, INFLUENCE * (source.influence or 0.0), abs(source.move or 0.0))
    told = [(name, value) for name, value in zip(WEIGHTY, parts, strict=True) if value]
    names, values = [name for name, _ in told], [value for _, value in told]
    return api.ChangeWeight(value=source.weight, terms=terms_of(names, values, (), context))
