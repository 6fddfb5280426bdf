"""A batch of mail facts → the rows to write, once it is known which contact is behind each address. Pure."""

from collections.abc import Sequence

from graph_service.domain.facts import epoch_day
from graph_service.domain.workspace import Workspace
from graph_service.ingest.interaction_rows import (
    InteractionRows,
    Known,
    Row,
    add_content,
    add_participation,
    add_said,
    place_person,
)  # fmt: skip
from graph_service.ingest.mail_facts import MailFacts
from graph_service.ingest.signature_rows import add_signature
from graph_service.ingest.source_records import MeetingAnswer
from graph_service.reading.reader import version

MAX_REFERENCES = 50
ANSWER = ("answer_series", "answer_day", "answer_by", "answer", "answer_at", "is_unsettled")
"""What a mail answers to an invitation, and that it is new."""


def build_rows(mails: Sequence[MailFacts], known: Known, workspace: Workspace) -> InteractionRows:
    """Return all rows of a batch; the same mails and knowledge give the same rows."""
    rows = InteractionRows()
    for mail in mails:
        everybody = (*mail.participants, *mail.unreached)
        people = {one.identity_uid: place_person(one, known, workspace, rows) for one in everybody}
        _add_interaction(mail, workspace, rows)
        add_content(mail.uid, mail.words, workspace, rows)
        add_participation(mail.uid, mail.participants, people, rows)
        add_said(mail.uid, mail.at, mail.direction, mail.said, people, workspace, rows)
        add_signature(mail, workspace, rows)
        rows.groups.add(mail.thread_group)
    rows.min_day = min((epoch_day(workspace.day(mail.at)) for mail in mails), default=0)
    return rows


def _add_interaction(mail: MailFacts, workspace: Workspace, rows: InteractionRows) -> None:
    record = mail.record
    rows.interactions[mail.uid] = {
        "uid": mail.uid, "at": mail.at, "known_at": mail.at, "channel": "email", "direction": mail.direction,
        "subject": record.subject[:500], "thread_id": mail.uid, "thread_group": mail.thread_group, "source": "mail",
        "source_id": record.message_id, "message_id": record.message_id,
        "reply_keys": list(dict.fromkeys((*record.references, *record.in_reply_to)))[:MAX_REFERENCES],
        "outside": mail.outside, "participant_count": len(mail.participants), "automatic": record.automatic,
        "is_automatic": bool(record.automatic), "copy_rank": mail.copy_rank, "reader": version(),
        "attachments": [name[:200] for name in record.attachments[:50]],
    } | _answer_row(record.answer, workspace)  # fmt: skip


def _answer_row(answer: MeetingAnswer | None, workspace: Workspace) -> Row:
    """Return what a mail answers to an invitation; which meetings that is for is settled when all are there.

    None stands for no answer, and takes that of a copy that counts less along.
    """
    if answer is None:
        return dict.fromkeys(ANSWER)
    return {
        "answer_series": workspace.ids.uid("series", answer.series_uid),
        "answer_day": answer.uid.removeprefix(answer.series_uid).removeprefix("@"),
        "answer_by": workspace.ids.uid("identity", "email", answer.who.address), "answer": answer.response,
        "answer_at": answer.at, "is_unsettled": True,
    }  # fmt: skip
