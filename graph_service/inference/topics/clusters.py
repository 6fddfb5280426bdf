"""Which requests want the same thing, and since when: leader clustering day by day, merging at weekly closes.

Owns the order of events. A request joins the nearest topic or opens its own on its day; at each weekly close topics
that have become alike are merged by average link; what people decided (together, apart) is kept from its day on.
The same for any order of input, and a later horizon only adds. Formula: inference.md section 8.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph_service.inference.decay import next_close
from graph_service.inference.topics.groups import Group, Groups
from graph_service.inference.topics.months import Months
from graph_service.inference.topics.names import names_of
from graph_service.inference.topics.records import Member, Request, Ruling, Topic
from graph_service.inference.topics.wishes import wish_of


@dataclass(frozen=True, slots=True)
class Membership:
    """That a request is in a topic from `from_day` (inclusive) to `to_day` (exclusive; None: still)."""

    request_uid: str
    topic_uid: str
    from_day: int
    to_day: int | None


def cluster_requests(
    requests: Iterable[Request], features: Sequence[str], links: Iterable[Ruling], horizon_day: int
) -> list[Topic]:
    """Return the topics as they are at the horizon, by uid; a topic's uid is that of its earliest member.

    Requests that want nothing any more (thanks, praise) are in no topic. `features` are the workspace's own names.
    """
    known = {one.uid: one for one in requests if one.day <= horizon_day}
    inside: dict[str, list[Member]] = {}
    for one in memberships(known.values(), features, links, horizon_day):
        if one.to_day is None:
            inside.setdefault(one.topic_uid, []).append(Member(known[one.request_uid], one.from_day))
    ordered = {
        uid: tuple(sorted(some, key=lambda one: (one.request.day, one.request.uid))) for uid, some in inside.items()
    }
    names = names_of({uid: [wish_of(one.request).text for one in some] for uid, some in ordered.items()})
    return [Topic(uid, names[uid], members) for uid, members in sorted(ordered.items())]


def memberships(
    requests: Iterable[Request], features: Sequence[str], links: Iterable[Ruling], horizon_day: int
) -> list[Membership]:
    """Return who was in which topic when, by request and day: cut back to a day, it is what that day knew."""
    wanted = {one: wish_of(one).text for one in requests if one.day <= horizon_day}
    asked = sorted((one for one, text in wanted.items() if text), key=lambda one: (one.day, one.uid))
    months = Months((one.day, wanted[one]) for one in asked)
    state = Groups(months, {one.uid: wanted[one] for one in asked}, tuple(features), _latest(links, horizon_day))
    history = _History()
    news = sorted({one.day for one in asked} | {one.day for one in state.rulings})
    for day in _days(news, horizon_day):
        state.turn(day)
        for one in (one for one in asked if one.day == day):
            state.join(one.uid, day)
        state.obey(day)
        if next_close(day - 1) == day:
            state.merge_alike()
        history.note(day, state.groups)
    return history.spells()


def _days(news: Sequence[int], horizon_day: int) -> list[int]:
    """Return the days on which something can change: days with news, and the first close after each."""
    closes = {next_close(day - 1) for day in news}
    return sorted(day for day in closes | set(news) if day <= horizon_day)


def _latest(links: Iterable[Ruling], horizon_day: int) -> list[Ruling]:
    """Return the rulings up to the horizon, each pair put in order, oldest first."""
    known = [one for one in links if one.day <= horizon_day and one.first_uid != one.second_uid]
    return sorted(known, key=lambda one: (one.day, one.uid, one.first_uid, one.second_uid, one.is_together))


class _History:
    """Writes down changes of topic from day to day."""

    def __init__(self) -> None:
        self._open: dict[str, tuple[str, int]] = {}
        self._closed: list[Membership] = []

    def note(self, day: int, groups: Iterable[Group]) -> None:
        """Take over the state at the end of `day`."""
        for group in groups:
            for uid in group.members:
                before = self._open.get(uid)
                if before is not None and before[0] == group.uid:
                    continue
                if before is not None and before[1] < day:
                    self._closed.append(Membership(uid, before[0], before[1], day))
                self._open[uid] = (group.uid, day)

    def spells(self) -> list[Membership]:
        """Return all spells by request and day."""
        still = [Membership(uid, topic, day, None) for uid, (topic, day) in self._open.items()]
        return sorted([*self._closed, *still], key=lambda one: (one.request_uid, one.from_day))
