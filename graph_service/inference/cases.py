"""Rows of the graph → the case file of an account. Pure: it selects and names, and computes nothing."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any

from graph_service.domain.facts import SeriesFact, SpellFact, day_of
from graph_service.domain.workspace import Workspace
from graph_service.inference.casefile import (
    CaseFile,
    Elsewhere,
    Job,
    Occasion,
    Part,
    Person,
    Ruling,
    Saying,
    Title,
    Usage,
)
from graph_service.inference.inferred import series_named
from graph_service.inference.touches import Touch
from graph_service.reading.identity.companies import parse_firm
from graph_service.reading.identity.company_agreement import WordWeights, compare_firms

Row = dict[str, Any]
DAY_MS = 86_400_000
ATTENDING = frozenset({"accepted", "tentative"})
SAME_FIRM = 0.8
"""Agreement of two firms' names from which they are taken for one (`reading.identity.company_agreement`)."""
EVEN = WordWeights()
_part = lru_cache(maxsize=1 << 16)(Part)
"""The same few people play the same parts in all that happens."""


def case_file(row: Row, workspace: Workspace) -> CaseFile:
    """Return the case file of one account."""
    here = frozenset(one["uid"] for one in row["people"])
    series: dict[str, str] = dict(row["meetings"])
    tickets = {one[0]: one[1:] for one in row["tickets"]}
    occasions = tuple(
        _occasion(one, here, series.get(one[0]) or "", tickets.get(one[0]), workspace)
        for one in sorted(row["occasions"], key=_by_time(1))
    )
    touches = touches_by_person(occasions)
    asked = {one.uid: tuple(part.uid for part in one.people if part.role == "to") for one in occasions}
    return CaseFile(
        uid=row["uid"],
        name=row["name"],
        country=row["country"],
        arr=row["arr"],
        renewal_day=_day(row["renewal"], workspace),
        domains=tuple(row["domains"]),
        people=tuple(_person(one, row, touches.get(one["uid"], ()), workspace) for one in row["people"]),
        occasions=occasions,
        sayings=tuple(_saying(one, asked, workspace) for one in sorted(row["sayings"], key=_by_time(2))),
        usage=tuple(Usage(feature, who, tuple(days), tuple(counts)) for feature, who, days, counts in row["usage"]),
    )


def _day(millis: int | None, workspace: Workspace) -> int | None:
    return None if millis is None else workspace.day_number(millis)


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
    """Return stakeholder → their touches, by the same rule as those of `inference.inputs`.

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


def _person(row: Row, account: Row, touches: tuple[Touch, ...], workspace: Workspace) -> Person:
    series = [SeriesFact(metric, tuple(days), tuple(values)) for metric, days, values in row["series"]]
    crm_day = _day(row["crm_known"], workspace) if row["in_crm"] else None
    titles = [
        Title(text, "signature", workspace.day_number(known), workspace.day_number(last))
        for address, text, known, last in row["titles"]
        if last is not None and (not row["elsewhere"] or address.partition("@")[2] in account["domains"])
    ]
    if row["crm_title"] and crm_day is not None:
        titles.append(Title(row["crm_title"], "crm", crm_day, crm_day))
    return Person(
        uid=row["uid"], contact_uid=row["contact_uid"], name=row["name"], is_person=row["kind"] != "shared",
        first_seen_day=None if row["first_seen"] is None else row["first_seen"] // DAY_MS, crm_day=crm_day,
        addresses=tuple(row["addresses"]), touches=touches, titles=tuple(titles),
        jobs=tuple(_job(one, account["name"], workspace) for one in row["jobs"]),
        elsewhere=tuple(
            Elsewhere(office, name, place, None if first is None else first // DAY_MS)
            for office, name, place, first in row["elsewhere"]
        ),
        rulings=tuple(
            Ruling(kind, workspace.day_number(at), uid, by, None if last is None else last // DAY_MS, employer)
            for kind, at, uid, by, last, employer in row["rulings"]
        ),
        strength=series_named(series, "strength"), units=series_named(series, "engagement_units"),
        engagement=tuple(_spell(*one) for one in row["spells"]),
    )  # fmt: skip


def _job(row: list[Any], account: str, workspace: Workspace) -> Job:
    company, title, start, end, known = row
    return Job(
        company, title, _day(start, workspace), _day(end, workspace), workspace.day_number(known),
        is_here=compare_firms(parse_firm(company), parse_firm(account), EVEN).score >= SAME_FIRM,
    )  # fmt: skip


def _saying(row: list[Any], asked: dict[str, tuple[str, ...]], workspace: Workspace) -> Saying:
    (uid, kind, at, interaction, channel, speakers, about, topic, value, weight, confidence, rule, quote, person,
     address, firm, until, answered, direction) = row  # fmt: skip
    by, by_user = speakers[0] if speakers else ("", False)
    return Saying(
        uid=uid, kind=kind, at_ms=at, day=workspace.day_number(at), interaction_uid=interaction, channel=channel,
        by_uid=by, by_us=by_user or kind == "crm_note" or direction == "from_us", about_uid=about, topic=topic,
        value=value, weight=weight, confidence=confidence, rule=rule, quote=quote, person=person, address=address,
        firm=firm, until_day=None if until is None else until // DAY_MS, answered_day=_day(answered, workspace),
        asked=asked.get(interaction, ()) if kind == "ask" and by_user else (),
    )  # fmt: skip


def _spell(state: str, valid_from: int, valid_to: int | None) -> SpellFact:
    start = day_of(valid_from // DAY_MS)
    return SpellFact("engagement", state, start, None if valid_to is None else day_of(valid_to // DAY_MS), start)
