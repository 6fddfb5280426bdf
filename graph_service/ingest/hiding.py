"""Keeps the forgotten out of a batch of interactions before it is written. Pure: rows in, rows changed."""

import hashlib

from graph_service.ingest.empty_slots import (
    NO_SLOT,
    Slot,
    clean_evidence,
    clean_properties,
    clean_text,
    their_labels,
    words_of_others,
)
from graph_service.ingest.interaction_rows import EmptySlots, InteractionRows, Row
from graph_service.ingest.participants import Participant
from graph_service.ingest.speakers import Candidate
from graph_service.ingest.tombstones import Tombstones


def hide_forgotten(rows: InteractionRows, tombstones: Tombstones) -> None:
    """Take everything of forgotten people out of the rows of a batch; what others said stays, their names masked."""
    if not tombstones:
        return
    slots = {uid: _slot(row, rows.slots.get(uid), tombstones) for uid, row in rows.interactions.items()}
    labels = {uid: tuple(row.get("speaker_labels") or ()) for uid, row in rows.interactions.items()}
    rows.interactions = {uid: clean_properties(row, slots[uid], tombstones) for uid, row in rows.interactions.items()}
    rows.contents = [
        _content(row, text)
        for row in rows.contents
        if (text := clean_text(row["text"], *_of(row, slots, labels), tombstones))
    ]
    _hide_sayings(rows, slots, tombstones)
    rows.statements = {
        uid: row | {"state": tombstones.mask(row["state"])}
        for uid, row in rows.statements.items()
        if not tombstones.covers(row["identity_uid"])
    }


def _of(row: Row, slots: dict[str, Slot], labels: dict[str, tuple[str, ...]]) -> tuple[Slot, tuple[str, ...]]:
    uid = row["interaction_uid"]
    return slots.get(uid, NO_SLOT), labels.get(uid, ())


def _slot(row: Row, empty: EmptySlots | None, tombstones: Tombstones) -> Slot:
    labels, uids = row.get("speaker_labels") or [], row.get("speaker_uids") or []
    gone = empty.gone if empty else []
    others = empty.others if empty else []
    theirs = their_labels(
        labels, uids, [_candidate(one) for one in gone], [_candidate(one) for one in others], tombstones
    )
    if empty is None and not theirs:
        return NO_SLOT
    of_labels = [uid for label, uid in zip(labels, uids, strict=False) if label in theirs]
    return Slot(
        identities=(*(one.identity_uid for one in gone), *of_labels),
        roles=frozenset(one.role for one in gone),
        spare=words_of_others((one.name, one.address) for one in others),
        labels=theirs,
        accounts=tuple(sorted(empty.accounts)) if empty else (),
        count=max(len(gone), 1),
    )


def _candidate(one: Participant) -> Candidate:
    return Candidate(one.identity_uid, "contact", one.name, one.address, in_call=one.role != "absent")


def _content(row: Row, text: str) -> Row:
    if text == row["text"]:
        return row
    return row | {"text": text, "sha256": hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()}


def _hide_sayings(rows: InteractionRows, slots: dict[str, Slot], tombstones: Tombstones) -> None:
    kept: list[Row] = []
    for row in rows.evidence:
        slot = slots.get(row["interaction_uid"], NO_SLOT)
        properties = clean_evidence(row["properties"], slot, tombstones)
        if properties is not None:
            kept.append(row | {"properties": properties})
    left = {row["uid"] for row in kept}
    rows.evidence = kept
    for edges in (rows.evidence_by, rows.evidence_about):
        for label, listed in edges.items():
            edges[label] = [row for row in listed if row["uid"] in left]
