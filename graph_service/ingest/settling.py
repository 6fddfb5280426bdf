"""After a CRM came: whose domain is whose, who sits where, what the deals say, and who may see it.

Which account a person's mail belongs to is a pure function of all claims, so mail before CRM and CRM before mail
end in the same graph.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from graph_service.domain.facts import DAY_MS
from graph_service.domain.workspace import Workspace, utc_millis
from graph_service.graph.grants import renew_sight
from graph_service.graph.query import NoParams, RowsParams, Uids
from graph_service.graph.system import SystemGateway
from graph_service.ingest import crm_queries as c
from graph_service.ingest import identity_queries as i
from graph_service.ingest.connector import AccountRecord, SourceRecord
from graph_service.ingest.crm_rows import Row, account_uid
from graph_service.ingest.domain_places import UNCLAIMED
from graph_service.ingest.place_settling import settle_places
from graph_service.reading.addresses import domain_of, is_free_mail, is_list_domain

BATCH = 500


async def settle(system: SystemGateway, workspace: Workspace, records: Iterable[SourceRecord]) -> None:
    """Bring domains, places, commercials and sight in line with the CRM."""
    websites: dict[str, set[str]] = defaultdict(set)
    for record in records:
        if isinstance(record, AccountRecord) and record.domains:  # a row without one takes back nothing
            websites[account_uid(workspace, record.system, record.source_id)].update(record.domains)
    await _settle_domains(system, workspace, websites)
    await settle_places(system, workspace)
    await _settle_commercials(system)
    await renew_sight(system)


async def _settle_domains(system: SystemGateway, workspace: Workspace, websites: Mapping[str, set[str]]) -> None:
    """Give the domains to the accounts that claim them, and ask for the people at those that change hands."""
    domains = (await system.read(i.READ_DOMAINS, NoParams()))[0].domains
    before = {one.name: one.account_uid for one in domains if one.rule not in UNCLAIMED}
    accounts = (await system.read(c.READ_CRM_DOMAINS, NoParams()))[0].accounts
    claimed = claimed_domains(accounts, websites, workspace.our_domains)
    await _reopen(system, {name for name, (account, _) in claimed.items() if before.get(name) != account})
    rows: list[Row] = [
        {"uid": workspace.ids.uid("domain", name), "name": name, "account_uid": account, "rule": rule}
        for name, (account, rule) in sorted(claimed.items())
    ]
    rows.sort(key=lambda row: str(row["uid"]))
    for start in range(0, len(rows), BATCH):
        await system.write(c.UPSERT_DOMAINS, RowsParams(rows[start : start + BATCH]))


async def _reopen(system: SystemGateway, domains: set[str]) -> None:
    """Ask for the addresses at some domains to be compared again: their firm has another name now."""
    if not domains:
        return
    identities = (await system.read(i.READ_IDENTITIES, NoParams()))[0].identities
    uids = [one.uid for one in identities if one.kind == "email" and domain_of(one.value) in domains]
    for start in range(0, len(uids), BATCH):
        await system.write(i.REOPEN_IDENTITIES, Uids(sorted(uids)[start : start + BATCH]))


def claimed_domains(
    accounts: Sequence[dict[str, Any]], websites: Mapping[str, set[str]], ours: Iterable[str]
) -> dict[str, tuple[str, str]]:
    """Return domain → (account, rule): its website's account, else the one with most CRM people under it. Pure.

    `websites` are those of the accounts that were just read; the others keep what they claimed before. Where two claim
    a domain the lower CRM id has it, whichever came first. The CRM's people count under the addresses that the CRM
    gives them: who turns out to be one person with whom must not decide whose a domain is.
    """
    claimed: dict[str, tuple[str, str]] = {}
    for account in sorted(accounts, key=_crm_id):
        for name in websites.get(account["uid"], account["websites"]):
            claimed.setdefault(name, (account["uid"], "website"))
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for account in accounts:
        for address in account["addresses"]:
            votes[domain_of(address)][account["uid"]] += 1
    for name, counter in votes.items():
        winner = min(counter, key=lambda uid: (-counter[uid], uid))
        claimed.setdefault(name, (winner, "people"))
    return {name: claim for name, claim in claimed.items() if _is_a_firms(name) and name not in set(ours)}


def _crm_id(account: dict[str, Any]) -> tuple[str, str, str]:
    """Return by what accounts that claim one domain are ordered: the id in the CRM, then which CRM."""
    system, _, source_id = min(account["crm_ids"], default="").partition(":")
    return source_id, system, account["uid"]


def _is_a_firms(name: str) -> bool:
    """Tell whether a domain can say at which firm an address is."""
    return bool(name) and not is_free_mail(name) and not is_list_domain(name)


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
