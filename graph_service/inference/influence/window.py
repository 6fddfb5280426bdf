"""The last year of one account as running counts: who was with whom, who was copied, who was named.

Owns the window of 365 days and when it is looked at. Interactions and namings are counted as they come and go, so a
look costs the same however long the history is. It may not rank anybody or know a title.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from graph_service.inference.casefile import CaseFile, Occasion, Part, occasions_of
from graph_service.inference.decay import CLOSE_WEEKDAY, next_close
from graph_service.inference.influence.namings import Naming
from graph_service.inference.influence.network import Gathering, Pair, shared_pairs
from graph_service.inference.touches import EMAIL

WINDOW_DAYS = 365
YOUNG_DAYS = 56
"""How long a new account is looked at each week."""
MONTH = 28
Key = TypeVar("Key")
ATTENDING = frozenset({"accepted", "tentative"})


@dataclass(frozen=True, slots=True)
class Meetup:
    """One interaction as far as influence needs it: all who were there, and the account's people by their part.

    `received` got it as a mail, `copied` are those of them on CC, `writer` is the account's person who wrote it.
    """

    day: int
    at_ms: int
    uid: str
    gathering: Gathering
    people: tuple[str, ...]
    received: tuple[str, ...] = ()
    copied: tuple[str, ...] = ()
    writer: str = ""


def meetups_of(case: CaseFile, horizon_day: int) -> list[Meetup]:
    """Return the account's interactions up to the horizon, by (day, time, uid); shared mailboxes are left out."""
    persons = frozenset(person.uid for person in case.people if person.is_person)
    found = (_meetup(one, persons) for one in occasions_of(case, horizon_day))
    return sorted(found, key=lambda one: (one.day, one.at_ms, one.uid))


def _meetup(one: Occasion, persons: frozenset[str]) -> Meetup:
    there = {(part.uid, part.role) for part in one.people if part.uid in persons and _came(one, part)}
    people = tuple(sorted({uid for uid, _ in there}))
    ours = {part.uid for part in one.users if _came(one, part)}
    known = (*people, *sorted(ours))
    gathering = Gathering(known, max(one.size, len(known)), one.is_together)
    if one.channel != EMAIL:
        return Meetup(one.day, one.at_ms, one.uid, gathering, people)
    writer = min((uid for uid, role in there if role == "from"), default="")
    received = tuple(uid for uid in people if uid != writer and not {(uid, "to"), (uid, "cc")}.isdisjoint(there))
    copied = tuple(uid for uid in received if (uid, "to") not in there)
    return Meetup(one.day, one.at_ms, one.uid, gathering, people, received, copied, writer)


def _came(one: Occasion, part: Part) -> bool:
    return part.role != "absent" and (one.channel != "meeting" or part.response in ATTENDING)


def closes(first_day: int, horizon_day: int) -> list[int]:
    """Return the days on which the network is looked at: each Sunday of the first eight weeks, then every fourth."""
    days, day = [], next_close(first_day - 1)
    while day <= horizon_day:
        days.append(day)
        day += 7 if day < first_day + YOUNG_DAYS else MONTH - (day - CLOSE_WEEKDAY) % MONTH
    return days


@dataclass(slots=True)
class Window:
    """Counts over the interactions and namings of the 365 days up to the last `advance`; both are in day order."""

    meetups: Sequence[Meetup]
    namings: Sequence[Naming]
    shared: Counter[Pair] = field(default_factory=Counter)
    seen: Counter[str] = field(default_factory=Counter)
    received: Counter[str] = field(default_factory=Counter)
    copied: Counter[str] = field(default_factory=Counter)
    written: Counter[Pair] = field(default_factory=Counter)
    named: Counter[Pair] = field(default_factory=Counter)
    _met: list[int] = field(default_factory=lambda: [0, 0])
    _told: list[int] = field(default_factory=lambda: [0, 0])

    def advance(self, day: int) -> None:
        """Let in what happened up to `day` and out what is older than the window; `day` may not go back."""
        for place, (limit, sign) in enumerate(((day, 1), (day - WINDOW_DAYS, -1))):
            at = self._met[place]
            while at < len(self.meetups) and self.meetups[at].day <= limit:
                self._count(self.meetups[at], sign)
                at += 1
            self._met[place] = at
            at = self._told[place]
            while at < len(self.namings) and self.namings[at].day <= limit:
                _add(self.named, [(self.namings[at].of_uid, self.namings[at].by_uid)], sign)
                at += 1
            self._told[place] = at

    def _count(self, one: Meetup, sign: int) -> None:
        size, pairs = shared_pairs(one.gathering)
        _add(self.shared, pairs, sign * size)
        _add(self.seen, one.people, sign)
        _add(self.received, one.received, sign)
        _add(self.copied, one.copied, sign)
        if one.writer:
            _add(self.written, [(reader, one.writer) for reader in one.received], sign)

    def writers(self) -> Counter[str]:
        """Return how many distinct colleagues wrote a mail that each person received as well."""
        return Counter(reader for reader, _ in self.written)

    def namers(self) -> Counter[str]:
        """Return how many distinct people named each person."""
        return Counter(of_uid for of_uid, _ in self.named)


def _add(counts: Counter[Key], keys: Iterable[Key], size: int) -> None:
    """Add `size` to each key; those that come to nothing are taken out."""
    for key in keys:
        left = counts[key] + size
        if left:
            counts[key] = left
        else:
            counts.pop(key, None)
