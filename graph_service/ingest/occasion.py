"""What any source says happened between people, in the one shape that is written. Pure: no graph, no clock.

A mail, a meeting, a call, a ticket and a chat message all become an `Occasion`; who of the participants is at which
account is not known yet.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from graph_service.ingest.participants import Participant
from graph_service.reading.findings import Finding

MAX_WORDS = 20_000
MAX_TRANSCRIPT = 200_000


@dataclass(frozen=True, slots=True)
class Said:
    """A finding with who said it (`identity_uid`, empty: unknown) and its place in the source (`ref`: cue, comment).

    `about_identity_uid` is whom it speaks of, where an address says so.
    """

    finding: Finding
    identity_uid: str = ""
    ref: str = ""
    about_identity_uid: str = ""


@dataclass(frozen=True, slots=True)
class Occasion:
    """One occasion: `label` is its node's label; `properties` are what only this kind of interaction has.

    `vouched` says who vouches for it, the best first in the order of text: a calendar, then mails by age; the best of
    all copies counts. Empty where nobody needs to.
    """

    uid: str
    label: str
    channel: str
    at: datetime
    known_at: datetime
    direction: str
    subject: str
    thread_id: str
    source: str
    source_id: str
    participants: tuple[Participant, ...]
    words: str = ""
    said: tuple[Said, ...] = ()
    ended_at: datetime | None = None
    is_automatic: bool = False
    responses: Mapping[str, str] = field(default_factory=dict)
    properties: Mapping[str, Any] = field(default_factory=dict)
    copy_rank: str = ""
    vouched: str = ""

    @property
    def outside(self) -> list[str]:
        """Return the firms in it, sorted: domains, or the identity of somebody with a private address."""
        return sorted({one.domain or one.identity_uid for one in self.participants if not one.is_ours})


def content_rank(known_at: datetime, *parts: str) -> str:
    """Return a key by which the newest copy wins, ties by content, so that the order of reading never matters."""
    digest = hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return f"{10**14 - int(known_at.timestamp() * 1000):015d}{digest}"
