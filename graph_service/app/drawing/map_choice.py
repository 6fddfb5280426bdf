"""Which people and colleagues a map shows, and in which order. Pure; it places nothing."""

from collections.abc import Sequence
from dataclasses import dataclass

from graph_service.app.drawing.pictures import MapColleague, MapPerson, MapPicture, MapTie

MOST_PEOPLE = 40
MOST_COLLEAGUES = 14
MOST_TIES = 160
RINGS = (("champion", "at_risk"), ("active",), ("outside",))
"""Groups by ring, from the inner one to the outer one."""


@dataclass(frozen=True, slots=True)
class MapChoice:
    """What a map shows: people by ring, strongest first; colleagues, those with the most ties first; ties by strength.

    `more_people` and `more_colleagues` count those that are left out.
    """

    rings: Sequence[Sequence[MapPerson]]
    colleagues: Sequence[MapColleague]
    ties: Sequence[MapTie]
    more_people: int
    more_colleagues: int


def choose(picture: MapPicture) -> MapChoice:
    """Return what to show of an account: champions before others, then the strongest, at most forty."""
    people = sorted(picture.people, key=_rank)[:MOST_PEOPLE]
    shown = {one.uid for one in people}
    known = {one.uid: one for one in picture.colleagues}
    ties = sorted(
        (one for one in picture.ties if one.person_uid in shown and one.colleague_uid in known and one.strength > 0),
        key=lambda one: (-one.strength, one.person_uid, one.colleague_uid),
    )
    weight: dict[str, float] = {}
    for tie in ties:
        weight[tie.colleague_uid] = weight.get(tie.colleague_uid, 0.0) + tie.strength
    ours = sorted(weight, key=lambda uid: (-round(weight[uid], 6), known[uid].name, uid))
    drawn = set(ours[:MOST_COLLEAGUES])
    return MapChoice(
        rings=[[one for one in people if ring_of(one) == ring] for ring in range(len(RINGS))],
        colleagues=[known[uid] for uid in ours[:MOST_COLLEAGUES]],
        ties=[one for one in ties if one.colleague_uid in drawn][:MOST_TIES],
        more_people=max(picture.total, len(picture.people)) - len(people),
        more_colleagues=len(ours) - len(drawn),
    )


def ring_of(person: MapPerson) -> int:
    """Return in which ring somebody is, 0 being the inner one; who is in no known group is outside."""
    return next((ring for ring, groups in enumerate(RINGS) if person.group in groups), len(RINGS) - 1)


def _rank(person: MapPerson) -> tuple[bool, float, float, str, str]:
    strength = -1.0 if person.strength is None else person.strength
    return (ring_of(person) > 0, -strength, -(person.influence or 0.0), person.name, person.uid)
