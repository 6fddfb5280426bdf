"""Lists and adds playbooks."""

from datetime import datetime

from graph_service.domain.workspace import Workspace
from graph_service.graph.auth import viewer_of
from graph_service.graph.driver import Database
from graph_service.graph.query import NoParams
from graph_service.graph.system import SystemGateway
from graph_service.rules.playbook import Playbook, parse_playbook
from graph_service.rules.queries import READ_PLAYBOOKS, StoredPlaybook
from graph_service.rules.stage import WORKSPACE_OWNED, RulesStage, shipped_playbooks


async def list_playbooks(database: Database, workspace: Workspace) -> list[tuple[StoredPlaybook, Playbook]]:
    """Return the stored playbooks, and the shipped ones that have not run yet."""
    system = SystemGateway(database, workspace.workspace_id)
    stored = (await system.read(READ_PLAYBOOKS, NoParams()))[0].playbooks
    known = {one.name for one in stored if one.owner_uid == WORKSPACE_OWNED}
    fresh = [
        StoredPlaybook("", one.name, one.text, "public", WORKSPACE_OWNED, is_enabled=True)
        for one in shipped_playbooks()
        if one.name not in known
    ]
    return [(one, parse_playbook(one.text, one.name)) for one in (*stored, *fresh)]


async def add_playbook(
    database: Database, workspace: Workspace, text: str, file: str, owner: str, now: datetime
) -> str:
    """Store a private playbook of a user and return its name; adding it again replaces its text."""
    playbook = parse_playbook(text, file)
    viewer = await viewer_of(database, workspace.workspace_id, owner)
    stage = RulesStage(SystemGateway(database, workspace.workspace_id), workspace, now, now)
    await stage.install([playbook], owner_uid=viewer.user_uid, visibility="private")
    return playbook.name
