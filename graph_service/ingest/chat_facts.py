"""One message of a chat channel → the occasion it was. Pure: no graph, no clock.

A channel has readers, not recipients, so only the writer takes part; a thread is one conversation.
"""

from graph_service.domain.workspace import Workspace
from graph_service.ingest.occasion import MAX_WORDS, Occasion, content_rank
from graph_service.ingest.participants import Participant, participants_of
from graph_service.ingest.source_records import ChatRecord
from graph_service.ingest.wording import read_words, setting_of, turn_of


def read_chat(record: ChatRecord, workspace: Workspace) -> Occasion:
    """Return the occasion of one chat message; what our own people write in our own channels keeps no words."""
    channel = record.channel_id or record.channel
    participants = participants_of((((record.author,), "from"),), record.at, workspace)
    author = participants[0] if participants else None
    is_internal = not record.is_shared and (author is None or author.is_ours)
    words = "" if is_internal or record.is_automatic else record.text[:MAX_WORDS]
    setting = setting_of(workspace, record.at, "message", participants, subject=record.channel)
    said = read_words(turn_of(words, author), setting, author.identity_uid) if words and author else ()
    return Occasion(
        uid=workspace.ids.uid("chat", channel, record.ts),
        label="Message",
        channel="chat",
        at=record.at,
        known_at=record.known_at,
        direction=_direction(author, is_internal=is_internal),
        subject=f"#{record.channel}"[:500],
        thread_id=workspace.ids.uid("chat thread", channel, record.thread_ts or record.ts),
        source="chat",
        source_id=f"{channel}:{record.ts}",
        participants=participants,
        words=words,
        said=said,
        is_automatic=record.is_automatic or author is None,
        copy_rank=content_rank(record.at, words),
    )


def _direction(author: Participant | None, *, is_internal: bool) -> str:
    """Return which way a message went: in a shared channel the other side reads along."""
    if is_internal or author is None:
        return "internal"
    return "outbound" if author.is_ours else "inbound"
