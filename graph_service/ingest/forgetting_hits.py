"""Where else somebody is named, as a search found it → what to rewrite, what to remove, what may stay. Pure."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from graph_service.ingest.forgetting_queries import EdgeHits, NodeHits
from graph_service.ingest.forgetting_terms import Terms
from graph_service.ingest.interaction_rows import Row
from graph_service.ingest.tombstones import Tombstones

REWRITABLE: dict[str, frozenset[str]] = {
    "Interaction": frozenset({"subject", "source_id", "message_id", "reply_keys", "tags", "attachments"}),
    "Content": frozenset({"text"}),
    "Evidence": frozenset({"quote", "value", "topic", "person", "address", "firm", "ref"}),
    "Opportunity": frozenset({"name"}),
    "Release": frozenset({"name", "notes", "items"}),
    "Action": frozenset({"title", "suggestion", "reasons"}),
    "Decision": frozenset({"reason", "note"}),
    "SourceSpell": frozenset({"state", "title"}),
    "Identity": frozenset({"title", "company", "firms"}),
    "Stakeholder": frozenset({"title", "role_title", "new_employer"}),
    "Playbook": frozenset({"name", "text"}),
    "ShareClaim": frozenset({"reason"}),
}
"""Labels and their properties in which a name is masked in place."""
EDGES = {"WORKS_AT": "title", "SAME_AS": "matched", "MAY_MATCH": "matched", "ANSWERS": "item"}
IDS_ONLY = frozenset({("Event", "ids"), ("Decision", "uid"), ("Action", "uid"), ("Action", "key")})
"""Properties that hold ids, which are HMACs and may stay."""
MADE_ANEW = frozenset({"Topic"})
"""What is inferred again as a whole."""
FIRMS = frozenset({"Account", "Domain", "Workspace", "Principal", "User", "Team", "Contact", "Token", "Playbook"})


@dataclass(slots=True)
class Elsewhere:
    """What becomes of what a search found: nodes and edges to rewrite, spells to remove, and what stays, by place."""

    rows: list[Row] = field(default_factory=list)
    edges: list[Row] = field(default_factory=list)
    spells: set[str] = field(default_factory=set)
    kept: Counter[str] = field(default_factory=Counter)


def label_of(labels: Iterable[str]) -> str:
    """Return the label under which a node's properties are listed: the general one of two."""
    listed = list(labels)
    return next((one for one in ("Interaction", "Principal") if one in listed), listed[0] if listed else "")


def interactions_hit(hits: Iterable[NodeHits]) -> set[str]:
    """Return the nodes that are interactions, or hang on one."""
    wanted = {"Interaction", "Content", "Evidence"}
    return {hit["uid"] for found in hits if wanted & set(found.labels) for hit in found.hits}


def elsewhere(
    nodes: Iterable[NodeHits], edges: Iterable[EdgeHits], terms: Terms, tombstones: Tombstones, done: set[str]
) -> Elsewhere:
    """Return what becomes of hits; `done` are nodes that are taken care of already, or go as a whole."""
    out = Elsewhere()
    for found in nodes:
        label = label_of(found.labels)
        for hit in found.hits:
            if hit["uid"] not in done and any(terms.in_text(text, tombstones) for text in hit["texts"]):
                _node(label, found.key, hit, tombstones, out)
    for given in edges:
        for hit in given.hits:
            if not {hit["start"], hit["end"]} & done and any(terms.in_text(text, tombstones) for text in hit["texts"]):
                _edge(given, hit, tombstones, out)
    return out


def _node(label: str, key: str, hit: Row, tombstones: Tombstones, out: Elsewhere) -> None:
    if label == "Spell":
        out.spells.add(hit["uid"])
        return
    masked = [tombstones.mask(text) for text in hit["texts"]]
    if masked == hit["texts"]:
        return
    if key in REWRITABLE.get(label, ()):
        value = masked if hit["is_list"] else masked[0]
        out.rows.append({"label": label, "uid": hit["uid"], "properties": {key: value}})
    elif label not in MADE_ANEW:
        out.kept[f"{label}.{key}"] += 1


def _edge(given: EdgeHits, hit: Row, tombstones: Tombstones, out: Elsewhere) -> None:
    masked = [tombstones.mask(text) for text in hit["texts"]]
    if masked == hit["texts"]:
        return
    if EDGES.get(given.type) == given.key:
        place = {"type": given.type, "start": hit["start"], "end": hit["end"], "key": given.key}
        out.edges.append(place | {"before": hit["texts"][0], "properties": {given.key: masked[0]}})
    else:
        out.kept[f"{given.type}.{given.key}"] += 1


def found_places(
    nodes: Iterable[NodeHits], edges: Iterable[EdgeHits], terms: Terms, tombstones: Tombstones
) -> tuple[dict[str, tuple[int, int]], Counter[str]]:
    """Return place → (values looked at, values that name the person), and what names them and stays."""
    places: dict[str, list[int]] = {}
    kept: Counter[str] = Counter()
    for found in nodes:
        label = label_of(found.labels)
        named = sum(any(terms.in_text(text, tombstones) for text in hit["texts"]) for hit in found.hits)
        _count(f"{label}.{found.key}", found.searched, named, places, kept, is_kept=_stays(label, found.key))
    for given in edges:
        named = sum(any(terms.in_text(text, tombstones) for text in hit["texts"]) for hit in given.hits)
        is_kept = EDGES.get(given.type) != given.key and given.key in {"name", "source_id"}
        _count(f"{given.type}.{given.key}", given.searched, named, places, kept, is_kept=is_kept)
    return {place: (counts[0], counts[1]) for place, counts in sorted(places.items())}, kept


def _stays(label: str, key: str) -> bool:
    """Tell whether a property may name the person because it is an id, or names a firm or somebody else."""
    if (label, key) in IDS_ONLY:
        return True
    return key not in REWRITABLE.get(label, ()) and (label in FIRMS or key in {"name", "crm_name", "value", "keys"})


def _count(
    place: str, searched: int, named: int, places: dict[str, list[int]], kept: Counter[str], *, is_kept: bool
) -> None:
    counts = places.setdefault(place, [0, 0])
    counts[0] += searched
    if is_kept:
        kept[place] += named
    else:
        counts[1] += named
