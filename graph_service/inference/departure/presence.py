"""When people of an account were there: their own acts, and when their colleagues or we wrote to them.

Owns the days of life. An own act is a mail, a ticket, a word in a call, use of the product, or a yes to an invitation
that is new: series stay accepted after people left, so that later meetings of a series only show them expected.
It may not weigh anything.
"""

from bisect import bisect_right
from dataclasses import dataclass, field

from graph_service.inference.casefile import CaseFile, Occasion
from graph_service.inference.evidence import CAP

ATTENDING = frozenset({"accepted", "tentative"})
WROTE, MET, REACHED, EXPECTED = "wrote", "met", "reached", "expected"


@dataclass(slots=True)
class Presence:
    """One person's days: own `acts`, `reached` (we wrote to them), `expected` (among their colleagues).

    `expected` are days on which a colleague of theirs wrote to them, put them on CC, or a series they once accepted
    went on. All ascend, each day once; `uids` names the newest interaction of a day of acts. `written` leaves out
    meetings: an invitation answered by a click takes no evidence back.
    """

    acts: list[int] = field(default_factory=list)
    written: list[int] = field(default_factory=list)
    reached: list[int] = field(default_factory=list)
    expected: list[int] = field(default_factory=list)
    uids: dict[int, str] = field(default_factory=dict)

    def newest(self, day: int) -> tuple[str, ...]:
        """Return the newest interactions of acts up to `day`, newest first."""
        end = bisect_right(self.acts, day)
        found = (self.uids.get(one, "") for one in reversed(self.acts[max(0, end - CAP) : end]))
        return tuple(uid for uid in found if uid)


@dataclass(slots=True)
class Presences:
    """Everybody's days, and the account's: one entry a person and day of own acts, ascending."""

    people: dict[str, Presence]
    account: list[int] = field(default_factory=list)

    def acted(self, start: int, end: int) -> int:
        """Return how many person-days of own acts the account had after `start`, up to and with `end`."""
        return bisect_right(self.account, end) - bisect_right(self.account, start)


def presences_of(case: CaseFile, horizon_day: int) -> Presences:
    """Return the days of everybody of `case` up to the horizon."""
    days: dict[str, dict[str, set[int]]] = {one.uid: {} for one in case.people}
    uids: dict[str, dict[int, str]] = {one.uid: {} for one in case.people}
    accepted: set[tuple[str, str]] = set()
    for one in sorted(case.occasions, key=_order):
        if one.day > horizon_day or one.is_automatic:
            continue
        inside = any(part.role == "from" for part in one.people)
        for part in one.people:
            word = _word(one, part.role, part.response, inside=inside)
            if not word or part.uid not in days:
                continue
            if word == MET:
                series = part.uid, one.series_id or one.uid
                word = EXPECTED if series in accepted else MET
                accepted.add(series)
            days[part.uid].setdefault(word, set()).add(one.day)
            if word in {WROTE, MET}:
                uids[part.uid][one.day] = one.uid
    for usage in case.usage:
        if usage.stakeholder_uid in days:
            used = zip(usage.days, usage.counts, strict=True)
            days[usage.stakeholder_uid].setdefault(WROTE, set()).update(
                day for day, count in used if count and day <= horizon_day
            )
    people = {uid: _presence(found, uids[uid]) for uid, found in days.items()}
    return Presences(people, sorted(day for one in people.values() for day in one.written))


def _order(one: Occasion) -> tuple[int, str]:
    return one.at_ms, one.uid


def _word(one: Occasion, role: str, response: str, *, inside: bool) -> str:
    """Return what a part in an occasion says of the person, empty for nothing."""
    if role == "absent":
        return ""
    if one.channel == "meeting":
        return MET if response in ATTENDING else ""
    if one.channel == "call" or role in {"from", "speaker", "requester"}:
        return WROTE
    return EXPECTED if inside else REACHED


def _presence(found: dict[str, set[int]], uids: dict[int, str]) -> Presence:
    written = found.get(WROTE, set())
    return Presence(
        acts=sorted(written | found.get(MET, set())), written=sorted(written), reached=sorted(found.get(REACHED, ())),
        expected=sorted(found.get(EXPECTED, ())), uids=uids,
    )  # fmt: skip
