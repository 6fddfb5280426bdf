"""Tables of one account: how it is doing and why. Pure: rows in, rich renderables out."""

from collections.abc import Iterable

from rich.console import RenderableType
from rich.markup import escape
from rich.table import Table

from graph_service.cli.cells import day, number, percent, table
from graph_service.domain.workspace import Workspace
from graph_service.resolvers.account_facts import AccountFacts, account_facts
from graph_service.resolvers.fact_words import sentiment_words, usage_words
from graph_service.resolvers.rows import AccountSource


def account_parts(source: AccountSource, workspace: Workspace) -> list[RenderableType]:
    """Return an account's headline, its facts, the points of its health, and the states that hold there."""
    said = account_facts(source)
    head = [source.segment, source.lifecycle, source.country]
    head += [f"ARR {source.arr:,.0f} {source.currency or ''}".strip()] if source.arr is not None else []
    head += [f"renews {day(source.renewal_at, workspace)}"] if source.renewal_at is not None else []
    line = escape(" · ".join(one for one in head if one))
    parts: list[RenderableType] = [f"[bold]{escape(source.name)}[/bold]  {line}", _facts(source, said, workspace)]
    if said.health is not None and said.health.names:
        points = table("Points of its health", "signal", "points")
        for name, value in zip(said.health.names, said.health.values, strict=True):
            points.add_row(escape(name.replace("_", " ")), f"{value:.1f}")
        parts.append(points)
    if said.signals:
        parts.append(_signals(said, workspace))
    return parts


def _facts(source: AccountSource, said: AccountFacts, workspace: Workspace) -> Table:
    shown = table("", "what", "how it is")
    for name, text in _lines(source, said, workspace):
        shown.add_row(name, escape(text))
    return shown


def _lines(source: AccountSource, said: AccountFacts, workspace: Workspace) -> Iterable[tuple[str, str]]:
    yield "owners", ", ".join(one.name for one in source.owners) or "nobody"
    if said.health is None:
        yield "health", "too few signals to say"
    else:
        share = "" if said.health_share is None else f", from {said.health_share:.0%} of the signals"
        yield "health", f"{number(said.health.value)} of 100 ({said.health_band or 'no band'}{share})"
    if said.sentiment is not None:
        yield "tone", sentiment_words(said.sentiment.value, said.sentiment_trend)
    if said.usage_state is not None:
        since = f" since {day(said.usage_since, workspace)}" if said.usage_since is not None else ""
        yield "use of our product", f"{usage_words(said)}{since}"
    if said.ticket_state is not None:
        escalated = f"; escalated since {day(said.escalated_since, workspace)}" if said.escalated_since else ""
        about = f" ({said.ticket_topics})" if said.ticket_topics else ""
        yield "tickets", f"{said.ticket_state}{about}{escalated}"
    yield "coverage", f"{percent(source.coverage)}, on one person {percent(source.single_threaded_share)}"
    since = f" since {day(source.quiet_since, workspace)}" if source.quiet_since is not None else ""
    yield "silence", f"{source.quiet_state}{since}; last from them {day(source.last_inbound_at, workspace)}"
    yield "people", ", ".join(_people(source, said))
    if said.competitors:
        yield "competitors named", ", ".join(said.competitors)


def _people(source: AccountSource, said: AccountFacts) -> Iterable[str]:
    yield f"{source.active_contact_count} of {source.contact_count} in touch"
    counts = {
        "champions": said.champion_count,
        "left or leaving": said.departed_count,
        "not in the CRM": said.ghost_count,
    }
    yield from (f"{count} {name}" for name, count in counts.items() if count is not None)


def _signals(said: AccountFacts, workspace: Workspace) -> Table:
    shown = table("States that hold, newest first", "what", "state", "detail", "since", "began")
    for one in said.signals:
        began = "" if one.began is None else day(one.began, workspace)
        shown.add_row(one.kind, one.state, escape(one.detail or ""), day(one.since, workspace), began)
    return shown
