"""Takes a person out of the graph: finds them everywhere, sets tombstones, erases in one transaction, looks again.

Tombstones come first, so that nothing that is read meanwhile brings the person back. All that follows is one
transaction; killed anywhere, the same call ends in the same graph. Owns the order; what goes is decided by pure
modules beside this one.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from graph_service.domain.ids import Ids
from graph_service.domain.workspace import Workspace
from graph_service.graph.events import announce
from graph_service.graph.query import NoParams, RowsParams, Statement, Uids
from graph_service.graph.system import SystemGateway
from graph_service.ingest import forgetting_queries as q
from graph_service.ingest.empty_slots import Slot
from graph_service.ingest.feed_queries import LOOKUP_USAGE
from graph_service.ingest.forgetting_hits import Elsewhere, elsewhere, found_places, interactions_hit
from graph_service.ingest.forgetting_queries import EdgeHits, NodeHits, Person
from graph_service.ingest.forgetting_slots import Cleaning, begun_threads, clean, slots_of, stones_of_slots
from graph_service.ingest.forgetting_terms import Terms, shared_names, stones_of, terms_of, with_rows
from graph_service.ingest.interaction_rows import Row
from graph_service.ingest.tombstones import READ_TOMBSTONES, WRITE_TOMBSTONES, Tombstones

EVENT = "people.forgotten"
AT_ONCE = 1000


@dataclass(slots=True)
class Erasure:
    """Everything that is to happen when somebody is forgotten."""

    person: Person
    terms: Terms
    tombstones: Tombstones
    stones: list[Row]
    cleaning: Cleaning
    elsewhere: Elsewhere
    threads: tuple[list[str], list[str]]
    usage: list[Row]
    touched: set[str]
    sources: Counter[str]
    namesakes: set[str] = field(default_factory=set)

    @property
    def evidence(self) -> list[str]:
        """Return the sentences that go."""
        return sorted(self.cleaning.evidence | {uid for uid, _ in self.person.sayings})

    @property
    def rewritten(self) -> list[Row]:
        """Return the nodes that are rewritten and do not go."""
        gone = {*self.evidence, *self.cleaning.contents}
        return [row for row in (*self.cleaning.rows, *self.elsewhere.rows) if row["uid"] not in gone]


@dataclass(frozen=True, slots=True)
class Proof:
    """Where was looked: place → (values, values that name the person), and what names them and stays."""

    places: Mapping[str, tuple[int, int]]
    kept: Mapping[str, int]


async def plan_erasure(system: SystemGateway, workspace: Workspace, contact_uid: str) -> Erasure | None:
    """Return what is to happen so that a person is forgotten; None where there is nobody. Reads only."""
    found = await system.read(q.READ_PERSON, q.ContactUid(contact_uid))
    if not found:
        return None
    person, ids = found[0].person, workspace.ids
    known = await system.read(READ_TOMBSTONES, NoParams())
    terms = terms_of(person)
    nodes, edges = await search(system, terms)
    own = {*person.nodes, *(uid for uid, *_ in person.identities)}
    shared, namesakes = shared_names(terms, nodes, own)
    terms = terms.without(shared)
    stones = stones_of(person, terms, ids)
    stored = await _stored(system, {*person.nodes, *(uid for uid, _ in person.sayings), *interactions_hit(nodes)})
    slots = slots_of(stored, person, with_rows(known, stones, ids))
    stones += stones_of_slots(stored, slots, person, ids)
    tombstones = with_rows(known, stones, ids)
    cleaning = clean(stored, slots, tombstones)
    done = {row["uid"] for row in stored} | {uid for row in stored for uid in _parts(row)} | own
    found_elsewhere = elsewhere(nodes, edges, terms, tombstones, done)
    touched = _touched(person, stored, slots) | await _owners(system, found_elsewhere.spells)
    return Erasure(
        person, terms, tombstones, stones, cleaning, found_elsewhere, begun_threads(stored, slots),
        await _usage(system, person, ids, tombstones), touched,
        _sources(person, stored, slots), await _owners(system, namesakes),
    )  # fmt: skip


async def bury(system: SystemGateway, erasure: Erasure) -> None:
    """Set the tombstones, so that nothing brings the person back from here on."""
    for start in range(0, len(erasure.stones), AT_ONCE):
        await system.write(WRITE_TOMBSTONES, RowsParams(erasure.stones[start : start + AT_ONCE]))


async def erase(system: SystemGateway, workspace: Workspace, erasure: Erasure, by_uid: str, now: datetime) -> None:
    """Take the person out, in one transaction with the event that makes facts be inferred again."""
    await system.write_all(_statements(system, workspace, erasure, by_uid, now))


async def search(system: SystemGateway, terms: Terms) -> tuple[list[NodeHits], list[EdgeHits]]:
    """Return every property of every node and relationship, with the values that may name the person."""
    needles = terms.needles()
    return await system.read(q.SEARCH_NODES, needles), await system.read(q.SEARCH_EDGES, needles)


async def prove(system: SystemGateway, terms: Terms, tombstones: Tombstones) -> Proof:
    """Look through the whole graph again and return what was found."""
    places, kept = found_places(*await search(system, terms), terms, tombstones)
    return Proof(places, {place: count for place, count in kept.items() if count})


def forgetting_uid(ids: Ids, contact_uid: str) -> str:
    """Return the uid of the decision that a contact be forgotten."""
    return ids.uid("forgetting", contact_uid)


def _statements(
    system: SystemGateway, workspace: Workspace, erasure: Erasure, by_uid: str, now: datetime
) -> list[Statement]:
    person, evidence, bind = erasure.person, erasure.evidence, system.statement
    nodes, identities = sorted(person.nodes), sorted(uid for uid, *_ in person.identities)
    written = sorted(erasure.cleaning.written)
    record = q.ForgettingRecord(forgetting_uid(workspace.ids, person.uid), by_uid, now)
    return [
        bind(WRITE_TOMBSTONES, RowsParams(erasure.stones)),
        bind(q.EMPTY_DECISIONS, q.DecidedOn(nodes, identities, evidence)),
        bind(q.EMPTY_ACTIONS, q.RestingOn(nodes, evidence, written, now)),
        bind(q.FOLD_USAGE, RowsParams(erasure.usage)),
        bind(q.REWRITE_NODES, RowsParams(erasure.rewritten)),
        bind(q.REWRITE_EDGES, RowsParams(erasure.elsewhere.edges)),
        bind(q.DROP_SUBJECTS, q.Threads(*erasure.threads)),
        bind(q.DROP_TEXTS, q.Texts(evidence, sorted(erasure.cleaning.contents))),
        bind(q.DROP_SPELLS, Uids(sorted(erasure.elsewhere.spells))),
        bind(q.DROP_PERSON, q.ContactUid(person.uid)),
        bind(q.DROP_LONELY_ACCOUNTS, Uids(sorted({account for _, account in person.places}))),
        bind(q.RECORD_FORGETTING, record),
        announce(system, EVENT, erasure.touched),
    ]


async def _stored(system: SystemGateway, uids: set[str]) -> list[Row]:
    """Return the interactions of people, sentences and words, each once."""
    found: dict[str, Row] = {}
    ordered = sorted(uids)
    for start in range(0, len(ordered), AT_ONCE):
        rows = await system.read(q.READ_SLOTS, Uids(ordered[start : start + AT_ONCE]))
        found |= {str(row.slot["uid"]): row.slot for row in rows}
    return [found[uid] for uid in sorted(found)]


async def _owners(system: SystemGateway, uids: set[str]) -> set[str]:
    """Return whose spells, identities or places these are."""
    return {row.uid for row in await system.read(q.OWNERS_OF, Uids(sorted(uids)))}


def _parts(row: Row) -> list[str]:
    """Return what hangs on an interaction and was cleaned with it."""
    return [*(uid for uid, _ in row["words"]), *(one["uid"] for one in row["sayings"])]


def _touched(person: Person, stored: Sequence[Row], slots: Mapping[str, Slot]) -> set[str]:
    """Return the accounts and people of whom something else may be inferred now."""
    accounts = {account for row in stored if slots[row["uid"]].count for account in row["accounts"]}
    used = {account for one in person.series for account in one.accounts}
    return {*accounts, *used, *person.employers, *person.touched, *(account for _, account in person.places)}


def _sources(person: Person, stored: Sequence[Row], slots: Mapping[str, Slot]) -> Counter[str]:
    """Return source → how many of its records hold something of the person."""
    found = Counter(str(row.get("source") or "") for row in stored if slots[row["uid"]].count)
    found.update(kind for _, kind, _, _ in person.identities if kind in {"crm", "linkedin", "chat"})
    found.update(f"{kind} in the CRM" for _, kind in person.sayings if kind == "crm_note")
    found.update("usage" for _ in person.usage)
    return found


async def _usage(system: SystemGateway, person: Person, ids: Ids, tombstones: Tombstones) -> list[Row]:
    """Return nobody's series as they will be, with what the person used added."""
    groups: dict[str, list[q.UsedSeries]] = {}
    for one in person.series:
        groups.setdefault(ids.uid("usage", one.account_key, "", one.feature), []).append(one)
    stored = {row.uid: row for row in await system.read(LOOKUP_USAGE, Uids(sorted(groups)))}
    rows = []
    for uid, gone in sorted(groups.items()):
        counts: Counter[int] = Counter()
        if uid in stored:
            counts.update(dict(zip(stored[uid].days, stored[uid].counts, strict=True)))
        for one in gone:
            counts.update(dict(zip(one.days, one.counts, strict=True)))
        known = sorted(one.domain for one in gone if one.domain and not tombstones.names(one.domain))
        domain = {"domain": known[0]} if known else {}
        lists = {"days": sorted(counts), "counts": [counts[day] for day in sorted(counts)]}
        properties = {"account_key": gone[0].account_key, "feature": gone[0].feature, **domain, **lists}
        accounts = sorted({account for one in gone for account in one.accounts})
        rows.append({"uid": uid, "properties": properties, "accounts": accounts, "gone": [one.uid for one in gone]})
    return rows
