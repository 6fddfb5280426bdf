"""People who moved: the same contact at another account, and champions of the past at a new employer.

Owns MOVED_TO links and the new employer's name. p = 1 / (1 + e^-sum of terms). It may not decide who left.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, fsum

from graph_service.domain.facts import Score, SpellFact, Term, epoch_day
from graph_service.inference.casefile import CaseFile, Job, Person
from graph_service.inference.inferred import Copy, Inferred, Link
from graph_service.inference.succession.history import spells_and_links
from graph_service.inference.succession.leavers import departures_by
from graph_service.inference.succession.move_signs import MoveSigns, known_day, ruled_move, same_firm, signs_of

KIND = "MOVED_TO"
SPELL, STATE = "move", "moved"
LEAST = 0.5
EARLY_DAYS = 90
"""A job elsewhere that began up to so long before the last day here is the new one."""
DIGITS = 9
CHAMPION = frozenset({"champion", "at_risk"})


@dataclass(frozen=True, slots=True)
class Alumnus:
    """A person who moved: from `uid` here to `to_uid` at `account_uid` (both empty: an employer we do not know).

    `was_champion_until` is the epoch day on which they were a champion here last, None for no champion.
    """

    uid: str
    to_uid: str
    account_uid: str
    employer: str
    known_day: int
    p: float
    was_champion_until: int | None


def moves_of(case: CaseFile, departed: Mapping[str, SpellFact], horizon_day: int) -> dict[str, Inferred]:
    """Return each person who moved or left for a known employer → MOVED_TO links, `move` spells, `new_employer`.

    A link stands from p = .5 on. `new_employer` is what one of us said, else the account of the best link, else the
    newest job that a profile names, else what was said with the departure; the last two only of people who left.
    """
    known = departures_by(departed, horizon_day)
    found: dict[str, list[MoveSigns]] = defaultdict(list)
    for one in signs_of(case, known, _acts(case, horizon_day), horizon_day):
        found[one.person.uid].append(one)
    people = {one.uid: one for one in case.people}
    uids = sorted({*found, *(uid for uid in known if uid in people)})
    inferred = (_inferred(people[uid], found.get(uid, []), known.get(uid), horizon_day) for uid in uids)
    return {one.uid: one for one in inferred if one.links or one.spells or one.copies}


def alumni_of(
    case: CaseFile, moves: Mapping[str, Inferred], champions: Mapping[str, Sequence[SpellFact]], horizon_day: int
) -> list[Alumnus]:
    """Return who moved, former champions first, then by probability; `champions` are champion spells by uid."""
    found = []
    for person in case.people:
        move = moves.get(person.uid)
        employer = _employer_in(move)
        if move is None or not (move.links or employer):
            continue
        link = move.links[0] if move.links else None
        place = next((one for one in person.elsewhere if link and one.stakeholder_uid == link.to_uid), None)
        found.append(
            Alumnus(
                uid=person.uid,
                to_uid=link.to_uid if link else "",
                account_uid=place.account_uid if place else "",
                employer=employer,
                known_day=link.known_day if link else horizon_day,
                p=link.p if link else 1.0,
                was_champion_until=_champion_until(champions.get(person.uid, ()), horizon_day),
            )
        )
    return sorted(found, key=lambda one: (one.was_champion_until is None, -one.p, one.uid))


def _employer_in(move: Inferred | None) -> str:
    return str(dict(move.copies).get("new_employer", "")) if move else ""


def _champion_until(spells: Sequence[SpellFact], horizon_day: int) -> int | None:
    """Return the last day on which they were a champion or a champion at risk, as known by the horizon."""
    ends = [
        horizon_day if one.valid_to is None else min(horizon_day, epoch_day(one.valid_to) - 1)
        for one in spells
        if one.kind == "champion" and one.state in CHAMPION and known_day(one) <= horizon_day
    ]
    return max(ends, default=None)


def _acts(case: CaseFile, horizon_day: int) -> dict[str, list[tuple[int, str]]]:
    """Return person → (day, interaction) of what they wrote or attended here by hand."""
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for one in case.occasions:
        if one.day <= horizon_day and not one.is_automatic and one.sender_uid:
            found[one.sender_uid].append((one.day, one.uid))
    return found


def _inferred(person: Person, signs: Sequence[MoveSigns], spell: SpellFact | None, horizon_day: int) -> Inferred:
    days = sorted({day for one in signs for day in one.days() if day <= horizon_day})
    history = {day: _links(signs, day) for day in days}
    spells, links = spells_and_links(SPELL, STATE, history)
    names = {one.place.stakeholder_uid: one.place.account_name for one in signs}
    employer = _ruled_employer(person, [names[link.to_uid] for link in links], horizon_day) or (
        names[links[0].to_uid] if links else _told_employer(person, spell, horizon_day)
    )
    copies: tuple[tuple[str, Copy], ...] = (("new_employer", employer),) if employer else ()
    return Inferred(person.uid, spells=spells, links=links, copies=copies)


def _links(signs: Sequence[MoveSigns], day: int) -> list[Link]:
    scored = ((one.place.stakeholder_uid, one.terms(day)) for one in signs)
    links = [_link(uid, terms, day) for uid, terms in scored if terms]
    return sorted((one for one in links if one.p >= LEAST), key=lambda one: (-one.p, one.to_uid))


def _link(uid: str, terms: Sequence[Term], day: int) -> Link:
    value = round(fsum(one.value for one in terms), DIGITS)
    return Link(KIND, uid, round(1.0 / (1.0 + exp(-value)), DIGITS), day, Score(value, tuple(terms)))


def _ruled_employer(person: Person, places: Sequence[str], horizon_day: int) -> str:
    """Return the employer that one of us named, by the name of the account where it is one of `places`."""
    ruling = ruled_move(person, horizon_day)
    if ruling is None:
        return ""
    return next((name for name in places if same_firm(name, ruling.employer)), ruling.employer)


def _told_employer(person: Person, spell: SpellFact | None, horizon_day: int) -> str:
    """Return the employer that a profile or the departure names, of who left and has not come back."""
    if spell is None or spell.valid_to is not None:
        return ""
    last = epoch_day(spell.began_on) if spell.began_on else known_day(spell)
    jobs = [one for one in person.jobs if _is_next(one, last, horizon_day) and not _is_here(one, person)]
    if jobs:
        return max(jobs, key=lambda one: (one.from_day or 0, one.known_day, one.company)).company
    return spell.detail


def _is_here(job: Job, person: Person) -> bool:
    return any(one.is_here and same_firm(one.company, job.company) for one in person.jobs)


def _is_next(job: Job, last_day: int, horizon_day: int) -> bool:
    if job.is_here or job.known_day > horizon_day or job.to_day is not None:
        return False
    return job.known_day >= last_day - EARLY_DAYS if job.from_day is None else job.from_day >= last_day - EARLY_DAYS
