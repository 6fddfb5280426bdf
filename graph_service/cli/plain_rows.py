"""Rows as plain data for `--json`: what is said at the moment asked for, nothing raw; moments as ISO 8601.

A list that was not read is left out: an empty one would say that there is nothing.
"""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from graph_service.domain.facts import day_of
from graph_service.domain.workspace import utc_millis
from graph_service.resolvers.account_facts import account_facts
from graph_service.resolvers.person_facts import person_facts
from graph_service.resolvers.rows import AccountSource, ContactRow, MapRow, StakeholderSource
from graph_service.schema.people import Gap

RAW = frozenset({"copies", "points", "spells", "links", "members", "is_whole"})
"""What the reads hand over for choosing; it may hold what was not known at a past moment."""
UNREAD = frozenset({"evidence", "trends"})
"""What the views do not ask for: `explain` tells what a fact rests on, and only `contact` reads trends."""
MOMENTS = frozenset({"at", "since", "until", "began", "ended"})
MOMENT_ENDINGS = ("_at", "_since", "_until")


def plain(value: Any) -> Any:
    """Return plain data with its epoch milliseconds as moments, which `write_json` writes as ISO 8601."""
    if isinstance(value, dict):
        return {name: _moment(name, one) for name, one in value.items()}
    return [plain(one) for one in value] if isinstance(value, list) else value


def _moment(name: str, value: Any) -> Any:
    is_moment = name in MOMENTS or name.endswith(MOMENT_ENDINGS)
    return utc_millis(value) if is_moment and type(value) is int else plain(value)


def account_json(source: AccountSource) -> dict[str, Any]:
    """Return an account."""
    return _kept(asdict(source)) | _kept(asdict(account_facts(source)))


def person_json(source: StakeholderSource, today: int | None = None) -> dict[str, Any]:
    """Return a person at an account, with the group of the map they are in; their links must have been read.

    `today` is the epoch day of the view.
    """
    said = person_facts(source, today)
    own = {"title": source.title or None, "group": said.group(source.engagement_level)}
    return _kept(asdict(source)) | _kept(asdict(said)) | own


def map_json(row: MapRow, today: int | None = None, gaps: Sequence[Gap] = ()) -> dict[str, Any]:
    """Return a map with what it lacks; `today` is the epoch day of the view."""
    people = [person_json(one, today) for one in row.stakeholders]
    lacking = [{"kind": str(one.kind.value), "reason": one.reason} for one in gaps]
    return {"account": account_json(row.account), "stakeholders": people, "total": row.total, "gaps": lacking}


def contact_json(row: ContactRow, today: int | None = None) -> dict[str, Any]:
    """Return a person, at each account with how their numbers went; `today` is the epoch day of the view."""
    people = [person_json(one, today) | {"trends": _trends(one)} for one in row.stakeholders]
    shown: dict[str, Any] = plain(asdict(row) | {"stakeholders": []})
    return shown | {"stakeholders": people}


def _trends(source: StakeholderSource) -> list[dict[str, Any]]:
    return [
        {"metric": one.metric, "days": [day_of(day) for day in one.days], "values": one.values} for one in source.trends
    ]


def _kept(row: dict[str, Any]) -> dict[str, Any]:
    kept: dict[str, Any] = plain({name: value for name, value in row.items() if name not in RAW | UNREAD})
    return kept
