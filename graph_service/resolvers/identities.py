"""Who is who: arguments in, one read or one decision through the desk, the API's types out."""

from graph_service.domain.identity_rulings import RulingKind
from graph_service.resolvers import queries as q
from graph_service.resolvers.context import Info, context_of, cursors_of, desk_of
from graph_service.resolvers.identity_types import explanation_of, pair_of, rule_of
from graph_service.resolvers.judging import NOT_FOUND, Judgement, judge
from graph_service.resolvers.paging import cut, page_info, page_size
from graph_service.resolvers.search_terms import storable
from graph_service.schema.actions import UserError
from graph_service.schema.identity import (
    IdentityExplanation,
    IdentityPairConnection,
    IdentityPairEdge,
    IdentityPayload,
    IdentityRule,
    KeepContactsApartInput,
    MergeContactsInput,
    SplitContactInput,
)
from graph_service.schema.ids import Kind

Result = IdentityPayload | UserError


async def resolve_review(info: Info, first: int, after: str | None) -> IdentityPairConnection:
    """Return a page of the pairs who may be one person, surest first."""
    context, cursors = context_of(info), cursors_of(info)
    place, size = f"identity/{context.workspace_id}", page_size(first)
    start = cursors.read(place, after) if after else None
    page = q.ReviewPage(size + 1, float(start[0]), str(start[1])) if start else q.ReviewPage(size + 1)
    found, more = cut(await context.gateway.rows(q.IDENTITY_REVIEW, page), size)
    marks = [cursors.sign(place, (row.p, row.key)) for row in found]
    return IdentityPairConnection(
        edges=[
            IdentityPairEdge(cursor=mark, node=pair_of(row, context)) for mark, row in zip(marks, found, strict=True)
        ],
        page_info=page_info(marks, more=more, after=after),
    )


async def resolve_explanation(info: Info, contact_id: str) -> IdentityExplanation | None:
    """Return why a person is one person, or None: unknown and forbidden alike."""
    context = context_of(info)
    uid = context.uid_of(Kind.CONTACT, contact_id)
    if uid is None:
        return None
    row = await context.gateway.first(q.EXPLAIN_IDENTITY, q.WhoIs(uid))
    return None if row is None else explanation_of(row, context)


async def resolve_rules(info: Info) -> list[IdentityRule]:
    """Return the rules with what decisions taught of them (a statistic of the workspace, decision 17)."""
    return [rule_of(one) for one in await desk_of(info).rules()]


async def merge(info: Info, given: MergeContactsInput) -> Result:
    """Say that two people are one."""
    return await _pair(info, RulingKind.MERGED, given)


async def keep_apart(info: Info, given: KeepContactsApartInput) -> Result:
    """Say that two people are not one."""
    return await _pair(info, RulingKind.KEPT_APART, given)


async def split(info: Info, given: SplitContactInput) -> Result:
    """Say that some identities of a person belong to somebody else."""
    uid = context_of(info).uid_of(Kind.CONTACT, given.contact_id)
    if uid is None:
        return NOT_FOUND
    values = tuple(storable(value) for value in given.values)
    reason, key = _stored(given.reason), given.client_mutation_id
    return await _answer(info, Judgement(RulingKind.SPLIT, uid, values=values, reason=reason, key=key))


async def _pair(info: Info, kind: RulingKind, given: MergeContactsInput | KeepContactsApartInput) -> Result:
    context = context_of(info)
    one = context.uid_of(Kind.CONTACT, given.contact_id)
    other = context.uid_of(Kind.CONTACT, given.other_contact_id)
    if one is None or other is None:
        return NOT_FOUND
    reason, key = _stored(given.reason), given.client_mutation_id
    return await _answer(info, Judgement(kind, one, other, reason=reason, key=key))


async def _answer(info: Info, asked: Judgement) -> Result:
    context = context_of(info)
    judged = await judge(context.gateway, desk_of(info), asked, context.now)
    if isinstance(judged, UserError):
        return judged
    return IdentityPayload(people=[explanation_of(row, context) for row in judged], client_mutation_id=asked.key)


def _stored(reason: str | None) -> str | None:
    return storable(reason or "").strip() or None
