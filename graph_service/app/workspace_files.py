"""The workspace file of a folder → the workspace to load into."""

from pathlib import Path

from graph_service.graph.workspaces import NewWorkspace
from graph_service.ingest.workspace_file import NAME, read_workspace_file


def find_workspace_file(root: Path) -> Path | None:
    """Return the workspace file of a folder, or None when there is none."""
    path = root / NAME if root.is_dir() else root
    return path if path.name == NAME and path.is_file() else None


def new_workspace(root: Path, workspace_id: str, basis: NewWorkspace | None = None) -> NewWorkspace:
    """Return what a workspace starts with: what `basis` says, and what the folder's workspace file adds."""
    start = basis or NewWorkspace(workspace_id, workspace_id, ())
    path = find_workspace_file(root)
    if path is None:
        return start
    said = read_workspace_file(path)
    return NewWorkspace(
        workspace_id=start.workspace_id,
        name=said.company,
        our_domains=tuple(dict.fromkeys((*start.our_domains, *said.domains))),
        time_zone=start.time_zone,
        country=start.country,
        salt=start.salt,
        frozen_at=start.frozen_at or said.frozen_at(),
        our_names=(said.company,),
        products=said.products(),
        features=said.features(),
        competitors=said.rivals(),
    )
