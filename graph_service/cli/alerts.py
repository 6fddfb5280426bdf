"""`graph-service alerts`: what is worth knowing at once, newest day first."""

import asyncio
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Annotated

import typer

from graph_service import clock
from graph_service.app.opening import choose_viewer, choose_workspace, opened
from graph_service.cli.console import moment_of, out, write_json
from graph_service.cli.leaving_tables import alert_table
from graph_service.cli.options import AsOfOption, JsonOption, UserOption, WorkspaceOption
from graph_service.domain.facts import midnight
from graph_service.errors import UsageError
from graph_service.graph.viewer import ViewerGateway
from graph_service.resolvers.alerts_pages import EVER, alert_page
from graph_service.resolvers.alerts_rows import ALERTS
from graph_service.resolvers.alerts_types import alert_of
from graph_service.resolvers.context import Context
from graph_service.resolvers.moments import moment_of as moment_in
from graph_service.schema.alerts import Alert, AlertKind
from graph_service.settings import Settings

KINDS = {one.name.lower().replace("_", "-"): one for one in AlertKind}


def alerts(
    since: Annotated[str, typer.Option(help="Only of this day and later, such as 2026-06-30.")] = "",
    first: Annotated[int, typer.Option("--first", "-n", min=1, max=200, help="How many.")] = 20,
    kind: Annotated[
        list[str] | None, typer.Option(help="Only of a kind, such as champion-at-risk; may be given several times.")
    ] = None,
    workspace: WorkspaceOption = "",
    as_of: AsOfOption = "",
    user: UserOption = "",
    as_json: JsonOption = False,
) -> None:
    """Show departures, champions won, at risk or lapsed, falling tone and use, tickets, new people, silence (P16).

    Example: graph-service alerts --since 2026-06-01 --kind contact-departed
    """
    asyncio.run(_alerts(_kinds(kind or ()), since, first, workspace, as_of, user, as_json=as_json))


def _kinds(names: Sequence[str]) -> list[AlertKind]:
    unknown = [name for name in names if name.lower().replace("_", "-") not in KINDS]
    if unknown:
        raise UsageError(f"there is no kind of alert '{unknown[0]}'", f"there are: {', '.join(KINDS)}")
    return [KINDS[name.lower().replace("_", "-")] for name in names]


async def _alerts(
    kinds: Sequence[AlertKind], since: str, first: int, workspace_id: str, as_of: str, user: str, *, as_json: bool
) -> None:
    async with opened(Settings.load()) as session:
        workspace = await choose_workspace(session.database, workspace_id)
        gateway = ViewerGateway(session.database, await choose_viewer(session.database, workspace, user))
        now = workspace.now(clock.now())
        context = Context(gateway, now, workspace.name, frozen=workspace.frozen_at is not None, zone=workspace.zone)
        begin = moment_of(since, workspace)
        day = EVER if begin is None else midnight(workspace.day(begin))
        found = await _read(context, kinds, day, first, moment_of(as_of, workspace), evidence=as_json)
    if as_json:
        for one in found:
            write_json({**asdict(one), "kind": one.kind.name})
    elif found:
        out.print(alert_table(found))
    else:
        out.print("No alerts.")


async def _read(
    context: Context, kinds: Sequence[AlertKind], since: datetime, first: int, past: datetime | None, *, evidence: bool
) -> list[Alert]:
    page = alert_page(moment_in(context, past).date, first, kinds=kinds, since=since, evidence=evidence)
    rows = await context.gateway.rows(ALERTS, page)
    return [alert_of(row.alert, context) for row in rows]
