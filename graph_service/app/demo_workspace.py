"""The demo workspace: written as files, loaded through the same connectors as anyone's, frozen at its end."""

from collections.abc import Callable
from datetime import UTC, datetime, time
from pathlib import Path

from graph_service.app.ingesting import ingest, make_connector
from graph_service.app.opening import DEMO
from graph_service.app.refreshing import Refreshed, Steps, refresh, silent
from graph_service.demo.workspace import LAST_DAY, OUR_DOMAIN, OUR_NAME, write_demo
from graph_service.domain.workspace import Workspace
from graph_service.graph.driver import Database
from graph_service.graph.workspaces import NewWorkspace, ensure_workspace
from graph_service.ingest.pipeline import Progress
from graph_service.settings import Settings

SALT = "demo"
"""The demo is invented and public, so its salt may be known; it keeps ids equal on every machine."""


def frozen_at() -> datetime:
    """Return the moment the demo stands at: the end of its last day."""
    return datetime.combine(LAST_DAY, time(23, 59, 59), UTC)


def demo_folder(settings: Settings) -> Path:
    """Return where the demo's files lie."""
    return settings.data_dir / "demo"


async def ensure_demo(database: Database, settings: Settings, steps: Steps = silent) -> tuple[Workspace, Refreshed]:
    """Write, load and infer the demo; a second time reads nothing and changes no fact."""
    folder = demo_folder(settings)
    if not (folder / "workspace.json").exists():
        write_demo(folder)
    steps("writing the demo's files", 1, 1)
    workspace = await ensure_workspace(
        database, NewWorkspace(DEMO, OUR_NAME, (OUR_DOMAIN,), salt=SALT, frozen_at=frozen_at())
    )
    for name, part in (("crm", folder / "crm"), ("mail", folder / "mail")):
        connector = make_connector(name, frozen_at(), path=part)
        report = _reporter(name, connector.total_bytes(), steps)
        await ingest(database, workspace, connector, settings, frozen_at(), report)
    return workspace, await refresh(database, workspace, frozen_at(), steps)


def _reporter(name: str, total: int, steps: Steps) -> Callable[[Progress], None]:
    done: dict[str, int] = {}

    def report(progress: Progress) -> None:
        done[progress.source] = progress.bytes_read
        steps(f"reading the demo's {name}", sum(done.values()), max(total, sum(done.values())))

    return report
