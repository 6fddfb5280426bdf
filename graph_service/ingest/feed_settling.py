"""After any load: whose the use under each key of the product is, and whom the notes of the CRM speak of.

Both are functions of all that is known, so it does not matter which load came first. A key without an account keeps
its series, and is linked when the account comes.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from graph_service.graph.events import announce
from graph_service.graph.query import NoParams, RowsParams
from graph_service.graph.system import SystemGateway
from graph_service.ingest import feed_queries as f
from graph_service.ingest.crm_rows import Row

BATCH = 200


async def settle_usage(system: SystemGateway) -> int:
    """Link the series of every key to the account it means; return how many keys changed hands."""
    keys = await system.read(f.READ_USAGE_KEYS, NoParams())
    if not keys:
        return 0
    accounts = await system.read(f.READ_ACCOUNT_KEYS, NoParams())
    wanted = accounts_of_keys(keys, accounts)
    rows: list[Row] = []
    touched: set[str] = set()
    for key in keys:
        account = wanted.get(key.account_key)
        links = key.series_count if account else 0
        if set(key.accounts) != ({account} if account else set()) or key.link_count != links:
            rows.append({"account_key": key.account_key, "account_uid": account})
            touched |= {*key.accounts, *([account] if account else [])}
    for start in range(0, len(rows), BATCH):
        link = system.statement(f.LINK_USAGE, RowsParams(rows[start : start + BATCH]))
        await system.write_all([link, announce(system, "usage.changed", touched)])
    return len(rows)


async def settle_notes(system: SystemGateway) -> None:
    """Let every note of the CRM speak of the person that its contact record stands for by now."""
    await system.write(f.SETTLE_NOTES, NoParams())


def accounts_of_keys(keys: Iterable[f.UsageKeyRow], accounts: Iterable[f.AccountKeyRow]) -> dict[str, str]:
    """Return key → account. Pure.

    An account's own key counts first, then its id in a CRM, then its mail domain as the key; else the account where
    most of the key's users have their address. Where two accounts claim a key, their users decide, then the lower uid.
    """
    listed = sorted(accounts, key=lambda one: one.uid)
    domains = {name: one.uid for one in reversed(listed) for name in one.domains}
    claims = claims_by_rule(listed)
    found: dict[str, str] = {}
    for key in keys:
        votes = _votes(key, domains)
        claimants = next((rule[folded(key.account_key)] for rule in claims if folded(key.account_key) in rule), votes)
        best = min(claimants, key=lambda uid: (-votes.get(uid, 0), uid), default="")
        if best:
            found[key.account_key] = best
    return found


def claims_by_rule(accounts: Iterable[f.AccountKeyRow]) -> list[Mapping[str, list[str]]]:
    """Return key → the accounts that claim it: as a key of their own, as their id in a CRM, as their mail domain."""
    listed = list(accounts)
    return [
        _claims((one.uid, one.keys) for one in listed),
        _claims((one.uid, [crm_id.partition(":")[2] for crm_id in one.crm_ids]) for one in listed),
        _claims((one.uid, one.domains) for one in listed),
    ]


def _claims(given: Iterable[tuple[str, list[str]]]) -> Mapping[str, list[str]]:
    claims: dict[str, list[str]] = defaultdict(list)
    for uid, keys in given:
        for key in keys:
            claims[folded(key)].append(uid)
    return dict(claims)


def _votes(key: f.UsageKeyRow, domains: Mapping[str, str]) -> Counter[str]:
    votes: Counter[str] = Counter()
    for domain, users in key.domains:
        if domain in domains and users:
            votes[domains[domain]] += users
    return votes


def folded(key: str) -> str:
    """Return a key without what systems write differently."""
    return key.strip().casefold()
