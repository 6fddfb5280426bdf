"""Rows of what happened at an account → occasions, sayings, asks with their answers, and who was in touch with whom.

Pure: it selects and names, and pairs asks with answers (`asks`). What sources say of the people is `cases`.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from graph_service.domain.facts import DAY_MS
from graph_service.domain.workspace import Workspace
from graph_service.inference.asks import Asks, paired
from graph_service.inference.casefile import Occasion, Part, Saying
from graph_service.inference.happenings import Row
from graph_service.inference.touches import AskFact, Touch

ATTENDING = frozenset({"accepted", "tentative"})
_part = lru_cache(maxsize=1 << 16)(Part)
"""The same few people play the same parts in all that happens."""


@dataclass(frozen=True, slots=True)
class CaseEvents:
    """What happened at one account, ascending by (time, uid), and what of it is each person's.

    What was said is not among it (`sayings`): the month's statistics rest on this alone.
    """

    here: tuple[str, ...]
    occasions: tuple[Occasion, ...]
    asks: Asks
    touches: dict[str, tuple[Touch, ...]]
    first_days: dict[str, int]


def case_events(row: Row, workspace: Workspace) -> CaseEvents:
    """Return what happened at an account; `row` is one of `cypher/inference/read_case_events.cypher`."""
    here = frozenset(row["here"])
    series: dict[str, str] = dict(row["meetings"])
    tickets = {one[0]: one[1:] for one in row["tickets"]}
    ordered = sorted(row["occasions"], key=_by_time(1))
    occasions = tuple(
        [_occasion(one, here, series.get(one[0]) or "", tickets.get(one[0]), workspace) for one in ordered]
    )
    asks = _asks(row["sayings"], ordered, here, workspace)
    return CaseEvents(
        here=tuple(sorted(here)),
        occasions=occasions,
        asks=paired(asks, occasions, here, row["country"], workspace),
        touches=touches_by_person(occasions),
        first_days=_first_days(occasions),
    )


def sayings(row: Row, events: CaseEvents, workspace: Workspace) -> tuple[Saying, ...]:
    """Return what was said at an account, ascending by (time, uid); `events` are those of the same row."""
    asked = {one.uid: tuple([part.uid for part in one.people if part.role == "to"]) for one in events.occasions}
    return tuple([_saying(one, asked, events.asks, workspace) for one in sorted(row["sayings"], key=_by_time(2))])


def _by_time(place: int) -> Callable[[list[Any]], tuple[int, str]]:
    """Return the order of rows by their moment, which stands at `place`, then by uid."""
    return lambda row: (row[place], row[0])


def _occasion(
    row: list[Any], here: frozenset[str], series: str, ticket: list[Any] | None, workspace: Workspace
) -> Occasion:
    uid, at, channel, direction, thread, size, automatic, parts = row
    people = tuple([_part(who, role, answer or "") for who, role, answer, _ in parts if who in here])
    users = tuple([_part(who, role, answer or "") for who, role, answer, ours in parts if ours])
    status, priority, kind, satisfaction, tags = ticket or ("", "", "", "", ())
    return Occasion(
        uid=uid, at_ms=at, day=workspace.day_number(at), channel=channel, direction=direction, thread_id=thread,
        sender_uid=_sender(people, users), people=people, users=users, size=size, is_automatic=automatic,
        is_opening=channel != "ticket" or ticket is not None, series_id=series, status=status, priority=priority,
        ticket_type=kind, satisfaction=satisfaction, tags=tuple(tags),
    )  # fmt: skip


def _sender(people: Iterable[Part], users: Iterable[Part]) -> str:
    """Return who wrote or called it together; the writer before the organizer."""
    for role in ("from", "organizer"):
        starters = [one.uid for side in (people, users) for one in side if one.role == role]
        if starters:
            return min(starters)
    return ""


def touches_by_person(occasions: Iterable[Occasion]) -> dict[str, tuple[Touch, ...]]:
    """Return stakeholder → their touches.

    Who meets us acts, whoever sent the invitation. Invitations that nobody accepted are none; the recording of a
    meeting counts as a meeting.
    """
    found: dict[str, list[Touch]] = defaultdict(list)
    for one in occasions:
        if one.is_automatic:
            continue
        kind = "meeting" if one.is_together else one.channel
        for part in one.people:
            if part.role == "absent" or (one.channel == "meeting" and part.response not in ATTENDING):
                continue
            inbound = one.is_together or part.role == "from"
            for user in dict.fromkeys(_counterparts(one, part)):
                found[part.uid].append(Touch(one.uid, one.at_ms, one.day, user, inbound, one.size, one.thread_id, kind))
    return {uid: tuple(touches) for uid, touches in found.items()}


def _counterparts(one: Occasion, part: Part) -> list[str]:
    """Return the users a part is a touch with: all in a mail of theirs, in a mail to them only its writer."""
    if one.channel == "call":
        return [user.uid for user in one.users if user.role != "absent"]
    if one.channel == "meeting":
        return [user.uid for user in one.users if user.response in ATTENDING]
    return [user.uid for user in one.users if part.role == "from" or user.role == "from"]


def _first_days(occasions: Iterable[Occasion]) -> dict[str, int]:
    """Return stakeholder → the first day on which they were in anything at all; `occasions` ascend."""
    found: dict[str, int] = {}
    for one in occasions:
        for part in one.people:
            found.setdefault(part.uid, one.day)
    return found


def _asks(
    said: Iterable[list[Any]], occasions: Iterable[list[Any]], here: frozenset[str], workspace: Workspace
) -> list[AskFact]:
    """Return the asks by people who are here, and those by one of ours to somebody who is, ascending by (time, uid)."""
    rows = sorted((one for one in said if one[1] == "ask" and one[5]), key=_by_time(2))
    wanted = {one[3] for one in rows}
    sources = {one[0]: one for one in occasions if one[0] in wanted}
    found: list[AskFact] = []
    for evidence, _, at, interaction, _, ((speaker, from_us), *_), *_ in rows:
        source = sources.get(interaction)
        if source is None:
            continue
        asked = sorted({who for who, role, _, ours in source[-1] if role == "to" and ours != from_us})
        if not here.isdisjoint(asked) if from_us else speaker in here:
            day, thread = workspace.day_number(at), source[4]
            found.append(AskFact(evidence, interaction, at, day, speaker, tuple(asked), thread, from_us))
    return found


def _saying(row: list[Any], asked: dict[str, tuple[str, ...]], asks: Asks, workspace: Workspace) -> Saying:
    (uid, kind, at, interaction, channel, speakers, about, topic, value, weight, confidence, rule, quote, person,
     address, firm, until, direction, _) = row  # fmt: skip
    by, by_user = speakers[0] if speakers else ("", False)
    answer = asks.answers.get(uid)
    return Saying(
        uid=uid, kind=kind, at_ms=at, day=workspace.day_number(at), interaction_uid=interaction, channel=channel,
        by_uid=by, by_us=by_user or kind == "crm_note" or direction == "from_us", about_uid=about, topic=topic,
        value=value, weight=weight, confidence=confidence, rule=rule, quote=quote, person=person, address=address,
        firm=firm, until_day=None if until is None else until // DAY_MS,
        answered_day=None if answer is None else answer.day,
        asked=asked.get(interaction, ()) if kind == "ask" and by_user else (),
    )  # fmt: skip


def stored_answers(row: Row) -> dict[str, list[Any]]:
    """Return ask → (answered at, rule, answer) as they are stored."""
    return {one[0]: one[-1] for one in row["sayings"] if one[1] == "ask"}
