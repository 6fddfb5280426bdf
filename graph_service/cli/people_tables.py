"""Tables of people: the map of an account, and one person's story. Pure: rows in, rich renderables out."""

from collections.abc import Iterable, Sequence

from rich import box
from rich.console import RenderableType
from rich.markup import escape
from rich.table import Table

from graph_service.cli import people_cells as cells
from graph_service.cli.cells import day, number, percent, table
from graph_service.domain.workspace import Workspace
from graph_service.resolvers.account_facts import account_facts
from graph_service.resolvers.fact_words import departure_words
from graph_service.resolvers.person_facts import PersonFacts, person_facts
from graph_service.resolvers.rows import ContactRow, InteractionSource, MapRow, StakeholderSource
from graph_service.resolvers.story_rows import RequestSource
from graph_service.schema.people import Gap

GROUPS = {"champion": "Champions", "active": "Active", "inactive_or_departed": "Inactive or departed"}
MOST_WORDS = 160


def map_parts(
    row: MapRow, workspace: Workspace, today: int | None = None, gaps: Sequence[Gap] = ()
) -> list[RenderableType]:
    """Return an account's headline, its people in groups (champions, active, inactive or departed), what is missing.

    `today` is the epoch day of the view.
    """
    account, said = row.account, account_facts(row.account)
    facts = [f"health {number(said.health.value)} of 100"] if said.health else []
    facts += [f"coverage {percent(account.coverage)}", f"on one person {percent(account.single_threaded_share)}"]
    facts += [f"silence: {account.quiet_state}", f"last from them {day(account.last_inbound_at, workspace)}"]
    if account.arr is not None:
        facts.append(f"ARR {account.arr:,.0f} {account.currency or ''}".strip())
    parts: list[RenderableType] = [f"[bold]{escape(account.name)}[/bold]  {escape(' · '.join(facts))}"]
    told = [(one, person_facts(one, today)) for one in row.stakeholders]
    for group, title in GROUPS.items():
        people = [(one, said) for one, said in told if said.group(one.engagement_level) == group]
        parts.append(_people(title, people, workspace) if people else f"{title}: nobody")
    if row.total > len(row.stakeholders):
        parts.append(f"… and {row.total - len(row.stakeholders)} more.")
    if gaps:
        parts += ["What is missing:", *(f"  {escape(one.reason)}" for one in gaps)]
    return parts


def _people(title: str, people: Sequence[tuple[StakeholderSource, PersonFacts]], workspace: Workspace) -> Table:
    shown = table(f"{title} ({len(people)})", "who", "weight", "relationship", "tone", "what is said", "last contact")
    for one, said in people:
        shown.add_row(
            cells.who(one, said),
            cells.weight(said),
            cells.relationship(one),
            cells.tone(said),
            cells.standing_out(said),
            day(one.last_interaction_at, workspace),
        )
    return shown


def contact_parts(row: ContactRow, workspace: Workspace, today: int | None = None) -> list[RenderableType]:
    """Return a person's places, how things go, what they wish and report, and the newest of their timeline.

    `today` is the epoch day of the view.
    """
    head = f"[bold]{escape(row.contact.name)}[/bold]  {escape(', '.join(row.contact.addresses))}"
    told = [(one, person_facts(one, today)) for one in row.stakeholders]
    parts: list[RenderableType] = [head, _places(row.stakeholders, workspace)]
    if any(cells.standing_out(said) or said.influence for _, said in told):
        parts.append(_signs(told, workspace))
    parts += list(_story(row, workspace))
    return [*parts, _timeline(row.timeline, workspace)]


def _places(people: Sequence[StakeholderSource], workspace: Workspace) -> Table:
    places = Table(box=box.SIMPLE_HEAD)
    for name in ("account", "title", "engagement", "strength", "trend", "answers", "in about", "last from them"):
        places.add_column(name)
    for one in people:
        places.add_row(
            escape(one.account_name),
            escape(cells.title(one, person_facts(one))),
            one.engagement_level or "unknown",
            "" if one.strength is None else f"{one.strength:.0f} of 100",
            one.strength_trend or "",
            percent(one.reply_rate),
            "" if one.reply_hours is None else f"{one.reply_hours:.0f} business hours",
            day(one.last_inbound_at, workspace),
        )
    return places


def _signs(told: Sequence[tuple[StakeholderSource, PersonFacts]], workspace: Workspace) -> Table:
    shown = table(
        "What is said of them", "account", "weight", "tone", "champion", "there?", "not there since", "last day"
    )
    for one, said in told:
        spell = said.away if said.departure_state == "away" else said.leaving
        shown.add_row(
            escape(one.account_name),
            cells.weight(said),
            cells.tone(said),
            cells.champion(said, workspace),
            escape(departure_words(said) or ""),
            day(spell.since, workspace) if spell else "",
            day(said.leaving.began, workspace) if said.leaving and said.leaving.began else "",
        )
    return shown


def _story(row: ContactRow, workspace: Workspace) -> Iterable[RenderableType]:
    """Yield channels, wishes, tickets, titles and employers, each only where there are any."""
    total = sum(one.count for one in row.channels)
    if total:
        yield "By " + ", ".join(f"{one.channel} {one.count / total:.0%}" for one in row.channels) + " in 90 days"
    if row.requests:
        wishes = table("What they wish for", "day", "wish", "answered by")
        for one in row.requests:
            wishes.add_row(day(one.at, workspace), escape(one.quote or ""), escape(_answers(one)))
        yield wishes
    if row.issues:
        tickets = table("Tickets they opened", "day", "subject", "status", "priority")
        for ticket in row.issues:
            subject = escape(ticket.subject or "(not for you to read)")
            tickets.add_row(day(ticket.at, workspace), subject, ticket.status or "", ticket.priority or "")
        yield tickets
    if row.jobs:
        jobs = table("Titles and employers by source", "employer", "title", "source", "first said", "last said")
        for job in row.jobs:
            said = (day(job.known_at, workspace), day(job.last_at, workspace) if job.last_at else "")
            jobs.add_row(escape(job.firm or ""), escape(job.title or ""), job.source or "", *said)
        yield jobs


def _answers(one: RequestSource) -> str:
    return ", ".join(answer.name + ("" if answer.state == "auto" else " (perhaps)") for answer in one.releases)


def _timeline(items: Sequence[InteractionSource], workspace: Workspace) -> Table:
    shown = table("Timeline, newest first", "day", "by", "way", "subject and words")
    for one in items:
        words = " ".join((one.words or "").split())[:MOST_WORDS]
        text = escape(one.subject or "(no subject)") if one.may_read else "(not for you to read)"
        text += f"\n[dim]{escape(words)}[/dim]" if words else ""
        shown.add_row(day(one.at, workspace), one.channel or "", one.direction or "", text)
    return shown
