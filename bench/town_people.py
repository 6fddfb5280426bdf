"""Which title of a person counts, and what it means for the claims."""

from datetime import UTC, datetime
from typing import Any

from bench.reading_titles import world_function
from graph_service.domain.workspace import Workspace
from graph_service.reading.titles.titles import read_title

DAY_MS = 86_400_000
TRUST = {"title": 1.0, "employment": 0.9, "crm": 0.7}
"""By source: a signature, a profile, the CRM (inference, section 3)."""


def best_title(row: dict[str, Any], workspace: Workspace) -> tuple[int | None, str] | None:
    """Return level and function of the title that is trusted most at the end of the workspace's time."""
    now = (workspace.frozen_at or datetime.max.replace(tzinfo=UTC)).timestamp() * 1000
    stated = [(kind, text, at) for kind, text, at in row["titles"] if text]
    if row["crm_title"]:
        stated.append(("crm", row["crm_title"], row["crm_known_at"] or 0))
    if not stated:
        return None
    _, text, _ = max(stated, key=lambda one: (_trust(one[0], now - one[2]), one[2], one[1]))
    title = read_title(text, row["account"])
    return title.rank, world_function(title)


def _trust(kind: str, age_ms: float) -> float:
    days = age_ms / DAY_MS
    basis = TRUST[kind] if kind != "title" or days < 180 else 0.9
    return basis * (0.7 if days > 365 else 1.0)
