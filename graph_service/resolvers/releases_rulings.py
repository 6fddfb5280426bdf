"""What people say of a release and a request: it answers it, it does not, or that is taken back. API and CLI.

One idempotent write with the viewer's sight; then the answers are worked out anew with it.
"""

from graph_service.resolvers import topics_queries as q
from graph_service.resolvers.explaining_corrections import Judge, mutation_key
from graph_service.resolvers.topics_rulings import Reasons, too_long
from graph_service.schema.actions import UserError
from graph_service.schema.enums import ErrorCode

ACCEPTED, REJECTED, WITHDRAWN = "answer_accepted", "answer_rejected", "withdrawn"
NO_ANSWER = UserError(
    code=ErrorCode.NOT_FOUND, message="The release has no such answer.",
    hint="Take both ids from `release` again (`graph-service releases NAME`).",
)  # fmt: skip


async def rule_on_answer(judge: Judge, release: str, request: str, kind: str, why: Reasons) -> str | UserError:
    """Say whether a release answers a request, or take it back; return the release. What is said last holds."""
    if problem := too_long(why):
        return problem
    key, by = mutation_key(judge, why.key), judge.gateway.viewer.user_uid
    asked = q.RuleOnAnswer(release, request, kind, why.reason, key, by, judge.now)
    row = await judge.gateway.decide(q.RULE_ON_ANSWER, asked)
    if row is None:
        return NO_ANSWER
    await judge.recomputing.bring_in_line()
    return row.release_uid
