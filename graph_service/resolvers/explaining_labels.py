"""Labels that arrive by themselves: what was said of people, and what came true (M3). Pure.

A departure that was claimed is right when one of us confirms it or harder evidence comes later, wrong when one of us
denies it or the person is heard of again after the day they were said to have left. What one of us decides of a
champion is judged against what was said on the day before.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, tzinfo

from graph_service.domain.facts import epoch_day
from graph_service.domain.workspace import utc_millis
from graph_service.resolvers.explaining_rows import ClaimedSource

DEPARTED = "departed"
RULINGS = {
    "champion": ("champion_probability", True), "not_champion": ("champion_probability", False),
    "departed": ("departure_probability", True), "not_departed": ("departure_probability", False),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Labels:
    """What was said (0..1) and whether it came true, side by side; `unresolved` claims have no label yet."""

    said: tuple[float, ...]
    came: tuple[bool, ...]
    unresolved: int = 0


@dataclass(frozen=True, slots=True)
class _Claim:
    state: str
    day: int
    until: int | None
    chance: float
    left_on: int


def departure_labels(people: Iterable[ClaimedSource], day: int, zone: tzinfo = UTC) -> Labels:
    """Return the labels of departures as known at the end of `day`: of each claim, and of each decision."""
    pairs: list[tuple[float, bool | None]] = []
    for person in people:
        ruled = _ruled(person, "departure_probability", day, zone)
        claims = _claims(person, day)
        pairs += [(one.chance, _outcome(person, claims[place:], day, ruled)) for place, one in enumerate(claims)]
        first = min((one.day for one in claims), default=day + 1)
        pairs += [(chance, right) for at, chance, right in ruled if at <= first]  # nobody had claimed it before
    return _labels(pairs)


def champion_labels(people: Iterable[ClaimedSource], day: int, zone: tzinfo = UTC) -> Labels:
    """Return the labels of champions: each decision, against what was said on the day before."""
    return _labels(
        [(chance, right) for one in people for _, chance, right in _ruled(one, "champion_probability", day, zone)]
    )


def _labels(pairs: Sequence[tuple[float, bool | None]]) -> Labels:
    known = sorted((chance, right) for chance, right in pairs if right is not None)
    return Labels(tuple(one for one, _ in known), tuple(one for _, one in known), len(pairs) - len(known))


def _claims(person: ClaimedSource, day: int) -> list[_Claim]:
    """Return what the detector claimed by `day`, oldest first; what one of us said is no claim."""
    return [
        _Claim(state, known, until, chance, max(known, began or known))
        for state, known, until, chance, began, is_ours in person.claims
        if known <= day and chance is not None and not is_ours
    ]


def _outcome(
    person: ClaimedSource, claims: Sequence[_Claim], day: int, ruled: Sequence[tuple[int, float, bool]]
) -> bool | None:
    """Return whether the first of `claims` came true, by whatever tells first; None: nothing does yet."""
    claim = claims[0]
    events = [(at, right) for at, _, right in ruled if at >= claim.day]
    events += [(at, False) for at in person.seen_days or () if claim.left_on < at <= day][:1]
    events += [(at, True) for at in person.sign_days if claim.day < at <= day][:1]
    if claim.state != DEPARTED:
        events += [(one.day, True) for one in claims[1:] if one.state == DEPARTED][:1]
    return min(events, key=lambda event: event[0])[1] if events else None


def _ruled(person: ClaimedSource, metric: str, day: int, zone: tzinfo) -> list[tuple[int, float, bool]]:
    """Return (day, what was said the day before, what was decided) of each decision that holds."""
    return list(_ruled_on(person, metric, day, zone))


def _ruled_on(person: ClaimedSource, metric: str, day: int, zone: tzinfo) -> Iterator[tuple[int, float, bool]]:
    numbers = {name: (days, values) for name, days, values in person.numbers}
    days, values = numbers.get(metric, ([], []))
    for kind, millis in person.rulings:
        about, right = RULINGS[kind]
        at = epoch_day(_local(utc_millis(millis), zone))
        place = bisect_right(days, at - 1)
        if about == metric and at <= day:
            yield at, values[place - 1] if place else 0.0, right


def _local(moment: datetime, zone: tzinfo) -> date:
    return moment.astimezone(zone).date()
