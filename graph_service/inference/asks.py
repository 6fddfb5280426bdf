"""The asks between an account and us, both ways, paired with their answers. Pure.

Owns which message may answer which ask inside one account; the pairing rules are those of `inference.answers`. What
somebody of another account wrote answers nothing here.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from graph_service.domain.workspace import Workspace
from graph_service.inference.answers import OUR_SIDE, ask_outcomes, pair_answers
from graph_service.inference.casefile import Occasion
from graph_service.inference.touches import Answer, AskFact, AskOutcome, Message

THEIR_SIDE = "account"


@dataclass(frozen=True, slots=True)
class Asks:
    """Our asks to each stakeholder with their outcome, evidence → its answer, and the asks this account decides on."""

    of_person: dict[str, tuple[AskOutcome, ...]] = field(default_factory=dict)
    answers: dict[str, Answer] = field(default_factory=dict)
    decided: tuple[str, ...] = ()


def paired(
    asks: Sequence[AskFact], occasions: Iterable[Occasion], here: frozenset[str], country: str, workspace: Workspace
) -> Asks:
    """Return `asks` with their answers among `occasions`; `here` are the people of the account.

    Of an ask to people of several accounts, the account of the first of them decides what is stored.
    """
    if not asks:
        return Asks()
    answers = _answers(asks, _messages(occasions), here)
    mine: dict[str, list[AskFact]] = defaultdict(list)
    for ask in asks:
        for uid in here.intersection(ask.asked_uids) if ask.from_us else ():
            mine[uid].append(ask)
    outcomes = {uid: ask_outcomes(own, answers, workspace.zone, country) for uid, own in mine.items()}
    decided = (ask.evidence_uid for ask in asks if not ask.from_us or min(ask.asked_uids) in here)
    return Asks(outcomes, answers, tuple(decided))


def _answers(asks: Iterable[AskFact], messages: Sequence[Message], here: frozenset[str]) -> dict[str, Answer]:
    """Pair asks with answers. An ask to several people is answered in its thread only, so that every one of them
    comes to the same answer.
    """
    single = [ask for ask in asks if not ask.from_us or len(ask.asked_uids) == 1]
    several: dict[str, list[AskFact]] = defaultdict(list)
    for ask in asks:
        if ask.from_us and len(ask.asked_uids) > 1:
            several[ask.thread_id].append(ask)
    sides = _sides(asks, messages, here)
    answers = pair_answers(single, messages, sides)
    inside: dict[str, list[Message]] = {thread: [] for thread in several}
    for message in messages:
        if message.thread_id in inside:
            inside[message.thread_id].append(message)
    for thread, own in several.items():
        answers |= pair_answers(own, inside[thread], sides)
    return answers


def _sides(asks: Iterable[AskFact], messages: Iterable[Message], here: frozenset[str]) -> dict[str, str]:
    """Return person → side. Whoever was asked stands on the account's side, so that a colleague may answer for them."""
    sides = {message.sender_uid: OUR_SIDE for message in messages}
    for ask in asks:
        sides |= {ask.asker_uid: OUR_SIDE} if ask.from_us else dict.fromkeys(ask.asked_uids, OUR_SIDE)
        sides |= dict.fromkeys(ask.asked_uids, THEIR_SIDE) if ask.from_us else {}
    return sides | dict.fromkeys(here, THEIR_SIDE)


def _messages(occasions: Iterable[Occasion]) -> list[Message]:
    """Return what was written between both sides; nothing asks or answers by itself where they meet."""
    found: list[Message] = []
    for one in occasions:
        if one.is_automatic or one.is_together:
            continue
        people = tuple(dict.fromkeys(part.uid for part in one.people if part.role != "absent"))
        users = tuple(dict.fromkeys(part.uid for part in one.users))
        found += [
            Message(one.uid, one.at_ms, one.day, part.uid, others, one.thread_id)
            for parts, others in ((one.people, users), (one.users, people))
            for part in parts
            if part.role == "from" and others
        ]
    return found
