"""What a person took part in, as it is stored → what of it is theirs, and what an empty slot leaves. Pure."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from graph_service.domain.ids import Ids
from graph_service.ingest.empty_slots import (
    NO_SLOT,
    SINGLE_TEXTS,
    TEXT_LISTS,
    Row,
    Slot,
    clean_evidence,
    clean_properties,
    clean_text,
    their_labels,
    words_of_others,
)
from graph_service.ingest.forgetting_queries import Person
from graph_service.ingest.forgetting_terms import plain_rows, words_beside
from graph_service.ingest.speakers import Candidate
from graph_service.ingest.tombstones import Tombstones, begun_key, key_of, subject_key
from graph_service.reading.threads import is_common_subject, is_reply_subject, normalise_subject

SPEAKER, ABSENT = "speaker", "absent"
LISTS = ("speaker_labels", "speaker_uids", "speaker_person_uids", "unknown_speakers", "outside")
KEPT = frozenset((*SINGLE_TEXTS, *TEXT_LISTS, *LISTS, "subject", "attachments", "empty_slots", "kept_accounts"))
"""The properties of an interaction that may change."""


@dataclass(slots=True)
class Cleaning:
    """What becomes of interactions: nodes to rewrite, sentences and words to remove, threads whose subject goes."""

    rows: list[Row] = field(default_factory=list)
    evidence: set[str] = field(default_factory=set)
    contents: set[str] = field(default_factory=set)
    written: set[str] = field(default_factory=set)


def slots_of(stored: Iterable[Row], person: Person, tombstones: Tombstones) -> dict[str, Slot]:
    """Return interaction → the person's slot in it; those that only name them have an empty one."""
    return {row["uid"]: _slot(row, person, tombstones) for row in stored}


def _slot(row: Row, person: Person, tombstones: Tombstones) -> Slot:
    nodes, places = set(person.nodes), dict(person.places)
    own = [one for one in row["people"] if one[0] in nodes]
    others = [one for one in row["people"] if one[0] not in nodes]
    labels = _labels(row, own, others, nodes, tombstones)
    if not own and not labels:
        return NO_SLOT
    uids = dict(zip(row.get("speaker_labels") or (), row.get("speaker_uids") or (), strict=False))
    accounts = {places[one[0]] for one in own if one[0] in places and one[2] != SPEAKER}
    here = [one for one in own if one[2] != SPEAKER]
    return Slot(
        identities=tuple(sorted({one[1] for one in own} | {uids[label] for label in labels})),
        roles=frozenset(one[2] for one in own),
        spare=words_of_others((one[3], one[4]) for one in others),
        labels=labels,
        accounts=(*sorted(accounts), *(row.get("kept_accounts") or ())),
        count=(row.get("empty_slots") or 0) + max(len({one[1] for one in here}), 1),
    )


def _labels(
    row: Row, own: Sequence[Sequence[str]], others: Sequence[Sequence[str]], nodes: set[str], tombstones: Tombstones
) -> frozenset[str]:
    labels, uids = row.get("speaker_labels") or (), row.get("speaker_uids") or ()
    told = {label for label, uid in zip(labels, row.get("speaker_person_uids") or (), strict=False) if uid in nodes}
    return frozenset(told) | their_labels(labels, uids, _candidates(own), _candidates(others), tombstones)


def _candidates(people: Iterable[Sequence[str]]) -> list[Candidate]:
    return [
        Candidate(one[1] or one[0], "contact", one[3], one[4], in_call=one[2] != ABSENT)
        for one in people
        if one[2] != SPEAKER
    ]


def stones_of_slots(stored: Iterable[Row], slots: Mapping[str, Slot], person: Person, ids: Ids) -> list[Row]:
    """Return the tombstones that what they took part in asks for: of labels, and of threads that they began."""
    uids: set[str] = set()
    for row in stored:
        slot = slots[row["uid"]]
        labels = dict(zip(row.get("speaker_labels") or (), row.get("speaker_uids") or (), strict=False))
        spoken = [labels[label] for label in slot.labels]
        uids |= {*(key_of(ids, uid) for uid in spoken), *words_beside(person, spoken, ids)}
        if _began(row, slot):
            thread = str(row.get("thread_group") or row.get("thread_id") or "")
            uids.add(begun_key(ids, thread) if _is_common(row) else subject_key(ids, thread))
    return plain_rows(uids)


def _began(row: Row, slot: Slot) -> bool:
    return slot.is_host and bool(row["began"]) and row.get("channel") != "chat"


def _is_common(row: Row) -> bool:
    """Tell whether others wrote under the same subject without forwarding or answering theirs."""
    if not row.get("thread_group"):
        return False
    subject = normalise_subject(row.get("subject") or "")
    return is_common_subject(subject) or any(one and not is_reply_subject(one) for one in row["rivals"])


def begun_threads(stored: Iterable[Row], slots: Mapping[str, Slot]) -> tuple[list[str], list[str]]:
    """Return the threads, and the groups of mails, whose subject is theirs alone."""
    begun = [row for row in stored if _began(row, slots[row["uid"]]) and not _is_common(row)]
    threads = {str(row["thread_id"]) for row in begun if row.get("thread_id") and not row.get("thread_group")}
    return sorted(threads), sorted({str(row["thread_group"]) for row in begun if row.get("thread_group")})


def clean(stored: Iterable[Row], slots: Mapping[str, Slot], tombstones: Tombstones) -> Cleaning:
    """Return what becomes of interactions."""
    out = Cleaning()
    for row in stored:
        slot = slots[row["uid"]]
        before = {
            key: value for key, value in row.items() if key in KEPT or key in {"thread_id", "thread_group", "channel"}
        }
        after = clean_properties(before, slot, tombstones)
        changed = {key: value for key, value in after.items() if key in KEPT and value != before.get(key)}
        if changed:
            out.rows.append({"label": "Interaction", "uid": row["uid"], "properties": changed})
        if slot.is_writer:
            out.written.add(row["uid"])
        _clean_words(row, slot, tombstones, out)
        _clean_sayings(row, slot, tombstones, out)
    return out


def _clean_words(row: Row, slot: Slot, tombstones: Tombstones, out: Cleaning) -> None:
    for uid, text in row["words"]:
        after = clean_text(text, slot, row.get("speaker_labels") or (), tombstones)
        if not after:
            out.contents.add(uid)
        elif after != text:
            digest = hashlib.sha256(after.encode("utf-8", "surrogatepass")).hexdigest()
            out.rows.append({"label": "Content", "uid": uid, "properties": {"text": after, "sha256": digest}})


def _clean_sayings(row: Row, slot: Slot, tombstones: Tombstones, out: Cleaning) -> None:
    for before in row["sayings"]:
        after = clean_evidence(before, slot, tombstones)
        if after is None:
            out.evidence.add(before["uid"])
        elif changed := {key: after.get(key) for key in before if after.get(key) != before[key]}:
            out.rows.append({"label": "Evidence", "uid": before["uid"], "properties": changed})
