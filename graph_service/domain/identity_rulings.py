"""What a request may ask of the side that decides who is who (a port, decision 16). Declares; does nothing.

`app` wires it. A ruling names identities that the viewer was found to see, so the other side need not ask again.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol


class RulingKind(StrEnum):
    """What somebody decided of two sides."""

    MERGED = "merged"
    SPLIT = "split"
    KEPT_APART = "kept_apart"


@dataclass(frozen=True, slots=True)
class Ruling:
    """A decision: `one` and `other` are uids of identities, each side whole. Equal `uid`, same decision."""

    uid: str
    kind: RulingKind
    one: tuple[str, ...]
    other: tuple[str, ...]
    by_uid: str
    at: datetime
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class LearnedRule:
    """A rule of matching: the share (0..1) it matches with, and what decisions here suggest, which is not used."""

    rule: str
    words: str
    start: float
    kept: int
    reverted: int
    learned: float


class IdentityDesk(Protocol):
    """The system side of deciding who is who, in one workspace."""

    async def carry_out(self, ruling: Ruling) -> list[str]:
        """Bring graph and facts in line with a ruling; return the contacts that its identities stand for now."""
        ...

    async def settle(self, identities: tuple[str, ...]) -> list[str]:
        """Finish what a ruling that was cut off began; return the contacts that the identities stand for now."""
        ...

    async def rules(self) -> list[LearnedRule]:
        """Return the rules with what was learned of them."""
        ...
