"""Tables of the queue, from the rows of the reads. Pure: rows in, rich renderables out."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from rich import box
from rich.markup import escape
from rich.table import Table

from graph_service.domain.workspace import Workspace, utc_millis
from graph_service.resolvers.rows import ActionSource
from graph_service.rules.actions import Draft
from graph_service.rules.diversity import spread
from graph_service.rules.ranking import expected_value


def queue_table(actions: Sequence[ActionSource], workspace: Workspace, now: datetime) -> Table:
    """Return the queue, best first, each action with its reasons."""
    table = _queue(workspace, now)
    for place, one in enumerate(spread(actions, _traits), start=1):
        due = "" if one.due_at is None else f"{utc_millis(one.due_at):%d %b}"
        table.add_row(str(place), _value(one.score), _action(one.title or "", one.reasons or (), one.suggestion), due)
    return table


def _traits(one: ActionSource) -> tuple[float, str, str, str]:
    return one.score, one.account.uid if one.account else "", one.playbook.uid if one.playbook else "", one.uid


def draft_table(drafts: Sequence[Draft], workspace: Workspace, as_of: datetime) -> Table:
    """Return what the queue would have been on a day."""
    table = _queue(workspace, as_of)
    for place, one in enumerate(spread(drafts, _draft_traits), start=1):
        text = _action(one.wording.title, one.wording.reasons, one.wording.suggestion)
        table.add_row(str(place), _value(one.score.value), text, f"{one.due:%d %b}")
    return table


def _draft_traits(one: Draft) -> tuple[float, str, str, str]:
    return one.score.value, one.detail.account_uid, one.playbook.name, one.key


def draft_json(one: Draft) -> dict[str, Any]:
    """Return a dry action as plain data."""
    return {
        "playbook": one.playbook.name, "title": one.wording.title, "suggestion": one.wording.suggestion,
        "reasons": list(one.wording.reasons), "bucket": one.playbook.bucket, "score": one.score.value,
        "terms": [{"name": term.name, "value": term.value} for term in one.score.terms],
        "account": one.detail.account, "contact": one.detail.contact, "quote": one.detail.quote,
        "due": one.due, "dry_run": True,
    }  # fmt: skip


def _queue(workspace: Workspace, moment: datetime) -> Table:
    day = workspace.day(moment)
    title = f"Worth doing · {escape(workspace.name)} · {day.day} {day:%B %Y}"
    note = "By expected value, spread so that no one account or playbook fills the page."
    layout: dict[str, Any] = {"box": box.SIMPLE_HEAD, "padding": (0, 1, 1, 0)}
    table = Table(title=title, title_justify="left", caption=note, caption_justify="left", **layout)
    table.add_column("#", justify="right", style="dim")
    table.add_column("value", justify="right")
    table.add_column("what, and why", ratio=1)
    table.add_column("due", no_wrap=True)
    return table


def _action(title: str, reasons: Iterable[str], suggestion: str | None) -> str:
    lines = [f"[bold]{escape(title)}[/bold]", *(escape(reason) for reason in reasons)]
    return "\n".join([*lines, f"[dim]→ {escape(suggestion)}[/dim]"] if suggestion else lines)


def _value(score: float) -> str:
    return f"{expected_value(score):,.0f}"
