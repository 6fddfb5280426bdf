"""Jobs of profiles, and the same person at another account → signs. It may not match profiles: `identity` did.

A job here with an end is a sign; so is a job elsewhere that began later, unless it is one that people have beside
their own (boards, teaching, clubs) or half of the account went there too (a merger, a new name). A person first seen
at another firm after their last act here has gone there; a bare domain is no firm, since people write from private
addresses, and a domain that several of them share is the same firm's.
"""

import re
from collections.abc import Iterator, Mapping

from graph_service.inference.casefile import Elsewhere, Job, Person
from graph_service.inference.departure.presence import Presences
from graph_service.inference.departure.signs import Sign

_BESIDE = re.compile(
    r"\b(?:board|advis[eo]r|advisory|lecturer|speaker|mentor|volunteer|part[- ]time|trustee|non[- ]executive|investor"
    r"|angel|member|student|alumn\w{1,4}|ambassador|treasurer|coach|freelanc\w{1,4}|author|fellow|committee|chair(?:man|woman)?"
    r"|side project|founder (?:and|&) host|ehrenamt\w{0,10}|beirat|aufsichtsrat|bénévole|dozent\w{0,4})\b",
    re.IGNORECASE,
)
SLACK_DAYS = 45
"""Profiles give months, and people change them late or early."""
FRESH_DAYS = 180
"""A job that a profile says began longer ago was there all the time, or is a namesake's."""
FEWEST_TOGETHER = 3

Found = tuple[str, Sign]


def job_signs(people: Mapping[str, Person], presences: Presences, horizon_day: int) -> Iterator[Found]:
    """Yield (person uid, sign) of profiles and of the same person elsewhere, known by the horizon."""
    renamed = _renamed(people, horizon_day)
    shared = shared_places(people, horizon_day)
    for uid, person in people.items():
        jobs = [job for job in person.jobs if job.known_day <= horizon_day]
        here = [job for job in jobs if job.is_here]
        for job in jobs:
            sign = _ended_here(job, here) if job.is_here else _elsewhere(job, here, renamed)
            if sign is not None:
                yield uid, sign
        for place in person.elsewhere:
            sign = _seen(place, presences.people[uid].acts, shared, horizon_day)
            if sign is not None:
                yield uid, sign


def shared_places(people: Mapping[str, Person], horizon_day: int) -> dict[str, int]:
    """Return account uid → the day from which three people or half of this account were seen there too."""
    first: dict[str, list[int]] = {}
    for person in people.values():
        for place in person.elsewhere:
            if place.first_day is not None and place.first_day <= horizon_day:
                first.setdefault(place.account_uid, []).append(place.first_day)
    return {uid: sorted(days)[FEWEST_TOGETHER - 1] for uid, days in first.items() if len(days) >= FEWEST_TOGETHER}


def _ended_here(job: Job, here: list[Job]) -> Sign | None:
    """A job here that ended, unless another one here goes on; one that is heard of later takes the sign back."""
    if job.to_day is None or job.to_day > job.known_day + SLACK_DAYS:
        return None
    going = [other for other in here if other.to_day is None]
    if any(one.known_day <= job.known_day and (one.from_day or 0) >= job.to_day - 1 for one in going):
        return None
    ends = min((one.known_day for one in going if one.known_day > job.known_day), default=None)
    return Sign("job_ended", job.known_day, "", job.to_day + SLACK_DAYS, job.to_day, ends_day=ends)


def _elsewhere(job: Job, here: list[Job], renamed: Mapping[str, int]) -> Sign | None:
    """A new main job. It is none while the one here began later, or when half of the people went along."""
    if job.to_day is not None or _BESIDE.search(f"{job.title} {job.company}"[:300]):
        return None
    known = [other for other in here if other.known_day <= job.known_day]
    if not known or (job.from_day is not None and any((one.from_day or 0) > job.from_day for one in known)):
        return None
    start = job.known_day if job.from_day is None else job.from_day
    ends = [other.known_day for other in here if other.to_day is None and other.known_day > job.known_day]
    ends += [day for company, day in renamed.items() if company == job.company.casefold()]
    fresh = job.from_day is not None and job.from_day >= job.known_day - FRESH_DAYS
    last = None if job.from_day is None else job.from_day - 1
    return Sign(
        "new_employer" if fresh else "other_employer", job.known_day, "", start + SLACK_DAYS, last, job.company,
        max(min(ends), job.known_day) if ends else None,
    )  # fmt: skip


def _renamed(people: Mapping[str, Person], horizon_day: int) -> dict[str, int]:
    """Return company → day from which half of the people with profiles, and three, say that they work there."""
    profiled = [min(job.known_day for job in one.jobs if job.is_here) for one in people.values() if _has_here(one)]
    said: dict[str, list[int]] = {}
    for person in people.values():
        jobs = [job for job in person.jobs if not job.is_here and job.known_day <= horizon_day]
        firms = {job.company.casefold(): job.known_day for job in reversed(jobs)} if _has_here(person) else {}
        for firm, day in firms.items():
            said.setdefault(firm, []).append(day)
    found: dict[str, int] = {}
    for firm, days in said.items():
        for count, day in enumerate(sorted(days), start=1):
            if count >= max(FEWEST_TOGETHER, (sum(1 for one in profiled if one <= day) + 1) // 2):
                found.setdefault(firm, day)
    return found


def _has_here(person: Person) -> bool:
    return any(job.is_here for job in person.jobs)


def _seen(place: Elsewhere, acts: list[int], shared: Mapping[str, int], horizon_day: int) -> Sign | None:
    first = place.first_day
    if first is None or first > horizon_day or "." in place.account_name:
        return None
    before = [day for day in acts if day < first]
    if not before:
        return None
    return Sign("seen_elsewhere", first, "", first + 1, before[-1], place.account_name, shared.get(place.account_uid))
