"""Which workspace a load goes into."""

from graph_service.app.opening import DEMO
from graph_service.domain.workspace import Workspace
from graph_service.errors import UsageError
from graph_service.graph.driver import Database
from graph_service.graph.workspaces import NewWorkspace, ensure_workspace, list_workspaces


async def workspace_for(database: Database, new: NewWorkspace, *, named: bool) -> Workspace:
    """Return where to load into: the named workspace, the only own one, or a new one (never the demo by accident)."""
    present = [one for one in await list_workspaces(database) if one.workspace_id != DEMO]
    if not named and len(present) > 1:
        raise UsageError("there are several workspaces", "say which with --workspace")
    target = new if named or not present else NewWorkspace(present[0].workspace_id, present[0].name, new.our_domains)
    exists = any(one.workspace_id == target.workspace_id for one in present) or target.workspace_id == DEMO
    if not exists and not target.our_domains:
        raise UsageError("who is ours is not known yet", "add --our-domain acme.example (several are fine)")
    return await ensure_workspace(database, target)
