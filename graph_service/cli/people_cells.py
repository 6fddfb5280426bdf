"""Cells about one person that several tables show: who, how close, of what mood, what stands out. Pure."""

from collections.abc import Iterable

from rich.markup import escape

from graph_service.cli.cells import day
from graph_service.domain.workspace import Workspace
from graph_service.resolvers.fact_words import champion_words, departure_words, influence_words, sentiment_words
from graph_service.resolvers.person_facts import PersonFacts
from graph_service.resolvers.rows import StakeholderSource
from graph_service.resolvers.term_words import champion_reasons


def two_lines(first: str, second: str) -> str:
    """Return a cell of two lines, the second faint, and left out where there is nothing to say."""
    return escape(first) + (f"\n[dim]{escape(second)}[/dim]" if second else "")


def who(one: StakeholderSource, said: PersonFacts) -> str:
    """Return the name with the title below."""
    return two_lines(one.name + (" (shared mailbox)" if one.is_shared else ""), title(one, said))


def title(one: StakeholderSource, said: PersonFacts) -> str:
    """Return the title that counts, or what the CRM has."""
    return said.role.title if said.role else one.title or ""


def weight(said: PersonFacts) -> str:
    """Return influence in a word."""
    return "" if said.influence is None else influence_words(said.influence.value)


def relationship(one: StakeholderSource) -> str:
    """Return engagement and strength, a change of it, and who of us knows them best below."""
    parts = [one.engagement_level or "unknown"]
    if one.strength is not None:
        parts.append(f"{one.strength:.0f}")
    changing = one.strength_trend if one.strength_trend not in {None, "steady"} else ""
    tie = max(one.ties, key=lambda tie: (tie.strength or 0.0, tie.name), default=None)
    closest = "" if tie is None else f"{tie.name} {tie.strength or 0:.0f}"
    return two_lines(" ".join(parts) + (f", {changing}" if changing else ""), closest)


def tone(said: PersonFacts) -> str:
    """Return the tone in words."""
    return "" if said.sentiment is None else sentiment_words(said.sentiment.value, said.sentiment_trend)


def champion(said: PersonFacts, workspace: Workspace) -> str:
    """Return whether somebody speaks up for us, with the day since which and why below."""
    spell = said.backing
    if spell is None:
        return two_lines(champion_words(said) or "", "")
    why = champion_reasons(spell.state, spell.detail, spell.term_names, spell.term_values)
    since = f"since {day(spell.since, workspace)}"
    return two_lines(champion_words(said) or "", f"{since}: {why}" if why else since)


def standing_out(said: PersonFacts) -> str:
    """Return championship, leaving, who took over, what is missing in the CRM."""
    return escape("; ".join(_marks(said)))


def _marks(said: PersonFacts) -> Iterable[str]:
    if said.champion_state not in {None, "none"}:
        yield champion_words(said) or ""
    if said.departure_state not in {None, "present"}:
        yield departure_words(said) or ""
    if said.successors:
        yield f"perhaps followed by {said.successors[0].name}"
    if said.is_ghost:
        yield "not in the CRM"
    if said.role and said.role.is_proxy:
        yield "acts for somebody else"
