"""Which parts of health moved it from one moment to another: both days worked out again from what was known then."""

from collections.abc import Sequence
from dataclasses import dataclass

from graph_service.domain.recomputing import Asked, Metric, Reckoned, Recomputing
from graph_service.resolvers.changes_queries import ChangesPage
from graph_service.resolvers.changes_rows import ChangeSource

HEALTH = "health points"
MOST = 10
"""So many changes of health, the weightiest of a page, are taken apart: each account is worked out for two days."""


@dataclass(frozen=True, slots=True)
class PartChange:
    """The points that a part of health adds at either moment; None while nothing was known of it."""

    name: str
    before: float | None
    after: float | None

    @property
    def move(self) -> float:
        """Return by how much it moved health, in points."""
        return (self.after or 0.0) - (self.before or 0.0)


Parts = dict[str, tuple[PartChange, ...]]
"""Account → the parts of its health, those that moved most first; their moves sum to that of health."""


async def health_parts(recomputing: Recomputing | None, changes: Sequence[ChangeSource], page: ChangesPage) -> Parts:
    """Return the parts of the health that changed, by account; none where nothing can be worked out again."""
    uids = [one.account_uid for one in changes if one.fact == HEALTH][:MOST]
    if recomputing is None or not uids:
        return {}
    asked = [Asked(uid, None, Metric.HEALTH, day) for uid in uids for day in (page.from_day, page.to_day)]
    found = await recomputing.reckon(asked)
    return {uid: _moves(found[2 * place], found[2 * place + 1]) for place, uid in enumerate(uids)}


def parts_of(change: ChangeSource, parts: Parts) -> tuple[PartChange, ...]:
    """Return the parts that a change is told by: none unless it is one of health."""
    return parts.get(change.account_uid, ()) if change.fact == HEALTH else ()


def _moves(before: Reckoned | None, after: Reckoned | None) -> tuple[PartChange, ...]:
    if before is None or after is None:
        return ()
    old, new = ({term.name: term.value for term in one.terms} for one in (before, after))
    parts = [PartChange(name, old.get(name), new.get(name)) for name in sorted({*old, *new})]
    return tuple(sorted(parts, key=lambda part: -abs(part.move)))
