"""What is written of who spoke in a call: nothing when it stands as it should, all of it when anything changed (P5)."""

from dataclasses import replace

from graph_service.ingest.identity_queries import CallRow
from graph_service.ingest.speaker_settling import speaker_row

IDA = ("s-ida", "stakeholder", "Ida Berg", "iberg@north.example")
ANA = ("u-ana", "user", "Ana Ours", "aours@ours.example")
JON = ("s-jon", "stakeholder", "Jon Hill", "")
NEW = CallRow("k1", ["Ida", "Ana", "Room 4"], ["l1", "l2", "l3"], ["Ida", "Ana", "Room 4"], [], [IDA, ANA], [JON], [])
DONE = replace(NEW, unknown=["Room 4"], person_uids=["s-ida", "u-ana", ""])
GUEST = replace(NEW, labels=["Jon"], identity_uids=["l9"], unknown=[], person_uids=["s-jon"])


def test_a_new_call_gets_its_speakers_and_keeps_the_labels_of_nobody() -> None:
    row = speaker_row(NEW)
    assert row is not None
    assert (row["call_uid"], row["unknown"], row["person_uids"]) == ("k1", ["Room 4"], ["s-ida", "u-ana", ""])
    assert row["identity_uids"] == ["l1", "l2", "l3"]
    assert [(one["identity_uid"], one["person_uid"], one["rule"]) for one in row["speakers"]] == [
        ("l2", "u-ana", "first name in the call"), ("l1", "s-ida", "first name in the call"),
    ]  # fmt: skip
    assert row["touched"] == {"s-ida", "u-ana"}


def test_of_a_call_that_stands_as_it_should_nothing_is_written() -> None:
    assert speaker_row(DONE) is None
    assert speaker_row(replace(DONE, linked=[("l1", "s-ida"), ("l2", "u-ana")])) is None
    assert speaker_row(replace(GUEST, linked=[("l9", "s-jon")])) is None


def test_the_order_of_unknown_labels_is_no_news() -> None:
    call = replace(NEW, labels=["Room 4", "Room 2"], identity_uids=["l1", "l2"], person_uids=["", ""])
    assert speaker_row(replace(call, unknown=["Room 4", "Room 2"])) is None
    assert speaker_row(replace(call, unknown=["Room 2", "Room 4"])) is None


def test_somebody_of_the_same_name_takes_the_label_away_again() -> None:
    other = ("s-ida2", "stakeholder", "Ida Holm", "")
    row = speaker_row(replace(DONE, present=[IDA, ANA, other], linked=[("l1", "s-ida")]))
    assert row is not None
    assert (row["unknown"], row["person_uids"]) == (["Ida", "Room 4"], ["", "u-ana", ""])
    assert [one["person_uid"] for one in row["speakers"]] == ["u-ana"]
    assert row["touched"] == {"s-ida", "u-ana"}


def test_a_link_to_somebody_else_is_put_right() -> None:
    row = speaker_row(replace(DONE, linked=[("l1", "s-jon")]))
    assert row is not None
    assert {one["identity_uid"]: one["person_uid"] for one in row["speakers"]} == {"l1": "s-ida", "l2": "u-ana"}
    assert row["touched"] == {"s-ida", "u-ana", "s-jon"}


def test_a_speaker_who_was_not_invited_must_be_linked() -> None:
    """Their place may have been made anew since, and a link goes with the place."""
    row = speaker_row(GUEST)
    assert row is not None
    assert [one["person_uid"] for one in row["speakers"]] == ["s-jon"]


def test_who_moved_to_another_place_speaks_there() -> None:
    moved = ("s-ida-south", *IDA[1:])
    row = speaker_row(replace(DONE, present=[moved, ANA]))
    assert row is not None
    assert row["person_uids"] == ["s-ida-south", "u-ana", ""]
