"""`graph-service run | serve | infer`: the demo from nothing, the server, and bringing facts up to date."""

import asyncio
import contextlib
from typing import Annotated

import typer
import uvicorn

from graph_service import clock
from graph_service.app.demo_workspace import ensure_demo
from graph_service.app.opening import DEMO, choose_workspace, opened
from graph_service.app.refreshing import Refreshed, refresh
from graph_service.app.serving import create_app
from graph_service.cli.console import bars, out, remark, write_json
from graph_service.cli.options import JsonOption, QuietOption, WorkspaceOption
from graph_service.cli.views import print_queue
from graph_service.errors import UsageError
from graph_service.localdb import server
from graph_service.settings import Settings
from graph_service.web.logs import configure_logs
from graph_service.web.loopback import refuse_unless_loopback

PortOption = Annotated[int, typer.Option(min=1, max=65535, help="HTTP port on loopback.")]


def run(
    port: PortOption = 8000,
    workspace: WorkspaceOption = "",
    no_serve: Annotated[bool, typer.Option("--no-serve", help="Stop after printing the queue.")] = False,
    quiet: QuietOption = False,
) -> None:
    """Show everything at once: a local Neo4j, the demo (or your workspace), its queue, and the server.

    Example: graph-service run --port 8000
    """
    settings = Settings.load().model_copy(update={"port": port, "dev": True, "workspace": workspace or DEMO})
    refuse_unless_loopback(settings.host)
    started = asyncio.run(_prepare(settings, quiet=quiet))
    try:
        if not no_serve:
            remark(f"\nServing on http://127.0.0.1:{port}/ - GraphiQL on /graphql. Ctrl-C stops.", quiet=quiet)
            _serve(settings)
    finally:
        if started and not no_serve:
            server.stop(settings)


def serve(
    port: Annotated[int, typer.Option(min=0, max=65535, help="HTTP port; default: GRAPH_SERVICE_PORT, or 8000.")] = 0,
    host: Annotated[str, typer.Option(help="Address to bind; default: GRAPH_SERVICE_HOST, or loopback.")] = "",
    dev: Annotated[bool, typer.Option("--dev", help="No tokens, everybody is admin; loopback only.")] = False,
    workspace: WorkspaceOption = "",
) -> None:
    """Serve GraphQL and the start page; without --dev every request needs a token.

    Example: graph-service serve --dev
    """
    settings = Settings.load()
    chosen = {
        "port": port or settings.port, "host": host or settings.host, "dev": dev or settings.dev,
        "workspace": workspace or settings.workspace,
    }  # fmt: skip
    settings = settings.model_copy(update=chosen)
    if settings.dev:
        refuse_unless_loopback(settings.host)
    _serve(settings)


def infer(
    workspace: WorkspaceOption = "",
    rebuild: Annotated[bool, typer.Option("--rebuild", help="Infer everything again; ends in the same facts.")] = False,
    as_json: JsonOption = False,
    quiet: QuietOption = False,
) -> None:
    """Bring facts and queue up to date: what was touched, and what came due.

    Example: graph-service infer
    """
    done = asyncio.run(_infer(workspace, rebuild=rebuild, quiet=quiet))
    counts = {
        "stakeholders": done.inference.stakeholders,
        "accounts": done.inference.accounts,
        "fired": done.rules.fired,
    }
    if as_json:
        write_json(counts)
        return
    out.print(f"{done.inference.stakeholders:,} people and {done.inference.accounts:,} accounts inferred.")
    out.print(f"{sum(done.rules.fired.values()):,} actions in the queue.")


async def _prepare(settings: Settings, *, quiet: bool) -> bool:
    async with opened(settings, migrating=True) as session:
        if settings.workspace == DEMO:
            with bars(quiet=quiet) as steps:
                workspace, _ = await ensure_demo(session.database, settings, steps)
        else:
            workspace = await choose_workspace(session.database, settings.workspace)
        await print_queue(session.database, workspace, workspace.now(clock.now()), first=10)
        return session.started


async def _infer(workspace_id: str, *, rebuild: bool, quiet: bool) -> Refreshed:
    async with opened(Settings.load(), migrating=True) as session:
        workspace = await choose_workspace(session.database, workspace_id)
        with bars(quiet=quiet) as steps:
            return await refresh(session.database, workspace, workspace.now(clock.now()), steps, rebuild=rebuild)


def _serve(settings: Settings) -> None:
    configure_logs()
    config = uvicorn.Config(
        create_app(settings), host=settings.host, port=settings.port, access_log=False, server_header=False,
        log_config=None, timeout_graceful_shutdown=3,
    )  # fmt: skip
    try:
        with contextlib.suppress(KeyboardInterrupt):
            uvicorn.Server(config).run()
    except OSError as error:
        raise UsageError(
            f"port {settings.port} is taken", "choose another: --port 8001 (make run PORT=8001)"
        ) from error
