"""Signs that a person of one account now works at another: where they were seen, what profiles and departures say.

Owns the terms, in nats, and the days on which they change. It may not decide what follows.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph_service.domain.facts import SpellFact, Term, epoch_day
from graph_service.inference.casefile import CaseFile, Elsewhere, Job, Person, Ruling
from graph_service.reading.addresses import is_free_mail
from graph_service.reading.identity.companies import parse_firm
from graph_service.reading.identity.company_agreement import WordWeights, compare_firms

SAME_FIRM = 0.8
EVEN = WordWeights()
PRIOR = -1.0
"""One person at two accounts: more often a consultant, a shared project or a second mailbox than a move."""
DEPARTED = 3.0
NAMED = 3.0
RULED = 10.0
"""What one of us decided outweighs all that may speak against it; what they were seen to do stays on view."""
PROFILE = 3.5
SEEN_AFTER = 1.5
BOTH = -2.5
TOGETHER = -4.0
"""Three colleagues or more turn up at the same other account within 60 days: the firm moved, not the person."""
TOGETHER_DAYS, TOGETHER_PEOPLE = 60, 3
OVERLAP_DAYS, OVERLAP_ACTS = 14, 2
ONLY_A_DOMAIN = -4.0
"""The other account is nothing but a domain, no firm that a CRM or a profile names: as often a private mailbox."""
_DOMAIN = re.compile(r"(?:[\w-]{1,63}\.){1,8}[\w-]{2,63}")


@dataclass(frozen=True, slots=True)
class MoveSigns:
    """What speaks for a move of one person to one place. `acts` are (day, interaction) of what they did here."""

    person: Person
    place: Elsewhere
    spell: SpellFact | None
    acts: Sequence[tuple[int, str]]
    jobs: Sequence[Job]
    together: Sequence[int]

    def days(self) -> list[int]:
        """Return the days on which a term may change, ascending."""
        days = {one.known_day for one in self.jobs} | set(self.together)
        days.update(one.day for one in departure_rulings(self.person))
        if self.place.first_day is not None:
            days.add(self.place.first_day)
            days.update(day for day, _ in self._overlap(self.acts))
        if self.spell is not None:
            days.add(known_day(self.spell))
            days.update([epoch_day(self.spell.valid_to)] if self.spell.valid_to else [])
        return sorted(days)

    def terms(self, day: int) -> list[Term]:
        """Return the terms as of `day`; none where nothing places them there."""
        first = self.place.first_day
        is_seen = first is not None and first <= day
        jobs = [one for one in self.jobs if one.known_day <= day]
        departed = self._departure(day)
        ruling = ruled_move(self.person, day)
        ruled = ruling is not None and same_firm(ruling.employer, self.place.account_name)
        named = departed and departed.detail and same_firm(departed.detail, self.place.account_name)
        if not (ruled or ((is_seen or jobs or named) and not self._came_from_there())):
            return []
        terms = [Term("at two accounts", PRIOR)]
        if departed:
            terms.append(Term("left here", DEPARTED, _evidence(departed)))
        if ruled and ruling is not None:
            terms.append(Term("one of us said so", RULED, (ruling.uid,)))
        elif named:
            terms.append(Term("said to have gone there", NAMED))
        if jobs:
            terms.append(Term("profile names them", PROFILE))
        if is_seen:
            terms.append(self._order(day))
        if not self.place.account_name or _DOMAIN.fullmatch(self.place.account_name):
            terms.append(Term("only a domain", ONLY_A_DOMAIN))
        if sum(one <= day for one in self.together) >= 1:
            terms.append(Term("colleagues went there too", TOGETHER))
        return terms

    def _departure(self, day: int) -> SpellFact | None:
        spell = self.spell
        if spell is None or known_day(spell) > day or (spell.valid_to and epoch_day(spell.valid_to) <= day):
            return None
        return spell

    def _came_from_there(self) -> bool:
        """Tell whether they were seen there first: then it is the other account that they left."""
        days = [day for day, _ in self.acts[:1]]
        days += [self.person.first_seen_day] if self.person.first_seen_day is not None else []
        here = min(days, default=None)
        first = self.place.first_day
        return first is not None and (here is None or first <= here)

    def _overlap(self, acts: Sequence[tuple[int, str]]) -> list[tuple[int, str]]:
        start = (self.place.first_day or 0) + OVERLAP_DAYS
        return [one for one in acts if one[0] >= start][:OVERLAP_ACTS]

    def _order(self, day: int) -> Term:
        still = self._overlap([one for one in self.acts if one[0] <= day])
        if len(still) >= OVERLAP_ACTS:
            return Term("active at both", BOTH, tuple(uid for _, uid in reversed(still)))
        return Term("seen there later than here", SEEN_AFTER)


def signs_of(
    case: CaseFile, departed: Mapping[str, SpellFact], acts: Mapping[str, Sequence[tuple[int, str]]], horizon_day: int
) -> list[MoveSigns]:
    """Return the signs for each person and each other account of theirs, up to the horizon, by uid."""
    crowds = _crowds(case, horizon_day)
    return [
        MoveSigns(
            one,
            place,
            departed.get(one.uid),
            acts.get(one.uid, ()),
            [
                job
                for job in one.jobs
                if not job.is_here and job.known_day <= horizon_day and same_firm(job.company, place.account_name)
            ],
            crowds.get(place.account_uid, ()),
        )
        for one in sorted(case.people, key=lambda one: one.uid)
        for place in sorted(one.elsewhere, key=lambda place: place.stakeholder_uid)
        if one.is_person and not is_free_mail(place.account_name)
    ]


def same_firm(one: str, two: str) -> bool:
    """Tell whether two names are one firm's."""
    return compare_firms(parse_firm(one[:200]), parse_firm(two[:200]), EVEN).score >= SAME_FIRM


def known_day(spell: SpellFact) -> int:
    """Return the first day on which a spell could be said and holds."""
    return max(epoch_day(spell.known_on), epoch_day(spell.valid_from))


def departure_rulings(person: Person) -> list[Ruling]:
    """Return what was decided of the person's departure, oldest first; of one day, that they left comes last."""
    found = (one for one in person.rulings if one.kind in {"departed", "not_departed"})
    return sorted(found, key=lambda one: (one.day, one.kind == "departed", one.uid))


def ruled_move(person: Person, day: int) -> Ruling | None:
    """Return the newest decision by `day` if it says where the person went."""
    known = [one for one in departure_rulings(person) if one.day <= day]
    return known[-1] if known and known[-1].kind == "departed" and known[-1].employer else None


def _crowds(case: CaseFile, horizon_day: int) -> dict[str, list[int]]:
    """Return other account → the day on which it was clear that several of this one turned up there at once."""
    arrivals: dict[str, list[int]] = {}
    for one in case.people:
        for place in one.elsewhere:
            if one.is_person and place.first_day is not None and place.first_day <= horizon_day:
                arrivals.setdefault(place.account_uid, []).append(place.first_day)
    found: dict[str, list[int]] = {}
    for account, days in arrivals.items():
        days.sort()
        ends = [
            late
            for early, late in zip(days, days[TOGETHER_PEOPLE - 1 :], strict=False)
            if late - early <= TOGETHER_DAYS
        ]
        if ends:
            found[account] = ends[:1]
    return found


def _evidence(spell: SpellFact) -> tuple[str, ...]:
    told = Counter(uid for term in spell.terms for uid in term.evidence)
    return tuple(sorted(told))[:5]
