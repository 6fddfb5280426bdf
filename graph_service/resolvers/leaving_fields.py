"""What is lost if somebody leaves, who can introduce us: arguments in, one read, the API's types out."""

import asyncio
from datetime import datetime

from graph_service.errors import UsageError
from graph_service.inference.paths.introductions import MOST_PATHS
from graph_service.resolvers import leaving_queries as q
from graph_service.resolvers.context import Context, Info, context_of
from graph_service.resolvers.leaving_introductions import introductions_of, paths_of
from graph_service.resolvers.leaving_report import leave_report_of, report_of
from graph_service.resolvers.moments import moment_of
from graph_service.schema.ids import Kind
from graph_service.schema.leaving import Introductions, LeaveReport


async def resolve_leaving(
    info: Info, contact_id: str | None, stakeholder_id: str | None, as_of: datetime | None
) -> LeaveReport | None:
    """Return what is lost if a person leaves, or None: unknown and forbidden alike.

    Of a person by `contact_id` the account is the one where they were seen last. Raises `UsageError` unless exactly
    one of the ids is given.
    """
    if (contact_id is None) == (stakeholder_id is None):
        raise UsageError("say who leaves by one of `contactId` and `stakeholderId`", "pass exactly one of the two")
    context = context_of(info)
    contact = context.uid_of(Kind.CONTACT, contact_id) if contact_id is not None else None
    place = context.uid_of(Kind.STAKEHOLDER, stakeholder_id) if stakeholder_id is not None else None
    whom = _whom(context, contact, place, as_of)
    if whom is None:
        return None
    row = await context.gateway.first(q.NETWORK, q.around_one_place(whom))
    if row is None:
        return None
    known, report = await asyncio.to_thread(report_of, row, live=whom.live)
    return leave_report_of(row, known, report, context)


async def resolve_introductions(
    info: Info, to: str, k: int, from_me: bool, as_of: datetime | None
) -> Introductions | None:
    """Return the `k` best paths to a person (by the id of the person, or of them at an account), or None."""
    if not 1 <= k <= MOST_PATHS:
        raise UsageError(f"`k` is {k}; it must be 1 to {MOST_PATHS}", "ask for fewer paths")
    context = context_of(info)
    whom = _whom(context, context.uid_of(Kind.CONTACT, to), context.uid_of(Kind.STAKEHOLDER, to), as_of)
    rows = await context.gateway.rows(q.NETWORK, q.around_all_places(whom)) if whom else []
    if whom is None or not rows:
        return None
    only = context.gateway.viewer.user_uid if from_me else None
    known, paths = await asyncio.to_thread(paths_of, rows, k, live=whom.live, only_user=only)
    return introductions_of(rows, known, paths, context)


def _whom(context: Context, contact: str | None, place: str | None, as_of: datetime | None) -> q.Whom | None:
    whom = whom_of(context, contact or "", place or "", as_of)
    return None if contact is None and place is None else whom


def whom_of(context: Context, contact_uid: str, stakeholder_uid: str, as_of: datetime | None) -> q.Whom:
    """Return whom a read is around, one of the uids empty, and when."""
    moment = moment_of(context, as_of)
    return q.Whom(contact_uid, stakeholder_uid, moment.at, moment.date, moment.day, moment.live)
