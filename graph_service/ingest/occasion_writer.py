"""Writes batches of occasions: one look-up, one transaction, one event. Doing it again writes nothing."""

from collections.abc import Mapping, Sequence
from typing import Any

from graph_service.domain.workspace import Workspace
from graph_service.graph import models
from graph_service.graph.rows import checked
from graph_service.graph.system import SystemGateway
from graph_service.ingest import queries as q
from graph_service.ingest.hiding import hide_forgotten
from graph_service.ingest.interaction_rows import InteractionRows, Row
from graph_service.ingest.interaction_steps import is_better, known_people, transaction
from graph_service.ingest.occasion import Occasion
from graph_service.ingest.occasion_rows import build_occasion_rows
from graph_service.ingest.tombstones import read_tombstones

LABELS: dict[str, type[models.Interaction]] = {
    "Meeting": models.Meeting,
    "Call": models.Call,
    "Ticket": models.Ticket,
    "Message": models.Message,
}


class OccasionWriter:
    """Writes meetings, calls, tickets and messages into one workspace."""

    def __init__(self, system: SystemGateway, workspace: Workspace) -> None:
        self._system = system
        self._workspace = workspace
        self.written = 0

    async def write(self, occasions: Sequence[Occasion]) -> int:
        """Write what is new or better in a batch; return how many occasions that was."""
        fresh, replaced, vouched = await self._news(occasions)
        if not fresh and not vouched:
            return 0
        people = [one for occasion in fresh for one in occasion.participants]
        tombstones = await read_tombstones(self._system, self._workspace)
        known = await known_people(self._system, self._workspace, people, tombstones)
        rows = build_occasion_rows(fresh, known, self._workspace)
        hide_forgotten(rows, tombstones)
        labelled = _labelled(rows, {one.uid: one.label for one in fresh}, self._system.workspace_id)
        steps = [(q.UPSERT_OCCASIONS, labelled), (q.VOUCH_MEETINGS, vouched)]
        await self._system.write_all(transaction(self._system, rows, steps, replaced))
        self.written += len(fresh)
        return len(fresh)

    async def _news(self, occasions: Sequence[Occasion]) -> tuple[list[Occasion], list[str], list[Row]]:
        best: dict[str, Occasion] = {}
        for one in occasions:
            present = best.get(one.uid)
            if present is None or one.copy_rank < present.copy_rank:
                best[one.uid] = one
        stored = {row.uid: row for row in await self._system.read(q.LOOKUP_INTERACTIONS, q.Uids(sorted(best)))}
        fresh = [one for uid, one in sorted(best.items()) if uid not in stored or is_better(one.copy_rank, stored[uid])]
        return fresh, [one.uid for one in fresh if one.uid in stored], _vouched(occasions, stored)


def _vouched(occasions: Sequence[Occasion], stored: Mapping[str, q.KnownInteraction]) -> list[Row]:
    """Return who vouches for the occasions of a batch, where that is news; a copy that is not kept vouches too."""
    best: dict[str, str] = {}
    for one in occasions:
        if one.vouched:
            best[one.uid] = min(one.vouched, best.get(one.uid, one.vouched))
    known = {uid: row.vouched for uid, row in stored.items() if row.vouched}
    return [{"uid": uid, "vouched": best[uid]} for uid in sorted(best) if uid not in known or best[uid] < known[uid]]


def _labelled(rows: InteractionRows, labels: Mapping[str, str], workspace_id: str) -> list[Row]:
    """Return the interactions with their labels, checked against the models, sorted by key."""
    out: list[dict[str, Any]] = []
    for label, model in LABELS.items():
        mine = [row for uid, row in rows.interactions.items() if labels[uid] == label]
        out += [{"uid": row["uid"], "label": label, "properties": row} for row in checked(model, mine, workspace_id)]
    return sorted(out, key=lambda row: str(row["uid"]))
