"""The shipped enrichments: named readings that playbooks watch, each with the facts it stands for.

Each is a fact that inference keeps current; a playbook that watches one follows it at once. Parameters, versions and
people's own enrichments come with publishing.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Enrichment:
    """A named reading: which target it describes, and the fields of the question language it offers."""

    name: str
    target: str
    about: str
    fields: tuple[str, ...]


SHIPPED: tuple[Enrichment, ...] = (
    Enrichment("open_asks", "ask", "Questions and requests without an answer seen.", ("open", "waiting", "to us")),
    Enrichment(
        "account_rhythm", "account", "Silence of an account against its own rhythm.", ("quiet", "silent", "rhythm days")
    ),
    Enrichment(
        "account_coverage",
        "account",
        "How well our relationships cover an account, and how much rests on one person.",
        ("coverage", "single threaded share", "active contacts"),
    ),
)


def names() -> tuple[str, ...]:
    """Return the names a playbook may watch."""
    return tuple(one.name for one in SHIPPED)
