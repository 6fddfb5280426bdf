"""Empty slots: what of an interaction stays once somebody in it was forgotten, and what records are let through."""

from datetime import UTC, datetime
from typing import Any

import pytest

from graph_service.domain.workspace import Workspace
from graph_service.ingest.admission import admitted, nameless
from graph_service.ingest.connector import AccountRecord, ContactRecord, OpportunityRecord, Rejected
from graph_service.ingest.empty_slots import Slot, clean_evidence, clean_properties, clean_text, their_labels
from graph_service.ingest.feed_records import NoteRecord, ProfileRecord, UsageRecord
from graph_service.ingest.places import Place
from graph_service.ingest.speakers import Candidate
from graph_service.ingest.tombstones import (
    TombstoneRow,
    Tombstones,
    begun_key,
    key_of,
    name_row,
    subject_key,
    tombstones_of,
    word_key,
)

HERE = Workspace("w", "Test", ("ours.example",), "UTC", "GB", "salt")
IDS = HERE.ids
AT = datetime(2026, 1, 5, tzinfo=UTC)
ADDRESS, NAME = "ida.north@north.example", ("ida", "north")
IDENTITY = IDS.uid("identity", "email", ADDRESS)
PLACE = Place("contacts.csv", "row 3")


def stones(*uids: str) -> Tombstones:
    """Ida North was forgotten: her address, her name, and her words beside her address."""
    own = [key_of(IDS, IDENTITY), word_key(IDS, IDENTITY, "ida"), word_key(IDS, IDENTITY, "north"), *uids]
    rows = [name_row(IDS, one) for one in (NAME, NAME[::-1])]
    names = [TombstoneRow(str(row["uid"]), int(str(row["size"])), int(str(row["sign"]))) for row in rows]
    return tombstones_of(IDS, [*(TombstoneRow(uid, 0, -1) for uid in own), *names])


THERE = Slot((IDENTITY,), frozenset({"to"}), frozenset({"jon", "reed"}), accounts=("a1",), count=1)
WROTE = Slot((IDENTITY,), frozenset({"from"}), count=1)


def test_what_they_wrote_keeps_its_place_and_no_word() -> None:
    row = {
        "subject": "My plan",
        "attachments": ["plan.pdf"],
        "message_id": "<1.ida@x>",
        "outside": [IDENTITY, "x.example"],
    }
    assert clean_properties(row, WROTE, stones()) == {
        "subject": "", "attachments": [], "message_id": "<1.ida@x>", "outside": ["x.example"], "empty_slots": 1,
        "kept_accounts": [],
    }  # fmt: skip
    assert clean_text("Hello, Ida here.", WROTE, (), stones()) == ""


def test_what_they_answered_to_an_invitation_is_gone_whoever_took_part() -> None:
    answer = {
        "answer_by": IDENTITY, "answer_series": "s", "answer_day": "", "answer": "declined", "answer_at": None,
        "is_unsettled": True,
    }  # fmt: skip
    assert clean_properties({"message_id": "<1@x>"} | answer, Slot(), stones()) == {"message_id": "<1@x>"}
    kept = answer | {"answer_by": "somebody"}
    assert clean_properties(kept, Slot(), stones()) == kept


def test_what_others_wrote_stays_with_the_name_hidden() -> None:
    row = {"subject": "Plan for Ida", "attachments": ["Ida North.pdf"]}
    found = clean_properties(row, THERE, stones())
    assert (found["subject"], found["attachments"]) == ("Plan for •••", ["••• •••••.pdf"])
    assert (found["empty_slots"], found["kept_accounts"]) == (1, ["a1"])
    assert clean_text("Dear Ida, Jon Reed agrees.", THERE, (), stones()) == "Dear •••, Jon Reed agrees."


@pytest.mark.parametrize(
    ("slot", "key", "subject"),
    [
        (THERE, begun_key(IDS, "g1"), ""),
        (Slot(), begun_key(IDS, "g1"), "Secret plan"),
        (Slot(), subject_key(IDS, "g1"), ""),
    ],
)
def test_the_subject_of_a_thread_they_began_is_theirs(slot: Slot, key: str, subject: str) -> None:
    """Where others used the same words too, only in what they took part in."""
    row = {"subject": "Secret plan", "thread_group": "g1", "thread_id": "t1"}
    assert clean_properties(row, slot, stones(key))["subject"] == subject


def test_their_turns_in_a_call_are_hidden_and_lengths_stay() -> None:
    labels = ("Ana", "Ida", "Speaker 2")
    text = "Ana: Hello Ida.\nIda: I like it.\nmuch\nSpeaker 2: No."
    slot = Slot((IDENTITY,), frozenset({"attendee"}), labels=frozenset({"Ida"}), count=1)
    found = clean_text(text, slot, labels, stones())
    assert found == "Ana: Hello •••.\n•••••••••••••••\n••••\nSpeaker 2: No."
    row = {"speaker_labels": list(labels), "speaker_uids": ["l1", "l2", "l3"], "unknown_speakers": ["Ida", "Speaker 2"]}
    kept = clean_properties(row, slot, stones())
    assert (kept["speaker_labels"], kept["speaker_uids"]) == (["Ana", "Speaker 2"], ["l1", "l3"])
    assert kept["unknown_speakers"] == ["Speaker 2"]


def test_labels_are_theirs_by_tombstone_by_name_and_by_who_was_there() -> None:
    here = [Candidate(IDENTITY, "contact", "Ida North", ADDRESS)]
    others = [Candidate("u1", "user", "Ana Ours", "ana@ours.example")]
    spoke = stones(key_of(IDS, "l9"))
    assert their_labels(["Room 4", "Ana"], ["l9", "l2"], [], [], spoke) == {"Room 4"}
    assert their_labels(["North, Ida", "Ana"], ["l1", "l2"], [], [], stones()) == {"North, Ida"}
    assert their_labels(["Ida", "Ana"], ["l1", "l2"], here, others, stones()) == {"Ida"}
    assert their_labels(["Speaker 1", "Ana"], ["l1", "l2"], here, others, stones()) == {"Speaker 1"}


@pytest.mark.parametrize(
    ("properties", "kept"),
    [
        ({"identity_uid": IDENTITY, "quote": "x"}, None),
        ({"about_identity_uid": IDENTITY, "quote": "x"}, None),
        ({"kind": "mention", "value": "Ida North"}, None),
        ({"kind": "departure_said", "person": "Ida North", "quote": "Ida North left"}, None),
        (
            {"kind": "auto_reply", "person": "Ida North", "address": ADDRESS, "quote": "Ask Ida North"},
            {"kind": "auto_reply", "quote": "Ask ••• •••••"},
        ),
        ({"kind": "ask", "quote": "Send it to Ida North?"}, {"kind": "ask", "quote": "Send it to ••• •••••?"}),
    ],
)
def test_sentences_by_or_about_them_go_and_others_lose_the_name(
    properties: dict[str, Any], kept: dict[str, Any] | None
) -> None:
    assert clean_evidence(properties, Slot(), stones()) == kept


def test_records_of_a_forgotten_person_are_not_let_through_and_their_use_is_nobodys() -> None:
    crm = stones(key_of(IDS, IDS.uid("identity", "crm", "fake:C1")))
    contact = ContactRecord(PLACE, "fake", "C1", "I. N.", AT)
    assert admitted(contact, HERE, crm) is None
    assert admitted(NoteRecord(PLACE, "fake", "T1", AT, "text", "A1", "C1"), HERE, crm) is None
    use = UsageRecord(PLACE, "k", ADDRESS.upper(), "maps", (1,), (2,))
    assert admitted(use, HERE, crm) == UsageRecord(PLACE, "k", "", "maps", (1,), (2,))
    assert admitted(use, HERE, crm, frozenset({IDENTITY})) == use, "a forgetting that was cut off folds it later"


def test_records_of_others_lose_the_name_and_a_firm_keeps_its_own() -> None:
    note = admitted(NoteRecord(PLACE, "fake", "T2", AT, "Ida North decides", "A1", subject="Ida North"), HERE, stones())
    assert isinstance(note, NoteRecord)
    assert (note.text, note.subject) == ("••• ••••• decides", "••• •••••")
    deal = admitted(OpportunityRecord(PLACE, "fake", "O1", "A1", "Ida North deal", AT), HERE, stones())
    assert isinstance(deal, OpportunityRecord)
    assert deal.name == "••• ••••• deal"
    profile = admitted(ProfileRecord(PLACE, "p/jon", "Jon Reed", AT, "North", "Aide to Ida North"), HERE, stones())
    assert isinstance(profile, ProfileRecord)
    assert (profile.name, profile.title) == ("Jon Reed", "Aide to ••• •••••")
    firm = AccountRecord(PLACE, "fake", "A1", "Ida North Ltd", AT)
    assert admitted(firm, HERE, stones()) == firm


def test_what_is_set_aside_keeps_no_word_of_a_record_that_names_them() -> None:
    broken = Rejected(PLACE, f"{ADDRESS} is no address", "correct it", f"C1,Ida North,{ADDRESS},secret")
    found = nameless(broken, stones())
    assert (found.raw, found.reason) == ("", "••••••••••••••••••••••• is no address")
    other = Rejected(PLACE, "no id", "correct it", "C2,Jon Reed")
    assert nameless(other, stones()) == other
