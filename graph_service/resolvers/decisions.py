"""People's decisions on actions: each is one idempotent write that answers with the action, or says why not."""

import hashlib
from datetime import datetime

from graph_service.errors import UsageError
from graph_service.resolvers import queries as q
from graph_service.resolvers.action_types import action_of
from graph_service.resolvers.context import Context, Info, context_of
from graph_service.resolvers.fact_types import word
from graph_service.resolvers.moments import aware
from graph_service.resolvers.rows import DecisionRow
from graph_service.resolvers.search_terms import storable
from graph_service.resolvers.selection import wants
from graph_service.schema.actions import ActionPayload, UserError
from graph_service.schema.enums import ErrorCode
from graph_service.schema.ids import Kind
from graph_service.schema.inputs import (
    CompleteActionInput,
    DismissActionInput,
    ReopenActionInput,
    SnoozeActionInput,
)

EVIDENCE = "action.reasons.evidence"
MAX_NOTE = 1000
MAX_MUTATION_ID = 200
Result = ActionPayload | UserError
NOT_FOUND = UserError(
    code=ErrorCode.NOT_FOUND, message="There is no such action.", hint="Take the id from `actionQueue` again."
)
REFUSALS = {
    "closed": UserError(
        code=ErrorCode.CONFLICT, message="The action is closed.", hint="Reopen it first, then snooze it."
    ),
    "replaced": UserError(
        code=ErrorCode.CONFLICT,
        message="Its playbook has made the same action anew, and that one is open.",
        hint="Take the open one from `actionQueue`.",
    ),
}


async def complete(info: Info, given: CompleteActionInput) -> Result:
    """Mark an action as done."""
    return await _decide(info, given.action_id, given.client_mutation_id, "done")


async def dismiss(info: Info, given: DismissActionInput) -> Result:
    """Dismiss an action; the reason is kept for learning."""
    note = storable(given.note or "").strip() or None
    return await _decide(info, given.action_id, given.client_mutation_id, "dismissed", word(given.reason), note=note)


async def snooze(info: Info, given: SnoozeActionInput) -> Result:
    """Put an action off until a moment in the future."""
    now = context_of(info).now
    try:
        until = aware(given.until)
    except UsageError as error:
        return _bad_input(error.message, error.hint)
    if until <= now:
        return _bad_input(f"`until` is not in the future; it is {now.isoformat()} here.", "Give a later moment.")
    return await _decide(info, given.action_id, given.client_mutation_id, "snoozed", given.reason, until)


async def reopen(info: Info, given: ReopenActionInput) -> Result:
    """Take a decision back."""
    context, key = context_of(info), given.client_mutation_id
    uid = context.uid_of(Kind.ACTION, given.action_id)
    if problem := _too_long(key, None):
        return problem
    if uid is None:
        return NOT_FOUND
    asked = q.Reopen(
        action_uid=uid,
        mutation_key=_mutation_key(context, uid, "reopened", key),
        by_uid=context.gateway.viewer.user_uid,
        now=context.now,
        include_evidence=wants(info, EVIDENCE),
    )
    row = await context.gateway.decide(q.REOPEN_ACTION, asked)
    return _answer(row, context, key)


async def _decide(
    info: Info,
    action_id: str,
    key: str | None,
    kind: str,
    reason: str | None = None,
    until: datetime | None = None,
    note: str | None = None,
) -> Result:
    context = context_of(info)
    uid = context.uid_of(Kind.ACTION, action_id)
    if problem := _too_long(key, reason) or _too_long(key, note):
        return problem
    if uid is None:
        return NOT_FOUND
    asked = q.Decide(
        action_uid=uid,
        kind=kind,
        reason=None if reason is None else storable(reason),
        until=until,
        mutation_key=_mutation_key(context, uid, kind, key),
        by_uid=context.gateway.viewer.user_uid,
        now=context.now,
        include_evidence=wants(info, EVIDENCE),
        note=note,
    )
    row = await context.gateway.decide(q.DECIDE_ACTION, asked)
    return _answer(row, context, key)


def _mutation_key(context: Context, action_uid: str, kind: str, key: str | None) -> str:
    """Return the decision's uid for a caller's own key; without one the statement makes it from the version."""
    if not key:
        return ""
    parts = (context.workspace_id, action_uid, kind, context.gateway.viewer.user_uid, key)
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:26]


def _answer(row: DecisionRow | None, context: Context, key: str | None) -> Result:
    if row is None:
        return NOT_FOUND
    refusal = REFUSALS.get(row.outcome)
    return refusal or ActionPayload(action=action_of(row.action, context), client_mutation_id=key)


def _too_long(key: str | None, reason: str | None) -> UserError | None:
    if len(key or "") > MAX_MUTATION_ID:
        return _bad_input(f"`clientMutationId` is longer than {MAX_MUTATION_ID} characters.", "Use a shorter one.")
    if len(reason or "") > MAX_NOTE:
        return _bad_input(f"The text is longer than {MAX_NOTE} characters.", "Say it in fewer words.")
    return None


def _bad_input(message: str, hint: str) -> UserError:
    return UserError(code=ErrorCode.BAD_INPUT, message=message, hint=hint)
