"""What the network of one account says of each of its people at every close: N', A, M, C.

Owns the walk over the closes and the formulas of A, M and C; the rank itself is `network`, the counts are `window`.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from math import log1p

from graph_service.inference.influence.network import Pair, network_rank, percentiles
from graph_service.inference.influence.score import Standing
from graph_service.inference.influence.window import Window

PRIOR = 3.0
"""How many ln units the mean title of the account weighs among the neighbours'."""
FEWEST_MAILS = 3
"""Mails received from which a share of copies says something."""

Levels = Callable[[int], Mapping[str, float]]


def standings_of(
    window: Window, people: Sequence[str], days: Sequence[int], levels_on: Levels
) -> dict[str, list[Standing]]:
    """Return stakeholder → what the network says at each of `days` (ascending) from the first with anything to say.

    Who has left the window has one standing without parts, so that nothing older counts on.
    `levels_on` gives T of the titled people on a day.
    """
    found: dict[str, list[Standing]] = defaultdict(list)
    rank = _Rank(people)
    for day in days:
        window.advance(day)
        standing = _standings(window, people, day, levels_on(day), rank)
        for uid in people:
            one = standing.get(uid, Standing(day))
            if uid in standing or (uid in found and found[uid][-1].count + len(found[uid][-1].parts())):
                found[uid].append(one)
    return found


def _standings(
    window: Window, people: Sequence[str], day: int, levels: Mapping[str, float], rank: "_Rank"
) -> dict[str, Standing]:
    """Return what the window says of those who were in it or were named in it."""
    there = [uid for uid in people if uid in window.seen]
    mentions = _mentions(window, people)
    if not there and not mentions:
        return {}
    network, copies = rank.of(window), _copies(window)
    neighbours = neighbour_levels(window.shared, levels, there)
    return {
        uid: Standing(day, network.get(uid), neighbours.get(uid), mentions.get(uid), copies.get(uid), window.seen[uid])
        for uid in people
        if uid in window.seen or uid in mentions
    }


class _Rank:
    """The rank of the last close, kept while the counts behind it are the same."""

    def __init__(self, people: Sequence[str]) -> None:
        self._people = people
        self._key: object = None
        self._found: dict[str, float] = {}

    def of(self, window: Window) -> dict[str, float]:
        writers = window.writers()
        key = frozenset((pair, count > 1) for pair, count in window.shared.items()), frozenset(writers.items())
        if key != self._key:
            self._key, self._found = key, network_rank(window.shared, self._people, writers)
        return self._found


def neighbour_levels(
    shared: Mapping[Pair, int], levels: Mapping[str, float], people: Sequence[str]
) -> dict[str, float]:
    """Return A: the mean title of the people somebody is with, their own left out; none where no other has a title.

    A_i = (sum_j ln(1 + c_ij) T_j + 3 m) / (sum_j ln(1 + c_ij) + 3), with m the mean title of the others.
    """
    weights: dict[str, float] = defaultdict(float)
    sums: dict[str, float] = defaultdict(float)
    for (one, other), count in sorted(shared.items()):
        weight = log1p(count)
        for uid, neighbour in ((one, other), (other, one)):
            if neighbour in levels:
                weights[uid] += weight
                sums[uid] += weight * levels[neighbour]
    whole = sum(levels[uid] for uid in sorted(levels))
    found: dict[str, float] = {}
    for uid in people:
        others = len(levels) - (uid in levels)
        if others:
            mean = (whole - levels.get(uid, 0.0)) / others
            found[uid] = (sums[uid] + PRIOR * mean) / (weights[uid] + PRIOR)
    return found


def _mentions(window: Window, people: Sequence[str]) -> dict[str, float]:
    """Return M: the percentile of distinct people who name somebody; nothing where nobody is named."""
    namers = window.namers()
    there = {uid: float(namers[uid]) for uid in people if uid in window.seen or uid in namers}
    return percentiles(there, len(there)) if namers else {}


def _copies(window: Window) -> dict[str, float]:
    """Return C: the percentile of the share of mails received as a copy, for those with three mails and more."""
    shares = {
        uid: round(window.copied[uid] / count, 9) for uid, count in window.received.items() if count >= FEWEST_MAILS
    }
    return percentiles(shares, len(shares))
