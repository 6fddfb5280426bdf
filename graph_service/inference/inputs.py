"""Rows of the graph → the inputs of the formulas. Pure."""

from dataclasses import dataclass

from graph_service.domain.workspace import Workspace
from graph_service.inference.answers import OUR_SIDE, ask_outcomes, pair_answers
from graph_service.inference.queries import AskRow, StakeholderSource, TouchRow
from graph_service.inference.touches import Answer, AskFact, AskOutcome, Message, StakeholderInput, Touch

TOGETHER = frozenset({"meeting", "call"})
"""Channels in which both sides are there at once; nothing in them asks or answers by itself."""


@dataclass(frozen=True, slots=True)
class StakeholderCase:
    """One stakeholder ready for inference, and the answers found to asks it decides about."""

    source: StakeholderSource
    input: StakeholderInput
    answers: dict[str, Answer | None]


def stakeholder_case(source: StakeholderSource, workspace: Workspace) -> StakeholderCase:
    """Return the input of one stakeholder, its asks paired with their answers."""
    to_us = [_ask(row, workspace, from_us=False) for row in source.asks_to_us]
    from_us = [_ask(row, workspace, from_us=True) for row in source.asks_from_us]
    answers = _answers(source, [*to_us, *from_us], workspace)
    outcomes: tuple[AskOutcome, ...] = ask_outcomes(from_us, answers, workspace.zone, source.country)
    decided = [ask for ask in (*to_us, *from_us) if not ask.from_us or min(ask.asked_uids) == source.uid]
    return StakeholderCase(
        source=source,
        input=StakeholderInput(
            uid=source.uid,
            name=source.name,
            touches=tuple(touch for row in source.touches for touch in _touches(row, workspace)),
            asks=outcomes,
            first_seen_day=None if source.first_seen is None else _day(source.first_seen, workspace),
            country=source.country,
        ),
        answers={ask.evidence_uid: answers.get(ask.evidence_uid) for ask in decided},
    )


def _answers(source: StakeholderSource, asks: list[AskFact], workspace: Workspace) -> dict[str, Answer]:
    """Pair asks with answers. An ask to several people is answered in its thread only, so that every one of them
    comes to the same answer.
    """
    messages = _messages(source, workspace)
    people = {source.uid, *(row[3] for row in source.colleague_mail)}
    users = {user for row in source.touches for user in row[5]} | {ask.asker_uid for ask in asks if ask.from_us}
    sides = dict.fromkeys(people, source.account_uid) | dict.fromkeys(users, OUR_SIDE)
    sides |= {uid: source.account_uid for ask in asks if ask.from_us for uid in ask.asked_uids if uid not in sides}
    single = [ask for ask in asks if not ask.from_us or len(ask.asked_uids) == 1]
    several = [ask for ask in asks if ask.from_us and len(ask.asked_uids) > 1]
    threads = {ask.thread_id for ask in several}
    inside = [message for message in messages if message.thread_id in threads]
    answers = pair_answers(single, messages, sides)
    for ask in several:
        in_thread = [message for message in inside if message.thread_id == ask.thread_id]
        answers |= pair_answers([ask], in_thread, sides)
    return answers


def _messages(source: StakeholderSource, workspace: Workspace) -> list[Message]:
    own = []
    for uid, at, _, thread, role, users, channel in source.touches:
        if channel in TOGETHER:
            continue
        if role == "from":
            own.append(Message(uid, at, _day(at, workspace), source.uid, tuple(users), thread))
        else:
            own += [Message(uid, at, _day(at, workspace), user, (source.uid,), thread) for user in users]
    colleagues = [
        Message(uid, at, _day(at, workspace), sender, tuple(users), thread)
        for uid, at, thread, sender, users in source.colleague_mail
    ]
    return own + colleagues


def _ask(row: AskRow, workspace: Workspace, *, from_us: bool) -> AskFact:
    evidence, interaction, at, thread, asker, asked = row
    return AskFact(evidence, interaction, at, _day(at, workspace), asker, tuple(sorted(asked)), thread, from_us)


def _touches(row: TouchRow, workspace: Workspace) -> list[Touch]:
    """Return a touch for each of our users in it. Who meets us acts, whoever sent the invitation.

    A meeting and the recording of it are one occasion, so both count as meetings.
    """
    uid, at, people, thread, role, users, channel = row
    day, together = _day(at, workspace), channel in TOGETHER
    kind = "meeting" if together else channel
    return [Touch(uid, at, day, user, together or role == "from", people, thread, kind) for user in users]


def _day(millis: int, workspace: Workspace) -> int:
    return workspace.day_number(millis)
