"""What `topics` and `releases` print: tables for people, plain data for `--json`. Pure."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from rich.console import RenderableType
from rich.markup import escape
from rich.table import Table

from graph_service.cli.cells import day, table
from graph_service.cli.plain_rows import plain
from graph_service.domain.workspace import Workspace
from graph_service.inference.topics.answers import ACCEPTED, REJECTED, REVIEW, SURE
from graph_service.inference.topics.corrections import MERGED, MOVED, ONE, OTHER, TO
from graph_service.inference.topics.records import Trend
from graph_service.inference.topics.trends import is_hot
from graph_service.resolvers.topics_rows import AskedSource, ReleaseSource, TopicRulingSource, TopicSource
from graph_service.resolvers.topics_types import lead_of

QUOTE = 160
SHORT = 60


def topics_table(topics: Sequence[TopicSource], trends: dict[str, Trend], workspace: Workspace) -> Table:
    """Return topics, most asked for of late first."""
    made = table("What customers ask for", "topic", "accounts", "of late", "requests", "day", "trend")
    for one in topics:
        counts = (str(one.accounts), str(one.recent), str(one.count))
        name = f"{escape(one.name)} [dim]{one.uid}[/dim]"
        made.add_row(name, *counts, day(one.last_at, workspace), trend_words(trends.get(one.uid)))
    return made


def trend_words(trend: Trend | None) -> str:
    """Return what the last four weeks were against the time before."""
    if trend is None or not trend.accounts:
        return ""
    against = f"{_counted(trend.accounts, 'account')} in 28 days, {trend.expected:.1f} usual"
    return f"[bold]trending[/bold]: {against}, p {trend.probability:.3f}" if is_hot(trend) else against


def topic_parts(one: TopicSource, trend: Trend | None, workspace: Workspace) -> list[RenderableType]:
    """Return one topic with its requests, each in the customer's own sentence, and what people corrected."""
    days = f"{day(one.first_at, workspace)} to {day(one.last_at, workspace)}"
    counts = f"{_counted(one.accounts, 'account')}, {_counted(one.count, 'request')}, {days}"
    named = " (named by one of us)" if one.is_named else ""
    parts: list[RenderableType] = [f"[bold]{escape(one.name)}[/bold]{named}  {counts}  [dim]{one.uid}[/dim]"]
    if words := trend_words(trend):
        parts.append(words)
    made = table("Requests, newest first", "day", "account", "by", "said", "answered by")
    for asked in one.requests:
        made.add_row(
            day(asked.at, workspace), escape(asked.account.name), escape(asked.stakeholder.name),
            f"{_quoted(asked.quote)} [dim]{asked.uid}[/dim]", _answers(asked),
        )  # fmt: skip
    return [*parts, made, *(ruling_words(ruling, workspace) for ruling in one.rulings)]


def _answers(asked: AskedSource) -> str:
    return "\n".join(escape(one.name if one.state in SURE else f"{one.name}? ({one.p:.0%})") for one in asked.releases)


def ruling_words(one: TopicRulingSource, workspace: Workspace) -> str:
    """Return a decision as a sentence, with the id by which it is withdrawn."""
    lead, goal = lead_of(one, ONE), lead_of(one, OTHER, TO)
    first, other = (_quoted(part.quote, SHORT) if part else "" for part in (lead, goal))
    said = f"named it {escape(one.name or '')}"
    if one.kind == MERGED:
        said = f"put {first} and {other} together"
    elif one.kind == MOVED:
        said = f"moved {first} to {other}" if goal else f"gave {first} a topic of its own"
    why = f": {escape(one.reason)}" if one.reason else ""
    by = escape(one.by_name or one.by_uid or "")
    return f"{day(one.at, workspace)}  {by} {said}{why}  [dim]{one.uid}[/dim]"


def _counted(count: int, thing: str) -> str:
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"


def _quoted(text: str, most: int = QUOTE) -> str:
    short = f"{text[: most - 1]}…" if len(text) > most else text
    return escape(f"“{short}”")


def releases_table(releases: Sequence[ReleaseSource], workspace: Workspace) -> Table:
    """Return releases, newest first, with how many asked for what they bring."""
    made = table("What we shipped", "day", "release", "accounts", "requests", "to review")
    for one in releases:
        counts = (str(one.accounts), str(one.certain), str(one.uncertain))
        made.add_row(day(one.at, workspace), f"{escape(one.name)} [dim]{one.uid}[/dim]", *counts)
    return made


def release_parts(one: ReleaseSource, workspace: Workspace) -> list[RenderableType]:
    """Return one release with each customer's own sentence it answers, those to look at apart."""
    parts: list[RenderableType] = [
        f"[bold]{escape(one.name)}[/bold]  shipped {day(one.at, workspace)}  [dim]{one.uid}[/dim]"
    ]
    parts += [f"  {escape(item)}" for item in one.items]
    for title, states in (
        (f"Asked for by {_counted(one.accounts, 'account')}", SURE),
        ("To review: may have asked for it", (REVIEW,)),
        ("Rejected by one of us", (REJECTED,)),
    ):
        some = [answer for answer in one.answers if answer.state in states]
        if some:
            made = table(title, "account", "by", "day", "said", "answered by")
            for answer in some:
                score = f"({answer.p:.0%}{', accepted' if answer.state == ACCEPTED else ''})"
                made.add_row(
                    escape(answer.account.name), escape(answer.stakeholder.name), day(answer.at, workspace),
                    f"{_quoted(answer.quote)} [dim]{answer.uid}[/dim]", f"{escape(answer.item or '')} {score}",
                )  # fmt: skip
            parts.append(made)
    return parts if one.answers else [*parts, "Nobody was heard to ask for it."]


def topic_json(one: TopicSource, trend: Trend | None) -> dict[str, Any]:
    """Return a topic as plain data."""
    said = None if trend is None else {
        "accounts": trend.accounts, "expected": trend.expected, "probability": trend.probability,
        "is_trending": is_hot(trend),
    }  # fmt: skip
    return {**plain(asdict(one)), "trend": said}


def release_json(one: ReleaseSource) -> dict[str, Any]:
    """Return a release as plain data."""
    return {**plain(asdict(one))}
