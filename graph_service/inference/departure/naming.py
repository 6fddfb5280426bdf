"""Whom a name means: the people of one account against a name that somebody said.

Owns the choice between namesakes: who took part in the thread, else who fell silent. Where two fit alike, nobody is
meant. Only people who were known
on the day are looked at; where none fits, those who became known later are, from the day they did.
"""

from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from graph_service.inference.casefile import CaseFile, Person
from graph_service.reading.identity.name_agreement import CLOSE, NICKNAME, SAME, first_agreement, last_agreement
from graph_service.reading.identity.names import PersonName, parse_name

NEVER = 10**9
RECENT_DAYS = 10
"""Who acted this shortly before is hardly meant when a namesake is said to have left."""
_FITS = frozenset({SAME, NICKNAME, CLOSE})


@dataclass(frozen=True, slots=True)
class _Known:
    uid: str
    name: PersonName
    day: int


@dataclass(frozen=True, slots=True)
class Names:
    """The people of an account by name. `together` maps a thread to who of them took part in it: (day, uid)."""

    people: tuple[_Known, ...]
    together: dict[str, list[tuple[int, str]]]
    threads: dict[str, str]
    acts: Mapping[str, Sequence[int]]

    def meant(self, name: str, day: int, interaction_uid: str, speaker: str) -> tuple[str, int] | None:
        """Return (uid, day from which it is known) of the person `name` means on `day`; None: nobody or several."""
        wanted = parse_name(name)
        fitting = [one for one in self.people if one.uid != speaker and _fits(wanted, one.name)]
        known = [one for one in fitting if one.day <= day]
        if not known:
            later = min((one.day for one in fitting), default=NEVER)
            found = [one for one in fitting if one.day == later and later < NEVER]
            return (found[0].uid, later) if len(found) == 1 else None
        exact = [one for one in known if first_agreement(wanted.given, one.name.given) == SAME] or known
        if len(exact) > 1:
            exact = self._rather(exact, day, self.party(interaction_uid, day))
        return (exact[0].uid, day) if len(exact) == 1 else None

    def _rather(self, namesakes: list[_Known], day: int, party: frozenset[str]) -> list[_Known]:
        """Return the namesakes that took part in the thread, if any; else those who did not act of late."""
        here = [one for one in namesakes if one.uid in party]
        return here or [one for one in namesakes if not self._acted(one.uid, day - RECENT_DAYS, day)]

    def _acted(self, uid: str, start: int, end: int) -> bool:
        acts = self.acts.get(uid, ())
        return bisect_right(acts, end) > bisect_right(acts, start)

    def party(self, interaction_uid: str, day: int) -> frozenset[str]:
        """Return who took part in the thread of an interaction up to and with `day`."""
        thread = self.threads.get(interaction_uid, "")
        return frozenset(uid for at, uid in self.together.get(thread, ()) if at <= day)


def names_of(
    case: CaseFile, horizon_day: int, interactions: Collection[str], acts: Mapping[str, Sequence[int]]
) -> Names:
    """Return the names of an account. Only threads of `interactions` are looked into; `acts` are days by person."""
    threads = {one.uid: one.thread_id or one.uid for one in case.occasions if one.uid in interactions}
    wanted = frozenset(threads.values())
    together: dict[str, list[tuple[int, str]]] = {}
    for one in case.occasions if wanted else ():
        thread = one.thread_id or one.uid
        if thread in wanted and one.day <= horizon_day:
            together.setdefault(thread, []).extend((one.day, part.uid) for part in one.people)
    people = sorted((person.uid, person) for person in case.people if person.is_person)
    return Names(
        tuple(_Known(uid, parse_name(one.name), known_day(one)) for uid, one in people), together, threads, acts
    )


def known_day(person: Person) -> int:
    """Return the first day on which the person is known at the account at all."""
    days: Sequence[int | None] = (person.first_seen_day, person.crm_day, *(job.known_day for job in person.jobs))
    return min((day for day in days if day is not None), default=NEVER)


def _fits(wanted: PersonName, name: PersonName) -> bool:
    """Tell whether a said name can be this person's; a family name that was said must be theirs."""
    if not wanted.given and not wanted.last:
        return False
    if wanted.last and last_agreement(wanted, name) not in _FITS:
        return False
    if wanted.given and len(wanted.first) > 1:
        if len(name.first) == 1:
            return bool(wanted.last) and name.first == wanted.first[0]
        return first_agreement(wanted.given, name.given) in _FITS
    return bool(wanted.last)
