"""The groups that requests lie in while time goes on: joining, merging, and obeying what people decided.

Owns the limits of likeness and the state between two days. It knows no calendar; `clusters` says what happens when, and
`said` keeps what people decided.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from graph_service.inference.topics.concepts import is_broad
from graph_service.inference.topics.months import Months
from graph_service.inference.topics.records import Ruling
from graph_service.inference.topics.said import Said
from graph_service.inference.topics.space import EMPTY, Model, Vector, blend, cosine, place

JOIN, MERGE = 0.6, 0.5
"""Cosine with the centre from which a request joins a topic, and average cosine from which two topics are one."""


@dataclass(slots=True)
class Group:
    """Requests that want the same thing, in order; `centre` is the mean of their places, `marks` are their concepts."""

    members: list[str] = field(default_factory=list)
    centre: Vector = field(default_factory=lambda: Vector({}, {}))
    marks: frozenset[str] = frozenset()
    is_new: bool = True

    @property
    def uid(self) -> str:
        """Return the uid of the topic: that of its earliest member."""
        return self.members[0]


class Groups:
    """All groups at one moment. `texts` are wishes by request uid in the order of asking."""

    def __init__(
        self, months: Months, texts: dict[str, str], features: tuple[str, ...], rulings: Sequence[Ruling]
    ) -> None:
        self.rulings = rulings
        self.groups: list[Group] = []
        self._months, self._texts, self._features = months, texts, features
        self._model: Model = EMPTY
        self._places: dict[str, Vector] = {}
        self._rank = {uid: at for at, uid in enumerate(texts)}
        self._said = Said()

    def turn(self, day: int) -> None:
        """Begin a day; with a new model of the texts every group is placed anew."""
        model = self._months.model(day)
        if model is not self._model:
            self._model = model
            self._places = {}
            for group in self.groups:
                self._settle(group)

    def join(self, uid: str, day: int) -> None:  # noqa: ARG002 - the day is that of the last turn
        """Put a request into the nearest group that is near enough, or into one of its own."""
        alone = Group([uid])
        self._settle(alone)
        free = [one for one in self.groups if _can_be_near(one, alone) and self._may_meet(one, alone)]
        near = [(_likeness(one.centre, alone.centre), -self._rank[one.uid], one) for one in free]
        best = max(near, key=lambda one: one[:2], default=None)
        if best is not None and best[0] >= JOIN:
            self._add(best[2], alone)
        else:
            self.groups.append(alone)

    def obey(self, day: int) -> None:
        """Do what was decided on a day, one after the other; then tie requests that came after they were tied."""
        for ruling in self.rulings:
            if ruling.day == day:
                self._do(ruling)
        place = {uid: group.uid for group in self.groups for uid in group.members}
        for pair in self._said.ties:
            if len({place.get(uid) for uid in pair}) > 1:  # most are together already
                self._unite(pair)

    def merge_alike(self) -> None:
        """Merge the two most alike groups until none are alike enough; only groups with news are looked at."""
        pairs = {
            (min(ranks), max(ranks)): (fresh, other) if ranks[0] < ranks[1] else (other, fresh)
            for fresh in self.groups
            if fresh.is_new and not self._said.is_own(fresh.members)
            for other in self.groups
            if other is not fresh and _can_be_near(fresh, other) and not self._said.is_own(other.members)
            for ranks in [(self._rank[fresh.uid], self._rank[other.uid])]
        }
        alike = [(cosine(left.centre, right.centre), key, left, right) for key, (left, right) in pairs.items()]
        for likeness, _, left, right in sorted(alike, key=lambda one: (-one[0], one[1])):
            both = any(one is left for one in self.groups) and any(one is right for one in self.groups)
            still = both and likeness >= MERGE and cosine(left.centre, right.centre) >= MERGE
            if still and self._may_meet(left, right):
                self._add(left, right)
        for group in self.groups:
            group.is_new = False

    def _settle(self, group: Group) -> None:
        """Put the members in order and find the centre anew."""
        group.members.sort(key=self._rank.__getitem__)
        group.centre = self._place(group.members[0])
        for at, uid in enumerate(group.members[1:], 2):
            group.centre = blend(group.centre, self._place(uid), 1 / at)
        _mark(group)

    def _place(self, uid: str) -> Vector:
        """Return where a request lies in the model of the day; each different text is placed once a model."""
        text = self._texts[uid]
        if text not in self._places:
            self._places[text] = place(text, self._model, self._features)
        return self._places[text]

    def _add(self, group: Group, other: Group) -> None:
        """Move all members of one group into another."""
        share = len(other.members) / (len(group.members) + len(other.members))
        group.centre = blend(group.centre, other.centre, share)
        group.members = sorted([*group.members, *other.members], key=self._rank.__getitem__)
        self.groups = [one for one in self.groups if one is not other]
        _mark(group)

    def _may_meet(self, left: Group, right: Group) -> bool:
        """Tell whether nobody decided that a member of one is apart from a member of the other."""
        return not self._said.keeps_apart(left.members, right.members)

    def _do(self, ruling: Ruling) -> None:
        """Carry out one decision on the groups as they are; older ones that stand against it hold no longer."""
        first, second = self._group_of(ruling.first_uid), self._group_of(ruling.second_uid)
        if first is not None and second is not None:
            if ruling.alone and (first is second) is not ruling.is_together:
                first = self._take_out(first, ruling.first_uid)
            elif first is second and not ruling.is_together:
                self._split(first, ruling.pair)
            if ruling.is_together:
                self._said.unite(first.members, second.members)
        self._said.note(ruling)
        if ruling.is_together:
            self._unite(ruling.pair)

    def _group_of(self, uid: str) -> Group | None:
        return next((one for one in self.groups if uid in one.members), None)

    def _take_out(self, group: Group, uid: str) -> Group:
        """Give one request a group of its own; return it."""
        self._said.leave(uid, group.members)
        return self._part(group, [uid]) if len(group.members) > 1 else group

    def _part(self, group: Group, moved: Sequence[str]) -> Group:
        """Give some members of a group one of their own, and return it."""
        group.members = [uid for uid in group.members if uid not in moved]
        fresh = Group(list(moved))
        self.groups.append(fresh)
        self._settle(group)
        self._settle(fresh)
        return fresh

    def _split(self, group: Group, pair: frozenset[str]) -> None:
        """Give the later one of two requests a group of its own, with the members that are nearer to it."""
        stays, goes = sorted(pair, key=self._rank.__getitem__)
        bound, kept = self._said.bound(goes), self._said.bound(stays)
        if kept & bound:  # people tied them once and part them now: the newer word holds, and only one goes
            bound = frozenset({goes})
            kept -= bound
        self._part(
            group,
            [
                uid
                for uid in group.members
                if uid in bound or (uid not in kept and self._is_nearer(self._first_tied(uid, group), goes, stays))
            ],
        )

    def _is_nearer(self, uid: str, one: str, other: str) -> bool:
        at = self._place(uid)
        return cosine(at, self._place(one)) > cosine(at, self._place(other))

    def _first_tied(self, uid: str, group: Group) -> str:
        """Return the first member tied to one, which decides for all of them."""
        tied = self._said.bound(uid)
        return next(one for one in group.members if one in tied)

    def _unite(self, pair: frozenset[str]) -> None:
        """Merge the groups of two requests, where both are there and nothing keeps other members apart."""
        found = [one for one in self.groups if pair & set(one.members)]
        found.sort(key=lambda one: self._rank[one.uid])
        if len(found) != 2 or sum(len(pair & set(one.members)) for one in found) != 2:
            return
        if self._may_meet(*found):
            self._add(*found)


def _mark(group: Group) -> None:
    """Note what a changed group speaks of, and that it changed."""
    group.marks = frozenset(one for one in group.centre.concepts if not is_broad(one))
    group.is_new = True


def _can_be_near(left: Group, right: Group) -> bool:
    """Tell whether two groups have a concept in common, or neither has any: no others are alike enough."""
    return not left.marks.isdisjoint(right.marks) if left.marks and right.marks else left.marks == right.marks


def _likeness(middle: Vector, one: Vector) -> float:
    """Return the cosine of a place of length 1 with a centre."""
    length = cosine(middle, middle) ** 0.5
    return cosine(middle, one) / length if length else 0.0
