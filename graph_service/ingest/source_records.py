"""What calendars, calls, tickets and chats are read into: one frozen record per meeting, call, ticket and message.

Owns the fields and what they mean; reads no file. All moments are in UTC. `known_at` is the first moment at which
the record could be known, so that a question about the past sees nothing that was still to come.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from graph_service.ingest.places import Address, Place

Response = Literal["accepted", "declined", "tentative", "needs_action", "delegated"]
MeetingRole = Literal["chair", "required", "optional", "informed"]
MeetingStatus = Literal["confirmed", "tentative", "cancelled"]
NOBODY = Address("")
"""Stands where a source names nobody."""


@dataclass(frozen=True, slots=True)
class Attendee:
    """One invited person or room: who, in which role, and what was answered.

    `is_resource` is true for rooms, equipment and groups, which are nobody. A calendar knows answers, not presence:
    who accepted and stayed away looks like who came.
    """

    who: Address
    role: MeetingRole = "required"
    response: Response = "needs_action"
    is_resource: bool = False


@dataclass(frozen=True, slots=True)
class MeetingRecord:
    """One meeting on one day, as one calendar has it; a series gives one record an instance.

    `uid` is stable: the calendar's UID, and for an instance of a series "UID@start", where the start is the planned
    one ("20240506T080000Z", or "20240506" for whole days), also after the instance was moved. `series_uid` is the
    calendar's UID alone, the same in the calendars of all attendees.

    `starts_at` and `ends_at` (exclusive) are moments; for whole days (`is_all_day`) they are midnight UTC of the
    days as written, in no zone. `owner` is whose calendar this is, with an empty address when the file does not
    tell. `organizer` and `attendees` are as the calendar has them: the organizer may or may not be an attendee.

    `known_at` is the earlier of the last change of the entry (LAST-MODIFIED, else CREATED, else DTSTAMP) and the
    start; a cancellation is known at the change. `last_modified` is that change, or None when the file has none.
    `method` is what the file was made for, lower-cased: "publish", "cancel" and the like, of a mail only "request" and
    "cancel"; empty when it does not tell. `sequence` counts how often its organizer changed it. `mailed_at` is when the
    mail that brought the copy was sent; None says that a calendar holds it.
    """

    place: Place
    uid: str
    series_uid: str
    starts_at: datetime
    ends_at: datetime
    known_at: datetime
    title: str
    is_all_day: bool = False
    text: str = ""
    organizer: Address | None = None
    attendees: tuple[Attendee, ...] = ()
    status: MeetingStatus = "confirmed"
    location: str = ""
    owner: Address = NOBODY
    is_recurring: bool = False
    is_private: bool = False
    last_modified: datetime | None = None
    method: str = ""
    sequence: int = 0
    mailed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class MeetingAnswer:
    """What one invited person answered by mail, for one meeting, one instance of a series or a series (`uid`).

    `uid` and `series_uid` are those of `MeetingRecord`; equal ones mean a single meeting or a whole series. Of the
    answers of one person the one with the newest `at` holds.
    """

    uid: str
    series_uid: str
    who: Address
    response: Response
    at: datetime


@dataclass(frozen=True, slots=True)
class Cue:
    """One stretch of speech: `number` counts from 1 in the transcript, `start` and `end` are seconds from its start.

    `speaker` is the label as the recorder wrote it: a name, a first name, a device, a room, "Speaker 3", or empty.
    A transcript without times has 0.0 in both.
    """

    number: int
    speaker: str
    text: str
    start: float = 0.0
    end: float = 0.0


@dataclass(frozen=True, slots=True)
class CallRecord:
    """One recorded call. `duration` is in seconds, 0.0 when unknown; `known_at` is its end.

    `attendees` are those who joined: with an address, or with a name only (a phone, a room, a guest).
    `invited_not_joined` were expected and did not come. `calendar_uid` is the UID of the meeting, mostly of its
    series, or empty. `cues` is empty when there is no transcript.
    """

    place: Place
    call_id: str
    started_at: datetime
    known_at: datetime
    duration: float = 0.0
    title: str = ""
    recorded_by: Address = NOBODY
    attendees: tuple[Address, ...] = ()
    invited_not_joined: tuple[Address, ...] = ()
    calendar_uid: str = ""
    cues: tuple[Cue, ...] = ()


@dataclass(frozen=True, slots=True)
class Comment:
    """One message in a ticket, plain text, known since `at`. A comment that is not public was never seen outside.

    `is_automatic` says that a machine wrote it.
    """

    id: str
    author: Address
    at: datetime
    text: str
    is_public: bool = True
    is_automatic: bool = False


@dataclass(frozen=True, slots=True)
class TicketRecord:
    """One support ticket as the help desk has it now.

    Its existence, `subject` and `description` are known since `created_at` (= `known_at`); `status`, `priority`,
    `tags`, `assignee` and `satisfaction` are those of the export and known since `updated_at`; each comment since
    its own time. `organization_keys` are what other systems call the requester's firm (its id there), then its mail
    domains. The first comment mostly repeats the description. `via` is the channel the ticket came by ("email",
    "web", "chat", …); `satisfaction` is the customer's rating as written ("good", "bad", "4"), empty when not given.
    """

    place: Place
    system: str
    ticket_id: str
    subject: str
    created_at: datetime
    known_at: datetime
    updated_at: datetime
    description: str = ""
    status: str = ""
    priority: str = ""
    type: str = ""
    tags: tuple[str, ...] = ()
    requester: Address = NOBODY
    assignee: Address = NOBODY
    organization_id: str = ""
    organization_name: str = ""
    organization_keys: tuple[str, ...] = ()
    collaborators: tuple[Address, ...] = ()
    satisfaction: str = ""
    via: str = ""
    comments: tuple[Comment, ...] = ()


@dataclass(frozen=True, slots=True)
class ChatRecord:
    """One message in a channel. `ts` identifies it within the channel, `thread_ts` the message that it answers.

    `at` (= `known_at`) is when it was written. `thread_ts` is empty outside of threads and equal to `ts` in the
    message that a thread starts with. `reactions` counts people and emojis. `is_shared` says that another firm is in
    the channel. `is_automatic` is true for apps and for what the system writes (joins, topics).
    """

    place: Place
    channel: str
    ts: str
    at: datetime
    known_at: datetime
    author: Address
    text: str
    channel_id: str = ""
    author_id: str = ""
    thread_ts: str = ""
    reactions: int = 0
    is_shared: bool = False
    is_automatic: bool = False
