"""Which people are compared at all, and what is known of those who stand near them. Holds indexes, judges nothing."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from graph_service.reading.identity.field_model import field_keys
from graph_service.reading.identity.local_parts import is_distinctive, local_words
from graph_service.reading.identity.name_agreement import is_close, share_nickname
from graph_service.reading.identity.persons import Person, mailbox_key
from graph_service.reading.identity.word_classes import common_names, nickname_classes

BLOCK_CAP = 300
_CAPS = {"phone": 6, "two": 60, "whole": 60}
"""A number on more records than this is a switchboard's; and values that so many share tell nothing."""
Key = tuple[str, ...]


class Pools:
    """People by key. A pair is compared when it shares a key that at most `BLOCK_CAP` people have."""

    def __init__(self, given_names: frozenset[str] = frozenset()) -> None:
        self._given_names = given_names
        self._firsts_of_last: dict[str, Counter[str]] = defaultdict(Counter)
        self._members: dict[Key, list[int]] = defaultdict(list)
        self._keys: dict[int, frozenset[Key]] = {}
        self._firsts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        self._lasts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        self._staff: dict[str, set[tuple[str, str]]] = defaultdict(set)
        self._firms_of_name: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)

    def add(self, person: Person) -> None:
        """Enter a person under all keys."""
        keys = frozenset(self._keys_of(person))
        self._keys[person.place] = keys
        for key in keys:
            self._members[key].append(person.place)
        name = person.best_name
        if name.is_full:
            self._firsts_of_last[name.last][name.first] += 1
        for firm in person.firms:
            if len(name.first) > 1 and name.last:
                self._firsts[firm, name.last][name.first] += 1
                self._lasts[firm, name.first][name.last] += 1
            if name.is_full:
                self._staff[firm].add((name.first, name.last))
            if person.work and name.is_full:
                self._firms_of_name[name.first, name.last][firm] += 1

    def partners(self, place: int) -> Iterator[int]:
        """Yield the others that share a key which is not too common; some may come twice."""
        for key in self._keys[place]:
            members = self._members[key]
            if len(members) <= _CAPS.get(key[0], BLOCK_CAP):
                yield from (other for other in members if other != place)

    def near(self, place: int) -> set[int]:
        """Return all whose judgement may change when this person comes: everybody who shares a key."""
        return {other for key in self._keys[place] for other in self._members[key]}

    def is_only_first(self, firms: Iterable[str], first: str, last: str) -> bool:
        """Tell whether a firm has just one person of this family name whom a first name or initial can mean."""
        for firm in firms:
            names = (
                [name for name in self._firsts[firm, last] if _may_be(first, name)]
                if (firm, last) in self._firsts
                else []
            )
            if _several(names):
                return False
        return True

    def is_only_last(self, firms: Iterable[str], first: str, last: str) -> bool:
        """Tell whether a firm has just one person of this first name whose family name starts so."""
        for firm in firms:
            found: Counter[str] = self._lasts.get((firm, first), Counter())
            if len({name for name in found if len(name) > 1 and name.startswith(last)}) > 1:
                return False
        return True

    def is_only_called(self, firms: Iterable[str], first: str) -> bool:
        """Tell whether each firm has just one person whom this first name, or a nickname of it, can mean."""
        for firm in firms:
            called = {last for one, last in self._staff[firm] if one == first or share_nickname(one, first)}
            if len(called) > 1:
                return False
        return True

    def is_handle(self, word: str) -> bool:
        """Tell whether a word or local part is one person's wherever it stands, by what is known of names here."""
        whole = "".join(local_words(word))
        return is_distinctive(word) and whole not in self._given_names and whole[:-1] not in self._given_names

    def is_only_bearer(self, last: str) -> bool:
        """Tell whether a family name that is not common is borne by one person here, under whatever first names."""
        return (
            last not in common_names()
            and len(last) > 3
            and not _several([one for one in self._firsts_of_last.get(last, {}) if len(one) > 1])
        )

    def firms_with(self, first: str, last: str) -> frozenset[str]:
        """Return the firms from which people of this name write."""
        return frozenset(self._firms_of_name.get((first, last), {}))

    def _keys_of(self, person: Person) -> Iterator[Key]:
        yield from _plain_keys(person)
        for local in person.locals:
            if self.is_handle(local):
                yield "handle", "".join(sorted(local_words(local)))
        if person.handle and self.is_handle(person.handle):
            yield "handle", person.handle


def _may_be(short: str, name: str) -> bool:
    return name.startswith(short) if len(short) == 1 else name == short or share_nickname(name, short)


def _several(names: list[str]) -> bool:
    """Tell whether names cannot all be one person's."""
    return any(not (one == two or share_nickname(one, two) or is_close(one, two)) for one in names for two in names)


def _plain_keys(person: Person) -> Iterator[Key]:
    for address in person.addresses:
        yield "mail", mailbox_key(address)
    if person.url:
        yield "url", person.url
    if person.key:
        yield ("id", *person.key)
    for phone in person.phones:
        yield "phone", phone
    yield from _name_keys(person)
    yield from field_keys(person.row)


def _name_keys(person: Person) -> Iterator[Key]:
    name = person.best_name
    if name.first and len(name.last) > 1 and name.last not in common_names():
        yield "rare", name.last, name.first[0]
    if name.is_full:
        for first in _classes(name.first):
            yield (
                "full",
                min(name.last, name.first) if first == name.first else name.last,
                max(name.last, first) if first == name.first else first,
            )
        if name.last not in common_names():
            yield "handle", name.last
        yield "handle", "".join(sorted((name.first, name.last)))
        yield "handle", name.first[0] + name.last
        yield "handle", name.first + name.last[0]
        for given in name.given[1:2]:
            yield "full", *sorted((given, name.last))
    for firm in person.firms:
        yield from _firm_keys(person, firm)


def _firm_keys(person: Person, firm: str) -> Iterator[Key]:
    name = person.best_name
    for last in {name.last, *name.parts} - {""}:
        yield "firm", firm, last[:3]
    for first in name.given[:2]:
        if len(first) > 1 and (len(name.last) <= 1 or first == name.first):
            yield from (("firm first", firm, called) for called in _classes(first))
    if name.is_full:
        yield "firm", firm, name.first[:3]
    if not person.name.last:
        for local in person.locals:
            whole = "".join(local_words(local))
            for last in {whole[1:], whole[:-1], whole, *local_words(local)}:
                if len(last) > 2:
                    yield "firm", firm, last[:3]


def _classes(first: str) -> list[str]:
    return [first, *(f"#{number}" for number in sorted(nickname_classes().get(first, ())))]
