"""Forgetting a person: checked with the viewer's sight, then handed to the side that forgets. API and CLI use it.

Admins may, and whoever sees every account of the person. Whoever may not is answered as if there were no such person.
Counts of the whole workspace are told to admins alone: others could learn from them what they do not see.
"""

from dataclasses import replace

from graph_service.domain.forgetting import Counted, Forgetting, Forgotten, Searched
from graph_service.errors import UsageError
from graph_service.graph.viewer import ViewerGateway
from graph_service.resolvers import queries as q
from graph_service.resolvers.context import Context, Info, context_of
from graph_service.schema.actions import UserError
from graph_service.schema.enums import ErrorCode
from graph_service.schema.forgetting import (
    ForgetContactInput,
    ForgetContactPayload,
    ForgettingCount,
    ForgettingReport,
    SearchedPlace,
)
from graph_service.schema.ids import Kind

MAX_MUTATION_ID = 200
NOT_FOUND = UserError(
    code=ErrorCode.NOT_FOUND,
    message="There is no such person, or you do not see all of them.",
    hint="Take the id from `search` again; an admin, or who sees every account of a person, may have them forgotten.",
)
Result = ForgetContactPayload | UserError


async def forget_contact(info: Info, given: ForgetContactInput) -> Result:
    """Forget a person and answer with the report."""
    context, key = context_of(info), given.client_mutation_id
    uid = context.uid_of(Kind.CONTACT, given.contact_id)
    if len(key or "") > MAX_MUTATION_ID:
        message = f"`clientMutationId` is longer than {MAX_MUTATION_ID} characters."
        return UserError(code=ErrorCode.BAD_INPUT, message=message, hint="Use a shorter one.")
    if uid is None:
        return NOT_FOUND
    done = await carry_out(context.gateway, forgetting_of(info), uid, dry_run=given.dry_run)
    if isinstance(done, UserError):
        return done
    return ForgetContactPayload(
        report=report_of(done, context, is_admin=context.gateway.viewer.is_admin), client_mutation_id=key
    )


async def carry_out(
    gateway: ViewerGateway, forgetting: Forgetting, contact_uid: str, *, dry_run: bool
) -> Forgotten | UserError:
    """Forget a person if the viewer may; else answer as if there were nobody."""
    viewer = gateway.viewer
    uid = contact_uid
    if not viewer.is_admin:
        found = await gateway.rows(q.PEOPLE_TO_JUDGE, q.ToJudge([contact_uid], ""))
        is_own = not found and await forgetting.forgotten_by(contact_uid) == viewer.user_uid
        if not found and not is_own:
            return NOT_FOUND
        uid = found[0].uid if found else contact_uid
    done = await forgetting.forget(uid, viewer.user_uid, dry_run=dry_run)
    return NOT_FOUND if done is None else replace(done, contact_uid=contact_uid)


def forgetting_of(info: Info) -> Forgetting:
    """Return the side that forgets; raises `UsageError` where there is none."""
    forgetting = context_of(info).forgetting
    if forgetting is None:
        raise UsageError("this service only reads", "have people forgotten at the service that loads the data")
    return forgetting


def report_of(done: Forgotten, context: Context, *, is_admin: bool) -> ForgettingReport:
    """Return the report as the API shows it; of the whole workspace only what the viewer may know."""
    told = done if is_admin else _of_the_person_alone(done)
    return ForgettingReport(
        contact_id=context.id_of(Kind.CONTACT, done.contact_uid),
        done=done.is_done,
        done_before=done.was_done_before,
        proved=done.is_proved,
        removed=_counts(told.removed),
        masked=_counts(told.masked),
        sources=_counts(told.sources),
        kept=_counts(told.kept),
        searched=[_place(one, is_admin=is_admin) for one in told.searched],
        files=[_place(one, is_admin=is_admin) for one in told.files],
        namesake_ids=[context.id_of(Kind.CONTACT, uid) for uid in told.namesake_uids],
    )


def _of_the_person_alone(done: Forgotten) -> Forgotten:
    return replace(done, masked=(), sources=(), kept=(), files=(), namesake_uids=())


def _counts(counted: tuple[Counted, ...]) -> list[ForgettingCount]:
    return [ForgettingCount(what=one.what, count=one.count) for one in counted]


def _place(one: Searched, *, is_admin: bool) -> SearchedPlace:
    return SearchedPlace(place=one.place, values=one.values if is_admin else None, found=one.found)
