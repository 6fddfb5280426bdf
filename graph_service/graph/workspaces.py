"""Opens and makes workspaces; the only reads without a viewer besides `graph.auth`."""

import re
import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from graph_service.domain.workspace import Workspace, utc_millis
from graph_service.errors import NotFoundError, UsageError
from graph_service.graph.catalog import catalog
from graph_service.graph.driver import Database
from graph_service.graph.query import Statement

_ID = re.compile(r"^[A-Za-z0-9]{1,40}$")


@dataclass(frozen=True, slots=True)
class NewWorkspace:
    """What a workspace starts with. `salt` is random unless a test fixes it."""

    workspace_id: str
    name: str
    our_domains: tuple[str, ...]
    time_zone: str = "UTC"
    country: str = "US"
    salt: str = ""
    frozen_at: datetime | None = None
    our_names: tuple[str, ...] = ()
    products: tuple[tuple[str, ...], ...] = ()
    features: tuple[str, ...] = ()
    competitors: tuple[tuple[str, ...], ...] = ()


async def list_workspaces(database: Database) -> list[Workspace]:
    """Return all workspaces by id."""
    rows = await database.read(Statement(catalog()["admin.list_workspaces"].text, {}, "list_workspaces"))
    return [_workspace(row) for row in rows[0]["workspaces"]]


async def open_workspace(database: Database, workspace_id: str = "") -> Workspace:
    """Return the named workspace, or the only one there is; raises with the names to choose from."""
    present = await list_workspaces(database)
    if workspace_id:
        for one in present:
            if one.workspace_id == workspace_id:
                return one
        raise NotFoundError(f"there is no workspace '{workspace_id}'", _choices(present))
    if len(present) == 1:
        return present[0]
    if not present:
        raise NotFoundError(
            "there is no workspace yet", "load something: `graph-service ingest mail PATH --our-domain DOMAIN`"
        )
    raise UsageError(
        "there are several workspaces", _choices(present).replace("there are", "say --workspace; there are")
    )


MAX_NAMED = 8


def _choices(present: list[Workspace]) -> str:
    return f"there are: {names_of(present)}"


def names_of(present: list[Workspace]) -> str:
    """Return the workspaces by name, at most eight of them, for a message."""
    names = [one.workspace_id for one in present]
    more = f" and {len(names) - MAX_NAMED} more" if len(names) > MAX_NAMED else ""
    return (", ".join(names[:MAX_NAMED]) or "none") + more


async def ensure_workspace(database: Database, new: NewWorkspace) -> Workspace:
    """Make a workspace, or return it when it exists; our domains cannot change once there is data."""
    if not _ID.match(new.workspace_id):
        raise UsageError(f"'{new.workspace_id}' is no workspace id", "use up to 40 letters and digits")
    params: dict[str, Any] = {
        "workspace_id": new.workspace_id,
        "name": new.name,
        "our_domains": sorted({domain.lower().strip().lstrip("@") for domain in new.our_domains}),
        "time_zone": new.time_zone,
        "country": new.country,
        "salt": new.salt or secrets.token_urlsafe(24),
        "frozen_at": new.frozen_at,
        "our_names": list(new.our_names),
        "products": _lines(new.products),
        "features": list(new.features),
        "competitors": _lines(new.competitors),
    }
    await database.write([Statement(catalog()["admin.create_workspace"].text, params, "create_workspace")])
    workspace = await open_workspace(database, new.workspace_id)
    if new.our_domains and list(workspace.our_domains) != params["our_domains"]:
        raise UsageError(
            f"workspace '{new.workspace_id}' has the domains {', '.join(workspace.our_domains)}",
            "who is ours cannot change once mail was read; give the same --our-domain, or another --workspace",
        )
    return workspace


def unsaved_workspace(new: NewWorkspace) -> Workspace:
    """Return a workspace that exists nowhere, for a dry run that touches no database."""
    return Workspace(
        new.workspace_id, new.name, new.our_domains, new.time_zone, new.country, new.salt, new.frozen_at,
        new.our_names, new.products, new.features, new.competitors,
    )  # fmt: skip


def _lines(names: tuple[tuple[str, ...], ...]) -> list[str]:
    """Return one string a name with its aliases: Neo4j keeps no lists in lists."""
    return ["|".join(alias.replace("|", " ") for alias in aliases) for aliases in names]


def _aliases(lines: list[str] | None) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(line.split("|")) for line in lines or ())


def _workspace(row: dict[str, Any]) -> Workspace:
    frozen = row["frozen_at"]
    return Workspace(
        workspace_id=row["workspace_id"],
        name=row["name"] or row["workspace_id"],
        our_domains=tuple(row["our_domains"] or ()),
        time_zone=row["time_zone"] or "UTC",
        country=row["country"] or "US",
        salt=row["salt"],
        frozen_at=None if frozen is None else utc_millis(frozen),
        our_names=tuple(row["our_names"] or ()),
        products=_aliases(row["products"]),
        features=tuple(row["features"] or ()),
        competitors=_aliases(row["competitors"]),
    )


@dataclass(frozen=True, slots=True)
class Member:
    """One of our people: their node, their team's node (or empty), and whether they see everything."""

    uid: str
    team_uid: str
    is_admin: bool


async def set_teams(
    database: Database, workspace_id: str, teams: dict[str, tuple[str, bool]], members: list[Member],
    restricted: tuple[str, ...],
) -> None:  # fmt: skip
    """Keep our teams (uid → name, whether it sees all), who is in them, and which accounts are for owners alone."""
    params: dict[str, Any] = {
        "workspace_id": workspace_id,
        "teams": [{"uid": uid, "name": name, "sees_all": sees} for uid, (name, sees) in sorted(teams.items())],
        "members": [{"uid": one.uid, "team_uid": one.team_uid, "is_admin": one.is_admin} for one in members],
        "restricted": list(restricted),
    }
    await database.write([Statement(catalog()["admin.set_teams"].text, params, "set_teams")])
