"""The workspace file of a folder → the workspace to load into, its team, and who may see what."""

from datetime import UTC, datetime
from pathlib import Path

from graph_service.domain.workspace import Workspace
from graph_service.graph.driver import Database
from graph_service.graph.grants import renew_sight
from graph_service.graph.query import RowsParams
from graph_service.graph.system import SystemGateway
from graph_service.graph.workspaces import Member, NewWorkspace, set_teams
from graph_service.ingest.crm_queries import UPSERT_CRM_USERS
from graph_service.ingest.crm_rows import newest, user_row
from graph_service.ingest.sharing_rule import open_teams
from graph_service.ingest.workspace_file import NAME, read_workspace_file

EARLIEST = datetime(2000, 1, 1, tzinfo=UTC)
"""When a file says nothing of time, whatever a CRM says of our people is newer."""


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


async def load_team(database: Database, workspace: Workspace, root: Path) -> None:
    """Bring our people, teams and sharing rule of the folder's workspace file into the graph, if it has one."""
    path = find_workspace_file(root)
    if path is None:
        return
    said, ids = read_workspace_file(path), workspace.ids
    system = SystemGateway(database, workspace.workspace_id)
    known_at = said.frozen_at() or EARLIEST
    rows = newest([user_row(one, workspace, known_at) for one in said.users(path)], "crm_id")
    await system.write(UPSERT_CRM_USERS, RowsParams(rows))
    opened = open_teams(said.sharing.rule, [*said.teams, *(one.team for one in said.team if one.team)])
    names = {one.team for one in said.team if one.team}
    teams = {ids.uid("team", name): (name, name in opened) for name in names}
    members = [
        Member(ids.uid("user", one.email), ids.uid("team", one.team) if one.team else "", one.email in said.executives)
        for one in said.team
    ]
    await set_teams(database, workspace.workspace_id, teams, members, said.sharing.restricted)
    await renew_sight(system)
