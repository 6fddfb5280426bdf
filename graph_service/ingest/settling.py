"""After a CRM came: whose domain is whose, who sits where, what the deals say, and who may see it.

Which account a person's mail belongs to is a pure function of all claims, so mail before CRM and CRM before mail
end in the same graph.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any

from graph_service.domain.workspace import Workspace, utc_millis
from graph_service.graph.events import announce
from graph_service.graph.grants import renew_sight
from graph_service.graph.query import NoParams, RowsParams
from graph_service.graph.system import SystemGateway
from graph_service.ingest import crm_queries as c
from graph_service.ingest import queries as q
from graph_service.ingest.connector import AccountRecord, SourceRecord
from graph_service.ingest.crm_rows import Row, account_uid
from graph_service.reading.addresses import domain_of, is_free_mail, is_list_domain

BATCH = 500
DAY_MS = 86_400_000


async def settle(system: SystemGateway, workspace: Workspace, records: Iterable[SourceRecord]) -> None:
    """Bring domains, places, commercials and sight in line with the CRM."""
    websites = {
        domain: account_uid(workspace, record.system, record.source_id)
        for record in sorted(
            (one for one in records if isinstance(one, AccountRecord)), key=lambda one: one.source_id, reverse=True
        )
        for domain in record.domains
    }
    await _settle_domains(system, workspace, websites)
    await settle_places(system, workspace)
    await _settle_commercials(system)
    await renew_sight(system)


async def _settle_domains(system: SystemGateway, workspace: Workspace, websites: dict[str, str]) -> None:
    accounts = (await system.read(c.READ_CRM_DOMAINS, NoParams()))[0].accounts
    claimed = claimed_domains(accounts, websites, workspace.our_domains)
    rows: list[Row] = [
        {"uid": workspace.ids.uid("domain", name), "name": name, "account_uid": account, "rule": rule}
        for name, (account, rule) in sorted(claimed.items())
    ]
    rows.sort(key=lambda row: str(row["uid"]))
    for start in range(0, len(rows), BATCH):
        await system.write(c.UPSERT_DOMAINS, RowsParams(rows[start : start + BATCH]))


def claimed_domains(
    accounts: list[dict[str, Any]], websites: dict[str, str], ours: Iterable[str]
) -> dict[str, tuple[str, str]]:
    """Return domain → (account, rule): its website's account, else the one with most CRM people under it. Pure."""
    claimed: dict[str, tuple[str, str]] = {}
    stored = {name: account["uid"] for account in reversed(accounts) for name in account["websites"]}
    for name, uid in {**stored, **websites}.items():
        claimed[name] = (uid, "website")
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for account in accounts:
        for address in account["addresses"]:
            votes[domain_of(address)][account["uid"]] += 1
    for name, counter in votes.items():
        if name and not is_free_mail(name) and not is_list_domain(name):
            winner = min(counter, key=lambda uid: (-counter[uid], uid))
            claimed.setdefault(name, (winner, "people"))
    return {name: claim for name, claim in claimed.items() if name not in set(ours)}


async def settle_places(system: SystemGateway, workspace: Workspace) -> int:
    """Move every person whose mail belongs elsewhere by now; return how many moved."""
    people = (await system.read(c.READ_MISPLACED, NoParams()))[0].people
    domains = await _domains(system, workspace, people)
    moves = [move for person in people for move in moves_of(person, domains, workspace)]
    moves.sort(key=lambda row: str(row["uid"]))
    for start in range(0, len(moves), BATCH):
        await _move(system, moves[start : start + BATCH])
    return len(moves)


async def _domains(system: SystemGateway, workspace: Workspace, people: list[dict[str, Any]]) -> dict[str, str]:
    names = {domain_of(person["address"]) for person in people}
    uids = {workspace.ids.uid("domain", name): name for name in names if name}
    found = await system.read(q.LOOKUP_DOMAINS, q.Uids(sorted(uids)))
    return {uids[row.domain_uid]: row.account_uid for row in found}


def moves_of(person: dict[str, Any], domains: dict[str, str], workspace: Workspace) -> list[Row]:
    """Return the moves that bring a person's mail to the account it belongs to. Pure."""
    crm = person["crm_accounts"]
    home = domains.get(domain_of(person["address"])) or (crm[0] if crm else "")
    if not home:
        return []
    target = workspace.ids.uid("stakeholder", person["uid"], home)
    row = {"uid": target, "contact_uid": person["uid"], "account_uid": home, "from_uid": "", "from_account": ""}
    moves = [
        row | {"from_uid": workspace.ids.uid("stakeholder", person["uid"], place), "from_account": place}
        for place in person["places"]
        if place != home
    ]
    return moves or ([row] if person["is_loose"] else [])


async def _move(system: SystemGateway, moves: list[Row]) -> None:
    """Move one batch in one transaction, with the event that says so."""
    places = {row["uid"]: {key: row[key] for key in ("uid", "contact_uid", "account_uid")} for row in moves}
    between = [row for row in moves if row["from_uid"]]
    targets, sources = sorted(places), sorted({row["from_uid"] for row in between})
    emptied = sorted({row["from_account"] for row in between})
    contacts = sorted(({"contact_uid": row["contact_uid"], "to_uid": row["uid"]} for row in moves), key=str)
    steps = [{"from_uid": row["from_uid"], "to_uid": row["uid"]} for row in between]
    await system.write_all(
        [
            system.statement(q.UPSERT_STAKEHOLDERS, RowsParams([places[uid] for uid in targets])),
            system.statement(c.MOVE_CONTACTS, RowsParams(contacts)),
            system.statement(c.MOVE_STAKEHOLDERS, RowsParams(steps)),
            system.statement(c.RENEW_ABOUTS, q.Uids(targets)),
            system.statement(c.DROP_EMPTY_PLACES, q.Uids(sources)),
            system.statement(c.DROP_EMPTY_ACCOUNTS, q.Uids(emptied)),
            announce(system, "people.moved", {*targets, *sources, *emptied, *(row["account_uid"] for row in moves)}),
        ]
    )


async def _settle_commercials(system: SystemGateway) -> None:
    accounts = (await system.read(c.READ_OPPORTUNITIES, NoParams()))[0].accounts
    rows = [row for account in accounts if (row := commercials_of(account))]
    for start in range(0, len(rows), BATCH):
        await system.write(c.SET_COMMERCIALS, RowsParams(rows[start : start + BATCH]))


def commercials_of(account: dict[str, Any]) -> Row | None:
    """Return ARR and renewal date of an account as its deals say: the last won deal, the next open renewal. Pure."""
    deals = [deal for deal in account["deals"] if deal["close_at"] is not None]
    won = sorted((deal for deal in deals if deal["is_won"]), key=lambda deal: (deal["close_at"], deal["uid"]))
    open_renewals = sorted(deal["close_at"] for deal in deals if deal["is_won"] is None and deal["kind"] == "renewal")
    if not won and not open_renewals:
        return None
    last = won[-1] if won else None
    renewal = open_renewals[0] if open_renewals else (last["close_at"] + 365 * DAY_MS if last else None)
    return {
        "uid": account["uid"],
        "arr": None if last is None else last["amount"],
        "renewal_at": None if renewal is None else utc_millis(renewal),
    }
