"""Reads what all accounts have in common, and makes the backdrop of it."""

from collections import Counter
from datetime import date

from graph_service.domain.facts import epoch_day
from graph_service.domain.workspace import Workspace
from graph_service.graph.query import NoParams
from graph_service.graph.system import SystemGateway
from graph_service.inference import queries as q
from graph_service.inference.backdrops import backdrop_of
from graph_service.inference.casefile import Backdrop, CaseFile, Usage
from graph_service.inference.usage.counts import judged_counts

USE = "usage"


async def read_backdrop(system: SystemGateway, workspace: Workspace, horizon_day: int) -> Backdrop:
    """Return what holds for the whole workspace as known at the end of `horizon_day`."""
    volumes = {
        row.channel: {epoch_day(date.fromisoformat(day)): seen for day, seen in zip(row.days, row.counts, strict=True)}
        for row in await system.read(q.READ_VOLUMES, q.InZone(workspace.time_zone))
    }
    usage = {row.account_uid: _usage(row) for row in await system.read(q.READ_USAGE, NoParams())}
    tickets = {
        row.account_uid: Counter(workspace.day_number(at) for at in row.moments)
        for row in await system.read(q.READ_TICKET_DAYS, NoParams())
    }
    volumes[USE] = _total(usage)
    judged = {uid: judged_counts(CaseFile(uid, "", usage=series), horizon_day) for uid, series in usage.items()}
    return backdrop_of(volumes, judged, tickets, horizon_day)


def _usage(row: q.UsageRow) -> tuple[Usage, ...]:
    return tuple(Usage(feature, who, tuple(days), tuple(counts)) for feature, who, days, counts in row.series)


def _total(usage: dict[str, tuple[Usage, ...]]) -> dict[int, int]:
    """Return day → events of use over all accounts."""
    total: Counter[int] = Counter()
    for series in usage.values():
        for one in series:
            total.update(dict(zip(one.days, one.counts, strict=True)))
    return dict(total)
