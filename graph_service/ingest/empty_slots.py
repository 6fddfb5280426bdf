"""What is left of an interaction once somebody in it was forgotten: an empty slot, and nothing that names them. Pure.

The same functions clean what is stored when somebody is forgotten and what a load brings afterwards, so that reading
the same source again changes nothing.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph_service.ingest.mail_rows import ANSWER
from graph_service.ingest.name_words import single_words
from graph_service.ingest.speakers import Candidate, find_speakers
from graph_service.ingest.tombstones import Tombstones
from graph_service.reading.masking.secrets import MARK

Row = dict[str, Any]
SINGLE_TEXTS = ("source_id", "message_id", "series_id", "meeting_id")
TEXT_LISTS = ("reply_keys", "tags")
NAMING = ("person", "address", "value", "firm")
"""Properties of a sentence that may be a name and nothing else."""
ABOUT_SOMEBODY = frozenset({"mention", "departure_said", "bounce"})
"""Kinds of sentences that are gone once the person they are about is."""
QUOTED = ("quote", "topic", "ref")
WRITTEN_AS, HOSTED_AS = frozenset({"from"}), frozenset({"from", "organizer"})


@dataclass(frozen=True, slots=True)
class Slot:
    """Who of an interaction was forgotten: their identities (and those of their labels), and what they did in it.

    `spare` are words of the names of others in it, `labels` the labels of a transcript that are theirs, `accounts`
    where they were.
    """

    identities: tuple[str, ...] = ()
    roles: frozenset[str] = frozenset()
    spare: frozenset[str] = frozenset()
    labels: frozenset[str] = frozenset()
    accounts: tuple[str, ...] = ()
    count: int = 0

    @property
    def is_writer(self) -> bool:
        """Tell whether the words are theirs."""
        return bool(self.roles & WRITTEN_AS)

    @property
    def is_host(self) -> bool:
        """Tell whether the title is theirs."""
        return bool(self.roles & HOSTED_AS)


NO_SLOT = Slot()


def words_of_others(people: Iterable[tuple[str, str]]) -> frozenset[str]:
    """Return the words of the names and addresses of those who stay: (name, address) pairs."""
    listed = list(people)
    return frozenset(single_words((name for name, _ in listed), (address for _, address in listed)))


def their_labels(
    labels: Sequence[str], uids: Sequence[str], gone: Sequence[Candidate], others: Sequence[Candidate],
    tombstones: Tombstones,
) -> frozenset[str]:  # fmt: skip
    """Return the labels of a transcript that are those of somebody forgotten."""
    told = {label for label, uid in zip(labels, uids, strict=False) if tombstones.covers(uid)}
    told |= {label for label in labels if tombstones.names(label)}
    here, spare = {one.uid for one in gone}, words_of_others((one.name, one.address) for one in others)
    told |= {label for label in labels if gone and not _letters(tombstones.mask(label, here, spare))}
    found = find_speakers(labels, [*gone, *others]) if gone else {}
    return frozenset(told | {label for label, speaker in found.items() if speaker.who.uid in here})


def _letters(text: str) -> int:
    return sum(one.isalnum() for one in text)


def clean_properties(row: Mapping[str, Any], slot: Slot, tombstones: Tombstones) -> Row:
    """Return the properties of an interaction without them: texts masked, what was theirs emptied."""
    hidden = ANSWER if tombstones.covers(row.get("answer_by")) else ()
    out = {key: value for key, value in row.items() if key not in hidden}
    thread = str(row.get("thread_group") or row.get("thread_id") or "")
    is_theirs = slot.is_host and row.get("channel") != "chat"
    if is_theirs or tombstones.hides_subject(thread, is_there=bool(slot.identities)):
        out["subject"] = ""
    for key in (*SINGLE_TEXTS, "subject"):
        if out.get(key):
            out[key] = tombstones.mask(out[key], slot.identities, slot.spare)
    for key in (*TEXT_LISTS, "attachments"):
        if out.get(key):
            out[key] = [tombstones.mask(one, slot.identities, slot.spare) for one in out[key]]
    if slot.is_writer and out.get("attachments"):
        out["attachments"] = []
    if out.get("outside"):
        told = (one for one in out["outside"] if not tombstones.covers(one))
        out["outside"] = [one for one in told if not tombstones.names(one)]  # a domain may be a name
    if slot.labels:
        out |= _without_labels(out, slot.labels)
    if slot.count:
        out |= {"empty_slots": slot.count, "kept_accounts": sorted({*slot.accounts} - {""})}
    return out


def _without_labels(row: Row, labels: frozenset[str]) -> Row:
    kept = [place for place, label in enumerate(row["speaker_labels"]) if label not in labels]
    lists = ("speaker_labels", "speaker_uids", "speaker_person_uids")
    out: Row = {key: [row[key][place] for place in kept if place < len(row[key])] for key in lists if row.get(key)}
    if row.get("unknown_speakers"):
        out["unknown_speakers"] = [one for one in row["unknown_speakers"] if one not in labels]
    return out


def clean_text(text: str, slot: Slot, labels: Sequence[str], tombstones: Tombstones) -> str:
    """Return the words of an interaction without them; "" where they wrote them. `labels` are those of a call."""
    if slot.is_writer and not labels:
        return ""
    if slot.labels:
        text = _without_turns(text, slot.labels, labels)
    return tombstones.mask(text, slot.identities, slot.spare)


def _without_turns(text: str, gone: frozenset[str], labels: Sequence[str]) -> str:
    """Return a transcript in which nothing of some labels can be read; lines and lengths stay."""
    out, is_hidden = [], False
    for line in text.split("\n"):
        speaker = next((label for label in labels if line.startswith(f"{label}: ")), None)
        is_hidden = is_hidden if speaker is None else speaker in gone
        out.append(MARK * len(line) if is_hidden else line)
    return "\n".join(out)


def clean_evidence(properties: Mapping[str, Any], slot: Slot, tombstones: Tombstones) -> Row | None:
    """Return a sentence without them, or None where it is theirs or about them."""
    for key in ("identity_uid", "about_identity_uid"):
        uid = properties.get(key)
        if uid and (uid in slot.identities or tombstones.covers(uid)):
            return None
    out = dict(properties)
    for key in NAMING:
        if out.get(key) and tombstones.is_name(out[key]):
            if out.get("kind") in ABOUT_SOMEBODY and key != "firm":
                return None
            del out[key]
    for key in (*NAMING, *QUOTED):
        if out.get(key):
            out[key] = tombstones.mask(out[key], slot.identities, slot.spare)
    return out
