"""A person who left, and what they were in while they were here: threads, meetings, tickets, our people.

Owns the picture of the time before. It may not look past the pivot, the day on which the handing over begins:
the last working day, or the day on which the departure became known where that is earlier.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from graph_service.domain.facts import SpellFact, epoch_day
from graph_service.inference.casefile import Occasion, Person
from graph_service.inference.succession.presence import attending, took_part

MEMORY_DAYS = 365
RECENT_DAYS = 180
WATCH_DAYS = 90
LAST_MAILS_DAYS = 30
CROWD = 12
"""Mail to more people than this hands nothing over."""


@dataclass(frozen=True, slots=True)
class Leaver:
    """Who left: `last_day` is the best guess of the last working day, `known_day` when it could first be said.

    `until_day` is the last day on which successors are looked for: 90 days on, or the day before they
    came back (`came_back`). `aliases` are the uids of the same person at other accounts.
    """

    person: Person
    known_day: int
    last_day: int
    until_day: int
    aliases: frozenset[str]
    came_back: bool = False

    @property
    def uid(self) -> str:
        """Return the stakeholder's uid."""
        return self.person.uid

    @property
    def pivot(self) -> int:
        """Return the day on which handing over begins."""
        return min(self.last_day, self.known_day)


def leaver_of(person: Person, spell: SpellFact) -> Leaver:
    """Return the leaver of a departure spell."""
    known = max(epoch_day(spell.known_on), epoch_day(spell.valid_from))
    last = epoch_day(spell.began_on) if spell.began_on else known
    until = max(known, last) + WATCH_DAYS
    came_back = spell.valid_to is not None
    if spell.valid_to is not None:
        until = min(until, epoch_day(spell.valid_to) - 1)
    aliases = frozenset({person.uid, *(one.stakeholder_uid for one in person.elsewhere)})
    return Leaver(person, known, last, until, aliases, came_back)


@dataclass(slots=True)
class Before:
    """What was so up to the pivot.

    `rooms` are the threads and meeting series the leaver was in; `inside` who else was in each. `users` are ours
    whom they dealt with lately; `dealt` counts, by colleague, the occasions with those. `together` counts the
    occasions that leaver and colleague shared lately. `met` are all who were with them
    before the last 30 days.
    """

    rooms: frozenset[str] = frozenset()
    inside: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    users: frozenset[str] = frozenset()
    dealt: Counter[str] = field(default_factory=Counter)
    together: Counter[str] = field(default_factory=Counter)
    shared: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    met: set[str] = field(default_factory=set)


def room_of(occasion: Occasion) -> str:
    """Return what an occasion is one of: a recurring meeting, else a thread, else itself."""
    return occasion.series_id or occasion.thread_id or occasion.uid


def before(leaver: Leaver, occasions: Sequence[Occasion]) -> Before:
    """Return the picture of the time before; `occasions` ascend and end with the pivot."""
    theirs = [one for one in occasions if one.day > leaver.pivot - MEMORY_DAYS and is_in(one, leaver.uid)]
    found = Before(rooms=frozenset(room_of(one) for one in theirs if one.size <= CROWD))
    _fill_rooms(found, occasions)
    recent = [one for one in theirs if one.day > leaver.pivot - RECENT_DAYS]
    met = Counter(part.uid for one in recent for part in one.users if took_part(one, part))
    found.users = frozenset(uid for uid, times in met.items() if times >= 2)
    _fill_people(found, leaver, occasions)
    return found


def is_in(occasion: Occasion, uid: str) -> bool:
    """Tell whether a person is on an occasion at all; who is invited and declines is in the room too."""
    return any(part.uid == uid for part in occasion.people)


def _fill_rooms(found: Before, occasions: Iterable[Occasion]) -> None:
    for one in occasions:
        room = room_of(one)
        if room in found.rooms:
            found.inside[room].update(part.uid for part in one.people)


def _fill_people(found: Before, leaver: Leaver, occasions: Iterable[Occasion]) -> None:
    for one in occasions:
        if one.day <= leaver.pivot - RECENT_DAYS or one.size > CROWD:
            continue
        here = {part.uid for part in attending(one)}
        if any(part.uid in found.users for part in one.users):
            found.dealt.update(here)
        if leaver.uid in here:
            found.together.update(here)
            for uid in here:
                found.shared[uid].append(one.uid)
            if one.day <= leaver.pivot - LAST_MAILS_DAYS:
                found.met |= here


def departures_by(spells: Mapping[str, SpellFact], horizon_day: int) -> dict[str, SpellFact]:
    """Return the departures that were known by the horizon, by uid; an end that comes later is not known yet."""
    return {
        uid: replace(spell, valid_to=None) if spell.valid_to and epoch_day(spell.valid_to) > horizon_day else spell
        for uid, spell in sorted(spells.items())
        if max(epoch_day(spell.known_on), epoch_day(spell.valid_from)) <= horizon_day
    }
