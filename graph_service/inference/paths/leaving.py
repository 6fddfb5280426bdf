"""What is lost if a person leaves: reach to those who decide, cut points, revenue, and who could take their place.

Owns the report. Reach to somebody is the product of the shares along the best path from one of ours. It changes
nothing and may not say how likely it is that they leave.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import exp, fsum

import networkx as nx

from graph_service.domain.facts import Score
from graph_service.inference.paths.network import Network, network_of
from graph_service.inference.paths.records import ColleagueTie, PathPerson, Tie
from graph_service.inference.paths.replacements import replacements_for

DECIDES = 0.6
"""Decision power from which a person counts as one who decides; where nobody has it, whoever has most."""
OURS = "\0ours"
DIGITS = 9


@dataclass(frozen=True, slots=True)
class Reach:
    """How well we reach one who decides, with the leaver and without, 0..1. `via` is the best path today."""

    uid: str
    now: float
    without: float
    via: tuple[str, ...]

    @property
    def lost(self) -> float:
        """Return what is lost."""
        return round(self.now - self.without, DIGITS)


@dataclass(frozen=True, slots=True)
class Replacement:
    """Somebody who could take the place: `score` 0..1 is the sum of `influence`, `strength` and `overlap`."""

    uid: str
    score: Score


@dataclass(frozen=True, slots=True)
class LeaveReport:
    """What is lost if `leaver_uid` leaves.

    `reach` are all who decide, most lost first; the leaver, if one of them, is lost altogether. `lost_share` 0..1 is
    the share of reach lost, weighted by decision power; `revenue_exposed` that share of `arr` (None: not known).
    `is_cut_point`: some whom we know lose every way to us: `cut_off`. `cut_points` are all such people today,
    `new_cut_points` those who become one. `replacements` are ranked, best first.
    """

    leaver_uid: str
    reach: tuple[Reach, ...]
    lost_share: float
    revenue_exposed: float | None
    is_cut_point: bool
    cut_off: tuple[str, ...]
    cut_points: tuple[str, ...]
    new_cut_points: tuple[str, ...]
    replacements: tuple[Replacement, ...]


def if_leaves(
    people: Iterable[PathPerson],
    ties: Iterable[Tie],
    colleague_ties: Iterable[ColleagueTie],
    leaver_uid: str,
    arr: float | None = None,
) -> LeaveReport:
    """Return what is lost if one of theirs, or one of ours, leaves. An unknown uid loses nothing."""
    network = network_of(people, ties, colleague_ties, keep=(leaver_uid,))
    rest = _without(network, leaver_uid)
    reach = _reach(network, rest, leaver_uid)
    power = {uid: max(one.decision_power, 1e-6) for uid, one in network.people.items()}
    had = fsum(power[one.uid] * one.now for one in reach)
    lost = fsum(power[one.uid] * one.lost for one in reach)
    share = round(lost / had, DIGITS) if had > 0 else 0.0
    cut_off = _cut_off(network, leaver_uid)
    points = _cut_points(network)
    return LeaveReport(
        leaver_uid=leaver_uid,
        reach=reach,
        lost_share=share,
        revenue_exposed=None if arr is None else round(arr * share, 2),
        is_cut_point=bool(cut_off),
        cut_off=cut_off,
        cut_points=points,
        new_cut_points=tuple(uid for uid in _cut_points(rest) if uid not in points),
        replacements=tuple(Replacement(uid, score) for uid, score in replacements_for(network, leaver_uid)),
    )


def _without(network: Network, uid: str) -> Network:
    graph = network.graph.copy()
    graph.remove_nodes_from([uid])
    people = {one: person for one, person in network.people.items() if one != uid}
    return Network(people, network.ties, network.colleagues, graph)


def _reach(network: Network, rest: Network, leaver_uid: str) -> tuple[Reach, ...]:
    now, ways = _best(network)
    without, _ = _best(rest)
    found = [
        Reach(uid, now.get(uid, 0.0), 0.0 if uid == leaver_uid else without.get(uid, 0.0), ways.get(uid, ()))
        for uid in _deciders(network.people)
    ]
    return tuple(sorted(found, key=lambda one: (-one.lost, -one.now, one.uid)))


def _best(network: Network) -> tuple[dict[str, float], dict[str, tuple[str, ...]]]:
    """Return person → reach, and the path it rests on, of all whom one of ours leads to."""
    ours = sorted(uid for uid, one in network.people.items() if one.is_ours)
    if not ours:
        return {}, {}
    costs, paths = nx.multi_source_dijkstra(network.graph, ours, weight="cost")
    reach = {uid: round(exp(-cost), DIGITS) for uid, cost in costs.items()}
    return reach, {uid: tuple(path) for uid, path in paths.items()}


def _deciders(people: Mapping[str, PathPerson]) -> list[str]:
    """Return who decides: decision power of .6 or more, else the one with the most of it, if any has some."""
    theirs = [one for one in people.values() if not one.is_ours]
    found = [one.uid for one in theirs if one.decision_power >= DECIDES]
    if found or not theirs:
        return found
    first = min(theirs, key=lambda one: (-one.decision_power, -one.influence, one.uid))
    return [first.uid] if first.decision_power > 0 or first.influence > 0 else []


def _joined(network: Network) -> nx.Graph:
    """Return the ties without direction, with all of ours as one."""
    graph = nx.Graph()
    graph.add_node(OURS)
    for one, two in network.graph.edges:
        graph.add_edge(OURS if network.people[one].is_ours else one, two)
    return graph


def _cut_points(network: Network) -> tuple[str, ...]:
    """Return those of theirs without whom somebody we lead to now would be cut off from us, by uid."""
    graph = _joined(network)
    ours = graph.subgraph(nx.node_connected_component(graph, OURS))
    return tuple(sorted(uid for uid in nx.articulation_points(ours) if uid != OURS))


def _cut_off(network: Network, leaver_uid: str) -> tuple[str, ...]:
    """Return who loses every way to us when the leaver is gone; one of ours takes only their own ties along."""
    whole = nx.node_connected_component(_joined(network), OURS)
    left = nx.node_connected_component(_joined(_without(network, leaver_uid)), OURS)
    return tuple(sorted(whole - left - {leaver_uid}))
