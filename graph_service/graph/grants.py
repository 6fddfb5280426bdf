"""Turns the CRM's claims of owners and shares into sight. Nothing else writes `CAN_SEE` or `seen_by` (decision 14).

No CRM loaded: everyone sees every account. CRM loaded: owners, shares, teams that see all, and admins; an account
without an owner is for admins and such teams, a restricted one for its owners and admins. Who has left sees nothing.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from graph_service.domain.viewer import ADMIN, EVERYONE
from graph_service.graph.query import NoParams, NoRow, ReadQuery, RowsParams, WriteQuery
from graph_service.graph.system import SystemGateway


@dataclass(frozen=True, slots=True)
class Claims:
    """What sight is made of, as maps."""

    claims: list[dict[str, Any]]
    users: list[dict[str, Any]]
    accounts: list[dict[str, Any]]
    teams: list[str] = field(default_factory=list)


READ_CLAIMS = ReadQuery("grants.read_claims", NoParams, Claims)
WRITE_SIGHT = WriteQuery("grants.write_sight", RowsParams, NoRow)
BATCH = 1000


def sight_of(source: Claims) -> list[dict[str, Any]]:
    """Return the accounts whose sight must change, with what it becomes. Pure."""
    active = {crm_id: user["uid"] for user in source.users if user["is_active"] for crm_id in user["crm_ids"]}
    grants: dict[str, dict[str, dict[str, str]]] = defaultdict(dict)
    for claim in source.claims:
        user_uid = active.get(claim["user_crm_id"])
        if user_uid:
            _keep_strongest(grants[claim["account_crm_id"]], user_uid, claim)
    has_crm = any(account["crm_ids"] for account in source.accounts)
    rows = []
    for account in source.accounts:
        given: dict[str, dict[str, str]] = {}
        for crm_id in account["crm_ids"]:
            given.update(grants.get(crm_id, {}))
        row = _row(account, given, source.teams, has_crm=has_crm)
        if any(row[key] != account[key] for key in ("seen_by", "owner_uids", "is_tracked")):
            rows.append(row)
    return rows


def _keep_strongest(given: dict[str, dict[str, str]], user_uid: str, claim: dict[str, Any]) -> None:
    if user_uid not in given or claim["level"] == "owner":
        given[user_uid] = {"user_uid": user_uid, "level": claim["level"], "via": claim["reason"] or ""}


def _row(
    account: dict[str, Any], given: dict[str, dict[str, str]], teams: list[str], *, has_crm: bool
) -> dict[str, Any]:
    basis = [ADMIN] if has_crm else [EVERYONE, ADMIN]
    if account.get("is_restricted"):
        basis, teams = [ADMIN], []
        given = {uid: grant for uid, grant in given.items() if grant["level"] == "owner"}
    open_to = teams if has_crm and account["crm_ids"] else []
    return {
        "uid": account["uid"],
        "seen_by": basis + sorted({*given, *open_to}),
        "owner_uids": sorted(uid for uid, grant in given.items() if grant["level"] == "owner"),
        "is_tracked": bool(account["crm_ids"]) or not has_crm,
        "grants": [given[uid] for uid in sorted(given)],
    }


async def renew_sight(system: SystemGateway) -> int:
    """Bring the sight of all accounts up to the claims; return how many accounts changed."""
    source = (await system.read(READ_CLAIMS, NoParams()))[0]
    rows = sight_of(source)
    for start in range(0, len(rows), BATCH):
        await system.write(WRITE_SIGHT, RowsParams(rows[start : start + BATCH]))
    return len(rows)
