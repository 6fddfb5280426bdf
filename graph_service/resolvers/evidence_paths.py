"""Which facts' evidence a query selects, so that the one read brings only that. Pure."""

from graph_service.resolvers.context import Info
from graph_service.resolvers.selection import wants

PERSON = {
    "strength.terms": ("strength",),
    "influence.terms": ("influence",),
    "sentiment.terms": ("sentiment",),
    "sentiment.openedBy": ("spell sentiment",),
    "departure.terms": ("departure_probability",),
    "departure.openedBy": ("spell departure", "spell away"),
    "champion.terms": ("champion_probability",),
    "champion.openedBy": ("spell champion",),
}
ACCOUNT = {
    "health.terms": ("health",),
    "sentiment.terms": ("sentiment",),
    "sentiment.openedBy": ("spell sentiment",),
    "signals.terms": tuple(
        f"spell {kind}" for kind in ("usage", "tickets", "escalation", "competitor", "event", "sentiment", "health")
    ),
}
EVERYTHING = sorted({fact for facts in (*PERSON.values(), *ACCOUNT.values()) for fact in facts})
"""All facts that have evidence."""


def evidence_of(info: Info, *, account: str | None = None, person: str | None = None) -> list[str]:
    """Return the facts whose evidence is selected below the dotted paths to an account and to people.

    An empty path is the root field itself; None is a field without such a thing.
    """
    found: set[str] = set()
    for prefix, paths in ((account, ACCOUNT), (person, PERSON)):
        if prefix is not None:
            start = f"{prefix}." if prefix else ""
            found |= {fact for path, facts in paths.items() if wants(info, f"{start}{path}.evidence") for fact in facts}
    return sorted(found)
