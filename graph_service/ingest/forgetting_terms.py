"""By what a person is known: the tombstones to set, and what to look for afterwards. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph_service.domain.ids import Ids
from graph_service.ingest.forgetting_queries import Needles, NodeHits, Person
from graph_service.ingest.interaction_rows import Row
from graph_service.ingest.name_words import folded, sequences_of, single_words, words_in
from graph_service.ingest.tombstones import TombstoneRow, Tombstones, key_of, name_row, tombstones_of, word_key

MARKS = [chr(code) for code in (*range(0x300, 0x315), 0x31B, *range(0x323, 0x329), 0x32D, 0x331, 0x337, 0x338)]
"""The combining accents of European and Vietnamese names."""
NAMED = frozenset({"name", "crm_name"})


@dataclass(frozen=True, slots=True)
class Terms:
    """What means one person in texts: sequences of words, addresses, pages; and the ids of their nodes."""

    sequences: frozenset[tuple[str, ...]]
    addresses: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    uids: tuple[str, ...] = ()

    def needles(self) -> Needles:
        """Return what to look for in the graph."""
        texts = [sorted(set(one)) for one in sorted(self.sequences)]
        texts += [[folded(one)] for one in (*self.addresses, *self.pages)] + [[uid] for uid in self.uids]
        return Needles([one for place, one in enumerate(texts) if one not in texts[:place]], MARKS)

    def in_text(self, text: str, tombstones: Tombstones) -> bool:
        """Tell whether a text names the person: by name, address, page or id."""
        plain = folded(text)
        if any(one in plain for one in (*self.uids, *map(folded, (*self.addresses, *self.pages)))):
            return True
        words = {one.folded for one in words_in(text)}
        return any(words.issuperset(one) for one in self.sequences) and tombstones.names(text)

    def without(self, sequences: Iterable[tuple[str, ...]]) -> "Terms":
        """Return the terms but for names that others have too."""
        return Terms(self.sequences - set(sequences), self.addresses, self.pages, self.uids)


def terms_of(person: Person) -> Terms:
    """Return the terms of a person."""
    pages = tuple(value for _, kind, value, _ in person.identities if kind == "linkedin" and value)
    uids = (*person.nodes, *person.aliases, *(uid for uid, *_ in person.identities))
    return Terms(frozenset(sequences_of(person.names, person.addresses)), tuple(person.addresses), pages, uids)


def terms_of_text(text: str) -> Terms:
    """Return the terms of what somebody typed: an address or a name."""
    plain = text.strip()
    if "@" in plain:
        return Terms(frozenset(sequences_of((), (plain.lower(),))), (plain.lower(),))
    return Terms(frozenset(sequences_of((plain,), ())))


def shared_names(terms: Terms, hits: Iterable[NodeHits], own: set[str]) -> tuple[set[tuple[str, ...]], set[str]]:
    """Return the names that somebody else has too, and the nodes that say so."""
    shared: set[tuple[str, ...]] = set()
    people: set[str] = set()
    for found in hits:
        if found.key not in NAMED or not {"Contact", "Stakeholder", "User", "Identity"} & set(found.labels):
            continue
        for hit in found.hits:
            words = sorted(one.folded for text in hit["texts"] for one in words_in(text) if len(one.folded) > 1)
            same = {one for one in terms.sequences if sorted(word for word in one if len(word) > 1) == words}
            if same and hit["uid"] not in own:
                shared |= same
                people.add(hit["uid"])
    return shared, people


def stones_of(person: Person, terms: Terms, ids: Ids) -> list[Row]:
    """Return the tombstones of a person: their ids, identities, names, and the words that mean them beside others."""
    uids = [key_of(ids, uid) for uid in (person.uid, *person.aliases, *(uid for uid, *_ in person.identities))]
    uids += [key_of(ids, ids.uid("identity", "email", address)) for address in person.addresses]
    uids += words_beside(person, [uid for uid, *_ in person.identities], ids)
    return plain_rows(uids) + [name_row(ids, one) for one in sorted(terms.sequences)]


def words_beside(person: Person, identities: Iterable[str], ids: Ids) -> list[str]:
    """Return the keys of the single words of a person's name beside some identities."""
    words = sorted(single_words(person.names, person.addresses))
    return [word_key(ids, uid, word) for uid in identities for word in words]


def plain_rows(uids: Iterable[str]) -> list[Row]:
    """Return rows of tombstones that are no names, sorted."""
    return [{"uid": uid, "size": None, "sign": None} for uid in sorted(set(uids))]


def with_rows(known: Sequence[TombstoneRow], rows: Iterable[Row], ids: Ids) -> Tombstones:
    """Return the tombstones there are, and those of `rows`."""
    fresh = [
        TombstoneRow(str(row["uid"]), row["size"] or 0, -1 if row["sign"] is None else row["sign"]) for row in rows
    ]
    return tombstones_of(ids, [*known, *fresh])
