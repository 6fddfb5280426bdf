"""What a socket carries, and what a listener was told already. Owns the cursor of the subscription.

A cursor names an event, the first day that counts, and short marks of the newest alerts told, so that after a break
nothing is missed and hardly anything told twice. An alert that is told twice has the same id.
"""

from collections.abc import Callable, Coroutine, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import blake2b
from typing import Any, cast

from graph_service.domain.change_feed import ChangeFeed
from graph_service.errors import UsageError
from graph_service.resolvers.alerts_rows import AlertSource
from graph_service.resolvers.context import Context, Info
from graph_service.resolvers.cursors import BadCursorError, Cursors

MARK_BYTES = 4
KEPT_MARKS = 120
"""So many marks fit into a cursor."""
Look = Callable[[], Coroutine[Any, Any, Context | None]]


@dataclass(slots=True)
class Following:
    """What a socket's resolvers get. `look` returns the asker's context as of now, None once they may not look.

    `handshake` are headers that say who asks, `connection_params` what the client sent first; until it came there is
    neither `feed` nor `look`. Both may hold a token, so they stay out of the text form.
    """

    handshake: dict[str, str] = field(default_factory=dict, repr=False)
    connection_params: dict[str, Any] = field(default_factory=dict, repr=False)
    feed: ChangeFeed | None = None
    look: Look | None = None


def following_of(info: Info) -> tuple[ChangeFeed, Look]:
    """Return what to listen to and how to look; raises `UsageError` where the request came by no socket."""
    carried = cast("object", info.context)
    if not isinstance(carried, Following) or carried.feed is None or carried.look is None:
        raise UsageError(
            "alerts are followed over a WebSocket", "connect to /graphql with the protocol graphql-transport-ws"
        )
    return carried.feed, carried.look


@dataclass(slots=True)
class Told:
    """What a listener was told, or was there before: marks of alerts, in the order in which they came."""

    marks: dict[str, None] = field(default_factory=dict)

    def add(self, uid: str) -> bool:
        """Note an alert; return whether it is new."""
        mark = mark_of(uid)
        if mark in self.marks:
            return False
        self.marks[mark] = None
        return True

    def newest(self) -> str:
        """Return the last marks as one text."""
        return "".join(list(self.marks)[-KEPT_MARKS:])


def mark_of(uid: str) -> str:
    """Return the short mark of an alert: 8 hex digits."""
    return blake2b(uid.encode(), digest_size=MARK_BYTES).hexdigest()


@dataclass(frozen=True, slots=True)
class Start:
    """Where to listen from: the event `seq`, the first day that counts in epoch milliseconds, what was told."""

    seq: int
    since: int
    told: Told


def sign_start(cursors: Cursors, place: str, seq: int, since: int, told: Told) -> str:
    """Return the cursor that goes on after event `seq`."""
    return cursors.sign(place, (seq, since, told.newest()))


def read_start(cursors: Cursors, place: str, cursor: str) -> Start:
    """Return where a cursor goes on; raises `BadCursorError` for any other text."""
    key = cursors.read(place, cursor)
    if len(key) != 3:
        raise BadCursorError("the cursor is none of this subscription", "pass the last `cursor` that it sent")
    marks, width = str(key[2]), 2 * MARK_BYTES
    listed = (marks[at : at + width] for at in range(0, len(marks), width))
    return Start(int(key[0]), int(key[1]), Told(dict.fromkeys(listed)))


def in_order(sources: Iterable[AlertSource]) -> list[AlertSource]:
    """Return alerts as they are to be told: the oldest day first, on a day the weightiest first."""
    return sorted(sources, key=lambda one: (one.at, -one.rank, one.uid))


def millis_of(moment: datetime) -> int:
    """Return epoch milliseconds."""
    return int(moment.timestamp() * 1000)
