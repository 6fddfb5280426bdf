"""Which fact is asked for, and which other fact says more of a term of it. Pure."""

from dataclasses import dataclass

from graph_service.domain.recomputing import Metric

PARTS_OF_HEALTH = {
    "usage": Metric.USAGE,
    "relationship": Metric.COVERAGE,
    "sentiment": Metric.SENTIMENT,
    "support": Metric.TICKETS,
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which fact to explain: a metric of a person at an account (`is_person`), or of an account."""

    uid: str
    is_person: bool
    metric: Metric

    @property
    def key(self) -> str:
        """Return what tells it from others."""
        return f"{self.uid}/{self.metric}"

    def part(self, term: str, people: frozenset[str]) -> "Wanted | None":
        """Return the fact that says more of a term: of a part of health, or a person's strength, which is what they
        bring to coverage; None for a term that rests on words and contact alone. `people` are uids of those there.
        """
        if self.metric == Metric.HEALTH and term in PARTS_OF_HEALTH:
            return Wanted(self.uid, False, PARTS_OF_HEALTH[term])
        if self.metric == Metric.COVERAGE and term in people:
            return Wanted(term, True, Metric.STRENGTH)
        return None
