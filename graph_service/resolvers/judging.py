"""A person's decision on who is who: checked with the viewer's sight, then handed to the desk. API and CLI use it.

Whoever is not seen whole is answered like somebody who does not exist; nothing is said of why.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from graph_service.domain.identity_rulings import IdentityDesk, Ruling, RulingKind
from graph_service.graph.viewer import ViewerGateway
from graph_service.resolvers import queries as q
from graph_service.resolvers.identity_rows import ExplanationRow, JudgedRow
from graph_service.schema.actions import UserError
from graph_service.schema.enums import ErrorCode

MAX_REASON = 1000
MAX_MUTATION_ID = 200
MAX_VALUES = 50
NOT_FOUND = UserError(
    code=ErrorCode.NOT_FOUND,
    message="There is no such person, or you do not see all of them.",
    hint="Take the id from `search` again; who sees every account of a person may decide who they are.",
)
Judged = list[ExplanationRow] | UserError


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is to be decided: `other` is a contact (a merge, keeping apart), `values` are identities (a split)."""

    kind: RulingKind
    one: str
    other: str = ""
    values: tuple[str, ...] = ()
    reason: str | None = None
    key: str | None = None


async def judge(gateway: ViewerGateway, desk: IdentityDesk, asked: Judgement, now: datetime) -> Judged:
    """Carry a decision out; return the people it is about as they are now, or why it was refused."""
    if problem := _too_long(asked):
        return problem
    wanted = [uid for uid in (asked.one, asked.other) if uid]
    given = _uid(gateway, asked, asked.key) if asked.key else ""
    found = {row.asked: row for row in await gateway.rows(q.PEOPLE_TO_JUDGE, q.ToJudge(wanted, given))}
    people = [found[uid] for uid in wanted if uid in found]
    if len(people) < len(wanted):
        return NOT_FOUND
    if people[0].is_settled:
        own = dict.fromkeys(one.uid for person in people for one in person.identities)
        return await _explained(gateway, await desk.settle(tuple(own)))
    sides = _sides(asked, people)
    if isinstance(sides, UserError):
        return sides
    uid = given or _uid(gateway, asked, str(sum(person.version for person in people)))
    ruling = Ruling(uid, asked.kind, *sides, gateway.viewer.user_uid, now, asked.reason)
    return await _explained(gateway, await desk.carry_out(ruling))


async def _explained(gateway: ViewerGateway, contacts: Sequence[str]) -> list[ExplanationRow]:
    return [row for uid in contacts for row in await gateway.rows(q.EXPLAIN_IDENTITY, q.WhoIs(uid))]


def _uid(gateway: ViewerGateway, asked: Judgement, key: str) -> str:
    """Return the decision's uid: the same for the same decision with the same key of the same user."""
    viewer = gateway.viewer
    parts = (viewer.workspace_id, asked.kind, asked.one, asked.other, *sorted(asked.values), viewer.user_uid, key)
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:26]


def _sides(asked: Judgement, people: Sequence[JudgedRow]) -> tuple[tuple[str, ...], tuple[str, ...]] | UserError:
    """Return the identities of both sides, or why there are no two sides."""
    if any(person.is_shared for person in people):
        return _conflict("A shared mailbox is nobody in particular.", "Decide on people only.")
    if asked.kind == RulingKind.SPLIT:
        return _parts(people[0], asked.values)
    if len({person.uid for person in people}) < len(people):
        return _conflict("They are one person already.", "To part them, split the person.")
    one, other = (tuple(identity.uid for identity in person.identities) for person in people)
    if not one or not other:
        return _conflict("One of them has no address and no record to tell them by.", "Load the source of it first.")
    return one, other


def _parts(person: JudgedRow, values: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]] | UserError:
    wanted = {value.strip().casefold() for value in values}
    known = {one.value.casefold() for one in person.identities}
    if not wanted or not wanted <= known:
        return UserError(
            code=ErrorCode.NOT_FOUND, message="The person has no such address or record.",
            hint="Take the values from `explainIdentity` (`graph-service identity why`).",
        )  # fmt: skip
    named = tuple(one.uid for one in person.identities if one.value.casefold() in wanted)
    others = tuple(one.uid for one in person.identities if one.value.casefold() not in wanted)
    if not others:
        return _conflict("Nothing would be left of the person.", "Name what belongs to somebody else, and only that.")
    return named, others


def _too_long(asked: Judgement) -> UserError | None:
    if len(asked.key or "") > MAX_MUTATION_ID:
        return _bad_input(f"`clientMutationId` is longer than {MAX_MUTATION_ID} characters.", "Use a shorter one.")
    if len(asked.reason or "") > MAX_REASON:
        return _bad_input(f"The reason is longer than {MAX_REASON} characters.", "Say it in fewer words.")
    if len(asked.values) > MAX_VALUES:
        return _bad_input(f"More than {MAX_VALUES} values are named.", "Split in several steps.")
    return None


def _bad_input(message: str, hint: str) -> UserError:
    return UserError(code=ErrorCode.BAD_INPUT, message=message, hint=hint)


def _conflict(message: str, hint: str) -> UserError:
    return UserError(code=ErrorCode.CONFLICT, message=message, hint=hint)
