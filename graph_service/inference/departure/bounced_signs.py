"""Mail that came back → signs, and the account's domain that moved. It may not read reports: `reading` did.

A dead address is a sign against one person. Three people of one domain whose addresses die within sixty days, who are
a third or more of those we wrote to, are a domain that moved: one event of the account, no departures. A bounce is
taken back once mail arrives again, or when the person writes from the address' firm (that is counted as life).
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph_service.inference.casefile import Person, Saying
from graph_service.inference.departure.presence import Presences
from graph_service.inference.departure.signs import Sign, ended

DEAD_DOMAIN = frozenset({"host_unknown", "relaying", "network", "moved"})
"""Classes of hard bounces that speak of a domain or a new address, not of a person who left."""
MOVED_WITHIN = 60
FEWEST_MOVED = 3
MOVED_SHARE = 1 / 3
ADDRESSED_WITHIN = 120
REPORT_DAYS = 3
"""Days within which a mail that cannot be delivered comes back."""


@dataclass(frozen=True, slots=True)
class Moved:
    """A domain that moved: known on `day`, since `since`; `evidence` are the newest bounces by then."""

    domain: str
    day: int
    since: int
    evidence: tuple[str, ...]


def bounced_signs(
    sayings: Sequence[Saying], people: Mapping[str, Person], presences: Presences
) -> tuple[dict[str, list[Sign]], list[Moved]]:
    """Return uid → signs of bounces, and the domains that moved. `sayings` are bounces up to the horizon, in order."""
    dead = [one for one in sayings if one.topic == "hard" and one.about_uid in people]
    moved = _moved(dead, presences)
    signs: dict[str, list[Sign]] = defaultdict(list)
    per_person: dict[str, list[Saying]] = defaultdict(list)
    for one in dead:
        per_person[one.about_uid].append(one)
    for uid, bounces in per_person.items():
        mine = [_sign(one, people[uid], bounces) for one in bounces if one.rule not in DEAD_DOMAIN]
        arrived = _arrivals(presences.people[uid].reached, [one.day for one in bounces])
        for sign, saying in mine:
            taken_back = next((day for day in arrived if day > sign.day + REPORT_DAYS), None)
            kept = sign if taken_back is None else ended(sign, taken_back)
            domain = _domain(saying)
            signs[uid].append(next((ended(kept, one.day) for one in moved if one.domain == domain), kept))
    return dict(signs), moved


def _sign(one: Saying, person: Person, bounces: Sequence[Saying]) -> tuple[Sign, Saying]:
    """Return the sign of one bounce: a second one of another mail adds to the first."""
    earlier = [other for other in bounces if other.day < one.day and other.rule not in DEAD_DOMAIN]
    domain = _domain(one)
    has_other = any(address != one.value and address.endswith("@" + domain) for address in person.addresses)
    kind = "bounce_of_an_old_address" if has_other else "bounce_again" if earlier else "bounce"
    return Sign(kind, one.day, one.uid, one.day + 1), one


def _arrivals(reached: Sequence[int], bounced: Sequence[int]) -> list[int]:
    """Return the days on which it was clear that a mail of ours to them had arrived: nothing came back in time."""
    return [day + REPORT_DAYS for day in reached if not any(day <= one <= day + REPORT_DAYS for one in bounced)]


def _moved(dead: Sequence[Saying], presences: Presences) -> list[Moved]:
    found: list[Moved] = []
    by_domain: dict[str, list[Saying]] = defaultdict(list)
    for one in dead:
        by_domain[_domain(one)].append(one)
    for domain, bounces in sorted(by_domain.items()):
        for place, one in enumerate(bounces):
            window = [other for other in bounces[: place + 1] if other.day > one.day - MOVED_WITHIN]
            who = {other.about_uid for other in window}
            if len(who) >= FEWEST_MOVED and len(who) >= MOVED_SHARE * _addressed(presences, one.day):
                newest = tuple(other.uid for other in window[-5:][::-1])
                found.append(Moved(domain, one.day, window[0].day, newest))
                break
    return found


def _addressed(presences: Presences, day: int) -> int:
    """Return how many people we wrote to of late."""
    start = day - ADDRESSED_WITHIN
    return sum(
        1 for one in presences.people.values()
        if (place := bisect_left(one.reached, start)) < len(one.reached) and one.reached[place] <= day
    )  # fmt: skip


def _domain(one: Saying) -> str:
    return one.value.rpartition("@")[2].lower()
