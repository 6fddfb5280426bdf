"""Groups of identities, one person each: surest pairs first, no union across a veto, the same whenever they came."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph_service.reading.identity.knowledge import Knowledge
from graph_service.reading.identity.persons import Person, person_of
from graph_service.reading.identity.pools import Pools
from graph_service.reading.identity.records import Record
from graph_service.reading.identity.rules import BUSINESS, MERGE, Evidence, Rule, judge
from graph_service.reading.identity.unions import Unions
from graph_service.reading.identity.veto import Veto, forbids_groups


@dataclass(frozen=True, slots=True)
class Pair:
    """Two places in the list of records and the evidence that they are one person."""

    one: int
    two: int
    evidence: Evidence

    @property
    def order(self) -> tuple[float, str, int, int]:
        """Return the place in the queue of unions: (-p, rule, ids)."""
        return -self.evidence.p, self.evidence.rule, self.one, self.two


@dataclass(frozen=True, slots=True)
class Grouping:
    """`groups[i]` is the smallest place in i's group; `links` made the groups; `doubtful` wait for a person."""

    groups: tuple[int, ...]
    links: tuple[Pair, ...]
    doubtful: tuple[Pair, ...]


DECIDED = Evidence("decided", 1.0, "somebody said so")


class Clusters:
    """Identities and their pairs. `add` in any portions, then `grouping`, equals one `add` of all in the same order."""

    def __init__(
        self,
        knowledge: Knowledge,
        rules: tuple[Rule, ...] = BUSINESS,
        veto: Veto = forbids_groups,
        merge_at: float = MERGE,
    ) -> None:
        self._knowledge, self._rules, self._veto, self._merge_at = knowledge, rules, veto, merge_at
        self._people: list[Person] = []
        self._pools = Pools(knowledge.given_names)
        self._pairs: dict[tuple[int, int], Pair] = {}
        self._decided: dict[tuple[int, int], bool] = {}

    def decide(self, said: Mapping[tuple[int, int], bool]) -> None:
        """Take in what people have said of two places each: one person (True) or two. It goes above every rule."""
        self._decided |= {(min(pair), max(pair)): is_same for pair, is_same in said.items()}

    def add(self, records: Iterable[Record]) -> None:
        """Take in records; judge them, and judge again whoever stands near them."""
        fresh = []
        for record in records:
            person = self._knowledge.resolved(person_of(len(self._people), record))
            self._people.append(person)
            self._pools.add(person)
            fresh.append(person.place)
        touched = (
            set(fresh) if len(fresh) == len(self._people) else set().union(*(self._pools.near(one) for one in fresh))
        )
        for key in [key for key in self._pairs if key[0] in touched or key[1] in touched]:
            del self._pairs[key]
        for place in sorted(touched):
            self._judge(place, touched)

    def grouping(self) -> Grouping:
        """Return the groups as of now."""
        unions = Unions(len(self._people))
        links: list[Pair] = []
        pairs = sorted(self._pairs.values(), key=lambda pair: pair.order)
        for pair in pairs:
            if pair.evidence.p < self._merge_at:
                break
            one, two = unions.members(pair.one), unions.members(pair.two)
            if one is not two and not self._forbidden(one, two):
                unions.join(pair.one, pair.two)
                links.append(pair)
        # People tie groups as they see them: a veto between two of their members must not knock anybody out.
        decided = [Pair(*pair, DECIDED) for pair, is_same in sorted(self._decided.items()) if is_same]
        for link in decided:
            unions.join(link.one, link.two)
        links += decided
        doubtful = [
            pair
            for pair in pairs
            if unions.root(pair.one) != unions.root(pair.two) and (pair.one, pair.two) not in self._decided
        ]
        return Grouping(tuple(unions.root(i) for i in range(len(self._people))), tuple(links), tuple(doubtful))

    def _judge(self, place: int, touched: set[int]) -> None:
        for other in set(self._pools.partners(place)):
            if other < place or other not in touched:
                one, two = min(place, other), max(place, other)
                evidence = judge(self._people[one], self._people[two], self._pools, self._rules)
                if evidence:
                    self._pairs[one, two] = Pair(one, two, evidence)

    def _forbidden(self, one: Sequence[int], two: Sequence[int]) -> bool:
        if self._decided and any(
            self._decided.get((min(left, right), max(left, right))) is False for left in one for right in two
        ):
            return True
        return self._veto([self._people[left] for left in one], [self._people[right] for right in two])
