"""Tables of what is lost, of paths and of alerts. Pure: the API's types in, rich renderables out."""

from collections.abc import Sequence

from rich import box
from rich.console import RenderableType
from rich.markup import escape
from rich.table import Table

from graph_service.resolvers.term_words import terms_in_words
from graph_service.schema.alerts import Alert, AlertKind
from graph_service.schema.leaving import Introductions, LeaveReport, NetworkPerson

SAID = frozenset({AlertKind.CHAMPION_AT_RISK, AlertKind.CHAMPION_LAPSED})
"""Alerts whose sentence gives the reason; their terms are what still speaks for the person."""


def leaving_parts(report: LeaveReport) -> list[RenderableType]:
    """Return the report: in words, reach to who decides, cut points, and who could take the place."""
    head = f"[bold]{escape(report.person.name)}[/bold] at {escape(report.account.name)}"
    parts: list[RenderableType] = [f"If {head} leaves", escape(report.in_words), _reach(report)]
    for words, people in (("Cut points today", report.cut_points), ("New cut points", report.new_cut_points)):
        if people:
            parts.append(f"{words}: {_names(people)}")
    parts.append(_replacements(report))
    if report.other_places:
        parts.append(f"Also at: {escape(', '.join(one.account.name for one in report.other_places))}")
    return parts


def _reach(report: LeaveReport) -> Table:
    table = _table("Reach to those who decide", "who", "now", "without", "lost", "best path today")
    for one in report.reach:
        path = " → ".join(person.name for person in one.via) or "nobody leads to them"
        table.add_row(escape(_titled(one.person)), *_shares(one.now, one.without, one.lost), escape(path))
    return table


def _replacements(report: LeaveReport) -> Table:
    table = _table("Whom to turn to instead", "who", "score", "influence", "strength", "overlap")
    for one in report.replacements:
        terms = {term.name: term.value for term in one.score.terms}
        values = (one.score.value, *(terms.get(name, 0.0) for name in ("influence", "strength", "overlap")))
        table.add_row(escape(_titled(one.person)), *(f"{value:.2f}" for value in values))
    return table


def introduction_parts(found: Introductions) -> list[RenderableType]:
    """Return the paths with the reason of each hop, and who is known from elsewhere."""
    target = f"[bold]{escape(found.target.name)}[/bold] at {escape(found.account.name)}"
    if not found.paths:
        parts: list[RenderableType] = [f"Nobody of ours leads to {target}."]
    else:
        table = _table("Best first", "#", "strength", "path, and why")
        for place, path in enumerate(found.paths, start=1):
            why = "\n".join(f"[dim]{escape(hop.in_words)}[/dim]" for hop in path.hops)
            table.add_row(str(place), f"{path.strength:.0%}", f"{escape(path.in_words)}\n{why}")
        parts = [f"Paths to {target}", table]
    if found.alumni:
        parts += ["Known from elsewhere:", *(f"  {escape(one.in_words)}" for one in found.alumni)]
    return parts


def alert_table(alerts: Sequence[Alert]) -> Table:
    """Return alerts, newest day first, with what each was first said for."""
    table = _table("Alerts", "day", "about", "what, and why")
    for one in alerts:
        over = " [dim](over)[/dim]" if one.ended_at is not None else ""
        given = () if one.kind in SAID else one.terms
        terms = terms_in_words([term.name for term in given], [term.value for term in given])
        why = f"\n[dim]{escape(terms)}[/dim]" if terms else ""
        about = one.kind.name.lower().replace("_", " ")
        table.add_row(f"{one.at:%d %b %Y}", about, escape(one.in_words) + over + why)
    return table


def _table(title: str, *columns: str) -> Table:
    table = Table(title=title, title_justify="left", box=box.SIMPLE_HEAD)
    for name in columns:
        table.add_column(name, no_wrap=name in {"#", "day", "strength"})
    return table


def _shares(*values: float) -> list[str]:
    return [f"{value:.0%}" for value in values]


def _titled(person: NetworkPerson) -> str:
    return f"{person.name}, {person.title}" if person.title else person.name


def _names(people: Sequence[NetworkPerson]) -> str:
    return escape(", ".join(person.name for person in people))
