"""A batch of occasions → the rows to write, once it is known which contact and account is behind each address. Pure."""

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
from graph_service.ingest.occasion import Occasion
from graph_service.reading.reader import version


def build_occasion_rows(occasions: Sequence[Occasion], known: Known, workspace: Workspace) -> InteractionRows:
    """Return all rows of a batch; the same occasions and knowledge give the same rows."""
    rows = InteractionRows()
    for one in occasions:
        people = {who.identity_uid: place_person(who, known, workspace, rows) for who in one.participants}
        rows.interactions[one.uid] = interaction_row(one)
        add_content(one.uid, one.words, workspace, rows)
        add_participation(one.uid, one.participants, people, rows, one.responses)
        add_said(one.uid, one.at, one.direction, one.said, people, workspace, rows)
    rows.min_day = min((epoch_day(workspace.day(one.at)) for one in occasions), default=0)
    return rows


def interaction_row(one: Occasion) -> Row:
    """Return the properties of the node; empty values are left out."""
    row: Row = {
        "uid": one.uid, "at": one.at, "ended_at": one.ended_at, "known_at": one.known_at, "channel": one.channel,
        "direction": one.direction, "subject": one.subject, "thread_id": one.thread_id, "source": one.source,
        "source_id": one.source_id, "outside": one.outside, "participant_count": len(one.participants),
        "is_automatic": one.is_automatic, "copy_rank": one.copy_rank, "reader": version(),
    }  # fmt: skip
    row |= dict(one.properties)
    return {key: value for key, value in row.items() if value not in (None, "", [])}
