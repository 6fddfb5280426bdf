"""The shipped enrichments: named readings that playbooks watch, each with the facts it stands for.

Each is a fact that inference keeps current; a playbook that watches one follows it at once. Parameters, versions and
people's own enrichments come with publishing.
"""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Enrichment:
    """A named reading: which target it describes, and the fields of the question language it offers.

    `states` are the kinds of spells behind it: what an action says of since when and why is read from these.
    """

    name: str
    target: str
    about: str
    fields: tuple[str, ...]
    states: tuple[str, ...] = ()


_OF_ACCOUNTS = (
    Enrichment(
        "account_rhythm",
        "account",
        "Silence of an account against its own rhythm.",
        ("quiet", "silent", "rhythm days"),
        ("quiet",),
    ),
    Enrichment(
        "account_coverage",
        "account",
        "How well our relationships cover an account, and how much rests on one person.",
        ("coverage", "single threaded share", "active contacts"),
    ),
    Enrichment(
        "account_sentiment",
        "account",
        "The tone of an account's people, and where it is heading.",
        ("sentiment", "sentiment trend"),
        ("sentiment",),
    ),
    Enrichment(
        "account_usage",
        "account",
        "Use of the product against what is usual there, common ups and downs removed.",
        ("usage", "usage change"),
        ("usage",),
    ),
    Enrichment(
        "account_tickets", "account", "Tickets against the account's own rate.", ("ticket surge",), ("tickets",)
    ),
    Enrichment(
        "account_escalation",
        "account",
        "Urgent, repeated and chased tickets, and words of customers who have had enough.",
        (),
        ("escalation",),
    ),
    Enrichment(
        "account_health",
        "account",
        "How an account is doing, as a sum of points.",
        ("health", "health share"),
        ("health",),
    ),
    Enrichment(
        "account_competitors",
        "account",
        "Competitors that an account's people named.",
        ("competitors",),
        ("competitor",),
    ),
    Enrichment(
        "account_people",
        "account",
        "How many of an account's people are champions, have left, or are missing in the CRM.",
        ("champions", "departed contacts", "ghosts"),
    ),
)

_OF_CONTACTS = (
    Enrichment(
        "contact_relationship",
        "contact",
        "How strong the relationship is, where it is heading, and how they answer.",
        ("strength", "strength trend", "engagement", "reply rate", "reply hours"),
        ("engagement",),
    ),
    Enrichment(
        "contact_role",
        "contact",
        "What they are there, from the best of all sources.",
        ("role", "role source", "level", "function", "proxy"),
        ("role",),
    ),
    Enrichment(
        "contact_influence",
        "contact",
        "How much others there look to them, and how much they decide.",
        ("influence", "decision power"),
    ),
    Enrichment(
        "contact_sentiment",
        "contact",
        "Their tone, and where it is heading.",
        ("sentiment", "sentiment trend", "sentiment texts"),
        ("sentiment",),
    ),
    Enrichment(
        "contact_champion",
        "contact",
        "Whether they speak up for us.",
        ("champion", "champion probability"),
        ("champion",),
    ),
    Enrichment(
        "contact_departure",
        "contact",
        "Whether they are still there: away, gone quiet, departed.",
        ("departure", "departed", "away", "gone quiet", "departure probability"),
        ("departure", "away"),
    ),
    Enrichment("contact_move", "contact", "Where somebody who left is now.", ("new employer",), ("move",)),
    Enrichment("contact_successor", "contact", "Who may have taken over from somebody who left.", (), ("successor",)),
    Enrichment("contact_ghost", "contact", "People who take part and are missing in the CRM.", ("ghost",)),
)

SHIPPED: tuple[Enrichment, ...] = (
    Enrichment("open_asks", "ask", "Questions and requests without an answer seen.", ("open", "waiting", "to us")),
    *_OF_ACCOUNTS,
    *_OF_CONTACTS,
)


def names() -> tuple[str, ...]:
    """Return the names a playbook may watch."""
    return tuple(one.name for one in SHIPPED)


def states_of(watched: Iterable[str]) -> tuple[str, ...]:
    """Return the kinds of states behind the enrichments of these names, in the order in which they are watched."""
    by_name = {one.name: one.states for one in SHIPPED}
    return tuple(dict.fromkeys(state for name in watched for state in by_name.get(name, ())))
