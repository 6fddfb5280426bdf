"""The one read that happens before a viewer exists: who is behind a user name or a token, and what they may see."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from graph_service.domain.viewer import ADMIN, EVERYONE, Viewer
from graph_service.domain.workspace import utc_millis
from graph_service.errors import NotFoundError
from graph_service.graph.catalog import catalog
from graph_service.graph.driver import Database
from graph_service.graph.query import Statement

LOCAL_ADMIN = "local admin"


@dataclass(frozen=True, slots=True)
class TokenOwner:
    """The viewer a token stands for and when the token ends (None: never)."""

    viewer: Viewer
    expires_at: datetime | None


def local_admin(workspace_id: str) -> Viewer:
    """Return the viewer that the CLI and the loopback-only dev mode act as."""
    return Viewer(workspace_id, "local-admin", LOCAL_ADMIN, (EVERYONE, ADMIN))


async def viewer_of(database: Database, workspace_id: str, who: str) -> Viewer:
    """Return the viewer for a user's uid or mail address; raises `NotFoundError`."""
    rows = await _run(database, "find_user", {"workspace_id": workspace_id, "who": who})
    if not rows:
        raise NotFoundError(f"there is no user '{who}' in this workspace", "give a user's mail address")
    return _viewer(workspace_id, rows[0]["uid"], rows[0])


async def token_owner(database: Database, secret_hash: str) -> TokenOwner | None:
    """Return whose token this is, by the hash of its secret, or None."""
    rows = await _run(database, "find_token", {"secret_hash": secret_hash})
    if not rows:
        return None
    row = rows[0]
    expires = row["expires_at"]
    viewer = _viewer(row["workspace_id"], row["user_uid"], row)
    return TokenOwner(viewer, None if expires is None else utc_millis(expires))


async def store_token(
    database: Database,
    workspace_id: str,
    token_id: str,
    secret_hash: str,
    user_uid: str,
    name: str,
    created_at: datetime,
    expires_at: datetime | None,
) -> None:
    """Keep a new token: its id and the hash of its secret, nothing that lets anybody in."""
    params: dict[str, Any] = {
        "workspace_id": workspace_id, "uid": token_id, "secret_hash": secret_hash, "user_uid": user_uid, "name": name,
        "created_at": created_at, "expires_at": expires_at,
    }  # fmt: skip
    await database.write([Statement(catalog()["admin.store_token"].text, params, "store_token")])


def _viewer(workspace_id: str, uid: str, row: dict[str, Any]) -> Viewer:
    principals = (uid, *row["team_uids"], EVERYONE, *((ADMIN,) if row["is_admin"] else ()))
    return Viewer(workspace_id, uid, row["name"] or uid, principals)


async def _run(database: Database, name: str, params: dict[str, Any]) -> list[dict[str, Any]]:
    return await database.read(Statement(catalog()[f"admin.{name}"].text, params, name), seconds=5.0)
