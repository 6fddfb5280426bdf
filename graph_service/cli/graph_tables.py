"""Tables over all accounts: people by question, accounts with counts, changes. Pure: rows in, renderables out."""

from collections.abc import Sequence

from rich.markup import escape
from rich.table import Table

from graph_service.cli import people_cells as cells
from graph_service.cli.cells import day, number, table
from graph_service.domain.workspace import Workspace
from graph_service.resolvers.changes_parts import Parts, parts_of
from graph_service.resolvers.changes_rows import ChangeSource
from graph_service.resolvers.changes_words import change_words, why_words
from graph_service.resolvers.people_graph_rows import ClusterSource
from graph_service.resolvers.person_facts import person_facts
from graph_service.resolvers.rows import StakeholderSource


def people_table(people: Sequence[StakeholderSource], workspace: Workspace, today: int | None = None) -> Table:
    """Return people with what stands out of them, by account, on the epoch day of the view."""
    shown = table(
        f"People ({len(people)})", "who", "account", "weight", "relationship", "tone", "what is said", "last contact"
    )
    for one in people:
        said = person_facts(one, today)
        shown.add_row(
            cells.who(one, said),
            escape(one.account_name),
            cells.weight(said),
            cells.relationship(one),
            cells.tone(said),
            cells.standing_out(said),
            day(one.last_interaction_at, workspace),
        )
    return shown


def clusters_table(clusters: Sequence[ClusterSource], total: int) -> Table:
    """Return accounts with how many of the people are at each."""
    shown = table(
        f"{total} people at these accounts", "account", "segment", "people", "champions", "at risk", "left or leaving",
        "mean tone", "health",
    )  # fmt: skip
    for one in clusters:
        tone = "" if one.mean_sentiment is None else f"{one.mean_sentiment:+.2f} of {one.rated}"
        counts = (str(count) for count in (one.people, one.champions, one.at_risk, one.departed))
        shown.add_row(escape(one.name), escape(one.segment or ""), *counts, tone, number(one.health))
    return shown


def changes_table(changes: Sequence[ChangeSource], parts: Parts, workspace: Workspace) -> Table:
    """Return changes, weightiest first, each with what it was said for; of health the parts that moved it."""
    shown = table(f"Changes ({len(changes)})", "day", "points", "who", "account", "what", "why")
    for one in changes:
        shown.add_row(
            day(one.since, workspace),
            f"{one.weight:.0f}",
            escape(one.name or ""),
            escape(one.account_name),
            escape(change_words(one)),
            escape(why_words(one, parts_of(one, parts))),
        )
    return shown
