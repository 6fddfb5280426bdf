"""Rows of the network around a person → the records that paths are worked out from. Pure.

Owns what counts as a tie from elsewhere, and decision power of a past moment. Whoever is not in the rows is in no
path: sight was applied where they were read.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph_service.inference.influence.held_titles import Held
from graph_service.inference.influence.levels import title_level, title_of
from graph_service.inference.influence.power import power_shares
from graph_service.inference.paths.records import ColleagueTie, PathPerson, Tie
from graph_service.resolvers.leaving_rows import AlumnusSource, MemberSource, NetworkRow, Together

OLD_TIES = 0.5
"""So much of the best that a tie elsewhere ever was is left of it where people went different ways."""


@dataclass(frozen=True, slots=True)
class Known:
    """Who is who by uid, and the records. `elsewhere` are the ties that rest on another account."""

    members: Mapping[str, MemberSource]
    ours: Mapping[str, str]
    people: tuple[PathPerson, ...]
    ties: tuple[Tie, ...]
    colleagues: tuple[ColleagueTie, ...]
    elsewhere: Mapping[tuple[str, str], AlumnusSource]


def known_of(rows: Sequence[NetworkRow], *, live: bool, only_user: str | None = None) -> Known:
    """Return the network of all rows, with the person they are around as one: the subject of the first row.

    `only_user` keeps one of ours. A tie from elsewhere is as strong as it is now, at least half of its best.
    """
    same = {row.subject.uid: rows[0].subject.uid for row in rows}
    members = {one.uid: one for row in rows for one in row.people if same.get(one.uid, one.uid) == one.uid}
    direct = _direct(rows, same, only_user)
    older = {
        pair: one
        for pair, one in _from_elsewhere(rows, same, only_user).items()
        if pair[1] in members and one[0] > direct.get(pair, 0.0)
    }
    strengths = {**direct, **{pair: strength for pair, (strength, _) in older.items()}}
    ours = {uid: name for uid, name in _names(rows).items() if only_user in (None, uid)}
    return Known(
        members=members,
        ours=ours,
        people=(
            *(PathPerson(uid, name, is_ours=True) for uid, name in sorted(ours.items())),
            *(_person(one, live=live) for one in members.values()),
        ),
        ties=tuple(Tie(uid, user, strength) for (user, uid), strength in sorted(strengths.items())),
        colleagues=tuple(ColleagueTie(*tie) for tie in _together(rows, same)),
        elsewhere={pair: one for pair, (_, one) in older.items()},
    )


def _names(rows: Iterable[NetworkRow]) -> dict[str, str]:
    """Return all of ours in the rows by uid."""
    found = {friend.uid: friend.name for row in rows for one in row.alumni for friend in one.users}
    return found | {one.uid: one.name for row in rows for one in row.users}


def _direct(rows: Iterable[NetworkRow], same: Mapping[str, str], only_user: str | None) -> dict[tuple[str, str], float]:
    """Return (one of ours, one of theirs) → how well they know each other there."""
    found: dict[tuple[str, str], float] = {}
    for one in (one for row in rows for one in row.users if only_user in (None, one.uid)):
        for uid, strength in one.known:
            pair = one.uid, same.get(uid, uid)
            found[pair] = max(strength, found.get(pair, 0.0))
    return found


def met_elsewhere(rows: Sequence[NetworkRow]) -> list[AlumnusSource]:
    """Return who is known from other accounts than the one that the paths lead to."""
    return [one for row in rows for one in row.alumni if one.account_uid != rows[0].account.uid]


def _from_elsewhere(
    rows: Sequence[NetworkRow], same: Mapping[str, str], only_user: str | None
) -> dict[tuple[str, str], tuple[float, AlumnusSource]]:
    """Return (one of ours, one of theirs) → the strongest tie they have from another account, and which it is."""
    found: dict[tuple[str, str], tuple[float, AlumnusSource]] = {}
    for one in met_elsewhere(rows):
        for friend in one.users:
            pair, strength = (friend.uid, same.get(one.uid, one.uid)), max(friend.strength, OLD_TIES * friend.peak)
            if only_user in (None, friend.uid) and strength > found.get(pair, (0.0, one))[0]:
                found[pair] = strength, one
    return found


def _together(rows: Iterable[NetworkRow], same: Mapping[str, str]) -> Iterator[Together]:
    for row in rows:
        for one, two, messages, meetings in row.colleagues:
            a, b = sorted((same.get(one, one), same.get(two, two)))
            yield a, b, messages, meetings


def _person(one: MemberSource, *, live: bool) -> PathPerson:
    power = (one.decision_power or 0.0) if live else power_of_title(one.role or one.title or "")
    return PathPerson(one.uid, one.name, influence=one.influence, decision_power=power)


def power_of_title(title: str) -> float:
    """Return the decision power that a title alone gives, 0..1: of past moments no other sign of it is kept."""
    if not title:
        return 0.0
    read = title_of(title, "")
    held = Held(title, "", 0, 1.0, title_level(read, title), read)
    return round(sum(power_shares(held, (), 0).values()), 9)
