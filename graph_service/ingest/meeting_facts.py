"""One meeting of a calendar → the occasion it was. Pure: no graph, no clock."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from graph_service.domain.workspace import Workspace
from graph_service.ingest.occasion import Occasion, content_rank
from graph_service.ingest.participants import direction_of, participants_of
from graph_service.ingest.source_records import MeetingRecord

MAX_SUBJECT = 500
MOST_CHANGES = 900
UNDATED = datetime(1970, 1, 1, tzinfo=UTC)
"""When a name in an invitation counts as given: the same for all copies, of which only the newest is kept."""
FULL_DAY = timedelta(hours=20)
BY_CALENDAR = "0"
"""Sorts before every mail."""


def read_meeting(record: MeetingRecord, workspace: Workspace) -> Occasion:
    """Return the occasion of one meeting; all copies with one organizer have one uid, and the newest copy wins.

    Copies with another organizer are an occasion of their own, so that none can change what another tells; which of
    them is the meeting is settled when all are there (`meeting_settling`).
    An all-day entry is a note in somebody's calendar, so it keeps its slot and counts as automatic.
    """
    people = [one for one in record.attendees if not one.is_resource]
    organizer = (record.organizer,) if record.organizer else ()
    participants = participants_of(
        ((organizer, "organizer"), ((one.who for one in people), "attendee")), UNDATED, workspace
    )
    answers = {one.who.address: one.response for one in people}
    starter = next((one for one in participants if one.role == "organizer"), None)
    is_note = record.is_all_day or record.ends_at - record.starts_at >= FULL_DAY
    return Occasion(
        uid=workspace.ids.uid("meeting", record.uid, record.organizer.address if record.organizer else ""),
        label="Meeting",
        channel="meeting",
        at=record.starts_at,
        ended_at=record.ends_at,
        known_at=record.known_at,
        direction=direction_of(starter, participants),
        subject=record.title[:MAX_SUBJECT],
        thread_id=workspace.ids.uid("series", record.series_uid),
        source="calendar",
        source_id=record.uid,
        participants=participants,
        is_automatic=is_note or record.status == "cancelled",
        responses={one.identity_uid: _answer(one.role, answers.get(one.address, "")) for one in participants},
        properties={
            "series_id": record.series_uid,
            "status": record.status,
            "is_note": is_note,
            "changed_at": record.last_modified or record.known_at,
            "is_unsettled": True,
        },
        copy_rank=_rank(record, answers),
        vouched=f"1{record.mailed_at.isoformat()}" if record.mailed_at else BY_CALENDAR,
    )


def _answer(role: str, response: str) -> str:
    """Return the stored answer; whoever organizes has accepted unless their own entry says otherwise."""
    if role == "organizer" and response in {"", "needs_action"}:
        return "accepted"
    return response or "needs_action"


def _rank(record: MeetingRecord, answers: Mapping[str, str]) -> str:
    """The copy after the organizer's last change first, then the newest; of equals the one that knows most answers."""
    open_answers = sum(1 for response in answers.values() if response == "needs_action")
    answered = "\x1f".join(f"{address}={response}" for address, response in sorted(answers.items()))
    changed = record.last_modified or record.known_at
    rank = content_rank(changed, record.title, record.status, record.starts_at.isoformat(), answered)
    earlier = MOST_CHANGES - min(record.sequence, MOST_CHANGES)
    return f"{earlier:04d}{rank[:15]}{open_answers:04d}{rank[15:]}"
