"""Matches, past actions and playbooks to plan with."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from graph_service.domain.workspace import Workspace
from graph_service.rules.firing import Match, key_of
from graph_service.rules.playbook import Playbook
from graph_service.rules.queries import Detail, PastAction
from graph_service.rules.stage import shipped_playbooks

NOW = datetime(2026, 3, 4, 15, tzinfo=UTC)
"""A Wednesday."""
WORKSPACE = Workspace("test", "Test", ("ours.example",), "UTC", "", "salt")
ASKED, QUIET, ALONE = (
    next(one for one in shipped_playbooks() if one.name == name)
    for name in ("They asked, nobody answered", "Account going quiet", "One thread only")
)
DETAIL = Detail(
    account_uid="a1", account="North Ltd", arr=50_000.0, segment="smb", country="", renewal_at=None,
    stakeholder_uid="s1", contact="Ida North", evidence_uid="e1", quote="Could you\n send the plan?",
    asked_at=None, confidence=0.9, subject="The plan", asked=["Ana Ours"],
    numbers=[("coverage", 0.4), ("single_threaded_share", 0.914), ("rhythm_days", 4.4)],
    people=[("s1", "Ida North", 75.2, False), ("s2", "Jon North", 9.4, False)], last_inbound_uid="m1",
    seen_by=["everyone"],
)  # fmt: skip


def millis(moment: datetime) -> int:
    return int(moment.timestamp() * 1000)


def days_ago(days: float) -> int:
    return millis(NOW - timedelta(days=days))


def detail(**changes: Any) -> Detail:
    return replace(DETAIL, **changes)


def match(playbook: Playbook, **changes: Any) -> Match:
    found = detail(**changes)
    return Match(key_of(playbook, found), found)


def past(key: str, status: str = "open", **changes: Any) -> PastAction:
    """An action of the past; closed ones ended `closed` days ago."""
    closed = changes.pop("closed", None)
    basis = PastAction(
        uid=f"u-{key}-{status}", key=key, status=status, account_uid="a1", occurrence_count=1, version=1,
        first_fired_at=days_ago(10), last_fired_at=days_ago(1), snoozed_until=None,
        closed_at=None if closed is None else days_ago(closed), seen_by=["everyone"],
    )  # fmt: skip
    return replace(basis, **changes)
