"""Reads somebody's words with what the workspace knows: its products, its competitors, who is ours. Pure."""

from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache

from graph_service.domain.workspace import Workspace
from graph_service.ingest.occasion import Said
from graph_service.ingest.participants import Participant
from graph_service.reading.reader import read_turn
from graph_service.reading.setting import Setting, Turn, Vocabulary

MAX_EARLIER = 6


@lru_cache(maxsize=8)
def vocabulary_of(workspace: Workspace) -> Vocabulary:
    """Return the names that matter in a workspace."""
    return Vocabulary(workspace.our_names, workspace.products, workspace.features, workspace.competitors)


def setting_of(
    workspace: Workspace,
    at: datetime,
    channel: str,
    participants: Iterable[Participant],
    *,
    subject: str = "",
    earlier: tuple[Turn, ...] = (),
) -> Setting:
    """Return what a reader may know of a turn that was said at `at` among `participants`."""
    return Setting(
        vocabulary=vocabulary_of(workspace),
        said_on=workspace.day(at),
        channel=channel,
        subject=subject,
        earlier=earlier[-MAX_EARLIER:],
        people=tuple(sorted({one.name for one in participants if one.name})),
    )


def read_words(turn: Turn, setting: Setting, identity_uid: str, ref: str = "") -> tuple[Said, ...]:
    """Return what one turn says, with who said it and its place in the source."""
    return tuple(Said(finding, identity_uid, ref) for finding in read_turn(turn, setting))


def turn_of(words: str, author: Participant | None) -> Turn:
    """Return somebody's words as a turn."""
    return Turn(words) if author is None else Turn(words, author.is_ours, author.name)
