"""Links that change over time → spells that hold their history, and the links that stand at the end.

Owns how a link's past is kept: a spell for each stretch in which it stood with one probability, so that the links as
of any day are the spells that hold on it. It may not know what a link means.
"""

from collections.abc import Mapping, Sequence

from graph_service.domain.facts import SpellFact, day_of
from graph_service.inference.inferred import Link

STEP = 0.05
"""A chance that moved less since it was written is the same chance: a slow fade is not worth a spell a week."""


def steadied(standing: Sequence[Link], now: Sequence[Link]) -> Sequence[Link]:
    """Return `standing` while the same persons stand in the same order and no chance moved by a step; else `now`."""
    if [link.to_uid for link in standing] != [link.to_uid for link in now]:
        return now
    moved = max((abs(old.p - new.p) for old, new in zip(standing, now, strict=True)), default=0.0)
    return standing if moved < STEP else now


def spells_and_links(
    kind: str, state: str, history: Mapping[int, Sequence[Link]], ended_on: int | None = None
) -> tuple[tuple[SpellFact, ...], tuple[Link, ...]]:
    """Return the spells in order of their beginning, and the links that stand at the end, best first.

    `history` is day → the links that stand from that day on, ascending by day. From `ended_on` on none stands. A
    spell's `detail` is the uid it leads to; a link's `known_day` is the day on which it first stood as it does now.
    """
    spells: list[SpellFact] = []
    standing: dict[str, Link] = {}
    begun: dict[str, int] = {}
    for day, links in history.items():
        now = {link.to_uid: link for link in links}
        changed = sorted(uid for uid, link in standing.items() if uid not in now or now[uid].p != link.p)
        spells += [_spell(kind, state, standing.pop(uid), begun.pop(uid), day) for uid in changed]
        for uid, link in now.items():
            standing.setdefault(uid, link)
            begun.setdefault(uid, day)
    spells += [_spell(kind, state, link, begun[uid], ended_on) for uid, link in standing.items()]
    spells.sort(key=lambda one: (one.valid_from, -(one.probability or 0.0), one.detail))
    last = () if ended_on is not None else tuple(sorted(standing.values(), key=lambda link: (-link.p, link.to_uid)))
    return tuple(spells), last


def _spell(kind: str, state: str, link: Link, start: int, end: int | None) -> SpellFact:
    since = day_of(start)
    until = None if end is None else day_of(end)
    return SpellFact(kind, state, since, until, since, link.score.terms, link.p, detail=link.to_uid)
