"""What people decided about topics, as it is kept, turned into what the grouping obeys and what topics are called.

Owns the meaning of the kinds and parts of a decision. A decision names requests, never a topic: topics come and go with
the requests, and so a decision outlives every new grouping. Each part is led by its earliest request that still counts.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph_service.inference.topics.records import Request, Ruling, Topic

MERGED, MOVED, NAMED = "topics_merged", "request_moved", "topic_named"
"""Kinds of decisions: two topics are one; a request goes from its topic into another, or one of its own; a name."""
ONE, OTHER, FROM, TO = "one", "other", "from", "to"
"""Parts: the two topics of a merge; the request that moves is `one`, `from` and `to` are the rest of two topics."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A decision; `parts` are (part, request uid). `note` is the name that was given.

    `order` is (moment in milliseconds, place in the log): of one moment, what was decided later holds.
    """

    uid: str
    kind: str
    day: int
    order: tuple[int, int]
    note: str
    parts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class GivenName:
    """What people call a topic, and by which decision; `is_whole` while all it was given to is still in there.

    Else the name may tell of what is elsewhere now, and only the decision itself says who may read it.
    """

    name: str
    decision_uid: str
    is_whole: bool


def rulings_of(corrections: Iterable[Correction], requests: Iterable[Request]) -> list[Ruling]:
    """Return what the grouping obeys, in the order of deciding. What names no request that counts says nothing."""
    rank = {one.uid: (one.day, one.uid) for one in requests}
    return [ruling for one in _in_order(corrections) for ruling in _rulings(one, _leads(one, rank))]


def given_names(topics: Iterable[Topic], corrections: Iterable[Correction], horizon_day: int) -> dict[str, GivenName]:
    """Return topic uid → the name people gave it last, by the end of `horizon_day`.

    A name stays with the earliest request of the topic it was given to, wherever that goes.
    """
    asked = [(member.request, one.uid) for one in topics for member in one.members]
    topic_of = {request.uid: uid for request, uid in asked}
    rank = {request.uid: (request.day, request.uid) for request, _ in asked}
    found: dict[str, GivenName] = {}
    for one in _in_order(corrections):
        lead = _leads(one, rank).get(ONE)
        if one.kind == NAMED and one.note and one.day <= horizon_day and lead is not None:
            places = {topic_of.get(uid) for _, uid in one.parts}  # None: it does not count any more
            found[topic_of[lead]] = GivenName(one.note, one.uid, len(places) == 1)
    return found


def _in_order(corrections: Iterable[Correction]) -> list[Correction]:
    return sorted(corrections, key=lambda one: (one.order, one.uid))


def _leads(correction: Correction, rank: Mapping[str, tuple[int, str]]) -> dict[str, str]:
    """Return part → its earliest request that still counts."""
    parts: dict[str, list[str]] = {}
    for part, uid in correction.parts:
        if uid in rank:
            parts.setdefault(part, []).append(uid)
    return {part: min(uids, key=rank.__getitem__) for part, uids in parts.items()}


def _rulings(correction: Correction, leads: Mapping[str, str]) -> Sequence[Ruling]:
    one = leads.get(ONE)
    if one is None:
        return ()
    if correction.kind == MERGED:
        return _ruling(correction, one, leads.get(OTHER), is_together=True)
    if correction.kind == MOVED:
        left = _ruling(correction, one, leads.get(FROM), is_together=False, alone=True)
        return (*left, *_ruling(correction, one, leads.get(TO), is_together=True, alone=True))
    return ()


def _ruling(
    correction: Correction, one: str, other: str | None, *, is_together: bool, alone: bool = False
) -> Sequence[Ruling]:
    if other is None or other == one:
        return ()
    at_ms, seq = correction.order
    order = f"{at_ms:015d}/{seq:012d}/{correction.uid}/{int(is_together)}"
    return (Ruling(one, other, is_together=is_together, day=correction.day, uid=order, alone=alone),)
