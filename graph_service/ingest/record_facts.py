"""Which facts a record of any source gives: the one table from kinds of record to their readers. Pure."""

from graph_service.domain.workspace import Workspace
from graph_service.ingest.call_facts import read_call
from graph_service.ingest.chat_facts import read_chat
from graph_service.ingest.connector import MailRecord
from graph_service.ingest.mail_facts import MailFacts, read_mail
from graph_service.ingest.meeting_facts import read_meeting
from graph_service.ingest.occasion import Occasion
from graph_service.ingest.source_records import CallRecord, ChatRecord, MeetingRecord, TicketRecord
from graph_service.ingest.ticket_facts import read_ticket

Streamed = MailRecord | MeetingRecord | CallRecord | TicketRecord | ChatRecord
"""Records that are written as they come, batch by batch; all others are gathered, because they point at each other."""


def facts_of(record: Streamed, workspace: Workspace) -> list[MailFacts | Occasion]:
    """Return what a record says happened: one occasion, or of a ticket one for each of its comments too."""
    match record:
        case MailRecord():
            return [read_mail(record, workspace)]
        case MeetingRecord():
            return [read_meeting(record, workspace)]
        case CallRecord():
            return [read_call(record, workspace)]
        case TicketRecord():
            return list(read_ticket(record, workspace))
        case ChatRecord():
            return [read_chat(record, workspace)]
