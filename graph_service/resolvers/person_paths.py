"""Which parts of what is said of a person a query selects, so that the one read brings only those. Pure."""

from graph_service.resolvers.context import Info
from graph_service.resolvers.selection import wants

FACTS = ("role", "influence", "sentiment", "departure", "champion", "isGhost")
LINKS = ("successors", "movedTo", "departure.newEmployer")
"""What is told from the ties to people at other accounts: the new employer is named by the account they moved to."""


def wants_facts(info: Info, people: str) -> bool:
    """Tell whether anything inferred beyond the strength is selected of the people at a dotted path."""
    return wants(info, *(f"{people}.{one}" for one in FACTS))


def wants_links(info: Info, people: str) -> bool:
    """Tell whether anything is selected that their ties to people at other accounts say."""
    return wants(info, *(f"{people}.{one}" for one in LINKS))
