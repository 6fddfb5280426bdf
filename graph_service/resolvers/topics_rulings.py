"""What people correct of topics: two are one, a request belongs elsewhere, a name; and taking it back. API and CLI.

Each is one idempotent write with the viewer's sight; then the topics are grouped anew with it. A decision names the
requests that the decider may read, so it outlives every grouping; whoever may not read them all does not see it.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from graph_service.graph.query import Uids
from graph_service.inference.topics.corrections import FROM, MERGED, MOVED, NAMED, ONE, OTHER, TO
from graph_service.resolvers import topics_queries as q
from graph_service.resolvers.explaining_corrections import Judge
from graph_service.resolvers.topics_rows import JudgedTopicRow
from graph_service.schema.actions import UserError
from graph_service.schema.enums import ErrorCode

MAX_TEXT, MAX_KEY, MAX_NAME = 1000, 200, 120
MOST_NAMED = 50
"""Requests of one topic that a decision names: the earliest ones, which the topic is known by."""
NO_TOPIC = UserError(
    code=ErrorCode.NOT_FOUND, message="There is no such topic or request.",
    hint="Take the id from `topics` again (`graph-service topics`).",
)  # fmt: skip
NO_RULING = UserError(
    code=ErrorCode.NOT_FOUND, message="There is no such decision on topics.",
    hint="Take the id from the topic's `rulings` (`graph-service topics show`).",
)  # fmt: skip
ALONE = UserError(
    code=ErrorCode.CONFLICT, message="The request is in a topic of its own already.",
    hint="Name the topic that it belongs to.",
)  # fmt: skip
Parts = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Reasons:
    """Why somebody decides, and the caller's own key, under which a decision happens once."""

    reason: str | None = None
    key: str | None = None


async def merge_topics(judge: Judge, one: str, other: str, why: Reasons) -> list[str] | UserError:
    """Make two topics one, each named by a request in it; return requests of the topics it is about."""
    found = await _topics(judge, [one, other], why)
    if isinstance(found, UserError):
        return found
    first, second = found
    if other not in first.requests:
        parts = [*_parts(ONE, first.requests), *_parts(OTHER, second.requests)]
        await _decide(judge, MERGED, parts, why, found)
    return await _settled(judge, [other])


async def move_request(judge: Judge, request: str, target: str | None, why: Reasons) -> list[str] | UserError:
    """Put a request into the topic of `target`, or into one of its own for None."""
    found = await _topics(judge, [request, *([target] if target else [])], why)
    if isinstance(found, UserError):
        return found
    left = [uid for uid in found[0].requests if uid != request]
    if target is None and not left:
        before = found[0].left  # the same was decided before: the same answer
        return ALONE if before is None else await _settled(judge, [request, *before[:1]])
    if target is None or target not in found[0].requests:
        goal = found[1].requests if target else []
        parts = [*_parts(ONE, [request]), *_parts(FROM, left), *_parts(TO, goal)]
        await _decide(judge, MOVED, parts, why, found)
    return await _settled(judge, [request, *left[:1]])


async def name_topic(judge: Judge, topic: str, name: str, why: Reasons) -> list[str] | UserError:
    """Give the topic of a request a name, which it keeps however the requests are grouped."""
    plain = " ".join(name.split())
    if not plain or len(plain) > MAX_NAME:
        return _bad_input(f"A name has 1 to {MAX_NAME} characters.", "Say in a few words what is asked for.")
    found = await _topics(judge, [topic], why)
    if isinstance(found, UserError):
        return found
    if found[0].name != plain:
        await _decide(judge, NAMED, _parts(ONE, found[0].requests), why, found, plain)
    return await _settled(judge, [topic])


async def withdraw_ruling(judge: Judge, decision: str, why: Reasons) -> list[str] | UserError:
    """Take a decision back: the topics are as if nobody had taken it."""
    if problem := too_long(why):
        return problem
    asked = q.WithdrawTopicRuling(decision, why.reason, judge.gateway.viewer.user_uid, judge.now)
    row = await judge.gateway.decide(q.WITHDRAW_TOPIC_RULING, asked)
    return NO_RULING if row is None else await _settled(judge, row.requests)


async def _topics(judge: Judge, uids: Sequence[str], why: Reasons) -> list[JudgedTopicRow] | UserError:
    """Return the topics of some requests, in their order, or why nothing can be decided."""
    if problem := too_long(why):
        return problem
    rows = {row.asked: row for row in await judge.gateway.rows(q.TOPICS_TO_JUDGE, Uids([*dict.fromkeys(uids)]))}
    return [rows[uid] for uid in uids] if set(uids) <= set(rows) else NO_TOPIC


def _parts(part: str, uids: Sequence[str]) -> Parts:
    return [{"uid": uid, "part": part} for uid in uids[:MOST_NAMED]]


async def _decide(
    judge: Judge, kind: str, parts: Parts, why: Reasons, found: Sequence[JudgedTopicRow], name: str | None = None
) -> None:
    viewer = judge.gateway.viewer
    version = why.key or "/".join(str(row.version) for row in found)
    said = (viewer.workspace_id, viewer.user_uid, kind, *(row.asked for row in found), name or "", version)
    uid = hashlib.sha256("\x1f".join(said).encode("utf-8", "surrogatepass")).hexdigest()[:26]
    asked = q.RuleOnRequests(uid, kind, parts, name, why.reason, viewer.user_uid, judge.now)
    await judge.gateway.decide(q.RULE_ON_REQUESTS, asked)


async def _settled(judge: Judge, requests: list[str]) -> list[str]:
    """Group the topics anew, also where nothing was left to decide: what began it may have been cut off."""
    await judge.recomputing.bring_in_line()
    return requests


def too_long(why: Reasons) -> UserError | None:
    """Return why a reason or a key cannot be kept, None where they can."""
    if len(why.key or "") > MAX_KEY:
        return _bad_input(f"`clientMutationId` is longer than {MAX_KEY} characters.", "Use a shorter one.")
    if len(why.reason or "") > MAX_TEXT:
        return _bad_input(f"The reason is longer than {MAX_TEXT} characters.", "Say it in fewer words.")
    return None


def _bad_input(message: str, hint: str) -> UserError:
    return UserError(code=ErrorCode.BAD_INPUT, message=message, hint=hint)
