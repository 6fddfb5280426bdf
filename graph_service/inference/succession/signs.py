"""Signs that speak for candidates, kept by candidate and name, with what they rest on.

Owns the adding up of signs. A sign that repeats counts with its strongest value, never twice.
"""

from collections import defaultdict

from graph_service.domain.facts import Term
from graph_service.inference.evidence import CAP


class Signs:
    """(candidate, name of the term) → the strongest value said so far, and the newest evidence of it."""

    __slots__ = ("_evidence", "_values")

    def __init__(self) -> None:
        """Start with no sign."""
        self._values: dict[str, dict[str, float]] = defaultdict(dict)
        self._evidence: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)

    def add(self, uid: str, name: str, nats: float, evidence: str) -> None:
        """Take up one sign for a candidate."""
        known = self._values[uid]
        known[name] = max(known.get(name, nats), nats)
        trail = self._evidence[uid, name]
        trail.pop(evidence, None)
        trail[evidence] = None

    def note(self, uid: str, name: str, evidence: str) -> None:
        """Keep what a term rests on whose value is worked out elsewhere."""
        trail = self._evidence[uid, name]
        trail.pop(evidence, None)
        trail[evidence] = None

    def evidence(self, uid: str, name: str) -> tuple[str, ...]:
        """Return the newest few pieces of evidence, newest first."""
        trail = self._evidence.get((uid, name))
        return tuple(reversed(trail))[:CAP] if trail else ()

    def terms(self, uid: str) -> list[Term]:
        """Return the terms of one candidate, by name."""
        return [Term(name, value, self.evidence(uid, name)) for name, value in sorted(self._values[uid].items())]
