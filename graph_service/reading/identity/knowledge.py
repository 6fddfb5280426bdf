"""What a set of records teaches about firms: which domain is whose, which domains are one firm's. Fixed once made.

Pinned like a model version, so that adding records one by one gives the same clusters as all at once.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations

from graph_service.reading.identity.companies import parse_firm
from graph_service.reading.identity.company_clusters import cluster_firms
from graph_service.reading.identity.field_model import FieldModel
from graph_service.reading.identity.persons import Person, work_domains

_SHARED_PEOPLE, _SHARED_PART = 2, 0.5
"""Two domains are one firm's when at least so many people, and this part of the smaller one's, are seen on both."""
_MANY = 20_000


@dataclass(frozen=True, slots=True)
class Knowledge:
    """`firm_of` maps a company name (as written) or a domain to a firm's key; unknown ones stand for themselves.

    `given_names` are words that are seen to be first names; `fields` weighs the further fields of a register.
    """

    firm_of: dict[str, str] = field(default_factory=dict)
    fields: FieldModel = field(default_factory=FieldModel)
    given_names: frozenset[str] = frozenset()

    def resolved(self, person: Person) -> Person:
        """Return the person with its employers' keys."""
        names = (self.firm_of.get(name) or _own_key(name) for name in person.record.companies if name.strip())
        domains = (self.firm_of.get(domain, domain) for domain in work_domains(person))
        row = self.fields.row(person.record)
        return replace(person, firms=frozenset(key for key in (*names, *domains) if key), row=row)


def learn(people: Sequence[Person]) -> Knowledge:
    """Return what the people's companies and addresses teach about firms."""
    names = sorted({name for person in people for name in person.record.companies if name.strip()})
    groups = _groups(names[:_MANY])
    owners = _owners(people, groups)
    domains = sorted({domain for person in people for domain in work_domains(person)})
    firm_of = dict(groups)
    by_label = _labels(groups)
    for domain in domains:
        firm_of[domain] = owners.get(domain) or by_label.get(parse_firm(domain).joined, "") or domain
    _alias(people, firm_of)
    return Knowledge(firm_of, given_names=_given_names(people))


def _given_names(people: Iterable[Person]) -> frozenset[str]:
    """Return first names that go with several family names: such a word alone is nobody's handle."""
    lasts: dict[str, set[str]] = defaultdict(set)
    for person in people:
        if person.name.is_full:
            lasts[person.name.first].add(person.name.last)
    return frozenset(first for first, found in lasts.items() if len(found) > 1)


def _own_key(name: str) -> str:
    return parse_firm(name).joined


def _groups(names: Sequence[str]) -> dict[str, str]:
    """Return a key for each company name: the joined core of its group's first name."""
    groups = cluster_firms(names).groups
    return {name: _own_key(names[group]) or name for name, group in zip(names, groups, strict=True)}


def _labels(groups: dict[str, str]) -> dict[str, str]:
    """Return what a domain's label may stand for, where it is one firm only: its name or first word."""
    found: dict[str, set[str]] = defaultdict(set)
    for name, key in groups.items():
        firm = parse_firm(name)
        for label in {firm.joined, firm.whole, firm.core[0] if firm.core else ""} - {""}:
            found[label].add(key)
    return {label: next(iter(keys)) for label, keys in found.items() if len(keys) == 1 and len(label) > 2}


def _owners(people: Iterable[Person], groups: dict[str, str]) -> dict[str, str]:
    """Return whose a domain is: the firm of most of its people whose record names one."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for person in people:
        keys = {groups.get(name, "") for name in person.record.companies} - {""}
        domains = set(work_domains(person))
        if len(keys) == 1 and len(domains) == 1:
            seen[domains.pop()][keys.pop()] += 1
    found = {}
    for domain, counts in seen.items():
        key, count = min(counts.items(), key=lambda pair: (-pair[1], pair[0]))
        label = parse_firm(domain).joined
        if count * 2 > counts.total() and (count > 1 or label.startswith(key[:4]) or key.startswith(label[:4])):
            found[domain] = key
    return found


def _alias(people: Iterable[Person], firm_of: dict[str, str]) -> None:
    """Give two firms' keys one value where many of the smaller one's people are seen at both (a change of owner)."""
    staff: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for person in people:
        if person.best_name.is_full or len(person.best_name.last) > 2:
            for domain in work_domains(person):
                staff[firm_of[domain]].add((person.best_name.first[:1], person.best_name.last))
    met: dict[tuple[str, str], list[str]] = defaultdict(list)
    for firm in sorted(staff):
        for name in staff[firm]:
            met[name].append(firm)
    shared = Counter(pair for firms in met.values() if len(firms) < 20 for pair in combinations(sorted(firms), 2))
    renamed: dict[str, str] = {}
    for (one, two), count in sorted(shared.items()):
        if count >= _SHARED_PEOPLE and count >= _SHARED_PART * min(len(staff[one]), len(staff[two])):
            renamed[renamed.get(two, two)] = renamed.get(one, one)
    for known, key in firm_of.items():
        firm_of[known] = renamed.get(key, key)
