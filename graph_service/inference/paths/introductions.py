"""Who can introduce us to somebody: the best paths from one of ours to them, each hop explained.

Owns the ranking of paths and the parts of their explanation. The strength of a path is the product of its shares.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice, pairwise
from math import exp, fsum

import networkx as nx

from graph_service.inference.paths.network import Network, network_of
from graph_service.inference.paths.records import ColleagueTie, PathPerson, Tie

MOST_HOPS = 4
MOST_PATHS = 20
EXAMINED = 200
"""So many paths are looked at in order of strength; those with more than four hops are passed over."""
OURS = "\0ours"


@dataclass(frozen=True, slots=True)
class Hop:
    """One step: `kind` is `knows` (ours, theirs) or `works_with` (theirs). `parts` are words for people to read."""

    from_uid: str
    to_uid: str
    kind: str
    share: float
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Path:
    """A way to somebody; `strength` 0..1 is the product of the shares of its hops. The first uid is one of ours."""

    uids: tuple[str, ...]
    strength: float
    hops: tuple[Hop, ...]


def introductions(
    people: Iterable[PathPerson],
    ties: Iterable[Tie],
    colleague_ties: Iterable[ColleagueTie],
    target_uid: str,
    k: int = 3,
) -> list[Path]:
    """Return up to `k` (at most 20) paths of at most four hops to the target, strongest first, ties by uids.

    Only one of ours is on a path, at its start: who passes the word on are the target's colleagues. Empty where the
    target is unknown, is one of ours, or nobody leads to them.
    """
    network = network_of(people, ties, colleague_ties, keep=(target_uid,))
    target = network.people.get(target_uid)
    if target is None or target.is_ours or k < 1:
        return []
    most = min(k, MOST_PATHS)
    graph = _within_reach(network, target_uid)
    ways = set(_in_order(graph, target_uid, most, "cost"))
    if len(ways) < most:
        # Longer ways may all be stronger: the shortest ones are looked at too.
        ways |= set(_in_order(graph, target_uid, most, None))
    found = [_path(uids, network) for uids in ways]
    return sorted(found, key=lambda one: (-one.strength, len(one.uids), one.uids))[:most]


def _within_reach(network: Network, target_uid: str) -> nx.DiGraph:
    """Return the graph with a start before all of ours, less who lies on no path of four hops to the target."""
    graph = network.graph.copy()
    ours = [uid for uid, one in network.people.items() if one.is_ours]
    graph.add_edges_from((OURS, uid, {"cost": 0.0}) for uid in ours)
    if OURS not in graph:
        return graph
    most = MOST_HOPS + 1
    ahead = nx.single_source_shortest_path_length(graph, OURS, cutoff=most)
    behind = nx.single_source_shortest_path_length(graph.reverse(copy=False), target_uid, cutoff=most)
    near = [uid for uid in graph if uid in ahead and uid in behind and ahead[uid] + behind[uid] <= most]
    return nx.DiGraph(graph.subgraph(near))


def _in_order(graph: nx.DiGraph, target_uid: str, k: int, weight: str | None) -> Iterator[tuple[str, ...]]:
    """Yield paths by rising cost (None: number of hops) until `k` are found and no further one is as good."""
    if OURS not in graph or target_uid not in graph:
        return
    taken, last = 0, 0.0
    paths = nx.shortest_simple_paths(graph, OURS, target_uid, weight=weight)
    for found in islice(paths, EXAMINED):
        if len(found) - 2 > MOST_HOPS:
            continue
        cost = fsum(graph.edges[edge].get(weight, 1.0) for edge in pairwise(found))
        if taken >= k and cost > last + 1e-9:
            return
        taken, last = taken + 1, cost
        yield tuple(found[1:])


def _path(uids: tuple[str, ...], network: Network) -> Path:
    hops = tuple(_hop(one, two, network) for one, two in pairwise(uids))
    cost = fsum(network.graph.edges[edge]["cost"] for edge in pairwise(uids))
    return Path(uids, round(exp(-cost), 9), hops)


def _hop(one: str, two: str, network: Network) -> Hop:
    share = round(float(network.graph.edges[one, two]["share"]), 9)
    names = network.people[one].name, network.people[two].name
    if tie := network.ties.get((one, two)):
        return Hop(one, two, "knows", share, (names[0], "knows", names[1], f"strength {tie.strength:.0f} of 100"))
    colleague = network.colleagues[min(one, two), max(one, two)]
    return Hop(one, two, "works_with", share, (names[0], "works with", names[1], _together(colleague)))


def _together(tie: ColleagueTie) -> str:
    """Return what two colleagues shared, in words."""
    counts = ((tie.messages, "mail"), (tie.meetings, "meeting"))
    said = [f"{count} {word}{'' if count == 1 else 's'}" for count, word in counts if count]
    return f"{' and '.join(said)} together"
