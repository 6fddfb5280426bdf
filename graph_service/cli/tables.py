"""Tables a person can read, from the rows of the reads. Pure: rows in, rich renderables out."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from rich import box
from rich.console import RenderableType
from rich.markup import escape
from rich.table import Table

from graph_service.domain.workspace import Workspace, utc_millis
from graph_service.resolvers.rows import ActionSource, ContactRow, InteractionSource, MapRow, StakeholderSource
from graph_service.rules.actions import Draft
from graph_service.rules.diversity import spread
from graph_service.rules.ranking import expected_value

ACTIVE = ("high", "medium", "low")


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


def map_parts(row: MapRow, workspace: Workspace) -> list[RenderableType]:
    """Return an account's headline and its people in groups: champions, active, inactive or departed."""
    account = row.account
    facts = [f"coverage {_percent(account.coverage)}", f"on one person {_percent(account.single_threaded_share)}"]
    facts += [f"silence: {account.quiet_state}", f"last from them {_day(account.last_inbound_at, workspace)}"]
    if account.arr is not None:
        facts.append(f"ARR {account.arr:,.0f} {account.currency or ''}".strip())
    parts: list[RenderableType] = [f"[bold]{escape(account.name)}[/bold]  {escape(' · '.join(facts))}"]
    active = [one for one in row.stakeholders if one.engagement_level in ACTIVE]
    rest = [one for one in row.stakeholders if one.engagement_level not in ACTIVE]
    parts.append("Champions: none found yet (champion detection needs more than mail)")
    parts += [
        _people(title, people, workspace) for title, people in (("Active", active), ("Inactive or departed", rest))
    ]
    if row.total > len(row.stakeholders):
        parts.append(f"… and {row.total - len(row.stakeholders)} more.")
    return parts


def _people(title: str, people: Sequence[StakeholderSource], workspace: Workspace) -> Table:
    table = Table(title=f"{title} ({len(people)})", title_justify="left", box=box.SIMPLE_HEAD)
    for name in ("name", "title", "engagement", "strength", "last contact", "strongest tie"):
        table.add_column(name, justify="right" if name == "strength" else "left")
    for one in people:
        tie = max(one.ties, key=lambda tie: (tie.strength or 0.0, tie.name), default=None)
        table.add_row(
            escape(one.name) + (" [dim](shared mailbox)[/dim]" if one.is_shared else ""),
            escape(one.title or ""),
            one.engagement_level or "unknown",
            "" if one.strength is None else f"{one.strength:.0f}",
            _day(one.last_interaction_at, workspace),
            "" if tie is None else escape(f"{tie.name} ({tie.strength or 0:.0f})"),
        )
    return table


def contact_parts(row: ContactRow, workspace: Workspace) -> list[RenderableType]:
    """Return a person's places and the newest of their timeline."""
    head = f"[bold]{escape(row.contact.name)}[/bold]  {escape(', '.join(row.contact.addresses))}"
    places = Table(box=box.SIMPLE_HEAD)
    for name in ("account", "title", "engagement", "strength", "trend", "answers", "in about", "last from them"):
        places.add_column(name)
    for one in row.stakeholders:
        places.add_row(
            escape(one.account_name),
            escape(one.title or ""),
            one.engagement_level or "unknown",
            "" if one.strength is None else f"{one.strength:.0f} of 100",
            one.strength_trend or "",
            _percent(one.reply_rate),
            "" if one.reply_hours is None else f"{one.reply_hours:.0f} business hours",
            _day(one.last_inbound_at, workspace),
        )
    return [head, places, _timeline(row.timeline, workspace)]


def _timeline(items: Sequence[InteractionSource], workspace: Workspace) -> Table:
    table = Table(title="Timeline, newest first", title_justify="left", box=box.SIMPLE_HEAD)
    for name in ("day", "way", "subject and words"):
        table.add_column(name, no_wrap=name != "subject and words")
    for one in items:
        words = " ".join((one.words or "").split())[:160]
        text = escape(one.subject or "(not for you to read)" if one.may_read else "(not for you to read)")
        table.add_row(
            _day(one.at, workspace), one.direction or "", text + (f"\n[dim]{escape(words)}[/dim]" if words else "")
        )
    return table


def _percent(value: float | None) -> str:
    return "unknown" if value is None else f"{value:.0%}"


def _day(millis: int | None, workspace: Workspace) -> str:
    return "never" if millis is None else f"{workspace.day(utc_millis(millis)):%d %b %Y}"
