"""Tables of who is who, from the rows of the reads. Pure: rows in, rich renderables out."""

from collections.abc import Sequence

from rich import box
from rich.console import RenderableType
from rich.markup import escape
from rich.table import Table

from graph_service.domain.identity_rulings import LearnedRule
from graph_service.domain.workspace import Workspace, utc_millis
from graph_service.ingest.rule_learning import RULES
from graph_service.resolvers.identity_rows import ExplanationRow, PersonSource, ReviewRow

SUGGESTED = "What decisions suggest of the rules (not used: matching goes on as before)"


def review_table(rows: Sequence[ReviewRow]) -> Table:
    """Return pairs of people who may be one, surest first."""
    table = Table(title="Perhaps one person", title_justify="left", box=box.SIMPLE_HEAD, padding=(0, 1, 1, 0))
    for name in ("p", "one", "other", "why"):
        table.add_column(name, justify="right" if name == "p" else "left")
    for row in rows:
        why = dict.fromkeys(f"{escape(one.matched)} [dim]({escape(one.rule)} {one.p:.2f})[/dim]" for one in row.doubts)
        one, other = row.people
        table.add_row(f"{row.p:.2f}", _person(one), _person(other), "\n".join(why))
    return table


def _person(one: PersonSource) -> str:
    lines = [f"[bold]{escape(one.name)}[/bold]", *(escape(address) for address in one.addresses)]
    firms = ", ".join(escape(account.name) for account in one.accounts)
    return "\n".join([*lines, f"[dim]{firms}[/dim]"] if firms else lines)


def explanation_parts(row: ExplanationRow, workspace: Workspace) -> list[RenderableType]:
    """Return a person's identities with their reasons, what was decided, and who else they may be."""
    firms = ", ".join(one.name for one in row.contact.accounts)
    parts: list[RenderableType] = [f"[bold]{escape(row.contact.name)}[/bold]  {escape(firms)}", _identities(row)]
    if row.decisions:
        parts.append(_decisions(row, workspace))
    if row.doubts:
        parts.append(_doubts(row))
    return parts


def _identities(row: ExplanationRow) -> Table:
    table = _table("What stands for the person", "kind", "value", "name", "rule", "p", "what agreed")
    for one in row.identities:
        words = RULES[one.rule][1] if one.rule in RULES else ""
        p = "" if one.p is None else f"{one.p:.3f}"
        table.add_row(*map(escape, (one.kind, one.value, one.name, one.rule, p, one.matched or words)))
    return table


def _decisions(row: ExplanationRow, workspace: Workspace) -> Table:
    table = _table("What people decided", "day", "who", "said", "of", "and", "who is")
    for one in row.decisions:
        day = "" if one.at is None else f"{workspace.day(utc_millis(one.at)):%d %b %Y}"
        said = "one person" if one.is_same else "two people"
        table.add_row(day, *map(escape, (one.by_name or one.by, said, one.own, one.other, one.person)))
    return table


def _doubts(row: ExplanationRow) -> Table:
    table = _table("Who else they may be", "p", "who", "rule", "what agrees", "of", "and")
    for one in row.doubts:
        table.add_row(f"{one.p:.2f}", *map(escape, (one.person, one.rule, one.matched, one.own, one.other)))
    return table


def rules_table(rules: Sequence[LearnedRule]) -> Table:
    """Return the rules of which people's decisions say something; matching goes on with what they began with."""
    table = _table(SUGGESTED, "rule", "what agrees", "matches with", "kept", "taken back", "decisions suggest")
    for one in rules:
        cells = (one.rule, one.words, f"{one.start:.3f}", str(one.kept), str(one.reverted), f"{one.learned:.3f}")
        table.add_row(*map(escape, cells))
    return table


def _table(title: str, *columns: str) -> Table:
    table = Table(title=title, title_justify="left", box=box.SIMPLE_HEAD)
    for name in columns:
        table.add_column(name)
    return table
