"""Makes and stores API tokens."""

from datetime import datetime

from graph_service.graph.auth import store_token, viewer_of
from graph_service.graph.driver import Database
from graph_service.web.tokens import mint


async def create_token(
    database: Database, workspace_id: str, user: str, name: str, now: datetime, expires_at: datetime | None
) -> str:
    """Return a new token of a user, shown this once; raises `NotFoundError` for an unknown user."""
    viewer = await viewer_of(database, workspace_id, user)
    token, record = mint()
    await store_token(
        database, workspace_id, record.token_id, record.secret_hash, viewer.user_uid, name, now, expires_at
    )
    return token
