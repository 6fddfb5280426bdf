"""Pictures of the views as files: reads what a view alone does not need, draws, writes. Prints no data."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from graph_service.app.drawing.filling import map_picture
from graph_service.app.drawing.filling_times import health_picture, trend_picture
from graph_service.app.drawing.health import draw_health
from graph_service.app.drawing.stakeholder_map import draw_map as map_svg
from graph_service.app.drawing.trends import draw_trends
from graph_service.cli.console import remark
from graph_service.domain.facts import epoch_day, midnight
from graph_service.domain.workspace import Workspace
from graph_service.errors import UsageError
from graph_service.graph.viewer import ViewerGateway
from graph_service.resolvers import history_queries as h
from graph_service.resolvers.account_facts import account_facts
from graph_service.resolvers.rows import AccountRow, ContactRow, MapRow
from graph_service.schema.people import Gap

SvgOption = Annotated[
    Path | None, typer.Option("--svg", help="Write a picture to this file, as SVG.", dir_okay=False, metavar="FILE")
]


def write_picture(file: Path, svg: str) -> None:
    """Write a picture to a file and say so on stderr; raises `UsageError` where it cannot be written."""
    try:
        file.write_text(svg, encoding="utf-8")
    except OSError as error:
        why = error.strerror or "the system gives no reason"
        raise UsageError(f"{file} cannot be written: {why}", "name a file in a folder that exists") from error
    remark(f"Wrote {file}.")


def draw_map(file: Path, row: MapRow, day: int, gaps: Iterable[Gap]) -> None:
    """Write the map of an account as it was read for an epoch day: people, their ties to us, and what is missing."""
    write_picture(file, map_svg(map_picture(row, day, [one.reason for one in gaps])))


async def draw_contact(file: Path, gateway: ViewerGateway, row: ContactRow, at: datetime, workspace: Workspace) -> None:
    """Write how a person went up to a moment at the account where they are closest to us.

    Raises `UsageError` for a person at no account: of them nothing is kept over time.
    """
    place = max(row.stakeholders, key=lambda one: (one.strength or 0.0, one.account_name), default=None)
    if place is None:
        raise UsageError(f"'{row.contact.name}' is at no account, so nothing can be drawn", "leave out --svg")
    day = workspace.day(at)
    asked = h.PersonHistoryOf(place.uid, midnight(day), epoch_day(day))
    history = await gateway.first(h.PERSON_HISTORY, asked) or h.History()
    write_picture(file, draw_trends(trend_picture(row.contact.name, place.account_name, history, epoch_day(day))))


async def draw_account(file: Path, gateway: ViewerGateway, row: AccountRow, at: datetime, workspace: Workspace) -> None:
    """Write how the health of an account went up to a moment, with its use, its tickets and its states."""
    day = workspace.day(at)
    asked = h.AccountHistoryOf(row.account.uid, midnight(day), epoch_day(day))
    history = await gateway.first(h.ACCOUNT_HISTORY, asked) or h.History()
    health = account_facts(row.account).health
    newest = dict(zip(health.names, health.values, strict=True)) if health else {}
    write_picture(file, draw_health(health_picture(row.account.name, history, epoch_day(day), newest)))
