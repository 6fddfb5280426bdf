"""What `explain` and the corrections print: an explained fact as text, and as JSON. Pure."""

from collections.abc import Iterable, Mapping
from shlex import quote
from typing import Any

from rich import box
from rich.console import RenderableType
from rich.markup import escape
from rich.table import Table

from graph_service.domain.facts import Term
from graph_service.domain.recomputing import OF_PEOPLE
from graph_service.domain.workspace import Workspace, utc_millis
from graph_service.resolvers.explaining_facts import Explained
from graph_service.resolvers.explaining_rows import RulingSource, SaidSource
from graph_service.resolvers.explaining_wanted import Wanted
from graph_service.resolvers.explaining_words import in_words
from graph_service.resolvers.term_words import detail_words, figure, signed

QUOTE = 110


def explained_parts(one: Explained, workspace: Workspace) -> list[RenderableType]:
    """Return a fact with its terms, each with the newest of what it rests on, its states, and what people decided."""
    source = one.source
    who = f"{source.stakeholder.name} at {source.account.name}" if source.stakeholder else source.account.name
    value = "too little is known" if source.value is None else figure(source.value)
    parts: list[RenderableType] = [f"[bold]{escape(who)}[/bold]  {one.metric}: [bold]{value}[/bold]  {_basis(one)}"]
    if one.terms:
        parts.append(_terms("Why", zip(one.terms, one.parts, strict=True), one.evidence, workspace))
    for state, terms in one.states:
        since, words = workspace.day(utc_millis(state.valid_from)), in_words(state, one.at)
        detail = f" ({detail_words(state.kind, state.detail)})" if state.detail else ""
        title = f"{state.kind}: {words}{detail}, since {since:%d %b %Y}"
        parts.append(_terms(title, _alone(terms), one.evidence, workspace) if terms else escape(title))
    return [*parts, *(_ruling(ruling, workspace) for ruling in source.rulings)]


def _basis(one: Explained) -> str:
    texts = one.source.text_count
    count = f"{one.source.interaction_count} interactions" if texts is None else f"{texts:.1f} texts"
    share = "" if one.share is None else f", {one.share:.0%} of its signals"
    again = ", worked out again for that day" if one.is_recomputed else ""
    return f"[dim](from {count}{share}{again}; model {escape(one.model or 'unknown')})[/dim]"


def _alone(terms: Iterable[Term]) -> list[tuple[Term, None]]:
    """Return terms that are read from no other fact."""
    return [(term, None) for term in terms]


def _terms(
    title: str, terms: Iterable[tuple[Term, Wanted | None]], evidence: Mapping[str, SaidSource], workspace: Workspace
) -> Table:
    table = Table(title=escape(title), title_justify="left", box=box.SIMPLE_HEAD)
    table.add_column("adds", justify="right")
    for name in ("term", "rests on"):
        table.add_column(name)
    for term, part in terms:
        lines = [_line(evidence[uid], workspace) for uid in term.evidence if uid in evidence]
        lines = lines or ([f"[dim]{_below(part, term)} says more[/dim]"] if part else [])
        table.add_row(signed(term.value), escape(term.name.replace("_", " ")), "\n".join(lines))
    return table


def _below(part: Wanted, term: Term) -> str:
    """Return what to ask for the fact below."""
    if part.is_person:
        return f"explain {escape(quote(term.name))} {part.metric}"
    return f"explain … {part.metric}{' --account' if part.metric in OF_PEOPLE else ''}"


def _line(one: SaidSource, workspace: Workspace) -> str:
    day = "" if one.at is None else f"{workspace.day(utc_millis(one.at)):%d %b %Y} "
    by = f"{', '.join(one.said_by)}: " if one.said_by else ""
    words = one.quote or one.subject or ""
    words = f"{words[: QUOTE - 1]}…" if len(words) > QUOTE else words
    said = f"“{words}”" if words else "(words not shown)" if not one.may_read else ""
    mark = "" if one.kind == "interaction" else f" [dim]{one.uid}[/dim]"
    rejected = " [dim]rejected[/dim]" if one.is_rejected else ""
    return f"{day}{escape(one.kind.replace('_', ' '))} {escape(by)}{escape(said)}{mark}{rejected}"


def _ruling(ruling: RulingSource, workspace: Workspace) -> str:
    why = f": {ruling.reason}" if ruling.reason else ""
    by = ruling.by_name or ruling.by_uid or ""
    return escape(f"{workspace.day(utc_millis(ruling.at)):%d %b %Y}  {by} said {ruling.kind.replace('_', ' ')}{why}")


def explained_json(one: Explained) -> dict[str, Any]:
    """Return a fact as plain data: numbers, terms with evidence, states, decisions."""
    source = one.source
    return {
        "metric": one.metric.value,
        "stakeholder": _named(source.stakeholder), "account": _named(source.account), "value": source.value,
        "terms": _plain_terms(zip(one.terms, one.parts, strict=True), one.evidence),
        "model": one.model, "share": one.share,
        "interactions": source.interaction_count, "texts": source.text_count, "recomputed": one.is_recomputed,
        "states": [
            {
                "kind": state.kind, "state": state.state, "words": in_words(state, one.at),
                "since": utc_millis(state.valid_from), "detail": state.detail, "probability": state.probability,
                "began_on": None if state.began_at is None else utc_millis(state.began_at),
                "terms": _plain_terms(_alone(terms), one.evidence),
            }
            for state, terms in one.states
        ],
        "rulings": [
            {"kind": ruling.kind, "at": utc_millis(ruling.at), "by": ruling.by_name or ruling.by_uid,
             "reason": ruling.reason, "new_employer": ruling.note,
             "last_day": None if ruling.until is None else utc_millis(ruling.until).date()}
            for ruling in source.rulings
        ],
    }  # fmt: skip


def _named(one: Any) -> dict[str, str] | None:
    return None if one is None else {"uid": one.uid, "name": one.name}


def _plain_terms(
    terms: Iterable[tuple[Term, Wanted | None]], evidence: Mapping[str, SaidSource]
) -> list[dict[str, Any]]:
    return [
        {
            "name": term.name,
            "value": term.value,
            "evidence": [said_json(evidence[uid]) for uid in term.evidence if uid in evidence],
            "read_from": None if part is None else {"metric": part.metric, "uid": part.uid},
        }
        for term, part in terms
    ]


def said_json(one: SaidSource) -> dict[str, Any]:
    """Return a piece of evidence as plain data."""
    return {
        "uid": one.uid, "kind": one.kind, "at": None if one.at is None else utc_millis(one.at), "quote": one.quote,
        "topic": one.topic, "said_by": one.said_by, "subject": one.subject, "channel": one.channel, "rule": one.rule,
        "confidence": one.confidence, "interaction": one.interaction_uid, "rejected": one.is_rejected,
    }  # fmt: skip
