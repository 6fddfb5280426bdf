"""Rows of people and accounts as plain data for `--json`: what is said at the moment asked for, nothing raw."""

from dataclasses import asdict
from typing import Any

from graph_service.resolvers.account_facts import account_facts
from graph_service.resolvers.person_facts import person_facts
from graph_service.resolvers.rows import AccountSource, ContactRow, MapRow, StakeholderSource

RAW = frozenset({"copies", "points", "spells", "links", "members", "is_whole"})
"""What the reads hand over for choosing; it may hold what was not known at a past moment."""


def account_json(source: AccountSource) -> dict[str, Any]:
    """Return an account."""
    return _kept(asdict(source)) | asdict(account_facts(source))


def person_json(source: StakeholderSource) -> dict[str, Any]:
    """Return a person at an account, with the group of the map they are in."""
    said = person_facts(source)
    return _kept(asdict(source)) | asdict(said) | {"group": said.group(source.engagement_level)}


def map_json(row: MapRow) -> dict[str, Any]:
    """Return a map."""
    people = [person_json(one) for one in row.stakeholders]
    return {"account": account_json(row.account), "stakeholders": people, "total": row.total}


def contact_json(row: ContactRow) -> dict[str, Any]:
    """Return a person."""
    return asdict(row) | {"stakeholders": [person_json(one) for one in row.stakeholders]}


def _kept(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in RAW}
