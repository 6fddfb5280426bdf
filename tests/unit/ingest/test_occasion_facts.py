"""What a meeting, a call, a ticket and a chat message are once they are read (P1, P4, P5)."""

from datetime import UTC, datetime, timedelta

import pytest

from graph_service.domain.workspace import Workspace
from graph_service.ingest.call_facts import read_call, speaker_identity, stretches_of
from graph_service.ingest.chat_facts import read_chat
from graph_service.ingest.meeting_facts import read_meeting
from graph_service.ingest.occasion import Occasion
from graph_service.ingest.places import Address, Place
from graph_service.ingest.source_records import (
    Attendee,
    CallRecord,
    ChatRecord,
    Comment,
    Cue,
    MeetingRecord,
    TicketRecord,
)
from graph_service.ingest.ticket_facts import read_ticket

OURS = Workspace("w", "w", ("ours.example",), "UTC", "US", "salt")
AT = datetime(2026, 3, 2, 10, tzinfo=UTC)
HERE = Place("file", "item 1")
ANN = Address("ann@ours.example", "Ann Ours")
BO = Address("bo@north.example", "Bo North")
CY = Address("cy@north.example", "Cy North")


def meeting(**changes: object) -> MeetingRecord:
    fields: dict[str, object] = {
        "place": HERE, "uid": "m1@20260302T100000Z", "series_uid": "m1", "starts_at": AT,
        "ends_at": AT + timedelta(hours=1), "known_at": AT - timedelta(days=9), "title": "Weekly", "organizer": ANN,
        "attendees": (Attendee(ANN), Attendee(BO, response="accepted"), Attendee(CY, response="declined")),
        "last_modified": AT - timedelta(days=9),
    }  # fmt: skip
    return MeetingRecord(**(fields | changes))  # type: ignore[arg-type]


def identity(address: Address) -> str:
    return OURS.ids.uid("identity", "email", address.address)


def roles(one: Occasion) -> dict[str, str]:
    return {who.address: who.role for who in one.participants}


def test_a_meeting_has_its_organizer_and_what_everybody_answered() -> None:
    read = read_meeting(meeting(), OURS)
    assert roles(read) == {ANN.address: "organizer", BO.address: "attendee", CY.address: "attendee"}
    assert read.responses == {identity(ANN): "accepted", identity(BO): "accepted", identity(CY): "declined"}
    assert (read.direction, read.channel, read.label) == ("outbound", "meeting", "Meeting")
    assert read.outside == ["north.example"]


def test_a_room_does_not_take_part() -> None:
    room = Attendee(Address("room4@north.example"), is_resource=True)
    assert roles(read_meeting(meeting(attendees=(room,)), OURS)) == {ANN.address: "organizer"}


def test_of_two_copies_the_newer_wins_and_of_equals_the_one_that_knows_more_answers() -> None:
    older = read_meeting(meeting(), OURS)
    newer = read_meeting(meeting(last_modified=AT - timedelta(days=1)), OURS)
    unanswered = read_meeting(meeting(attendees=(Attendee(ANN), Attendee(BO), Attendee(CY))), OURS)
    assert newer.uid == older.uid == unanswered.uid
    assert newer.copy_rank < older.copy_rank < unanswered.copy_rank


@pytest.mark.parametrize("changes", [{"status": "cancelled"}, {"is_all_day": True}])
def test_what_did_not_bring_people_together_counts_as_automatic(changes: dict[str, object]) -> None:
    assert read_meeting(meeting(**changes), OURS).is_automatic
    assert not read_meeting(meeting(), OURS).is_automatic


def call(*cues: Cue) -> CallRecord:
    return CallRecord(
        HERE, "C1", AT, AT + timedelta(minutes=30), 1800, "Check-in", ANN, (ANN, BO), (CY,), "m1", tuple(cues)
    )


TALK = (
    Cue(1, "Ann Ours", "How was the week?", 1, 2),
    Cue(2, "Bo", "Good.", 3, 4),
    Cue(3, "Bo", "It would be great if you could add an export to Excel.", 4, 8),
    Cue(4, "Speaker 3", "Hello.", 9, 10),
)


def test_a_call_keeps_its_transcript_by_turns() -> None:
    read = read_call(call(*TALK), OURS)
    assert read.words.split("\n") == [
        "Ann Ours: How was the week?", "Bo: Good. It would be great if you could add an export to Excel.",
        "Speaker 3: Hello.",
    ]  # fmt: skip
    assert read.properties["speaker_labels"] == ["Ann Ours", "Bo", "Speaker 3"]


def test_what_was_said_in_a_call_has_its_cue_its_speaker_and_its_place_in_the_transcript() -> None:
    read = read_call(call(*TALK), OURS)
    asked = next(one for one in read.said if one.finding.kind == "request")
    assert asked.ref == "3"
    assert asked.identity_uid == speaker_identity(OURS, read.uid, "Bo")
    assert read.words[asked.finding.start : asked.finding.end] == asked.finding.quote


def test_whoever_did_not_join_is_absent() -> None:
    read = read_call(call(), OURS)
    assert roles(read)[CY.address] == "absent"
    assert read.responses[identity(CY)] == "declined"


def test_a_long_pause_ends_a_turn() -> None:
    cues = (Cue(1, "Bo", "One.", 0, 1), Cue(2, "Bo", "Two.", 1.5, 2), Cue(3, "Bo", "Three.", 60, 61))
    assert [one.text for one in stretches_of(cues)] == ["One. Two.", "Three."]


def ticket(*comments: Comment) -> TicketRecord:
    return TicketRecord(
        HERE, "desk", "7", "Export broken", AT, AT, AT + timedelta(days=1), "The export fails.\nCan you look?",
        requester=BO, assignee=ANN, collaborators=(CY,), comments=comments,
    )  # fmt: skip


def test_a_ticket_is_its_opening_and_one_message_a_comment_in_one_thread() -> None:
    first = Comment("1", BO, AT, "The export fails.\n Can you look?")
    reply = Comment("2", ANN, AT + timedelta(hours=1), "It works again.")
    note = Comment("3", ANN, AT + timedelta(hours=2), "Internal: flaky disk.", is_public=False)
    opened, answer = read_ticket(ticket(first, reply, note), OURS)
    assert (opened.label, opened.direction) == ("Ticket", "inbound")
    assert (answer.label, answer.direction, answer.thread_id) == ("Message", "outbound", opened.thread_id)
    assert roles(answer) == {ANN.address: "from", BO.address: "to", CY.address: "to"}
    assert opened.said[0].ref == "1", "the first comment is the ticket itself"


def test_a_comment_of_nobody_known_is_kept_as_automatic() -> None:
    bot = Comment("2", Address(""), AT, "Status changed")
    assert read_ticket(ticket(bot), OURS)[1].is_automatic


def test_our_own_channel_keeps_a_slot_and_no_words() -> None:
    inside = ChatRecord(HERE, "general", "1.0", AT, AT, ANN, "Lunch?")
    shared = ChatRecord(HERE, "north", "1.0", AT, AT, BO, "Could you check the export?", is_shared=True)
    assert (read_chat(inside, OURS).words, read_chat(inside, OURS).direction) == ("", "internal")
    assert read_chat(shared, OURS).words
    assert read_chat(shared, OURS).direction == "inbound"


def test_a_question_in_a_call_is_nobody_s_task() -> None:
    cue = Cue(1, "Bo", "Could you send me the price list by Friday?", 1, 2)
    assert not [one for one in read_call(call(cue), OURS).said if one.finding.kind == "ask"]
