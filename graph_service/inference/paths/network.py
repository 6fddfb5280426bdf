"""The network that paths run through: ours → theirs by strength, theirs ↔ theirs by what they do together.

Owns the shares of edges and the bound on size. An edge has `share` in (0, 1) and `cost` = -ln(share), so that the
cheapest path is the one with the largest product of shares. It may not rank paths.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import exp2, log

import networkx as nx

from graph_service.inference.paths.records import ColleagueTie, PathPerson, Tie

MOST_NODES = 400
HALF_AT = 6.0
"""So many messages together make a share of one half of `TOP_SHARE`; a meeting counts for two."""
MEETING_UNITS = 2.0
TOP_SHARE = 0.95
LEAST_SHARE = 0.01


@dataclass(frozen=True, slots=True)
class Network:
    """The people kept, by uid; the edges. Edges run from ours to theirs and both ways among theirs."""

    people: dict[str, PathPerson]
    ties: dict[tuple[str, str], Tie]
    colleagues: dict[tuple[str, str], ColleagueTie]
    graph: nx.DiGraph


def tie_share(tie: Tie) -> float:
    """Return the share of a tie with ours: strength / 100, kept within 0.01 and 0.95; 0 where it has no strength."""
    return 0.0 if tie.strength <= 0 else min(TOP_SHARE, max(LEAST_SHARE, tie.strength / 100.0))


def colleague_share(tie: ColleagueTie) -> float:
    """Return the share of a tie among theirs: 0.95 (1 - 2^-(u / 6)) with u = messages + 2 meetings."""
    units = tie.messages + MEETING_UNITS * tie.meetings
    return TOP_SHARE * (1.0 - exp2(-units / HALF_AT)) if units > 0 else 0.0


def network_of(
    people: Iterable[PathPerson], ties: Iterable[Tie], colleague_ties: Iterable[ColleagueTie], keep: Sequence[str] = ()
) -> Network:
    """Return the network of at most 400 people, independent of the order of input.

    Where there are more, `keep` stay, then who is one or two ties from them, then who is most influential and best
    known to us. Ties that lead to somebody who is not among the people are dropped; of several of one pair the
    strongest counts.
    """
    known = {one.uid: one for one in people}
    best = _strongest(tie for tie in ties if tie.user_uid in known and tie.stakeholder_uid in known)
    among = list(colleague_ties)
    kept = _kept(known, best, _steps(keep, best, among))
    direct = {pair: tie for pair, tie in best.items() if pair[0] in kept and pair[1] in kept}
    colleagues = _among(among, kept)
    graph = nx.DiGraph()
    graph.add_nodes_from(sorted(kept))
    for pair, tie in sorted(direct.items()):
        _add(graph, pair, tie_share(tie))
    for (one, two), colleague in sorted(colleagues.items()):
        share = colleague_share(colleague)
        _add(graph, (one, two), share)
        _add(graph, (two, one), share)
    return Network(kept, direct, colleagues, graph)


def _add(graph: nx.DiGraph, pair: tuple[str, str], share: float) -> None:
    if share > 0:
        graph.add_edge(*pair, share=share, cost=-log(share))


def _strongest(ties: Iterable[Tie]) -> dict[tuple[str, str], Tie]:
    found: dict[tuple[str, str], Tie] = {}
    for tie in ties:
        pair = tie.user_uid, tie.stakeholder_uid
        if pair not in found or tie.strength > found[pair].strength:
            found[pair] = tie
    return found


def _among(ties: Iterable[ColleagueTie], kept: dict[str, PathPerson]) -> dict[tuple[str, str], ColleagueTie]:
    """Return the ties among theirs by sorted pair; several of one pair: the one that says most."""
    found: dict[tuple[str, str], ColleagueTie] = {}
    for tie in ties:
        if tie.a == tie.b or any(uid not in kept or kept[uid].is_ours for uid in (tie.a, tie.b)):
            continue
        pair = (tie.a, tie.b) if tie.a < tie.b else (tie.b, tie.a)
        if pair not in found or _says(tie) > _says(found[pair]):
            found[pair] = tie
    return found


def _says(tie: ColleagueTie) -> tuple[float, int, int]:
    """Return the order of several ties of one pair; equal shares may come of other counts, which are told in words."""
    return colleague_share(tie), tie.messages, tie.meetings


def _steps(keep: Iterable[str], ties: Iterable[tuple[str, str]], colleagues: Iterable[ColleagueTie]) -> dict[str, int]:
    """Return how many ties lead to one of `keep`: 0 for themselves, 1 and 2; who is further is left out."""
    pairs = [*ties, *((tie.a, tie.b) for tie in colleagues)]
    found = dict.fromkeys(keep, 0)
    for step in (1, 2):
        inside = frozenset(found)
        for pair in pairs:
            if not inside.isdisjoint(pair):
                found.update({uid: step for uid in pair if uid not in found})
    return found


def _kept(
    known: dict[str, PathPerson], ties: dict[tuple[str, str], Tie], steps: dict[str, int]
) -> dict[str, PathPerson]:
    weight = {uid: one.influence for uid, one in known.items()}
    for pair, tie in ties.items():
        for uid in pair:
            weight[uid] = max(weight[uid], known[uid].influence + tie.strength / 100.0)
    ranked = sorted(known.values(), key=lambda one: (steps.get(one.uid, 3), -weight[one.uid], one.uid))
    return {one.uid: one for one in sorted(ranked[:MOST_NODES], key=lambda one: one.uid)}
